package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.People;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PinnedTemplates;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.review.ApprovalMatrix;
import io.github.samuraidesk.review.Comment;
import io.github.samuraidesk.review.PaperRead;
import io.github.samuraidesk.review.Verdict;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an entry means: its rules over the facts, and the facts it records. */
@Component
class DealEntries {

    private final Facts facts;
    private final Papers papers;
    private final Gates gates;
    private final DealClock clock;
    private final People people;
    private final Acts acts;
    private final ClauseEntries clauses;
    private final Approvals approvals;
    private final PinnedTemplates templates;

    DealEntries(
            Facts facts,
            Papers papers,
            Gates gates,
            DealClock clock,
            People people,
            Acts acts,
            ClauseEntries clauses,
            Approvals approvals,
            PinnedTemplates templates) {
        this.approvals = approvals;
        this.templates = templates;
        this.clauses = clauses;
        this.facts = facts;
        this.papers = papers;
        this.gates = gates;
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
            case ADOPT_TEMPLATES ->
                templates.decide(
                        id, v.text("templatesSha256"), v.yes("takeTemplates"), v.text("reason"), person, findings);
            default -> throw new IllegalStateException(entry + " stands in its trade");
        }
    }

    private LocalDateTime now(DealId id) {
        return clock.now(id).atZone(DealClock.TOKYO).toLocalDateTime();
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
        boolean filed = Filing.statement(facts.of(id)).isPresent();
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
}
