package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.clause.Clause;
import io.github.samuraidesk.clause.ClauseLibrary;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.Deal;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.IssuerKind;
import io.github.samuraidesk.deal.Origin;
import io.github.samuraidesk.deal.RateType;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.disclosure.PaperData.ClauseData;
import io.github.samuraidesk.disclosure.PaperData.CommitmentRow;
import io.github.samuraidesk.disclosure.PaperData.ConditionData;
import io.github.samuraidesk.disclosure.PaperData.CouponRow;
import io.github.samuraidesk.disclosure.PaperData.DateRow;
import io.github.samuraidesk.disclosure.PaperData.PieceData;
import io.github.samuraidesk.disclosure.PaperData.RatingData;
import io.github.samuraidesk.disclosure.PaperData.SectionData;
import io.github.samuraidesk.disclosure.PaperData.SlotData;
import io.github.samuraidesk.disclosure.PaperData.TrancheData;
import io.github.samuraidesk.disclosure.PaperData.UnderwriterData;
import io.github.samuraidesk.disclosure.PaperData.Value;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.Timetable;
import io.github.samuraidesk.pricing.NetProceeds;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.registration.DealDates;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.FilingDay;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.settlement.ConditionPrecedent;
import io.github.samuraidesk.settlement.FundsRequested;
import io.github.samuraidesk.settlement.IssueInformation;
import io.github.samuraidesk.underwriting.Bid;
import io.github.samuraidesk.underwriting.Mandate;
import io.github.samuraidesk.underwriting.Rfp;
import io.github.samuraidesk.wording.JapaneseText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One paper of one deal being gathered from the deal's file. A mark 【仮定】 is of the value that it stands behind: the term
 * sheet decides it, and is not for that an origin of what was priced.
 */
final class Gathering {

    private final DealFile file;
    private final Paper paper;
    private final RulePack pack;
    private final DealClauses clauses;
    private final PaperReading reading;
    private final Source<TermSheet> terms;
    private final TermSheet s;
    private final Route route;
    private final List<Tranche> live;
    private final List<Source<PricingRun>> runs;
    private final boolean withPricing;
    // A paper takes only what it prints: facts of settlement must not make an approved prospectus look stale.
    private final boolean withIssueInformation;
    private final Optional<Source<Mandate>> mandate;
    private final Fields f = new Fields("");
    private final Map<String, Set<Origin>> origins = new LinkedHashMap<>();

    Gathering(DealFile file, Paper paper, RulePack pack, DealClauses clauses) {
        this.file = file;
        this.paper = paper;
        this.pack = pack;
        this.clauses = clauses;
        this.reading = new PaperReading(file);
        this.terms = reading.printing(TermSheet.FACT)
                .orElseThrow(() -> new IllegalArgumentException("no deal " + file.id()));
        this.s = terms.value();
        this.route = reading.deciding(RouteConfirmed.SIGNED)
                .map(RouteConfirmed::route)
                .orElse(Route.NOT_A_SAMURAI);
        List<String> dropped = reading.deciding(TrancheDropped.FACT).stream()
                .map(TrancheDropped::tranche)
                .toList();
        this.live = s.tranches().stream().filter(t -> !dropped.contains(t.id())).toList();
        this.withPricing = !Set.of(Paper.SECURITIES_REGISTRATION, Paper.SHELF_STATEMENT, Paper.PRELIMINARY_PROSPECTUS)
                .contains(paper);
        this.withIssueInformation = paper == Paper.JASDEC_SHEET || paper == Paper.CLOSING_MEMORANDUM;
        this.runs = withPricing ? signedRuns() : List.of();
        this.mandate = reading.printing(Mandate.FACT);
    }

    /** @param ownText what a person says in a paper on demand; other papers have no such text */
    Printed printed(String ownText) {
        Deal deal = file.deal();
        String ordinanceCode = s.issuer().kind().ordinanceCode();
        String formNo = "";
        String formCode = "";
        String finalNo = "";
        String finalCode = "";
        String ordinance = "";
        if (route.isRegistered()) {
            var form = pack.form(route, ordinanceCode, route.statement());
            var last = pack.form(route, ordinanceCode, route.finalTerms());
            formNo = form.formNoJa();
            formCode = form.formCode();
            finalNo = last.formNoJa();
            finalCode = last.formCode();
            ordinance = form.ordinanceJa();
        }
        dealFacts();
        submitted();
        boolean undecided = live.stream().anyMatch(t -> run(t).isEmpty());
        sums(!undecided && !live.isEmpty());
        if (paper == Paper.AMENDED_REGISTRATION || paper == Paper.PROSPECTUS_AMENDMENT) {
            // what the statement offered and is offered no more must not vanish in silence
            List<Source<TrancheDropped>> dropped = reading.printing(TrancheDropped.FACT);
            if (!dropped.isEmpty()) {
                f.put(
                        "dropped",
                        Value.of(String.join(
                                "、",
                                dropped.stream().map(d -> d.value().tranche()).toList())),
                        each(dropped, "tranche"));
            }
        }
        if (paper == Paper.REQUEST_FOR_PROPOSALS) {
            request();
        }
        if (paper == Paper.SHELF_AMENDMENT && route.isShelf()) {
            var form = pack.form(route, ordinanceCode, route.amendment());
            f.putDecided(
                    "amendmentForm",
                    Value.of(form.formNoJa() + "（" + form.ordinanceCode() + "/" + form.formCode() + "）"));
        }
        List<UnderwriterData> underwriters = underwriters();
        Map<String, List<DealClauses.Worded>> worded = paper.printsClauses() ? clauses.byTranche(file) : Map.of();
        Map<String, Value> dealValues = f.named();
        var tranches = new ArrayList<TrancheData>();
        for (Tranche t : live) {
            tranches.add(tranche(t, tranches.size() + 1, worded.getOrDefault(t.id(), List.of()), dealValues));
        }
        List<RatingData> ratings = s.issuer().ratings().stream()
                .map(r -> new RatingData(r.agency(), r.grade(), r.registered()))
                .toList();
        f.note("ratings", Set.of(terms.at("issuer.ratings")));
        reading.printing(SlotText.FACT.at(paper.code()))
                .filter(x -> paper.isOnDemand())
                .ifPresent(x -> f.note("ownText", Set.of(x.at("text"))));
        var data = new PaperData(
                file.id().value(),
                deal.practice(),
                pack.sha256(),
                ordinance,
                ordinanceCode,
                formNo,
                formCode,
                finalNo,
                finalCode,
                route.isShelf(),
                s.issuer().kind().isState(),
                s.issuer().kind() == IssuerKind.BANK,
                route.method(),
                dealValues,
                tranches,
                underwriters,
                ratings,
                slots(),
                paper == Paper.CP_LIST || paper == Paper.CLOSING_MEMORANDUM ? conditions() : List.of(),
                paper == Paper.TIMETABLE ? timetable() : List.of(),
                paper == Paper.CLOSING_MEMORANDUM ? funds() : List.of(),
                paper.isOnDemand() ? ownText : "",
                paper == Paper.SECURITIES_REGISTRATION && route.needsPartTwo() ? partTwo() : "",
                undecided);
        origins.putAll(f.origins());
        return new Printed(data, origins, reading.decided());
    }

    private static <T extends Record> Set<Origin> each(List<Source<T>> sources, String first, String... components) {
        var all = new LinkedHashSet<Origin>();
        sources.forEach(x -> all.addAll(x.at(first, components)));
        return all;
    }

    private Optional<Source<PricingRun>> run(Tranche t) {
        return runs.stream()
                .filter(r -> r.value().tranche().id().equals(t.id()))
                .findFirst();
    }

    /** Papers take numbers from runs that the issuer signed, and from no other. */
    private List<Source<PricingRun>> signedRuns() {
        Map<String, String> seals = reading.deciding(PricingApproved.FACT)
                .map(PricingApproved::seals)
                .orElse(Map.of());
        return reading.printing(PricingRun.FACT).stream()
                .filter(r ->
                        r.value().seal().equals(seals.get(r.value().tranche().id())))
                .toList();
    }

    private void submitted() {
        if (!paper.isFiled()) {
            return;
        }
        boolean statement = paper == Paper.SECURITIES_REGISTRATION || paper == Paper.SHELF_STATEMENT;
        var stage = statement ? Filing.Stage.STATEMENT : Filing.Stage.FINAL_TERMS;
        LocalDate day = DealDates.submissionDay(file, stage);
        Optional<Source<FilingDay>> changed = reading.printing(FilingDay.FACT.at(stage.name()));
        boolean ofShelf = statement && s.shelf() != null && s.shelf().filed() != null;
        String planned = statement ? "dates.filing" : "dates.pricing";
        f.put(
                "submitted",
                day == null
                        ? Value.UNDECIDED
                        : new Value(JapaneseText.western(day), changed.isEmpty() && s.isAssumed(planned), false),
                Fields.all(
                        Set.of(changed.map(c -> c.at("day")).orElse(terms.at(ofShelf ? "shelf.filed" : planned))),
                        changed.isPresent() ? Set.of() : reading.open(FilingDay.FACT.at(stage.name()))));
    }

    private void sums(boolean allPriced) {
        List<Source<PricingRun>> priced =
                live.stream().flatMap(t -> run(t).stream()).toList();
        if (!allPriced) {
            Set<Origin> open = Fields.all(Set.of(terms.at("tranches")), each(priced, "amountYen"));
            for (Tranche t : live) {
                open = Fields.all(open, openRun(t));
            }
            for (String name :
                    List.of("gross", "grossPlain", "grossOku", "grossKanji", "fee", "expenses", "costs", "net")) {
                f.put(name, Value.UNDECIDED, open);
            }
            return;
        }
        NetProceeds proceeds =
                NetProceeds.of(file, priced.stream().map(Source::value).toList());
        BigDecimal gross = proceeds.gross();
        boolean assumedFee = s.isAssumed("costs.feePer100");
        boolean assumedCosts = assumedFee || s.isAssumed("costs.expensesYen");
        Set<Origin> ofGross = each(priced, "amountYen", "issuePrice");
        Set<Origin> ofFee = each(priced, "amountYen", "feePer100");
        Set<Origin> ofExpenses = Set.of(terms.at("costs.expensesYen"));
        f.put("gross", Value.of(JapaneseText.yen(gross)), ofGross);
        f.put("grossPlain", Value.of(JapaneseText.grouped(gross)), ofGross);
        f.put("grossOku", Value.of(JapaneseText.oku(gross)), ofGross);
        f.put("grossKanji", Value.of(JapaneseText.kanji(gross)), ofGross);
        f.put("fee", new Value(JapaneseText.yen(proceeds.fee()), assumedFee, false), ofFee);
        f.put("expenses", new Value(JapaneseText.yen(proceeds.expenses()), assumedCosts, false), ofExpenses);
        f.put(
                "costs",
                new Value(JapaneseText.yen(proceeds.fee().add(proceeds.expenses())), assumedCosts, false),
                Fields.all(ofFee, ofExpenses));
        f.put(
                "net",
                new Value(JapaneseText.yen(proceeds.net()), assumedCosts, false),
                Fields.all(ofGross, ofFee, ofExpenses));
    }

    /** A run of a tranche that papers with prices wait for: it was not signed, or it was withdrawn. */
    private Set<Origin> openRun(Tranche t) {
        return withPricing && run(t).isEmpty() ? reading.open(PricingRun.FACT.at(t.id())) : Set.of();
    }

    private void request() {
        reading.printing(Rfp.FACT).ifPresent(source -> {
            Rfp r = source.value();
            f.put("rfpScope", Value.of(r.scope()), source.at("scope"));
            f.put("rfpQuestions", Value.of(r.questions()), source.at("questions"));
            f.put(
                    "rfpDeadline",
                    Value.of(JapaneseText.western(r.deadline().toLocalDate()) + " "
                            + r.deadline().toLocalTime()),
                    source.at("deadline"));
            f.put("rfpDecision", Value.of(JapaneseText.western(r.decisionDate())), source.at("decisionDate"));
            r.weights()
                    .forEach((criterion, weight) -> f.put(
                            "rfpWeight." + criterion.name(),
                            Value.of(weight + "%"),
                            source.at("weights." + criterion.name())));
        });
    }

    private List<ConditionData> conditions() {
        List<Source<ConditionPrecedent>> conditions = reading.printing(ConditionPrecedent.FACT);
        f.note("conditions", each(conditions, ""));
        return conditions.stream()
                .map(Source::value)
                .map(c -> new ConditionData(
                        c.id(), c.text(), c.owner(), c.status().name(), c.evidence()))
                .toList();
    }

    private List<Map<String, String>> funds() {
        Optional<Source<FundsRequested>> requested = reading.printing(FundsRequested.FACT);
        List<FundsRequested.Line> lines = requested.map(r -> r.value().lines()).orElse(List.of());
        Set<Origin> from = requested.map(r -> Set.of(r.at("lines"))).orElse(Set.of());
        for (FundsRequested.Line line : lines) {
            from = Fields.all(from, ofName(line.manager()));
        }
        f.note("funds", from);
        return lines.stream()
                .map(l -> Map.of(
                        "manager", nameJa(l.manager()),
                        "amount", JapaneseText.yen(l.amountYen()),
                        "reference", l.bojNetReference()))
                .toList();
    }

    private String partTwo() {
        Optional<Source<PartTwo>> partTwo = reading.printing(PartTwo.FACT);
        f.note(
                "partTwo",
                partTwo.<Set<Origin>>map(p -> Set.of(p.at("filesSha256"))).orElse(reading.open(PartTwo.FACT)));
        return partTwo.map(p -> p.value().filesSha256()).orElse("");
    }

    private List<DateRow> timetable() {
        var rows = new ArrayList<DateRow>();
        Map<String, String[]> byId = pack.rowNames();
        boolean noticed = !reading.deciding(EffectivenessConfirmed.FACT).isEmpty();
        Map<String, LocalDate> anchors = DealDates.anchors(file, route);
        Map<String, Timetable.DueDate> due = anchors.isEmpty()
                ? Map.of()
                : pack.plan().dueDates(route.track().name(), anchors);
        due.values().stream()
                .filter(d -> byId.containsKey(d.row()))
                .sorted(Comparator.comparing(Timetable.DueDate::date))
                .forEach(d -> rows.add(new DateRow(
                        d.row(),
                        d.date().toString(),
                        byId.get(d.row())[0],
                        byId.get(d.row())[1],
                        d.rule(),
                        d.confirmWithCounsel(),
                        Timetable.isEffectiveness(d.row()) && !noticed)));
        String stage = Filing.Stage.STATEMENT.name();
        f.note(
                "timetable",
                Fields.all(
                        Set.of(terms.at("dates")),
                        s.shelf() == null ? Set.of() : Set.of(terms.at("shelf.filed")),
                        reading.printing(Filing.FACT.at(stage))
                                .map(x -> Set.of(x.at("acceptedAt")))
                                .orElse(Set.of()),
                        reading.printing(FilingDay.FACT.at(stage))
                                .map(x -> Set.of(x.at("day")))
                                .orElse(Set.of())));
        return rows;
    }

    /** Counsel's wording that this paper prints; papers without any must not grow stale by it. */
    private List<SlotData> slots() {
        var slots = new ArrayList<SlotData>();
        if (paper.printsSlots()) {
            var from = new LinkedHashSet<Origin>();
            for (Slot slot : Slot.values()) {
                Optional<Source<SlotText>> text = reading.printing(SlotText.FACT.at(slot.id()));
                text.ifPresent(x -> from.add(x.at("text")));
                slots.add(
                        new SlotData(slot.id(), text.map(x -> x.value().text()).orElse("")));
            }
            f.note("slots", from);
        }
        return slots;
    }

    /** A tranche's clauses under the numbered headings of the sections that it has. */
    private static List<SectionData> sections(
            List<DealClauses.Worded> worded, Map<String, Value> tranche, Map<String, Value> deal) {
        var bySection = new TreeMap<Integer, List<ClauseData>>();
        for (DealClauses.Worded w : worded) {
            bySection
                    .computeIfAbsent(w.clause().section(), n -> new ArrayList<>())
                    .add(new ClauseData(
                            w.clause().id(),
                            w.clause().version(),
                            w.isOpen(),
                            pieces(w.ja(), tranche, deal),
                            pieces(w.en(), tranche, deal)));
        }
        Map<Integer, ClauseLibrary.Heading> headings = ClauseLibrary.builtIn().headings();
        var sections = new ArrayList<SectionData>();
        bySection.forEach((section, clauses) -> {
            ClauseLibrary.Heading heading = headings.get(section);
            sections.add(new SectionData(section, sections.size() + 1, heading.ja(), heading.en(), clauses));
        });
        return sections;
    }

    private static List<PieceData> pieces(String text, Map<String, Value> tranche, Map<String, Value> deal) {
        return Clause.pieces(text).stream()
                .map(p -> p.figure()
                        ? new PieceData("", tranche.getOrDefault(p.text(), deal.getOrDefault(p.text(), Value.of(""))))
                        : new PieceData(p.text(), null))
                .toList();
    }

    /** Origins of a tranche's clauses: their words, who took them in or left them out, and the figures in them. */
    private Set<Origin> ofSections(Tranche t, List<DealClauses.Worded> worded, Fields tranche) {
        var from = new LinkedHashSet<>(DealClauses.origins(file, t));
        for (DealClauses.Worded w : worded) {
            for (String text : List.of(w.ja(), w.en())) {
                Clause.pieces(text).stream().filter(Clause.Piece::figure).forEach(p -> {
                    Fields fields = tranche.has(p.text()) ? tranche : f;
                    from.addAll(fields.origins(p.text()));
                });
            }
        }
        return from;
    }

    private List<UnderwriterData> underwriters() {
        boolean assumed = s.assumed().stream().anyMatch(a -> a.startsWith("managers"));
        if (mandate.isEmpty()) {
            f.note("underwriters", Fields.all(Set.of(terms.at("managers")), reading.open(Mandate.FACT)));
            return s.managers().stream()
                    .map(m -> new UnderwriterData(m.name(), m.nameJa(), m.lead(), assumed))
                    .toList();
        }
        Set<Origin> from = Set.of(mandate.get().at("managers"));
        List<Mandate.Appointed> appointed = mandate.get().value().managers();
        for (Mandate.Appointed a : appointed) {
            from = Fields.all(from, ofName(a.manager()));
        }
        f.note("underwriters", from);
        return appointed.stream()
                .map(a -> new UnderwriterData(a.manager(), nameJa(a.manager()), a.lead(), false))
                .toList();
    }

    private void dealFacts() {
        put("issuerName", s.issuer().name(), "issuer.name");
        put("issuerNameJa", s.issuer().nameJa(), "issuer.nameJa");
        put("homeCountry", JapaneseText.country(s.issuer().homeCountry()), "issuer.homeCountry");
        put("edinetCode", s.issuer().edinetCode(), "issuer.edinetCode");
        put("representative", s.issuer().representative(), "issuer.representative");
        put("address", s.issuer().address(), "issuer.address");
        put("attorneyInFact", s.issuer().attorneyInFact(), "issuer.attorneyInFact");
        put("attorneyAddress", s.issuer().attorneyAddress(), "issuer.attorneyAddress");
        put("attorneyPhone", s.issuer().attorneyPhone(), "issuer.attorneyPhone");
        put("guarantor", s.issuer().guarantor(), "issuer.guarantor");
        put("useOfProceedsJa", s.useOfProceedsJa(), "useOfProceeds.ja", "useOfProceedsJa");
        put("useOfProceedsEn", s.useOfProceedsEn(), "useOfProceeds.en", "useOfProceedsEn");
        put("fiscalAgent", s.agents().fiscal(), "agents.fiscal");
        put("issuingAgent", s.agents().issuing(), "agents.issuing");
        put("payingAgent", s.agents().paying(), "agents.paying");
        date("pricing", s.dates().pricing(), "dates.pricing");
        date("payment", s.dates().payment(), "dates.payment");
        date("filing", s.dates().filing(), "dates.filing");
        statement();
        shelf();
        bid();
        f.putDecided("route", Value.of(route.name()));
    }

    private void statement() {
        String stage = Filing.Stage.STATEMENT.name();
        reading.printing(Filing.FACT.at(stage))
                .ifPresentOrElse(
                        x -> {
                            f.put(
                                    "statementFiled",
                                    Value.of(JapaneseText.western(x.value().acceptedOn())),
                                    x.at("acceptedAt"));
                            f.put("statementNumber", Value.of(x.value().number()), x.at("number"));
                            f.put("statementDocumentId", Value.of(x.value().documentId()), x.at("documentId"));
                        },
                        () -> List.of("statementFiled", "statementNumber", "statementDocumentId")
                                .forEach(name -> f.note(name, reading.open(Filing.FACT.at(stage)))));
        reading.printing(EffectivenessConfirmed.FACT.at(stage))
                .ifPresentOrElse(
                        x -> f.put(
                                "statementEffective",
                                Value.of(JapaneseText.western(x.value().effectiveOn())),
                                x.at("effectiveOn")),
                        () -> f.note("statementEffective", reading.open(EffectivenessConfirmed.FACT.at(stage))));
    }

    private void shelf() {
        TermSheet.Shelf shelf = s.shelf();
        if (shelf == null) {
            return;
        }
        boolean assumedPlan = s.isAssumed("shelf.plannedBillionYen");
        f.put(
                "shelfPlanned",
                new Value(JapaneseText.yen(shelf.plannedYen()), assumedPlan, false),
                terms.at("shelf.plannedYen"));
        f.put(
                "shelfIssued",
                new Value(JapaneseText.yen(shelf.issuedYen()), s.isAssumed("shelf.issuedBillionYen"), false),
                terms.at("shelf.issuedYen"));
        f.put(
                "shelfResidual",
                new Value(JapaneseText.yen(shelf.residualYen()), assumedPlan, false),
                terms.at("shelf.plannedYen", "shelf.issuedYen", "shelf.reducedYen", "shelf.redeemedYen"));
        f.put(
                "shelfYears",
                new Value(shelf.periodYears() + "年", s.isAssumed("shelf.periodYears"), false),
                terms.at("shelf.periodYears"));
        put("shelfNumber", shelf.number(), "shelf.number");
    }

    /** What the lead manager offered, where the mandate was awarded after a request for proposals. */
    private void bid() {
        mandate.map(Source::value)
                .filter(m -> m.kind() == Mandate.Kind.AWARDED)
                .flatMap(m -> m.managers().stream()
                        .filter(Mandate.Appointed::lead)
                        .flatMap(a -> reading.printing(Bid.FACT.at(a.manager())).stream())
                        .findFirst())
                .ifPresent(b -> {
                    f.put("bidFee", Value.of(JapaneseText.grouped(b.value().feePer100())), b.at("feePer100"));
                    f.put(
                            "bidExpensesCap",
                            Value.of(JapaneseText.yen(b.value().expensesCapYen())),
                            b.at("expensesCapYen"));
                });
    }

    private TrancheData tranche(Tranche t, int number, List<DealClauses.Worded> worded, Map<String, Value> dealValues) {
        var v = new Fields(t.id() + ".");
        Terms own = new Terms(t);
        Optional<Source<PricingRun>> run = run(t);
        terms(t, own, run, v);
        List<CouponRow> coupons = List.of();
        if (run.isPresent()) {
            priced(t, own, run.get(), v);
            coupons = run.get().value().coupons().stream()
                    .map(c -> new CouponRow(
                            c.number(),
                            c.unadjusted().toString(),
                            c.payment().toString(),
                            c.movedBecause(),
                            c.amountPerBondYen() == null ? "" : JapaneseText.yen(c.amountPerBondYen())))
                    .toList();
            v.note("coupons", Set.of(run.get().at("coupons")));
        } else {
            unpriced(t, own, v);
        }
        if (withIssueInformation) {
            reading.printing(IssueInformation.FACT.at(t.id())).ifPresent(i -> {
                v.put("isin", Value.of(i.value().isin()), i.at("isin"));
                v.put("securitiesCode", Value.of(i.value().securitiesCode()), i.at("securitiesCode"));
            });
        }
        List<CommitmentRow> commitments = commitments(t, v);
        Map<String, Value> values = v.named();
        List<SectionData> sections = List.of();
        if (paper.printsClauses()) {
            sections = sections(worded, values, dealValues);
            v.note("sections", ofSections(t, worded, v));
        }
        origins.putAll(v.origins());
        return new TrancheData(t.id(), number, values, coupons, commitments, sections);
    }

    /** A tranche's part of the term sheet. */
    private final class Terms {

        private final String component;
        private final String field;

        Terms(Tranche t) {
            this.component = "tranches." + t.id();
            this.field = "tranches[" + s.trancheIndex().getOrDefault(t.id(), -1) + "].";
        }

        boolean isAssumed(String name) {
            return s.isAssumed(field + name);
        }

        Origin at(String name) {
            return terms.at(name.isEmpty() ? component : component + "." + name);
        }
    }

    private void terms(Tranche t, Terms own, Optional<Source<PricingRun>> run, Fields v) {
        v.put("tenor", Value.of(t.tenorYears().stripTrailingZeros().toPlainString()), own.at("tenorYears"));
        BigDecimal size = run.map(r -> r.value().amountYen()).orElse(t.sizeYen());
        boolean sizeAssumed = own.isAssumed("sizeBillionYen") && run.isEmpty();
        Origin ofSize = run.map(r -> r.at("amountYen")).orElseGet(() -> own.at("sizeYen"));
        v.put("amount", size(size, JapaneseText::yen, sizeAssumed), ofSize);
        v.put("amountOku", size(size, JapaneseText::oku, sizeAssumed), ofSize);
        v.put("amountKanji", size(size, JapaneseText::kanji, sizeAssumed), ofSize);
        v.put("amountMillions", size(size, JapaneseText::millions, sizeAssumed), ofSize);
        v.put("amountPlain", size(size, JapaneseText::grouped, sizeAssumed), ofSize);
        boolean denominationAssumed = own.isAssumed("denominationYen");
        v.put(
                "denomination",
                new Value(JapaneseText.yen(t.denominationYen()), denominationAssumed, false),
                own.at("denominationYen"));
        v.put(
                "denominationPlain",
                new Value(JapaneseText.grouped(t.denominationYen()), denominationAssumed, false),
                own.at("denominationYen"));
        v.put("rateType", Value.of(t.rateType().name()), own.at("rateType"));
        v.put("dayRule", new Value(t.dayRule().name(), own.isAssumed("dayRule"), false), own.at("dayRule"));
        v.put(
                "oddPeriodMethod",
                new Value(t.oddPeriodMethod().name(), own.isAssumed("oddPeriodMethod"), false),
                own.at("oddPeriodMethod"));
        v.put(
                "accrualStart",
                new Value(t.accrualStart().name(), own.isAssumed("accrualStart"), false),
                own.at("accrualStart"));
        v.put("frequency", Value.of(String.valueOf(t.frequency())), own.at("frequency"));
        v.put("label", text(t.label(), own.isAssumed("label")), own.at("label"));
        v.put("status", text(t.status(), own.isAssumed("status")), own.at("status"));
        v.put("benchmark", text(t.benchmark(), own.isAssumed("benchmark")), own.at("benchmark"));
        if (t.guidanceLowBp() != null && t.guidanceHighBp() != null) {
            v.put(
                    "guidance",
                    new Value(
                            bp(t.guidanceLowBp()) + " – " + bp(t.guidanceHighBp()) + " bp",
                            own.isAssumed("guidanceLowBp"),
                            false),
                    Set.of(own.at("guidanceLowBp"), own.at("guidanceHighBp")));
        }
        if (t.rateType() != RateType.FIXED) {
            floating(t, own, v);
        }
        boolean scheduleAssumed = s.isAssumed("dates.payment")
                || denominationAssumed
                || own.isAssumed("dayRule")
                || own.isAssumed("oddPeriodMethod")
                || own.isAssumed("accrualStart");
        v.put(
                "scheduleBasis",
                new Value("schedule", scheduleAssumed, false),
                Set.of(
                        terms.at("dates.payment"),
                        own.at("denominationYen"),
                        own.at("dayRule"),
                        own.at("oddPeriodMethod"),
                        own.at("accrualStart")));
    }

    private static void floating(Tranche t, Terms own, Fields v) {
        v.put(
                "floatingReference",
                new Value(String.valueOf(t.floatingReference()), own.isAssumed("floatingReference"), false),
                own.at("floatingReference"));
        BigDecimal margin = t.marginBp();
        v.put(
                "margin",
                margin == null ? Value.UNDECIDED : new Value(bp(margin) + " bp", own.isAssumed("marginBp"), false),
                own.at("marginBp"));
        LocalDate call = t.callDate();
        if (call != null) {
            boolean assumed = own.isAssumed("callDate");
            v.put("callDate", new Value(JapaneseText.western(call), assumed, false), own.at("callDate"));
            v.put("callDateEn", new Value(JapaneseText.english(call), assumed, false), own.at("callDate"));
        }
    }

    private void priced(Tranche t, Terms own, Source<PricingRun> run, Fields v) {
        PricingRun r = run.value();
        boolean assumedPayment = s.isAssumed("dates.payment");
        boolean assumedFee = s.isAssumed("costs.feePer100");
        boolean maturityAssumed = t.maturity() == null || own.isAssumed("maturity");
        v.put("issuePrice", Value.of(r.issuePrice().stripTrailingZeros().toPlainString()), run.at("issuePrice"));
        v.put("maturity", new Value(JapaneseText.western(r.maturity()), maturityAssumed, false), run.at("maturity"));
        v.put("maturityEn", new Value(JapaneseText.english(r.maturity()), maturityAssumed, false), run.at("maturity"));
        v.put("maturityEra", new Value(JapaneseText.era(r.maturity()), maturityAssumed, false), run.at("maturity"));
        v.put("maturityIso", new Value(r.maturity().toString(), maturityAssumed, false), run.at("maturity"));
        v.put("gross", Value.of(JapaneseText.yen(r.grossYen())), run.at("amountYen", "issuePrice"));
        v.put("fee", new Value(JapaneseText.yen(r.feeYen()), assumedFee, false), run.at("amountYen", "feePer100"));
        v.put("feePer100", new Value(JapaneseText.grouped(r.feePer100()), assumedFee, false), run.at("feePer100"));
        v.put("seal", Value.of(r.seal()), run.at("seal"));
        if (r.couponPercent() != null) {
            v.put("coupon", Value.of(JapaneseText.percent(r.couponPercent())), run.at("couponPercent"));
        }
        if (r.spreadBp() != null) {
            v.put("spread", Value.of(bp(r.spreadBp())), run.at("spreadBp"));
        }
        if (r.benchmark() != null) {
            v.put(
                    "benchmarkRate",
                    new Value(
                            JapaneseText.percent(r.benchmark().ratePercent()),
                            r.benchmark().implied(),
                            false),
                    run.at("benchmark.ratePercent"));
        }
        PricingRun.Figures figures = r.figures();
        if (figures != null) {
            v.put(
                    "simpleYield",
                    new Value(figures.simpleYieldPercent().toPlainString(), assumedPayment || maturityAssumed, false),
                    run.at("figures.simpleYieldPercent"));
            v.put(
                    "compoundYield",
                    new Value(figures.compoundYieldPercent().toPlainString(), assumedPayment || maturityAssumed, false),
                    run.at("figures.compoundYieldPercent"));
            v.put(
                    "issuersCost",
                    new Value(figures.issuersCostPercent().toPlainString(), true, false),
                    run.at("figures.issuersCostPercent"));
            v.put(
                    "interestPerUnit",
                    new Value(figures.interestPerUnit().toPlainString(), own.isAssumed("couponPercent"), false),
                    run.at("figures.interestPerUnit"));
        }
        if (!r.coupons().isEmpty()) {
            PricingRun.Coupon first = r.coupons().get(0);
            PricingRun.Coupon last = r.coupons().get(r.coupons().size() - 1);
            Origin from = run.at("coupons");
            v.put("firstCoupon", new Value(JapaneseText.western(first.unadjusted()), assumedPayment, false), from);
            v.put("firstCouponEn", new Value(JapaneseText.english(first.unadjusted()), assumedPayment, false), from);
            BigDecimal firstAmount = first.amountPerBondYen();
            BigDecimal lastAmount = last.amountPerBondYen();
            if (firstAmount != null) {
                v.put("firstAmount", new Value(JapaneseText.yen(firstAmount), assumedPayment, false), from);
                v.put("lastAmount", Value.of(JapaneseText.yen(lastAmount == null ? firstAmount : lastAmount)), from);
            }
        }
    }

    private void unpriced(Tranche t, Terms own, Fields v) {
        for (String name : List.of(
                "issuePrice",
                "coupon",
                "maturity",
                "maturityEn",
                "maturityIso",
                "gross",
                "fee",
                "firstCoupon",
                "firstCouponEn",
                "simpleYield",
                "spread")) {
            v.put(name, Value.UNDECIDED, Fields.all(openRun(t), Set.of(own.at(""))));
        }
        LocalDate maturity = t.maturity();
        if (maturity != null) {
            boolean assumed = own.isAssumed("maturity");
            Set<Origin> from = Fields.all(Set.of(own.at("maturity")), openRun(t));
            v.put("maturity", new Value(JapaneseText.western(maturity), assumed, false), from);
            v.put("maturityEn", new Value(JapaneseText.english(maturity), assumed, false), from);
        }
    }

    /** A tranche's commitments; until there are any, papers print the underwriters in their place. */
    private List<CommitmentRow> commitments(Tranche t, Fields v) {
        Optional<Source<SubscriptionSigned>> signed = reading.printing(SubscriptionSigned.FACT);
        List<SubscriptionSigned.Commitment> commitments =
                signed.map(x -> x.value().commitments()).orElse(List.of()).stream()
                        .filter(c -> c.tranche().equals(t.id()))
                        .toList();
        Set<Origin> from = signed.map(x -> x.at("commitments", "kind"))
                .orElseGet(() -> Fields.all(reading.open(SubscriptionSigned.FACT), f.origins("underwriters")));
        for (SubscriptionSigned.Commitment c : commitments) {
            from = Fields.all(from, ofName(c.manager()));
        }
        v.note("commitments", commitments.isEmpty() ? Fields.all(from, f.origins("underwriters")) : from);
        return commitments.stream()
                .map(c -> new CommitmentRow(
                        nameJa(c.manager()),
                        JapaneseText.yen(c.amountYen()),
                        signed.orElseThrow().value().kind().name()))
                .toList();
    }

    private Optional<String> nameInTermSheet(String manager) {
        return s.managers().stream()
                .filter(m -> m.name().equals(manager))
                .map(TermSheet.Underwriter::nameJa)
                .findFirst();
    }

    /** As the term sheet has it, or the mandate where the term sheet does not name the firm. */
    private String nameJa(String manager) {
        return nameInTermSheet(manager)
                .or(() -> mandate.stream()
                        .flatMap(m -> m.value().managers().stream())
                        .filter(a -> a.manager().equals(manager) && !a.nameJa().isEmpty())
                        .map(Mandate.Appointed::nameJa)
                        .findFirst())
                .orElse(manager);
    }

    private Set<Origin> ofName(String manager) {
        return nameInTermSheet(manager).isPresent()
                ? Set.of(terms.at("managers"))
                : mandate.<Set<Origin>>map(m -> Set.of(m.at("managers"))).orElse(Set.of());
    }

    private static Value size(@Nullable BigDecimal size, Function<BigDecimal, String> as, boolean assumed) {
        return size == null ? Value.UNDECIDED : new Value(as.apply(size), assumed, false);
    }

    private static String bp(BigDecimal bp) {
        return bp.stripTrailingZeros().toPlainString();
    }

    private void put(String name, @Nullable String text, String path) {
        put(name, text, path, path);
    }

    /** @param path by which the term sheet marks it as assumed, which for a few fields is not the component's */
    private void put(String name, @Nullable String text, String path, String component) {
        f.put(name, text(text, s.isAssumed(path)), terms.at(component));
    }

    private static Value text(@Nullable String text, boolean assumed) {
        return text == null || text.isBlank() ? Value.of("") : new Value(text, assumed, false);
    }

    private void date(String name, @Nullable LocalDate date, String path) {
        if (date == null) {
            f.put(name, Value.UNDECIDED, terms.at(path));
            return;
        }
        boolean assumed = s.isAssumed(path);
        f.put(name, new Value(JapaneseText.western(date), assumed, false), terms.at(path));
        f.put(name + "Era", new Value(JapaneseText.era(date), assumed, false), terms.at(path));
        f.put(name + "En", new Value(JapaneseText.english(date), assumed, false), terms.at(path));
    }
}
