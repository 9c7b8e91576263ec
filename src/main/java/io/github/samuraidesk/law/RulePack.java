package io.github.samuraidesk.law;

import io.github.samuraidesk.calendar.JapanCalendars;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.edinet.EdinetRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The law and practice the program knows at one time: immutable, read whole from data files or not at all. Its name is
 * the SHA-256 over its files; a deal is pinned to that.
 */
public final class RulePack {

    /** Every file of a pack, in the order in which they are hashed. */
    public static final List<String> FILES = List.of(
            "clocks.csv",
            "edinet-rules.csv",
            "forms.csv",
            "gates.csv",
            "holiday-changes.csv",
            "jasdec-checklist.csv",
            "markets.csv",
            "material-changes.csv",
            "misconceptions.csv",
            "pack.csv",
            "route.dmn",
            "routes.csv",
            "sources.csv",
            "thresholds.csv",
            "timetable.csv",
            "windows.csv");

    /** Files that packs before them lack; a pack without one is whole, and says nothing of what it would hold. */
    public static final List<String> LATER_FILES = List.of("taxes.csv");

    private final Map<String, byte[]> files;
    private final String sha256;
    private final Rows rows;
    private final JapanCalendars calendars;
    private final StatutoryClocks statutoryClocks;
    private final Timetable plan;

    RulePack(Map<String, byte[]> files, String sha256, Rows rows, JapanCalendars calendars) {
        this.files = files;
        this.sha256 = sha256;
        this.rows = rows;
        this.calendars = calendars;
        this.statutoryClocks = new StatutoryClocks(this);
        this.plan = new Timetable(this);
    }

    /** All rows of a pack, typed. */
    record Rows(
            Head head,
            List<TimetableRow> timetable,
            List<JasdecRow> jasdec,
            List<ClockRow> clocks,
            List<FormRow> forms,
            List<GateRow> gates,
            List<ThresholdRow> thresholds,
            List<WindowRow> windows,
            List<RouteRow> routes,
            List<MarketRow> markets,
            List<MisconceptionRow> misconceptions,
            List<MaterialRow> materialFields,
            List<TaxRow> taxes,
            Map<String, String> sources,
            EdinetRules edinet) {}

    /** @param validTo last day, or null while no later pack has ended it */
    public record Head(
            String id,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            LocalDate readOn,
            String ja,
            String en,
            String basis) {}

    /**
     * @param unit w weeks, cd calendar days, bd Tokyo business days, m months
     * @param movesFromClosedDay a deadline of filing that falls on a closed day of the government moves to its next open
     *     one (行政機関の休日に関する法律 Art. 2); never so in packs that do not say it
     * @param owedBy issuers that the row speaks of
     */
    public record TimetableRow(
            String track,
            String id,
            String anchor,
            int offset,
            String unit,
            String en,
            String ja,
            String responsible,
            String gate,
            String evidence,
            boolean movesFromClosedDay,
            Issuers owedBy,
            String basis) {}

    /** Whether a duty is a state's or a company's. */
    public enum Issuers {
        ALL,
        COMPANIES,
        STATES
    }

    public record JasdecRow(
            String id,
            String phase,
            String anchor,
            int offsetBusinessDays,
            String en,
            String ja,
            String responsible,
            String evidence,
            boolean blocking,
            String basis) {}

    /**
     * @param value what is counted, in {@code unit}
     * @param shortValue what is counted where the short clock was granted, or null
     * @param paperValue what is counted where the filing was not electronic, or null
     * @param enforced whether a gate may refuse by it; unverified clocks are shown only
     */
    public record ClockRow(
            String id,
            String en,
            String ja,
            String length,
            String unit,
            int value,
            @Nullable Integer shortValue,
            @Nullable Integer shortLeastGovernmentDays,
            @Nullable Integer paperValue,
            boolean enforced,
            String basis) {}

    public record FormRow(
            String issuerKind,
            String route,
            String en,
            String ja,
            String ordinanceJa,
            String ordinanceCode,
            String formNoJa,
            String formCode,
            String docTypeCode,
            String method,
            String language,
            String disclosure,
            String basis) {}

    public record GateRow(String id, String ja, String en, String source) {}

    /** @param validTo last day of this value, or null */
    public record ThresholdRow(
            String id,
            String en,
            String ja,
            BigDecimal value,
            String unit,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String basis) {

        boolean holdsOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }

        boolean overlaps(ThresholdRow other) {
            boolean beginsAfterOther = validFrom != null && other.validTo != null && validFrom.isAfter(other.validTo);
            boolean endsBeforeOther = validTo != null && other.validFrom != null && validTo.isBefore(other.validFrom);
            return !beginsAfterOther && !endsBeforeOther;
        }
    }

    /**
     * A tax on the interest of a bond, as law sets it for a time; nothing here is advice to a holder.
     *
     * @param ratePercent percent of {@code of}: of the interest, or of the income tax on it
     * @param validTo last day of this rate, or null
     */
    public record TaxRow(
            String id,
            String holder,
            String en,
            String ja,
            BigDecimal ratePercent,
            String of,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String basis) {

        boolean holdsOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }

        boolean overlaps(TaxRow other) {
            return id.equals(other.id)
                    && holder.equals(other.holder)
                    && (validTo == null || other.validFrom == null || !validTo.isBefore(other.validFrom))
                    && (validFrom == null || other.validTo == null || !validFrom.isAfter(other.validTo));
        }
    }

    /** Days to avoid: the same days of every year, or dates. */
    public record WindowRow(
            String id, String from, String to, List<LocalDate> dates, String en, String ja, String basis) {

        /** Whether the window covers a day. */
        public boolean covers(LocalDate day) {
            String monthDay = day.toString().substring(5);
            return dates.contains(day)
                    || (!from.isEmpty() && monthDay.compareTo(from) >= 0 && monthDay.compareTo(to) <= 0);
        }
    }

    /**
     * @param leadWeeks weeks from the first work to pricing in practice; null where the route is not carried
     * @param costRank 1 least to 3 most; a judgement, never a figure
     */
    public record RouteRow(
            Route route,
            String method,
            List<String> docTypes,
            String language,
            @Nullable Integer leadWeeks,
            @Nullable Integer costRank,
            String en,
            String ja,
            String openToEn,
            String openToJa,
            String dutyEn,
            String dutyJa,
            String investorsEn,
            String investorsJa,
            String basis) {}

    public record MarketRow(Map<String, String> cells) {
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    public record MisconceptionRow(
            String id, String mythEn, String mythJa, String truthEn, String truthJa, String basis) {}

    /** @param field beginning of a field's path in the term sheet, or its whole path */
    public record MaterialRow(
            String field, AmendmentClass ofStatement, AmendmentClass ofShelf, String en, String ja, String basis) {

        /** The class of amendment that a change of the field asks for. */
        public AmendmentClass of(Route route) {
            return route.isShelf() ? ofShelf : ofStatement;
        }
    }

    /** The newest pack that comes with the program. */
    public static RulePack builtIn() {
        return BuiltIn.PACKS.get(0);
    }

    /**
     * Every pack that comes with the program, the newest first: the earlier ones stay, byte by byte, for the days before
     * the newest began and for the deals that are pinned to them.
     */
    public static List<RulePack> allBuiltIn() {
        return BuiltIn.PACKS;
    }

    /** Read once, on first use: reading checks every row. */
    private static final class BuiltIn {
        private static final List<RulePack> PACKS = List.of(
                builtIn("/rules/pack/", "/processes/"), builtIn("/rules/pack-2026-11/", "/rules/pack-2026-11/"));
    }

    private static RulePack builtIn(String folder, String folderOfTheTable) {
        var found = new TreeMap<String, byte[]>();
        for (String file : FILES) {
            String path = (file.endsWith(".dmn") ? folderOfTheTable : folder) + file;
            found.put(
                    file,
                    resource(path).orElseThrow(() -> new IllegalStateException("rule pack file is missing: " + path)));
        }
        LATER_FILES.forEach(file -> resource(folder + file).ifPresent(bytes -> found.put(file, bytes)));
        return read(found);
    }

    private static Optional<byte[]> resource(String path) {
        try (InputStream in = RulePack.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refused with every fault of the files; nothing of a faulty pack is kept */
    public static RulePack read(Map<String, byte[]> files) {
        return new RulePackReader(files).read(true);
    }

    /** A pack that was loaded once: gates that a later program added are missing from it and are not asked. */
    static RulePack readKept(Map<String, byte[]> files) {
        return new RulePackReader(files).read(false);
    }

    public Head head() {
        return rows.head();
    }

    public String sha256() {
        return sha256;
    }

    public Map<String, byte[]> files() {
        return files;
    }

    /** Government, bank and BOJ-NET calendars with the changes that this pack reflects. */
    public JapanCalendars calendars() {
        return calendars;
    }

    public StatutoryClocks statutoryClocks() {
        return statutoryClocks;
    }

    public Timetable plan() {
        return plan;
    }

    public EdinetRules edinet() {
        return rows.edinet();
    }

    public List<TimetableRow> timetable(String track) {
        return rows.timetable().stream().filter(r -> r.track().equals(track)).toList();
    }

    public List<TimetableRow> timetable() {
        return rows.timetable();
    }

    public List<JasdecRow> jasdec() {
        return rows.jasdec();
    }

    public Optional<TimetableRow> findStep(String id) {
        return rows.timetable().stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** Rows of a track that fall due once the deal has closed, with the checks of the book-entry system after payment. */
    public List<String> rowsAfterClosing(String track) {
        return Stream.concat(
                        reportsAfterClosing(track).map(TimetableRow::id),
                        checksAfterClosing().map(JasdecRow::id))
                .toList();
    }

    /** Those of them that must be done before the file is finished; what is billed or paid later holds up nothing. */
    public List<String> rowsBeforeTheFileIsFinished(String track) {
        return Stream.concat(
                        reportsAfterClosing(track).map(TimetableRow::id),
                        checksAfterClosing().filter(JasdecRow::blocking).map(JasdecRow::id))
                .toList();
    }

    private Stream<TimetableRow> reportsAfterClosing(String track) {
        return rows.timetable().stream()
                .filter(r -> r.track().equals(track) && r.anchor().equals("D") && r.offset() > 0);
    }

    /**
     * Duties that go on after closing and count from an anchor ({@code FYE} end of a fiscal year, {@code HYE} of its half,
     * {@code COUPON}), as one kind of issuer owes them. Where a pack knows a company's duty alone, a state is shown that one.
     */
    public List<TimetableRow> continuingDuties(String anchor, boolean ofAState) {
        List<TimetableRow> duties = rows.timetable().stream()
                .filter(r -> r.track().equals("CONT") && r.anchor().equals(anchor))
                .toList();
        boolean known = duties.stream().anyMatch(r -> r.owedBy() == Issuers.STATES);
        Issuers others = ofAState && known ? Issuers.COMPANIES : Issuers.STATES;
        return duties.stream().filter(r -> r.owedBy() != others).toList();
    }

    private Stream<JasdecRow> checksAfterClosing() {
        return rows.jasdec().stream().filter(r -> r.phase().equals("post"));
    }

    /** Row of the timetable or of the JASDEC checklist → its name in Japanese and in English. */
    public Map<String, String[]> rowNames() {
        var names = new LinkedHashMap<String, String[]>();
        rows.timetable().forEach(r -> names.put(r.id(), new String[] {r.ja(), r.en()}));
        rows.jasdec().forEach(r -> names.put(r.id(), new String[] {r.ja(), r.en()}));
        return names;
    }

    public List<ClockRow> clocks() {
        return rows.clocks();
    }

    public Optional<ClockRow> findClock(String id) {
        return rows.clocks().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    public ClockRow clock(String id) {
        return rows.clocks().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    public List<FormRow> forms() {
        return rows.forms();
    }

    public List<GateRow> gates() {
        return rows.gates();
    }

    /** A gate's row; a pack of an earlier program does not know every gate of a later one. */
    public Optional<GateRow> findGate(String id) {
        return rows.gates().stream().filter(g -> g.id().equals(id)).findFirst();
    }

    public List<ThresholdRow> thresholds() {
        return rows.thresholds();
    }

    /** The value in force on a day. */
    public ThresholdRow threshold(String id, LocalDate day) {
        return rows.thresholds().stream()
                .filter(t -> t.id().equals(id) && t.holdsOn(day))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no threshold " + id + " on " + day));
    }

    /** Taxes on interest; empty in packs that hold none. */
    public List<TaxRow> taxes() {
        return rows.taxes();
    }

    /** The taxes in force on a day. */
    public List<TaxRow> taxes(LocalDate day) {
        return rows.taxes().stream().filter(t -> t.holdsOn(day)).toList();
    }

    public List<WindowRow> windows() {
        return rows.windows();
    }

    public List<RouteRow> routes() {
        return rows.routes();
    }

    public RouteRow route(Route route) {
        return rows.routes().stream()
                .filter(r -> r.route() == route)
                .findFirst()
                .orElseThrow();
    }

    public List<MarketRow> markets() {
        return rows.markets();
    }

    public List<MisconceptionRow> misconceptions() {
        return rows.misconceptions();
    }

    /** What a change of this field asks for, by the longest path that covers it; empty for what no filing prints. */
    public Optional<MaterialRow> materialField(String field) {
        return rows.materialFields().stream()
                .filter(r -> r.field().endsWith(".") ? field.startsWith(r.field()) : field.equals(r.field()))
                .max(Comparator.comparingInt(r -> r.field().length()));
    }

    public Map<String, String> sources() {
        return rows.sources();
    }

    /** The key of a form is (ordinance, code): the same code means another paper under the other ordinance. */
    public FormRow form(String ordinanceCode, String formCode) {
        return rows.forms().stream()
                .filter(f ->
                        f.ordinanceCode().equals(ordinanceCode) && f.formCode().equals(formCode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form " + ordinanceCode + "/" + formCode));
    }

    /**
     * The form of a route's document.
     *
     * @param docTypeCode EDINET document type, for example 030 有価証券届出書
     */
    public FormRow form(Route route, String ordinanceCode, String docTypeCode) {
        String method = Document.WITHDRAWAL_REQUEST.docTypeCode().equals(docTypeCode) ? "" : route.method();
        return rows.forms().stream()
                .filter(f -> f.ordinanceCode().equals(ordinanceCode)
                        && f.docTypeCode().equals(docTypeCode)
                        && f.method().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no form of type " + docTypeCode + " for " + route + " under " + ordinanceCode));
    }

    public FormRow form(Route route, String ordinanceCode, Document document) {
        return form(route, ordinanceCode, document.docTypeCode());
    }

    /** Whether a basis rests on unverified knowledge and must be shown as "confirm with counsel". */
    public static boolean needsCounsel(String basis) {
        return basis.contains("GK-low") || basis.contains("not verified") || basis.contains("counsel to confirm");
    }
}
