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

    private Bench(Map<String, String> datasource) {
        String[] arguments = datasource.entrySet().stream()
                .map(e -> "--spring.datasource." + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        this.context = new SpringApplicationBuilder(SamuraiDesk.class)
                .web(WebApplicationType.NONE)
                .profiles("rehearsal")
                .logStartupInfo(false)
                .run(arguments);
    }

    static Bench onH2() {
        return new Bench(Map.of("url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    static Bench onH2WithConnections(int most) {
        return new Bench(Map.of(
                "url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "hikari.maximum-pool-size", String.valueOf(most),
                "hikari.connection-timeout", "10000"));
    }

    static Bench onPostgres(String url) {
        return new Bench(Map.of(
                "url", url, "username", "postgres", "password", "postgres", "driver-class-name", "org.postgresql.Driver"));
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

    private DealId open(String sample) {
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
