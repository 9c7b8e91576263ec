package io.github.samuraidesk.bond;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * Price and risk of one bond on one settlement day. Prices per 100 face, yields decimals (0.0132), durations years.
 *
 * @param clean price without accrued interest (裸値段)
 * @param accrued accrued interest (経過利息)
 * @param dirty clean + accrued
 * @param yieldIcma compound yield, ICMA fraction of the first period (複利)
 * @param yieldAct365 compound yield, time in days/365
 * @param yieldLastPeriodSimple money-market yield, only when one coupon is left
 * @param simpleYield simple yield, 29 February not counted (単利)
 * @param simpleYieldPercentTruncated3 the same in percent, cut toward zero after the third decimal
 * @param macaulay Macaulay duration from {@code yieldIcma}, years
 * @param modified modified duration, years
 * @param modifiedSimple modified duration by the simple yield, years
 * @param dv01 modified × dirty × 1e-4: price change per 100 for one basis point
 * @param convexity convexity from {@code yieldIcma}, years squared
 */
public record BondMeasures(
        double clean,
        double accrued,
        double dirty,
        double yieldIcma,
        double yieldAct365,
        OptionalDouble yieldLastPeriodSimple,
        double simpleYield,
        BigDecimal simpleYieldPercentTruncated3,
        double macaulay,
        double modified,
        double modifiedSimple,
        double dv01,
        double convexity) {}
