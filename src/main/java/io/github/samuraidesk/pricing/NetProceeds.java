package io.github.samuraidesk.pricing;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Tranche;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the managers pay, what they keep, and what reaches the issuer (発行諸費用控除後の手取金), over the tranches that were
 * not dropped. Amounts in yen.
 *
 * @param gross price of all bonds
 * @param fee the managers' fee
 * @param expenses the issuer's other expenses, as in the term sheet
 */
public record NetProceeds(BigDecimal gross, BigDecimal fee, BigDecimal expenses) {

    /** @throws java.util.NoSuchElementException while a tranche is not priced */
    public static NetProceeds of(DealFile deal) {
        return of(
                deal,
                DealBook.liveTranches(deal).stream()
                        .map(Tranche::id)
                        .map(t -> deal.one(PricingRun.FACT.at(t)).orElseThrow())
                        .toList());
    }

    /** Of these prices alone. */
    public static NetProceeds of(DealFile deal, List<PricingRun> runs) {
        return new NetProceeds(
                runs.stream().map(PricingRun::grossYen).reduce(BigDecimal.ZERO, BigDecimal::add),
                runs.stream().map(PricingRun::feeYen).reduce(BigDecimal.ZERO, BigDecimal::add),
                Optional.ofNullable(DealBook.termSheet(deal).costs().expensesYen())
                        .orElse(BigDecimal.ZERO));
    }

    public BigDecimal net() {
        return gross.subtract(fee).subtract(expenses);
    }
}
