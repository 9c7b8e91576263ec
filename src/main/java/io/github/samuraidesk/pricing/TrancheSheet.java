package io.github.samuraidesk.pricing;

import io.github.samuraidesk.market.Home;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a desk shows of a tranche at one price. Yields, rates and spreads are decimals, prices per 100, durations
 * years, amounts yen or home currency as said. Parts that need quotes are empty without them; {@link #notes} say why.
 *
 * @param yields the same price in each named convention; one that this price does not have is named by a note
 * @param issueYields 応募者利回り and issuer's cost, at the issue price
 * @param curveDv01 change per 100 for one basis point on every quote, the spread held; null without a curve
 * @param parCouponPercent coupon for the wanted spread, percent; null without a curve
 * @param notes wording keys with arguments parted by |: what could not be shown, and why
 */
public record TrancheSheet(
        TrancheInputs inputs,
        double clean,
        double accrued,
        double accruedByOtherBasis,
        double dirty,
        List<Yield> yields,
        List<Yield> issueYields,
        List<Risk> risks,
        List<Flow> flows,
        List<Spread> spreads,
        List<KeyRate> keyRates,
        @Nullable Double curveDv01,
        @Nullable Double midSwap,
        @Nullable BigDecimal parCouponPercent,
        List<Stress> stresses,
        @Nullable Call call,
        List<AllIn> allIns,
        List<Point> priceByYield,
        List<Point> swapCurve,
        List<Point> governmentCurve,
        List<String> sources,
        List<String> notes) {

    /**
     * @param convention wording key
     * @param difference to the semi-annual compound yield, decimal; null when this price has none
     */
    public record Yield(
            String convention, double value, @Nullable Double difference) {}

    /** @param bumped the same measure by revaluing, or null where there is no such thing */
    public record Risk(
            String measure, double analytic, @Nullable Double bumped) {}

    /**
     * @param moved reason of a moved payment: rule, calendar and the closed days; empty when on the day
     * @param yenPerBond coupon of one bond cut below one yen, without principal
     * @param discountFactor to settlement; null without a curve
     */
    public record Flow(
            int number,
            LocalDate due,
            LocalDate paid,
            String moved,
            boolean projectedCalendar,
            double amountPer100,
            BigDecimal yenPerBond,
            @Nullable Double discountFactor) {}

    /** @param against the rate that the spread is over, or null where there is none */
    public record Spread(
            String name, double value, @Nullable Double against) {}

    public record KeyRate(String tenor, double dv01) {}

    /** @param couponAtLaunch shocked mid swap + spread. @param allInYen issuer's cost at that coupon and par */
    public record Stress(String name, double dirty, double yield, double couponAtLaunch, double allInYen) {}

    public record Call(LocalDate date, double yieldToCall, double yieldToMaturity, double modifiedToCall) {}

    /**
     * @param rate all-in, annual, Act/365F, home currency
     * @param midSwap home mid swap of the same maturity, annual, as quoted
     * @param floatingSpread over the home overnight rate
     * @param lines the way from the guide's figure to the whole
     * @param breakEvenShift change of the basis at which home funding costs the same; null without a funding spread
     * @param withPart all-in with the part swapped, the yen unchanged
     * @param yenStronger the same with the yen a tenth stronger. @param yenWeaker a tenth weaker
     */
    public record AllIn(
            Home home,
            double rate,
            double midSwap,
            double basis,
            double floatingSpread,
            List<Line> lines,
            @Nullable Double breakEvenShift,
            double withPart,
            double yenStronger,
            double yenWeaker,
            BigDecimal yenLeftOpen) {}

    public record Line(String part, double value) {}

    public record Point(double x, double y) {}
}
