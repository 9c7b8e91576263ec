package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.DealList.MANAGER;
import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.BILLION_YEN;
import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.pricing.IssueAmounts.sums;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.pricing.IssueAmounts;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.settlement.AccountSplit;
import java.math.BigDecimal;
import java.util.List;

/** J09: who takes over how much into which JASDEC account, and through which funds settlement company (資金決済会社). */
public record ConfirmSplit(List<Split> splits, @As(FILE) String evidence) {

    public record Split(
            @From(TRANCHE) String tranche,
            @From(MANAGER) String manager,
            String jasdecAccount,
            String fundsCompany,

            @As(value = BILLION_YEN, name = "amountBillionYen")
            BigDecimal amountYen) {}

    public static final Act<ConfirmSplit> ACT = Act.of("confirmSplit", ConfirmSplit.class)
            .doing("J09")
            .by(Role.LEAD_MANAGER)
            .deed(ConfirmSplit::confirm)
            .played(ConfirmSplit::asCommitted);

    private Answer confirm(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        writing.refuse(
                IssueAmounts.of(deal.file()).mustBeSums("splits", sums(splits, Split::tranche, Split::amountYen)));
        deal.one(SubscriptionSigned.FACT).ifPresent(signed -> {
            var split = sums(splits, s -> s.tranche() + "/" + s.manager(), Split::amountYen);
            sums(signed.commitments(), c -> c.tranche() + "/" + c.manager(), SubscriptionSigned.Commitment::amountYen)
                    .forEach((key, committed) -> {
                        BigDecimal given = split.getOrDefault(key, BigDecimal.ZERO);
                        if (given.compareTo(committed) != 0) {
                            writing.refuse(
                                    "splits", "sumDiffers", key, given.toPlainString(), committed.toPlainString());
                        }
                    });
        });
        return writing.record(
                        AccountSplit.FACT.at("split"),
                        new AccountSplit(splits.stream()
                                .map(s -> new AccountSplit.Line(
                                        s.tranche(), s.manager(), s.jasdecAccount(), s.fundsCompany(), s.amountYen()))
                                .toList()))
                .answer();
    }

    private static ConfirmSplit asCommitted(Practice.Stage stage) {
        return new ConfirmSplit(
                stage.deal().one(SubscriptionSigned.FACT).orElseThrow().commitments().stream()
                        .map(c -> new Split(c.tranche(), c.manager(), stage.mark(), stage.mark(), c.amountYen()))
                        .toList(),
                stage.evidence("evidence"));
    }
}
