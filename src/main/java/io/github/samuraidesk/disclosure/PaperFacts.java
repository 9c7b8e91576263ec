package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.clause.Clause;
import io.github.samuraidesk.clause.ClauseLibrary;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.Deal;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.IssuerKind;
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
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.FilingDay;
import io.github.samuraidesk.registration.Route;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.registration.RulePacks;
import io.github.samuraidesk.registration.Timetable;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the facts of a deal into the one data set that all its papers print. */
@Component
public class PaperFacts {

    private final DealBook deals;
    private final Facts facts;
    private final RulePacks packs;
    private final DealClauses clauses;

    PaperFacts(DealBook deals, Facts facts, RulePacks packs, DealClauses clauses) {
        this.deals = deals;
        this.facts = facts;
        this.packs = packs;
        this.clauses = clauses;
    }

    public PaperData of(DealId id, Paper paper) {
        return of(
                id,
                paper,
                facts.of(id)
                        .one(SlotText.FACT.at(paper.code()))
                        .map(SlotText::text)
                        .orElse(""));
    }

    /** @param ownText what a person says in a paper on demand; other papers have no such text */
    public PaperData of(DealId id, Paper paper, String ownText) {
        Deal deal = deals.get(id);
        TermSheet sheet = deals.termSheet(id);
        Route route = facts.of(id)
                .one(RouteConfirmed.SIGNED)
                .map(RouteConfirmed::route)
                .orElse(Route.NOT_A_SAMURAI);
        boolean withPricing = !Set.of(
                        Paper.SECURITIES_REGISTRATION, Paper.SHELF_STATEMENT, Paper.PRELIMINARY_PROSPECTUS)
                .contains(paper);
        // A paper takes only what it prints: facts of settlement must not make an approved prospectus look stale.
        boolean withIssueInformation = paper == Paper.JASDEC_SHEET || paper == Paper.CLOSING_MEMORANDUM;
        List<PricingRun> runs = withPricing ? signedRuns(id) : List.of();
        String ordinanceCode = sheet.issuer().kind().ordinanceCode();
        String formNo = "";
        String formCode = "";
        String finalNo = "";
        String finalCode = "";
        String ordinance = "";
        if (route.isRegistered()) {
            var form = packs.of(id).form(route, ordinanceCode, route.statement());
            var last = packs.of(id).form(route, ordinanceCode, route.finalTerms());
            formNo = form.formNoJa();
            formCode = form.formCode();
            finalNo = last.formNoJa();
            finalCode = last.formCode();
            ordinance = form.ordinanceJa();
        }
        var tranches = new ArrayList<TrancheData>();
        boolean undecided = false;
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal fee = BigDecimal.ZERO;
        boolean allPriced = true;
        for (Tranche t : deals.liveTranches(id)) {
            Optional<PricingRun> run =
                    runs.stream().filter(r -> r.tranche().id().equals(t.id())).findFirst();
            tranches.add(tranche(id, sheet, t, run, tranches.size() + 1, withIssueInformation));
            if (run.isPresent()) {
                gross = gross.add(run.get().grossYen());
                fee = fee.add(run.get().feeYen());
            } else {
                allPriced = false;
                undecided = true;
            }
        }
        Map<String, Value> f = facts(id, sheet, route);
        if (paper.isFiled()) {
            boolean statement = paper == Paper.SECURITIES_REGISTRATION || paper == Paper.SHELF_STATEMENT;
            var stage = statement ? Filing.Stage.STATEMENT : Filing.Stage.FINAL_TERMS;
            LocalDate day = submissionDay(id, stage);
            boolean planned = facts.of(id).one(FilingDay.FACT.at(stage.name())).isEmpty();
            f.put(
                    "submitted",
                    day == null
                            ? Value.UNDECIDED
                            : new Value(
                                    JapaneseText.western(day),
                                    planned && sheet.isAssumed(statement ? "dates.filing" : "dates.pricing"),
                                    false));
        }
        BigDecimal expenses = Optional.ofNullable(sheet.costs().expensesYen()).orElse(BigDecimal.ZERO);
        boolean assumedFee = sheet.isAssumed("costs.feePer100");
        boolean assumedCosts = assumedFee || sheet.isAssumed("costs.expensesYen");
        if (allPriced && !tranches.isEmpty()) {
            f.put("gross", Value.of(JapaneseText.yen(gross)));
            f.put("grossPlain", Value.of(JapaneseText.grouped(gross)));
            f.put("grossOku", Value.of(JapaneseText.oku(gross)));
            f.put("grossKanji", Value.of(JapaneseText.kanji(gross)));
            f.put("fee", new Value(JapaneseText.yen(fee), assumedFee, false));
            f.put("expenses", new Value(JapaneseText.yen(expenses), assumedCosts, false));
            f.put("costs", new Value(JapaneseText.yen(fee.add(expenses)), assumedCosts, false));
            f.put("net", new Value(JapaneseText.yen(gross.subtract(fee).subtract(expenses)), assumedCosts, false));
        } else {
            for (String name :
                    List.of("gross", "grossPlain", "grossOku", "grossKanji", "fee", "expenses", "costs", "net")) {
                f.put(name, Value.UNDECIDED);
            }
        }
        if (paper == Paper.AMENDED_REGISTRATION || paper == Paper.PROSPECTUS_AMENDMENT) {
            // what the statement offered and is offered no more must not vanish in silence
            List<String> dropped = facts.of(id).current(TrancheDropped.FACT).stream()
                    .map(TrancheDropped::tranche)
                    .toList();
            if (!dropped.isEmpty()) {
                f.put("dropped", Value.of(String.join("、", dropped)));
            }
        }
        if (paper == Paper.REQUEST_FOR_PROPOSALS) {
            request(id, f);
        }
        if (paper == Paper.SHELF_AMENDMENT && route.isShelf()) {
            var form = packs.of(id).form(route, ordinanceCode, route.amendment());
            f.put(
                    "amendmentForm",
                    Value.of(form.formNoJa() + "（" + form.ordinanceCode() + "/" + form.formCode() + "）"));
        }
        f.replaceAll((name, value) -> value.named(name));
        if (paper.printsClauses()) {
            Map<String, List<DealClauses.Worded>> byTranche = clauses.byTranche(id);
            tranches.replaceAll(t -> t.with(sections(byTranche.getOrDefault(t.id(), List.of()), t.facts(), f)));
        }
        return new PaperData(
                id.value(),
                deal.practice(),
                packs.pinned(id),
                ordinance,
                ordinanceCode,
                formNo,
                formCode,
                finalNo,
                finalCode,
                route.isShelf(),
                sheet.issuer().kind().isState(),
                sheet.issuer().kind() == IssuerKind.BANK,
                route.method(),
                f,
                tranches,
                underwriters(id, sheet),
                sheet.issuer().ratings().stream()
                        .map(r -> new RatingData(r.agency(), r.grade(), r.registered()))
                        .toList(),
                slots(id, paper),
                paper == Paper.CP_LIST || paper == Paper.CLOSING_MEMORANDUM
                        ? facts.of(id).current(ConditionPrecedent.FACT).stream()
                                .map(c -> new ConditionData(
                                        c.id(), c.text(), c.owner(), c.status().name(), c.evidence()))
                                .toList()
                        : List.of(),
                paper == Paper.TIMETABLE ? timetable(id, sheet, route) : List.of(),
                paper == Paper.CLOSING_MEMORANDUM ? funds(id) : List.of(),
                paper.isOnDemand() ? ownText : "",
                paper == Paper.SECURITIES_REGISTRATION && route.needsPartTwo()
                        ? facts.of(id)
                                .one(PartTwo.FACT)
                                .map(PartTwo::filesSha256)
                                .orElse("")
                        : "",
                undecided);
    }

    private void request(DealId id, Map<String, Value> f) {
        facts.of(id).one(Rfp.FACT).ifPresent(r -> {
            f.put("rfpScope", Value.of(r.scope()));
            f.put("rfpQuestions", Value.of(r.questions()));
            f.put(
                    "rfpDeadline",
                    Value.of(JapaneseText.western(r.deadline().toLocalDate()) + " "
                            + r.deadline().toLocalTime()));
            f.put("rfpDecision", Value.of(JapaneseText.western(r.decisionDate())));
            r.weights().forEach((criterion, weight) -> f.put("rfpWeight." + criterion.name(), Value.of(weight + "%")));
        });
    }

    private List<Map<String, String>> funds(DealId id) {
        return facts.of(id).one(FundsRequested.FACT).map(FundsRequested::lines).orElse(List.of()).stream()
                .map(l -> Map.of(
                        "manager",
                        nameJa(id, deals.termSheet(id), l.manager()),
                        "amount",
                        JapaneseText.yen(l.amountYen()),
                        "reference",
                        l.bojNetReference()))
                .toList();
    }

    private List<DateRow> timetable(DealId id, TermSheet sheet, Route route) {
        var rows = new ArrayList<DateRow>();
        Map<String, String[]> byId = packs.of(id).rowNames();
        boolean noticed = !facts.of(id).current(EffectivenessConfirmed.FACT).isEmpty();
        dueDates(id, sheet, route).values().stream()
                .filter(d -> byId.containsKey(d.row()))
                .sorted(java.util.Comparator.comparing(Timetable.DueDate::date))
                .forEach(d -> rows.add(new DateRow(
                        d.row(),
                        d.date().toString(),
                        byId.get(d.row())[0],
                        byId.get(d.row())[1],
                        d.rule(),
                        d.confirmWithCounsel(),
                        Timetable.isEffectiveness(d.row()) && !noticed)));
        return rows;
    }

    /** Papers take numbers from runs that the issuer signed, and from no other. */
    private List<PricingRun> signedRuns(DealId id) {
        Map<String, String> seals = facts.of(id)
                .one(PricingApproved.FACT)
                .map(PricingApproved::seals)
                .orElse(Map.of());
        return facts.of(id).current(PricingRun.FACT).stream()
                .filter(r -> r.seal().equals(seals.get(r.tranche().id())))
                .toList();
    }

    /** The day that a filing's cover names; another day of filing needs the paper made and approved anew. */
    public @Nullable LocalDate submissionDay(DealId id, Filing.Stage stage) {
        Optional<LocalDate> changed =
                facts.of(id).one(FilingDay.FACT.at(stage.name())).map(FilingDay::day);
        if (changed.isPresent()) {
            return changed.get();
        }
        TermSheet sheet = deals.termSheet(id);
        if (stage == Filing.Stage.FINAL_TERMS) {
            return sheet.dates().pricing();
        }
        LocalDate shelfFiled = sheet.shelf() == null ? null : sheet.shelf().filed();
        return shelfFiled != null ? shelfFiled : sheet.dates().filing();
    }

    /** Due dates by row from the deal's anchors: recorded dates where they are known, planned ones before. */
    public Map<String, Timetable.DueDate> dueDates(DealId id, TermSheet sheet, Route route) {
        Map<String, LocalDate> anchors = anchors(id, sheet, route);
        return anchors.isEmpty()
                ? Map.of()
                : packs.of(id).plan().dueDates(route.track().name(), anchors);
    }

    /** The dates that a deal's timetable is counted from; empty while pricing or payment has no date. */
    public Map<String, LocalDate> anchors(DealId id, TermSheet sheet, Route route) {
        LocalDate pricing = sheet.dates().pricing();
        LocalDate payment = sheet.dates().payment();
        if (pricing == null || payment == null) {
            return Map.of();
        }
        Optional<Filing> statement = facts.of(id).one(Filing.FACT.at(Filing.Stage.STATEMENT.name()));
        Optional<LocalDate> changed = facts.of(id)
                .one(FilingDay.FACT.at(Filing.Stage.STATEMENT.name()))
                .map(FilingDay::day);
        LocalDate planned =
                changed.or(() -> Optional.ofNullable(sheet.dates().filing())).orElseGet(() -> pricing.minusDays(16));
        boolean shelf = route.isShelf();
        Optional<LocalDate> shelfFiled = shelf
                ? statement
                        .map(Filing::acceptedOn)
                        .or(() -> changed)
                        .or(() -> Optional.ofNullable(sheet.shelf()).map(TermSheet.Shelf::filed))
                : Optional.empty();
        return Timetable.anchors(statement.map(Filing::acceptedOn).orElse(planned), pricing, payment, shelfFiled);
    }

    /** Counsel's wording that this paper prints; papers without any must not grow stale by it. */
    private List<SlotData> slots(DealId id, Paper paper) {
        var slots = new ArrayList<SlotData>();
        if (paper.printsSlots()) {
            var texts = new LinkedHashMap<String, String>();
            facts.of(id).current(SlotText.FACT).forEach(s -> texts.put(s.slot(), s.text()));
            for (Slot slot : Slot.values()) {
                slots.add(new SlotData(slot.id(), texts.getOrDefault(slot.id(), "")));
            }
        }
        return slots;
    }

    /** A tranche's clauses under the numbered headings of the sections that it has. */
    private static List<SectionData> sections(
            List<DealClauses.Worded> worded, Map<String, Value> tranche, Map<String, Value> deal) {
        var bySection = new TreeMap<Integer, List<ClauseData>>();
        for (DealClauses.Worded w : worded) {
            bySection
                    .computeIfAbsent(w.clause().section(), s -> new ArrayList<>())
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

    private List<UnderwriterData> underwriters(DealId id, TermSheet sheet) {
        Optional<Mandate> mandate = facts.of(id).one(Mandate.FACT);
        boolean assumed = sheet.assumed().stream().anyMatch(a -> a.startsWith("managers"));
        if (mandate.isEmpty()) {
            return sheet.managers().stream()
                    .map(m -> new UnderwriterData(m.name(), m.nameJa(), m.lead(), assumed))
                    .toList();
        }
        return mandate.get().managers().stream()
                .map(a -> new UnderwriterData(a.manager(), nameJa(id, sheet, a.manager()), a.lead(), false))
                .toList();
    }

    private Map<String, Value> facts(DealId id, TermSheet s, Route route) {
        var f = new LinkedHashMap<String, Value>();
        put(f, s, "issuerName", s.issuer().name(), "issuer.name");
        put(f, s, "issuerNameJa", s.issuer().nameJa(), "issuer.nameJa");
        put(f, s, "homeCountry", JapaneseText.country(s.issuer().homeCountry()), "issuer.homeCountry");
        put(f, s, "edinetCode", s.issuer().edinetCode(), "issuer.edinetCode");
        put(f, s, "representative", s.issuer().representative(), "issuer.representative");
        put(f, s, "address", s.issuer().address(), "issuer.address");
        put(f, s, "attorneyInFact", s.issuer().attorneyInFact(), "issuer.attorneyInFact");
        put(f, s, "attorneyAddress", s.issuer().attorneyAddress(), "issuer.attorneyAddress");
        put(f, s, "attorneyPhone", s.issuer().attorneyPhone(), "issuer.attorneyPhone");
        put(f, s, "guarantor", s.issuer().guarantor(), "issuer.guarantor");
        put(f, s, "useOfProceedsJa", s.useOfProceedsJa(), "useOfProceeds.ja");
        put(f, s, "useOfProceedsEn", s.useOfProceedsEn(), "useOfProceeds.en");
        put(f, s, "fiscalAgent", s.agents().fiscal(), "agents.fiscal");
        put(f, s, "issuingAgent", s.agents().issuing(), "agents.issuing");
        put(f, s, "payingAgent", s.agents().paying(), "agents.paying");
        date(f, s, "pricing", s.dates().pricing(), "dates.pricing");
        date(f, s, "payment", s.dates().payment(), "dates.payment");
        date(f, s, "filing", s.dates().filing(), "dates.filing");
        Optional<Filing> statement = facts.of(id).one(Filing.FACT.at(Filing.Stage.STATEMENT.name()));
        statement.ifPresent(x -> {
            f.put("statementFiled", Value.of(JapaneseText.western(x.acceptedOn())));
            f.put("statementNumber", Value.of(x.number()));
            f.put("statementDocumentId", Value.of(x.documentId()));
        });
        facts.of(id)
                .one(EffectivenessConfirmed.FACT.at(Filing.Stage.STATEMENT.name()))
                .ifPresent(x -> f.put("statementEffective", Value.of(JapaneseText.western(x.effectiveOn()))));
        if (s.shelf() != null) {
            f.put(
                    "shelfPlanned",
                    new Value(JapaneseText.yen(s.shelf().plannedYen()), s.isAssumed("shelf.plannedBillionYen"), false));
            f.put(
                    "shelfIssued",
                    new Value(JapaneseText.yen(s.shelf().issuedYen()), s.isAssumed("shelf.issuedBillionYen"), false));
            f.put(
                    "shelfResidual",
                    new Value(
                            JapaneseText.yen(s.shelf().residualYen()), s.isAssumed("shelf.plannedBillionYen"), false));
            f.put("shelfYears", new Value(s.shelf().periodYears() + "年", s.isAssumed("shelf.periodYears"), false));
            put(f, s, "shelfNumber", s.shelf().number(), "shelf.number");
        }
        facts.of(id)
                .one(Mandate.FACT)
                .filter(m -> m.kind() == Mandate.Kind.AWARDED)
                .flatMap(m -> m.managers().stream()
                        .filter(Mandate.Appointed::lead)
                        .flatMap(a -> facts.of(id).one(Bid.FACT.at(a.manager())).stream())
                        .findFirst())
                .ifPresent(b -> {
                    f.put("bidFee", Value.of(JapaneseText.grouped(b.feePer100())));
                    f.put("bidExpensesCap", Value.of(JapaneseText.yen(b.expensesCapYen())));
                });
        f.put("route", Value.of(route.name()));
        return f;
    }

    private TrancheData tranche(
            DealId id, TermSheet s, Tranche t, Optional<PricingRun> run, int number, boolean withIssueInformation) {
        var f = new LinkedHashMap<String, Value>();
        int index = s.trancheIndex().getOrDefault(t.id(), -1);
        String path = "tranches[" + index + "].";
        Set<String> assumed = s.assumed();
        f.put("tenor", Value.of(t.tenorYears().stripTrailingZeros().toPlainString()));
        BigDecimal size = run.map(PricingRun::amountYen).orElse(t.sizeYen());
        boolean sizeAssumed = assumed.contains(path + "sizeBillionYen") && run.isEmpty();
        f.put("amount", size == null ? Value.UNDECIDED : new Value(JapaneseText.yen(size), sizeAssumed, false));
        f.put("amountOku", size == null ? Value.UNDECIDED : new Value(JapaneseText.oku(size), sizeAssumed, false));
        f.put("amountKanji", size == null ? Value.UNDECIDED : new Value(JapaneseText.kanji(size), sizeAssumed, false));
        f.put(
                "amountMillions",
                size == null ? Value.UNDECIDED : new Value(JapaneseText.millions(size), sizeAssumed, false));
        f.put(
                "amountPlain",
                size == null ? Value.UNDECIDED : new Value(JapaneseText.grouped(size), sizeAssumed, false));
        f.put(
                "denomination",
                new Value(JapaneseText.yen(t.denominationYen()), assumed.contains(path + "denominationYen"), false));
        f.put(
                "denominationPlain",
                new Value(
                        JapaneseText.grouped(t.denominationYen()), assumed.contains(path + "denominationYen"), false));
        f.put("rateType", Value.of(t.rateType().name()));
        f.put("dayRule", new Value(t.dayRule().name(), assumed.contains(path + "dayRule"), false));
        f.put(
                "oddPeriodMethod",
                new Value(t.oddPeriodMethod().name(), assumed.contains(path + "oddPeriodMethod"), false));
        f.put("accrualStart", new Value(t.accrualStart().name(), assumed.contains(path + "accrualStart"), false));
        f.put("frequency", Value.of(String.valueOf(t.frequency())));
        put(f, "label", t.label(), assumed.contains(path + "label"));
        put(f, "status", t.status(), assumed.contains(path + "status"));
        put(f, "benchmark", t.benchmark(), assumed.contains(path + "benchmark"));
        if (t.guidanceLowBp() != null && t.guidanceHighBp() != null) {
            f.put(
                    "guidance",
                    new Value(
                            bp(t.guidanceLowBp()) + " – " + bp(t.guidanceHighBp()) + " bp",
                            assumed.contains(path + "guidanceLowBp"),
                            false));
        }
        if (t.rateType() != RateType.FIXED) {
            f.put(
                    "floatingReference",
                    new Value(
                            String.valueOf(t.floatingReference()),
                            assumed.contains(path + "floatingReference"),
                            false));
            BigDecimal margin = t.marginBp();
            f.put(
                    "margin",
                    margin == null
                            ? Value.UNDECIDED
                            : new Value(bp(margin) + " bp", assumed.contains(path + "marginBp"), false));
            if (t.callDate() != null) {
                f.put(
                        "callDate",
                        new Value(JapaneseText.western(t.callDate()), assumed.contains(path + "callDate"), false));
                f.put(
                        "callDateEn",
                        new Value(JapaneseText.english(t.callDate()), assumed.contains(path + "callDate"), false));
            }
        }
        boolean scheduleAssumed = s.isAssumed("dates.payment")
                || assumed.contains(path + "denominationYen")
                || assumed.contains(path + "dayRule")
                || assumed.contains(path + "oddPeriodMethod")
                || assumed.contains(path + "accrualStart");
        f.put("scheduleBasis", new Value("schedule", scheduleAssumed, false));
        List<CouponRow> coupons = List.of();
        if (run.isPresent()) {
            PricingRun r = run.get();
            boolean assumedPayment = s.isAssumed("dates.payment");
            boolean maturityAssumed = t.maturity() == null || assumed.contains(path + "maturity");
            f.put("issuePrice", Value.of(r.issuePrice().stripTrailingZeros().toPlainString()));
            f.put("maturity", new Value(JapaneseText.western(r.maturity()), maturityAssumed, false));
            f.put("maturityEn", new Value(JapaneseText.english(r.maturity()), maturityAssumed, false));
            f.put("maturityEra", new Value(JapaneseText.era(r.maturity()), maturityAssumed, false));
            f.put("maturityIso", new Value(r.maturity().toString(), maturityAssumed, false));
            f.put("gross", Value.of(JapaneseText.yen(r.grossYen())));
            f.put("fee", new Value(JapaneseText.yen(r.feeYen()), s.isAssumed("costs.feePer100"), false));
            f.put("feePer100", new Value(JapaneseText.grouped(r.feePer100()), s.isAssumed("costs.feePer100"), false));
            f.put("seal", Value.of(r.seal()));
            if (r.couponPercent() != null) {
                f.put("coupon", Value.of(JapaneseText.percent(r.couponPercent())));
            }
            if (r.spreadBp() != null) {
                f.put("spread", Value.of(bp(r.spreadBp())));
            }
            if (r.benchmark() != null) {
                f.put(
                        "benchmarkRate",
                        new Value(
                                JapaneseText.percent(r.benchmark().ratePercent()),
                                r.benchmark().implied(),
                                false));
            }
            if (r.figures() != null) {
                f.put(
                        "simpleYield",
                        new Value(
                                r.figures().simpleYieldPercent().toPlainString(),
                                assumedPayment || maturityAssumed,
                                false));
                f.put(
                        "compoundYield",
                        new Value(
                                r.figures().compoundYieldPercent().toPlainString(),
                                assumedPayment || maturityAssumed,
                                false));
                f.put("issuersCost", new Value(r.figures().issuersCostPercent().toPlainString(), true, false));
                f.put(
                        "interestPerUnit",
                        new Value(
                                r.figures().interestPerUnit().toPlainString(),
                                assumed.contains(path + "couponPercent"),
                                false));
            }
            coupons = r.coupons().stream()
                    .map(c -> new CouponRow(
                            c.number(),
                            c.unadjusted().toString(),
                            c.payment().toString(),
                            c.movedBecause(),
                            c.amountPerBondYen() == null ? "" : JapaneseText.yen(c.amountPerBondYen())))
                    .toList();
            if (r.coupons().size() > 0) {
                var first = r.coupons().get(0);
                f.put("firstCoupon", new Value(JapaneseText.western(first.unadjusted()), assumedPayment, false));
                f.put("firstCouponEn", new Value(JapaneseText.english(first.unadjusted()), assumedPayment, false));
                if (first.amountPerBondYen() != null) {
                    f.put("firstAmount", new Value(JapaneseText.yen(first.amountPerBondYen()), assumedPayment, false));
                    f.put(
                            "lastAmount",
                            Value.of(JapaneseText.yen(
                                    r.coupons().get(r.coupons().size() - 1).amountPerBondYen() == null
                                            ? first.amountPerBondYen()
                                            : r.coupons()
                                                    .get(r.coupons().size() - 1)
                                                    .amountPerBondYen())));
                }
            }
        } else {
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
                f.put(name, Value.UNDECIDED);
            }
            if (t.maturity() != null) {
                f.put(
                        "maturity",
                        new Value(JapaneseText.western(t.maturity()), assumed.contains(path + "maturity"), false));
                f.put(
                        "maturityEn",
                        new Value(JapaneseText.english(t.maturity()), assumed.contains(path + "maturity"), false));
            }
        }
        if (withIssueInformation) {
            facts.of(id).one(IssueInformation.FACT.at(t.id())).ifPresent(i -> {
                f.put("isin", Value.of(i.isin()));
                f.put("securitiesCode", Value.of(i.securitiesCode()));
            });
        }
        List<CommitmentRow> commitments = facts.of(id)
                .one(SubscriptionSigned.FACT)
                .map(signed -> signed.commitments().stream()
                        .filter(c -> c.tranche().equals(t.id()))
                        .map(c -> new CommitmentRow(
                                nameJa(id, s, c.manager()),
                                JapaneseText.yen(c.amountYen()),
                                signed.kind().name()))
                        .toList())
                .orElse(List.of());
        f.replaceAll((name, value) -> value.named(t.id() + "." + name));
        return new TrancheData(t.id(), number, f, coupons, commitments, List.of());
    }

    /** As the term sheet has it, or the mandate where the term sheet does not name the firm. */
    private String nameJa(DealId id, TermSheet s, String manager) {
        return s.managers().stream()
                .filter(m -> m.name().equals(manager))
                .map(TermSheet.Underwriter::nameJa)
                .findFirst()
                .or(() -> facts.of(id).one(Mandate.FACT).stream()
                        .flatMap(m -> m.managers().stream())
                        .filter(a -> a.manager().equals(manager) && !a.nameJa().isEmpty())
                        .map(Mandate.Appointed::nameJa)
                        .findFirst())
                .orElse(manager);
    }

    private static String bp(BigDecimal bp) {
        return bp.stripTrailingZeros().toPlainString();
    }

    private static void put(Map<String, Value> f, TermSheet s, String name, @Nullable String text, String path) {
        put(f, name, text, s.isAssumed(path));
    }

    private static void put(Map<String, Value> f, String name, @Nullable String text, boolean assumed) {
        f.put(name, text == null || text.isBlank() ? Value.of("") : new Value(text, assumed, false));
    }

    private static void date(Map<String, Value> f, TermSheet s, String name, @Nullable LocalDate date, String path) {
        if (date == null) {
            f.put(name, Value.UNDECIDED);
            return;
        }
        boolean assumed = s.isAssumed(path);
        f.put(name, new Value(JapaneseText.western(date), assumed, false));
        f.put(name + "Era", new Value(JapaneseText.era(date), assumed, false));
        f.put(name + "En", new Value(JapaneseText.english(date), assumed, false));
    }
}
