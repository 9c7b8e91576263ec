package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.People;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.book.Delivery;
import io.github.samuraidesk.book.DemandReport;
import io.github.samuraidesk.book.Guidance;
import io.github.samuraidesk.book.Order;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PinnedTemplates;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.lifecycle.Obligation;
import io.github.samuraidesk.market.MarketCurves;
import io.github.samuraidesk.market.QuoteDoubt;
import io.github.samuraidesk.market.QuoteDoubtsConfirmed;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.market.QuotePlausibility;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.market.QuoteText;
import io.github.samuraidesk.market.Side;
import io.github.samuraidesk.pricing.Pricing;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SizeSlip;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.FilingDay;
import io.github.samuraidesk.registration.FilingProgress;
import io.github.samuraidesk.registration.RegistrationWithdrawn;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.review.ApprovalMatrix;
import io.github.samuraidesk.review.Comment;
import io.github.samuraidesk.review.PaperRead;
import io.github.samuraidesk.review.Verdict;
import io.github.samuraidesk.settlement.AccountSplit;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.settlement.ConditionPrecedent;
import io.github.samuraidesk.settlement.FundingFailed;
import io.github.samuraidesk.settlement.FundsMemo;
import io.github.samuraidesk.settlement.FundsRequested;
import io.github.samuraidesk.settlement.IssueInformation;
import io.github.samuraidesk.settlement.NewRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an entry means: its rules over the facts, and the facts it records. */
@Component
class DealEntries {

    /** Tasks that are done anew when marketing begins again; preparation and participation stand. */
    private static final Set<HumanTask> AGAIN = EnumSet.range(HumanTask.CONDUCT_SOUNDING, HumanTask.DELIVER_PROSPECTUS);

    static {
        AGAIN.addAll(EnumSet.range(HumanTask.REGISTER_ISSUE, HumanTask.CONFIRM_CLOSING));
    }

    private final DealBook deals;
    private final Facts facts;
    private final Blobs blobs;
    private final Papers papers;
    private final Gates gates;
    private final DealProcess process;
    private final DealClock clock;
    private final People people;
    private final Acts acts;
    private final MarketCurves curves;
    private final RulePacks packs;
    private final ClauseEntries clauses;
    private final Approvals approvals;
    private final PinnedTemplates templates;

    DealEntries(
            DealBook deals,
            Facts facts,
            Blobs blobs,
            Papers papers,
            Gates gates,
            DealProcess process,
            DealClock clock,
            People people,
            Acts acts,
            MarketCurves curves,
            RulePacks packs,
            ClauseEntries clauses,
            Approvals approvals,
            PinnedTemplates templates) {
        this.approvals = approvals;
        this.templates = templates;
        this.clauses = clauses;
        this.packs = packs;
        this.curves = curves;
        this.deals = deals;
        this.facts = facts;
        this.blobs = blobs;
        this.papers = papers;
        this.gates = gates;
        this.process = process;
        this.clock = clock;
        this.people = people;
        this.acts = acts;
    }

    /** Long work of an entry, done without the deal's lock. */
    Ready prepare(DealId id, Entry entry, FormValues v) {
        return switch (entry) {
            case REMAKE_PAPERS -> Ready.papers(papers.drafts(facts.of(id), stale(id)));
            case MAKE_PAPER ->
                paperOnDemand(id, v)
                        .filter(paper -> paperNeeds(id, paper).isEmpty())
                        .map(paper -> Ready.papers(List.of(papers.draft(facts.of(id), paper, v.text("text")))))
                        .orElse(Ready.NOTHING);
            default -> Ready.NOTHING;
        };
    }

    /**
     * @param ready what {@link #prepare} made of the same form
     * @throws Refused with every finding; nothing is recorded then
     * @throws Ready.Outdated when what was made ready no longer fits the facts
     */
    void apply(DealId id, Entry entry, FormValues v, PersonId person, Ready ready) {
        var findings = new ArrayList<Finding>();
        Trades.act(entry.id())
                .ifPresentOrElse(
                        act -> findings.addAll(acts.perform(act, id, v, person).refused()),
                        () -> apply(id, entry, v, person, ready, findings));
        Refused.unlessNone(findings);
    }

    private void apply(DealId id, Entry entry, FormValues v, PersonId person, Ready ready, List<Finding> findings) {
        switch (entry) {
            case QUOTES -> quotes(id, v, person, findings);
            case DROP_TRANCHE -> dropTranche(id, v, person, findings);
            case CHANGE_TRANCHE -> changeTranche(id, v, person, findings);
            case SLOT -> clauses.slot(id, v, person, findings);
            case EDIT_CLAUSE -> clauses.edit(id, v, person, findings);
            case REMAKE_PAPERS -> remakePapers(id, person, ready, findings);
            case CHOOSE_CLAUSE -> clauses.choose(id, v, person, findings);
            case SIGN_CLAUSES -> clauses.sign(id, v, person, findings);
            case ADOPT_CLAUSES -> clauses.adopt(id, v, person, findings);
            case PROPOSE_CHANGE -> clauses.propose(id, v, person, findings);
            case DECIDE_PROPOSAL -> clauses.decide(id, v, person, findings);
            case APPROVE -> verdict(id, v, person, Verdict.Outcome.APPROVED, findings);
            case REJECT -> verdict(id, v, person, Verdict.Outcome.REJECTED, findings);
            case COMMENT -> comment(id, v, person, findings);
            case REPLY_COMMENT -> replyComment(id, v, person, findings);
            case READ_PAPER -> readPaper(id, v, person, findings);
            case MAKE_PAPER -> makePaper(id, v, person, ready, findings);
            case BLOCKED -> blocked(id, v, person, findings);
            case POSTPONE -> postpone(id, v, person, findings);
            case PULL -> pull(id, v, person, findings);
            case OBLIGATION -> obligation(id, v, person, findings);
            case ASK_OVERRIDE -> askOverride(id, v, person, findings);
            case CONFIRM_OVERRIDE -> confirmOverride(id, v, person, findings);
            case ADOPT_TEMPLATES ->
                templates.decide(
                        id, v.text("templatesSha256"), v.yes("takeTemplates"), v.text("reason"), person, findings);
            case FINISH_FILE ->
                facts.record(id, "finished", new TaskDone("finishFile", v.values(), v.tables()), person);
            default -> throw new IllegalStateException(entry + " stands in its trade");
        }
    }

    private void askOverride(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        Gate gate = v.choice("gate", Gate.class);
        String act = v.text("act");
        Optional<Set<Gate>> passed = HumanTask.byId(act)
                .map(HumanTask::gates)
                .or(() -> Entry.byId(act).map(Entry::gates));
        if (passed.isEmpty()) {
            findings.add(Finding.field("act", "unknownAct", act));
            return;
        }
        // A gate stands in the way of an act by itself or through the gate that it rests on.
        if (gates.check(facts.of(id), passed.get()).stream()
                .noneMatch(f -> f.rule().equals(gate.name()))) {
            findings.add(Finding.field("gate", "gateNotInTheWay", gate.name(), act));
            return;
        }
        facts.record(
                id,
                GateOverride.key(gate, act),
                new GateOverride(gate, act, v.text("reason"), person.value(), "", clock.today(id), "", false),
                person);
    }

    private void confirmOverride(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        Gate gate = v.choice("gate", Gate.class);
        String act = v.text("act");
        Optional<GateOverride> asked = facts.of(id)
                .one(GateOverride.FACT.at(GateOverride.key(gate, act)))
                .filter(o -> !o.isConfirmed());
        if (asked.isEmpty()) {
            findings.add(Finding.field("act", "overrideNotAsked", gate.name(), act));
            return;
        }
        if (asked.get().askedBy().equals(person.value())) {
            findings.add(Finding.rule(
                    "FOUR-EYES", "house rule: segregation of duties", "act", "", "overrideNeedsTwo", person.value()));
            return;
        }
        boolean legal = java.util.stream.Stream.of(asked.get().askedBy(), person.value())
                .flatMap(p -> people.roles(id, new PersonId(p)).stream())
                .anyMatch(Role::isLegal);
        if (GateOverride.OF_LAW.contains(gate) && !legal) {
            findings.add(Finding.rule(
                    gate.name(),
                    "house rule: segregation of duties",
                    "gate",
                    "ISSUERS_COUNSEL, MANAGERS_COUNSEL",
                    "overrideNeedsLegal",
                    gate.name()));
            return;
        }
        facts.record(
                id,
                GateOverride.key(gate, act),
                new GateOverride(
                        gate,
                        act,
                        asked.get().reason(),
                        asked.get().askedBy(),
                        person.value(),
                        clock.today(id),
                        v.text("remark"),
                        false),
                person);
    }

    private void quotes(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        QuoteKind kind = v.choice("quoteKind", QuoteKind.class);
        LocalDate date = v.date("quoteDate");
        if (date.isAfter(clock.today(id))) {
            findings.add(Finding.field(
                    "quoteDate",
                    "quotesAfterToday",
                    date.toString(),
                    clock.today(id).toString()));
        }
        if (v.has("quoteLines") == v.has("quoteFile")) {
            findings.add(Finding.field("quoteLines", "linesOrFile"));
            return;
        }
        String field = v.has("quoteLines") ? "quoteLines" : "quoteFile";
        String text = v.has("quoteLines")
                ? v.text("quoteLines")
                : QuoteText.decoded(
                        blobs.find(id, v.text("quoteFile")).orElseThrow().bytes());
        QuoteText.Read read = QuoteText.read(kind, text, field, Optional.of(date));
        read.faults().forEach(fault -> findings.add(Finding.of(fault)));
        if (!findings.isEmpty()) {
            return;
        }
        var set = new QuoteSet(kind, date, v.choice("quoteSide", Side.class), v.text("quoteSource"), read.quotes());
        curves.whyNoCurve(set).ifPresent(why -> findings.add(Finding.field(field, "quotesMakeNoCurve", why)));
        List<QuoteDoubt> doubts = QuotePlausibility.doubts(
                set, QuotePlausibility.lastBefore(set, facts.of(id).current(Pricing.QUOTES)));
        if (!v.yes("quotesConfirmed")) {
            doubts.forEach(doubt -> findings.add(
                    Finding.field("quotesConfirmed", doubt.code(), doubt.args().toArray(String[]::new))));
        }
        if (findings.isEmpty()) {
            facts.record(id, kind.name(), set, person);
            if (!doubts.isEmpty()) {
                List<String> asked = doubts.stream()
                        .map(doubt -> doubt.code() + "|" + String.join("|", doubt.args()))
                        .toList();
                facts.record(id, kind.name(), new QuoteDoubtsConfirmed(kind, date, asked), person);
            }
        }
    }

    private LocalDateTime now(DealId id) {
        return clock.now(id).atZone(DealClock.TOKYO).toLocalDateTime();
    }

    private void trancheMustBeLive(DealId id, FormValues v, List<Finding> findings) {
        if (deals.liveTranches(id).stream().noneMatch(t -> t.id().equals(v.text("tranche")))) {
            findings.add(Finding.field("tranche", "unknownTranche", v.text("tranche")));
        }
    }

    private void mustBeBeforePricing(DealId id, String field, List<Finding> findings) {
        if (facts.of(id).one(PricingApproved.FACT).isPresent()) {
            findings.add(Finding.rule("G8", "GK-med", field, "ISSUER", "alreadyPriced"));
        }
    }

    private void dropTranche(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        trancheMustBeLive(id, v, findings);
        mustBeBeforePricing(id, "tranche", findings);
        if (deals.liveTranches(id).size() == 1) {
            findings.add(Finding.field("tranche", "lastTranche"));
        }
        facts.record(id, v.text("tranche"), new TrancheDropped(v.text("tranche"), v.text("reason")), person);
        facts.withdraw(id, PricingRun.FACT.at(v.text("tranche")), "tranche dropped", person);
    }

    private void changeTranche(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        trancheMustBeLive(id, v, findings);
        mustBeBeforePricing(id, "tranche", findings);
        if (!findings.isEmpty()) {
            return;
        }
        TermSheet sheet = deals.termSheet(id);
        var changed = new ArrayList<Tranche>();
        for (Tranche t : sheet.tranches()) {
            if (!t.id().equals(v.text("tranche"))) {
                changed.add(t);
                continue;
            }
            BigDecimal low = v.findNumber("guidanceLowBp").orElse(t.guidanceLowBp());
            BigDecimal high = v.findNumber("guidanceHighBp").orElse(t.guidanceHighBp());
            if (low != null && high != null && low.compareTo(high) > 0) {
                findings.add(Finding.field("guidanceLowBp", "rangeReversed"));
            }
            BigDecimal size = v.findBillionsAsYen("sizeBillionYen").orElse(t.sizeYen());
            BigDecimal before = t.sizeYen();
            if (size != null && size.remainder(t.denominationYen()).signum() != 0) {
                findings.add(Finding.field(
                        "sizeBillionYen",
                        "denominationDoesNotDivide",
                        t.denominationYen().toPlainString(),
                        size.toPlainString()));
            }
            if (size != null && before != null) {
                SizeSlip.asked(size, before, v.find("sizeInWords"), "sizeInWords")
                        .ifPresent(findings::add);
            }
            changed.add(new Tranche(
                    t.id(),
                    t.tenorYears(),
                    size,
                    t.rateType(),
                    low,
                    high,
                    t.benchmark(),
                    t.couponPercent(),
                    t.issuePrice(),
                    t.denominationYen(),
                    t.frequency(),
                    t.dayRule(),
                    t.oddPeriodMethod(),
                    t.accrualStart(),
                    t.maturity(),
                    t.firstCoupon(),
                    t.callDate(),
                    t.marginBp(),
                    t.floatingReference(),
                    t.label(),
                    t.status(),
                    t.retail()));
        }
        deals.changeTermSheet(id, sheet.withTranches(changed), person);
        facts.withdraw(id, PricingRun.FACT.at(v.text("tranche")), "tranche changed: " + v.text("reason"), person);
    }

    private void verdict(DealId id, FormValues v, PersonId person, Verdict.Outcome outcome, List<Finding> findings) {
        Optional<RenderedPaper> rendered = Paper.byCode(v.text("paper")).flatMap(p -> papers.find(facts.of(id), p));
        if (rendered.isEmpty()) {
            findings.add(Finding.field("paper", "paperMissing", v.text("paper")));
            return;
        }
        if (!rendered.get().pdfSha256().equals(v.text("pdfSha256"))) {
            findings.add(Finding.field("pdfSha256", "paperWasReplaced", v.text("paper")));
        }
        Optional<Role> role = ApprovalMatrix.roles(rendered.get().paper()).stream()
                .filter(people.roles(id, person)::contains)
                .findFirst();
        if (role.isEmpty()) {
            String asked = ApprovalMatrix.roles(rendered.get().paper()).stream()
                    .map(Role::name)
                    .collect(Collectors.joining(", "));
            findings.add(Finding.rule(
                    "FOUR-EYES", "house rule: approval matrix", "paper", asked, "approvalNotAsked", v.text("paper")));
            return;
        }
        // whoever prepared something may still send it back
        if (outcome == Verdict.Outcome.APPROVED
                && papers.preparers(facts.of(id), rendered.get().paper()).contains(person.value())) {
            findings.add(Finding.rule(
                    "FOUR-EYES",
                    "house rule: segregation of duties",
                    "paper",
                    role.get().name(),
                    "preparerCannotApprove",
                    person.value()));
            if (approvals.free(facts.of(id), rendered.get().paper(), role.get()).isEmpty()) {
                findings.add(Approvals.nobodyIsFree(rendered.get().paper(), role.get()));
            }
        }
        if (outcome == Verdict.Outcome.APPROVED && !papers.isCurrent(facts.of(id), rendered.get())) {
            findings.add(Finding.field("paper", "paperStale", v.text("paper")));
        }
        facts.record(
                id,
                Verdict.key(v.text("paper"), role.get()),
                Verdict.on(rendered.get(), role.get(), outcome, person.value(), v.text("remark")),
                person);
    }

    private void comment(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        if (Paper.byCode(v.text("paper")).isEmpty()) {
            findings.add(Finding.field("paper", "paperMissing", v.text("paper")));
        }
        int number = facts.of(id).current(Comment.FACT).size() + 1;
        facts.record(
                id,
                String.valueOf(number),
                new Comment(
                        number,
                        v.text("paper"),
                        v.text("place"),
                        v.text("figure"),
                        v.text("text"),
                        person.value(),
                        List.of(),
                        false),
                person);
    }

    private void replyComment(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        Optional<Comment> comment = facts.of(id).one(Comment.FACT.at(v.text("comment")));
        if (comment.isEmpty()) {
            findings.add(Finding.field("comment", "unknownComment", v.text("comment")));
            return;
        }
        boolean mayResolve = comment.get().author().equals(person.value())
                || people.roles(id, person).stream().anyMatch(Role::isLegal);
        if (v.yes("resolved") && !mayResolve) {
            findings.add(Finding.rule(
                    "FOUR-EYES",
                    "house rule: segregation of duties",
                    "resolved",
                    "MANAGERS_COUNSEL",
                    "resolveByAuthorOrLegal",
                    comment.get().author()));
            return;
        }
        facts.record(
                id,
                v.text("comment"),
                comment.get().with(new Comment.Reply(person.value(), now(id), v.text("text"), v.yes("resolved"))),
                person);
    }

    private void readPaper(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        Optional<RenderedPaper> rendered = Paper.byCode(v.text("paper")).flatMap(p -> papers.find(facts.of(id), p));
        if (rendered.isEmpty()) {
            findings.add(Finding.field("paper", "paperMissing", v.text("paper")));
            return;
        }
        if (!rendered.get().pdfSha256().equals(v.text("pdfSha256"))) {
            findings.add(Finding.field("pdfSha256", "paperWasReplaced", v.text("paper")));
        }
        facts.record(
                id,
                PaperRead.key(v.text("paper"), person.value()),
                new PaperRead(v.text("paper"), v.text("pdfSha256"), person.value()),
                person);
    }

    /** What must have happened before a paper says anything; empty when it has. */
    private Optional<String> paperNeeds(DealId id, Paper paper) {
        boolean priced = facts.of(id).one(PricingApproved.FACT).isPresent();
        boolean filed = gates.statement(facts.of(id)).isPresent();
        return switch (paper) {
            case PRICING_NOTICE -> priced ? Optional.empty() : Optional.of("paperNeedsPricing");
            case WITHDRAWAL_REQUEST, PROSPECTUS_AMENDMENT, SHELF_WITHDRAWAL, SHELF_AMENDMENT ->
                filed ? Optional.empty() : Optional.of("paperNeedsFiling");
            default -> Optional.empty();
        };
    }

    private List<Paper> stale(DealId id) {
        return gates.nextPapers(facts.of(id)).stream()
                .filter(p -> papers.find(facts.of(id), p)
                        .filter(r -> !papers.isCurrent(facts.of(id), r))
                        .isPresent())
                .toList();
    }

    private void remakePapers(DealId id, PersonId person, Ready ready, List<Finding> findings) {
        List<Paper> stale = stale(id);
        if (stale.isEmpty()) {
            findings.add(Finding.field("reason", "nothingStale"));
            return;
        }
        mustHold(id, ready, stale);
        ready.drafts().forEach(d -> approvals.withdrawFallen(facts.of(id), papers.store(id, d, person), person));
    }

    private void mustHold(DealId id, Ready ready, List<Paper> wanted) {
        if (!ready.drafts().stream().map(Papers.Draft::paper).toList().equals(wanted)
                || !ready.drafts().stream().allMatch(d -> papers.holds(facts.of(id), d))) {
            throw new Ready.Outdated();
        }
    }

    private Optional<Paper> paperOnDemand(DealId id, FormValues v) {
        Route.Track track = facts.of(id)
                .one(RouteConfirmed.SIGNED)
                .map(r -> r.route().track())
                .orElse(Route.Track.NONE);
        return Paper.byCode(v.text("paper")).filter(Paper.onDemand(track)::contains);
    }

    private void makePaper(DealId id, FormValues v, PersonId person, Ready ready, List<Finding> findings) {
        Optional<Paper> paper = paperOnDemand(id, v);
        if (paper.isEmpty()) {
            findings.add(Finding.field("paper", "paperNotOnDemand", v.text("paper")));
            return;
        }
        paperNeeds(id, paper.get()).ifPresent(code -> findings.add(Finding.field("paper", code, v.text("paper"))));
        if (!findings.isEmpty()) {
            return;
        }
        facts.record(id, paper.get().code(), new SlotText(paper.get().code(), v.text("text")), person);
        mustHold(id, ready, List.of(paper.get()));
        ready.drafts().forEach(d -> papers.store(id, d, person));
    }

    private void blocked(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        if (HumanTask.byId(v.text("task")).isEmpty()) {
            findings.add(Finding.field("task", "unknownTask", v.text("task")));
            return;
        }
        facts.record(id, v.text("task"), new Blocked(v.text("task"), v.text("reason"), v.text("whoCanAct")), person);
    }

    private void mustBeBeforeClosing(DealId id, List<Finding> findings) {
        if (facts.of(id).one(Closed.FACT).isPresent() || !process.isRunning(id)) {
            findings.add(Finding.field("reason", "dealIsOver"));
        }
        // bonds that the book-entry system has recorded exist: they can be redeemed, not postponed
        facts.of(id)
                .one(NewRecord.FACT)
                .filter(NewRecord::recorded)
                .ifPresent(r -> findings.add(Finding.rule("J13", "S:BOJ-DVP", "reason", "", "bondsAreRecorded")));
        // the issuer may postpone and pull too, and would answer what the lead manager is asked
        process.openTask(id, HumanTask.RESOLVE_FAILED_FUNDING)
                .ifPresent(t -> findings.add(Finding.rule(
                        "J13", "S:BOJ-DVP", "reason", Role.LEAD_MANAGER.name(), "failedFundingUndecided")));
    }

    /** Marketing begins again only while the registration that it rests on stands. */
    private void registrationMustStand(DealId id, List<Finding> findings) {
        facts.of(id)
                .one(RegistrationWithdrawn.FACT)
                .ifPresent(w -> findings.add(Finding.rule(
                        "G5",
                        packs.of(facts.of(id))
                                .findGate("G5")
                                .map(RulePack.GateRow::source)
                                .orElse(""),
                        "reason",
                        "",
                        "registrationWithdrawn",
                        w.acceptedAt().toLocalDate().toString(),
                        w.documentId())));
    }

    private void postpone(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        mustBeBeforeClosing(id, findings);
        registrationMustStand(id, findings);
        LocalDate today = clock.today(id);
        if (v.date("pricing").isBefore(today)) {
            findings.add(Finding.field("pricing", "dateBefore", v.text("pricing"), "today", today.toString()));
        }
        findings.addAll(EnteredDates.mustBeOpenDays(packs.of(facts.of(id)), v, ""));
        boolean filed = gates.statement(facts.of(id)).isPresent();
        if (filed && v.has("filing")) {
            findings.add(Finding.field("filing", "alreadyAccepted", Filing.Stage.STATEMENT.name()));
        }
        v.findDate("filing")
                .filter(f -> f.isAfter(v.date("pricing")))
                .ifPresent(f -> findings.add(
                        Finding.field("pricing", "dateBefore", v.text("pricing"), "filing", f.toString())));
        if (v.date("payment").isBefore(v.date("pricing"))) {
            findings.add(Finding.field("payment", "dateBefore", v.text("payment"), "pricing", v.text("pricing")));
        }
        if (!findings.isEmpty()) {
            return;
        }
        TermSheet sheet = deals.termSheet(id);
        var dates = sheet.dates();
        deals.changeTermSheet(
                id,
                sheet.withDates(new TermSheet.Dates(
                        v.findDate("filing").orElse(filed ? dates.filing() : null),
                        null,
                        null,
                        v.date("pricing"),
                        v.date("payment"))),
                person);
        List<String> stale = makeStale(id, "postponed", person);
        Optional<Filing> amendment = gates.finalTerms(facts.of(id));
        String filing = amendment.isPresent()
                ? "amend " + amendment.get().ordinanceCode() + "/"
                        + amendment.get().formCode()
                : filed ? "amend the dates" : "";
        // it stays filed (see Filings); what ends is its use for this offering, and its steps on EDINET begin anew
        facts.withdraw(id, Filing.FACT.at(Filing.Stage.FINAL_TERMS.name()), "postponed", person);
        if (amendment.isPresent()) {
            facts.withdraw(id, FilingProgress.FACT.at(Filing.Stage.FINAL_TERMS.name()), "postponed", person);
        }
        facts.withdraw(id, FilingDay.FACT.at(Filing.Stage.FINAL_TERMS.name()), "postponed", person);
        if (!filed) {
            facts.withdraw(id, FilingDay.FACT.at(Filing.Stage.STATEMENT.name()), "postponed", person);
            v.findDate("filing")
                    .ifPresent(day -> facts.record(
                            id,
                            Filing.Stage.STATEMENT.name(),
                            new FilingDay(Filing.Stage.STATEMENT, day, v.text("reason")),
                            person));
        }
        facts.withdraw(id, EffectivenessConfirmed.FACT.at(Filing.Stage.FINAL_TERMS.name()), "postponed", person);
        facts.record(
                id,
                "postponed-" + (facts.of(id).current(Halt.FACT).size() + 1),
                new Halt(
                        Halt.Kind.POSTPONED,
                        v.text("reason"),
                        filing,
                        v.tables().get("notices"),
                        stale),
                person);
        process.postpone(id);
    }

    private void pull(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        mustBeBeforeClosing(id, findings);
        if (!findings.isEmpty()) {
            return;
        }
        Route route = facts.of(id)
                .one(RouteConfirmed.SIGNED)
                .map(RouteConfirmed::route)
                .orElse(Route.NOT_A_SAMURAI);
        String ordinance = deals.termSheet(id).issuer().kind().ordinanceCode();
        // An SRS that was accepted is withdrawn as a whole; a shelf stays for other issues.
        String filing = gates.statement(facts.of(id)).isPresent() && route.track() == Route.Track.SRS
                ? "withdraw " + ordinance + "/"
                        + packs.of(facts.of(id))
                                .form(route, ordinance, route.withdrawal())
                                .formCode()
                : "";
        List<String> stale = makeStale(id, "pulled", person);
        facts.record(
                id,
                "pulled",
                new Halt(Halt.Kind.PULLED, v.text("reason"), filing, v.tables().get("notices"), stale),
                person);
        process.pull(id, v.text("reason"));
    }

    /** What rested on the old dates and prices no longer stands. */
    private List<String> makeStale(DealId id, String reason, PersonId person) {
        var stale = new ArrayList<String>();
        List<FactKind<?>> kinds = List.of(
                PricingRun.FACT,
                PricingApproved.FACT,
                SubscriptionSigned.FACT,
                DemandReport.Given.FACT,
                Allocation.FACT,
                Delivery.FACT,
                IssueInformation.FACT,
                AccountSplit.FACT,
                FundsMemo.FACT,
                FundsRequested.FACT,
                NewRecord.FACT,
                FundingFailed.FACT,
                ConditionPrecedent.FACT,
                Guidance.FACT,
                Order.FACT);
        for (FactKind<?> kind : kinds) {
            for (Said<?> said : facts.of(id).all(kind.perKey())) {
                facts.withdraw(id, kind.perKey().at(said.key()), reason, person);
                stale.add(kind.name() + " " + said.key());
            }
        }
        for (HumanTask task : AGAIN) {
            facts.withdraw(id, TaskDone.FACT.at(task.id()), reason, person);
        }
        return stale;
    }

    private void obligation(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        Optional<Obligation> open = facts.of(id).one(Obligation.FACT.at(v.text("obligation")));
        if (open.isEmpty()) {
            findings.add(Finding.field("obligation", "unknownObligation", v.text("obligation")));
        } else if (open.get().isDone()) {
            findings.add(Finding.field("obligation", "alreadyDone"));
        } else {
            facts.record(id, v.text("obligation"), open.get().done(v.text("evidence"), v.text("note")), person);
        }
    }
}
