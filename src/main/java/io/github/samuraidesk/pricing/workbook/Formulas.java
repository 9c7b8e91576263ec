package io.github.samuraidesk.pricing.workbook;

/** Formulas that more than one sheet needs. Arguments are formulas themselves, names or cells. */
final class Formulas {

    private Formulas() {}

    /** Coupon date k periods before the anchor, the day clamped to its month. */
    static String gridDate(String k) {
        return "IF(EndOfMonth=\"YES\",EOMONTH(GridAnchor,-(" + k + ")*MonthsAPeriod),EDATE(GridAnchor,-(" + k
                + ")*MonthsAPeriod))";
    }

    static String following(String day) {
        return "WORKDAY(" + day + "-1,1,HolidayDate)";
    }

    static String preceding(String day) {
        return "WORKDAY(" + day + "+1,-1,HolidayDate)";
    }

    static String modifiedFollowing(String day) {
        return "IF(MONTH(" + following(day) + ")=MONTH(" + day + ")," + following(day) + "," + preceding(day) + ")";
    }

    /** The day of payment by the rule among the inputs. */
    static String paid(String due) {
        return "IF(DayRule=\"UNADJUSTED\"," + due + ",IF(DayRule=\"FOLLOWING\"," + following(due)
                + ",IF(DayRule=\"PRECEDING\"," + preceding(due) + "," + modifiedFollowing(due) + ")))";
    }

    /** 29 Februaries on or before a day, from year 0. */
    private static String leapDaysThrough(String day) {
        String year = "(YEAR(" + day + ")-IF(" + day + "<DATE(YEAR(" + day + "),2,29),1,0))";
        return "(INT(" + year + "/4)-INT(" + year + "/100)+INT(" + year + "/400))";
    }

    /** Days after {@code start} to {@code end} without any 29 February. */
    static String daysWithoutLeapDays(String start, String end) {
        return "(" + end + "-" + start + "-" + leapDaysThrough(end) + "+" + leapDaysThrough(start) + ")";
    }

    /** 30/360, ISDA 2006 4.16(f), years. Excel's DAYS360 treats the end of February otherwise. */
    static String thirty360(String start, String end) {
        String startDay = "MIN(DAY(" + start + "),30)";
        return thirtyDayMonths(
                start, startDay, end, "IF(" + startDay + "=30,MIN(DAY(" + end + "),30),DAY(" + end + "))");
    }

    /** 30E/360, ISDA 2006 4.16(g), years. */
    static String thirtyE360(String start, String end) {
        return thirtyDayMonths(start, "MIN(DAY(" + start + "),30)", end, "MIN(DAY(" + end + "),30)");
    }

    /** Years by the months of 30 days that the bond accrues on. */
    static String thirtyDayYears(String start, String end) {
        return "IF(AccrualBasis=\"THIRTY_360\"," + thirty360(start, end) + "," + thirtyE360(start, end) + ")";
    }

    /** Whether yields run on actual days, and not on months of 30. */
    static String actualDays() {
        return "OR(AccrualBasis=\"ACT_365F\",AccrualBasis=\"ICMA\")";
    }

    private static String thirtyDayMonths(String start, String startDay, String end, String endDay) {
        return "((360*(YEAR(" + end + ")-YEAR(" + start + "))+30*(MONTH(" + end + ")-MONTH(" + start + "))+" + endDay
                + "-" + startDay + ")/360)";
    }

    /** Linear between points, flat outside them; {@code xs} increases. */
    static String linearFlatOutside(String x, String xs, String ys) {
        String at = "MATCH(" + x + "," + xs + ",1)";
        return "IF(" + x + "<=INDEX(" + xs + ",1),INDEX(" + ys + ",1),IF(" + x + ">=INDEX(" + xs + ",COUNT(" + xs
                + ")),INDEX(" + ys + ",COUNT(" + ys + ")),INDEX(" + ys + "," + at + ")+(" + x + "-INDEX(" + xs + ","
                + at + "))/(INDEX(" + xs + "," + at + "+1)-INDEX(" + xs + "," + at + "))*(INDEX(" + ys + "," + at
                + "+1)-INDEX(" + ys + "," + at + "))))";
    }

    /** Number of the node to the left of a day, the last but one past the end. */
    static String leftNode(String day, String curve) {
        return "MIN(MATCH(" + day + "-ValuationDate," + curve + "Days,1),COUNT(" + curve + "Days)-1)";
    }

    /** Discount factor from valuation, ln DF linear between nodes; {@code node} is {@link #leftNode}. */
    static String discountFactor(String day, String node, String curve) {
        String days = curve + "Days";
        String logs = curve + "LogFactor";
        return "EXP(INDEX(" + logs + "," + node + ")+(" + day + "-ValuationDate-INDEX(" + days + "," + node
                + "))/(INDEX(" + days + "," + node + "+1)-INDEX(" + days + "," + node + "))*(INDEX(" + logs + ","
                + node + "+1)-INDEX(" + logs + "," + node + ")))";
    }

    /** {@link #discountFactor} of a single day, without a cell for its node. */
    static String discountFactor(String day, String curve) {
        return discountFactor(day, leftNode(day, curve), curve);
    }

    /** Σ of an expression over the rows of a table; INDEX(…, 0) makes every reader take its columns as arrays. */
    static String sum(String ofColumns) {
        return "SUMPRODUCT(INDEX(" + ofColumns + ",0))";
    }

    /** Yen cut below one; the rounding takes away what binary fractions add to a decimal. */
    static String cutYen(String yen) {
        return "ROUNDDOWN(ROUND(" + yen + ",6),0)";
    }

    /** A text as a constant inside a formula. */
    static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
