package io.github.samuraidesk.it;

import io.github.samuraidesk.SamuraiDesk;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.rehearsal.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole program without its web server, on a database of its own, in which sample deals are rehearsed. */
final class Bench implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Bench(Map<String, String> datasource, List<Class<?>> besides, String... more) {
        var arguments = new ArrayList<>(List.of(more));
        datasource.forEach((key, value) -> arguments.add("--spring.datasource." + key + "=" + value));
        var sources = new ArrayList<Class<?>>(List.of(SamuraiDesk.class));
        sources.addAll(besides);
        this.context = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .profiles("rehearsal")
                .logStartupInfo(false)
                .run(arguments.toArray(String[]::new));
    }

    /** The address of a new database in memory that lives as long as this JVM. */
    static String newH2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    }

    static Bench onH2() {
        return on(newH2());
    }

    static Bench onH2WithConnections(int most) {
        return on(
                newH2(),
                "--spring.datasource.hikari.maximum-pool-size=" + most,
                "--spring.datasource.hikari.connection-timeout=10000");
    }

    static Bench onPostgres(String url) {
        return on(url);
    }

    /** @param arguments of the command line */
    static Bench on(String url, String... arguments) {
        return on(url, List.of(), arguments);
    }

    /** @param besides configurations of the test */
    static Bench on(String url, List<Class<?>> besides, String... arguments) {
        return new Bench(datasource(url), besides, arguments);
    }

    private static Map<String, String> datasource(String url) {
        return url.startsWith("jdbc:h2:")
                ? Map.of("url", url)
                : Map.of(
                        "url", url, "username", "postgres", "password", "postgres", "driver-class-name", "org.postgresql.Driver");
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** @return the tasks in the order in which they were completed */
    List<HumanTask> rehearseToItsEnd(String sample) {
        return bean(Rehearsal.class).run(open(sample), task -> false);
    }

    DealId rehearseUntil(String sample, HumanTask stop) {
        DealId id = open(sample);
        bean(Rehearsal.class).run(id, task -> task == stop);
        return id;
    }

    DealId open(String sample) {
        return bean(Rehearsal.class)
                .open(Sample.of(text(sample + ".yaml").orElseThrow(), text(sample + ".assumed.yaml")));
    }

    private static Optional<String> text(String name) {
        Path file = Path.of("samples", name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
