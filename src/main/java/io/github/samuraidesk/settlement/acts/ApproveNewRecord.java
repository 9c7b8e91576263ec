package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.YEN;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.pricing.NetProceeds;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.settlement.FundsMemo;
import java.math.BigDecimal;

/** J11: the agent approves the new record (新規記録の承認) on the amounts that will flow. */
public record ApproveNewRecord(
        @As(YEN) BigDecimal grossYen,
        @As(YEN) BigDecimal feeYen,
        @As(YEN) BigDecimal expensesYen,
        @As(YEN) BigDecimal netYen,
        boolean approved) {

    public static final Act<ApproveNewRecord> ACT = Act.of("approveNewRecord", ApproveNewRecord.class)
            .doing("J11")
            .by(Role.AGENT)
            .deed(ApproveNewRecord::approve)
            .played(ApproveNewRecord::asPriced);

    private Answer approve(Standing deal, Asked by) {
        NetProceeds proceeds = NetProceeds.of(deal.file());
        return new Answer.Writing()
                .mustBeYes("approved", approved)
                .mustEqual("grossYen", grossYen, proceeds.gross())
                .mustEqual("feeYen", feeYen, proceeds.fee())
                .mustEqual("expensesYen", expensesYen, proceeds.expenses())
                .mustEqual("netYen", netYen, proceeds.net())
                .record(
                        FundsMemo.FACT.at("memo"),
                        new FundsMemo(proceeds.gross(), proceeds.fee(), proceeds.expenses(), proceeds.net()))
                .answer();
    }

    private static ApproveNewRecord asPriced(Practice.Stage stage) {
        // a rehearsal also comes here to be refused, before anything is priced
        NetProceeds proceeds = NetProceeds.of(stage.deal().file(), stage.deal().current(PricingRun.FACT));
        return new ApproveNewRecord(
                proceeds.gross().setScale(0),
                proceeds.fee().setScale(0),
                proceeds.expenses().setScale(0),
                proceeds.net().setScale(0),
                true);
    }
}
