package io.github.samuraidesk.pricing.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.AccrualStart;
import io.github.samuraidesk.bond.BondPricer;
import io.github.samuraidesk.bond.CouponPeriod;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.OddPeriodMethod;
import io.github.samuraidesk.bond.ResolvedBond;
import io.github.samuraidesk.bond.SamuraiInterest;
import io.github.samuraidesk.bond.SwappedIssue;
import io.github.samuraidesk.market.Home;
import io.github.samuraidesk.market.MarketCurves;
import io.github.samuraidesk.market.MarketSnapshot;
import io.github.samuraidesk.pricing.TrancheInputs;
import io.github.samuraidesk.pricing.TrancheSheet;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrancheWorkbookTest {

    private static final Offset<Double> CLOSED_FORM = within(1e-8);
    private static final Offset<Double> BASIS_POINTS = within(0.001);
    private static final Offset<Double> RATE = within(1e-11);

    static Stream<ReferenceTranches.Case> reference() {
        return ReferenceTranches.cases();
    }

    @ParameterizedTest
    @MethodSource("reference")
    void everyCellHasThePublishedValue(ReferenceTranches.Case c) {
        OpenedWorkbook book = written(c.inputs(), c.market());

        assertThat(book.number("Accrued")).isCloseTo(c.expected("accrued"), CLOSED_FORM);
        assertThat(book.number("CleanPrice")).isCloseTo(c.expected("clean"), CLOSED_FORM);
        assertThat(book.number("DirtyPrice")).isCloseTo(c.expected("dirty"), CLOSED_FORM);
        assertThat(100 * book.number("YieldIcma")).isCloseTo(c.expected("y_icma_pct"), CLOSED_FORM);
        assertThat(100 * book.number("YieldAct365")).isCloseTo(c.expected("y_a365_pct"), CLOSED_FORM);
        if (c.hasExpected("y_last_simple_pct")) {
            assertThat(100 * book.number("YieldLastPeriod")).isCloseTo(c.expected("y_last_simple_pct"), CLOSED_FORM);
        } else {
            assertThat(book.text("YieldLastPeriod")).isEqualTo("-");
        }
        assertThat(100 * book.number("SimpleYield")).isCloseTo(c.expected("simple_yield_pct"), CLOSED_FORM);
        assertThat(100 * book.number("SimpleYieldCut")).isCloseTo(c.expected("simple_yield_trunc3"), within(1e-12));
        assertThat(book.number("Macaulay")).isCloseTo(c.expected("macaulay"), CLOSED_FORM);
        assertThat(book.number("Modified")).isCloseTo(c.expected("modified"), CLOSED_FORM);
        assertThat(book.number("BasisPointValue")).isCloseTo(c.expected("dv01"), CLOSED_FORM);
        assertThat(book.number("BasisPointValueBumped")).isCloseTo(c.expected("dv01_fd"), CLOSED_FORM);
        assertThat(book.number("Convexity")).isCloseTo(c.expected("convexity"), within(1e-6));

        assertThat(1e4 * book.number("ZSpread")).isCloseTo(c.expected("z_cont_bp"), BASIS_POINTS);
        assertThat(1e4 * book.number("ZSpreadSemiAnnual")).isCloseTo(c.expected("z_semi_bp"), BASIS_POINTS);
        assertThat(1e4 * book.number("ParAssetSwap")).isCloseTo(c.expected("asw_ann_bp"), BASIS_POINTS);
        assertThat(1e4 * book.number("ParAssetSwapSemiAnnual")).isCloseTo(c.expected("asw_semi_bp"), BASIS_POINTS);
        assertThat(100 * book.number("MidSwap")).isCloseTo(c.expected("midswap_interp_pct"), CLOSED_FORM);
        assertThat(100 * book.number("MidSwapCurve")).isCloseTo(c.expected("midswap_curve_pct"), within(1e-6));
        assertThat(1e4 * book.number("OverMidSwap")).isCloseTo(c.expected("spread_ms_interp_bp"), within(1e-6));
        assertThat(1e4 * book.number("OverMidSwapCurve")).isCloseTo(c.expected("spread_ms_curve_bp"), BASIS_POINTS);
        assertThat(100 * book.number("GovernmentPar")).isCloseTo(c.expected("jgb_interp_pct"), CLOSED_FORM);
        assertThat(1e4 * book.number("OverJgb")).isCloseTo(c.expected("spread_jgb_bp"), within(1e-6));
        // the reference leaves the field empty where the bond itself pays no coupon
        if (c.inputs().couponPercent().signum() > 0) {
            assertThat(100 * book.number("ParCoupon")).isCloseTo(c.expected("par_coupon_pct"), within(2e-6));
        }
        assertThat(book.number("DirtyShiftedUp")).isCloseTo(c.expected("dirty_par_up100"), within(1e-6));
        assertThat(book.number("DirtyShiftedDown")).isCloseTo(c.expected("dirty_par_dn50"), within(1e-6));
        assertThat(book.text("Verdict")).isEqualTo("OK");
    }

    @ParameterizedTest
    @MethodSource("reference")
    void aChangedPriceGivesTheYieldOfTheEngine(ReferenceTranches.Case c) {
        boolean byYield = c.inputs().mode() == TrancheInputs.Mode.YIELD;
        BigDecimal changed = c.inputs().value().add(new BigDecimal(byYield ? "0.731" : "-7.25"));
        OpenedWorkbook book = written(c.inputs(), c.market());
        book.set("GivenValue", changed.doubleValue());

        agrees(book, changed(c.inputs(), "value", changed), c.market());
        assertThat(book.text("Verdict"))
                .as("the program's column is of the inputs as written")
                .isEqualTo("NG");
    }

    @Test
    void aPriceFarAwayStillConvergesInTheCells() {
        ReferenceTranches.Case c = ReferenceTranches.reference("DEEP181");
        OpenedWorkbook book = written(c.inputs(), c.market());
        ResolvedBond bond = ReferenceTranches.CALCULATOR.bond(c.inputs());
        for (double clean : new double[] {20, 60, 250, 400}) {
            book.set("GivenValue", clean);
            double dirty = clean + BondPricer.accruedInterest(bond, c.inputs().settle());
            assertThat(book.number("YieldIcma"))
                    .as("clean %s", clean)
                    .isCloseTo(
                            BondPricer.yieldIcmaFromDirtyPrice(bond, c.inputs().settle(), dirty), RATE);
            assertThat(book.number("YieldIcmaGap")).isCloseTo(0, within(1e-9));
            assertThat(book.number("ZSpreadGap")).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void aChangedSettlementDropsTheCouponsPaidBefore() {
        ReferenceTranches.Case c = ReferenceTranches.reference("VAN005");
        OpenedWorkbook book = written(c.inputs(), c.market());
        for (String settle : List.of("2024-07-24", "2024-07-25", "2026-02-02", "2033-12-30", "2024-06-21")) {
            LocalDate day = LocalDate.parse(settle);
            book.set("SettleDate", day);
            agrees(book, changed(c.inputs(), "settle", day), c.market());
        }
    }

    @Test
    void changedTermsAreFollowed() {
        ReferenceTranches.Case c = ReferenceTranches.reference("HOL256");
        OpenedWorkbook book = written(c.inputs(), c.market());
        book.set("CouponRate", 0.0187);
        TrancheInputs in = changed(c.inputs(), "couponPercent", new BigDecimal("1.87"));
        agrees(book, in, c.market());
        for (AccrualBasis basis : AccrualBasis.values()) {
            book.set("AccrualBasis", basis.name());
            agrees(book, changed(in, "accrual", basis), c.market());
        }
        in = changed(in, "accrual", AccrualBasis.THIRTY_E_360);
        for (DayRule rule : DayRule.values()) {
            book.set("DayRule", rule.name());
            agrees(book, changed(in, "dayRule", rule), c.market());
        }
        in = changed(in, "dayRule", DayRule.UNADJUSTED);
        book.set("GivenMode", "YIELD");
        book.set("GivenValue", 2.5);
        agrees(
                book,
                changed(changed(in, "mode", TrancheInputs.Mode.YIELD), "value", new BigDecimal("2.5")),
                c.market());
    }

    static Stream<TrancheInputs> oddBonds() {
        TrancheInputs in = ReferenceTranches.reference("PRI071").inputs();
        TrancheInputs longFirst = changed(
                changed(in, "issueDate", LocalDate.parse("2026-11-13")), "firstCoupon", LocalDate.parse("2027-11-24"));
        TrancheInputs oddEnd = changed(
                changed(in, "lastRegularCoupon", LocalDate.parse("2033-05-24")),
                "maturity",
                LocalDate.parse("2034-01-16"));
        TrancheInputs monthEnd = changed(
                changed(
                        changed(changed(in, "maturity", LocalDate.parse("2032-02-29")), "endOfMonth", true),
                        "firstCoupon",
                        null),
                "frequency",
                12);
        TrancheInputs once = changed(
                changed(changed(in, "maturity", LocalDate.parse("2027-05-24")), "frequency", 2), "firstCoupon", null);
        return Stream.of(
                longFirst,
                changed(longFirst, "accrualStart", AccrualStart.PAYMENT_DATE),
                changed(longFirst, "oddPeriodMethod", OddPeriodMethod.ACTUAL_365),
                changed(longFirst, "accrual", AccrualBasis.THIRTY_360),
                oddEnd,
                changed(oddEnd, "accrual", AccrualBasis.THIRTY_E_360),
                monthEnd,
                changed(in, "redemption", LocalDate.parse("2033-11-18")),
                changed(
                        changed(
                                changed(in, "dayRule", DayRule.MODIFIED_FOLLOWING),
                                "maturity",
                                LocalDate.parse("2033-04-30")),
                        "firstCoupon",
                        null),
                once,
                changed(once, "settle", LocalDate.parse("2027-04-01")));
    }

    @ParameterizedTest
    @MethodSource("oddBonds")
    void oddPeriodsMonthEndsAndNamedMaturitiesAgreeWithTheProgram(TrancheInputs in) {
        MarketSnapshot market = ReferenceTranches.market("D_20261116");
        OpenedWorkbook book = written(in, market);
        ResolvedBond bond = ReferenceTranches.CALCULATOR.bond(in);

        assertThat(book.text("Verdict")).isEqualTo("OK");
        int n = bond.periods().size();
        assertThat(List.of(book.dates("FlowDue")).subList(0, n))
                .isEqualTo(bond.periods().stream().map(CouponPeriod::end).toList());
        assertThat(List.of(book.dates("FlowPaid")).subList(0, n))
                .isEqualTo(
                        bond.periods().stream().map(CouponPeriod::paymentDate).toList());
        agrees(book, in, market);
    }

    @Test
    void tradedInterestIsCutAsTheMarketCutsIt() {
        ReferenceTranches.Case c = ReferenceTranches.reference("VAN031");
        OpenedWorkbook book = written(c.inputs(), c.market());
        for (String settle : List.of("2026-11-18", "2026-12-10", "2027-05-31", "2027-06-09")) {
            LocalDate day = LocalDate.parse(settle);
            book.set("SettleDate", day);
            var expected = SamuraiInterest.accruedPer100AndAmount(
                    ReferenceTranches.CALCULATOR.bond(c.inputs()),
                    c.inputs().faceYen(),
                    c.inputs().couponPercent(),
                    day);
            assertThat(book.number("TradePer100")).isEqualTo(expected.per100().doubleValue());
            assertThat(book.number("TradeYen")).isEqualTo(expected.amountYen().doubleValue());
        }
    }

    @Test
    void noFigureIsAConstant() {
        OpenedWorkbook book = written(SwapMarkets.issue(), SwapMarkets.market());
        Set<String> sheetsWithInputs = new TreeSet<>();
        int formulas = 0;
        for (Cell cell : book.everyCell()) {
            if (cell.getCellType() == CellType.FORMULA) {
                formulas++;
            } else if (cell.getCellType() == CellType.NUMERIC) {
                String where = cell.getSheet().getSheetName() + " " + cell.getAddress();
                assertThat(isInput(cell) || isRecord(cell)).as(where).isTrue();
                sheetsWithInputs.add(cell.getSheet().getSheetName());
            }
        }
        assertThat(formulas).isGreaterThan(1500);
        assertThat(sheetsWithInputs)
                .doesNotContain("sheet.tab.flows", "sheet.tab.yields")
                .contains("sheet.tab.inputs", "sheet.tab.curve");
    }

    @Test
    void everyFormulaHasItsValueInTheFile() {
        OpenedWorkbook book = written(SwapMarkets.issue(), SwapMarkets.market());
        assertThat(book.everyCell())
                .filteredOn(cell -> cell.getCellType() == CellType.FORMULA)
                .allSatisfy(cell -> assertThat(cell.getCachedFormulaResultType())
                        .as(cell.getSheet().getSheetName() + " " + cell.getAddress())
                        .isNotEqualTo(CellType.ERROR));
        assertThat(book.workbook.isMacroEnabled()).isFalse();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(Home.class)
    void theSwapIsFollowedIntoEveryHomeCurrency(Home home) {
        TrancheInputs in = SwapMarkets.issue();
        MarketSnapshot market = SwapMarkets.market();
        OpenedWorkbook book = written(in, market);
        String name = SwapPage.nameOf(home.name());
        MarketCurves.SwapMarket swap =
                ReferenceTranches.CURVES.build(market).swap().get(home);

        assertThat(book.text("Verdict")).isEqualTo("OK");
        swapAgrees(book, name, in, swap, swap.yenPerHome());

        double spot = swap.yenPerHome() * 1.07;
        book.set(name + "Spot", spot);
        swapAgrees(book, name, in, swap, spot);

        book.set("IssuePrice", 99.25);
        book.set("FeePer100", 0.4);
        book.set("ExpensesYen", 31_000_001);
        book.set("CsaBp", -3);
        book.set("CouponRate", 0.0261);
        book.set("PartSwapped", 0.35);
        TrancheInputs dearer = in;
        dearer = changed(dearer, "issuePrice", new BigDecimal("99.25"));
        dearer = changed(dearer, "feePer100", new BigDecimal("0.4"));
        dearer = changed(dearer, "expensesYen", new BigDecimal("31000001"));
        dearer = changed(dearer, "csaBp", new BigDecimal("-3"));
        dearer = changed(dearer, "couponPercent", new BigDecimal("2.61"));
        dearer = changed(dearer, "partSwappedPercent", new BigDecimal("35"));
        swapAgrees(book, name, dearer, swap, spot);
    }

    private static void swapAgrees(
            OpenedWorkbook book, String name, TrancheInputs in, MarketCurves.SwapMarket swap, double spot) {
        var issue = new SwappedIssue(
                new SwappedIssue.Issue(
                        ReferenceTranches.CALCULATOR.bond(in),
                        in.faceYen(),
                        in.issuePrice(),
                        in.feePer100(),
                        in.expensesYen()),
                swap.curve(),
                spot,
                in.csaBp().doubleValue() * 1e-4);
        double part = in.partSwappedPercent().doubleValue() / 100;
        assertThat(book.number(name + "FixedRate")).isCloseTo(issue.homeFixedRate(), RATE);
        assertThat(book.number(name + "FloatingSpread")).isCloseTo(issue.homeFloatingSpread(), RATE);
        issue.explained()
                .forEach(line -> assertThat(
                                book.number(name + SwapPage.nameOf(line.part().name())))
                        .as(line.part().name())
                        .isCloseTo(line.value(), RATE));
        assertThat(book.number(name + "WithPart")).isCloseTo(issue.allIn(part, spot), RATE);
        assertThat(book.number(name + "IfStronger")).isCloseTo(issue.allIn(part, spot * 0.9), RATE);
        assertThat(book.number(name + "IfWeaker")).isCloseTo(issue.allIn(part, spot * 1.1), RATE);
        assertThat(book.number(name + "YenLeftOpen"))
                .isEqualTo(issue.yenLeftOpen(part).doubleValue());
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() {
        TrancheInputs in = SwapMarkets.issue();
        OpenedWorkbook book = new OpenedWorkbook(ReferenceTranches.WORKBOOK.of(
                "=1+1",
                ReferenceTranches.CALCULATOR.calculate(in, SwapMarkets.market()),
                ReferenceTranches.CALCULATOR.bond(in),
                SwapMarkets.market(),
                key -> "+" + key));
        List<Cell> suspicious = book.everyCell().stream()
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .filter(cell -> cell.getStringCellValue().equals("=1+1")
                        || cell.getStringCellValue().contains("=1+1 as a source"))
                .toList();
        assertThat(suspicious).hasSizeGreaterThan(7);
        assertThat(suspicious).allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
        assertThat(book.everyCell())
                .filteredOn(cell -> cell.getCellType() == CellType.FORMULA)
                .noneMatch(cell -> cell.getCellFormula().equals("1+1"));
    }

    /** A spreadsheet reads DV01 as column DV, row 1, and refuses a file that names a cell so. */
    @Test
    void noNameReadsAsACell() {
        OpenedWorkbook book = written(SwapMarkets.issue(), SwapMarkets.market());
        assertThat(book.workbook.getAllNames())
                .hasSizeGreaterThan(150)
                .noneMatch(name -> name.getNameName().matches("(?i)[A-Z]{1,3}[0-9]+|R[0-9]*C[0-9]*|R|C|TRUE|FALSE"));
    }

    @Test
    void sheetsPrintLandscapeOnA4WithTheirHeadersInSight() {
        OpenedWorkbook book = written(SwapMarkets.issue(), SwapMarkets.market());
        assertThat(book.workbook.getNumberOfSheets()).isEqualTo(9);
        book.workbook.forEach(s -> {
            XSSFSheet sheet = (XSSFSheet) s;
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getPaperSize())
                    .isEqualTo(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPaneInformation()).as(sheet.getSheetName()).isNotNull();
        });
    }

    @Test
    void withoutQuotesThereIsNoCurve() {
        TrancheInputs in = ReferenceTranches.reference("VAN002").inputs();
        OpenedWorkbook book = written(in, MarketSnapshot.none());
        assertThat(book.text("Verdict")).isEqualTo("OK");
        assertThat(book.has("ZSpread")).isFalse();
        assertThat(book.has("OverJgb")).isFalse();
    }

    @Test
    void everyWordIsInBothLanguages() throws Exception {
        Set<String> asked = new TreeSet<>();
        ReferenceTranches.Case last = ReferenceTranches.reference("LST229");
        asks(SwapMarkets.issue(), SwapMarkets.market(), asked);
        asks(last.inputs(), last.market(), asked);
        assertThat(asked).contains("sheet.note.notUsed", "sheet.yield.lastPeriod", "sheet.part.ALL_IN");
        for (String file : List.of("i18n/pages_ja.properties", "i18n/pages_en.properties")) {
            var words = new Properties();
            words.load(Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8));
            Set<String> missing = new TreeSet<>(asked);
            missing.removeAll(words.stringPropertyNames());
            assertThat(missing).as(file).isEmpty();
        }
    }

    private static void asks(TrancheInputs in, MarketSnapshot market, Set<String> asked) {
        ReferenceTranches.WORKBOOK.of(
                "title",
                ReferenceTranches.CALCULATOR.calculate(in, market),
                ReferenceTranches.CALCULATOR.bond(in),
                market,
                key -> {
                    asked.add(key);
                    return key;
                });
    }

    private static void agrees(OpenedWorkbook book, TrancheInputs in, MarketSnapshot market) {
        TrancheSheet sheet = ReferenceTranches.CALCULATOR.calculate(in, market);
        assertThat(book.number("Accrued")).isCloseTo(sheet.accrued(), within(1e-10));
        assertThat(book.number("DirtyPrice")).isCloseTo(sheet.dirty(), within(1e-10));
        Stream.concat(sheet.yields().stream(), sheet.issueYields().stream())
                .forEach(y -> assertThat(book.number(CheckPage.YIELDS.get(y.convention())))
                        .as(y.convention())
                        .isCloseTo(y.value(), RATE));
        sheet.risks()
                .forEach(r -> assertThat(book.number(CheckPage.RISKS.get(r.measure())))
                        .as(r.measure())
                        .isCloseTo(r.analytic(), within(1e-9 * Math.max(1, r.analytic()))));
        assertThat(sheet.spreads()).hasSize(11);
        sheet.spreads()
                .forEach(s -> assertThat(book.number(CheckPage.SPREADS.get(s.name())))
                        .as(s.name())
                        .isCloseTo(s.value(), within(1e-10)));
    }

    private static OpenedWorkbook written(TrancheInputs in, MarketSnapshot market) {
        return new OpenedWorkbook(ReferenceTranches.WORKBOOK.of(
                "reference",
                ReferenceTranches.CALCULATOR.calculate(in, market),
                ReferenceTranches.CALCULATOR.bond(in),
                market,
                key -> key));
    }

    private static TrancheInputs changed(TrancheInputs in, String field, Object value) {
        return SwapMarkets.changed(in, field, value);
    }

    private static boolean isInput(Cell cell) {
        XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
        return style.getFont().getXSSFColor() != null
                && java.util.Arrays.equals(style.getFont().getXSSFColor().getRGB(), Book.BLUE);
    }

    /** The program's column of the check sheet. */
    private static boolean isRecord(Cell cell) {
        return cell.getSheet().getSheetName().equals("sheet.tab.check") && cell.getColumnIndex() == 1;
    }
}
