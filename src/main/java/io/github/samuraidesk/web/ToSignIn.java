package io.github.samuraidesk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * The way back for whoever is no longer signed in: what happened, the sign-in page, and then what they had typed, for them
 * alone and executed only when they press again.
 */
final class ToSignIn extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String FORBIDDEN = "/forbidden";

    private final FormPass passes;
    private final AccessDeniedHandler plain = new AccessDeniedHandlerImpl();

    ToSignIn(FormPass passes) {
        this.passes = passes;
        setDefaultTargetUrl("/");
    }

    /** Sends a visit to another page; a part of a page that htmx asked for sends its whole page there. */
    static void send(HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", page);
        } else {
            response.sendRedirect(page);
        }
    }

    /** A page that needs somebody signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        send(request, response, ended ? "/login?ended" : "/login");
    }

    /** A form whose token no longer holds: the session ended, the program was started again, or somebody else signed in. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, jakarta.servlet.ServletException {
        if (!(e instanceof CsrfException)) {
            if (Senders.signedIn() == null) {
                plain.handle(request, response, e);
            } else {
                // somebody is signed in and may not: the page says who may
                request.getRequestDispatcher(FORBIDDEN).forward(request, response);
            }
            return;
        }
        String me = Senders.signedIn();
        String path = request.getRequestURI();
        if (path.equals("/login") || path.equals("/logout")) {
            send(request, response, me == null ? "/login?stale" : "/");
            return;
        }
        Optional<String> by =
                isFromHere(request) ? passes.person(request.getParameter(FormPass.FIELD)) : Optional.empty();
        if (by.isPresent() && (me == null || me.equals(by.get()))) {
            request.getSession().setAttribute(Kept.ATTRIBUTE, Kept.of(request, by.get()));
            send(request, response, me == null ? "/login?ended" : "/kept");
        } else {
            send(request, response, me == null ? "/login?ended" : "/kept");
        }
    }

    /** A page of another site may not put values before a person's eyes. Browsers say where a form came from. */
    private static boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        return isSameOrigin(request.getHeader("Origin"), request);
    }

    private static boolean isSameOrigin(@Nullable String origin, HttpServletRequest request) {
        if (origin == null) {
            return false;
        }
        try {
            URI from = URI.create(origin);
            int port = from.getPort() >= 0 ? from.getPort() : "https".equals(from.getScheme()) ? 443 : 80;
            return request.getServerName().equals(from.getHost()) && request.getServerPort() == port;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Signed in: to the form that was kept for this person, else to the page that was asked for. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws java.io.IOException, jakarta.servlet.ServletException {
        if (request.getSession().getAttribute(Kept.ATTRIBUTE) instanceof Kept kept) {
            if (kept.by().equals(authentication.getName())) {
                clearAuthenticationAttributes(request);
                response.sendRedirect("/kept");
                return;
            }
            // typed by somebody else: it goes, unseen
            request.getSession().removeAttribute(Kept.ATTRIBUTE);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
