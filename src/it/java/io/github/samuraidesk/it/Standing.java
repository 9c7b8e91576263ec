package io.github.samuraidesk.it;

import io.github.samuraidesk.audit.TrailCheck;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.Seal;
import io.github.samuraidesk.workflow.Approvals;
import io.github.samuraidesk.workflow.DealProcess;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What stands in a deal by one program: seals, papers, approvals and open tasks, a line each. */
final class Standing {

    private Standing() {}

    static List<String> of(ApplicationContext program, DealId id) {
        Facts facts = program.getBean(Facts.class);
        Papers papers = program.getBean(Papers.class);
        Approvals approvals = program.getBean(Approvals.class);
        var lines = new ArrayList<String>();
        facts.of(id).one(PricingApproved.FACT).ifPresent(p -> p.seals().forEach((tranche, seal) -> {
            var run = PricingRun.FACT.at(tranche);
            boolean holds = facts.of(id).text(run).filter(t -> Seal.holds(t, seal)).isPresent();
            lines.add("seal " + tranche + " holds=" + holds);
        }));
        for (var paper : papers.all(facts.of(id))) {
            lines.add("paper " + paper.paper().code() + " current=" + papers.isCurrent(facts.of(id), paper));
        }
        for (Paper paper : Paper.values()) {
            approvals.of(facts.of(id), paper).forEach(say -> lines.add(
                    "approval " + paper.code() + " " + say.role() + " " + say.state() + " " + say.becauseOf()));
        }
        program.getBean(DealProcess.class).openTasks(id).forEach(t -> lines.add("task " + t.task().id()));
        program.getBean(TrailCheck.class).whole(id).forEach(d -> lines.add("differs " + d));
        return lines;
    }
}
