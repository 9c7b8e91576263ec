package io.github.samuraidesk.pricing.workbook;

import static io.github.samuraidesk.pricing.workbook.Column.formula;
import static io.github.samuraidesk.pricing.workbook.Column.given;
import static io.github.samuraidesk.pricing.workbook.Formulas.cutYen;
import static io.github.samuraidesk.pricing.workbook.Formulas.discountFactor;
import static io.github.samuraidesk.pricing.workbook.Formulas.leftNode;
import static io.github.samuraidesk.pricing.workbook.Formulas.linearFlatOutside;
import static io.github.samuraidesk.pricing.workbook.Formulas.sum;

import io.github.samuraidesk.bond.CrossCurrencyCurve;
import io.github.samuraidesk.bond.Tenor;
import io.github.samuraidesk.market.Home;
import io.github.samuraidesk.market.MarketCurves;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The issue swapped into one home currency: rate k, flows, and the full cost by Newton's steps on ln of the payments'
 * present value. Names begin with the currency.
 */
final class SwapPage {

    /** Issue with no cost, with price, with price and fee, with all; a part swapped; the same with the yen moved. */
    private static final List<String> CASES =
            List.of("none", "price", "priceAndFee", "all", "part", "stronger", "weaker");

    private static final String COLUMNS = "BCDEFGH";
    /** Column of years from issue, after the cases. */
    private static final String YEARS = "I";

    private final Book book;
    private final Page page;
    private final String home;
    private final int coupons;

    private SwapPage(Book book, Page page, String home, int coupons) {
        this.book = book;
        this.page = page;
        this.home = home;
        this.coupons = coupons;
    }

    static void write(Book book, Home home, MarketCurves.SwapMarket market, int coupons) {
        Page page = book.page("swap", " " + home).widths(44, 17, 17, 17);
        page.note("note.swap");
        page.note("note.basis");
        page.freeze();
        SwapPage swap = new SwapPage(book, page, nameOf(home.name()), coupons);
        swap.market(market);
        swap.legs();
        swap.explained(swap.flows());
        swap.reprice(market.curve());
    }

    private void market(MarketCurves.SwapMarket market) {
        CrossCurrencyCurve curve = market.curve();
        page.section("section.swapMarket");
        page.input("spotRate", home + "Spot", Format.PRICE, market.yenPerHome());
        page.input("spotDate", home + "SpotDate", Format.DATE, curve.spot());
        page.input(
                "homeDays",
                home + "Year",
                Format.COUNT,
                curve.home().convention().dayCount().daysAYear());
        page.input("yenStronger", home + "RateIfStronger", Format.NUMBER, 0.9);
        page.input("yenWeaker", home + "RateIfWeaker", Format.NUMBER, 1.1);
        page.note("note.factors");
        page.section("section.homeCurve");
        CurvePage.quotes(page, curve.home().quotes(), curve.home().maturities(), Format.PERCENT, home + "Home");
        CurvePage.factors(page, curve.home().discount(), curve.home().maturities(), home + "Home");
        page.section("section.basis");
        CurvePage.quotes(page, curve.basis(), curve.maturities(), Format.PERCENT, home + "Basis");
        // the curve keeps TONA's own shape between its nodes, so the sheet multiplies the two
        page.note("note.spreadFactors");
        CurvePage.factors(
                page,
                curve.yenDiscount(),
                curve.maturities(),
                home + "Spread",
                day -> curve.yenDiscount().discountFactor(day)
                        / curve.tona().discount().discountFactor(day));
    }

    private void legs() {
        page.section("section.legs");
        page.note("note.legs");
        int first = page.nextRow() + 1;
        page.table(
                coupons + 1,
                formula("leg.number", null, Format.COUNT, "ROW()-" + first),
                formula("leg.date", home + "Date", Format.DATE, "INDEX(FlowPaid,A{r})")
                        .first("IssueDate"),
                formula("leg.years", home + "Years", Format.YEARS, "(B{r}-B{p})/" + home + "Year")
                        .first("(B{r}-IssueDate)/" + home + "Year"),
                formula("leg.coupon", home + "Coupon", Format.NUMBER, "INDEX(FlowCoupon,A{r})/100")
                        .first("A{r}"),
                formula("leg.couponYen", home + "CouponYen", Format.YEN, cutYen("D{r}*FaceYen")),
                formula("node.left", null, Format.COUNT, leftNode("B{r}", home + "Home")),
                formula("leg.homeFactor", home + "HomeFactor", Format.NUMBER, fromSpot("F", home + "Home")),
                formula("node.left", null, Format.COUNT, leftNode("B{r}", "Tona")),
                formula("leg.tonaFactor", null, Format.NUMBER, fromSpot("H", "Tona")),
                formula("node.left", null, Format.COUNT, leftNode("B{r}", home + "Spread")),
                formula("leg.yenFactor", home + "YenFactor", Format.NUMBER, "I{r}*" + fromSpot("J", home + "Spread")));
        page.skip();
        String last = ",CouponCount+1)";
        page.figure("homeAnnuity", home + "Annuity", Format.NUMBER, named("SUMPRODUCT(~Years,~HomeFactor)"));
        page.figure("yenCoupons", home + "CouponsPresent", Format.NUMBER, named("SUMPRODUCT(~Coupon,~YenFactor)"));
        page.figure(
                "homeExchange",
                home + "HomeExchange",
                Format.NUMBER,
                named("INDEX(~HomeFactor,1)-INDEX(~HomeFactor") + last);
        page.figure(
                "yenExchange",
                home + "YenExchange",
                Format.NUMBER,
                named("INDEX(~YenFactor") + last + named("-INDEX(~YenFactor,1)"));
        page.figure(
                "homeFixed",
                home + "FixedRate",
                Format.PERCENT,
                named("(~HomeExchange+~CouponsPresent+~YenExchange)/~Annuity+CsaBp/10000"));
        page.figure("homePar", home + "ParRate", Format.PERCENT, named("~HomeExchange/~Annuity"));
        page.figure("homeFloating", home + "FloatingSpread", Format.PERCENT, named("~FixedRate-~ParRate"));
        page.figure(
                "forwardAtIssue",
                home + "ForwardAtIssue",
                Format.PRICE,
                named("~Spot*INDEX(~HomeFactor,1)/INDEX(~YenFactor,1)"));
        page.figure(
                "yenLeftOpen",
                home + "YenLeftOpen",
                Format.YEN,
                named("ROUND((FaceYen+SUM(~CouponYen))*(1-PartSwapped),0)"));
    }

    private String fromSpot(String node, String curve) {
        return discountFactor("B{r}", node + "{r}", curve) + "/" + discountFactor(home + "SpotDate", curve);
    }

    /** Returns the row, from 1, in which every case has its cost. */
    private int flows() {
        page.section("section.homeFlows");
        page.note("note.homeFlows");
        List<String> headers = new ArrayList<>(List.of("case"));
        CASES.forEach(c -> headers.add("case." + c));
        page.header(headers.toArray(String[]::new));
        int part = page.across(
                book.word("partSwapped"),
                Format.PERCENT,
                List.of("100%", "100%", "100%", "100%", "PartSwapped", "PartSwapped", "PartSwapped"));
        int later = page.across(
                book.word("case.laterRate"),
                Format.PRICE,
                Stream.of("~Spot", "~Spot", "~Spot", "~Spot", "~Spot", "~Spot*~RateIfStronger", "~Spot*~RateIfWeaker")
                        .map(this::named)
                        .toList());
        int proceeds = page.across(
                book.word("case.proceeds"),
                Format.YEN,
                List.of("FaceYen", "GrossYen", "GrossYen-FeeYen", "NetYen", "NetYen", "NetYen", "NetYen"));
        page.skip();
        int first = page.nextRow() + 1;
        String pay = "(ROW()-" + (first - 1) + ")";
        List<Column> columns = new ArrayList<>();
        columns.add(formula("leg.date", null, Format.DATE, named("INDEX(~Date," + pay + ")")));
        for (int i = 0; i < CASES.size(); i++) {
            String swapped = cell(i, part);
            String rate = cell(i, later);
            columns.add(formula(
                            "case." + CASES.get(i),
                            null,
                            Format.HOME_AMOUNT,
                            named("ROUND(-" + swapped + "*FaceYen/~Spot*~FixedRate*INDEX(~Years," + pay + ")-(1-"
                                    + swapped + ")*INDEX(~CouponYen," + pay + ")/" + rate + ",2)-IF(" + pay
                                    + "=CouponCount+1,ROUND(" + swapped + "*FaceYen/~Spot+(1-" + swapped + ")*FaceYen/"
                                    + rate + ",2),0)"))
                    .first(named("ROUND(" + swapped + "*FaceYen/~Spot+(" + cell(i, proceeds) + "-" + swapped
                            + "*FaceYen)/~ForwardAtIssue,2)")));
        }
        columns.add(formula("case.years", null, Format.YEARS, "(A{r}-IssueDate)/365"));
        Page.Rows rows = page.table(coupons + 1, columns.toArray(Column[]::new));
        page.section("section.homeCost");
        page.note("note.homeCost");
        return costs(rows);
    }

    /** r with proceeds = Σ payment / (1 + r)^t: r' = (1 + r) (value / proceeds)^(1/D) − 1. */
    private int costs(Page.Rows rows) {
        int rate = 0;
        for (int step = 0; step <= Newton.STEPS; step++) {
            int before = rate;
            rate = page.across(
                    book.word("newton.rate") + " " + step,
                    Format.PERCENT,
                    each(i -> before == 0
                            ? named("~FixedRate")
                            : "(1+" + cell(i, before) + ")*(" + cell(i, before + 1) + "/" + cell(i, rows.first())
                                    + ")^(1/" + cell(i, before + 2) + ")-1"));
            int at = rate;
            page.across(
                    book.word("newton.value"),
                    Format.HOME_AMOUNT,
                    each(i -> "-" + sum(payments(i, rows) + "/(1+" + cell(i, at) + ")^" + years(rows))));
            page.across(
                    book.word("newton.years"),
                    Format.YEARS,
                    each(i ->
                            "-" + sum(years(rows) + "*" + payments(i, rows) + "/(1+" + cell(i, at) + ")^" + years(rows))
                                    + "/" + cell(i, at + 1)));
        }
        return rate;
    }

    private void explained(int cost) {
        page.section("section.explained");
        page.note("note.explained");
        page.figure(
                "basisAtMaturity",
                home + "Basis",
                Format.PERCENT,
                linearFlatOutside("MaturityDate", home + "BasisMaturity", home + "BasisQuote"));
        page.figure(
                "homeSwap",
                home + "Swap",
                Format.PERCENT,
                linearFlatOutside("MaturityDate", home + "HomeMaturity", home + "HomeQuote"));
        line("GUIDE", "MidSwap+~Basis+CsaBp/10000");
        line("SIGN_OF_BASIS", "-2*~Basis");
        line("ISSUE_SPREAD", "CouponRate-MidSwap");
        line("HOME_RATE", "~Swap-MidSwap");
        line("CONVERSION", cell(0, cost) + "-(~Guide+~SignOfBasis+~IssueSpread+~HomeRate)");
        line("ISSUE_PRICE", cell(1, cost) + "-" + cell(0, cost));
        line("FEE", cell(2, cost) + "-" + cell(1, cost));
        line("EXPENSES", cell(3, cost) + "-" + cell(2, cost));
        line("ALL_IN", cell(3, cost));
        page.figure("withPart", home + "WithPart", Format.PERCENT, cell(4, cost));
        page.figure("ifYenStronger", home + "IfStronger", Format.PERCENT, cell(5, cost));
        page.figure("ifYenWeaker", home + "IfWeaker", Format.PERCENT, cell(6, cost));
    }

    /**
     * The basis at which the factors above price each quote, both legs paid after their periods: proof that the curve is
     * one of these quotes, period by period.
     */
    private void reprice(CrossCurrencyCurve curve) {
        page.section("section.reprice");
        page.note("note.reprice");
        Tenor longest = curve.basis().get(curve.basis().size() - 1).tenor();
        List<LocalDate> ends = curve.periodEnds(longest);
        String end = "A{r}";
        String pay = "B{r}";
        String start = "C{r}";
        page.table(
                ends.size(),
                given("reprice.end", null, Format.DATE, ends),
                given(
                        "reprice.pay",
                        null,
                        Format.DATE,
                        ends.stream().map(curve::interestPaid).toList()),
                formula("reprice.start", null, Format.DATE, "A{p}").first(home + "SpotDate"),
                formula("reprice.yenStart", null, Format.NUMBER, yen(start)),
                formula("reprice.yenEnd", home + "PeriodYenEnd", Format.NUMBER, yen(end)),
                formula("reprice.yenPay", null, Format.NUMBER, yen(pay)),
                formula(
                        "reprice.growth",
                        null,
                        Format.NUMBER,
                        discountFactor(start, "Tona") + "/" + discountFactor(end, "Tona") + "-1"),
                formula(
                        "reprice.late",
                        null,
                        Format.NUMBER,
                        "(1/" + homeFactor(end) + "-1/" + homeFactor(start) + ")*(" + homeFactor(pay) + "-"
                                + homeFactor(end) + ")"),
                formula("reprice.annuity", home + "PeriodAnnuity", Format.NUMBER, "I{p}+(A{r}-C{r})/365*F{r}")
                        .first("(A{r}-C{r})/365*F{r}"),
                formula("reprice.floating", home + "PeriodFloating", Format.NUMBER, "J{p}+G{r}*F{r}-H{r}*D{r}")
                        .first("G{r}*F{r}-H{r}*D{r}"));
        page.skip();
        int first = page.nextRow() + 1;
        Page.Rows quotes = page.table(
                curve.basis().size(),
                given(
                        "reprice.quarters",
                        null,
                        Format.COUNT,
                        curve.basis().stream()
                                .map(quote -> curve.periodEnds(quote.tenor()).size())
                                .toList()),
                formula(
                        "reprice.basis",
                        null,
                        Format.PERCENT,
                        "(" + yen(home + "SpotDate")
                                + named(
                                        "-INDEX(~PeriodYenEnd,A{r})-INDEX(~PeriodFloating,A{r}))/INDEX(~PeriodAnnuity,A{r})")),
                formula(
                        "reprice.gap",
                        null,
                        Format.SMALL,
                        named("ABS(B{r}-INDEX(~BasisQuote,ROW()-" + (first - 1) + "))")));
        page.figure("basisGap", home + "BasisGap", Format.SMALL, "MAX(" + page.range(2, quotes) + ")");
    }

    private String yen(String day) {
        return discountFactor(day, "Tona") + "*" + discountFactor(day, home + "Spread");
    }

    private String homeFactor(String day) {
        return discountFactor(day, home + "Home");
    }

    private void line(String part, String formula) {
        page.figure("part." + part, home + nameOf(part), Format.PERCENT, named(formula));
    }

    /** {@code SIGN_OF_BASIS} as a name: SignOfBasis. */
    static String nameOf(String part) {
        return Stream.of(part.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static List<String> each(IntFunction<String> formula) {
        return IntStream.range(0, CASES.size()).mapToObj(formula).toList();
    }

    private static String cell(int column, int row) {
        return "$" + COLUMNS.charAt(column) + "$" + row;
    }

    /** Flows after the proceeds. */
    private static String payments(int column, Page.Rows rows) {
        return cell(column, rows.first() + 1) + ":" + cell(column, lastRow(rows));
    }

    private static String years(Page.Rows rows) {
        return "$" + YEARS + "$" + (rows.first() + 1) + ":$" + YEARS + "$" + lastRow(rows);
    }

    /** Columns of an array formula have two rows at least; an empty one below adds nothing. */
    private static int lastRow(Page.Rows rows) {
        return Math.max(rows.last(), rows.first() + 2);
    }

    /** The formula with ~ written out as the currency's prefix. */
    private String named(String formula) {
        return formula.replace("~", home);
    }
}
