package io.github.samuraidesk.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.clause.ClauseLibrary;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheetForm;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Slot;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FieldType;
import io.github.samuraidesk.underwriting.Criterion;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.FormSpec;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the four languages of the wording level with each other and with what the program asks of them. */
class WordingTest {

    private static final List<String> LANGUAGES = List.of("ja", "en", "zh_CN", "zh_TW");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9]*)\"");
    private static final Pattern CALL =
            Pattern.compile("\\b(Fault\\.of|Finding\\.field|Finding\\.rule|refuse|new DealEvent)\\(");
    private static final Pattern FIELD = Pattern.compile("\"([A-Za-z][A-Za-z0-9.]*)\"");
    private static final Pattern REASON =
            Pattern.compile("<outputEntry id=\"route-(?:\\d+-o1|notes-\\d+-o0)\"><text>\"([A-Za-z0-9 ]+)\"");
    private static final Pattern TEMPLATE_KEY =
            Pattern.compile("#\\{([A-Za-z][A-Za-z0-9._-]*)[}(]|wording\\.text\\('([A-Za-z][A-Za-z0-9._-]*)'\\s*[,)]");

    @ParameterizedTest
    @ValueSource(strings = {"terms", "pages", "edinet"})
    void allLanguagesHoldTheSameKeys(String bundle) {
        for (String language : LANGUAGES) {
            assertThat(read(bundle, language).keySet())
                    .as(language)
                    .isEqualTo(read(bundle, "en").keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"terms", "pages", "edinet"})
    void allLanguagesTakeTheSamePlaceholders(String bundle) {
        Map<String, String> english = read(bundle, "en");
        for (String language : LANGUAGES) {
            read(bundle, language)
                    .forEach((key, text) -> assertThat(placeholders(text))
                            .as(language + " " + key)
                            .isEqualTo(placeholders(english.getOrDefault(key, ""))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"terms", "pages", "edinet"})
    void noTextIsEmpty(String bundle) {
        for (String language : LANGUAGES) {
            read(bundle, language)
                    .forEach((key, text) ->
                            assertThat(text).as(language + " " + key).isNotBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"terms", "pages", "edinet"})
    void noKeyStandsTwiceInAFile(String bundle) throws IOException {
        for (String language : LANGUAGES) {
            List<String> keys = Files.readAllLines(file(bundle, language)).stream()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(language).doesNotHaveDuplicates();
        }
    }

    /** A single apostrophe would swallow the placeholders after it. */
    @ParameterizedTest
    @ValueSource(strings = {"terms", "pages", "edinet"})
    void everyPlaceholderSurvivesTheMessageFormat(String bundle) {
        for (String language : LANGUAGES) {
            read(bundle, language).forEach((key, text) -> {
                if (!placeholders(text).isEmpty()) {
                    Object[] marks = {"‹0›", "‹1›", "‹2›", "‹3›", "‹4›", "‹5›"};
                    String shown = new MessageFormat(text).format(marks);
                    placeholders(text)
                            .forEach(n ->
                                    assertThat(shown).as(language + " " + key).contains("‹" + n + "›"));
                }
            });
        }
    }

    @Test
    void everyTaskHasATitleAndHelp() {
        assertTermsHold(Arrays.stream(HumanTask.values())
                .flatMap(t -> Stream.of("task." + t.id(), "task." + t.id() + ".help")));
    }

    @Test
    void everyStepOfTheProgramHasAName() {
        assertTermsHold(Arrays.stream(Step.values()).map(s -> "step." + s.id()));
    }

    @Test
    void everyEntryHasATitleAndHelp() {
        assertTermsHold(
                Arrays.stream(Entry.values()).flatMap(e -> Stream.of("entry." + e.id(), "entry." + e.id() + ".help")));
    }

    @Test
    void everyFieldAndColumnHasALabel() {
        assertTermsHold(fields().map(f -> "field." + f.name()));
    }

    @Test
    void everyChoiceHasALabel() {
        assertTermsHold(Stream.concat(
                        fields().flatMap(f -> f.choices().stream()),
                        fields().anyMatch(f -> f.type() == FieldType.YES_NO) ? Stream.of("yes", "no") : Stream.empty())
                .map(choice -> "choice." + choice));
    }

    @Test
    void everyRoleGatePaperSlotAndCriterionHasAName() {
        assertTermsHold(Arrays.stream(Role.values()).map(r -> "role." + r.name()));
        assertTermsHold(Arrays.stream(Gate.values()).map(g -> "gate." + g.name()));
        assertTermsHold(Arrays.stream(Paper.values()).map(p -> "paper." + p.code()));
        assertTermsHold(Arrays.stream(Slot.values()).map(s -> "slot." + s.id()));
        assertTermsHold(ClauseLibrary.builtIn().clauses().stream().map(c -> "slot." + c.id()));
        assertTermsHold(Arrays.stream(Criterion.values()).map(c -> "criterion." + c.name()));
    }

    @Test
    void everyProcessHasAName() {
        assertTermsHold(files("processes", ".bpmn")
                .map(p -> "process." + p.getFileName().toString().replace(".bpmn", "")));
    }

    @Test
    void everyReasonOfTheRouteIsWorded() {
        var keys = new TreeSet<String>();
        Matcher reason = REASON.matcher(read(Path.of("processes/route.dmn")));
        while (reason.find()) {
            Arrays.stream(reason.group(1).split(" ")).forEach(key -> keys.add("route.reason." + key));
        }
        assertThat(keys).isNotEmpty();
        assertTermsHold(keys.stream());
    }

    @Test
    void everyEventOfTheTrailHasAName() {
        assertTermsHold(calls().filter(c -> c.kind().equals("event")).map(c -> "event." + c.code()));
    }

    @Test
    void everyFindingInTheSourcesIsWorded() {
        assertTermsHold(calls().filter(c -> c.kind().equals("finding")).map(c -> "finding." + c.code()));
    }

    @Test
    void everyFieldThatAFindingNamesHasALabel() {
        Set<String> terms = read("terms", "ja").keySet();
        var missing = new TreeSet<String>();
        calls().filter(c -> c.kind().equals("finding") && !c.field().isEmpty())
                .map(Call::field)
                .filter(f -> Stream.of("field.", "task.", "paper.", "entry.").noneMatch(p -> terms.contains(p + f)))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    @Test
    void noFindingTakesMoreArgumentsThanItsCallsGive() {
        Map<String, String> terms = read("terms", "ja");
        calls().filter(c -> c.kind().equals("finding"))
                .forEach(c -> assertThat(placeholders(terms.getOrDefault("finding." + c.code(), "")))
                        .as("finding.%s with %d arguments", c.code(), c.arguments())
                        .allMatch(n -> n < c.arguments()));
    }

    /** Figures in a finding are looked up among the choices too, so a figure must stay a figure. */
    @Test
    void figuresAreTheirOwnChoiceLabels() {
        for (String language : LANGUAGES) {
            read("terms", language).forEach((key, text) -> {
                if (key.matches("choice\\.\\d+")) {
                    assertThat(key).isEqualTo("choice." + text);
                }
            });
        }
    }

    @Test
    void everyKeyOfAPageIsWorded() {
        var known = new TreeSet<>(read("terms", "ja").keySet());
        known.addAll(read("pages", "ja").keySet());
        var missing = new TreeSet<String>();
        files("templates", ".html")
                .filter(p -> !p.startsWith("templates/documents"))
                .forEach(page -> {
                    Matcher key = TEMPLATE_KEY.matcher(read(page));
                    while (key.find()) {
                        String name = key.group(1) == null ? key.group(2) : key.group(1);
                        if (!known.contains(name)) {
                            missing.add(page + ": " + name);
                        }
                    }
                });
        assertThat(missing).isEmpty();
    }

    private static void assertTermsHold(Stream<String> keys) {
        var wanted = new TreeSet<String>();
        keys.forEach(wanted::add);
        assertThat(wanted).isNotEmpty();
        for (String language : LANGUAGES) {
            var missing = new TreeSet<>(wanted);
            missing.removeAll(read("terms", language).keySet());
            assertThat(missing).as("keys missing in " + language).isEmpty();
        }
    }

    private static Stream<Field> fields() {
        Stream<FormSpec> forms = Stream.concat(Arrays.stream(HumanTask.values()), Arrays.stream(Entry.values()));
        return Stream.concat(forms.flatMap(f -> f.fields().stream()), TermSheetForm.FIELDS.stream())
                .flatMap(f -> Stream.concat(Stream.of(f), f.columns().stream()));
    }

    private static Set<Integer> placeholders(String text) {
        var numbers = new TreeSet<Integer>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            numbers.add(Integer.valueOf(placeholder.group(1)));
        }
        return numbers;
    }

    /**
     * A code in a call of the sources.
     *
     * @param field field that a finding names, or empty where it is computed
     * @param arguments number of arguments that the call gives to the wording
     */
    private record Call(String kind, String code, String field, int arguments) {}

    private static Stream<Call> calls() {
        return files("src/main/java", ".java").flatMap(source -> calls(read(source)).stream());
    }

    private static List<Call> calls(String source) {
        var calls = new ArrayList<Call>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            List<String> arguments = arguments(source, call.end());
            int place = place(call.group(1), arguments);
            if (arguments.size() > place) {
                String kind = call.group(1).equals("new DealEvent") ? "event" : "finding";
                Matcher field = FIELD.matcher(arguments.get(fieldPlace(place)));
                String named = field.matches() ? field.group(1) : "";
                literals(arguments.get(place), source)
                        .forEach(code -> calls.add(new Call(kind, code, named, arguments.size() - place - 1)));
            }
        }
        return calls;
    }

    private static int place(String call, List<String> arguments) {
        return switch (call) {
            case "Finding.rule" -> 4;
            case "refuse" -> arguments.get(0).startsWith("Gate.") ? 3 : 1;
            default -> 1;
        };
    }

    /** A gate's refusal names its field second, a rule's finding third, every other call first. */
    private static int fieldPlace(int codePlace) {
        return switch (codePlace) {
            case 4 -> 2;
            case 3 -> 1;
            default -> 0;
        };
    }

    /** Codes in an argument: literals, also of a conditional, or the value of a constant of the same source. */
    private static List<String> literals(String argument, String source) {
        Matcher constant = Pattern.compile("String " + Pattern.quote(argument) + " = \"([A-Za-z0-9]+)\"")
                .matcher(source);
        if (constant.find()) {
            return List.of(constant.group(1));
        }
        return LITERAL.matcher(argument).results().map(r -> r.group(1)).toList();
    }

    /** The arguments of a call, split at its own commas; {@code start} is the index after its opening bracket. */
    private static List<String> arguments(String source, int start) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        int from = start;
        boolean quoted = false;
        for (int i = start; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if ((c == ')' || c == ']' || c == '}') && depth-- == 0) {
                arguments.add(source.substring(from, i).strip());
                return arguments;
            } else if (c == ',' && depth == 0) {
                arguments.add(source.substring(from, i).strip());
                from = i + 1;
            }
        }
        throw new IllegalStateException("a call without its end at " + start);
    }

    private static Path file(String bundle, String language) {
        return Path.of("i18n", bundle + "_" + language + ".properties");
    }

    private static Map<String, String> read(String bundle, String language) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file(bundle, language), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(String folder, String ending) {
        try (Stream<Path> walk = Files.walk(Path.of(folder))) {
            return walk.filter(p -> p.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
