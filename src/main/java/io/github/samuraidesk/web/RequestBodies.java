package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.IncomingFile;
import io.github.samuraidesk.deal.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A body that was too large, too slow, or one too many says so, wherever the reading of it failed. Without this the check
 * of the form's token, which comes first, finds no token in a body that was not read and answers something else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestBodies extends OncePerRequestFilter {

    static final String PAGE = "/body-refused";

    private static final String WHY = RequestBodies.class.getName() + ".why";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            Optional<BodyAllowance.Cut> cut = cut(request, e);
            if (cut.isEmpty() || response.isCommitted()) {
                throw e;
            }
            response.reset();
            request.setAttribute(WHY, cut.get());
            request.getRequestDispatcher(PAGE).forward(new WithoutBody(request), response);
        }
    }

    static @Nullable BodyAllowance allowance(HttpServletRequest request) {
        return (BodyAllowance) request.getAttribute(BodyAllowance.ATTRIBUTE);
    }

    /** Why the body of a request could not be read, when that is what went wrong. */
    static Optional<BodyAllowance.Cut> cut(HttpServletRequest request, Throwable failure) {
        BodyAllowance allowance = allowance(request);
        if (allowance != null && allowance.cut() != null) {
            return Optional.of(allowance.cut());
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SizeException
                    || (t instanceof InvalidParameterException p
                            && p.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE)) {
                return Optional.of(BodyAllowance.Cut.TOO_LARGE);
            }
        }
        return Optional.empty();
    }

    /** The refusal in the words of a finding. */
    static Refused refusal(BodyAllowance.Cut cut) {
        return switch (cut) {
            case TOO_LARGE -> IncomingFile.tooLarge();
            case TOO_SLOW ->
                new Refused(List.of(Finding.rule(
                        Finding.TOO_SLOW,
                        "",
                        "",
                        "",
                        "bodyTooSlow",
                        String.valueOf(BodyAllowance.FILES.time().toMinutes()))));
            case NO_PLACE -> new Refused(List.of(Finding.rule(Finding.BUSY, "", "", "", "houseIsBusy")));
        };
    }

    /** Address of the request as it was sent, also on a page that answers in its place. */
    static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String sent
                ? sent
                : request.getRequestURI();
    }

    /** The same visit as a plain request for a page. */
    private static final class WithoutBody extends HttpServletRequestWrapper {

        WithoutBody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        // the server throws anew whenever it is asked for what it could not read
        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }

    @Controller
    static class Page {

        @RequestMapping(PAGE)
        void show(HttpServletRequest request) {
            throw request.getAttribute(WHY) instanceof BodyAllowance.Cut cut
                    ? refusal(cut)
                    : new org.springframework.web.server.ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
