package io.github.samuraidesk.settlement;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.pricing.IssueAmounts;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.Filing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold before money moves, and before a deal is closed. */
final class SettlementRules {

    private SettlementRules() {}

    /** G9: the subscription is signed, and where something is registered its final terms were filed. */
    static List<Finding> contractMustBeSignedAndTermsFiled(Standing deal) {
        var findings = new ArrayList<>(DealRoute.mustBeConfirmed(deal, Gate.G9));
        if (deal.one(SubscriptionSigned.FACT).isEmpty()) {
            findings.add(deal.shut(Gate.G9, "signSubscription", Role.ISSUER, "notSigned"));
        }
        if (DealRoute.signedOrNone(deal.file()).isRegistered()
                && Filing.finalTerms(deal.file()).isEmpty()) {
            findings.add(deal.shut(Gate.G9, "fileFinalTerms", Role.ISSUERS_COUNSEL, "finalTermsNotFiled"));
        }
        return findings;
    }

    /** G11: there is a list of conditions precedent, and each is met with evidence or waived. */
    static List<Finding> conditionsPrecedentMustBeMet(Standing deal) {
        List<ConditionPrecedent> conditions = deal.current(ConditionPrecedent.FACT);
        if (conditions.isEmpty()) {
            return List.of(deal.shut(Gate.G11, "confirmConditions", Role.LEAD_MANAGER, "noConditions"));
        }
        return conditions.stream()
                .filter(c -> !c.isSettled())
                .map(c ->
                        deal.shut(Gate.G11, "confirmConditions", Role.LEAD_MANAGER, "conditionOpen", c.id(), c.text()))
                .toList();
    }

    /** G12: both notices have come, and what was issued, recorded and allocated is the same in each tranche. */
    static List<Finding> newRecordMustReconcile(Standing deal) {
        var findings = new ArrayList<Finding>();
        Optional<NewRecord> record = deal.one(NewRecord.FACT);
        if (record.filter(NewRecord::fundsReceived).isEmpty()) {
            findings.add(deal.shut(Gate.G12, "confirmNewRecord", Role.AGENT, "noFundsNotice"));
        }
        if (record.filter(NewRecord::recorded).isEmpty()) {
            findings.add(deal.shut(Gate.G12, "confirmNewRecord", Role.AGENT, "noNewRecordNotice"));
        }
        Optional<Allocation> allocation = deal.one(Allocation.FACT);
        IssueAmounts.of(deal.file()).byTranche().forEach((tranche, issued) -> {
            BigDecimal recorded = record.map(r -> r.balances().getOrDefault(tranche, BigDecimal.ZERO))
                    .orElse(BigDecimal.ZERO);
            if (issued.compareTo(recorded) != 0) {
                findings.add(deal.shut(
                        Gate.G12,
                        "balances",
                        Role.AGENT,
                        "balanceDiffers",
                        tranche,
                        recorded.toPlainString(),
                        issued.toPlainString()));
            }
            BigDecimal allocated = allocation.map(a -> a.total(tranche)).orElse(BigDecimal.ZERO);
            if (issued.compareTo(allocated) != 0) {
                findings.add(deal.shut(
                        Gate.G12,
                        "allocations",
                        Role.LEAD_MANAGER,
                        "allocationDiffers",
                        tranche,
                        allocated.toPlainString(),
                        issued.toPlainString()));
            }
        });
        return findings;
    }
}
