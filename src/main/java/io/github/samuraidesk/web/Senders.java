package io.github.samuraidesk.web;

import io.github.samuraidesk.access.People;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Decides who sends before anything of a body is read: members of the deal send forms and files, a form of somebody whose
 * session has ended is read for them to see again, and files of strangers are not read at all. It stands before the check
 * of the form's token, which reads the body.
 */
final class Senders extends OncePerRequestFilter {

    private static final Pattern OF_A_DEAL = Pattern.compile("(?:/api)?/deals/([^/]+)/.+");
    private static final Pattern A_FILE = Pattern.compile("/api/deals/[^/]+/files");

    private final People people;
    private final FormPass passes;

    Senders(People people, FormPass passes) {
        this.people = people;
        this.passes = passes;
    }

    /** Who is signed in, or null. */
    static @Nullable String signedIn() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known == null || known instanceof AnonymousAuthenticationToken || !known.isAuthenticated()
                ? null
                : known.getName();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BodyAllowance allowance = RequestBodies.allowance(request);
        if (allowance == null || allowance.cut() != null) {
            // nothing to read, or the page that says why nothing was
            chain.doFilter(request, response);
            return;
        }
        boolean files = Kept.isMultipart(request)
                || A_FILE.matcher(request.getRequestURI()).matches();
        String me = signedIn();
        if (me != null) {
            if (!isForThem(request.getRequestURI(), me)) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            allowance.open(me, files ? BodyAllowance.FILES : BodyAllowance.FORM);
        } else if (files && !request.getRequestURI().startsWith("/api/")) {
            Optional<String> before = passes.person(inAddress(request));
            if (before.isEmpty()) {
                ToSignIn.send(request, response, "/login?ended");
                return;
            }
            allowance.open(before.get(), BodyAllowance.FILES);
        }
        allowance.mustNotSayTooMuch();
        chain.doFilter(request, response);
    }

    private boolean isForThem(String path, String person) {
        Matcher deal = OF_A_DEAL.matcher(path);
        return !deal.matches()
                || (deal.group(1).matches(DealId.FORMAT)
                        && !people.roles(new DealId(deal.group(1)), new PersonId(person))
                                .isEmpty());
    }

    /** The pass in the address of a form with files; asking for a parameter would read the body. */
    private static @Nullable String inAddress(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? null
                : UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .toSingleValueMap()
                        .get(FormPass.FIELD);
    }
}
