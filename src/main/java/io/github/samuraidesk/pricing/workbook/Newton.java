package io.github.samuraidesk.pricing.workbook;

import static io.github.samuraidesk.pricing.workbook.Formulas.sum;

/**
 * Roots by Newton's steps in cells, so that a sheet needs no solver. Steps run on ln price, which is nearly straight in
 * ln(1 + y/f) and in a continuous spread: with D the duration at the step, price / target is closed by dividing ln by D.
 */
final class Newton {

    /** Steps after the first guess; four are enough for a bond, the rest is margin for a reader's changes. */
    static final int STEPS = 8;

    private Newton() {}

    /**
     * The y of target = Σ amount / (1 + y/f)^time, time in coupon periods.
     *
     * @param key wording of the yield; the row below it shows how far the price at it is from the target
     */
    static void yield(Page page, String key, String name, String amounts, String times, String target, String guess) {
        String discounted = amounts + "/(1+B{r}/CouponsAYear)^" + times;
        steps(
                page,
                name,
                target,
                Column.formula(
                                "newton.yield",
                                null,
                                Format.PERCENT,
                                "CouponsAYear*((1+B{p}/CouponsAYear)*(C{p}/" + target + ")^(1/D{p})-1)")
                        .first(guess),
                Column.formula("newton.price", null, Format.PRICE, sum(discounted)),
                Column.formula("newton.periods", null, Format.YEARS, sum(times + "*" + discounted) + "/C{r}"),
                key);
    }

    /** The z of target = Σ present × exp(−z t). */
    static void continuousSpread(Page page, String key, String name, String target) {
        String discounted = "FlowPresentOnCurve/EXP(B{r})^FlowYears";
        steps(
                page,
                name,
                target,
                Column.formula("newton.spread", null, Format.PERCENT, "B{p}+LN(C{p}/" + target + ")/D{p}")
                        .first("LN(SUM(FlowPresentOnCurve)/" + target + ")/MAX(FlowYears)"),
                Column.formula("newton.price", null, Format.PRICE, sum(discounted)),
                Column.formula("newton.years", null, Format.YEARS, sum("FlowYears*" + discounted) + "/C{r}"),
                key);
    }

    /** The z of target = Σ amount (1 + (s + z)/2)^(−2t), s the zero rate compounded twice a year. */
    static void semiAnnualSpread(Page page, String key, String name, String target, String guess) {
        String base = "(1+(FlowZeroRate+B{r})/2)";
        String discounted = "FlowBought/" + base + "^(2*FlowYears)";
        steps(
                page,
                name,
                target,
                Column.formula("newton.spread", null, Format.PERCENT, "B{p}+LN(C{p}/" + target + ")/D{p}")
                        .first(guess),
                Column.formula("newton.price", null, Format.PRICE, sum(discounted)),
                Column.formula(
                        "newton.years", null, Format.YEARS, sum("FlowYears/" + base + "*" + discounted) + "/C{r}"),
                key);
    }

    private static void steps(
            Page page, String name, String target, Column root, Column price, Column duration, String key) {
        int first = page.nextRow() + 1;
        Page.Rows rows = page.table(
                STEPS + 1, Column.formula("newton.step", null, Format.COUNT, "ROW()-" + first), root, price, duration);
        page.figure(key, name, Format.PERCENT, "B" + rows.last());
        page.figure("newton.gap", name + "Gap", Format.SMALL, "C" + rows.last() + "-" + target);
    }
}
