package io.github.samuraidesk.web;

import io.github.samuraidesk.access.People;
import io.github.samuraidesk.deal.PersonId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;

/** Pages sign in by form with a session; REST signs in on each request and keeps none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfig {

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline';"
                    + " object-src 'self'; frame-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'self'";

    @Bean
    UserDetailsService userDetailsService(People people) {
        // an earlier program may have let somebody take the program's own name
        return signIn -> people.find(signIn)
                .filter(p -> !PersonId.isReserved(p.signIn()))
                .map(p -> User.withUsername(p.signIn())
                        .password(p.passwordHash())
                        .roles(p.administrator() ? "ADMINISTRATOR" : "PERSON")
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(signIn));
    }

    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(a -> a.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(c -> c.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(a -> a.requestMatchers(
                                "/login",
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
                .formLogin(f -> f.loginPage("/login").defaultSuccessUrl("/", true))
                .logout(l -> l.logoutSuccessUrl("/login?out"))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_POLICY))
                        .frameOptions(f -> f.sameOrigin()))
                .build();
    }
}
