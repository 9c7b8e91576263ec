package io.github.samuraidesk.underwriting.acts;

import static io.github.samuraidesk.form.DealList.OWN_FIRM;
import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.LINES;
import static io.github.samuraidesk.form.FieldType.YEN;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Between;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.underwriting.Bid;
import io.github.samuraidesk.underwriting.BidsOpened;
import io.github.samuraidesk.underwriting.OwnFirm;
import io.github.samuraidesk.underwriting.Rfp;
import java.math.BigDecimal;
import java.util.Optional;

/** A firm answers the request for proposals, or replaces its answer, until the deadline. */
public record PlaceBid(
        @From(OWN_FIRM) String manager,
        @Between(low = "0", high = "5") BigDecimal feePer100,
        @As(YEN) BigDecimal expensesCapYen,
        @As(LINES) String ideas,
        @As(LINES) String conflictStatement,
        @As(LINES) String team,
        @As(FILE) Optional<String> document) {

    public static final Act<PlaceBid> ACT = Act.of("bid", PlaceBid.class)
            .by(Role.LEAD_MANAGER, Role.MANAGER)
            .deed(PlaceBid::place)
            .played(PlaceBid::asEverybody);

    private Answer place(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        Optional<Rfp> rfp = deal.one(Rfp.FACT);
        if (rfp.isEmpty()) {
            return writing.refuse("manager", "noRfp").answer();
        }
        if (deal.one(BidsOpened.FACT).isPresent()) {
            writing.refuse("manager", "biddingIsClosed");
        }
        if (deal.nowInJapan().isAfter(rfp.get().deadline())) {
            writing.refuse("manager", "afterDeadline", rfp.get().deadline().toString());
        }
        OwnFirm firm = OwnFirm.of(manager, deal, by);
        return writing.refuse(firm.refused())
                .record(
                        Bid.FACT.at(firm.name()),
                        new Bid(
                                firm.name(),
                                feePer100,
                                expensesCapYen,
                                ideas,
                                conflictStatement,
                                team,
                                document.orElse("")))
                .answer();
    }

    private static PlaceBid asEverybody(Practice.Stage stage) {
        return new PlaceBid(
                stage.firm(Role.MANAGER),
                new BigDecimal("0.30"),
                new BigDecimal("20000000"),
                stage.mark(),
                stage.mark(),
                stage.mark(),
                Optional.empty());
    }
}
