package io.github.samuraidesk.underwriting.acts;

import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Between;
import io.github.samuraidesk.form.MayLieAhead;
import io.github.samuraidesk.underwriting.Criterion;
import io.github.samuraidesk.underwriting.Rfp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Managers are asked for proposals (提案依頼); deadline and weights, in percent, stand before any bid is opened. */
public record IssueRfp(
        @As(LINES) String scope,
        @As(LINES) String questions,
        @MayLieAhead LocalDateTime deadline,
        @MayLieAhead LocalDate decisionDate,
        @Between(low = "0", high = "100") int weightRecord,
        @Between(low = "0", high = "100") int weightIdeas,
        @Between(low = "0", high = "100") int weightCost,
        @Between(low = "0", high = "100") int weightConflict,
        @Between(low = "0", high = "100") int weightCapacity,
        @Between(low = "0", high = "100") int weightCompliance) {

    public static final Act<IssueRfp> ACT = Act.of("issueRfp", IssueRfp.class)
            .by(Role.ISSUER)
            .deed(IssueRfp::ask)
            .played(IssueRfp::forFiveDays);

    private Answer ask(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        if (!deadline.isAfter(deal.nowInJapan())) {
            writing.refuse(
                    "deadline",
                    "dateBefore",
                    deadline.toString(),
                    "today",
                    deal.today().toString());
        }
        if (decisionDate.isBefore(deadline.toLocalDate())) {
            writing.refuse("decisionDate", "dateBefore", decisionDate.toString(), "deadline", deadline.toString());
        }
        Map<Criterion, Integer> weights = weights();
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != 100) {
            writing.refuse("weightRecord", "weightsMustSumTo100", String.valueOf(sum));
        }
        return writing.record(Rfp.FACT, new Rfp(scope, questions, deadline, decisionDate, weights))
                .answer();
    }

    private Map<Criterion, Integer> weights() {
        var weights = new LinkedHashMap<Criterion, Integer>();
        weights.put(Criterion.RECORD, weightRecord);
        weights.put(Criterion.IDEAS, weightIdeas);
        weights.put(Criterion.COST, weightCost);
        weights.put(Criterion.CONFLICT, weightConflict);
        weights.put(Criterion.CAPACITY, weightCapacity);
        weights.put(Criterion.COMPLIANCE, weightCompliance);
        return weights;
    }

    private static IssueRfp forFiveDays(Practice.Stage stage) {
        return new IssueRfp(
                stage.mark(),
                stage.mark(),
                stage.minute().plusDays(3),
                stage.minute().plusDays(5).toLocalDate(),
                25,
                20,
                20,
                10,
                15,
                10);
    }
}
