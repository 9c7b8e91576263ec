package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Terms of floating interest (変動利付). Rates are decimals.
 *
 * @param start first day of interest: issue date, or the call date of a fixed-to-floating bond
 * @param maturity unadjusted redemption date
 * @param frequency interest payments a year: 2 or 4
 * @param index reference rate
 * @param margin added to the compounded rate, decimal, from above -1 to below 1 (スプレッド)
 * @param lookbackBusinessDays business days by which the observation period runs ahead of the interest period, from 0
 * @param periodRule what happens to a period end on a closed day; days of interest follow it
 * @param payRule what happens to a payment on a closed day
 * @param endOfMonth whether periods always end on the month's last day
 */
public record FloatingTerms(
        LocalDate start,
        LocalDate maturity,
        int frequency,
        FloatingIndex index,
        double margin,
        int lookbackBusinessDays,
        DayRule periodRule,
        DayRule payRule,
        boolean endOfMonth) {

    /**
     * @throws UnsupportedTermException when {@code frequency} has no rule
     * @throws IllegalArgumentException naming every other fault at once
     */
    public FloatingTerms {
        List<String> faults = new ArrayList<>();
        if (!maturity.isAfter(start)) {
            faults.add("maturity " + maturity + " must be after start " + start);
        }
        if (!(margin > -1 && margin < 1)) {
            faults.add("margin " + margin + " must be a decimal between -1 and 1 (25 bp is 0.0025)");
        }
        if (lookbackBusinessDays < 0) {
            faults.add("lookbackBusinessDays " + lookbackBusinessDays + " must not be negative");
        }
        if (endOfMonth && maturity.getDayOfMonth() != maturity.lengthOfMonth()) {
            faults.add("endOfMonth needs a maturity on the last day of a month, not " + maturity);
        }
        if (frequency != 2 && frequency != 4) {
            faults.add("frequency " + frequency + " has no rule for floating interest; 2 and 4 have");
            throw new UnsupportedTermException("frequency", String.join("; ", faults));
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }
}
