package io.github.samuraidesk.bond;

/**
 * Σ a exp(−x t) and its first two moments in t, for flows that come at nearly equal distances. The exponentials of the
 * equal distances are powers of one; what a holiday moves is a factor so close to 1 that five terms of its series carry
 * every digit of a double. Arrays are filled by the owner and reused.
 */
final class ExponentialSum extends Solver.Decreasing {

    /** The sixth term of the series at this argument is below 1e-16. */
    private static final double LARGEST_SERIES_ARGUMENT = 4e-3;

    double[] amounts = new double[0];
    double[] times = new double[0];
    double logTarget;
    double sum;
    /** Σ a t exp(−x t). */
    double first;
    /** Σ a t² exp(−x t). */
    double second;

    private double[] offGrid = new double[0];
    private int n;
    private double distance;
    private double farthestOffGrid;

    void ensure(int capacity) {
        if (times.length < capacity) {
            amounts = new double[capacity];
            times = new double[capacity];
            offGrid = new double[capacity];
        }
    }

    /** To be called when {@link #amounts} and {@link #times} of {@code count} flows stand, times in order. */
    void ready(int count) {
        n = count;
        reach = Math.max(times[count - 1], 1e-3);
        distance = count > 1 ? (times[count - 1] - times[0]) / (count - 1) : 0;
        farthestOffGrid = 0;
        for (int i = 0; i < count; i++) {
            offGrid[i] = times[i] - times[0] - i * distance;
            farthestOffGrid = Math.max(farthestOffGrid, Math.abs(offGrid[i]));
        }
    }

    void sums(double x) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double power = Math.exp(-x * times[0]);
        if (Math.abs(x) * farthestOffGrid < LARGEST_SERIES_ARGUMENT) {
            double ratio = Math.exp(-x * distance);
            for (int i = 0; i < n; i++) {
                double e = -x * offGrid[i];
                double series = 1 + e * (1 + e * (0.5 + e * (1.0 / 6 + e * (1.0 / 24 + e * (1.0 / 120)))));
                double present = amounts[i] * power * series;
                double t = times[i];
                s0 += present;
                s1 += present * t;
                s2 += present * t * t;
                power *= ratio;
            }
        } else {
            for (int i = 0; i < n; i++) {
                double t = times[i];
                double present = amounts[i] * Math.exp(-x * t);
                s0 += present;
                s1 += present * t;
                s2 += present * t * t;
            }
        }
        sum = s0;
        first = s1;
        second = s2;
    }

    /** ln(Σ a exp(−x t)) − {@link #logTarget}, nearly straight in x. */
    @Override
    void at(double x) {
        sums(x);
        double mean = first / sum;
        value = Math.log(sum) - logTarget;
        slope = -mean;
        curvature = second / sum - mean * mean;
    }
}
