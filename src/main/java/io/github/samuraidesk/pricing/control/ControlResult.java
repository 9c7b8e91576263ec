package io.github.samuraidesk.pricing.control;

import java.util.List;

/**
 * Two engines on one case, figure by figure.
 *
 * @param engine name and version of the control engine
 * @param lines one for each figure that the control engine recomputed or failed on
 * @param notRecomputed figures that the control engine has no convention for, each with the reason
 */
public record ControlResult(String engine, List<Line> lines, List<String> notRecomputed) {

    public ControlResult {
        lines = List.copyOf(lines);
        notRecomputed = List.copyOf(notRecomputed);
    }

    /**
     * One figure from both engines, in the unit of our own: rates, yields and spreads decimals, prices per 100,
     * durations years.
     *
     * @param measure stable id, where there is one the component's name in {@link
     *     io.github.samuraidesk.bond.BondMeasures} or {@link io.github.samuraidesk.bond.CurveMeasures}
     * @param own figure of package {@code bond}
     * @param control figure of the control engine, NaN when it failed
     * @param tolerance largest difference allowed, in the same unit
     * @param note how the control engine came by its figure, and why it failed when it did
     */
    public record Line(String measure, double own, double control, double tolerance, String note) {

        /** Own less control. */
        public double difference() {
            return own - control;
        }

        /** Whether both are numbers no further apart than the tolerance. */
        public boolean within() {
            return Math.abs(difference()) <= tolerance;
        }
    }

    /** Whether there is a figure and every one is within its tolerance. */
    public boolean agrees() {
        return !lines.isEmpty() && breaches().isEmpty();
    }

    /** The lines that are not within their tolerance. */
    public List<Line> breaches() {
        return lines.stream().filter(line -> !line.within()).toList();
    }
}
