package io.github.samuraidesk.workflow;

import io.github.samuraidesk.clause.ChangeProposal;
import io.github.samuraidesk.clause.ClauseChoice;
import io.github.samuraidesk.clause.ClauseText;
import io.github.samuraidesk.clause.ClausesSigned.Capacity;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.disclosure.Slot;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.review.TwinNumbers;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What legal enters on the clauses of a deal: wording, choices, signatures, proposals and the move to a newer library. */
@Component
class ClauseEntries {

    private final Facts facts;
    private final DealClauses clauses;

    ClauseEntries(Facts facts, DealClauses clauses) {
        this.facts = facts;
        this.clauses = clauses;
    }

    void slot(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        String slot = v.text("slot");
        if (Slot.byId(slot).isPresent()) {
            facts.record(id, slot, new SlotText(slot, v.text("text")), person);
            return;
        }
        if (clauses.find(facts.of(id), slot).filter(w -> w.clause().slot()).isEmpty()) {
            findings.add(Finding.field("slot", "unknownSlot", slot));
            return;
        }
        if (!v.has("textEn")) {
            findings.add(Finding.field("textEn", "required"));
        }
        mustBeAsSeen(id, slot, v, findings);
        word(id, slot, v.text("text"), v.text("textEn"), "", person, findings);
    }

    void edit(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        mustBeAsSeen(id, v.text("clause"), v, findings);
        word(id, v.text("clause"), v.text("textJa"), v.text("textEn"), v.text("reason"), person, findings);
    }

    /** Two people may have the same clause open: the later one must not write over what they never saw. */
    private void mustBeAsSeen(DealId id, String clause, FormValues v, List<Finding> findings) {
        clauses.find(facts.of(id), clause)
                .filter(w -> v.has("seenSha256") && !w.seenSha256().equals(v.text("seenSha256")))
                .ifPresent(w -> findings.add(
                        Finding.rule("STALE", "", "clause", "", "clauseChangedMeanwhile", w.ja(), w.en())));
    }

    private void word(
            DealId id, String clause, String ja, String en, String reason, PersonId person, List<Finding> findings) {
        findings.addAll(clauses.faults(facts.of(id), clause, ja, en));
        clauses.find(facts.of(id), clause)
                .filter(w -> w.ja().equals(ja) && w.en().equals(en))
                .ifPresent(w -> findings.add(Finding.field("textJa", "clauseUnchanged", clause)));
        if (findings.isEmpty()) {
            facts.record(id, clause, new ClauseText(clause, ja, en, reason), person);
        }
    }

    void choose(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        String clause = v.text("clause");
        Optional<Boolean> taken = clauses.choices(facts.of(id)).entrySet().stream()
                .filter(e -> e.getKey().id().equals(clause))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
        if (taken.isEmpty()) {
            findings.add(Finding.field("clause", "clauseIsNoChoice", clause));
        } else if (taken.get() == v.yes("taken")) {
            findings.add(Finding.field("taken", "clauseChosenAlready", clause));
        } else {
            facts.record(id, clause, new ClauseChoice(clause, v.yes("taken"), v.text("reason")), person);
        }
    }

    void sign(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        Capacity capacity = v.choice("signAs", Capacity.class);
        findings.addAll(clauses.mayNotSign(facts.of(id), capacity, v.text("textsSha256"), person));
        if (!v.yes("numbersConfirmed")) {
            clauses.all(facts.of(id)).stream()
                    .filter(w -> !TwinNumbers.differences(w.ja(), w.en()).isEmpty())
                    .forEach(w -> findings.add(Finding.field(
                            "numbersConfirmed", "twinNumbersDiffer", w.clause().id())));
        }
        if (findings.isEmpty()) {
            clauses.sign(id, capacity, person);
        }
    }

    void adopt(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        if (clauses.upgrades(facts.of(id)).isEmpty()) {
            findings.add(Finding.field("upgradeSha256", "noNewerClauses"));
        } else if (!clauses.upgradeSha256(facts.of(id)).equals(v.text("upgradeSha256"))) {
            findings.add(Finding.field("upgradeSha256", "clausesChangedMeanwhile"));
        } else {
            clauses.upgrade(id, person);
        }
    }

    void propose(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        String clause = v.text("clause");
        mustBeAsSeen(id, clause, v, findings);
        findings.addAll(clauses.faults(facts.of(id), clause, v.text("textJa"), v.text("textEn")));
        Optional<DealClauses.Worded> worded = clauses.find(facts.of(id), clause);
        worded.filter(w -> w.ja().equals(v.text("textJa")) && w.en().equals(v.text("textEn")))
                .ifPresent(w -> findings.add(Finding.field("textJa", "clauseUnchanged", clause)));
        if (!findings.isEmpty()) {
            return;
        }
        int number = facts.of(id).current(ChangeProposal.FACT).size() + 1;
        facts.record(
                id,
                String.valueOf(number),
                new ChangeProposal(
                        number,
                        clause,
                        worded.orElseThrow().ja(),
                        worded.orElseThrow().en(),
                        v.text("textJa"),
                        v.text("textEn"),
                        v.text("reason"),
                        person.value(),
                        ChangeProposal.State.OPEN,
                        "",
                        ""),
                person);
    }

    void decide(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        Optional<ChangeProposal> proposal =
                facts.of(id).one(ChangeProposal.FACT.at(v.text("proposal"))).filter(ChangeProposal::isOpen);
        if (proposal.isEmpty()) {
            findings.add(Finding.field("proposal", "unknownProposal", v.text("proposal")));
            return;
        }
        ChangeProposal p = proposal.get();
        boolean accepted = v.yes("accepted");
        if (accepted && p.author().equals(person.value())) {
            findings.add(Finding.rule(
                    "FOUR-EYES",
                    "house rule: segregation of duties",
                    "accepted",
                    "ISSUERS_COUNSEL, MANAGERS_COUNSEL",
                    "proposalNeedsAnother",
                    p.author()));
        }
        DealClauses.Worded now = clauses.find(facts.of(id), p.clause()).orElseThrow();
        if (accepted && !(now.ja().equals(p.jaBefore()) && now.en().equals(p.enBefore()))) {
            findings.add(Finding.field("proposal", "clauseChangedSinceProposal", p.clause()));
        }
        if (!accepted && !v.has("remark")) {
            findings.add(Finding.field("remark", "required"));
        }
        if (!findings.isEmpty()) {
            return;
        }
        facts.record(
                id,
                v.text("proposal"),
                p.decided(
                        accepted ? ChangeProposal.State.ACCEPTED : ChangeProposal.State.REFUSED,
                        person.value(),
                        v.text("remark")),
                person);
        if (accepted) {
            facts.record(
                    id,
                    p.clause(),
                    new ClauseText(p.clause(), p.ja(), p.en(), "#" + p.number() + " " + p.reason()),
                    person);
        }
    }
}
