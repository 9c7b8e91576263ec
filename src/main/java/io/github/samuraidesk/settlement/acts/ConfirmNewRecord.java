package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.BILLION_YEN;
import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.form.OnlyIf;
import io.github.samuraidesk.pricing.IssueAmounts;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.settlement.NewRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** J13: the funds have moved (資金振替済通知) and JASDEC has recorded the bonds (新規記録), or one of the two has failed. */
public record ConfirmNewRecord(
        FundsNotice fundsNotice,
        @OnlyIf(field = "fundsNotice", is = "RECEIVED") Optional<String> fundsReference,
        RecordNotice newRecordNotice,
        @OnlyIf(field = "newRecordNotice", is = "RECORDED") List<Balance> balances,
        @As(FILE) String evidence) {

    public enum FundsNotice {
        RECEIVED,
        FAILED
    }

    public enum RecordNotice {
        RECORDED,
        NOT_RECORDED
    }

    public record Balance(
            @From(TRANCHE) String tranche,

            @As(value = BILLION_YEN, name = "recordedBillionYen")
            BigDecimal recordedYen) {}

    public static final Act<ConfirmNewRecord> ACT = Act.of("confirmNewRecord", ConfirmNewRecord.class)
            .doing("J13")
            .by(Role.AGENT)
            .deed(ConfirmNewRecord::confirm)
            .played(ConfirmNewRecord::allRecorded);

    private Answer confirm(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        boolean funds = fundsNotice == FundsNotice.RECEIVED;
        boolean recorded = newRecordNotice == RecordNotice.RECORDED;
        if (recorded && !funds) {
            writing.refuse("newRecordNotice", "noRecordWithoutFunds");
        }
        var byTranche = new LinkedHashMap<String, BigDecimal>();
        for (int row = 0; row < balances.size(); row++) {
            Balance balance = balances.get(row);
            if (byTranche.put(balance.tranche(), balance.recordedYen()) != null) {
                writing.refuse("balances[" + row + "].tranche", "duplicate", balance.tranche());
            }
        }
        if (recorded) {
            IssueAmounts issued = IssueAmounts.of(deal.file());
            writing.refuse(issued.mustAllAppear("balances", byTranche.keySet()));
            writing.refuse(issued.mustBeSums("balances", byTranche));
        }
        return writing.record(
                        NewRecord.FACT, new NewRecord(funds, fundsReference.orElse(""), recorded, byTranche, evidence))
                .tell(GatewayFact.FUNDS_CONFIRMED, funds && recorded)
                .answer();
    }

    private static ConfirmNewRecord allRecorded(Practice.Stage stage) {
        return new ConfirmNewRecord(
                FundsNotice.RECEIVED,
                Optional.of(stage.mark()),
                RecordNotice.RECORDED,
                stage.deal().current(PricingRun.FACT).stream()
                        .map(r -> new Balance(r.tranche().id(), r.amountYen()))
                        .toList(),
                stage.evidence("evidence"));
    }
}
