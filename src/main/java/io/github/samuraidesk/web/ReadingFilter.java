package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Facts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A request reads each deal once: all that a page says of it is of one moment. */
@Component
class ReadingFilter extends OncePerRequestFilter {

    private final Facts facts;

    ReadingFilter(Facts facts) {
        this.facts = facts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var reading = facts.reading()) {
            chain.doFilter(request, response);
        }
    }
}
