package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.BILLION_YEN;
import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.PERCENT;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.RateType;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.form.Matching;
import io.github.samuraidesk.pricing.IssueAmounts;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.settlement.Isin;
import io.github.samuraidesk.settlement.IssueInformation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** J07: the issuing agent registers the issue information (銘柄情報) of every tranche as it was priced. */
public record RegisterIssue(List<Issue> issues, @As(FILE) String evidence) {

    public record Issue(
            @From(TRANCHE) String tranche,
            @Matching("JP[A-Z0-9]{9}[0-9]") String isin,
            @Matching("[0-9A-Z]{4,9}") String securitiesCode,

            @As(value = BILLION_YEN, name = "amountBillionYen")
            BigDecimal amountYen,

            @As(PERCENT) Optional<BigDecimal> couponPercent,
            Optional<BigDecimal> interestPerUnit) {}

    public static final Act<RegisterIssue> ACT = Act.of("registerIssue", RegisterIssue.class)
            .doing("J07", "S15", "H09")
            .by(Role.AGENT)
            .passing(Gate.G9)
            .deed(RegisterIssue::register)
            .played(RegisterIssue::asPriced);

    private Answer register(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        var tranches = new HashSet<String>();
        var isins = new HashSet<String>();
        for (int row = 0; row < issues.size(); row++) {
            Issue issue = issues.get(row);
            String path = "issues[" + row + "].";
            if (!tranches.add(issue.tranche())) {
                writing.refuse(path + "tranche", "duplicate", issue.tranche());
            }
            Optional<PricingRun> run = deal.one(PricingRun.FACT.at(issue.tranche()));
            if (run.isEmpty()) {
                writing.refuse(path + "tranche", "unknownTranche", issue.tranche());
                continue;
            }
            if (!Isin.isValid(issue.isin())) {
                writing.refuse(path + "isin", "isinCheckDigit", issue.isin());
            }
            if (!isins.add(issue.isin())) {
                writing.refuse(path + "isin", "duplicate", issue.isin());
            }
            mustBeAsPriced(writing, path, issue, run.get());
            writing.record(
                    IssueInformation.FACT.at(issue.tranche()),
                    new IssueInformation(
                            issue.tranche(),
                            issue.isin(),
                            issue.securitiesCode(),
                            issue.amountYen(),
                            issue.couponPercent().orElse(null),
                            issue.interestPerUnit().orElse(null)));
        }
        return writing.refuse(IssueAmounts.of(deal.file()).mustAllAppear("issues", tranches))
                .answer();
    }

    private static void mustBeAsPriced(Answer.Writing writing, String path, Issue issue, PricingRun run) {
        writing.mustEqual(path + "amountBillionYen", issue.amountYen(), run.amountYen());
        if (run.couponPercent() != null) {
            writing.mustEqual(path + "couponPercent", issue.couponPercent(), run.couponPercent());
            writing.mustEqual(
                    path + "interestPerUnit",
                    issue.interestPerUnit(),
                    run.figures() == null ? BigDecimal.ZERO : run.figures().interestPerUnit());
        } else if (issue.couponPercent().isPresent()) {
            writing.refuse(path + "couponPercent", "contradicts", "rateType", RateType.FLOATING.name());
        }
    }

    private static RegisterIssue asPriced(Practice.Stage stage) {
        var issues = new ArrayList<Issue>();
        for (PricingRun run : stage.deal().current(PricingRun.FACT)) {
            // No real code: 90 and the hash of the deal keep the numbers of practice deals apart.
            int ofDeal = Math.floorMod(stage.deal().file().id().value().hashCode(), 1_000_000);
            String body = "JP90" + String.format("%06d", ofDeal) + (issues.size() + 1) % 10;
            issues.add(new Issue(
                    run.tranche().id(),
                    Isin.withCheckDigit(body),
                    body.substring(2),
                    run.amountYen(),
                    Optional.ofNullable(run.couponPercent()),
                    Optional.ofNullable(run.figures()).map(PricingRun.Figures::interestPerUnit)));
        }
        return new RegisterIssue(issues, stage.evidence("evidence"));
    }
}
