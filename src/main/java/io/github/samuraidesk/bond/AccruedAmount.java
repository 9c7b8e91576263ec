package io.github.samuraidesk.bond;

import java.math.BigDecimal;

/**
 * Accrued interest of a secondary trade (経過利息).
 *
 * @param days days since the unadjusted last coupon date
 * @param per100 per 100 face, cut after the seventh decimal
 * @param amountYen for the face traded, cut below 1 yen
 */
public record AccruedAmount(long days, BigDecimal per100, BigDecimal amountYen) {}
