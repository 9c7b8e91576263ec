package io.github.samuraidesk.web;

import io.github.samuraidesk.access.People;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Pages sign in by form with a session; REST signs in on each request and keeps none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfig {

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline';"
                    + " object-src 'self'; frame-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'self'";

    /** Every form that changes something says for whom it was shown, beside its token. */
    @Bean
    static BeanPostProcessor formsSayWhoTyped(ObjectProvider<FormPass> passes) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor forms ? new SayingWhoTyped(forms, passes) : bean;
            }
        };
    }

    private record SayingWhoTyped(RequestDataValueProcessor forms, ObjectProvider<FormPass> passes)
            implements RequestDataValueProcessor {

        @Override
        public String processAction(HttpServletRequest request, String action, String httpMethod) {
            return forms.processAction(request, action, httpMethod);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return forms.processFormFieldValue(request, name, value, type);
        }

        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> fields = forms.getExtraHiddenFields(request);
            Principal person = request.getUserPrincipal();
            if (fields == null || fields.isEmpty() || person == null) {
                return fields;
            }
            var with = new LinkedHashMap<>(fields);
            String pass = passes.getObject().of(request, person.getName());
            if (pass != null) {
                with.put(FormPass.FIELD, pass);
            }
            return with;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return forms.processUrl(request, url);
        }
    }

    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http, People people, FormPass passes, AccountGuard guard) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(a -> a.anyRequest().authenticated())
                .httpBasic(b -> b.authenticationDetailsSource(SignIn.RestDetails::new))
                .addFilterAfter(guard, AnonymousAuthenticationFilter.class)
                .csrf(c -> c.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new Senders(people, passes), BasicAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, People people, FormPass passes, AccountGuard guard) throws Exception {
        var toSignIn = new ToSignIn(passes);
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
                                RequestBodies.PAGE,
                                ToSignIn.FORBIDDEN)
                        .permitAll()
                        .requestMatchers("/people/**")
                        .hasRole("ADMINISTRATOR")
                        .anyRequest()
                        .authenticated())
                .formLogin(f -> f.loginPage("/login")
                        .successHandler(toSignIn)
                        .failureHandler((request, response, e) -> response.sendRedirect(AccountPages.refusal(e))))
                .exceptionHandling(e -> e.authenticationEntryPoint(toSignIn).accessDeniedHandler(toSignIn))
                .addFilterBefore(new Senders(people, passes), CsrfFilter.class)
                .addFilterAfter(guard, AnonymousAuthenticationFilter.class)
                .logout(l -> l.logoutSuccessUrl("/login?out"))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_POLICY))
                        .frameOptions(f -> f.sameOrigin()))
                .build();
    }
}
