package io.github.samuraidesk.pricing.control;

/**
 * Σ amount (1 + y/f)^−t written out, for bonds whose time Strata's pricer does not have: amounts and times are Strata's
 * day counts. Nothing of package {@code bond} is used; the root is found by halving, which needs no derivative that could
 * be wrong in the same way as the figures.
 */
final class CompoundByTime implements Compound {

    private static final double LOWEST_FACTOR = 1e-6;
    private static final double HIGHEST_FACTOR = 1e6;
    /** Halvings of ln(1 + y/f) until neighbouring doubles are left. */
    private static final int HALVINGS = 200;

    private final double[] amounts;
    private final double[] times;
    private final int frequency;

    /** @param times in coupon periods from settlement */
    CompoundByTime(double[] amounts, double[] times, int frequency) {
        this.amounts = amounts.clone();
        this.times = times.clone();
        this.frequency = frequency;
    }

    @Override
    public double yieldFromDirty(double dirty) {
        double low = Math.log(LOWEST_FACTOR);
        double high = Math.log(HIGHEST_FACTOR);
        if (!(atLog(low) >= dirty && atLog(high) <= dirty)) {
            throw new IllegalArgumentException("no yield for dirty price " + dirty);
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atLog(middle) > dirty) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return frequency * Math.expm1((low + high) / 2);
    }

    @Override
    public double dirtyFromYield(double yield) {
        return weighted(yield, 0);
    }

    @Override
    public double macaulay(double yield) {
        return weighted(yield, 1) / weighted(yield, 0) / frequency;
    }

    @Override
    public double modified(double yield) {
        return macaulay(yield) / (1 + yield / frequency);
    }

    @Override
    public double convexity(double yield) {
        double factor = 1 + yield / frequency;
        return (weighted(yield, 2) + weighted(yield, 1))
                / weighted(yield, 0)
                / (factor * factor)
                / ((double) frequency * frequency);
    }

    private double atLog(double log) {
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            // nothing times what overflows is no number
            sum += amounts[i] == 0 ? 0 : amounts[i] * Math.exp(-log * times[i]);
        }
        return sum;
    }

    /** Σ t^power amount (1 + y/f)^−t. */
    private double weighted(double yield, int power) {
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum += Math.pow(times[i], power) * amounts[i] * Math.pow(1 + yield / frequency, -times[i]);
        }
        return sum;
    }
}
