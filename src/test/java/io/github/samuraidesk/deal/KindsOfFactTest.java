package io.github.samuraidesk.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.Approved;
import io.github.samuraidesk.disclosure.TemplatesDecided;
import io.github.samuraidesk.disclosure.TemplatesPinned;
import io.github.samuraidesk.earlier.EarlierProgram;
import io.github.samuraidesk.market.QuoteDoubtsConfirmed;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.FilingDay;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every kind of fact with a stored example of each version that was ever written; texts that are stored stay readable. */
class KindsOfFactTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/nets/kinds.txt");
    private static final FactKinds KINDS = AllKinds.known();

    /** Examples of kinds that came after the program whose facts are kept beside. */
    private static final Map<String, Record> LATER = Map.of(
            "FilingDay", new FilingDay(Filing.Stage.FINAL_TERMS, LocalDate.of(2024, 8, 29), "x"),
            "QuoteDoubtsConfirmed",
                    new QuoteDoubtsConfirmed(QuoteKind.TONA_OIS, LocalDate.of(2024, 8, 29), List.of("x")),
            "TemplatesDecided", new TemplatesDecided("a", "b", true, "x"),
            "TemplatesPinned", new TemplatesPinned("a", Map.of("documents/x.html", "b")));

    /** Name, version and text; version 0 is as commit 68dde0f wrote it, version 1 as this program does. */
    @Test
    void everyKindHasAStoredExampleOfEachVersion() throws IOException {
        var lines = new ArrayList<String>();
        for (FactKind<?> kind : KINDS.all()) {
            assertThat(kind.version())
                    .as("an example of version 2 of %s is missing here", kind.name())
                    .isEqualTo(1);
            Path earlier = EarlierProgram.KEPT.resolve("facts").resolve(kind.name() + ".jsonl");
            Record fact;
            if (Files.exists(earlier)) {
                String row = Files.readAllLines(earlier).get(0);
                String text = String.valueOf(((Map<?, ?>) FactText.parse(row)).get("body"));
                lines.add(kind.name() + " 0 " + text);
                fact = FactText.read(text, kind, 0);
            } else {
                fact = LATER.get(kind.name());
            }
            lines.add(kind.name() + " 1 " + FactText.of(fact));
        }
        Approved.hold(EXAMPLES, lines);
        for (String line : Files.readAllLines(EXAMPLES)) {
            String[] parts = line.split(" ", 3);
            FactKind<?> kind = KINDS.named(parts[0]).orElseThrow();
            Record read = FactText.read(parts[2], kind, Integer.parseInt(parts[1]));
            assertThat(read).as(line).isNotNull();
            if (parts[1].equals("1")) {
                assertThat(FactText.of(read)).isEqualTo(parts[2]);
            }
        }
    }

    /** Whoever adds a component or a constant says since which version, and raises the kind to it. */
    @Test
    void noKindIsOlderThanWhatItSays() {
        for (FactKind<?> kind : KINDS.all()) {
            assertThat(latest(kind.type(), new HashSet<>())).as(kind.name()).isLessThanOrEqualTo(kind.version());
        }
    }

    private static int latest(Type type, Set<Type> seen) {
        int latest = 1;
        if (type instanceof ParameterizedType many) {
            for (Type argument : many.getActualTypeArguments()) {
                latest = Math.max(latest, latest(argument, seen));
            }
        }
        if (!(type instanceof Class<?> known) || !seen.add(type)) {
            return latest;
        }
        if (known.isEnum()) {
            for (var field : known.getFields()) {
                Since since = field.getAnnotation(Since.class);
                latest = Math.max(latest, since == null ? 1 : since.value());
            }
        }
        if (known.isRecord()) {
            for (RecordComponent component : known.getRecordComponents()) {
                Since since = component.getAnnotation(Since.class);
                latest = Math.max(latest, since == null ? 1 : since.value());
                latest = Math.max(latest, latest(component.getGenericType(), seen));
            }
        }
        return latest;
    }
}
