package io.github.samuraidesk.pricing.control;

/** Compound interest of one bond on one settlement day. Prices per 100, yields decimals, durations years. */
interface Compound {

    double yieldFromDirty(double dirty);

    double dirtyFromYield(double yield);

    double macaulay(double yield);

    double modified(double yield);

    double convexity(double yield);
}
