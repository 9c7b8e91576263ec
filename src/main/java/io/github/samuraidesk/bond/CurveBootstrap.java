package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Newton's method on all nodes of a curve at once. A payment lag makes the last swap of a node reach past it, so nodes
 * cannot be found one after the other; the derivatives are exact and the steps converge in a handful.
 */
final class CurveBootstrap {

    private static final int MOST_STEPS = 50;
    /** Quotes are repriced to this or the curve is refused, in units of the rate. */
    static final double REPRICED_TO = 1e-12;

    /** A quote as an equation in discount factors. */
    interface Instrument {
        /**
         * Model rate minus quote, and its derivative by every factor it reads.
         *
         * @param factors DF by index of {@link CurveBootstrap#indexOf}
         * @param derivatives to be filled at the indices read; zero before the call
         */
        double errorOfRate(double[] factors, double[] derivatives);

        /** Every index that {@link #errorOfRate} reads. */
        int[] indices();
    }

    private final LocalDate valuation;
    private final CurveInterpolation interpolation;
    private final LocalDate[] nodes;
    private final double[] nodeDays;
    private long[] days = new long[64];
    private int count;

    CurveBootstrap(LocalDate valuation, CurveInterpolation interpolation, LocalDate[] nodes) {
        this.valuation = valuation;
        this.interpolation = interpolation;
        this.nodes = nodes.clone();
        this.nodeDays = new double[nodes.length + 1];
        for (int i = 0; i < nodes.length; i++) {
            nodeDays[i + 1] = CouponGrid.days(valuation, nodes[i]);
        }
    }

    /** Index under which {@link Instrument}s read the factor of a day. */
    int indexOf(LocalDate date) {
        long day = CouponGrid.days(valuation, date);
        for (int i = count - 1; i >= 0; i--) {
            if (days[i] == day) {
                return i;
            }
        }
        if (count == days.length) {
            days = Arrays.copyOf(days, 2 * count);
        }
        days[count] = day;
        return count++;
    }

    /**
     * The curve on which every instrument has its quote.
     *
     * @param instruments one for each node, in their order
     * @param guess ln DF of the nodes to begin with
     * @throws NoSolutionException when there is none with every rate within {@link #REPRICED_TO}
     */
    DiscountCurve solve(Instrument[] instruments, double[] guess) {
        int n = instruments.length;
        int[] right = new int[count];
        double[] weightLeft = new double[count];
        double[] weightRight = new double[count];
        for (int i = 0; i < count; i++) {
            right[i] = DiscountCurve.rightNode(nodeDays, days[i]);
            double from = nodeDays[right[i] - 1];
            double to = nodeDays[right[i]];
            weightLeft[i] = interpolation.weightOfLeft(from, to, days[i]);
            weightRight[i] = interpolation.weightOfRight(from, to, days[i]);
        }
        double[] logs = guess.clone();
        double[] factors = new double[count];
        double[] derivatives = new double[count];
        double[][] jacobian = new double[n][n];
        double[] error = new double[n];
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            for (int i = 0; i < count; i++) {
                double left = right[i] == 1 ? 0 : logs[right[i] - 2];
                factors[i] = Math.exp(weightLeft[i] * left + weightRight[i] * logs[right[i] - 1]);
            }
            double worst = 0;
            for (int row = 0; row < n; row++) {
                error[row] = instruments[row].errorOfRate(factors, derivatives);
                worst = Math.max(worst, Math.abs(error[row]));
                double[] line = jacobian[row];
                Arrays.fill(line, 0);
                for (int i : instruments[row].indices()) {
                    double byLog = derivatives[i] * factors[i];
                    derivatives[i] = 0;
                    line[right[i] - 1] += byLog * weightRight[i];
                    if (right[i] > 1) {
                        line[right[i] - 2] += byLog * weightLeft[i];
                    }
                }
            }
            if (!Double.isFinite(worst)) {
                break;
            }
            // once within reach, further steps only shuffle rounding noise
            if (worst <= REPRICED_TO / 100 || worst <= REPRICED_TO && worst >= before) {
                return DiscountCurve.of(valuation, interpolation, nodes, logs);
            }
            before = worst;
            subtractSolution(jacobian, error, logs);
        }
        throw new NoSolutionException("no curve of " + valuation + " reprices every quote to " + REPRICED_TO);
    }

    /** x ← x − A⁻¹ b by elimination with row pivots; A and b are used up. */
    private static void subtractSolution(double[][] a, double[] b, double[] x) {
        int n = b.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
                    pivot = row;
                }
            }
            double[] line = a[pivot];
            a[pivot] = a[column];
            a[column] = line;
            double right = b[pivot];
            b[pivot] = b[column];
            b[column] = right;
            for (int row = column + 1; row < n; row++) {
                double factor = a[row][column] / line[column];
                if (factor != 0) {
                    double[] other = a[row];
                    for (int i = column + 1; i < n; i++) {
                        other[i] -= factor * line[i];
                    }
                    b[row] -= factor * right;
                }
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            double rest = b[row];
            for (int i = row + 1; i < n; i++) {
                rest -= a[row][i] * b[i];
            }
            b[row] = rest / a[row][row];
        }
        for (int i = 0; i < n; i++) {
            x[i] -= b[i];
        }
    }
}
