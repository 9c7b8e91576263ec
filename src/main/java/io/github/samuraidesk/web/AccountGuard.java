package io.github.samuraidesk.web;

import io.github.samuraidesk.access.Account;
import io.github.samuraidesk.access.Accounts;
import io.github.samuraidesk.deal.Finding;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Ends the sessions of accounts that were disabled or changed, and lets nobody past a password that others know. */
@Component
@ConditionalOnWebApplication
class AccountGuard extends OncePerRequestFilter {

    private static final List<String> OPEN =
            List.of("/css/", "/js/", "/vendor/", "/webjars/", "/favicon.svg", "/logout", AccountPages.PASSWORD);

    private final Accounts accounts;
    private final Wording wording;
    private final JsonMapper json;

    AccountGuard(Accounts accounts, Wording wording, JsonMapper json) {
        this.accounts = accounts;
        this.wording = wording;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !(signedIn.getPrincipal() instanceof SignIn.Signed person)) {
            chain.doFilter(request, response);
            return;
        }
        Account account = accounts.of(person.name());
        boolean rest = request.getRequestURI().startsWith("/api/");
        if (!accounts.isOpen(account) || account.version() != person.version()) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            ToSignIn.send(request, response, "/login?changed");
        } else if (account.mustChange() && rest) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            Finding finding = AccountPages.mustChange();
            json.writeValue(
                    response.getWriter(),
                    Map.of(
                            "findings",
                            List.of(Map.of(
                                    "code", finding.code(),
                                    "rule", finding.rule(),
                                    "source", finding.source(),
                                    "field", finding.field(),
                                    "message", wording.finding(finding)))));
        } else if (account.mustChange() && OPEN.stream().noneMatch(request.getRequestURI()::startsWith)) {
            response.sendRedirect(AccountPages.PASSWORD);
        } else {
            chain.doFilter(request, response);
        }
    }
}
