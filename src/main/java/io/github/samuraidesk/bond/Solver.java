package io.github.samuraidesk.bond;

/**
 * Halley's method that falls back to bisection, on a bracket of a decreasing function. Halley's step is Newton's with the
 * curvature; where a function leaves its curvature at zero it is Newton's.
 */
final class Solver {

    private static final int MOST_STEPS = 200;
    /** Rounding noise of a function whose terms are of order one; callers scale theirs so. */
    private static final double NOISE = 2e-15;
    /** A cubic step this small, times the reach of the function, leaves an error far below rounding. */
    private static final double LAST_STEP = 1e-5;

    private Solver() {}

    /** A decreasing function; {@link #at} leaves its value, slope and curvature in the fields. */
    abstract static class Decreasing {
        double value;
        double slope;
        double curvature;
        /** Where known, a t with third derivatives not above t² × slope: ln Σ a exp(−x t) has its largest t. */
        double reach = Double.POSITIVE_INFINITY;

        abstract void at(double x);
    }

    /**
     * The root within {@code [low, high]}, where the function is not negative at {@code low} and not positive at
     * {@code high}.
     *
     * @throws NoSolutionException naming {@code sought} when a value does not exist or it does not converge
     */
    static double root(Decreasing f, double low, double high, double guess, String sought) {
        double lo = low;
        double hi = high;
        double x = Math.min(Math.max(guess, lo), hi);
        for (int step = 0; step < MOST_STEPS; step++) {
            f.at(x);
            if (Double.isNaN(f.value)) {
                throw new NoSolutionException("no " + sought + ": the function has no value at " + x);
            }
            if (f.value == 0) {
                return x;
            }
            if (f.value > 0) {
                lo = x;
            } else {
                hi = x;
            }
            double newton = f.value / f.slope;
            double next = x - newton / (1 - newton * f.curvature / (2 * f.slope));
            boolean bisected = !(next >= lo && next <= hi) || Double.isInfinite(f.slope);
            if (bisected) {
                next = lo + (hi - lo) / 2;
            }
            double move = Math.abs(next - x);
            if (!bisected && move * f.reach <= LAST_STEP
                    || Math.abs(f.value) <= NOISE
                    || move <= NOISE * Math.max(1, Math.abs(x)) / 4
                    || hi - lo <= NOISE * Math.max(1, Math.abs(lo)) / 4) {
                return next;
            }
            x = next;
        }
        throw new NoSolutionException("no " + sought + " within " + MOST_STEPS + " steps");
    }
}
