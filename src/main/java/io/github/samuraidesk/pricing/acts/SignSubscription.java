package io.github.samuraidesk.pricing.acts;

import static io.github.samuraidesk.form.DealList.MANAGER;
import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.BILLION_YEN;
import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.pricing.IssueAmounts;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.Shares;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.underwriting.Mandate;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** S13, H07: the subscription agreement (引受契約) is signed, with what each mandated manager commits to. */
public record SignSubscription(
        LocalDateTime signedAt,
        SubscriptionSigned.Kind commitmentKind,
        List<Commitment> commitments,
        @As(FILE) String evidence) {

    public record Commitment(
            @From(TRANCHE) String tranche,
            @From(MANAGER) String manager,

            @As(value = BILLION_YEN, name = "amountBillionYen")
            BigDecimal amountYen) {}

    public static final Act<SignSubscription> ACT = Act.of("signSubscription", SignSubscription.class)
            .doing("S13", "H07")
            .by(Role.ISSUER)
            .passing(Gate.G1, Gate.G3, Gate.G8)
            .deed(SignSubscription::sign)
            .played(SignSubscription::inEqualParts);

    private Answer sign(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        List<String> mandated = mandated(deal);
        for (int row = 0; row < commitments.size(); row++) {
            if (!mandated.contains(commitments.get(row).manager())) {
                writing.refuse(
                        "commitments[" + row + "].manager",
                        "unknownManager",
                        commitments.get(row).manager());
            }
        }
        return writing.refuse(IssueAmounts.of(deal.file())
                        .mustBeSums(
                                "commitments",
                                IssueAmounts.sums(commitments, Commitment::tranche, Commitment::amountYen)))
                .record(
                        SubscriptionSigned.FACT,
                        new SubscriptionSigned(
                                signedAt,
                                commitmentKind,
                                commitments.stream()
                                        .map(c -> new SubscriptionSigned.Commitment(
                                                c.tranche(), c.manager(), c.amountYen()))
                                        .toList(),
                                evidence))
                .answer();
    }

    private static List<String> mandated(Standing deal) {
        return deal.one(Mandate.FACT).stream()
                .flatMap(m -> m.managers().stream())
                .map(Mandate.Appointed::manager)
                .toList();
    }

    private static SignSubscription inEqualParts(Practice.Stage stage) {
        List<String> managers = mandated(stage.deal());
        if (managers.isEmpty()) {
            managers = stage.deal().terms().managers().stream()
                    .map(TermSheet.Underwriter::name)
                    .toList();
        }
        int[] equal = new int[managers.size()];
        Arrays.fill(equal, 100 / managers.size());
        var commitments = new ArrayList<Commitment>();
        for (PricingRun run : stage.deal().current(PricingRun.FACT)) {
            List<BigDecimal> parts =
                    Shares.inWholeBonds(run.amountYen(), run.tranche().denominationYen(), equal);
            for (int i = 0; i < managers.size(); i++) {
                if (parts.get(i).signum() > 0) {
                    commitments.add(new Commitment(run.tranche().id(), managers.get(i), parts.get(i)));
                }
            }
        }
        return new SignSubscription(
                stage.minute(), SubscriptionSigned.Kind.FIRM_JOINT, commitments, stage.evidence("evidence"));
    }
}
