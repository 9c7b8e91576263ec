package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Par yields of Japanese government bonds at constant maturities, semi-annual compounding, decimals (国債金利情報). The
 * Ministry of Finance computes them from prices of one day and publishes them in whole years.
 */
public final class GovernmentCurve {

    private static final int HALF_YEAR = 2;

    private final LocalDate date;
    private final double[] years;
    private final double[] yields;

    /**
     * @param date day of the prices
     * @param years maturities, increasing, above zero
     * @param parYields decimal yield of each
     * @throws IllegalArgumentException naming every fault at once
     */
    public GovernmentCurve(LocalDate date, double[] years, double[] parYields) {
        List<String> faults = new ArrayList<>(0);
        if (years.length == 0 || years.length != parYields.length) {
            faults.add("a par curve needs one yield for each of one or more maturities");
        }
        for (int i = 0; i < Math.min(years.length, parYields.length); i++) {
            if (!(years[i] > (i == 0 ? 0 : years[i - 1])) || years[i] > 100) {
                faults.add("maturity " + years[i] + " must be above "
                        + (i == 0 ? "0" : "the one before, " + years[i - 1]) + " and not above 100 years");
            }
            if (!(parYields[i] > -1 && parYields[i] < 1)) {
                faults.add("yield " + parYields[i] + " of " + years[i]
                        + " years must be a decimal between -1 and 1 (2.59 percent is 0.0259)");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        this.date = date;
        this.years = years.clone();
        this.yields = parYields.clone();
    }

    public LocalDate date() {
        return date;
    }

    public double[] years() {
        return years.clone();
    }

    public double[] parYields() {
        return yields.clone();
    }

    /** Par yield of a maturity, linear in years, flat outside the quotes; decimal, semi-annual. */
    public double parYield(double maturityYears) {
        if (maturityYears <= years[0]) {
            return yields[0];
        }
        int right = Arrays.binarySearch(years, maturityYears);
        right = right >= 0 ? right : -right - 1;
        if (right == years.length) {
            return yields[years.length - 1];
        }
        if (right == 0) {
            return yields[0];
        }
        double part = (maturityYears - years[right - 1]) / (years[right] - years[right - 1]);
        return yields[right - 1] + part * (yields[right] - yields[right - 1]);
    }

    /** {@link #parYield(double)} at days/365 from {@code settle}. */
    public double parYield(LocalDate settle, LocalDate maturity) {
        return parYield(CouponGrid.days(settle, maturity) / 365.0);
    }

    /**
     * Zero rates out of the par yields, semi-annual compounding, decimals, by half-year from 0.5 to the last maturity:
     * with p the par yield of n half-years, DF(n) = (1 − p/2 Σ DF(k)) / (1 + p/2).
     *
     * @throws NoSolutionException when a par yield is so high that a discount factor would not be above zero
     */
    public double[] zeroRatesByHalfYear() {
        int n = (int) Math.floor(HALF_YEAR * years[years.length - 1]);
        double[] rates = new double[n];
        double annuity = 0;
        for (int k = 1; k <= n; k++) {
            double half = parYield((double) k / HALF_YEAR) / HALF_YEAR;
            double factor = (1 - half * annuity) / (1 + half);
            if (!(factor > 0)) {
                throw new NoSolutionException("no zero rate at " + (double) k / HALF_YEAR + " years: the par yields of "
                        + date + " leave no discount factor above zero");
            }
            annuity += factor;
            rates[k - 1] = HALF_YEAR * Math.expm1(-Math.log(factor) / k);
        }
        return rates;
    }
}
