package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.TermSheetForm;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.edinet.EdinetFault;
import io.github.samuraidesk.edinet.EdinetMessages;
import io.github.samuraidesk.edinet.Severity;
import io.github.samuraidesk.form.FieldType;
import io.github.samuraidesk.law.Planner;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.HumanTask;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts for pages, in the reader's language. */
@Component("wording")
class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    public String text(String key, Object... args) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, args, key, locale);
    }

    /** A text in a language that is not the reader's, for files whose language is chosen by itself. */
    public String textIn(Locale locale, String key) {
        return messages.getMessage(key, null, key, locale);
    }

    /** Wording of a finding; fields and roles in its arguments are named as the page names them. */
    public String finding(Finding f) {
        if (f.code().equals("packageFault") && f.args().size() >= 2) {
            // the upload check has words of its own for each fault
            var fault = new EdinetFault(
                    f.rule(),
                    Severity.ERROR,
                    f.args().get(0),
                    0,
                    f.args().get(1),
                    f.args().subList(2, f.args().size()));
            return f.args().get(0)
                    + (isWide() ? "：" : ": ")
                    + EdinetMessages.of(LocaleContextHolder.getLocale()).text(fault);
        }
        Object[] args = f.args().stream().map(this::named).toArray();
        return text("finding." + f.code(), args);
    }

    /** What stands as the rule of a finding: ids such as G5 and K05 as they are; what a form asks needs none. */
    public String rule(String rule) {
        return rule.equals("FORM") ? "" : known("rule.", rule, rule);
    }

    /** A source as pages name it: ids of the table of sources as they are, rules of the house in words. */
    public String source(String source) {
        return known("source.", source.replaceAll("[^A-Za-z0-9]+", "-"), source);
    }

    /** What stands in counts, with the wording that takes its numbers; longer ones first. */
    private static final Map<Pattern, String> COUNTS = counts();

    private static Map<Pattern, String> counts() {
        var all = new LinkedHashMap<Pattern, String>();
        for (String[] c : new String[][] {
            {"; short (\\d+|-), least (\\d+|-) gbd; paper (\\d+|-)", "short"},
            {" \\(not enforced\\)", "notEnforced"},
            {" \\(verify; may be longer\\)", "verify"},
            {"(\\d+) or (\\d+) years", "yearsOr"},
            {"(\\d+) (?:government business days|gbd)\\b", "gbd"},
            {"→ gbd\\b", "toGbd"},
            {"(\\d+) (?:calendar days|cd)\\b", "cd"},
            {"(\\d+) (?:business days|bd)\\b", "bd"},
            {"(\\d+) (?:days incl\\. filing day|d incl\\.)", "incl"},
            {"(\\d+) days\\b", "d"},
            {"(\\d+) w\\b", "w"},
            {"(\\d+) (?:months|m)\\b", "m"},
            {"(\\d+) years\\b", "y"},
            {"\\+ 1$", "andOne"},
            {"end of month of ([A-Z0-9]+)", "monthEnd"},
            {"Thu (17:00)", "thursday"},
            {"Fri < week of ([A-Z0-9]+)", "friday"},
            {"\\bMONTH_END\\b", "MONTH_END"},
            {"\\bMATURITY\\b", "MATURITY"},
            {"\\bFLOATING_COUPON\\b", "FLOATING_COUPON"},
            {"\\bCOUPON\\b", "COUPON"},
            {"\\bFYE\\b", "FYE"},
            {"\\bHYE\\b", "HYE"},
            {"\\bEVENT\\b", "EVENT"},
            {" of interest\\b", "ofInterest"},
            {"(\\d[\\d.]*) JPY\\b", "JPY"},
            {"(\\d[\\d.]*) persons\\b", "persons"},
            {" from (\\d{4}-\\d\\d-\\d\\d)", "from"},
            {" to (\\d{4}-\\d\\d-\\d\\d)", "to"}
        }) {
            all.put(Pattern.compile(c[0]), "count." + c[1]);
        }
        return all;
    }

    /** How a date was counted, for example {@code P − 3 bd}, with its units in words. */
    public String counted(String count) {
        String words = count;
        for (Map.Entry<Pattern, String> c : COUNTS.entrySet()) {
            words = c.getKey()
                    .matcher(words)
                    .replaceAll(m -> Matcher.quoteReplacement(text(
                            c.getValue(),
                            IntStream.rangeClosed(1, m.groupCount())
                                    .mapToObj(m::group)
                                    .toArray())));
        }
        return words;
    }

    /** A stored value as a form would show it: answers of choices, roles, yes and no in words, moments in Tokyo. */
    public String value(String value) {
        if (value.equals("true") || value.equals("false")) {
            return text(value.equals("true") ? "choice.yes" : "choice.no");
        }
        if (value.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z")) {
            return MINUTES.format(Instant.parse(value).atZone(DealClock.TOKYO));
        }
        if (!value.matches("[A-Z][A-Z0-9_]{2,}|yes|no")) {
            return value;
        }
        String found = firstOf(value, "choice.", "role.", "gate.", "firm.", "page.set.", "page.document.");
        return found.isEmpty() ? paper(value) : found;
    }

    /** Name of a paper by its constant, as facts store it. */
    private String paper(String constant) {
        return Arrays.stream(Paper.values())
                .filter(p -> p.name().equals(constant))
                .findFirst()
                .map(p -> text("paper." + p.code()))
                .orElse(constant);
    }

    /** What moves between rule packs; ids of rows as they are. */
    public String moved(String kind, String field) {
        return switch (kind) {
            case "FORM" -> text("page.document." + field);
            case "ROUTE", "EFFECTIVENESS" -> field(field);
            case "TAX" -> {
                String[] idAndHolder = field.split(" ", 2);
                yield idAndHolder.length < 2 ? field : idAndHolder[0] + " " + text("page.taxHolder." + idAndHolder[1]);
            }
            default -> field;
        };
    }

    private String firstOf(String name, String... prefixes) {
        for (String prefix : prefixes) {
            String found = messages.getMessage(prefix + name, null, "", LocaleContextHolder.getLocale());
            if (found != null && !found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    /** Name of a printed figure: {@code 5Y.coupon} becomes the tranche and what it is. */
    public String figure(String path) {
        int dot = path.lastIndexOf('.');
        String name = path.substring(dot + 1);
        String words = firstOf(name, "figure.", "field.", "page.");
        return words.isEmpty() ? path : (dot < 0 ? "" : path.substring(0, dot).replace('.', ' ') + " ") + words;
    }

    /** A word for what a loaded pack says in its own; where there is none, what it says. */
    public String known(String prefix, String name, String otherwise) {
        String words = firstOf(name, prefix);
        return words.isEmpty() ? otherwise : words;
    }

    public String figures(List<String> names) {
        return names.stream().map(this::figure).collect(Collectors.joining(isWide() ? "、" : ", "));
    }

    /** A condition of a clause, for example {@code rate=FLOATING}. */
    public String condition(String key, java.util.Collection<String> values) {
        String words = firstOf(key, "condition.", "field.");
        return (words.isEmpty() ? key : words)
                + (isWide() ? "：" : ": ")
                + values.stream()
                        .map(v -> {
                            String known = firstOf(v, "condition.value.");
                            return known.isEmpty() ? value(v) : known;
                        })
                        .collect(Collectors.joining(isWide() ? "・" : ", "));
    }

    /** What an event of the trail was about: the kind of fact, and its key with papers, tasks, roles and slots by name. */
    public String about(String what) {
        return Arrays.stream(what.split(" "))
                .map(word -> Arrays.stream(word.split("/"))
                        .map(this::part)
                        .collect(Collectors.joining(isWide() ? "／" : " / ")))
                .collect(Collectors.joining(" "));
    }

    private String part(String code) {
        String words =
                firstOf(code, "fact.", "task.", "entry.", "paper.", "slot.", "role.", "choice.", "page.set.", "field.");
        return words.isEmpty() ? paper(code) : words;
    }

    /** A value of an event of the house; reasons and kinds have words of their own. */
    public String house(String value) {
        return known("house.value.", value.replaceAll("[^A-Za-z0-9]+", "-"), value(value));
    }

    /** A stored value of the trail: as {@link #value}, and what is the id of a task, an entry or a slot by its name. */
    public String stored(String value) {
        if (value.contains("→ ")) {
            return changed(value);
        }
        return value.matches("[a-z]+[A-Z][A-Za-z0-9]*") ? part(value) : value(value);
    }

    /** What was typed or chosen in a control, by its name; text that a person wrote stays as it is. */
    public String typedValue(String name, String value) {
        return CHOSEN.contains(name.replaceAll(".*[.\\]]", "")) ? value(value) : value;
    }

    private static final Set<String> CHOSEN = Stream.of(
                    Arrays.stream(HumanTask.values()).flatMap(t -> t.fields().stream()),
                    Arrays.stream(Entry.values()).flatMap(e -> e.fields().stream()),
                    TermSheetForm.FIELDS.stream())
            .flatMap(f -> f)
            .flatMap(f -> Stream.concat(Stream.of(f), f.columns().stream()))
            .filter(f -> !f.choices().isEmpty() || f.type() == FieldType.YES_NO)
            .map(f -> f.name().replaceAll(".*\\.", ""))
            .collect(Collectors.toUnmodifiableSet());

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Wording of a planner's remark. */
    public String remark(Planner.Remark r) {
        return text("plan." + r.code(), r.args().toArray());
    }

    private static final Pattern CHANGED = Pattern.compile("(^|; )([A-Za-z0-9.]+): (?=.*→)");

    private String changed(String told) {
        return CHANGED.matcher(told).replaceAll(m -> Matcher.quoteReplacement(m.group(1) + figure(m.group(2)) + ": "));
    }

    private String named(String arg) {
        if (arg.contains(" → ")) {
            // figures that changed, as an approval that fell tells them
            return changed(arg);
        }
        String found = firstOf(arg, "field.", "paper.", "slot.", "task.", "choice.", "role.");
        if (!found.isEmpty()) {
            return found;
        }
        return arg;
    }

    /** Name of a field by its path: {@code prices[1].spreadBp} becomes table, row and column. */
    public String field(String path) {
        if (path.isEmpty()) {
            return "";
        }
        if (path.startsWith("slot:")) {
            // clauses that are no slots go by their id
            return Objects.requireNonNullElse(
                    messages.getMessage(
                            "slot." + path.substring(5), null, path.substring(5), LocaleContextHolder.getLocale()),
                    path);
        }
        int bracket = path.indexOf('[');
        if (bracket > 0 && path.indexOf(']') > bracket) {
            String row = path.substring(bracket + 1, path.indexOf(']'));
            String table = text("field." + path.substring(0, bracket));
            String rest = path.substring(path.indexOf(']') + 1);
            String column = rest.startsWith(".") ? " " + text("field." + rest.substring(1)) : "";
            return table + " " + (Integer.parseInt(row) + 1) + column;
        }
        for (String prefix : List.of("field.", "task.", "paper.", "entry.")) {
            String found = messages.getMessage(prefix + path, null, "", LocaleContextHolder.getLocale());
            if (found != null && !found.isEmpty()) {
                return found;
            }
        }
        return path;
    }

    /** Name of a form's control as people know it; what is no field of a form goes by its own name. */
    public String typed(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9.]*\\[\\d{1,4}]\\.[A-Za-z0-9]+") || !name.contains("[")
                ? field(name)
                : name;
    }

    /** Names of the roles in a comma-separated list. */
    public String roles(String roles) {
        if (roles.isEmpty()) {
            return "";
        }
        return java.util.Arrays.stream(roles.split(", "))
                .map(r -> messages.getMessage("role." + r, null, r, LocaleContextHolder.getLocale()))
                .reduce((a, b) -> a + (isWide() ? "・" : ", ") + b)
                .orElse("");
    }

    /** Name of an answer of a choice; what is none stands as it is. */
    public String choice(String answer) {
        return known("choice.", answer, answer);
    }

    /** Names of the answers of a choice. */
    public String choices(List<String> answers) {
        return answers.stream()
                .map(a -> text("choice." + a))
                .reduce((a, b) -> a + (isWide() ? "・" : ", ") + b)
                .orElse("");
    }

    /** Whether the reader's language is written with full-width punctuation. */
    private static boolean isWide() {
        return !LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    public boolean isEnglish() {
        return !isWide();
    }

    public boolean isJapanese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("ja");
    }
}
