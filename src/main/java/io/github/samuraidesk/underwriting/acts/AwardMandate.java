package io.github.samuraidesk.underwriting.acts;

import static io.github.samuraidesk.form.DealList.BIDDER;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.underwriting.Bid;
import io.github.samuraidesk.underwriting.BidsOpened;
import io.github.samuraidesk.underwriting.Mandate;
import io.github.samuraidesk.underwriting.Position;
import java.util.List;

/** The issuer gives the mandate to firms that have bid. */
public record AwardMandate(
        List<Manager> managers, @As(LINES) String reasons) {

    public record Manager(@From(BIDDER) String manager, Position position) {}

    public static final Act<AwardMandate> ACT = Act.of("awardMandate", AwardMandate.class)
            .by(Role.ISSUER)
            .deed(AwardMandate::award)
            .played(AwardMandate::toEverybody);

    private Answer award(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        List<String> bidders = deal.current(Bid.FACT).stream().map(Bid::manager).toList();
        for (int row = 0; row < managers.size(); row++) {
            String manager = managers.get(row).manager();
            if (!bidders.contains(manager)) {
                writing.refuse("managers[" + row + "].manager", "unknownManager", manager);
            }
        }
        var mandate = new Mandate(
                Mandate.Kind.AWARDED,
                managers.stream()
                        .map(m -> Mandate.Appointed.to(m.position(), m.manager(), deal.firms()))
                        .toList(),
                reasons,
                "");
        return writing.refuse(mandate.faults()).record(Mandate.FACT, mandate).answer();
    }

    private static AwardMandate toEverybody(Practice.Stage stage) {
        return new AwardMandate(
                stage.deal().one(BidsOpened.FACT).stream()
                        .flatMap(opened -> opened.managers().stream())
                        .map(manager -> new Manager(manager, Position.LEAD))
                        .toList(),
                stage.mark());
    }
}
