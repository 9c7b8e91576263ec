package io.github.samuraidesk.law;

import io.github.samuraidesk.calendar.JapanCalendars;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.edinet.EdinetRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads a rule pack and names every fault of it by file, line and column, all at once. A row that nobody vouches for is a
 * fault: no source, a source that the pack does not list, or a validity that overlaps another's.
 */
final class RulePackReader {

    /** More than any list of faults that a person would read. */
    private static final Map<String, String> OWED_BY_BEFORE_THE_COLUMN =
            Map.of("C01", "company", "C02", "company", "C05", "state");

    private static final int MOST_FAULTS = 200;

    /** Values that the program itself asks for. */
    private static final List<String> THRESHOLDS = List.of("T-OFFEREES", "T-REPORT-YEARS", "T-PAYMENT-LAG");

    /** Gates that the program asks; a pack that lacks one would leave it without a source. */
    static final List<String> GATES =
            List.of("G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G11", "G12", "G13", "TAKEDOWN");

    /** Days that a row may be counted from. */
    private static final String[] ANCHORS = {
        "P", "F", "D", "H01", "MONTH_END", "FYE", "HYE", "EVENT", "COUPON", "FLOATING_COUPON", "MATURITY"
    };

    /** More than any clock or step of a deal. */
    private static final int MOST_COUNTED = 1_000;

    private static final Pattern SOURCE_KEY = Pattern.compile("S:([A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9])");
    private static final Pattern CONFIDENCE = Pattern.compile("GK-(high|med|low)\\b");
    private static final Pattern MONTH_DAY = Pattern.compile("(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

    private final Map<String, byte[]> files;
    private final List<Finding> faults = new ArrayList<>();
    private final Map<String, String> sources = new LinkedHashMap<>();

    RulePackReader(Map<String, byte[]> files) {
        this.files = files;
    }

    /** @param everyGate whether a missing gate is a fault, as in a pack that is loaded now */
    RulePack read(boolean everyGate) {
        RulePack.FILES.stream().filter(f -> !files.containsKey(f)).forEach(f -> fault(f, 0, "", "packFileMissing"));
        files.keySet().stream()
                .filter(f -> !RulePack.FILES.contains(f) && !RulePack.LATER_FILES.contains(f))
                .forEach(f -> fault(f, 0, "", "packFileUnknown"));
        Refused.unlessNone(faults);
        unique(
                "sources.csv",
                read("sources.csv", List.of("key", "reference"), row -> {
                    sources.put(row.text("key"), row.text("reference"));
                    return row.text("key");
                }),
                Function.identity());
        List<RulePack.Head> heads = read(
                "pack.csv",
                List.of("pack_id", "valid_from", "valid_to", "read_on", "title_ja", "title_en", "basis"),
                row -> new RulePack.Head(
                        row.text("pack_id"),
                        row.date("valid_from"),
                        row.findDate("valid_to"),
                        row.date("read_on"),
                        row.text("title_ja"),
                        row.text("title_en"),
                        row.vouched("basis")));
        if (heads.size() != 1) {
            fault("pack.csv", 0, "", "packNeedsOneHead");
        }
        var rows = new RulePack.Rows(
                heads.isEmpty()
                        ? new RulePack.Head("", LocalDate.EPOCH, null, LocalDate.EPOCH, "", "", "")
                        : heads.get(0),
                timetable(),
                jasdec(),
                clocks(),
                forms(),
                gates(everyGate),
                thresholds(),
                windows(),
                routes(),
                markets(),
                misconceptions(),
                materialFields(),
                taxes(),
                sources,
                edinet());
        JapanCalendars calendars = calendars();
        routeTable();
        Refused.unlessNone(faults);
        var kept = new TreeMap<>(files);
        return new RulePack(java.util.Collections.unmodifiableMap(kept), sha256(kept), rows, calendars);
    }

    private static String sha256(Map<String, byte[]> files) {
        var all = new ByteArrayOutputStream();
        files.forEach((name, bytes) -> all.writeBytes(bytes));
        return Sha256.of(all.toByteArray());
    }

    private List<RulePack.GateRow> gates(boolean everyGate) {
        int faultsBefore = faults.size();
        List<RulePack.GateRow> rows = unique(
                "gates.csv",
                read(
                        "gates.csv",
                        List.of("gate", "title_ja", "title_en", "source"),
                        row -> new RulePack.GateRow(
                                row.text("gate"), row.text("title_ja"), row.text("title_en"), row.vouched("source"))),
                RulePack.GateRow::id);
        // a file that cannot be read says so once
        boolean readWhole = faults.size() == faultsBefore;
        GATES.stream()
                .filter(g -> everyGate && readWhole && rows.stream().noneMatch(r -> r.id().equals(g)))
                .forEach(g -> fault("gates.csv", 0, g, "packRowMissing"));
        return rows;
    }

    private List<RulePack.MisconceptionRow> misconceptions() {
        return unique(
                "misconceptions.csv",
                read(
                        "misconceptions.csv",
                        List.of("id", "myth_en", "myth_ja", "truth_en", "truth_ja", "basis"),
                        row -> new RulePack.MisconceptionRow(
                                row.text("id"),
                                row.text("myth_en"),
                                row.text("myth_ja"),
                                row.text("truth_en"),
                                row.text("truth_ja"),
                                row.vouched("basis"))),
                RulePack.MisconceptionRow::id);
    }

    /** The decision table must at least be one: what its rules answer is asked when a deal is opened. */
    private void routeTable() {
        var found = new HashSet<String>();
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            // the default handler would print to the error stream
            builder.setErrorHandler(null);
            var decisions = builder.parse(new ByteArrayInputStream(files.get("route.dmn")))
                    .getElementsByTagNameNS("*", "decision");
            for (int i = 0; i < decisions.getLength(); i++) {
                found.add(((Element) decisions.item(i)).getAttribute("id"));
            }
        } catch (SAXException | IOException | ParserConfigurationException e) {
            fault("route.dmn", 0, "", "packNotATable", String.valueOf(e.getMessage()));
            return;
        }
        List.of("route", "route-notes").stream()
                .filter(d -> !found.contains(d))
                .forEach(d -> fault("route.dmn", 0, d, "packRowMissing"));
    }

    private List<RulePack.TimetableRow> timetable() {
        return unique(
                "timetable.csv",
                read(
                        "timetable.csv",
                        List.of(
                                "track",
                                "step_id",
                                "anchor",
                                "offset",
                                "unit",
                                "step_en",
                                "step_ja",
                                "responsible",
                                "gate",
                                "evidence",
                                "basis"),
                        row -> new RulePack.TimetableRow(
                                row.text("track"),
                                row.text("step_id"),
                                row.oneOf("anchor", ANCHORS),
                                row.offset("offset"),
                                row.oneOf("unit", "w", "cd", "bd", "m"),
                                row.text("step_en"),
                                row.text("step_ja"),
                                row.text("responsible"),
                                row.text("gate"),
                                row.text("evidence"),
                                row.findOneOf("on_closed_day", "", "next_government_day")
                                        .equals("next_government_day"),
                                owedBy(row.text("step_id"), row.findOneOf("issuers", "", "all", "company", "state")),
                                row.vouched("basis"))),
                RulePack.TimetableRow::id);
    }

    /** Packs before the column came say in the name of the step alone whose report it is. */
    private static RulePack.Issuers owedBy(String step, String said) {
        return switch (said.isEmpty() ? OWED_BY_BEFORE_THE_COLUMN.getOrDefault(step, "all") : said) {
            case "company" -> RulePack.Issuers.COMPANIES;
            case "state" -> RulePack.Issuers.STATES;
            default -> RulePack.Issuers.ALL;
        };
    }

    private List<RulePack.JasdecRow> jasdec() {
        return unique(
                "jasdec-checklist.csv",
                read(
                        "jasdec-checklist.csv",
                        List.of(
                                "id",
                                "phase",
                                "anchor",
                                "offset_bd",
                                "task_en",
                                "task_ja",
                                "responsible",
                                "counterparty",
                                "evidence",
                                "blocking",
                                "basis"),
                        row -> new RulePack.JasdecRow(
                                row.text("id"),
                                row.text("phase"),
                                row.oneOf("anchor", ANCHORS),
                                row.offset("offset_bd"),
                                row.text("task_en"),
                                row.text("task_ja"),
                                row.text("responsible"),
                                row.text("evidence"),
                                row.text("blocking").equals("yes"),
                                row.vouched("basis"))),
                RulePack.JasdecRow::id);
    }

    private List<RulePack.ClockRow> clocks() {
        List<RulePack.ClockRow> clocks = unique(
                "clocks.csv",
                read(
                        "clocks.csv",
                        List.of(
                                "clock_id",
                                "en",
                                "ja",
                                "start_event",
                                "length",
                                "unit",
                                "counting",
                                "effect",
                                "exceptions",
                                "value",
                                "short_value",
                                "short_min_government_days",
                                "paper_value",
                                "enforced",
                                "basis"),
                        row -> new RulePack.ClockRow(
                                row.text("clock_id"),
                                row.text("en"),
                                row.text("ja"),
                                row.text("length"),
                                row.text("unit"),
                                row.count("value"),
                                row.findCount("short_value"),
                                row.findCount("short_min_government_days"),
                                row.findCount("paper_value"),
                                row.oneOf("enforced", "yes", "no").equals("yes"),
                                row.vouched("basis"))),
                RulePack.ClockRow::id);
        clocks.stream()
                .filter(c -> c.enforced() && RulePack.needsCounsel(c.basis()))
                .forEach(c -> fault("clocks.csv", 0, c.id(), "packEnforcesUnverified"));
        for (String needed : clocks.isEmpty() ? List.<String>of() : StatutoryClocks.CLOCKS) {
            if (clocks.stream().noneMatch(c -> c.id().equals(needed))) {
                fault("clocks.csv", 0, needed, "packRowMissing");
            }
        }
        return clocks;
    }

    private List<RulePack.FormRow> forms() {
        return unique(
                "forms.csv",
                read(
                        "forms.csv",
                        List.of(
                                "issuer_kind",
                                "route",
                                "document_en",
                                "document_ja",
                                "ordinance_ja",
                                "edinet_ordinance_code",
                                "form_no_ja",
                                "edinet_form_code",
                                "edinet_doc_type_code",
                                "doc_type_ja",
                                "method",
                                "language",
                                "edinet_disclosure",
                                "xbrl",
                                "relevance",
                                "remarks",
                                "basis"),
                        row -> new RulePack.FormRow(
                                row.text("issuer_kind"),
                                row.text("route"),
                                row.text("document_en"),
                                row.text("document_ja"),
                                row.text("ordinance_ja"),
                                row.matching("edinet_ordinance_code", "\\d{3}"),
                                row.text("form_no_ja"),
                                row.matching("edinet_form_code", "[0-9A-Z]{6}"),
                                row.matching("edinet_doc_type_code", "\\d{3}"),
                                row.text("method"),
                                row.text("language"),
                                row.text("edinet_disclosure"),
                                row.vouched("basis"))),
                f -> f.ordinanceCode() + "/" + f.formCode());
    }

    private List<RulePack.ThresholdRow> thresholds() {
        List<RulePack.ThresholdRow> thresholds = read(
                "thresholds.csv",
                List.of("threshold_id", "en", "ja", "value", "unit", "valid_from", "valid_to", "basis"),
                row -> new RulePack.ThresholdRow(
                        row.text("threshold_id"),
                        row.text("en"),
                        row.text("ja"),
                        row.decimal("value"),
                        row.text("unit"),
                        row.findDate("valid_from"),
                        row.findDate("valid_to"),
                        row.vouched("basis")));
        for (int i = 0; i < thresholds.size(); i++) {
            RulePack.ThresholdRow one = thresholds.get(i);
            if (one.validFrom() != null
                    && one.validTo() != null
                    && one.validTo().isBefore(one.validFrom())) {
                fault("thresholds.csv", i + 2, "valid_to", "packValidityReversed");
            }
            for (int j = 0; j < i; j++) {
                if (one.id().equals(thresholds.get(j).id()) && one.overlaps(thresholds.get(j))) {
                    fault("thresholds.csv", i + 2, one.id(), "packValidityOverlaps", String.valueOf(j + 2));
                }
            }
        }
        for (String needed : thresholds.isEmpty() ? List.<String>of() : THRESHOLDS) {
            if (thresholds.stream().noneMatch(t -> t.id().equals(needed))) {
                fault("thresholds.csv", 0, needed, "packRowMissing");
            }
        }
        return thresholds;
    }

    private List<RulePack.TaxRow> taxes() {
        if (!files.containsKey("taxes.csv")) {
            return List.of();
        }
        List<RulePack.TaxRow> taxes = read(
                "taxes.csv",
                List.of("tax_id", "holder", "en", "ja", "rate", "of", "valid_from", "valid_to", "basis"),
                row -> new RulePack.TaxRow(
                        row.text("tax_id"),
                        row.oneOf("holder", "ALL", "INDIVIDUAL", "COMPANY", "INSTITUTION", "NON_RESIDENT"),
                        row.text("en"),
                        row.text("ja"),
                        row.decimal("rate"),
                        row.oneOf("of", "interest", "income tax"),
                        row.findDate("valid_from"),
                        row.findDate("valid_to"),
                        row.vouched("basis")));
        for (int i = 0; i < taxes.size(); i++) {
            RulePack.TaxRow one = taxes.get(i);
            if (one.validFrom() != null
                    && one.validTo() != null
                    && one.validTo().isBefore(one.validFrom())) {
                fault("taxes.csv", i + 2, "valid_to", "packValidityReversed");
            }
            for (int j = 0; j < i; j++) {
                if (one.overlaps(taxes.get(j))) {
                    fault("taxes.csv", i + 2, one.id(), "packValidityOverlaps", String.valueOf(j + 2));
                }
            }
        }
        return taxes;
    }

    private List<RulePack.WindowRow> windows() {
        return unique(
                "windows.csv",
                read(
                        "windows.csv",
                        List.of("window_id", "kind", "from_mmdd", "to_mmdd", "dates", "en", "ja", "basis"),
                        row -> {
                            boolean yearly =
                                    row.oneOf("kind", "YEARLY", "DATES").equals("YEARLY");
                            return new RulePack.WindowRow(
                                    row.text("window_id"),
                                    yearly ? row.matching("from_mmdd", MONTH_DAY.pattern()) : "",
                                    yearly ? row.matching("to_mmdd", MONTH_DAY.pattern()) : "",
                                    row.dates("dates"),
                                    row.text("en"),
                                    row.text("ja"),
                                    row.vouched("basis"));
                        }),
                RulePack.WindowRow::id);
    }

    private List<RulePack.RouteRow> routes() {
        Set<String> names =
                new HashSet<>(Arrays.stream(Route.values()).map(Enum::name).toList());
        List<RulePack.RouteRow> routes = unique(
                "routes.csv",
                read(
                        "routes.csv",
                        List.of(
                                "route",
                                "method",
                                "doc_types",
                                "language",
                                "lead_weeks",
                                "cost_rank",
                                "name_en",
                                "name_ja",
                                "open_to_en",
                                "open_to_ja",
                                "duty_en",
                                "duty_ja",
                                "investors_en",
                                "investors_ja",
                                "basis"),
                        row -> new RulePack.RouteRow(
                                Route.valueOf(row.oneOf("route", names.toArray(String[]::new))),
                                row.text("method"),
                                row.words("doc_types"),
                                row.text("language"),
                                row.findInteger("lead_weeks"),
                                row.findInteger("cost_rank"),
                                row.text("name_en"),
                                row.text("name_ja"),
                                row.text("open_to_en"),
                                row.text("open_to_ja"),
                                row.text("duty_en"),
                                row.text("duty_ja"),
                                row.text("investors_en"),
                                row.text("investors_ja"),
                                row.vouched("basis"))),
                r -> r.route().name());
        for (Route route : Route.values()) {
            if (!routes.isEmpty() && routes.stream().noneMatch(r -> r.route() == route)) {
                fault("routes.csv", 0, route.name(), "packRowMissing");
            }
        }
        return routes;
    }

    private List<RulePack.MarketRow> markets() {
        var columns = List.of(
                "market",
                "name_en",
                "name_ja",
                "currency",
                "issuer_en",
                "issuer_ja",
                "sold_in_en",
                "sold_in_ja",
                "law_en",
                "law_ja",
                "disclosure_en",
                "disclosure_ja",
                "settlement_en",
                "settlement_ja",
                "samurai",
                "basis");
        return unique(
                "markets.csv",
                read("markets.csv", columns, row -> {
                    row.vouched("basis");
                    var cells = new LinkedHashMap<String, String>();
                    columns.forEach(c -> cells.put(c, row.text(c)));
                    return new RulePack.MarketRow(Map.copyOf(cells));
                }),
                m -> m.cell("market"));
    }

    private List<RulePack.MaterialRow> materialFields() {
        String[] classes =
                Arrays.stream(AmendmentClass.values()).map(Enum::name).toArray(String[]::new);
        return unique(
                "material-changes.csv",
                read(
                        "material-changes.csv",
                        List.of("field", "srs_class", "shelf_class", "en", "ja", "basis"),
                        row -> new RulePack.MaterialRow(
                                row.text("field"),
                                AmendmentClass.valueOf(row.oneOf("srs_class", classes)),
                                AmendmentClass.valueOf(row.oneOf("shelf_class", classes)),
                                row.text("en"),
                                row.text("ja"),
                                row.vouched("basis"))),
                RulePack.MaterialRow::field);
    }

    private EdinetRules edinet() {
        try {
            return EdinetRules.read(files.get("edinet-rules.csv"));
        } catch (IllegalArgumentException e) {
            fault("edinet-rules.csv", 0, "", "packEdinetRules", String.valueOf(e.getMessage()));
            return EdinetRules.builtIn();
        }
    }

    private JapanCalendars calendars() {
        var added = new TreeMap<LocalDate, String>();
        var removed = new HashSet<LocalDate>();
        read("holiday-changes.csv", List.of("date", "change", "name_ja", "basis"), row -> {
            row.vouched("basis");
            if (row.oneOf("change", "ADDED", "REMOVED").equals("ADDED")) {
                added.put(row.date("date"), row.text("name_ja"));
            } else {
                removed.add(row.date("date"));
            }
            return row;
        });
        JapanCalendars published = JapanCalendars.load();
        return added.isEmpty() && removed.isEmpty() ? published : published.changed(added, removed);
    }

    private <T> List<T> unique(String file, List<T> rows, Function<T, String> key) {
        var seen = new HashSet<String>();
        rows.stream().map(key).filter(k -> !seen.add(k)).forEach(k -> fault(file, 0, k, "packRowTwice"));
        return rows;
    }

    private void fault(String file, long line, String column, String code, String... args) {
        if (faults.size() >= MOST_FAULTS) {
            return;
        }
        String place = file + (line > 0 ? ":" + line : "") + (column.isEmpty() ? "" : " " + column);
        var all = new ArrayList<String>();
        all.add(place);
        all.addAll(List.of(args));
        faults.add(Finding.field("pack", code, all.toArray(String[]::new)));
    }

    private <T> List<T> read(String file, List<String> columns, Function<Row, T> reading) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(files.get(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            fault(file, 0, "", "packNotUtf8");
            return List.of();
        }
        String withoutMark = text.startsWith("\ufeff") ? text.substring(1) : text;
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(withoutMark))) {
            List<String> missing = columns.stream()
                    .filter(c -> !parser.getHeaderNames().contains(c))
                    .toList();
            missing.forEach(c -> fault(file, 1, c, "packColumnMissing"));
            if (!missing.isEmpty()) {
                return List.of();
            }
            var found = new ArrayList<T>();
            for (CSVRecord record : parser) {
                if (!record.isConsistent()) {
                    fault(file, parser.getCurrentLineNumber(), "", "packRowRagged");
                    continue;
                }
                found.add(reading.apply(new Row(file, parser.getCurrentLineNumber(), record)));
            }
            return found;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            // the parser's words for a header that names a column twice, or quotes that do not close
            fault(file, 0, "", "packNotCsv", String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    /** One row; a cell that cannot be read is a fault and gives a harmless value, so that reading goes on. */
    private final class Row {

        private final String file;
        private final long line;
        private final CSVRecord cells;

        Row(String file, long line, CSVRecord cells) {
            this.file = file;
            this.line = line;
            this.cells = cells;
        }

        String text(String column) {
            return cells.get(column).strip();
        }

        private void wrong(String column) {
            fault(file, line, column, "packCellWrong", text(column));
        }

        String vouched(String column) {
            String basis = text(column);
            Matcher keys = SOURCE_KEY.matcher(basis);
            boolean any = CONFIDENCE.matcher(basis).find();
            while (keys.find()) {
                any = true;
                if (!sources.containsKey(keys.group(1))) {
                    fault(file, line, column, "packSourceUnknown", keys.group(1));
                }
            }
            if (!any) {
                fault(file, line, column, "packRowWithoutSource");
            }
            return basis;
        }

        /** A count of days, weeks, months or years: no clock of law runs backwards or for a lifetime. */
        int count(String column) {
            int value = integer(column);
            if (value < 0 || value > MOST_COUNTED) {
                wrong(column);
                return 0;
            }
            return value;
        }

        @Nullable
        Integer findCount(String column) {
            return text(column).isEmpty() ? null : Integer.valueOf(count(column));
        }

        int offset(String column) {
            int value = integer(column);
            if (Math.abs(value) > MOST_COUNTED) {
                wrong(column);
                return 0;
            }
            return value;
        }

        int integer(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                wrong(column);
                return 0;
            }
        }

        @Nullable
        Integer findInteger(String column) {
            return text(column).isEmpty() ? null : Integer.valueOf(integer(column));
        }

        BigDecimal decimal(String column) {
            try {
                return new BigDecimal(text(column));
            } catch (NumberFormatException e) {
                wrong(column);
                return BigDecimal.ZERO;
            }
        }

        LocalDate date(String column) {
            return date(column, text(column));
        }

        private LocalDate date(String column, String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                wrong(column);
                return LocalDate.EPOCH;
            }
        }

        @Nullable
        LocalDate findDate(String column) {
            return text(column).isEmpty() ? null : date(column);
        }

        List<String> words(String column) {
            return text(column).isEmpty() ? List.of() : List.of(text(column).split(" +"));
        }

        List<LocalDate> dates(String column) {
            return words(column).stream().map(d -> date(column, d)).toList();
        }

        String oneOf(String column, String... allowed) {
            if (!List.of(allowed).contains(text(column))) {
                wrong(column);
                return allowed[0];
            }
            return text(column);
        }

        /** As {@link #oneOf}, of a column that earlier packs lack; the first choice there. */
        String findOneOf(String column, String... allowed) {
            return cells.isMapped(column) ? oneOf(column, allowed) : allowed[0];
        }

        String matching(String column, String pattern) {
            if (!text(column).matches(pattern)) {
                wrong(column);
            }
            return text(column);
        }
    }
}
