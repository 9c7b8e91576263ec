package io.github.samuraidesk.pricing;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Tranche;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Amount of each tranche as it was priced, in yen, for the tranches that were not dropped: commitments, allocations, splits
 * and recorded balances add up to it.
 */
public final class IssueAmounts {

    private final Map<String, BigDecimal> byTranche = new LinkedHashMap<>();

    private IssueAmounts() {}

    public static IssueAmounts of(DealFile deal) {
        var amounts = new IssueAmounts();
        for (Tranche t : DealBook.liveTranches(deal)) {
            amounts.byTranche.put(
                    t.id(),
                    deal.one(PricingRun.FACT.at(t.id()))
                            .map(PricingRun::amountYen)
                            .orElse(BigDecimal.ZERO));
        }
        return amounts;
    }

    /** Zero for a tranche that was not priced. */
    public Map<String, BigDecimal> byTranche() {
        return byTranche;
    }

    /** Refuses what does not add up to the amount of each tranche, and tranches that there are not. */
    public List<Finding> mustBeSums(String field, Map<String, BigDecimal> sums) {
        var findings = new ArrayList<Finding>();
        byTranche.forEach((tranche, issued) -> {
            BigDecimal sum = sums.getOrDefault(tranche, BigDecimal.ZERO);
            if (issued.compareTo(sum) != 0) {
                findings.add(Finding.field(field, "sumDiffers", tranche, sum.toPlainString(), issued.toPlainString()));
            }
        });
        sums.keySet().stream()
                .filter(t -> !byTranche.containsKey(t))
                .forEach(t -> findings.add(Finding.field(field, "unknownTranche", t)));
        return findings;
    }

    /** Refuses a table that leaves a tranche out. */
    public List<Finding> mustAllAppear(String field, Collection<String> tranches) {
        return byTranche.keySet().stream()
                .filter(t -> !tranches.contains(t))
                .map(t -> Finding.field(field, "trancheMissing", t))
                .toList();
    }

    /** Adds up lines by a key, in the order in which the keys first appear. */
    public static <L> Map<String, BigDecimal> sums(
            Collection<L> lines, Function<L, String> key, Function<L, BigDecimal> amount) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        lines.forEach(l -> sums.merge(key.apply(l), amount.apply(l), BigDecimal::add));
        return sums;
    }
}
