package io.github.samuraidesk.pricing.workbook;

import static io.github.samuraidesk.pricing.workbook.Column.formula;
import static io.github.samuraidesk.pricing.workbook.Formulas.discountFactor;
import static io.github.samuraidesk.pricing.workbook.Formulas.leftNode;
import static io.github.samuraidesk.pricing.workbook.Formulas.linearFlatOutside;
import static io.github.samuraidesk.pricing.workbook.Formulas.sum;

/** Spreads over swaps and government bonds, and the price when the curve moves with the spread held. */
final class SpreadsPage {

    private SpreadsPage() {}

    static void write(Book book, int coupons, boolean onCurve, boolean government) {
        Page page = book.page("spreads").widths(46, 18, 18, 18, 14);
        page.note("note.spreads");
        page.freeze();
        if (government) {
            government(page);
        }
        if (onCurve) {
            midSwap(page);
            flows(page, coupons);
            zSpread(page);
            assetSwap(page);
            shifted(page);
        }
    }

    private static void government(Page page) {
        page.section("section.government");
        page.figure(
                "governmentPar",
                "GovernmentPar",
                Format.PERCENT,
                linearFlatOutside("((MaturityDate-SettleDate)/365)", "GovernmentYears", "GovernmentYield"));
        page.figure("overJgb", "OverJgb", Format.PERCENT, "YieldIcma-GovernmentPar");
        page.figure("gSpread", "GSpread", Format.PERCENT, "YieldSemiAnnual-GovernmentPar");
    }

    private static void midSwap(Page page) {
        page.section("section.midSwap");
        page.figure(
                "midSwap", "MidSwap", Format.PERCENT, linearFlatOutside("MaturityDate", "TonaMaturity", "TonaQuote"));
        page.figure("overMidSwap", "OverMidSwap", Format.PERCENT, "YieldIcma-MidSwap");
        page.figure(
                "midSwapCurve",
                "MidSwapCurve",
                Format.PERCENT,
                "(1-INDEX(AnnuityAnnualFactor,COUNT(AnnuityAnnualFactor)))/AnnuityAnnual");
        page.figure("overMidSwapCurve", "OverMidSwapCurve", Format.PERCENT, "YieldIcma-MidSwapCurve");
        page.figure("iSpread", "ISpread", Format.PERCENT, "YieldAnnual-MidSwap");
    }

    private static void flows(Page page, int coupons) {
        page.section("section.flowsOnCurve");
        int first = page.nextRow() + 1;
        page.table(
                coupons,
                formula("flow.number", null, Format.COUNT, "ROW()-" + (first - 1)),
                formula("flow.paid", null, Format.DATE, "INDEX(FlowPaid,A{r})"),
                formula("flow.bought", null, Format.PRICE, "INDEX(FlowBought,A{r})"),
                formula(
                        "flow.yearsPaid",
                        "FlowYears",
                        Format.YEARS,
                        "IF(INDEX(FlowReceived,A{r})=1,(B{r}-SettleDate)/365,0)"),
                formula(
                        "flow.node",
                        null,
                        Format.COUNT,
                        "IF(INDEX(FlowReceived,A{r})=1," + leftNode("B{r}", "Tona") + ",1)"),
                formula(
                        "flow.factor",
                        "FlowFactor",
                        Format.NUMBER,
                        "IF(INDEX(FlowReceived,A{r})=1," + discountFactor("B{r}", "E{r}", "Tona")
                                + "/FactorAtSettle,0)"),
                formula("flow.presentOnCurve", "FlowPresentOnCurve", Format.PRICE, "C{r}*F{r}"),
                formula(
                        "flow.zeroRate",
                        "FlowZeroRate",
                        Format.PERCENT,
                        "IF(OR(C{r}=0,D{r}=0),0,2*(F{r}^(-1/(2*D{r}))-1))"),
                formula("flow.presentWithSpread", null, Format.PRICE, "G{r}*EXP(-ZSpread*D{r})"));
    }

    private static void zSpread(Page page) {
        page.section("section.zSpread");
        Newton.continuousSpread(page, "zContinuous", "ZSpread", "DirtyPrice");
        page.section("section.zSemi");
        Newton.semiAnnualSpread(page, "zSemiAnnual", "ZSpreadSemiAnnual", "DirtyPrice", "2*(EXP(ZSpread/2)-1)");
    }

    private static void assetSwap(Page page) {
        page.section("section.assetSwap");
        page.figure("presentOnCurve", "PresentOnCurve", Format.PRICE, "SUM(FlowPresentOnCurve)");
        page.figure("parAssetSwap", "ParAssetSwap", Format.PERCENT, "(PresentOnCurve-DirtyPrice)/(100*AnnuityAnnual)");
        page.figure(
                "parAssetSwapSemi",
                "ParAssetSwapSemiAnnual",
                Format.PERCENT,
                "(PresentOnCurve-DirtyPrice)/(100*AnnuitySemiAnnual)");
        page.figure(
                "marketAssetSwap",
                "MarketAssetSwap",
                Format.PERCENT,
                "(PresentOnCurve-DirtyPrice)/(DirtyPrice*AnnuityAnnual)");
        page.figure(
                "marketAssetSwapSemi",
                "MarketAssetSwapSemiAnnual",
                Format.PERCENT,
                "(PresentOnCurve-DirtyPrice)/(DirtyPrice*AnnuitySemiAnnual)");
    }

    private static void shifted(Page page) {
        page.section("section.shifted");
        page.note("note.shifted");
        page.input("shiftUpBp", "ShiftUpBp", Format.BASIS_POINTS, 100);
        page.input("shiftDownBp", "ShiftDownBp", Format.BASIS_POINTS, -50);
        page.figure("dirtyShiftedUp", "DirtyShiftedUp", Format.PRICE, dirtyAtSpread("ZSpread+ShiftUpBp/10000"));
        page.figure("dirtyShiftedDown", "DirtyShiftedDown", Format.PRICE, dirtyAtSpread("ZSpread+ShiftDownBp/10000"));
        page.section("section.parCoupon");
        page.note("note.parCoupon");
        page.figure(
                "parAnnuity",
                "ParAnnuity",
                Format.NUMBER,
                sum("FlowReceived*FlowCouponYears*FlowFactor/EXP(WantedSpreadBp/10000)^FlowYears"));
        page.figure(
                "parRedemption",
                "ParRedemption",
                Format.NUMBER,
                "INDEX(FlowFactor,CouponCount)/EXP(WantedSpreadBp/10000)^INDEX(FlowYears,CouponCount)");
        page.figure("parCoupon", "ParCoupon", Format.PERCENT, "(1-ParRedemption)/(ParAnnuity-AccruedYears)");
    }

    private static String dirtyAtSpread(String spread) {
        return sum("FlowPresentOnCurve/EXP(" + spread + ")^FlowYears");
    }
}
