package io.github.samuraidesk.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Japanese unless the reader asks for English or Chinese; the choice is kept in a cookie. */
@Configuration(proxyBeanMethods = false)
class WebConfig implements WebMvcConfigurer {

    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("samurai-desk-language");
        resolver.setDefaultLocaleFunction(request -> {
            Locale asked = request.getLocale();
            return request.getHeader("Accept-Language") == null ? Locale.JAPANESE : spoken(asked);
        });
        resolver.setCookieMaxAge(Duration.ofDays(365));
        return resolver;
    }

    /** The language of the program nearest to the one asked for. */
    static Locale spoken(Locale asked) {
        return switch (asked.getLanguage()) {
            case "en" -> Locale.ENGLISH;
            case "zh" ->
                asked.getScript().equals("Hant") || TRADITIONAL.contains(asked.getCountry())
                        ? Locale.TRADITIONAL_CHINESE
                        : Locale.SIMPLIFIED_CHINESE;
            default -> Locale.JAPANESE;
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String localeValue) {
                Locale asked = super.parseLocaleValue(localeValue);
                return spoken(asked == null ? Locale.JAPANESE : asked);
            }
        };
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }
}
