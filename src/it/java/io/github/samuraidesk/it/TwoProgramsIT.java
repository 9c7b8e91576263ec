package io.github.samuraidesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Today's program and a later one on the same deal. The later one is today's sources with one more component in the tranche
 * of the term sheet and in the data of papers, compiled here and started in a process of its own.
 */
class TwoProgramsIT {

    private static final String DEAL = "SVN-2024";
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "samuraidesk");
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path folder;

    @Test
    void eachReadsTheOthersDealsAndNoSealOrApprovalFalls() throws Exception {
        Path later = laterProgram();
        String url = "jdbc:h2:file:" + folder.resolve("db").toAbsolutePath() + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000";
        var id = new DealId(DEAL);
        List<String> left;
        try (Bench today = Bench.on(url)) {
            today.rehearseUntil(DEAL, HumanTask.SIGN_SUBSCRIPTION);
            left = Standing.of(today.context(), id);
        }
        assertThat(left).anyMatch(l -> l.startsWith("seal ")).anyMatch(l -> l.contains(" APPROVED"));
        assertThat(left).noneMatch(l -> (l.startsWith("seal ") && l.endsWith("=false")) || l.startsWith("differs"));

        assertThat(run(later, url, "looks")).isEqualTo(left);

        // what the later program adds without saying its component is as if today's had added it
        List<String> further = run(later, url, "goes", "go", HumanTask.CONFIRM_EFFECTIVENESS.id());
        assertThat(further).contains("task " + HumanTask.CONFIRM_EFFECTIVENESS.id());
        try (Bench today = Bench.on(url)) {
            assertThat(Standing.of(today.context(), id)).isEqualTo(further);
            assertThat(today.bean(Facts.class).newer(id)).isEmpty();
            today.bean(Rehearsal.class).run(id, task -> task == HumanTask.DELIVER_PROSPECTUS);
            left = Standing.of(today.context(), id);
        }
        assertThat(left).contains("task " + HumanTask.DELIVER_PROSPECTUS.id());
        assertThat(run(later, url, "looks again")).isEqualTo(left);

        // once it says it, today's reads the deal and adds nothing to it
        run(later, url, "says", "say");
        try (Bench today = Bench.on(url)) {
            Facts facts = today.bean(Facts.class);
            assertThat(facts.newer(id)).containsExactly("TermSheet");
            assertThat(facts.of(id).one(TermSheet.FACT).orElseThrow().tranches()).isNotEmpty();
            assertThat(Standing.of(today.context(), id)).filteredOn(l -> !l.startsWith("task ")).isEqualTo(
                    left.stream().filter(l -> !l.startsWith("task ")).toList());
            String head = facts.of(id).head();
            assertThatThrownBy(() -> today.bean(Rehearsal.class).run(id, task -> false))
                    .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.findings())
                            .extracting(Finding::rule)
                            .contains(Finding.NEWER));
            assertThat(facts.of(id).head()).as("nothing was added").isEqualTo(head);
        }
    }

    private List<String> run(Path later, String url, String name, String... what) throws Exception {
        Path said = folder.resolve(name + ".txt");
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                later + File.pathSeparator + CLASS_PATH,
                NewerProgram.class.getName(),
                url,
                DEAL,
                said.toString()));
        command.addAll(List.of(what));
        Path log = folder.resolve(name + ".log");
        int ended = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(ended).as("the later program %s: %s", name, lastOf(log)).isZero();
        return Files.readAllLines(said);
    }

    private static String lastOf(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    /** @return folder with the classes that the later program has otherwise */
    private Path laterProgram() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("later-sources"));
        Path classes = Files.createDirectories(folder.resolve("later"));
        String note = "@io.github.samuraidesk.deal.Since(2) java.util.Optional<String> note";
        String notes = "@io.github.samuraidesk.deal.Since(2) java.util.List<String> notes";
        write(sources, "Tranche.java", withComponent(source("deal/Tranche.java"), "Tranche", note, "java.util.Optional.empty()")
                .replaceFirst("\\}\\s*$", """
                            public Tranche noted(String text) {
                                return new Tranche(%s, java.util.Optional.of(text));
                            }
                        }
                        """.formatted(names(header(source("deal/Tranche.java"), "Tranche")))));
        write(
                sources,
                "PaperData.java",
                withComponent(source("disclosure/PaperData.java"), "PaperData", notes, "java.util.List.of()"));
        for (String kind : List.of("deal/TermSheet", "pricing/PricingRun")) {
            String text = source(kind + ".java");
            String bumped = text.replaceFirst("(FACT =\\s*FactKind\\.\\w+\\([^;]*?\\));", "$1.then(FactKind.Upcast.NONE);");
            assertThat(bumped).isNotEqualTo(text);
            write(sources, kind.substring(kind.indexOf('/') + 1) + ".java", bumped);
        }
        var arguments = new ArrayList<String>(
                List.of("-proc:none", "-nowarn", "-parameters", "-d", classes.toString(), "-cp", CLASS_PATH));
        try (var files = Files.list(sources)) {
            files.forEach(f -> arguments.add(f.toString()));
        }
        int compiled = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(compiled).as("the later program compiles").isZero();
        return classes;
    }

    private static String source(String name) throws IOException {
        return Files.readString(SOURCES.resolve(name));
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Components of a record as they stand in its source. */
    private static String header(String source, String record) {
        int from = source.indexOf("record " + record + "(") + ("record " + record + "(").length();
        int depth = 1;
        int to = from;
        while (depth > 0) {
            char c = source.charAt(to++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return source.substring(from, to - 1);
    }

    private static String names(String header) {
        Matcher name = Pattern.compile("(\\w+)\\s*(?=,|$)").matcher(header.replaceAll("<[^<>]*(<[^<>]*>)?[^<>]*>", "").strip());
        return name.results().map(r -> r.group(1)).collect(Collectors.joining(", "));
    }

    /** The record with one more component at its end, and a constructor without it for whoever does not say it. */
    private static String withComponent(String source, String record, String component, String nothing) {
        String header = header(source, record);
        
        int body = source.indexOf('{', source.indexOf(header) + header.length()) + 1;
        return source.substring(0, body).replace(header, header.stripTrailing() + ",\n" + component)
                + """

                    public %s(%s) {
                        this(%s, %s);
                    }
                """.formatted(record, header, names(header), nothing)
                + source.substring(body);
    }
}
