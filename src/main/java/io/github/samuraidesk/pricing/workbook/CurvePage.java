package io.github.samuraidesk.pricing.workbook;

import static io.github.samuraidesk.pricing.workbook.Column.formula;
import static io.github.samuraidesk.pricing.workbook.Column.given;
import static io.github.samuraidesk.pricing.workbook.Formulas.discountFactor;
import static io.github.samuraidesk.pricing.workbook.Formulas.leftNode;
import static io.github.samuraidesk.pricing.workbook.Formulas.modifiedFollowing;

import io.github.samuraidesk.bond.CurveInterpolation;
import io.github.samuraidesk.bond.DiscountCurve;
import io.github.samuraidesk.bond.GovernmentCurve;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.bond.ParQuote;
import io.github.samuraidesk.pricing.TrancheInputs;
import io.github.samuraidesk.pricing.TrancheSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Quotes with their sources, discount factors at their maturities, and the annuities of a swap to maturity. */
final class CurvePage {

    private CurvePage() {}

    static void write(Book book, TrancheSheet sheet, Optional<OisCurve> tona, Optional<GovernmentCurve> government) {
        Page page = book.page("curve").widths(18, 18, 16, 20);
        page.note("note.curve");
        page.freeze();
        page.section("section.sources");
        sheet.sources().forEach(page::line);
        tona.ifPresent(curve -> tona(page, curve, sheet.inputs()));
        government.ifPresent(curve -> government(page, curve));
    }

    private static void tona(Page page, OisCurve curve, TrancheInputs in) {
        page.section("section.tona");
        if (!curve.notUsed().isEmpty()) {
            page.note("note.notUsed");
            curve.notUsed().forEach(quote -> page.line(quote.tenor() + " " + quote.rate()));
        }
        page.note("note.factors");
        quotes(page, curve.quotes(), curve.maturities(), Format.PERCENT, "Tona");
        factors(page, curve.discount(), curve.maturities(), "Tona");
        page.figure("factorAtSettle", "FactorAtSettle", Format.NUMBER, discountFactor("SettleDate", "Tona"));
        page.section("section.annuity");
        page.note("note.annuity");
        annuity(page, "annuityAnnual", "AnnuityAnnual", 12, in);
        annuity(page, "annuitySemi", "AnnuitySemiAnnual", 6, in);
    }

    /** Tenors, quotes and adjusted maturities, named {@code NAMEMaturity} and {@code NAMEQuote}. */
    static void quotes(Page page, List<ParQuote> quotes, List<LocalDate> maturities, Format format, String name) {
        page.table(
                quotes.size(),
                given(
                        "quote.tenor",
                        null,
                        Format.TEXT,
                        quotes.stream().map(ParQuote::tenor).toList()),
                given(
                        "quote.rate",
                        name + "Quote",
                        format,
                        quotes.stream().map(ParQuote::rate).toList()),
                given("quote.maturity", name + "Maturity", Format.DATE, maturities));
        page.skip();
    }

    /** Nodes of a curve, the valuation day first, named {@code NAMEDays} and {@code NAMELogFactor}. */
    static void factors(Page page, DiscountCurve curve, List<LocalDate> maturities, String name) {
        factors(page, curve, maturities, name, curve::discountFactor);
    }

    /** As above with the factor of a node said. */
    static void factors(
            Page page,
            DiscountCurve curve,
            List<LocalDate> maturities,
            String name,
            Function<LocalDate, Double> factor) {
        if (curve.interpolation() != CurveInterpolation.LOG_LINEAR_DISCOUNT) {
            throw new IllegalArgumentException(
                    "the sheet reads curves with ln DF linear, not " + curve.interpolation());
        }
        List<LocalDate> nodes = new ArrayList<>(maturities);
        nodes.add(0, curve.valuation());
        page.table(
                nodes.size(),
                given("node.date", null, Format.DATE, nodes),
                given(
                        "node.factor",
                        null,
                        Format.NUMBER,
                        nodes.stream().map(factor).toList()),
                formula("node.days", name + "Days", Format.COUNT, "A{r}-ValuationDate"),
                formula("node.log", name + "LogFactor", Format.NUMBER, "LN(B{r})"));
        page.skip();
    }

    /** Periods back from maturity, ends modified following, the first from settlement. */
    private static void annuity(Page page, String key, String name, int months, TrancheInputs in) {
        int periods = 0;
        while (in.maturity().minusMonths((long) months * periods).isAfter(in.valuation())) {
            periods++;
        }
        int first = page.nextRow() + 1;
        Page.Rows rows = page.table(
                periods,
                formula(
                        "annuity.unadjusted",
                        null,
                        Format.DATE,
                        "EDATE(MaturityDate,-" + months + "*(" + (first + periods - 1) + "-ROW()))"),
                formula("annuity.end", null, Format.DATE, modifiedFollowing("A{r}")),
                formula("annuity.start", null, Format.DATE, "MAX(SettleDate,IF(A{p}>SettleDate,B{p},0))")
                        .first("SettleDate"),
                formula("annuity.years", null, Format.YEARS, "IF(A{r}>SettleDate,MAX(B{r}-C{r},0)/365,0)"),
                formula("annuity.node", null, Format.COUNT, "IF(D{r}>0," + leftNode("B{r}", "Tona") + ",1)"),
                formula(
                        "annuity.factor",
                        name + "Factor",
                        Format.NUMBER,
                        "IF(D{r}>0," + discountFactor("B{r}", "E{r}", "Tona") + "/FactorAtSettle,0)"));
        page.figure(key, name, Format.NUMBER, "SUMPRODUCT(" + page.range(3, rows) + "," + page.range(5, rows) + ")");
        page.skip();
    }

    private static void government(Page page, GovernmentCurve curve) {
        page.section("section.government");
        page.table(
                curve.years().length,
                given(
                        "government.years",
                        "GovernmentYears",
                        Format.YEARS,
                        Arrays.stream(curve.years()).boxed().toList()),
                given(
                        "government.yield",
                        "GovernmentYield",
                        Format.PERCENT,
                        Arrays.stream(curve.parYields()).boxed().toList()));
    }
}
