package io.github.samuraidesk.pricing.workbook;

import static io.github.samuraidesk.pricing.workbook.Column.formula;
import static io.github.samuraidesk.pricing.workbook.Formulas.actualDays;
import static io.github.samuraidesk.pricing.workbook.Formulas.cutYen;
import static io.github.samuraidesk.pricing.workbook.Formulas.gridDate;
import static io.github.samuraidesk.pricing.workbook.Formulas.paid;
import static io.github.samuraidesk.pricing.workbook.Formulas.quoted;
import static io.github.samuraidesk.pricing.workbook.Formulas.thirtyDayYears;

/** Every coupon from issue to maturity: dates, amounts, times and present values. */
final class FlowsPage {

    /** Rows above the first coupon: title, subtitle, note, header. */
    private static final int ROWS_ABOVE = 4;

    private FlowsPage() {}

    static void write(Book book, int coupons) {
        Page page = book.page("flows").widths(5, 6, 11, 11, 11, 20, 6, 13, 12);
        page.note("note.flows");
        page.table(
                coupons,
                formula("flow.number", "FlowNumber", Format.COUNT, "ROW()-" + ROWS_ABOVE),
                formula("flow.index", null, Format.COUNT, "CouponCount-A{r}-IF(ISNUMBER(LastRegularCoupon),1,0)"),
                formula("flow.start", "FlowStart", Format.DATE, "D{p}").first("IssueDate"),
                formula("flow.due", "FlowDue", Format.DATE, "IF(B{r}<0,MaturityDate," + gridDate("B{r}") + ")"),
                formula(
                        "flow.paid",
                        "FlowPaid",
                        Format.DATE,
                        "IF(AND(A{r}=CouponCount,ISNUMBER(RedemptionDate)),RedemptionDate," + paid("D{r}") + ")"),
                formula(
                        "flow.why",
                        null,
                        Format.TEXT,
                        "IF(E{r}=D{r},\"\",IF(AND(A{r}=CouponCount,ISNUMBER(RedemptionDate)),"
                                + quoted(book.word("maturityNamed"))
                                + ",IFERROR(INDEX(HolidayName,MATCH(D{r},HolidayDate,0)),"
                                + quoted(book.word("weekend")) + ")))"),
                formula("flow.days", null, Format.COUNT, "D{r}-C{r}"),
                formula("flow.position", "FlowPosition", Format.YEARS, "IF(B{r}<0,MaturityPosition,-B{r})"),
                formula("flow.periods", "FlowPeriods", Format.YEARS, "H{r}-H{p}")
                        .first("H{r}-IssuePosition"),
                formula(
                        "flow.years",
                        "FlowCouponYears",
                        Format.YEARS,
                        "IF(OR(I{r}=1," + actualDays() + "),I{r}/CouponsAYear," + thirtyDayYears("C{r}", "D{r}") + ")"),
                formula("flow.coupon", "FlowCoupon", Format.PRICE, "100*CouponRate*J{r}"),
                formula("flow.principal", null, Format.PRICE, "IF(A{r}=CouponCount,100,0)"),
                formula("flow.amount", "FlowAmount", Format.PRICE, "K{r}+L{r}"),
                formula("flow.yen", "FlowYen", Format.YEN, cutYen("K{r}*DenominationYen/100"))
                        .first(firstYen()),
                formula("flow.received", "FlowReceived", Format.COUNT, "IF(AND(D{r}>SettleDate,E{r}>SettleDate),1,0)"),
                formula(
                        "flow.time",
                        "FlowTime",
                        Format.YEARS,
                        "IF(O{r}=1,IF(" + actualDays() + ",H{r}-SettlePosition,"
                                + "CouponLeft+T{r}-INDEX(FlowTimeFromIssue,CurrentCoupon)),0)"),
                formula(
                        "flow.time365",
                        "FlowTimeAct365",
                        Format.YEARS,
                        "IF(O{r}=1,CouponsAYear*(D{r}-SettleDate)/365,0)"),
                formula("flow.bought", "FlowBought", Format.PRICE, "M{r}*O{r}"),
                formula("flow.present", "FlowPresent", Format.PRICE, "R{r}/(1+YieldIcma/CouponsAYear)^P{r}"),
                formula(
                                "flow.timeFromIssue",
                                "FlowTimeFromIssue",
                                Format.YEARS,
                                "IF(" + actualDays() + ",H{r}-IssuePosition,T{p}+" + periods() + ")")
                        .first("IF(" + actualDays() + ",H{r}-IssuePosition," + periods() + ")"));
        page.freeze(ROWS_ABOVE, 5);
    }

    /** Coupon periods of a row on months of 30 days: one for a whole period, whatever its days. */
    private static String periods() {
        return "IF(I{r}=1,1,CouponsAYear*" + thirtyDayYears("C{r}", "D{r}") + ")";
    }

    /** A broken first coupon follows the terms' own rule, its days and start; a whole one is the regular amount. */
    private static String firstYen() {
        String extra = "IF(AND(InterestFrom=\"PAYMENT_DATE\",IssueDate<>IssueNotionalStart),1,0)";
        return "IF(I{r}=1," + cutYen("K{r}*DenominationYen/100") + ",IF(OddPeriodMethod=\"ACTUAL_365\","
                + cutYen("DenominationYen*CouponRate*(G{r}+" + extra + ")/365") + ","
                + cutYen("DenominationYen*CouponRate/CouponsAYear*(I{r}+" + extra
                        + "/(IssueNotionalEnd-IssueNotionalStart))")
                + "))";
    }
}
