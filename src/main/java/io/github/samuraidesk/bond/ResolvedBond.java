package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bond with its interest periods in date order; 100 is redeemed with the last. Regular coupon = 100 c/f; odd first
 * coupon = 100 c/f × Σ (days / days of the notional period). Holidays move payments, never amounts.
 */
public record ResolvedBond(BondTerms terms, List<CouponPeriod> periods) {

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
        return resolve(terms, DayRule.UNADJUSTED, new BusinessCalendar() {
            @Override
            public String name() {
                return "none";
            }

            @Override
            public boolean isBusinessDay(LocalDate date) {
                return true;
            }
        });
    }

    private static ResolvedBond resolve(BondTerms terms, DayRule payRule, BusinessCalendar calendar) {
        CouponGrid grid = CouponGrid.of(terms);
        int first =
                grid.lastIndexAfter(terms.firstCoupon().map(d -> d.minusDays(1)).orElse(terms.issueDate()));
        double regular = 100 * terms.couponRate() / terms.frequency();
        List<CouponPeriod> periods = new ArrayList<>(first + 1);
        LocalDate start = terms.issueDate();
        for (int k = first; k >= 0; k--) {
            LocalDate end = grid.date(k);
            boolean odd = !start.equals(grid.date(k + 1));
            double amount = odd ? regular * grid.periodsUntil(start, k) : regular;
            LocalDate paid = payRule.adjust(end, calendar);
            Optional<CouponPeriod.PaymentMove> move = CouponPeriod.moveOf(end, paid, payRule, calendar);
            periods.add(new CouponPeriod(start, end, paid, amount, odd, move));
            start = end;
        }
        return new ResolvedBond(terms, periods);
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

    /** The periods whose coupons a buyer settling on {@code settle} receives. */
    public List<CouponPeriod> periodsAfter(LocalDate settle) {
        return periods.subList(indexOfPeriodAt(settle), periods.size());
    }
}
