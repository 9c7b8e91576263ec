package io.github.samuraidesk.pricing.workbook;

import static io.github.samuraidesk.pricing.workbook.Formulas.gridDate;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.AccrualStart;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.OddPeriodMethod;
import io.github.samuraidesk.pricing.TrancheInputs;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Everything that a reader may change, and where the dates stand on the grid of coupons. */
final class InputsPage {

    private InputsPage() {}

    static void write(Book book, TrancheInputs in) {
        Page page = book.page("inputs").widths(56, 24, 14);
        page.note("note.colours");
        page.freeze();
        page.note("note.count");
        page.note("note.check");
        page.section("section.terms");
        page.input("faceYen", "FaceYen", Format.YEN, in.faceYen());
        page.input("denominationYen", "DenominationYen", Format.YEN, in.denominationYen());
        page.input("issueDate", "IssueDate", Format.DATE, in.issueDate());
        page.input("maturity", "MaturityDate", Format.DATE, in.maturity());
        page.input("lastRegularCoupon", "LastRegularCoupon", Format.DATE, in.lastRegularCoupon());
        page.input("redemption", "RedemptionDate", Format.DATE, in.redemption());
        page.input("couponRate", "CouponRate", Format.PERCENT, rate(in.couponPercent()));
        page.input("couponsAYear", "CouponsAYear", Format.COUNT, in.frequency());
        page.choice("endOfMonth", "EndOfMonth", in.endOfMonth() ? "YES" : "NO", List.of("YES", "NO"));
        page.choice("dayRule", "DayRule", in.dayRule().name(), names(DayRule.values()));
        page.choice("accrualBasis", "AccrualBasis", in.accrual().name(), names(AccrualBasis.values()));
        page.choice("oddPeriodMethod", "OddPeriodMethod", in.oddPeriodMethod().name(), names(OddPeriodMethod.values()));
        page.choice("interestFrom", "InterestFrom", in.accrualStart().name(), names(AccrualStart.values()));
        page.section("section.price");
        page.input("valuation", "ValuationDate", Format.DATE, in.valuation());
        page.input("settle", "SettleDate", Format.DATE, in.settle());
        page.choice("givenMode", "GivenMode", in.mode().name(), names(TrancheInputs.Mode.values()));
        page.input("givenValue", "GivenValue", Format.PRICE, in.value());
        page.section("section.issue");
        page.input("issuePrice", "IssuePrice", Format.PRICE, in.issuePrice());
        page.input("feePer100", "FeePer100", Format.PRICE, in.feePer100());
        page.input("expensesYen", "ExpensesYen", Format.YEN, in.expensesYen());
        page.section("section.market");
        page.input("wantedSpreadBp", "WantedSpreadBp", Format.BASIS_POINTS, in.wantedSpreadBp());
        page.input("csaBp", "CsaBp", Format.BASIS_POINTS, in.csaBp());
        page.input("partSwapped", "PartSwapped", Format.PERCENT, rate(in.partSwappedPercent()));
        page.section("section.grid");
        page.note("note.grid");
        page.figure("couponCount", "CouponCount", Format.COUNT, "MAX(FlowNumber)");
        page.figure("monthsAPeriod", "MonthsAPeriod", Format.COUNT, "12/CouponsAYear");
        page.figure(
                "gridAnchor",
                "GridAnchor",
                Format.DATE,
                "IF(ISNUMBER(LastRegularCoupon),LastRegularCoupon,MaturityDate)");
        position(page, "issue", "Issue");
        position(page, "settle", "Settle");
        position(page, "maturity", "Maturity");
    }

    /** Whole coupon periods from the anchor and the part of the period that a day lies in, negative before it. */
    private static void position(Page page, String key, String name) {
        String day = name + "Date";
        String months = "((YEAR(GridAnchor)-YEAR(" + day + "))*12+MONTH(GridAnchor)-MONTH(" + day + "))";
        String whole = "INT(" + months + "/MonthsAPeriod)";
        page.figure(
                "grid." + key + ".next",
                name + "NextIndex",
                Format.COUNT,
                whole + "-IF(" + gridDate(whole) + "<=" + day + ",1,0)");
        page.figure("grid." + key + ".from", name + "NotionalStart", Format.DATE, gridDate(name + "NextIndex+1"));
        page.figure("grid." + key + ".to", name + "NotionalEnd", Format.DATE, gridDate(name + "NextIndex"));
        page.figure(
                "grid." + key + ".position",
                name + "Position",
                Format.NUMBER,
                "-(" + name + "NextIndex+1)+(" + day + "-" + name + "NotionalStart)/(" + name + "NotionalEnd-" + name
                        + "NotionalStart)");
    }

    private static double rate(BigDecimal percent) {
        return percent.movePointLeft(2).doubleValue();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
