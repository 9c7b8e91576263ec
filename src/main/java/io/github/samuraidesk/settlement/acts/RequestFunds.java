package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.DealList.MANAGER;
import static io.github.samuraidesk.form.FieldType.YEN;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.pricing.IssueAmounts;
import io.github.samuraidesk.pricing.NetProceeds;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.settlement.FundsRequested;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** J12: each manager's payment (払込み) is asked for on the payment date, all of them together the gross amount. */
public record RequestFunds(List<Payment> funds) {

    public record Payment(
            @From(MANAGER) String manager, @As(YEN) BigDecimal amountYen, String bojNetReference) {}

    public static final Act<RequestFunds> ACT = Act.of("requestFunds", RequestFunds.class)
            .doing("J12")
            .by(Role.LEAD_MANAGER, Role.MANAGER)
            .passing(Gate.G10, Gate.G11)
            .deed(RequestFunds::request)
            .played(RequestFunds::asCommitted);

    private Answer request(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        BigDecimal gross = NetProceeds.of(deal.file()).gross();
        BigDecimal sum = funds.stream().map(Payment::amountYen).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(gross) != 0) {
            writing.refuse("funds", "sumDiffers", "", sum.toPlainString(), gross.toPlainString());
        }
        LocalDate payment = deal.terms().dates().payment();
        if (payment != null && deal.today().isBefore(payment)) {
            writing.refuse("funds", "beforePaymentDate", payment.toString());
        }
        return writing.record(
                        FundsRequested.FACT,
                        new FundsRequested(funds.stream()
                                .map(f -> new FundsRequested.Line(f.manager(), f.amountYen(), f.bojNetReference()))
                                .toList()))
                .answer();
    }

    private static RequestFunds asCommitted(Practice.Stage stage) {
        var payments = new ArrayList<Payment>();
        IssueAmounts.sums(
                        stage.deal().one(SubscriptionSigned.FACT).orElseThrow().commitments(),
                        SubscriptionSigned.Commitment::manager,
                        c -> c.amountYen()
                                .multiply(stage.deal()
                                        .one(PricingRun.FACT.at(c.tranche()))
                                        .orElseThrow()
                                        .issuePrice())
                                .movePointLeft(2))
                .forEach((manager, amount) ->
                        payments.add(new Payment(manager, amount.setScale(0), stage.mark() + (payments.size() + 1))));
        return new RequestFunds(payments);
    }
}
