package io.github.samuraidesk.underwriting.acts;

import static io.github.samuraidesk.form.DealList.BIDDER;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.Between;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.underwriting.Bid;
import io.github.samuraidesk.underwriting.BidsOpened;
import io.github.samuraidesk.underwriting.Criterion;
import io.github.samuraidesk.underwriting.Rfp;
import io.github.samuraidesk.underwriting.Score;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every bid is marked from 0 to 10 by each criterion; the weights of the request make one total of it. */
public record ScoreBids(List<Marks> scores) {

    public record Marks(
            @From(BIDDER) String manager,
            @Between(low = "0", high = "10") int record,
            @Between(low = "0", high = "10") int ideas,
            @Between(low = "0", high = "10") int cost,
            @Between(low = "0", high = "10") int conflict,
            @Between(low = "0", high = "10") int capacity,
            @Between(low = "0", high = "10") int compliance,
            String reason) {

        private Map<Criterion, Integer> byCriterion() {
            var marks = new LinkedHashMap<Criterion, Integer>();
            marks.put(Criterion.RECORD, record);
            marks.put(Criterion.IDEAS, ideas);
            marks.put(Criterion.COST, cost);
            marks.put(Criterion.CONFLICT, conflict);
            marks.put(Criterion.CAPACITY, capacity);
            marks.put(Criterion.COMPLIANCE, compliance);
            return marks;
        }
    }

    public static final Act<ScoreBids> ACT = Act.of("scoreBids", ScoreBids.class)
            .by(Role.ISSUER)
            .deed(ScoreBids::score)
            .played(ScoreBids::allAlike);

    private Answer score(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        Rfp rfp = deal.one(Rfp.FACT).orElseThrow();
        List<String> bidders = deal.current(Bid.FACT).stream().map(Bid::manager).toList();
        var scored = new HashSet<String>();
        for (int row = 0; row < scores.size(); row++) {
            Marks said = scores.get(row);
            String manager = said.manager();
            if (!bidders.contains(manager)) {
                writing.refuse("scores[" + row + "].manager", "unknownManager", manager);
            } else if (!scored.add(manager)) {
                writing.refuse("scores[" + row + "].manager", "duplicate", manager);
            } else {
                Map<Criterion, Integer> marks = said.byCriterion();
                writing.record(Score.FACT.at(manager), new Score(manager, marks, rfp.total(marks), said.reason()));
            }
        }
        bidders.stream().filter(b -> !scored.contains(b)).forEach(b -> writing.refuse("scores", "bidNotScored", b));
        return writing.answer();
    }

    private static ScoreBids allAlike(Practice.Stage stage) {
        return new ScoreBids(stage.deal().one(BidsOpened.FACT).stream()
                .flatMap(opened -> opened.managers().stream())
                .map(manager -> new Marks(manager, 8, 7, 8, 9, 8, 9, stage.mark()))
                .toList());
    }
}
