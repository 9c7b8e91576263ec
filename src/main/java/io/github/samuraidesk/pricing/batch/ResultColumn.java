package io.github.samuraidesk.pricing.batch;

import java.util.Locale;

/**
 * The columns of the result, in order. Prices, amounts and DV01 per 100; {@code _pct} percent, {@code _bp} basis points;
 * durations years, convexity years squared. A field that has no value is empty.
 */
public enum ResultColumn {
    CASE_ID,
    /** First coupon date left, unadjusted. */
    NEXT_COUPON {
        @Override
        void write(PriceRow row, ByteText out) {
            out.date(row.nextCoupon());
        }
    },
    /** Payments left. */
    N_CF {
        @Override
        void write(PriceRow row, ByteText out) {
            out.integer(row.payments());
        }
    },
    /** First coupon left, without principal. */
    FIRST_CF_AMOUNT,
    ACCRUED,
    CLEAN,
    DIRTY,
    /** Compound yield, ICMA fraction. */
    Y_ICMA_PCT,
    /** Compound yield, time in days/365. */
    Y_A365_PCT,
    /** Money-market yield, with one payment left only. */
    Y_LAST_SIMPLE_PCT,
    /** Simple yield, 29 February not counted (単利); empty when no other day is left. */
    SIMPLE_YIELD_PCT,
    /** The same cut toward zero after the third decimal. */
    SIMPLE_YIELD_TRUNC3 {
        @Override
        void write(PriceRow row, ByteText out) {
            if (row.has(SIMPLE_YIELD_PCT)) {
                out.thousandths(row.simpleYieldThousandths());
            }
        }
    },
    MACAULAY,
    MODIFIED,
    DV01,
    /** (P(y − 1bp) − P(y + 1bp)) / 2. */
    DV01_FD,
    CONVEXITY,
    /** Spread on continuously compounded zero rates. */
    Z_CONT_BP,
    /** Spread on zero rates compounded twice a year from settlement. */
    Z_SEMI_BP,
    /** Par-par asset swap spread on a yearly annuity. */
    ASW_ANN_BP,
    /** The same on a half-yearly annuity. */
    ASW_SEMI_BP,
    MIDSWAP_INTERP_PCT,
    MIDSWAP_CURVE_PCT,
    SPREAD_MS_INTERP_BP,
    SPREAD_MS_CURVE_BP,
    JGB_INTERP_PCT,
    SPREAD_JGB_BP,
    /** Coupon that costs 100 clean at the par spread; empty for zero coupon bonds, and outside ±100 percent. */
    PAR_COUPON_PCT,
    /** Dirty price with the spread held and every zero rate 100 bp higher. */
    DIRTY_PAR_UP100,
    /** The same 50 bp lower. */
    DIRTY_PAR_DN50,
    /** 1 when a coupon brought forward is paid by settlement: ex-interest, the buyer gets no part of it; else 0. */
    EDGE {
        @Override
        void write(PriceRow row, ByteText out) {
            out.integer(row.isExInterest() ? 1 : 0);
        }
    };

    /** The name in the header. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    void write(PriceRow row, ByteText out) {
        if (row.has(this)) {
            out.number(row.value(this));
        }
    }
}
