package io.github.samuraidesk;

import io.github.samuraidesk.calendar.CentreCalendars;
import io.github.samuraidesk.calendar.JapanCalendars;
import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What every context shares: its clock and the calendars. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class Configuration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Wording in two bundles: the terms of the trade, and the pages. A missing text shows its key. */
    @Bean
    MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("i18n/terms", "i18n/pages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.JAPANESE);
        return messages;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    JapanCalendars japanCalendars() {
        return JapanCalendars.load();
    }

    @Bean
    CentreCalendars centreCalendars() {
        return CentreCalendars.load();
    }
}
