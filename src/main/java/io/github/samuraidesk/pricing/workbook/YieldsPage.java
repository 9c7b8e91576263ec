package io.github.samuraidesk.pricing.workbook;

import static io.github.samuraidesk.pricing.workbook.Formulas.actualDays;
import static io.github.samuraidesk.pricing.workbook.Formulas.cutYen;
import static io.github.samuraidesk.pricing.workbook.Formulas.daysWithoutLeapDays;
import static io.github.samuraidesk.pricing.workbook.Formulas.sum;
import static io.github.samuraidesk.pricing.workbook.Formulas.thirty360;
import static io.github.samuraidesk.pricing.workbook.Formulas.thirtyDayYears;
import static io.github.samuraidesk.pricing.workbook.Formulas.thirtyE360;

/** Price, accrued interest, yields in each convention, the issue's own yields, and risk. */
final class YieldsPage {

    private static final String NO_YIELD_BELOW = "-0.5*CouponsAYear";

    private YieldsPage() {}

    static void write(Book book) {
        Page page = book.page("yields").widths(56, 20, 20, 20, 14);
        page.note("note.newton");
        page.freeze();
        price(page);
        yields(page);
        issue(page);
        risk(page);
    }

    private static void price(Page page) {
        page.section("section.accrued");
        page.figure("currentCoupon", "CurrentCoupon", Format.COUNT, "COUNTIF(FlowDue,\"<=\"&SettleDate)+1");
        page.figure("currentStart", "CurrentStart", Format.DATE, "INDEX(FlowStart,CurrentCoupon)");
        page.figure("currentDays", "CurrentDays", Format.COUNT, "SettleDate-CurrentStart");
        page.figure("exInterest", "ExInterest", Format.COUNT, "IF(INDEX(FlowPaid,CurrentCoupon)<=SettleDate,1,0)");
        page.note("note.exInterest");
        page.note("note.accrued");
        accrued(
                page,
                "accruedAct365",
                "AccruedAct365",
                "YearsAct365",
                "MIN(CurrentDays/365,INDEX(FlowCouponYears,CurrentCoupon))");
        accrued(
                page,
                "accruedIcma",
                "AccruedIcma",
                "YearsIcma",
                "(SettlePosition-INDEX(FlowPosition,CurrentCoupon)+INDEX(FlowPeriods,CurrentCoupon))/CouponsAYear");
        accrued(page, "accrued30360", "AccruedThirty360", "YearsThirty360", thirty360("CurrentStart", "SettleDate"));
        accrued(
                page,
                "accrued30E360",
                "AccruedThirtyE360",
                "YearsThirtyE360",
                thirtyE360("CurrentStart", "SettleDate"));
        accrued(
                page,
                "accrued",
                "Accrued",
                "AccruedYears",
                "IF(ExInterest=1,0,IF(AccrualBasis=\"ACT_365F\",YearsAct365,IF(AccrualBasis=\"ICMA\",YearsIcma,"
                        + "IF(AccrualBasis=\"THIRTY_360\",YearsThirty360,YearsThirtyE360))))");
        page.figure("tradeDays", "TradeDays", Format.COUNT, "IF(ExInterest=1,0,CurrentDays)");
        page.figure(
                "tradePer100",
                "TradePer100",
                Format.PRICE,
                "ROUNDDOWN(ROUND(IF(AND(CouponsAYear=2,TradeDays=183),100*CouponRate/2,"
                        + "100*CouponRate*TradeDays/365),12),7)");
        page.figure("tradeYen", "TradeYen", Format.YEN, cutYen("TradePer100*FaceYen/100"));
        page.section("section.prices");
        page.figure(
                "clean",
                "CleanPrice",
                Format.PRICE,
                "IF(GivenMode=\"YIELD\"," + sum("FlowBought/(1+GivenValue/100/CouponsAYear)^FlowTime")
                        + "-Accrued,GivenValue)");
        page.figure("dirty", "DirtyPrice", Format.PRICE, "CleanPrice+Accrued");
    }

    /** Interest per 100, and beside it the years of the annual coupon that it is. */
    private static void accrued(Page page, String key, String name, String nameOfYears, String years) {
        page.figures(key, name, Format.PRICE, "100*CouponRate*" + nameOfYears, nameOfYears, years);
    }

    private static void yields(Page page) {
        page.section("section.simple");
        page.figure("yearsLeft", "YearsLeft", Format.YEARS, daysWithoutLeapDays("SettleDate", "MaturityDate") + "/365");
        page.figure(
                "simpleYield", "SimpleYield", Format.PERCENT, "(100*CouponRate+(100-CleanPrice)/YearsLeft)/CleanPrice");
        page.figure("simpleYieldCut", "SimpleYieldCut", Format.PERCENT, cutThirdDecimal("SimpleYield"));
        page.section("section.compound");
        page.figure("couponLeft", "CouponLeft", Format.YEARS, couponLeft());
        Newton.yield(
                page,
                "yieldIcma",
                "YieldIcma",
                "FlowBought",
                "FlowTime",
                "DirtyPrice",
                "MAX(SimpleYield," + NO_YIELD_BELOW + ")");
        page.figure("yieldSemi", "YieldSemiAnnual", Format.PERCENT, semiAnnual("YieldIcma"));
        page.figure("yieldAnnual", "YieldAnnual", Format.PERCENT, annual("YieldIcma"));
        page.figure(
                "yieldLast",
                "YieldLastPeriod",
                Format.PERCENT,
                "IF(SUM(FlowReceived)=1,(SUM(FlowBought)/DirtyPrice-1)/IF(" + actualDays()
                        + ",(MaturityDate-SettleDate)/365," + thirtyDayYearsLeft() + "),\"-\")");
        page.section("section.act365");
        Newton.yield(page, "yieldAct365", "YieldAct365", "FlowBought", "FlowTimeAct365", "DirtyPrice", "YieldIcma");
        page.figure("yieldAct365Semi", "YieldAct365SemiAnnual", Format.PERCENT, semiAnnual("YieldAct365"));
    }

    /** Coupon periods from settlement to the next coupon date; a whole period counts one, whatever its days. */
    private static String couponLeft() {
        String due = "INDEX(FlowDue,CurrentCoupon)";
        String left =
                "(" + thirtyDayYears("CurrentStart", due) + "-" + thirtyDayYears("CurrentStart", "SettleDate") + ")";
        return "IF(" + actualDays() + ",INDEX(FlowPosition,CurrentCoupon)-SettlePosition,"
                + "IF(INDEX(FlowPeriods,CurrentCoupon)=1," + left + "/" + thirtyDayYears("CurrentStart", due)
                + ",CouponsAYear*" + left + "))";
    }

    /** Years of 30-day months to maturity with one payment left, over the coupon that stays the seller's. */
    private static String thirtyDayYearsLeft() {
        String due = "INDEX(FlowDue,CurrentCoupon)";
        return "(" + thirtyDayYears("CurrentStart", due) + "-" + thirtyDayYears("CurrentStart", "SettleDate")
                + "+IF(ExInterest=1," + thirtyDayYears(due, "MaturityDate") + ",0))";
    }

    private static void issue(Page page) {
        page.section("section.subscriber");
        page.figure("issueEnd", "IssueEnd", Format.DATE, "IF(ISNUMBER(RedemptionDate),RedemptionDate,MaturityDate)");
        page.figure(
                "issueDays",
                "IssueDays",
                Format.COUNT,
                "IF(EDATE(IssueDate,12)>IssueEnd,IssueEnd-IssueDate," + daysWithoutLeapDays("IssueDate", "IssueEnd")
                        + ")");
        page.figure(
                "subscriberYield",
                "SubscriberYield",
                Format.PERCENT,
                "(100*CouponRate*IssueDays+365*(100-IssuePrice))/(IssuePrice*IssueDays)");
        page.figure("subscriberYieldCut", "SubscriberYieldCut", Format.PERCENT, cutThirdDecimal("SubscriberYield"));
        page.section("section.issueYield");
        Newton.yield(
                page,
                "issueYield",
                "IssueYield",
                "FlowAmount",
                "FlowTimeFromIssue",
                "IssuePrice",
                "MAX(SubscriberYield," + NO_YIELD_BELOW + ")");
        page.figure("issueYieldSemi", "IssueYieldSemiAnnual", Format.PERCENT, semiAnnual("IssueYield"));
        page.section("section.issuersCost");
        page.figure("grossYen", "GrossYen", Format.YEN, cutYen("FaceYen*IssuePrice/100"));
        page.figure("feeYen", "FeeYen", Format.YEN, cutYen("FaceYen*FeePer100/100"));
        page.figure("netYen", "NetYen", Format.YEN, "GrossYen-FeeYen-ExpensesYen");
        page.figure("netPer100", "NetPer100", Format.PRICE, "NetYen/FaceYen*100");
        Newton.yield(page, "costYield", "CostYield", "FlowAmount", "FlowTimeFromIssue", "NetPer100", "IssueYield");
        page.figure("issuersCost", "IssuersCost", Format.PERCENT, semiAnnual("CostYield"));
        page.figure("issuersCostAnnual", "IssuersCostAnnual", Format.PERCENT, annual("CostYield"));
    }

    private static void risk(Page page) {
        page.section("section.risk");
        page.note("note.bumped");
        page.figure("priceAtYield", "PriceAtYield", Format.PRICE, "SUM(FlowPresent)");
        page.figure("dirtyUp", "DirtyUp", Format.PRICE, dirtyAt("YieldIcma+0.0001"));
        page.figure("dirtyDown", "DirtyDown", Format.PRICE, dirtyAt("YieldIcma-0.0001"));
        page.figures(
                "macaulay",
                "Macaulay",
                Format.YEARS,
                "SUMPRODUCT(FlowTime,FlowPresent)/PriceAtYield/CouponsAYear",
                "MacaulayBumped",
                "ModifiedBumped*(1+YieldIcma/CouponsAYear)");
        page.figures(
                "modified",
                "Modified",
                Format.YEARS,
                "Macaulay/(1+YieldIcma/CouponsAYear)",
                "ModifiedBumped",
                "(DirtyDown-DirtyUp)/(2*0.0001*DirtyPrice)");
        page.figure(
                "modifiedAnnual",
                "ModifiedAnnual",
                Format.YEARS,
                "Modified/(1+YieldIcma/CouponsAYear)^(CouponsAYear-1)");
        page.figures(
                "modifiedSimple",
                "ModifiedSimple",
                Format.YEARS,
                "CleanPrice*YearsLeft/(1+SimpleYield*YearsLeft)/DirtyPrice",
                "ModifiedSimpleBumped",
                "(" + cleanAtSimple("SimpleYield-0.0001") + "-" + cleanAtSimple("SimpleYield+0.0001")
                        + ")/(2*0.0001*DirtyPrice)");
        page.figures(
                "dv01",
                "BasisPointValue",
                Format.NUMBER,
                "Modified*DirtyPrice*0.0001",
                "BasisPointValueBumped",
                "(DirtyDown-DirtyUp)/2");
        page.figures(
                "convexity",
                "Convexity",
                Format.YEARS,
                "(SUMPRODUCT(FlowTime,FlowTime,FlowPresent)+SUMPRODUCT(FlowTime,FlowPresent))/PriceAtYield"
                        + "/(1+YieldIcma/CouponsAYear)^2/CouponsAYear^2",
                "ConvexityBumped",
                "(DirtyUp+DirtyDown-2*DirtyPrice)/(0.0001^2*DirtyPrice)");
    }

    /** The clean price whose simple yield it is: the yield's own formula solved for the price. */
    private static String cleanAtSimple(String yield) {
        return "(100+100*CouponRate*YearsLeft)/(1+(" + yield + ")*YearsLeft)";
    }

    private static String dirtyAt(String yield) {
        return sum("FlowBought/(1+(" + yield + ")/CouponsAYear)^FlowTime");
    }

    private static String semiAnnual(String yield) {
        return "2*((1+" + yield + "/CouponsAYear)^(CouponsAYear/2)-1)";
    }

    private static String annual(String yield) {
        return "(1+" + yield + "/CouponsAYear)^CouponsAYear-1";
    }

    /** Percent cut toward zero after the third decimal; the rounding takes away what binary fractions add. */
    private static String cutThirdDecimal(String yield) {
        return "ROUNDDOWN(ROUND(100*" + yield + ",10),3)/100";
    }
}
