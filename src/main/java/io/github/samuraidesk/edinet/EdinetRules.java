package io.github.samuraidesk.edinet;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The rules of a package with their figures, patterns and lists, read from a table so that a change of the
 * specification is a change of data.
 */
public final class EdinetRules {

    private static final List<String> COLUMNS = List.of(
            "rule_id", "scope", "severity", "rule", "rule_ja", "mend_en", "mend_ja", "parameter", "ec_code", "source");

    /** What each parameter must be. A rule that is not here takes none. */
    private static final Map<String, Map<String, Kind>> PARAMETERS = parameters();

    private enum Kind {
        NUMBER,
        PATTERN,
        WORDS,
        CHARSET
    }

    private final Map<String, EdinetRule> rules;
    private final Map<String, Object> values;

    private EdinetRules(Map<String, EdinetRule> rules, Map<String, Object> values) {
        this.rules = rules;
        this.values = values;
    }

    /**
     * Reads the table.
     *
     * @param csv UTF-8 with a header line
     * @throws IllegalArgumentException naming every fault of the table, one a line
     */
    public static EdinetRules read(byte[] csv) throws IllegalArgumentException {
        var faults = new ArrayList<String>();
        var rules = new LinkedHashMap<String, EdinetRule>();
        var values = new LinkedHashMap<String, Object>();
        for (CSVRecord row : rows(csv, faults)) {
            readRow(row, rules, values, faults);
        }
        if (faults.isEmpty()) {
            PARAMETERS.keySet().stream()
                    .filter(id -> !rules.containsKey(id))
                    .forEach(id -> faults.add("rule " + id + " is missing"));
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("edinet rules: " + String.join("\n", faults));
        }
        return new EdinetRules(rules, values);
    }

    /** The rules that come with the program. */
    public static EdinetRules builtIn() {
        try (InputStream in = EdinetRules.class.getResourceAsStream("/rules/pack/edinet-rules.csv")) {
            if (in == null) {
                throw new IllegalStateException("rule pack file is missing: edinet-rules.csv");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when no rule has this id */
    public EdinetRule rule(String id) {
        EdinetRule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no rule " + id);
        }
        return rule;
    }

    public List<EdinetRule> all() {
        return List.copyOf(rules.values());
    }

    long number(String id, String name) {
        return ((BigDecimal) value(id, name)).longValue();
    }

    double decimal(String id, String name) {
        return ((BigDecimal) value(id, name)).doubleValue();
    }

    Pattern pattern(String id, String name) {
        return (Pattern) value(id, name);
    }

    Charset charset(String id, String name) {
        return (Charset) value(id, name);
    }

    @SuppressWarnings("unchecked")
    List<String> words(String id, String name) {
        return (List<String>) value(id, name);
    }

    private Object value(String id, String name) {
        Object value = values.get(id + "." + name);
        if (value == null) {
            throw new IllegalArgumentException("rule " + id + " has no parameter " + name);
        }
        return value;
    }

    private static List<CSVRecord> rows(byte[] csv, List<String> faults) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
            try (var parser = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
                List<String> missing = COLUMNS.stream()
                        .filter(column -> !parser.getHeaderNames().contains(column))
                        .toList();
                if (!missing.isEmpty()) {
                    missing.forEach(column -> faults.add("column " + column + " is missing"));
                    return List.of();
                }
                return parser.getRecords();
            }
        } catch (CharacterCodingException e) {
            faults.add("the table is not UTF-8");
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            faults.add("the table is not CSV: " + e.getMessage());
        }
        return List.of();
    }

    private static void readRow(
            CSVRecord row, Map<String, EdinetRule> rules, Map<String, Object> values, List<String> faults) {
        if (row.size() != COLUMNS.size()) {
            faults.add("line " + row.getRecordNumber() + " has " + row.size() + " columns");
            return;
        }
        String id = row.get("rule_id").strip();
        if (id.isEmpty()) {
            faults.add("row " + row.getRecordNumber() + " has no rule_id");
            return;
        }
        Severity severity = Severity.ERROR;
        try {
            severity = Severity.valueOf(row.get("severity").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            faults.add(id + ": unknown severity " + row.get("severity"));
        }
        if (row.get("source").isBlank()) {
            faults.add(id + ": no source");
        }
        for (String text : List.of("rule", "rule_ja", "mend_en", "mend_ja")) {
            if (row.get(text).isBlank()) {
                faults.add(id + ": no " + text);
            }
        }
        var rule = new EdinetRule(
                id,
                row.get("scope"),
                severity,
                row.get("rule"),
                row.get("rule_ja"),
                row.get("mend_en"),
                row.get("mend_ja"),
                row.get("parameter"),
                row.get("ec_code"),
                row.get("source"));
        if (rules.putIfAbsent(id, rule) != null) {
            faults.add(id + ": duplicate rule_id");
            return;
        }
        readParameters(rule, values, faults);
    }

    private static void readParameters(EdinetRule rule, Map<String, Object> values, List<String> faults) {
        Map<String, Kind> kinds = PARAMETERS.getOrDefault(rule.id(), Map.of());
        var given = new LinkedHashMap<String, String>();
        for (String part : rule.parameter().split(";")) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            String name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            String text = equals < 0 ? "" : part.substring(equals + 1).strip();
            if (given.put(name, text) != null) {
                faults.add(rule.id() + ": parameter " + name + " is given twice");
            } else if (!kinds.containsKey(name)) {
                faults.add(rule.id() + ": unknown parameter " + name);
            }
        }
        kinds.forEach((name, kind) -> {
            String text = given.getOrDefault(name, "");
            if (text.isEmpty()) {
                faults.add(rule.id() + ": parameter " + name + " is missing");
                return;
            }
            try {
                values.put(rule.id() + "." + name, parsed(kind, text));
            } catch (PatternSyntaxException e) {
                faults.add(rule.id() + ": parameter " + name + " is no pattern: " + text);
            } catch (NumberFormatException e) {
                faults.add(rule.id() + ": parameter " + name + " is no number above 0: " + text);
            } catch (IllegalArgumentException e) {
                faults.add(rule.id() + ": parameter " + name + " is no charset: " + text);
            }
        });
    }

    private static Object parsed(Kind kind, String text) {
        return switch (kind) {
            case NUMBER -> {
                var number = new BigDecimal(text);
                if (number.signum() <= 0) {
                    throw new NumberFormatException(text);
                }
                yield number;
            }
            case PATTERN -> Pattern.compile(text);
            case WORDS -> Arrays.stream(text.split(" +")).toList();
            case CHARSET -> Charset.forName(text);
        };
    }

    private static Map<String, Map<String, Kind>> parameters() {
        var all = new LinkedHashMap<String, Map<String, Kind>>();
        all.put("E001", Map.of("maxBytes", Kind.NUMBER, "unpackedTimes", Kind.NUMBER, "entries", Kind.NUMBER));
        all.put("E002", Map.of("folders", Kind.WORDS, "auditFiles", Kind.NUMBER));
        all.put("E003", Map.of());
        all.put("E004", Map.of("name", Kind.PATTERN, "levels", Kind.NUMBER));
        all.put("E005", Map.of("name", Kind.PATTERN));
        all.put("E006", Map.of("all", Kind.WORDS, "XBRL", Kind.WORDS, "EnglishDoc", Kind.WORDS));
        all.put("E007", Map.of("maxBytes", Kind.NUMBER));
        all.put("E008", Map.of("charset", Kind.CHARSET, "guesses", Kind.WORDS));
        all.put("E009", Map.of("tags", Kind.WORDS));
        all.put("E010", Map.of("max", Kind.NUMBER));
        all.put("E011", Map.of("tags", Kind.WORDS, "inlineOnly", Kind.WORDS));
        all.put("E012", Map.of("attributes", Kind.WORDS, "inlineOnly", Kind.WORDS));
        all.put("E013", Map.of("links", Kind.WORDS));
        all.put("E014", Map.of("values", Kind.WORDS));
        all.put("E015", Map.of("preferred", Kind.NUMBER, "max", Kind.NUMBER));
        all.put("E016", Map.of());
        all.put("E017", Map.of());
        all.put("E018", Map.of("maxBytes", Kind.NUMBER));
        all.put("E019", Map.of("maxBytes", Kind.NUMBER, "version", Kind.NUMBER));
        all.put("E020", Map.of());
        all.put("E021", Map.of("folders", Kind.WORDS, "subFolders", Kind.WORDS));
        all.put("E022", Map.of("file", Kind.WORDS, "first", Kind.WORDS, "required", Kind.WORDS, "known", Kind.WORDS));
        all.put("E023", Map.of("name", Kind.PATTERN));
        all.put("E024", Map.of());
        all.put("E025", Map.of("maxBytes", Kind.NUMBER));
        all.put(
                "E026",
                Map.of("parts", Kind.NUMBER, "numbers", Kind.NUMBER, "circled", Kind.NUMBER, "kana", Kind.WORDS));
        all.put("E027", Map.of());
        all.put("E028", Map.of("phrases", Kind.WORDS, "near", Kind.PATTERN));
        all.put("E029", Map.of("charset", Kind.CHARSET, "also", Kind.WORDS));
        all.put("E030", Map.of("mixed", Kind.PATTERN, "date", Kind.PATTERN, "money", Kind.PATTERN));
        all.put("E031", Map.of("file", Kind.PATTERN, "reason", Kind.PATTERN, "document", Kind.PATTERN));
        all.put("E032", Map.of("file", Kind.WORDS));
        all.put("E033", Map.of("edinetCode", Kind.PATTERN, "documentId", Kind.PATTERN));
        all.put("E034", Map.of("number", Kind.PATTERN, "item", Kind.WORDS));
        all.put("E035", Map.of());
        return all;
    }
}
