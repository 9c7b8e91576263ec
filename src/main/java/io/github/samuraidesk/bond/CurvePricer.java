package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Prices and spreads of fixed bonds on curves. Prices per 100, rates and spreads decimals. Flows count on their payment
 * dates, discounted from there to settlement with DF(payment)/DF(settlement).
 *
 * <p>Methods throw {@link CurveRangeException} when settlement or a payment lies outside the curve, and as {@link
 * BondPricer} does.
 */
public final class CurvePricer {

    private static final double PROBE = 0.01;

    private CurvePricer() {}

    /** Every spread at a dirty price. */
    public static CurveMeasures measuresFromDirtyPrice(
            ResolvedBond bond, LocalDate settle, double dirty, OisCurve curve) {
        SettledFlows flows = SettledFlows.of(bond, settle);
        LocalDate maturity = bond.terms().maturity();
        double present = flows.present(curve.discount());
        double annual = curve.annuity(settle, maturity, 1);
        double semiAnnual = curve.annuity(settle, maturity, 2);
        double yield = flows.yieldIcmaFromDirty(dirty);
        double interpolated = curve.midSwapInterpolated(maturity);
        double onCurve = curve.midSwapOnCurve(settle, maturity);
        return new CurveMeasures(
                present,
                flows.zSpreadContinuous(dirty),
                flows.zSpreadSemiAnnual(dirty),
                (present - dirty) / (100 * annual),
                (present - dirty) / (100 * semiAnnual),
                (present - dirty) / (dirty * annual),
                (present - dirty) / (dirty * semiAnnual),
                interpolated,
                onCurve,
                yield - interpolated,
                yield - onCurve,
                annualFromYield(yield, bond.terms().frequency()) - interpolated);
    }

    /** Dirty price at a continuously compounded spread over the curve. */
    public static double dirtyPriceFromZSpread(
            ResolvedBond bond, LocalDate settle, double spread, DiscountCurve curve) {
        SettledFlows flows = SettledFlows.of(bond, settle);
        flows.present(curve);
        return flows.dirtyFromZSpreadContinuous(spread);
    }

    /** ICMA yield compounded twice a year − par yield of the government curve at the same maturity (G-spread). */
    public static double gSpread(ResolvedBond bond, LocalDate settle, double yieldIcma, GovernmentCurve government) {
        double semiAnnual = 2
                * Math.expm1(Math.log1p(yieldIcma / bond.terms().frequency())
                        * bond.terms().frequency()
                        / 2);
        return semiAnnual - government.parYield(settle, bond.terms().maturity());
    }

    /** ICMA yield as it is − par yield of the government curve at the same maturity: market usage (対国債スプレッド). */
    public static double spreadOverGovernment(
            ResolvedBond bond, LocalDate settle, double yieldIcma, GovernmentCurve government) {
        return yieldIcma - government.parYield(settle, bond.terms().maturity());
    }

    /**
     * The coupon, decimal and unrounded, that gives a clean price of 100 at a continuously compounded spread over the
     * curve. Present value and accrued interest are linear in the coupon, so the solution is exact.
     *
     * @param terms the bond; its own coupon rate is ignored
     * @throws NoSolutionException when the coupon would be negative or 100 percent and more
     */
    public static double parCouponFromZSpread(
            BondTerms terms, LocalDate settle, double spread, DiscountCurve curve, BusinessCalendar calendar) {
        double without = cleanAtCoupon(terms, 0, settle, spread, curve, calendar);
        double perUnit = (cleanAtCoupon(terms, PROBE, settle, spread, curve, calendar) - without) / PROBE;
        double coupon = (100 - without) / perUnit;
        if (!(coupon >= 0 && coupon < 1)) {
            throw new NoSolutionException("no coupon gives a clean price of 100 at a spread of " + spread
                    + " over the curve: it would be " + coupon);
        }
        return coupon;
    }

    /** A bond's value change for one basis point on one quote of the curve. */
    public record KeyRate(Tenor tenor, double dv01) {}

    /**
     * Key-rate DV01 per 100: (P(quote − 1bp) − P(quote + 1bp)) / 2 with the curve bootstrapped anew and the continuous
     * spread held, for every quote of the curve.
     */
    public static List<KeyRate> keyRateDv01(ResolvedBond bond, LocalDate settle, double dirty, OisCurve curve) {
        SettledFlows flows = SettledFlows.of(bond, settle);
        flows.present(curve.discount());
        double spread = flows.zSpreadContinuous(dirty);
        List<KeyRate> rates = new ArrayList<>();
        int quotes = curve.quotes().size();
        for (int i = 0; i < quotes; i++) {
            flows.present(curve.keyRateCurves().get(i));
            double lower = flows.dirtyFromZSpreadContinuous(spread);
            flows.present(curve.keyRateCurves().get(quotes + i));
            double higher = flows.dirtyFromZSpreadContinuous(spread);
            rates.add(new KeyRate(curve.quotes().get(i).tenor(), (lower - higher) / 2));
        }
        return rates;
    }

    private static double cleanAtCoupon(
            BondTerms terms,
            double coupon,
            LocalDate settle,
            double spread,
            DiscountCurve curve,
            BusinessCalendar calendar) {
        SettledFlows flows = new SettledFlows();
        flows.settle(terms.withCouponRate(coupon), settle, calendar);
        flows.present(curve);
        return flows.dirtyFromZSpreadContinuous(spread) - flows.accrued();
    }

    private static double annualFromYield(double yield, int frequency) {
        return Math.expm1(frequency * Math.log1p(yield / frequency));
    }
}
