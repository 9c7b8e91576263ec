package io.github.samuraidesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.Trades;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The measures of the house. A limit is a question: what is over it stands here by name, with what it waits for or why it
 * stays, and nothing joins the list unseen. A name that is no longer over its limit must leave.
 */
class HouseTest {

    private static final String ROOT = "io.github.samuraidesk.";
    private static final Path SOURCES = Path.of("src/main/java/io/github/samuraidesk");
    private static final int MOST_LINES = 400;
    private static final int MOST_COLLABORATORS = 7;
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.samuraidesk");

    private static final String GROUND = "ground floor: one algorithm, read as a whole";
    private static final String ACTS = "its acts go home to their trades";
    private static final String TABS = "its tabs go home to their trades";

    private static final Map<String, String> LONG = new TreeMap<>(Map.ofEntries(
            Map.entry("bond/SettledFlows", GROUND),
            Map.entry("deal/FactText", GROUND),
            Map.entry("disclosure/Gathering", "the facts of papers go home as sections"),
            Map.entry("disclosure/PartTwoBody", GROUND),
            Map.entry("disclosure/WordPartTwo", GROUND),
            Map.entry("disclosure/WordText", GROUND),
            Map.entry("edinet/HtmlCheck", GROUND),
            Map.entry("edinet/PackageCheck", GROUND),
            Map.entry("law/RulePack", "the rows of a pack and what each says, a record a row"),
            Map.entry("law/RulePackReader", "one check a file of the pack"),
            Map.entry("pricing/Pricer", GROUND),
            Map.entry("pricing/TrancheCalculator", GROUND),
            Map.entry("pricing/batch/BondRow", "one row of the price table, a check a column"),
            Map.entry("rehearsal/Script", ACTS),
            Map.entry("web/DealPages", TABS),
            Map.entry("web/FormPages", TABS),
            Map.entry("workflow/DealCalendar", "the timetable goes home to registration"),
            Map.entry("workflow/Desk", "reading leaves it with the tabs"),
            Map.entry("workflow/camunda/CamundaDealProcess", "the one port to the engine"),
            Map.entry("workflow/Sealed", "reading rights become one table in access")));

    @Test
    void aClassIsReadInOneGo() {
        var over = new TreeMap<String, Long>();
        try (var files = Files.walk(SOURCES)) {
            files.filter(f -> f.toString().endsWith(".java")).forEach(f -> {
                long lines = lines(f);
                if (lines > MOST_LINES) {
                    over.put(SOURCES.relativize(f).toString().replace(".java", ""), lines);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(over.keySet()).as("classes over %s lines", MOST_LINES).isEqualTo(LONG.keySet());
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** All of these wait for acts, tabs and sections to leave them; a number here only falls. */
    private static final Map<String, Integer> MANY = new TreeMap<>(Map.ofEntries(
            Map.entry("disclosure.Papers", 10),
            Map.entry("rehearsal.Rehearsal", 8),
            Map.entry("rehearsal.Script", 10),
            Map.entry("web.Api", 9),
            Map.entry("web.CalendarPages", 12),
            Map.entry("web.DealPages", 19),
            Map.entry("web.FormPages", 11),
            Map.entry("web.HomePages", 12),
            Map.entry("web.ReviewPages", 8),
            Map.entry("web.TemplatePages", 9),
            Map.entry("web.TranchePages", 9),
            Map.entry("workflow.DealEntries", 9),
            Map.entry("workflow.DealLists", 8),
            Map.entry("workflow.DealSteps", 9),
            Map.entry("workflow.DealTasks", 8),
            Map.entry("workflow.Desk", 25),
            Map.entry("workflow.EvidenceParts", 9),
            Map.entry("workflow.camunda.CamundaDealProcess", 9)));

    @Test
    void aComponentWorksWithSevenOthersAtMost() {
        var over = new TreeMap<String, Integer>();
        for (JavaClass c : CLASSES) {
            if (c.isRecord() || !c.isMetaAnnotatedWith("org.springframework.stereotype.Component")) {
                continue;
            }
            c.getConstructors().stream()
                    .mapToInt(k -> k.getRawParameterTypes().size())
                    .max()
                    .ifPresent(n -> {
                        if (n > MOST_COLLABORATORS) {
                            over.put(c.getName().substring(ROOT.length()), n);
                        }
                    });
        }
        assertThat(over).isEqualTo(MANY);
    }

    /** A deed reads nothing but what it is given: no clock, no table, no engine, no component. */
    @Test
    void actsAreValues() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "act..", ROOT + "*.acts..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.camunda..", "javax.sql..", "java.sql..", "java.io..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(Facts|RulePacks|Firms|Blobs)")
                .check(CLASSES);
    }

    /** One record says all of an act, so that nobody looks for the rest of it. */
    @Test
    void anActIsOneRecordInItsTrade() {
        classes()
                .that()
                .resideInAPackage(ROOT + "*.acts")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beRecords()
                .check(CLASSES);
        for (HumanTask task : HumanTask.values()) {
            Trades.act(task.id())
                    .map(Act::fields)
                    .ifPresent(fields -> assertThat(task.fields()).as(task.id()).isEqualTo(fields));
        }
        for (Entry entry : Entry.values()) {
            Trades.act(entry.id())
                    .map(Act::fields)
                    .ifPresent(
                            fields -> assertThat(entry.fields()).as(entry.id()).isEqualTo(fields));
        }
        assertThat(Arrays.stream(HumanTask.values())
                        .filter(t -> Trades.act(t.id()).isPresent()))
                .as("tasks whose rules stand in their trade")
                .hasSizeGreaterThanOrEqualTo(44);
    }
}
