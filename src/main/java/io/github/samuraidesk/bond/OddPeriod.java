package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A first interest period that is not one whole coupon period, cut into notional periods (みなし利払期間), latest first.
 *
 * @param slices days of interest and days of the notional period each falls into
 */
public record OddPeriod(List<Slice> slices) {

    /**
     * @param days days of interest within the notional period
     * @param notionalDays actual days of the notional period
     */
    public record Slice(long days, long notionalDays) {}

    public OddPeriod {
        slices = List.copyOf(slices);
    }

    /**
     * Cuts the time from a payment date to the first coupon into notional periods that end on {@code firstCoupon}.
     *
     * @throws IllegalArgumentException when {@code firstCoupon} is not after {@code paymentDate}
     * @throws UnsupportedTermException when {@code frequency} has no rule
     */
    public static OddPeriod between(
            LocalDate paymentDate, LocalDate firstCoupon, int frequency, AccrualStart accrualStart) {
        return of(new CouponGrid(firstCoupon, frequency, false), 0, paymentDate, accrualStart);
    }

    /** The first period of {@code bond}; notional periods follow the bond's own grid of dates. */
    public static OddPeriod firstOf(ResolvedBond bond, AccrualStart accrualStart) {
        return of(
                CouponGrid.of(bond.terms()),
                bond.periods().size() - (bond.terms().lastRegularCoupon().isPresent() ? 2 : 1),
                bond.terms().issueDate(),
                accrualStart);
    }

    private static OddPeriod of(CouponGrid grid, int indexOfEnd, LocalDate paymentDate, AccrualStart accrualStart) {
        LocalDate end = grid.date(indexOfEnd);
        if (!end.isAfter(paymentDate)) {
            throw new IllegalArgumentException(
                    "the first coupon " + end + " must be after the payment date " + paymentDate);
        }
        List<Slice> slices = new ArrayList<>();
        for (int k = indexOfEnd; grid.date(k).isAfter(paymentDate); k++) {
            LocalDate notionalEnd = grid.date(k);
            LocalDate notionalStart = grid.date(k + 1);
            long notionalDays = ChronoUnit.DAYS.between(notionalStart, notionalEnd);
            boolean whole = !notionalStart.isBefore(paymentDate);
            slices.add(new Slice(
                    whole ? notionalDays : accrualStart.daysOfInterest(paymentDate, notionalEnd), notionalDays));
        }
        return new OddPeriod(slices);
    }

    /** All days that bear interest. */
    public long days() {
        return slices.stream().mapToLong(Slice::days).sum();
    }

    /** Whether the period is exactly one coupon period, so that the regular amount is due. */
    public boolean isRegular() {
        return slices.size() == 1 && slices.get(0).days() == slices.get(0).notionalDays();
    }
}
