package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.List;

/** The par rate of a swap, or a basis, of one tenor; decimal (0.0252). */
public record ParQuote(Tenor tenor, double rate) {

    /** @throws IllegalArgumentException when {@code rate} is not between −1 and 1 */
    public ParQuote {
        if (!(rate > -1 && rate < 1)) {
            throw new IllegalArgumentException(
                    "rate " + rate + " of " + tenor + " must be a decimal between -1 and 1 (2.52 percent is 0.0252)");
        }
    }

    /** The same tenor {@code change} higher. */
    public ParQuote shifted(double change) {
        return new ParQuote(tenor, rate + change);
    }

    /** Quotes read linearly in days between their maturities, flat outside; as desks read a broken date. */
    static double linearInDays(List<ParQuote> quotes, LocalDate[] maturities, LocalDate date) {
        if (!date.isAfter(maturities[0])) {
            return quotes.get(0).rate();
        }
        for (int i = 1; i < maturities.length; i++) {
            if (!date.isAfter(maturities[i])) {
                double part = (double) CouponGrid.days(maturities[i - 1], date)
                        / CouponGrid.days(maturities[i - 1], maturities[i]);
                double left = quotes.get(i - 1).rate();
                return left + part * (quotes.get(i).rate() - left);
            }
        }
        return quotes.get(quotes.size() - 1).rate();
    }
}
