package io.github.samuraidesk.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A scale from values to pixels, with ticks at round numbers. */
record Axis(double low, double high, double step, double from, double to) {

    private static final int WANTED_TICKS = 6;

    /** An axis that covers the values, its ends on ticks. */
    static Axis covering(double least, double most, double from, double to) {
        double span = most - least;
        double width = span > 0 ? span : Math.max(Math.abs(most), 1);
        double rough = width / WANTED_TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double multiple : new double[] {1, 2, 2.5, 5, 10}) {
            if (power * multiple >= rough) {
                step = power * multiple;
                break;
            }
        }
        double low = Math.floor(least / step + 1e-9) * step;
        double high = Math.ceil(most / step - 1e-9) * step;
        return new Axis(low, high > low ? high : low + step, step, from, to);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step / 1e6; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /** A tick as text, with the decimals that its step has. */
    String text(double tick) {
        int decimals = Math.max(
                0,
                BigDecimal.valueOf(step)
                        .setScale(9, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .scale());
        return BigDecimal.valueOf(tick)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
