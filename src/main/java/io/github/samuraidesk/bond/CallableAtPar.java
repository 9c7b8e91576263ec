package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;

/**
 * A fixed bond that its issuer may redeem at 100 on one coupon date (期限前償還条項): shown to call and to maturity. The
 * option itself is not valued.
 *
 * @param toCall the bond as if redeemed on the call date
 * @param toMaturity the bond as if not called
 */
public record CallableAtPar(ResolvedBond toCall, ResolvedBond toMaturity) {

    /**
     * @throws UnsupportedTermException when the call date is not a coupon date before maturity: a call between coupons
     *     has no rule
     */
    public static CallableAtPar resolve(BondTerms terms, LocalDate callDate, BusinessCalendar calendar) {
        ResolvedBond toMaturity = ResolvedBond.resolve(terms, calendar);
        boolean onCoupon = toMaturity.periods().stream()
                .anyMatch(period -> period.end().equals(callDate) && callDate.isBefore(terms.maturity()));
        if (!onCoupon) {
            throw new UnsupportedTermException(
                    "callDate", "callDate " + callDate + " has no rule: it must be a coupon date before maturity");
        }
        boolean firstIsCall = toMaturity.periods().get(0).end().equals(callDate);
        BondTerms called = new BondTerms(
                terms.issueDate(),
                firstIsCall ? terms.firstCoupon().map(first -> callDate) : terms.firstCoupon(),
                callDate,
                terms.couponRate(),
                terms.frequency(),
                terms.accrual(),
                terms.payRule(),
                terms.endOfMonth());
        ResolvedBond toCall = ResolvedBond.resolve(called, calendar);
        // counted from the call date, a clamped day (28 February of a bond of the 31st) would move every other coupon
        if (!toCall.periods()
                .equals(toMaturity.periods().subList(0, toCall.periods().size()))) {
            throw new UnsupportedTermException(
                    "callDate", "callDate " + callDate + " has no rule: it is a clamped month end of the coupon dates");
        }
        return new CallableAtPar(toCall, toMaturity);
    }

    /** The lower of the two ICMA yields at a clean price (最低利回り). */
    public double yieldToWorst(LocalDate settle, double clean) {
        return Math.min(yieldOf(toCall, settle, clean), yieldOf(toMaturity, settle, clean));
    }

    private static double yieldOf(ResolvedBond bond, LocalDate settle, double clean) {
        return BondPricer.yieldIcmaFromDirtyPrice(bond, settle, clean + BondPricer.accruedInterest(bond, settle));
    }
}
