package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prices of floating interest on a curve. Prices per 100, rates decimals. The rate of a period is what the curve implies
 * over its observation period, R = (DF(start)/DF(end) − 1) × 365/days, and pays 100 (R + m) × days/365 of the interest
 * period; days already observed come from fixings.
 */
public final class FloatingPricer {

    private static final double ONE_BASIS_POINT = 1e-4;
    private static final double LARGEST_SPREAD = 10;

    private FloatingPricer() {}

    /**
     * One payment to come.
     *
     * @param rate compounded reference rate without the margin; NaN never: zero for a fixed coupon
     * @param amountPer100 interest, in the last payment with the principal
     */
    public record Payment(LocalDate date, double rate, double amountPer100) {}

    /**
     * Interest to come after {@code settle} and the redemption at 100.
     *
     * @param fixings overnight rates by day, decimals; needed for every Tokyo day before the curve's valuation that a
     *     period observes
     * @throws IllegalArgumentException naming the first day without fixing
     * @throws CurveRangeException when a day lies past the curve
     */
    public static List<Payment> payments(
            FloatingSchedule schedule,
            LocalDate settle,
            DiscountCurve curve,
            Map<LocalDate, Double> fixings,
            BusinessCalendar tokyo) {
        List<Payment> payments = new ArrayList<>();
        for (FloatingPeriod period : schedule.periods()) {
            // a payment brought forward for a closed day is the seller's from that day on
            if (!period.end().isAfter(settle) || !period.paymentDate().isAfter(settle)) {
                continue;
            }
            double growth = growth(period, curve, fixings, tokyo);
            double rate = (growth - 1) * 365 / CouponGrid.days(period.observationStart(), period.observationEnd());
            boolean last = period == schedule.periods().get(schedule.periods().size() - 1);
            payments.add(
                    new Payment(period.paymentDate(), rate, schedule.interestPer100(period, rate) + (last ? 100 : 0)));
        }
        if (payments.isEmpty()) {
            throw new IllegalArgumentException("settlement " + settle + " must be before maturity "
                    + schedule.terms().maturity());
        }
        return payments;
    }

    /** Fixed coupons to the call date, then projected floating interest: a fixed-to-floating bond that is not called. */
    public static List<Payment> payments(
            FixedToFloatingSchedule schedule,
            LocalDate settle,
            DiscountCurve curve,
            Map<LocalDate, Double> fixings,
            BusinessCalendar tokyo) {
        List<Payment> payments = new ArrayList<>();
        if (settle.isBefore(schedule.callDate())) {
            for (CouponPeriod period : schedule.toCall().periodsAfter(settle)) {
                payments.add(new Payment(period.paymentDate(), 0, period.amountPer100()));
            }
        }
        payments.addAll(payments(schedule.afterCall(), settle, curve, fixings, tokyo));
        return payments;
    }

    /** Σ amount × DF(payment)/DF(settle) × exp(−z t), t = days/365 from settlement. */
    public static double dirtyPriceFromZSpread(
            List<Payment> payments, LocalDate settle, double spread, DiscountCurve curve) {
        ExponentialSum sum = onCurve(payments, settle, curve);
        sum.sums(spread);
        return sum.sum;
    }

    /** The z of {@link #dirtyPriceFromZSpread}: the spread over the curve that the price pays, projections as they are. */
    public static double zSpreadFromDirtyPrice(
            List<Payment> payments, LocalDate settle, double dirty, DiscountCurve curve) {
        if (!(dirty > 0 && dirty <= Double.MAX_VALUE)) {
            throw new NoSolutionException("no Z-spread for dirty price " + dirty + ": it must be above zero");
        }
        ExponentialSum sum = onCurve(payments, settle, curve);
        sum.logTarget = Math.log(dirty);
        return Solver.root(sum, -LARGEST_SPREAD, LARGEST_SPREAD, 0, "Z-spread");
    }

    /** The margin at which the bond costs {@code dirty} on the curve itself: what a par floater would have to pay. */
    public static double marginFromDirtyPrice(
            FloatingSchedule schedule,
            LocalDate settle,
            double dirty,
            DiscountCurve curve,
            Map<LocalDate, Double> fixings,
            BusinessCalendar tokyo) {
        double value = dirtyPriceFromZSpread(payments(schedule, settle, curve, fixings, tokyo), settle, 0, curve);
        double annuity = 0;
        for (FloatingPeriod period : schedule.periods()) {
            if (period.end().isAfter(settle)) {
                annuity += period.days() / 365.0 * curve.discountFactor(settle, period.paymentDate());
            }
        }
        return schedule.terms().margin() + (dirty - value) / (100 * annuity);
    }

    /** (P(−1bp) − P(+1bp)) / 2 with all zero rates shifted, projections and discounting alike, the spread held. */
    public static double dv01(
            FloatingSchedule schedule,
            LocalDate settle,
            double spread,
            DiscountCurve curve,
            Map<LocalDate, Double> fixings,
            BusinessCalendar tokyo) {
        DiscountCurve lower = curve.withZeroRatesShifted(-ONE_BASIS_POINT);
        DiscountCurve higher = curve.withZeroRatesShifted(ONE_BASIS_POINT);
        return (dirtyPriceFromZSpread(payments(schedule, settle, lower, fixings, tokyo), settle, spread, lower)
                        - dirtyPriceFromZSpread(
                                payments(schedule, settle, higher, fixings, tokyo), settle, spread, higher))
                / 2;
    }

    private static double growth(
            FloatingPeriod period, DiscountCurve curve, Map<LocalDate, Double> fixings, BusinessCalendar tokyo) {
        double growth = 1;
        LocalDate day = period.observationStart();
        while (day.isBefore(curve.valuation()) && day.isBefore(period.observationEnd())) {
            LocalDate next = tokyo.plusBusinessDays(day, 1);
            Double fixing = fixings.get(day);
            if (fixing == null) {
                throw new IllegalArgumentException("no fixing of " + schedule(period) + " for " + day
                        + ", which lies before the curve's valuation " + curve.valuation());
            }
            growth *= 1 + fixing * CouponGrid.days(day, next) / 365;
            day = next;
        }
        return day.isBefore(period.observationEnd())
                ? growth / curve.discountFactor(day, period.observationEnd())
                : growth;
    }

    private static String schedule(FloatingPeriod period) {
        return "the period " + period.start() + " to " + period.end();
    }

    private static ExponentialSum onCurve(List<Payment> payments, LocalDate settle, DiscountCurve curve) {
        ExponentialSum sum = new ExponentialSum();
        sum.ensure(payments.size());
        for (int i = 0; i < payments.size(); i++) {
            Payment payment = payments.get(i);
            sum.amounts[i] = payment.amountPer100() * curve.discountFactor(settle, payment.date());
            sum.times[i] = CouponGrid.days(settle, payment.date()) / 365.0;
        }
        sum.ready(payments.size());
        return sum;
    }
}
