package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.BILLION_YEN;
import static io.github.samuraidesk.form.FieldType.PERCENT;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.pricing.IssueAmounts;
import io.github.samuraidesk.settlement.IssueInformation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** J07: a second person types the registered terms anew, and they are compared with the first person's. */
public record CheckIssue(List<Issue> issues) {

    public record Issue(
            @From(TRANCHE) String tranche,
            String isin,

            @As(value = BILLION_YEN, name = "amountBillionYen")
            BigDecimal amountYen,

            @As(PERCENT) Optional<BigDecimal> couponPercent) {}

    public static final Act<CheckIssue> ACT = Act.of("checkIssue", CheckIssue.class)
            .doing("J07")
            .by(Role.LEAD_MANAGER)
            .deed(CheckIssue::compare)
            .played(CheckIssue::asRegistered);

    private Answer compare(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        for (int row = 0; row < issues.size(); row++) {
            Issue issue = issues.get(row);
            String path = "issues[" + row + "].";
            var kind = IssueInformation.FACT.at(issue.tranche());
            Optional<IssueInformation> first = deal.one(kind);
            if (first.isEmpty()) {
                writing.refuse(path + "tranche", "unknownTranche", issue.tranche());
                continue;
            }
            if (deal.file().authors(kind).contains(by.person().value())) {
                writing.refuse(Finding.rule(
                        "FOUR-EYES",
                        "J07 GK-med",
                        path + "isin",
                        "LEAD_MANAGER",
                        "secondPersonNeeded",
                        by.person().value()));
            }
            if (!first.get().isin().equals(issue.isin())) {
                writing.refuse(
                        path + "isin", "valueDiffers", issue.isin(), first.get().isin());
            }
            writing.mustEqual(
                    path + "amountBillionYen", issue.amountYen(), first.get().amountYen());
            if (first.get().couponPercent() != null) {
                writing.mustEqual(
                        path + "couponPercent",
                        issue.couponPercent(),
                        first.get().couponPercent());
            }
        }
        return writing.refuse(IssueAmounts.of(deal.file())
                        .mustAllAppear(
                                "issues", issues.stream().map(Issue::tranche).toList()))
                .answer();
    }

    private static CheckIssue asRegistered(Practice.Stage stage) {
        return new CheckIssue(stage.deal().current(IssueInformation.FACT).stream()
                .map(i -> new Issue(i.tranche(), i.isin(), i.amountYen(), Optional.ofNullable(i.couponPercent())))
                .toList());
    }
}
