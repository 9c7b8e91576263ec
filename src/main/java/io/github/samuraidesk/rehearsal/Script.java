package io.github.samuraidesk.rehearsal;

import io.github.samuraidesk.access.People;
import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.InvestorClass;
import io.github.samuraidesk.clause.ClausesSigned.Capacity;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Outcome;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.RateType;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.pricing.Shares;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.underwriting.Bid;
import io.github.samuraidesk.underwriting.Mandate;
import io.github.samuraidesk.workflow.Approvals;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.FormSpec;
import io.github.samuraidesk.workflow.Gates;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.Standings;
import io.github.samuraidesk.workflow.Trades;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What the scripted people of a rehearsal type into each form. Everything that the term sheet and its published outcome
 * do not say is made up here, and all of it is marked as a rehearsal.
 */
@Component
public class Script {

    private static final int[] QUOTED_YEARS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40};
    private static final String MARK = "リハーサル";
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final List<String> INVESTORS =
            List.of("リハーサル生命保険", "リハーサル信託銀行", "リハーサル地方銀行", "リハーサル信用金庫", "リハーサル系統金融");
    private static final List<InvestorClass> CLASSES = List.of(
            InvestorClass.LIFE_INSURER,
            InvestorClass.TRUST_BANK,
            InvestorClass.REGIONAL_BANK,
            InvestorClass.SHINKIN,
            InvestorClass.REGIONAL_COOPERATIVE);
    private static final int[] SHARES = {40, 25, 15, 12, 8};

    private final DealBook deals;
    private final Facts facts;
    private final DealClock clock;
    private final Desk desk;
    private final Papers papers;
    private final Gates gates;
    private final DealClauses clauses;
    private final Approvals approvals;
    private final People people;
    private final Standings standings;

    Script(
            DealBook deals,
            Facts facts,
            DealClock clock,
            Desk desk,
            Papers papers,
            Gates gates,
            DealClauses clauses,
            Approvals approvals,
            People people,
            Standings standings) {
        this.deals = deals;
        this.facts = facts;
        this.clock = clock;
        this.desk = desk;
        this.papers = papers;
        this.gates = gates;
        this.clauses = clauses;
        this.approvals = approvals;
        this.people = people;
        this.standings = standings;
    }

    /** An entry that somebody makes before a task can be completed. */
    public record Line(Cast by, Entry entry, FormValues values) {}

    private LocalDateTime now(DealId id) {
        return clock.now(id).atZone(DealClock.TOKYO).toLocalDateTime();
    }

    private static String minute(LocalDateTime time) {
        return time.withSecond(0).withNano(0).toString();
    }

    /** Entries to make before the task; empty when they have been made. */
    public List<Line> entriesBefore(DealId id, HumanTask task) {
        return switch (task) {
            case OPEN_BIDS -> bids(id);
            case DRAFT_PAPERS -> slots(id);
            case REVIEW_PAPERS -> reviews(id);
            case CONDUCT_SOUNDING -> soundings(id);
            case RUN_BOOK -> book(id);
            case PRICE_TRANCHES -> quotes(id);
            default -> List.of();
        };
    }

    /** The two firms that are played bid, each by its own person. */
    private List<Line> bids(DealId id) {
        var lines = new ArrayList<Line>();
        for (Cast by : List.of(Cast.LEAD, Cast.MANAGER)) {
            people.biddingFirms(id, by.person()).stream()
                    .filter(firm -> facts.of(id).one(Bid.FACT.at(firm)).isEmpty())
                    .filter(firm -> lines.stream()
                            .noneMatch(l -> l.values().text("manager").equals(firm)))
                    .forEach(firm -> lines.add(new Line(by, Entry.BID, played(id, Entry.BID, role -> firm))));
        }
        return lines;
    }

    private List<Line> slots(DealId id) {
        return papers.openSlots(facts.of(id)).stream()
                .map(slot -> new Line(
                        Cast.COUNSEL,
                        Entry.SLOT,
                        FormValues.of(
                                "slot",
                                slot,
                                "text",
                                "【仮定】" + MARK + "：この欄の文言は弁護士が記入する。",
                                "textEn",
                                "[Assumed] Rehearsal: counsel writes this wording.")))
                .toList();
    }

    private List<Line> reviews(DealId id) {
        var lines = new ArrayList<Line>(signatures(id));
        for (Paper paper : gates.nextPapers(facts.of(id))) {
            Optional<RenderedPaper> rendered = papers.find(facts.of(id), paper);
            if (rendered.isEmpty()) {
                continue;
            }
            approvals.of(facts.of(id), paper).stream()
                    .filter(say -> say.state() != Approvals.State.APPROVED)
                    .map(say -> new Line(
                            approver(id, say.role(), papers.preparers(facts.of(id), paper)),
                            Entry.APPROVE,
                            FormValues.of(
                                    "paper",
                                    paper.code(),
                                    "pdfSha256",
                                    rendered.get().pdfSha256(),
                                    "remark",
                                    MARK)))
                    .forEach(lines::add);
        }
        return lines;
    }

    private Cast approver(DealId id, Role role, Set<String> preparers) {
        return Arrays.stream(Cast.values())
                .filter(c -> c.role() == role
                        && people.roles(id, c.person()).contains(role)
                        && !preparers.contains(c.person().value()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("everybody prepared something: " + role));
    }

    /** One person compares the twins of the clauses, another reads them over. */
    private List<Line> signatures(DealId id) {
        var missing = EnumSet.noneOf(Capacity.class);
        clauses.states(facts.of(id)).forEach(s -> missing.addAll(s.missing()));
        return missing.stream()
                .map(capacity -> new Line(
                        capacity == Capacity.TRANSLATOR ? Cast.COUNSEL : Cast.REVIEWER,
                        Entry.SIGN_CLAUSES,
                        FormValues.of("signAs", capacity.name(), "textsSha256", clauses.textsSha256(facts.of(id)))))
                .toList();
    }

    private List<Line> soundings(DealId id) {
        var lines = new ArrayList<Line>();
        for (Tranche t : deals.liveTranches(id)) {
            lines.add(new Line(
                    Cast.LEAD,
                    Entry.SOUNDING,
                    FormValues.of(
                            "investor",
                            INVESTORS.get(0),
                            "investorClass",
                            CLASSES.get(0).name(),
                            "at",
                            minute(now(id)),
                            "wallCrossed",
                            "yes",
                            "script",
                            MARK,
                            "tranche",
                            t.id())));
        }
        return lines;
    }

    /**
     * Yen swap quotes worked back from the published coupons and spreads, straight between the tranches' tenors and flat
     * outside; only where the benchmark was TONA, and nothing where a coupon is not published.
     */
    private List<Line> quotes(DealId id) {
        var implied = new TreeMap<BigDecimal, BigDecimal>();
        for (Tranche t : deals.liveTranches(id)) {
            Outcome.Row row = outcome(id).row(t.id());
            boolean tona = t.benchmark() != null && t.benchmark().contains("TONA");
            if (tona && t.rateType() != RateType.FLOATING && row.couponPercent() != null) {
                implied.put(
                        t.tenorYears(), row.couponPercent().subtract(spread(row).movePointLeft(2)));
            }
        }
        if (implied.isEmpty()) {
            return List.of();
        }
        String lines = IntStream.of(QUOTED_YEARS)
                .mapToObj(years -> years + "Y," + impliedAt(implied, BigDecimal.valueOf(years)))
                .collect(Collectors.joining("\n"));
        return List.of(new Line(
                Cast.LEAD,
                Entry.QUOTES,
                FormValues.of(
                        "quoteKind",
                        QuoteKind.TONA_OIS.name(),
                        "quoteDate",
                        now(id).toLocalDate().toString(),
                        "quoteSide",
                        "MID",
                        "quoteSource",
                        MARK + "：公表された利率−スプレッドからの逆算値 (implied)",
                        "quoteLines",
                        lines)));
    }

    private static String impliedAt(NavigableMap<BigDecimal, BigDecimal> implied, BigDecimal years) {
        var left = implied.floorEntry(years);
        var right = implied.ceilingEntry(years);
        if (left == null || right == null || left.getKey().equals(right.getKey())) {
            return (left == null ? right : left).getValue().toPlainString();
        }
        return left.getValue()
                .add(right.getValue()
                        .subtract(left.getValue())
                        .multiply(years.subtract(left.getKey()))
                        .divide(right.getKey().subtract(left.getKey()), 5, RoundingMode.HALF_EVEN))
                .toPlainString();
    }

    /** Whoever of the cast takes orders, with the mandated firm that they speak for. */
    private record Taker(Cast by, String firm) {}

    private List<Taker> takers(DealId id) {
        return Stream.of(Cast.LEAD, Cast.MANAGER)
                .flatMap(by -> people.biddingFirms(id, by.person()).stream()
                        .filter(managers(id)::contains)
                        .map(firm -> new Taker(by, firm)))
                .toList();
    }

    private List<Line> book(DealId id) {
        var lines = new ArrayList<Line>();
        List<Taker> takers = takers(id);
        Outcome outcome = outcome(id);
        for (Tranche t : deals.liveTranches(id)) {
            Outcome.Row row = outcome.row(t.id());
            BigDecimal low = t.guidanceLowBp() != null ? t.guidanceLowBp() : spread(row);
            BigDecimal high = t.guidanceHighBp() != null ? t.guidanceHighBp() : spread(row);
            lines.add(new Line(
                    Cast.LEAD,
                    Entry.GUIDANCE,
                    FormValues.of(
                            "tranche",
                            t.id(),
                            "lowBp",
                            low.toPlainString(),
                            "highBp",
                            high.toPlainString(),
                            "reason",
                            MARK)));
            if (row.dropped()) {
                lines.add(new Line(
                        Cast.LEAD,
                        Entry.DROP_TRANCHE,
                        FormValues.of("tranche", t.id(), "reason", MARK + "：公表結果に従い募集を取りやめる。")));
                continue;
            }
            List<BigDecimal> shares = Shares.inWholeBonds(amount(row), t.denominationYen(), SHARES);
            for (int i = 0; i < shares.size(); i++) {
                if (shares.get(i).signum() > 0) {
                    Taker taker = takers.get(i % takers.size());
                    lines.add(new Line(
                            taker.by(),
                            Entry.ORDER,
                            FormValues.of(
                                    "investor",
                                    INVESTORS.get(i),
                                    "investorClass",
                                    CLASSES.get(i).name(),
                                    "tranche",
                                    t.id(),
                                    "manager",
                                    taker.firm(),
                                    "amountBillionYen",
                                    billions(shares.get(i)))));
                }
            }
        }
        return lines;
    }

    private static BigDecimal spread(Outcome.Row row) {
        return row.spreadBp() == null ? BigDecimal.ZERO : row.spreadBp();
    }

    private static BigDecimal amount(Outcome.Row row) {
        if (row.amountYen() == null) {
            throw new IllegalStateException("no amount for " + row.tranche() + " in the outcome");
        }
        return row.amountYen();
    }

    private Outcome outcome(DealId id) {
        return facts.of(id).one(Outcome.FACT).orElse(new Outcome(List.of()));
    }

    private List<String> managers(DealId id) {
        List<String> mandated = facts.of(id)
                .one(Mandate.FACT)
                .map(m -> m.managers().stream().map(Mandate.Appointed::manager).toList())
                .orElse(List.of());
        return mandated.isEmpty()
                ? deals.termSheet(id).managers().stream()
                        .map(TermSheet.Underwriter::name)
                        .toList()
                : mandated;
    }

    private Route route(DealId id) {
        return DealRoute.likely(facts.of(id));
    }

    /** A file that a form names by its SHA-256 and that whoever sends the form stores first, in their own name. */
    public record ScriptFile(String field, String name, String mediaType, String text) {

        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        public String sha256() {
            return Sha256.of(bytes());
        }
    }

    /** A form as the script fills it. @param files what must be stored before it is sent */
    public record Filled(FormValues values, List<ScriptFile> files) {}

    /** Who of the cast does a task: for a review somebody who has prepared nothing of it. */
    public Cast by(DealId id, HumanTask task) {
        Cast first = Cast.of(task.roles());
        if (task != HumanTask.REVIEW_PAPERS) {
            return first;
        }
        var preparers = new HashSet<String>();
        gates.nextPapers(facts.of(id)).forEach(p -> preparers.addAll(papers.preparers(facts.of(id), p)));
        return approver(id, first.role(), preparers);
    }

    private static ScriptFile evidence(DealId id, FormSpec form, String field) {
        return new ScriptFile(
                field,
                form.id() + "-" + field + ".txt",
                "text/plain",
                MARK + " REHEARSAL\n" + id + " " + form.id() + " " + field + "\n");
    }

    private ScriptFile partTwo(DealId id) {
        boolean state = deals.termSheet(id).issuer().kind().isState();
        String html = """
                <html lang="ja"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
                <title>第二部</title></head>
                <body>
                <h2>第二部【%s】</h2>
                <h3>第1【%s】</h3>
                <p>%s：第二部は発行者の弁護士が提出する。%s</p>
                </body></html>
                """.formatted(state ? "発行者情報" : "企業情報", state ? "募集債券の状況" : "本国における法制等の概要", MARK, id);
        return new ScriptFile("partTwo", "0201010_2bu.htm", "text/html", html);
    }

    /** The values of a task's form; its scripted person stores the evidence first. */
    public FormValues values(DealId id, HumanTask task) {
        Filled filled = filled(id, task);
        PersonId person = by(id, task).person();
        filled.files().forEach(f -> desk.upload(id, f.mediaType(), f.name(), f.bytes(), person));
        return filled.values();
    }

    /** What a task's form would say; nothing is written. */
    public Filled filled(DealId id, HumanTask task) {
        return Trades.act(task.id())
                .map(act -> played(
                        act, stage(id, task, role -> Cast.of(Set.of(role)).firm())))
                .orElseGet(() -> scripted(id, task));
    }

    /** What an entry's form would say. @param firms for which the scripted people speak */
    private FormValues played(DealId id, Entry entry, Function<Role, String> firms) {
        return played(Trades.act(entry.id()).orElseThrow(), stage(id, entry, firms))
                .values();
    }

    private static <I extends Record> Filled played(Act<I> act, OnStage stage) {
        return new Filled(act.form().write(act.practice().say(stage)), stage.files);
    }

    private OnStage stage(DealId id, FormSpec form, Function<Role, String> firms) {
        return new OnStage(standings.of(facts.of(id)), id, form, firms);
    }

    /** What the scripted person of one form sees; files are kept to be stored before the form is sent. */
    private static final class OnStage implements Practice.Stage {

        private final Standing deal;
        private final DealId id;
        private final FormSpec form;
        private final Function<Role, String> firms;
        private final List<ScriptFile> files = new ArrayList<>();

        OnStage(Standing deal, DealId id, FormSpec form, Function<Role, String> firms) {
            this.deal = deal;
            this.id = id;
            this.form = form;
            this.firms = firms;
        }

        @Override
        public Standing deal() {
            return deal;
        }

        @Override
        public String firm(Role role) {
            return firms.apply(role);
        }

        @Override
        public PersonId person(Role role) {
            return Cast.of(Set.of(role)).person();
        }

        @Override
        public String mark() {
            return MARK;
        }

        @Override
        public String evidence(String field) {
            ScriptFile file = Script.evidence(id, form, field);
            files.add(file);
            return file.sha256();
        }
    }

    private Filled scripted(DealId id, HumanTask task) {
        var files = new ArrayList<ScriptFile>();
        var v = new LinkedHashMap<String, String>();
        task.fields().stream()
                .filter(f -> f.type() == io.github.samuraidesk.form.FieldType.FILE && f.required())
                .forEach(f -> files.add(evidence(id, task, f.name())));
        switch (task) {
            case DRAFT_PAPERS -> {
                if (route(id).needsPartTwo() && Filing.statement(facts.of(id)).isEmpty()) {
                    files.add(partTwo(id));
                }
            }
            case REVIEW_PAPERS -> {
                v.put("verdict", "PASS");
                v.put("headingsConfirmed", "yes");
            }
            default -> throw new IllegalStateException(task + " is played in its trade");
        }
        files.forEach(f -> v.put(f.field(), f.sha256()));
        return new Filled(new FormValues(v, Map.of()), files);
    }

    private static String billions(BigDecimal yen) {
        return yen.movePointLeft(9).stripTrailingZeros().toPlainString();
    }

    /** A good moment of a day for scripted people: after the office opens, before JASDEC's cut-off. */
    static LocalTime officeHour() {
        return LocalTime.of(10, 0);
    }

    LocalDate firstDay(TermSheet sheet) {
        LocalDate pricing = Optional.ofNullable(sheet.dates().pricing()).orElseThrow();
        LocalDate first = pricing.minusWeeks(17);
        LocalDate filing = sheet.dates().filing();
        LocalDate effective = sheet.shelf() == null ? null : sheet.shelf().effective();
        if (effective != null && !effective.isAfter(first)) {
            // the shelf stood before the mandate: the deal is a takedown from it
            return first;
        }
        if (filing != null && filing.minusWeeks(4).isBefore(first)) {
            first = filing.minusWeeks(4);
        }
        if (sheet.shelf() != null
                && sheet.shelf().filed() != null
                && sheet.shelf().filed().minusWeeks(4).isBefore(first)) {
            first = sheet.shelf().filed().minusWeeks(4);
        }
        return first;
    }
}
