package io.github.samuraidesk.deal;

import io.github.samuraidesk.bond.AccrualStart;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.OddPeriodMethod;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One tranche (回号) of the term sheet. Null means 未定 (not decided) or not applicable.
 *
 * @param sizeYen issue amount in yen
 * @param guidanceLowBp low end of the guidance over the benchmark, basis points
 * @param couponPercent annual coupon in percent, only where the term sheet fixes it before pricing
 * @param issuePrice per 100 of face
 * @param denominationYen amount of one bond in yen
 * @param marginBp floating margin in basis points
 */
public record Tranche(
        String id,
        BigDecimal tenorYears,
        @Nullable BigDecimal sizeYen,
        RateType rateType,
        @Nullable BigDecimal guidanceLowBp,
        @Nullable BigDecimal guidanceHighBp,
        @Nullable String benchmark,
        @Nullable BigDecimal couponPercent,
        BigDecimal issuePrice,
        BigDecimal denominationYen,
        int frequency,
        DayRule dayRule,
        OddPeriodMethod oddPeriodMethod,
        AccrualStart accrualStart,
        @Nullable LocalDate maturity,
        @Nullable LocalDate firstCoupon,
        @Nullable LocalDate callDate,
        @Nullable BigDecimal marginBp,
        @Nullable String floatingReference,
        @Nullable String label,
        @Nullable String status,
        boolean retail) {

    /** Whether floating interest is over TONA, the one reference that a curve can project; so when none is named yet. */
    public boolean floatsOverTona() {
        return floatingReference == null || floatingReference.contains("TONA");
    }

    public boolean isPricedByCoupon() {
        return rateType != RateType.FLOATING;
    }

    /** The same tranche marketed in another size (yen) or with another guidance (bp over its benchmark). */
    public Tranche marketedAs(@Nullable BigDecimal size, @Nullable BigDecimal lowBp, @Nullable BigDecimal highBp) {
        return new Tranche(
                id,
                tenorYears,
                size,
                rateType,
                lowBp,
                highBp,
                benchmark,
                couponPercent,
                issuePrice,
                denominationYen,
                frequency,
                dayRule,
                oddPeriodMethod,
                accrualStart,
                maturity,
                firstCoupon,
                callDate,
                marginBp,
                floatingReference,
                label,
                status,
                retail);
    }
}
