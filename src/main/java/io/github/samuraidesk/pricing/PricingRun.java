package io.github.samuraidesk.pricing;

import io.github.samuraidesk.deal.Tranche;
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
        String seal) {

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
