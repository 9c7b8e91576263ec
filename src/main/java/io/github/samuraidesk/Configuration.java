package io.github.samuraidesk;

import io.github.samuraidesk.calendar.JapanCalendars;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** What every context shares: its clock and the calendars. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class Configuration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JapanCalendars japanCalendars() {
        return JapanCalendars.load();
    }
}
