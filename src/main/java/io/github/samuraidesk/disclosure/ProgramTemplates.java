package io.github.samuraidesk.disclosure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The templates that this program comes with. */
@Configuration(proxyBeanMethods = false)
class ProgramTemplates {

    @Bean
    TemplateSet ownTemplates() {
        return TemplateSet.fromClassPath();
    }
}
