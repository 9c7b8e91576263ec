package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A bond with its interest periods in date order; 100 is redeemed with the last. Regular coupon = 100 c/f; an odd
 * first or last coupon follows {@link AccrualBasis}, mostly 100 c/f × Σ (days / days of the notional period). Holidays
 * move payments, never amounts.
 */
public record ResolvedBond(BondTerms terms, List<CouponPeriod> periods) {

    private static final BusinessCalendar EVERY_DAY = new BusinessCalendar() {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public boolean isOpen(long epochDay) {
            return true;
        }
    };

    public ResolvedBond {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a bond has at least one interest period");
        }
    }

    /**
     * Writes out the interest periods.
     *
     * @param calendar moves the payment dates; not asked under {@link DayRule#UNADJUSTED}
     * @throws io.github.samuraidesk.calendar.CalendarHorizonException when the bond outlives the calendar's table
     */
    public static ResolvedBond resolve(BondTerms terms, BusinessCalendar calendar) {
        return resolve(terms, terms.payRule(), calendar);
    }

    /** For figures that do not depend on payment dates. */
    static ResolvedBond resolveUnadjusted(BondTerms terms) {
        return resolve(terms, DayRule.UNADJUSTED, EVERY_DAY);
    }

    private static ResolvedBond resolve(BondTerms terms, DayRule payRule, BusinessCalendar calendar) {
        CouponGrid grid = CouponGrid.of(terms);
        int first = grid.lastIndexAfter(terms.firstCoupon()
                .map(d -> d.minusDays(1))
                .orElse(terms.issueDate())
                .toEpochDay());
        List<CouponPeriod> periods = new ArrayList<>(first + 2);
        LocalDate start = terms.issueDate();
        for (int k = first; k >= 0; k--) {
            LocalDate end = grid.date(k);
            periods.add(period(terms, grid, start, end, start.equals(grid.date(k + 1)), payRule, calendar));
            start = end;
        }
        if (terms.lastRegularCoupon().isPresent()) {
            LocalDate end = terms.maturity();
            periods.add(period(terms, grid, start, end, end.equals(grid.date(-1)), payRule, calendar));
        }
        return new ResolvedBond(terms, periods);
    }

    private static CouponPeriod period(
            BondTerms terms,
            CouponGrid grid,
            LocalDate start,
            LocalDate end,
            boolean regular,
            DayRule payRule,
            BusinessCalendar calendar) {
        long from = start.toEpochDay();
        long to = end.toEpochDay();
        double amount = regular
                ? 100 * terms.couponRate() / terms.frequency()
                : terms.accrual()
                        .oddCouponPer100(
                                terms.couponRate(), terms.frequency(), from, to, grid.periodsBetween(from, to));
        boolean named = end.equals(terms.maturity()) && terms.redemption().isPresent();
        LocalDate paid = named ? terms.redemption().get() : payRule.adjust(end, calendar);
        DayRule rule = named ? DayRule.PRECEDING : payRule;
        return new CouponPeriod(start, end, paid, amount, !regular, CouponPeriod.moveOf(end, paid, rule, calendar));
    }

    /**
     * The same bond with its last payment on {@code paid}: terms that name a business day before the anniversary as the
     * maturity and leave the coupons on the anniversaries.
     *
     * @throws IllegalArgumentException when {@code paid} is after the last coupon date or not after the one before
     */
    public ResolvedBond paidLastOn(LocalDate paid, BusinessCalendar calendar) {
        CouponPeriod last = periods.get(periods.size() - 1);
        if (paid.isAfter(last.end()) || !paid.isAfter(last.start())) {
            throw new IllegalArgumentException(
                    "the last payment " + paid + " must be after " + last.start() + " and not after " + last.end());
        }
        List<CouponPeriod> changed = new ArrayList<>(periods);
        changed.set(
                changed.size() - 1,
                new CouponPeriod(
                        last.start(),
                        last.end(),
                        paid,
                        last.amountPer100(),
                        last.odd(),
                        CouponPeriod.moveOf(last.end(), paid, DayRule.PRECEDING, calendar)));
        return new ResolvedBond(terms.withRedemption(paid), changed);
    }

    /**
     * Index of the period with {@code start <= settle < end}: on a coupon date that coupon belongs to the seller.
     *
     * @throws IllegalArgumentException when {@code settle} is before issue, or on or after maturity
     */
    public int indexOfPeriodAt(LocalDate settle) {
        if (settle.isBefore(terms.issueDate()) || !settle.isBefore(terms.maturity())) {
            throw new IllegalArgumentException("settlement " + settle + " must be from issue " + terms.issueDate()
                    + " to before maturity " + terms.maturity());
        }
        int low = 0;
        int high = periods.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (periods.get(middle).end().isAfter(settle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * Whether a trade settling on {@code settle} is ex-interest (利落ち): the coupon of its period was brought forward for a
     * closed day and is paid on or before settlement, so that the seller keeps it and nothing accrues until its day.
     *
     * @throws IllegalArgumentException as {@link #indexOfPeriodAt}
     */
    public boolean isExInterest(LocalDate settle) {
        return !periods.get(indexOfPeriodAt(settle)).paymentDate().isAfter(settle);
    }

    /**
     * The periods whose coupons a buyer settling on {@code settle} receives; none when the last payment was brought
     * forward and is made.
     */
    public List<CouponPeriod> periodsAfter(LocalDate settle) {
        return periods.subList(indexOfPeriodAt(settle) + (isExInterest(settle) ? 1 : 0), periods.size());
    }
}
