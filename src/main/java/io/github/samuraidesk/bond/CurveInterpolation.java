package io.github.samuraidesk.bond;

/**
 * How a curve reads between its nodes (補間方法). Each rule makes ln DF of a day a weighted sum of ln DF of the two nodes
 * around it, so that the bootstrap and its derivatives hold for every rule.
 */
public enum CurveInterpolation {
    /** ln DF linear in time: the overnight forward rate is flat between nodes. */
    LOG_LINEAR_DISCOUNT {
        @Override
        double weightOfRight(double left, double right, double day) {
            return (day - left) / (right - left);
        }

        @Override
        double weightOfLeft(double left, double right, double day) {
            return (right - day) / (right - left);
        }
    },
    /** The continuously compounded zero rate linear in time. */
    LINEAR_ZERO_RATE {
        @Override
        double weightOfRight(double left, double right, double day) {
            // before the first node its zero rate holds
            return left == 0 ? day / right : day / right * (day - left) / (right - left);
        }

        @Override
        double weightOfLeft(double left, double right, double day) {
            return left == 0 ? 0 : day / left * (right - day) / (right - left);
        }
    };

    /** Part of ln DF(right) in ln DF(day), days from valuation. */
    abstract double weightOfRight(double left, double right, double day);

    /** Part of ln DF(left) in ln DF(day). */
    abstract double weightOfLeft(double left, double right, double day);
}
