package io.github.samuraidesk.pricing;

import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.market.QuoteSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sealed pricing: inputs, schedule and results of one tranche. Percent fields are in percent, prices per 100 of face,
 * amounts in yen. Curve-based numbers of a floater are null.
 *
 * @param tranche terms as priced
 * @param couponPercent annual coupon, null for a floater
 * @param figuresTo what the figures run to: MATURITY, CALL, or NONE for a floater
 * @param market the quotes of pricing day that the curve figures were made of
 * @param noCurveBecause why there are no curve figures, or null
 * @param control null where there is no fixed part
 * @param seal SHA-256 over every other component
 */
public record PricingRun(
        Tranche tranche,
        BigDecimal amountYen,
        LocalDate pricingDate,
        LocalDate paymentDate,
        LocalDate maturity,
        @Nullable BenchmarkQuote benchmark,
        @Nullable BigDecimal spreadBp,
        @Nullable BigDecimal couponPercent,
        BigDecimal issuePrice,
        BigDecimal feePer100,
        BigDecimal expensesYen,
        List<Coupon> coupons,
        String figuresTo,
        @Nullable Figures figures,
        String calendars,
        List<QuoteSet> market,
        @Nullable OnCurve onCurve,
        @Nullable OnProjection onProjection,
        @Nullable String noCurveBecause,
        @Nullable Control control,
        String seal) {

    public static final FactKind.Per<PricingRun> FACT = FactKind.per("PricingRun", PricingRun.class);

    /**
     * The fixed part against the curves of pricing day, settled on the payment date at the issue price.
     *
     * @param overJgbBp null without government yields of the day
     */
    public record OnCurve(
            BigDecimal midSwapPercent,
            BigDecimal midSwapOnCurvePercent,
            BigDecimal overMidSwapBp,
            BigDecimal iSpreadBp,
            BigDecimal zContinuousBp,
            BigDecimal zSemiAnnualBp,
            BigDecimal parAssetSwapBp,
            BigDecimal marketAssetSwapBp,
            @Nullable BigDecimal overJgbBp,
            @Nullable BigDecimal gSpreadBp) {}

    /**
     * The whole bond with its floating interest projected on the curve.
     *
     * @param zSpreadBp spread over the curve that the issue price pays
     * @param parMarginBp margin at which it would be worth its price on the curve itself; null for fixed-to-floating
     */
    public record OnProjection(
            BigDecimal zSpreadBp, @Nullable BigDecimal parMarginBp) {}

    /**
     * What the second engine says of the same figures.
     *
     * @param engine name and version
     * @param lines both results, in decimals, per 100 and years as the measure is
     * @param notRecomputed figures it has no convention for, each with the reason
     */
    public record Control(String engine, List<Line> lines, List<String> notRecomputed) {

        /** @param note how the second engine came by its figure, or why it failed */
        public record Line(
                String measure,
                double own,
                double control,
                double difference,
                double tolerance,
                boolean within,
                String note) {}

        /** Measures that differ by more than their tolerance. */
        public List<String> breaches() {
            return lines.stream()
                    .filter(line -> !line.within())
                    .map(Line::measure)
                    .toList();
        }
    }

    /** @param amountPerBondYen null where a floating rate is not known yet */
    public record Coupon(
            int number,
            LocalDate unadjusted,
            LocalDate payment,
            String movedBecause,
            @Nullable BigDecimal amountPerBondYen) {}

    /**
     * @param simpleYieldPercent 応募者利回り（単利）, cut after 3 decimals
     * @param issuersCostPercent yield of net proceeds, semi-annual compounding
     */
    public record Figures(
            BigDecimal simpleYieldPercent,
            BigDecimal compoundYieldPercent,
            BigDecimal issuersCostPercent,
            BigDecimal accrued,
            BigDecimal macaulayYears,
            BigDecimal modifiedYears,
            BigDecimal dv01,
            BigDecimal convexity,
            BigDecimal interestPerUnit) {}

    public BigDecimal grossYen() {
        return amountYen.multiply(issuePrice).movePointLeft(2);
    }

    public BigDecimal feeYen() {
        return amountYen.multiply(feePer100).movePointLeft(2);
    }
}
