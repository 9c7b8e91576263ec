package io.github.samuraidesk.pricing.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.market.Home;
import io.github.samuraidesk.market.MarketSnapshot;
import io.github.samuraidesk.pricing.TrancheInputs;
import io.github.samuraidesk.pricing.TrancheSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The sheet's formulas find published figures out of the inputs, whatever the program says. */
class WorkbookByItselfTest {

    @Test
    void findsTheDurationOfTheSimpleYieldByItsFormulaAndByRevaluing() {
        // definition: n / (1 + y n), n = 3650/365; reference cases, README
        OpenedWorkbook book = written(inputs("2024-06-27", "2034-06-27", "1.96", "2024-06-27", "100"));
        assertThat(book.number("ModifiedSimple")).isCloseTo(8.361204, within(5e-7));
        assertThat(book.number("ModifiedSimpleBumped")).isCloseTo(8.361204, within(1e-5));
        OpenedWorkbook korea = written(inputs("2023-09-14", "2033-09-14", "1.312", "2023-09-14", "100"));
        assertThat(korea.number("ModifiedSimple")).isCloseTo(8.84017, within(5e-6));
        assertThat(korea.text("Verdict")).isEqualTo("OK");
    }

    @ParameterizedTest
    @CsvSource({"modifiedSimple,8.365034", "macaulay,9.99"})
    void refusesARiskOfTheProgramThatIsNotTheSheets(String measure, double wrong) {
        TrancheInputs in = inputs("2024-06-27", "2034-06-27", "1.96", "2024-06-27", "100");
        TrancheSheet sheet = ReferenceTranches.CALCULATOR.calculate(in, MarketSnapshot.none());
        List<TrancheSheet.Risk> risks = new ArrayList<>(sheet.risks());
        risks.replaceAll(r -> r.measure().equals(measure) ? new TrancheSheet.Risk(measure, wrong, null) : r);
        assertThat(written(in, Changed.with(sheet, "risks", risks)).text("Verdict"))
                .isEqualTo("NG");
        assertThat(written(in, sheet).text("Verdict")).isEqualTo("OK");
    }

    @Test
    void refusesAYieldAndInterestOfTheProgramThatAreNotTheSheets() {
        TrancheInputs in = exInterest();
        TrancheSheet sheet = ReferenceTranches.CALCULATOR.calculate(in, MarketSnapshot.none());
        assertThat(written(in, sheet).text("Verdict")).isEqualTo("OK");
        assertThat(written(in, Changed.with(sheet, "accrued", 1.0)).text("Verdict"))
                .isEqualTo("NG");
        List<TrancheSheet.Yield> yields = new ArrayList<>(sheet.yields());
        yields.replaceAll(
                y -> y.convention().equals("semiAnnual") ? new TrancheSheet.Yield("semiAnnual", 0.03, 0.0) : y);
        assertThat(written(in, Changed.with(sheet, "yields", yields)).text("Verdict"))
                .isEqualTo("NG");
    }

    @Test
    void findsTheYieldsOfThirtyDayMonthsThatQuantLibPublished() {
        List<CSVRecord> expected = ReferenceTranches.rows("thirty-360-expected.csv");
        int i = 0;
        for (CSVRecord row : ReferenceTranches.rows("thirty-360.csv")) {
            TrancheInputs in = inputs(
                    row.get("issue"), row.get("maturity"), row.get("coupon"), row.get("settle"), row.get("value"));
            in = SwapMarkets.changed(in, "accrual", AccrualBasis.THIRTY_360);
            in = SwapMarkets.changed(
                    in, "dayRule", row.get("pay_bdc").equals("U") ? DayRule.UNADJUSTED : DayRule.FOLLOWING);
            in = SwapMarkets.changed(in, "firstCoupon", date(row.get("first_coupon")));
            in = SwapMarkets.changed(in, "lastRegularCoupon", date(row.get("last_regular_coupon")));
            OpenedWorkbook book = written(in);
            String published = expected.get(i).get("y_pct");
            double half = Math.pow(10, published.indexOf('.') - published.length() + 1) / 2;
            assertThat(100 * book.number("YieldIcma"))
                    .as(row.get("case_id"))
                    .isCloseTo(Double.parseDouble(published), within(half));
            assertThat(book.text("Verdict")).isEqualTo("OK");
            i++;
        }
    }

    @Test
    void paysNoBroughtForwardCouponToTheBuyer() {
        // 28 November 2026 is a Saturday; domain notes 6.6, CALC-ACC
        OpenedWorkbook book = written(exInterest());
        assertThat(book.number("ExInterest")).isEqualTo(1);
        assertThat(book.number("Accrued")).isZero();
        assertThat(book.number("DirtyPrice")).isEqualTo(99);
        assertThat(book.number("TradeYen")).isZero();
        book.set("SettleDate", LocalDate.of(2026, 11, 26));
        assertThat(book.number("ExInterest")).isZero();
        assertThat(book.number("Accrued")).isCloseTo(2.0 * 182 / 365, within(1e-12));
        book.set("SettleDate", LocalDate.of(2026, 11, 27));
        book.set("DayRule", "FOLLOWING");
        assertThat(book.number("Accrued")).isCloseTo(1, within(1e-12));
        book.set("DayRule", "PRECEDING");
        book.set("AccrualBasis", "THIRTY_360");
        assertThat(book.number("Accrued")).isZero();
    }

    @Test
    void keepsTheCouponsOfAMaturityMovedBack() {
        // 22 November 2026 is a Sunday
        TrancheInputs in = SwapMarkets.changed(
                inputs("2023-05-22", "2026-11-22", "1.2", "2023-05-22", "100"),
                "redemption",
                LocalDate.of(2026, 11, 20));
        OpenedWorkbook book = written(in);
        assertThat(book.dates("FlowDue")).allMatch(day -> day.getDayOfMonth() == 22);
        assertThat(book.dates("FlowPaid")[6]).isEqualTo("2026-11-20");
        assertThat(book.number("YieldIcma")).isCloseTo(0.012, within(1e-13));
        assertThat(book.text("Verdict")).isEqualTo("OK");
    }

    @Test
    void theParCouponPaysOnTheNamedDayToo() {
        TrancheInputs in = SwapMarkets.changed(
                ReferenceTranches.reference("PRI071").inputs(), "redemption", LocalDate.parse("2033-11-18"));
        MarketSnapshot market = ReferenceTranches.market("D_20261116");
        TrancheSheet sheet = ReferenceTranches.CALCULATOR.calculate(in, market);
        OpenedWorkbook book = new OpenedWorkbook(ReferenceTranches.WORKBOOK.of(
                "reference", sheet, ReferenceTranches.CALCULATOR.bond(in), market, key -> key));
        assertThat(100 * book.number("ParCoupon"))
                .isCloseTo(sheet.parCouponPercent().doubleValue(), within(1e-6));
        assertThat(book.text("Verdict")).isEqualTo("OK");
    }

    @ParameterizedTest
    @EnumSource(Home.class)
    void repricesTheBasisWithBothLegsPaidAfterTheirPeriods(Home home) {
        MarketSnapshot market = SwapMarkets.market();
        TrancheInputs in = SwapMarkets.issue();
        OpenedWorkbook book = new OpenedWorkbook(ReferenceTranches.WORKBOOK.of(
                "reference",
                ReferenceTranches.CALCULATOR.calculate(in, market),
                ReferenceTranches.CALCULATOR.bond(in),
                market,
                key -> key));
        String name = SwapPage.nameOf(home.name());
        assertThat(book.number(name + "BasisGap")).isCloseTo(0, within(1e-11));
        assertThat(book.text("Verdict")).isEqualTo("OK");
        // a quote a tenth of a basis point off, less than the lag is worth, is found
        book.set(name + "BasisQuote", book.number(name + "BasisQuote") + 1e-5);
        assertThat(book.number(name + "BasisGap")).isCloseTo(1e-5, within(1e-11));
        assertThat(book.text("Verdict")).isEqualTo("NG");
    }

    private static TrancheInputs exInterest() {
        TrancheInputs in = inputs("2024-05-28", "2029-05-28", "2", "2026-11-27", "99");
        in = SwapMarkets.changed(in, "accrual", AccrualBasis.ACT_365F);
        return SwapMarkets.changed(in, "dayRule", DayRule.PRECEDING);
    }

    private static TrancheInputs inputs(String issue, String maturity, String coupon, String settle, String price) {
        TrancheInputs in = ReferenceTranches.reference("PRI071").inputs();
        in = SwapMarkets.changed(in, "valuation", LocalDate.parse(settle));
        in = SwapMarkets.changed(in, "settle", LocalDate.parse(settle));
        in = SwapMarkets.changed(in, "issueDate", LocalDate.parse(issue));
        in = SwapMarkets.changed(in, "firstCoupon", null);
        in = SwapMarkets.changed(in, "maturity", LocalDate.parse(maturity));
        in = SwapMarkets.changed(in, "couponPercent", new BigDecimal(coupon));
        in = SwapMarkets.changed(in, "accrual", AccrualBasis.ICMA);
        in = SwapMarkets.changed(in, "dayRule", DayRule.FOLLOWING);
        return SwapMarkets.changed(in, "value", new BigDecimal(price));
    }

    private static LocalDate date(String text) {
        return text.isBlank() ? null : LocalDate.parse(text);
    }

    private static OpenedWorkbook written(TrancheInputs in) {
        return written(in, ReferenceTranches.CALCULATOR.calculate(in, MarketSnapshot.none()));
    }

    private static OpenedWorkbook written(TrancheInputs in, TrancheSheet sheet) {
        return new OpenedWorkbook(ReferenceTranches.WORKBOOK.of(
                "reference", sheet, ReferenceTranches.CALCULATOR.bond(in), MarketSnapshot.none(), key -> key));
    }
}
