package bench;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What start-up is measured against: Spring Boot with the same libraries, the engine on H2, and one page. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
public class BareApplication {

    public static void main(String[] args) {
        SpringApplication.run(BareApplication.class, args);
    }

    @GetMapping("/bare")
    String page() {
        return "bare";
    }

    @Bean
    org.springframework.security.web.SecurityFilterChain open(
            org.springframework.security.config.annotation.web.builders.HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(a -> a.anyRequest().permitAll()).build();
    }

    @Bean
    SpringProcessEngineConfiguration engineConfiguration(
            DataSource dataSource, PlatformTransactionManager transactions) {
        var config = new SpringProcessEngineConfiguration();
        config.setDataSource(dataSource);
        config.setTransactionManager(transactions);
        config.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        config.setHistoryTimeToLive("P3650D");
        config.setJobExecutorActivate(false);
        return config;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration config) {
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(config);
        return factory;
    }

    /** Wakes the engine before the first page, as the product does. */
    @Bean
    org.springframework.boot.ApplicationRunner awake(ProcessEngine engine) {
        return args -> engine.getRepositoryService().createDeploymentQuery().count();
    }
}
