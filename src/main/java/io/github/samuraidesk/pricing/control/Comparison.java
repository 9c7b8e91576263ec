package io.github.samuraidesk.pricing.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** Gathers the lines of a {@link ControlResult}. A figure that the control engine fails on becomes a line with NaN. */
final class Comparison {

    private final List<ControlResult.Line> lines = new ArrayList<>();
    private final List<String> notRecomputed = new ArrayList<>();

    /**
     * Adds a line.
     *
     * @param tolerance in the unit of the figure
     * @return the control figure, NaN when there is none
     */
    double compare(String measure, double own, double tolerance, String note, DoubleSupplier control) {
        ControlResult.Line line = line(measure, own, tolerance, note, control);
        lines.add(line);
        return line.control();
    }

    /**
     * Adds one line for many figures of a kind: the one that is furthest out of its tolerance, or nearest to it.
     *
     * @param names of the figures, for the note
     * @param tolerance from our figure
     */
    void compareFurthest(
            String measure,
            List<?> names,
            IntToDoubleFunction own,
            IntToDoubleFunction control,
            DoubleUnaryOperator tolerance,
            String note) {
        List<ControlResult.Line> all = new ArrayList<>(names.size());
        int furthest = 0;
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            double ours = own.applyAsDouble(i);
            all.add(line(
                    measure,
                    ours,
                    tolerance.applyAsDouble(ours),
                    note + "; furthest apart of " + names.size() + " at " + names.get(i),
                    () -> control.applyAsDouble(index)));
            if (strain(all.get(i)) > strain(all.get(furthest))) {
                furthest = i;
            }
        }
        lines.add(all.get(furthest));
    }

    /** Names figures that get no line. */
    void leaveOut(String measures, String reason) {
        notRecomputed.add(measures + ": " + reason);
    }

    ControlResult result(String engine) {
        return new ControlResult(engine, lines, notRecomputed);
    }

    private static ControlResult.Line line(
            String measure, double own, double tolerance, String note, DoubleSupplier control) {
        try {
            return new ControlResult.Line(measure, own, control.getAsDouble(), tolerance, note);
        } catch (RuntimeException failed) {
            return new ControlResult.Line(measure, own, Double.NaN, tolerance, note + "; failed: " + failed);
        }
    }

    /** Difference over tolerance; what is no number strains most. */
    private static double strain(ControlResult.Line line) {
        double strain = Math.abs(line.difference()) / line.tolerance();
        return Double.isNaN(strain) && !line.within() ? Double.POSITIVE_INFINITY : strain;
    }
}
