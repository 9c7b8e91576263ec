package io.github.samuraidesk.pricing.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Gathers the lines of a {@link ControlResult}. A figure that the control engine fails on becomes a line with NaN. */
final class Comparison {

    private final List<ControlResult.Line> lines = new ArrayList<>();
    private final List<String> notRecomputed = new ArrayList<>();

    /**
     * Adds a line.
     *
     * @param tolerance absolute, in the unit of the figure
     * @return the control figure, NaN when there is none
     */
    double compare(String measure, double own, double tolerance, String note, DoubleSupplier control) {
        double value = Double.NaN;
        String text = note;
        try {
            value = control.getAsDouble();
        } catch (RuntimeException failed) {
            text = note + "; failed: " + failed;
        }
        lines.add(new ControlResult.Line(measure, own, value, tolerance, text));
        return value;
    }

    /** Adds a line whose tolerance is a part of the own figure. */
    double compareRelative(String measure, double own, double part, String note, DoubleSupplier control) {
        return compare(measure, own, part * Math.abs(own), note, control);
    }

    /** Names figures that get no line. */
    void leaveOut(String measures, String reason) {
        notRecomputed.add(measures + ": " + reason);
    }

    ControlResult result(String engine) {
        return new ControlResult(engine, lines, notRecomputed);
    }
}
