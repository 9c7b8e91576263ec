package io.github.samuraidesk.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Pages sign in by form with a session; REST signs in on each request and keeps none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfig {

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline';"
                    + " object-src 'self'; frame-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'self'";

    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http, AccountGuard guard) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(a -> a.anyRequest().authenticated())
                .httpBasic(b -> b.authenticationDetailsSource(SignIn.RestDetails::new))
                .addFilterAfter(guard, AnonymousAuthenticationFilter.class)
                .csrf(c -> c.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, AccountGuard guard) throws Exception {
        return http.authorizeHttpRequests(a -> a.requestMatchers(
                                "/login",
                                AccountPages.LINK + "/*",
                                "/css/**",
                                "/js/**",
                                "/vendor/**",
                                "/webjars/**",
                                "/feeds/*",
                                "/favicon.svg",
                                "/error",
                                LargeUploads.PAGE)
                        .permitAll()
                        .requestMatchers("/people/**")
                        .hasRole("ADMINISTRATOR")
                        .anyRequest()
                        .authenticated())
                .formLogin(f -> f.loginPage("/login")
                        .defaultSuccessUrl("/", true)
                        .failureHandler((request, response, e) -> response.sendRedirect(AccountPages.refusal(e))))
                .addFilterAfter(guard, AnonymousAuthenticationFilter.class)
                .logout(l -> l.logoutSuccessUrl("/login?out"))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_POLICY))
                        .frameOptions(f -> f.sameOrigin()))
                .build();
    }
}
