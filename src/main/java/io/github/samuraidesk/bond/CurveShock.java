package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of par quotes by maturity (ストレスシナリオ): linear in years between its points, flat outside. Decimals.
 *
 * @param name as shown
 * @param points at least one, years increasing
 */
public record CurveShock(String name, List<Point> points) {

    /** @param change added to the par quote of that maturity, decimal (0.01 is 100 bp) */
    public record Point(double years, double change) {}

    /** @throws IllegalArgumentException when there is no point or the years do not increase */
    public CurveShock {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("shock " + name + " has no point");
        }
        for (int i = 1; i < points.size(); i++) {
            if (!(points.get(i).years() > points.get(i - 1).years())) {
                throw new IllegalArgumentException("years of shock " + name + " must increase");
            }
        }
    }

    /** The same change for every maturity. */
    public static CurveShock parallel(String name, double change) {
        return new CurveShock(name, List.of(new Point(0, change)));
    }

    /** A tent: the whole change at {@code years}, none at {@code before} and {@code after}. */
    public static CurveShock keyRate(String name, double before, double years, double after, double change) {
        return new CurveShock(name, List.of(new Point(before, 0), new Point(years, change), new Point(after, 0)));
    }

    /** Change of a par quote of {@code years}, decimal. */
    public double changeAt(double years) {
        Point left = points.get(0);
        for (Point right : points) {
            if (years <= right.years()) {
                return right == left
                        ? left.change()
                        : left.change()
                                + (years - left.years())
                                        / (right.years() - left.years())
                                        * (right.change() - left.change());
            }
            left = right;
        }
        return left.change();
    }

    /** The curve of the shocked quotes, bootstrapped anew. */
    public OisCurve applyTo(OisCurve curve) {
        List<ParQuote> shocked = new ArrayList<>();
        List<LocalDate> maturities = curve.maturities();
        for (int i = 0; i < maturities.size(); i++) {
            double years = CouponGrid.days(curve.spot(), maturities.get(i)) / 365.25;
            shocked.add(curve.quotes().get(i).shifted(changeAt(years)));
        }
        return curve.withQuotes(shocked);
    }
}
