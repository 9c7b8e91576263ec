package io.github.samuraidesk.bond;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Internal rates of return seen from the issuer. Rates are decimals, amounts of one currency. */
public final class IssuerCost {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final double LARGEST_LOG_RATE = Math.log(1e6);

    private IssuerCost() {}

    /**
     * The r of Σ CF (1 + r)^(−days/365) = 0, days from the first flow, leap days counted.
     *
     * @param flows in any order; after summing by day, their sign must change exactly once, else r is not unique
     * @throws NoSolutionException when it does not, or when r is out of reach
     */
    public static double annualIrr(List<CashFlow> flows) {
        NavigableMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
        flows.forEach(flow -> byDay.merge(flow.date(), flow.amount(), BigDecimal::add));
        byDay.values().removeIf(amount -> amount.signum() == 0);
        refuseUnlessSignChangesOnce(byDay.values());
        double scale = byDay.values().stream()
                .mapToDouble(amount -> Math.abs(amount.doubleValue()))
                .sum();
        double[] amounts = byDay.values().stream()
                .mapToDouble(amount -> amount.doubleValue() / scale)
                .toArray();
        double[] years = byDay.keySet().stream()
                .mapToDouble(date -> CouponGrid.days(byDay.firstKey(), date) / 365.0)
                .toArray();
        // lenders pay first, borrowers receive first: turn both so that value falls as the rate rises
        double turn = amounts[0] < 0 ? 1 : -1;
        Solver.Decreasing value = new Solver.Decreasing() {
            @Override
            void at(double g) {
                double sum = 0;
                double weighted = 0;
                for (int i = 0; i < amounts.length; i++) {
                    double present = turn * amounts[i] * Math.exp(-g * years[i]);
                    sum += present;
                    weighted += present * years[i];
                }
                value = sum;
                slope = -weighted;
            }
        };
        double reach = 1e-3;
        while (valueAt(value, -reach) < 0 || valueAt(value, reach) > 0) {
            reach *= 2;
            if (reach > LARGEST_LOG_RATE) {
                throw new NoSolutionException("no internal rate of return: 1 + r would leave 1e-6 to 1e6");
            }
        }
        return Math.expm1(Solver.root(value, -reach, reach, 0, "internal rate of return"));
    }

    /** 2 ((1 + r)^½ − 1) with r of {@link #annualIrr}. */
    public static double semiAnnualCompoundYield(List<CashFlow> flows) {
        return nominal(annualIrr(flows), 2);
    }

    /**
     * All-in cost of a new issue: the ICMA yield at which the bond is worth its net proceeds on the issue date, so that
     * it equals the coupon at par without costs. Net = face × price / 100 − fee − expenses, gross and fee each cut
     * below 1 yen.
     *
     * @param issuePrice per 100
     * @param feePer100 underwriting fee, yen per 100 yen of face
     * @param expensesYen other expenses (発行諸費用), paid at issue
     * @throws NoSolutionException when nothing is left of the proceeds
     */
    public static IssuerCostResult allInCost(
            ResolvedBond bond,
            BigDecimal faceYen,
            BigDecimal issuePrice,
            BigDecimal feePer100,
            BigDecimal expensesYen) {
        if (faceYen.signum() <= 0) {
            throw new IllegalArgumentException("faceYen " + faceYen + " must be above zero");
        }
        BigDecimal net = faceYen.multiply(issuePrice)
                .divide(HUNDRED, 0, RoundingMode.DOWN)
                .subtract(SamuraiInterest.underwritingFeeYen(faceYen, feePer100))
                .subtract(expensesYen);
        double netPer100 = net.doubleValue() / faceYen.doubleValue() * 100;
        double yield = BondPricer.yieldIcmaFromDirtyPrice(bond, bond.terms().issueDate(), netPer100);
        int frequency = bond.terms().frequency();
        double annual = Math.expm1(frequency * Math.log1p(yield / frequency));
        return new IssuerCostResult(net, frequency == 2 ? yield : nominal(annual, 2), annual);
    }

    private static double nominal(double annual, int timesAYear) {
        return timesAYear * Math.expm1(Math.log1p(annual) / timesAYear);
    }

    private static double valueAt(Solver.Decreasing function, double x) {
        function.at(x);
        return function.value;
    }

    private static void refuseUnlessSignChangesOnce(Collection<BigDecimal> amounts) {
        int changes = 0;
        int before = 0;
        for (BigDecimal amount : amounts) {
            if (before * amount.signum() < 0) {
                changes++;
            }
            before = amount.signum();
        }
        if (changes != 1) {
            throw new NoSolutionException("no unique internal rate of return: flows change sign " + changes + " times");
        }
    }
}
