package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.settlement.NewRecord;
import java.util.ArrayList;
import java.util.List;

/** What holds for a deal that is postponed and for one that is pulled. */
public final class Halting {

    private static final String REASON = "reason";

    private Halting() {}

    /** A deal is halted only while it runs and no bond exists. */
    public static List<Finding> mustBeBeforeClosing(Standing deal) {
        var findings = new ArrayList<Finding>();
        Progress progress = deal.ask(Progress.class);
        if (deal.one(Closed.FACT).isPresent() || !progress.isRunning(deal.file().id())) {
            findings.add(Finding.field(REASON, "dealIsOver"));
        }
        // bonds that the book-entry system has recorded exist: they can be redeemed, not postponed
        if (deal.one(NewRecord.FACT).filter(NewRecord::recorded).isPresent()) {
            findings.add(Finding.rule("J13", "S:BOJ-DVP", REASON, "", "bondsAreRecorded"));
        }
        // the issuer may postpone and pull too, and would answer what the lead manager is asked
        if (progress.waitsFor(deal.file().id(), HumanTask.RESOLVE_FAILED_FUNDING.id())) {
            findings.add(Finding.rule("J13", "S:BOJ-DVP", REASON, Role.LEAD_MANAGER.name(), "failedFundingUndecided"));
        }
        return findings;
    }

    /**
     * Withdraws what rested on the dates and prices that no longer stand.
     *
     * @return kind and key of each, as people read them later
     */
    public static List<String> withdrawWhatFalls(Standing deal, Answer.Writing writing, String reason) {
        var fallen = new ArrayList<String>();
        for (FactKind<?> kind : Trades.fallWithTheDates()) {
            for (Said<?> said : deal.file().all(kind.perKey())) {
                writing.withdraw(kind.perKey().at(said.key()), reason);
                fallen.add(kind.name() + " " + said.key());
            }
        }
        HumanTask.doneAnew().forEach(task -> writing.withdraw(TaskDone.FACT.at(task.id()), reason));
        return fallen;
    }
}
