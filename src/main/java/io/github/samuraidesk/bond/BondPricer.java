package io.github.samuraidesk.bond;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * Prices and yields of a resolved bond. Units: prices and interest per 100 face, yields decimals (0.0132), durations
 * years. Time runs on unadjusted dates; a coupon due on the settlement day belongs to the seller.
 *
 * <p>Letters: y yield, f coupons a year, CF coupon plus principal per 100, w days to the next coupon over the days of
 * that notional period (more than 1 in a long first period; days of 30-day months for bonds that accrue on them), i = 0,
 * 1, … the coupons left. A coupon brought forward for a closed day and paid by settlement belongs to the seller, too
 * (落利): nothing accrues then until its day.
 *
 * <p>Every method throws {@link IllegalArgumentException} when settlement is before issue or not before maturity.
 */
public final class BondPricer {

    private static final double ONE_BASIS_POINT = 1e-4;

    private BondPricer() {}

    /** Accrued interest per 100 by the bond's {@link AccrualBasis}, settlement day excluded, unrounded. */
    public static double accruedInterest(ResolvedBond bond, LocalDate settle) {
        return SettledFlows.of(bond, settle).accrued;
    }

    /**
     * dirty = Σ CF / (1 + y/f)^(w+i), the reading of the Ministry of Finance and of JSDA (複利利回り).
     *
     * @throws NoSolutionException when 1 + y/f is not above zero
     */
    public static double dirtyPriceFromYieldIcma(ResolvedBond bond, LocalDate settle, double yield) {
        return SettledFlows.of(bond, settle).dirtyFromYieldIcma(yield);
    }

    /** {@link #dirtyPriceFromYieldIcma} less accrued interest. */
    public static double cleanPriceFromYieldIcma(ResolvedBond bond, LocalDate settle, double yield) {
        SettledFlows flows = SettledFlows.of(bond, settle);
        return flows.dirtyFromYieldIcma(yield) - flows.accrued;
    }

    /**
     * The y of {@link #dirtyPriceFromYieldIcma}; exists for every dirty price above zero and may be negative.
     *
     * @throws NoSolutionException when the price is not above zero, or so far off that 1 + y/f leaves 1e-6 to 1e6
     */
    public static double yieldIcmaFromDirtyPrice(ResolvedBond bond, LocalDate settle, double dirty) {
        return SettledFlows.of(bond, settle).yieldIcmaFromDirty(dirty);
    }

    /** dirty = Σ CF / (1 + y/f)^(f × days/365), days from settlement to the unadjusted date. */
    public static double dirtyPriceFromYieldAct365(ResolvedBond bond, LocalDate settle, double yield) {
        return SettledFlows.of(bond, settle).dirtyFromYieldAct365(yield);
    }

    /**
     * The y of {@link #dirtyPriceFromYieldAct365}; 0.1 to 0.25 bp away from the ICMA reading.
     *
     * @throws NoSolutionException as for {@link #yieldIcmaFromDirtyPrice}
     */
    public static double yieldAct365FromDirtyPrice(ResolvedBond bond, LocalDate settle, double dirty) {
        return SettledFlows.of(bond, settle).yieldAct365FromDirty(dirty);
    }

    /**
     * dirty × (1 + y × days/365) = CF for a bond in its last coupon period, market practice there; empty before. Bonds on
     * months of 30 days count their own days over 360.
     *
     * @throws NoSolutionException when the price is not above zero
     */
    public static OptionalDouble yieldLastPeriodSimple(ResolvedBond bond, LocalDate settle, double dirty) {
        return yieldLastPeriodSimple(SettledFlows.of(bond, settle), dirty);
    }

    /** y = (C + (100 − clean)/n) / clean, C annual coupon per 100, n = days/365 with no 29 February counted (単利). */
    public static double simpleYieldFromCleanPrice(ResolvedBond bond, LocalDate settle, double clean) {
        return simpleYieldFromCleanPrice(bond, settle, clean, LeapDayRule.SKIPPED);
    }

    /**
     * As {@link #simpleYieldFromCleanPrice(ResolvedBond, LocalDate, double)} with the reading of leap days chosen; the
     * readings differ only under one year.
     *
     * @throws NoSolutionException when the price is not above zero, or no counted day is left
     */
    public static double simpleYieldFromCleanPrice(
            ResolvedBond bond, LocalDate settle, double clean, LeapDayRule leapDays) {
        bond.indexOfPeriodAt(settle);
        BondTerms terms = bond.terms();
        double years = leapDays.daysBetween(settle, terms.maturity()) / 365.0;
        if (!(clean > 0 && clean <= Double.MAX_VALUE) || years == 0) {
            throw new NoSolutionException(
                    "no simple yield for clean price " + clean + " with " + years + " years left");
        }
        return (100 * terms.couponRate() + (100 - clean) / years) / clean;
    }

    /**
     * The simple yield in percent, cut toward zero after the third decimal as Japanese yields are published; exact
     * decimal arithmetic on the coupon and price as printed, so that 2.45 stays 2.450.
     */
    public static BigDecimal simpleYieldPercentTruncated3(ResolvedBond bond, LocalDate settle, double clean) {
        simpleYieldFromCleanPrice(bond, settle, clean);
        return SamuraiInterest.simpleYieldPercent(
                        Decimals.meantBy(clean),
                        Decimals.meantBy(bond.terms().couponRate()).movePointRight(2),
                        BigDecimal.valueOf(LeapDayRule.SKIPPED.daysBetween(
                                settle, bond.terms().maturity())))
                .setScale(3, RoundingMode.DOWN);
    }

    /** Σ (w+i)/f × CF (1 + y/f)^−(w+i) / dirty, years. */
    public static double macaulayDuration(ResolvedBond bond, LocalDate settle, double yieldIcma) {
        return SettledFlows.of(bond, settle).macaulayYears(yieldIcma);
    }

    /** Macaulay / (1 + y/f) = −(dP/dy)/P, years. */
    public static double modifiedDuration(ResolvedBond bond, LocalDate settle, double yieldIcma) {
        return SettledFlows.of(bond, settle).modifiedYears(yieldIcma);
    }

    /**
     * −(dP/dy)/dirty by the simple yield, years: clean = (100 + C n) / (1 + y n), so that it is clean × n / (1 + y n) /
     * dirty, with the n of {@link #simpleYieldFromCleanPrice(ResolvedBond, LocalDate, double)}, no 29 February counted.
     *
     * @throws NoSolutionException as the simple yield
     */
    public static double modifiedDurationOfSimpleYield(ResolvedBond bond, LocalDate settle, double clean) {
        double dirty = clean + SettledFlows.of(bond, settle).accrued;
        return modifiedOfSimpleYield(bond, settle, clean, dirty);
    }

    private static double modifiedOfSimpleYield(ResolvedBond bond, LocalDate settle, double clean, double dirty) {
        double years = LeapDayRule.SKIPPED.daysBetween(settle, bond.terms().maturity()) / 365.0;
        double growth = 1 + simpleYieldFromCleanPrice(bond, settle, clean) * years;
        return clean * years / growth / dirty;
    }

    /** Modified duration × dirty × 1e-4, per 100 face. */
    public static double dv01(ResolvedBond bond, LocalDate settle, double yieldIcma) {
        SettledFlows flows = SettledFlows.of(bond, settle);
        return flows.modifiedYears(yieldIcma) * flows.dirtyFromYieldIcma(yieldIcma) * ONE_BASIS_POINT;
    }

    /** (P(y − 1bp) − P(y + 1bp)) / 2, per 100 face. */
    public static double dv01ByDifference(ResolvedBond bond, LocalDate settle, double yieldIcma) {
        SettledFlows flows = SettledFlows.of(bond, settle);
        return (flows.dirtyFromYieldIcma(yieldIcma - ONE_BASIS_POINT)
                        - flows.dirtyFromYieldIcma(yieldIcma + ONE_BASIS_POINT))
                / 2;
    }

    /** Σ k(k+1)/f² × CF (1 + y/f)^−(k+2) / dirty with k = w+i: (d²P/dy²)/P, years squared. */
    public static double convexity(ResolvedBond bond, LocalDate settle, double yieldIcma) {
        return SettledFlows.of(bond, settle).convexityYearsSquared(yieldIcma);
    }

    /** All measures from a clean price. */
    public static BondMeasures measuresFromCleanPrice(ResolvedBond bond, LocalDate settle, double clean) {
        SettledFlows flows = SettledFlows.of(bond, settle);
        double dirty = clean + flows.accrued;
        return measures(bond, settle, flows, clean, dirty, flows.yieldIcmaFromDirty(dirty));
    }

    /** All measures from an ICMA compound yield, decimal. */
    public static BondMeasures measuresFromYieldIcma(ResolvedBond bond, LocalDate settle, double yieldIcma) {
        SettledFlows flows = SettledFlows.of(bond, settle);
        double dirty = flows.dirtyFromYieldIcma(yieldIcma);
        return measures(bond, settle, flows, dirty - flows.accrued, dirty, yieldIcma);
    }

    private static BondMeasures measures(
            ResolvedBond bond, LocalDate settle, SettledFlows flows, double clean, double dirty, double yieldIcma) {
        double modified = flows.modifiedYears(yieldIcma);
        return new BondMeasures(
                clean,
                flows.accrued,
                dirty,
                yieldIcma,
                flows.yieldAct365FromDirty(dirty),
                yieldLastPeriodSimple(flows, dirty),
                simpleYieldFromCleanPrice(bond, settle, clean),
                simpleYieldPercentTruncated3(bond, settle, clean),
                flows.macaulayYears(yieldIcma),
                modified,
                modifiedOfSimpleYield(bond, settle, clean, dirty),
                modified * dirty * ONE_BASIS_POINT,
                flows.convexityYearsSquared(yieldIcma));
    }

    private static OptionalDouble yieldLastPeriodSimple(SettledFlows flows, double dirty) {
        return flows.n > 1 ? OptionalDouble.empty() : OptionalDouble.of(flows.yieldLastPeriodSimple(dirty));
    }
}
