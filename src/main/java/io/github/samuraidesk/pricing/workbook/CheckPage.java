package io.github.samuraidesk.pricing.workbook;

import io.github.samuraidesk.bond.CouponPeriod;
import io.github.samuraidesk.bond.ResolvedBond;
import io.github.samuraidesk.pricing.TrancheSheet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program's figures beside the sheet's, for the inputs as they were written. */
final class CheckPage {

    /** Day 0 of a spreadsheet's dates. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final String PRICES = "0.000000001";
    private static final String RATES = "0.0000000001";
    private static final String YEARS = "0.00000001";
    private static final String SQUARED = "0.000001";
    private static final String EXACT = "0";
    /** A rate that the program shows with six decimals of a percent. */
    private static final String SHOWN_RATE = "0.00000001";

    static final Map<String, String> YIELDS = Map.of(
            "simple", "SimpleYield",
            "semiAnnual", "YieldSemiAnnual",
            "annual", "YieldAnnual",
            "lastPeriod", "YieldLastPeriod",
            "act365", "YieldAct365SemiAnnual",
            "subscriberSimple", "SubscriberYieldCut",
            "issueCompound", "IssueYieldSemiAnnual",
            "issuersCost", "IssuersCost",
            "issuersCostAnnual", "IssuersCostAnnual");
    static final Map<String, String> RISKS = Map.of(
            "macaulay", "Macaulay",
            "modified", "Modified",
            "modifiedAnnual", "ModifiedAnnual",
            "modifiedSimple", "ModifiedSimple",
            "dv01", "BasisPointValue",
            "convexity", "Convexity");
    static final Map<String, String> SPREADS = spreads();

    private final Book book;
    private final Page page;
    private final int first;

    private CheckPage(Book book) {
        this.book = book;
        this.page = book.page("check").widths(52, 24, 24, 14);
        page.note("note.checkPage");
        page.figure(
                "verdict", "Verdict", Format.TEXT, "IF(COUNTIF(CheckVerdict,\"OK\")=ROWS(CheckVerdict),\"OK\",\"NG\")");
        page.skip();
        page.header(
                "check.figure", "check.program", "check.sheet", "check.difference", "check.tolerance", "check.verdict");
        page.freeze();
        this.first = page.nextRow();
    }

    static void write(Book book, TrancheSheet sheet, ResolvedBond bond, boolean onCurve) {
        CheckPage check = new CheckPage(book);
        check.schedule(sheet, bond);
        check.prices(sheet);
        if (onCurve || !sheet.spreads().isEmpty()) {
            check.spreads(sheet);
        }
        if (onCurve) {
            sheet.allIns().forEach(check::allIn);
        }
        Page.Rows rows = new Page.Rows(check.first, check.page.nextRow() - 1);
        book.name("CheckVerdict", check.page.range(5, rows));
        check.page.markFailures(5, rows);
    }

    private void schedule(TrancheSheet sheet, ResolvedBond bond) {
        List<CouponPeriod> periods = bond.periods();
        line(
                "check.due",
                Format.COUNT,
                EXACT,
                sum(periods.stream().map(CouponPeriod::end).toList()),
                "SUM(FlowDue)");
        line(
                "check.paid",
                Format.COUNT,
                EXACT,
                sum(periods.stream().map(CouponPeriod::paymentDate).toList()),
                "SUM(FlowPaid)");
        line(
                "check.coupons",
                Format.PRICE,
                PRICES,
                periods.stream().mapToDouble(CouponPeriod::amountPer100).sum(),
                "SUM(FlowCoupon)");
        line(
                "check.yen",
                Format.YEN,
                EXACT,
                sheet.flows().stream()
                        .mapToDouble(flow -> flow.yenPerBond().doubleValue())
                        .sum(),
                "SUMPRODUCT(FlowYen,FlowReceived)");
    }

    private void prices(TrancheSheet sheet) {
        line("accrued", Format.PRICE, PRICES, sheet.accrued(), "Accrued");
        line("clean", Format.PRICE, PRICES, sheet.clean(), "CleanPrice");
        line("dirty", Format.PRICE, PRICES, sheet.dirty(), "DirtyPrice");
        sheet.yields()
                .forEach(y ->
                        line("yield." + y.convention(), Format.PERCENT, RATES, y.value(), YIELDS.get(y.convention())));
        sheet.issueYields()
                .forEach(y ->
                        line("yield." + y.convention(), Format.PERCENT, RATES, y.value(), YIELDS.get(y.convention())));
        sheet.risks()
                .forEach(r -> line(
                        r.measure(),
                        Format.YEARS,
                        r.measure().equals("convexity") ? SQUARED : YEARS,
                        r.analytic(),
                        RISKS.get(r.measure())));
    }

    private void spreads(TrancheSheet sheet) {
        sheet.spreads().forEach(s -> line(s.name(), Format.PERCENT, RATES, s.value(), SPREADS.get(s.name())));
        if (sheet.midSwap() != null) {
            line("midSwap", Format.PERCENT, RATES, sheet.midSwap(), "MidSwap");
        }
        if (sheet.parCouponPercent() != null) {
            line(
                    "parCoupon",
                    Format.PERCENT,
                    SHOWN_RATE,
                    sheet.parCouponPercent().movePointLeft(2).doubleValue(),
                    "ParCoupon");
        }
    }

    private void allIn(TrancheSheet.AllIn all) {
        String home = SwapPage.nameOf(all.home().name());
        String label = all.home() + " ";
        line(label, "homeSwap", Format.PERCENT, RATES, all.midSwap(), home + "Swap");
        line(label, "basisAtMaturity", Format.PERCENT, RATES, all.basis(), home + "Basis");
        line(label, "homeFloating", Format.PERCENT, RATES, all.floatingSpread(), home + "FloatingSpread");
        all.lines()
                .forEach(part -> line(
                        label,
                        "part." + part.part(),
                        Format.PERCENT,
                        RATES,
                        part.value(),
                        home + SwapPage.nameOf(part.part())));
        line(label, "withPart", Format.PERCENT, RATES, all.withPart(), home + "WithPart");
        line(label, "ifYenStronger", Format.PERCENT, RATES, all.yenStronger(), home + "IfStronger");
        line(label, "ifYenWeaker", Format.PERCENT, RATES, all.yenWeaker(), home + "IfWeaker");
        line(label, "basisGap", Format.PERCENT, RATES, 0, home + "BasisGap");
        line(label, "yenLeftOpen", Format.YEN, EXACT, all.yenLeftOpen().doubleValue(), home + "YenLeftOpen");
    }

    private void line(String key, Format format, String tolerance, double value, @Nullable String name) {
        line("", key, format, tolerance, value, name);
    }

    /** @param name null for a figure that the sheet does not have */
    private void line(String label, String key, Format format, String tolerance, double value, @Nullable String name) {
        if (name == null) {
            return;
        }
        page.compared(
                label + book.word(key),
                format,
                value,
                name,
                "C{r}-B{r}",
                tolerance,
                "IF(ISNUMBER(D{r}),IF(ABS(D{r})<=E{r},\"OK\",\"NG\"),\"NG\")");
    }

    private static double sum(List<LocalDate> dates) {
        return dates.stream()
                .mapToLong(date -> ChronoUnit.DAYS.between(DAY_ZERO, date))
                .sum();
    }

    private static Map<String, String> spreads() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("overJgb", "OverJgb");
        names.put("gSpread", "GSpread");
        names.put("overMidSwap", "OverMidSwap");
        names.put("overMidSwapCurve", "OverMidSwapCurve");
        names.put("iSpread", "ISpread");
        names.put("zContinuous", "ZSpread");
        names.put("zSemiAnnual", "ZSpreadSemiAnnual");
        names.put("parAssetSwap", "ParAssetSwap");
        names.put("parAssetSwapSemi", "ParAssetSwapSemiAnnual");
        names.put("marketAssetSwap", "MarketAssetSwap");
        names.put("marketAssetSwapSemi", "MarketAssetSwapSemiAnnual");
        return Map.copyOf(names);
    }
}
