package io.github.samuraidesk.underwriting.acts;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.underwriting.Bid;
import io.github.samuraidesk.underwriting.BidsOpened;
import io.github.samuraidesk.underwriting.Rfp;
import java.util.List;

/** Bidding is closed after the deadline, and what was sealed is read. */
public record OpenBids(boolean biddingClosed) {

    public static final Act<OpenBids> ACT = Act.of("openBids", OpenBids.class)
            .by(Role.ISSUER)
            .deed(OpenBids::open)
            .played(stage -> new OpenBids(true));

    private Answer open(Standing deal, Asked by) {
        var writing = new Answer.Writing().mustBeYes("biddingClosed", biddingClosed);
        List<String> managers =
                deal.current(Bid.FACT).stream().map(Bid::manager).toList();
        if (managers.isEmpty()) {
            writing.refuse("bid", "noBid");
        }
        Rfp rfp = deal.one(Rfp.FACT).orElseThrow();
        if (deal.nowInJapan().isBefore(rfp.deadline())) {
            writing.refuse("biddingClosed", "beforeDeadline", rfp.deadline().toString());
        }
        return writing.record(BidsOpened.FACT, new BidsOpened(managers)).answer();
    }
}
