package io.github.samuraidesk.pricing;

import static io.github.samuraidesk.form.Field.basisPoints;
import static io.github.samuraidesk.form.Field.choice;
import static io.github.samuraidesk.form.Field.date;
import static io.github.samuraidesk.form.Field.decimal;
import static io.github.samuraidesk.form.Field.percent;
import static io.github.samuraidesk.form.Field.yen;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.AccrualStart;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.OddPeriodMethod;
import io.github.samuraidesk.deal.RateType;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.form.Fault;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FormCheck;
import io.github.samuraidesk.form.FormValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of the tranche page and what they mean. */
public final class TrancheForm {

    private static final String NO_COUPON_YET = "1.000";

    /** Every field of the page, in its order. */
    public static final List<Field> FIELDS = List.of(
            choice("mode", TrancheInputs.Mode.class),
            decimal("value").between("-20", "1000"),
            percent("couponPercent").between("0", "20"),
            basisPoints("spreadBp"),
            date("valuation"),
            date("settle"),
            date("issueDate"),
            date("firstCoupon").optional(),
            date("lastRegularCoupon").optional(),
            date("maturity"),
            date("redemption").optional(),
            date("callDate").optional(),
            choice("frequency", "1", "2", "4"),
            choice("accrual", AccrualBasis.class),
            choice("dayRule", DayRule.class),
            Field.yesNo("endOfMonth").optional(),
            choice("oddPeriodMethod", OddPeriodMethod.class),
            choice("accrualStart", AccrualStart.class),
            yen("faceYen").between("1", null),
            yen("denominationYen").between("1", null),
            decimal("issuePrice").between("1", "1000"),
            decimal("feePer100").between("0", "10"),
            yen("expensesYen"),
            basisPoints("wantedSpreadBp"),
            basisPoints("csaBp"),
            percent("partSwappedPercent").between("0", "100"),
            basisPoints("homeFundingBp").optional());

    private TrancheForm() {}

    /** Every fault of what was typed, at once. */
    public static List<Fault> check(FormValues values) {
        List<Fault> faults = new ArrayList<>(new FormCheck(text -> true).check(FIELDS, values));
        if (!faults.isEmpty()) {
            return faults;
        }
        LocalDate maturity = values.date("maturity");
        LocalDate settle = values.date("settle");
        if (!maturity.isAfter(values.date("issueDate"))) {
            faults.add(Fault.of("maturity", "maturityBeforeIssue", values.text("issueDate")));
        }
        if (settle.isBefore(values.date("issueDate"))) {
            faults.add(Fault.of("settle", "settleBeforeIssue", values.text("issueDate")));
        }
        if (!settle.isBefore(maturity)) {
            faults.add(Fault.of("settle", "settleAfterMaturity", maturity.toString()));
        }
        if (values.findDate("redemption").filter(r -> r.isAfter(maturity)).isPresent()) {
            faults.add(Fault.of("redemption", "redemptionAfterMaturity", maturity.toString()));
        }
        if (values.findDate("redemption").filter(r -> !settle.isBefore(r)).isPresent()) {
            faults.add(Fault.of("settle", "settleAfterMaturity", values.text("redemption")));
        }
        if (values.date("valuation").isAfter(settle)) {
            faults.add(Fault.of("valuation", "valuationAfterSettle", settle.toString()));
        }
        if (values.text("mode").equals(TrancheInputs.Mode.PRICE.name())
                && values.number("value").signum() <= 0) {
            faults.add(Fault.of("value", "mustBeAboveZero"));
        }
        return faults;
    }

    /** What was typed, once {@link #check} found no fault. */
    public static TrancheInputs inputs(FormValues v) {
        return new TrancheInputs(
                v.number("faceYen"),
                v.number("denominationYen"),
                v.date("valuation"),
                v.date("settle"),
                v.date("issueDate"),
                v.findDate("firstCoupon").orElse(null),
                v.findDate("lastRegularCoupon").orElse(null),
                v.date("maturity"),
                v.findDate("redemption").orElse(null),
                v.findDate("callDate").orElse(null),
                v.number("couponPercent"),
                v.number("frequency").intValueExact(),
                v.choice("accrual", AccrualBasis.class),
                v.choice("dayRule", DayRule.class),
                v.yes("endOfMonth"),
                v.choice("oddPeriodMethod", OddPeriodMethod.class),
                v.choice("accrualStart", AccrualStart.class),
                v.choice("mode", TrancheInputs.Mode.class),
                v.number("value"),
                v.number("spreadBp"),
                v.number("wantedSpreadBp"),
                v.number("issuePrice"),
                v.number("feePer100"),
                v.number("expensesYen"),
                v.number("csaBp"),
                v.number("partSwappedPercent"),
                v.findNumber("homeFundingBp").orElse(null));
    }

    /**
     * What the page shows first: the sealed run, or before pricing the term sheet with the middle of the guidance.
     *
     * @param run null before pricing
     * @param issueDate payment date
     * @param end last day of the fixed part: maturity, or the call date of a fixed-to-floating tranche
     * @param couponsEnd last coupon date of the grid, the anniversary when {@code end} was moved back from it
     * @param valuation day of the newest quotes, or of pricing
     */
    public static FormValues beginning(
            Tranche t,
            @Nullable PricingRun run,
            LocalDate issueDate,
            LocalDate end,
            LocalDate couponsEnd,
            LocalDate valuation,
            BigDecimal feePer100,
            BigDecimal expensesYen) {
        var v = new LinkedHashMap<String, String>();
        v.put("mode", TrancheInputs.Mode.PRICE.name());
        BigDecimal price = run == null ? t.issuePrice() : run.issuePrice();
        v.put("value", price.toPlainString());
        BigDecimal coupon = run != null && run.couponPercent() != null ? run.couponPercent() : t.couponPercent();
        v.put("couponPercent", coupon == null ? NO_COUPON_YET : coupon.toPlainString());
        BigDecimal spread = run != null && run.spreadBp() != null ? run.spreadBp() : t.guidanceLowBp();
        v.put("spreadBp", spread == null ? "0" : spread.toPlainString());
        v.put("valuation", valuation.toString());
        v.put("settle", issueDate.toString());
        v.put("issueDate", issueDate.toString());
        v.put("firstCoupon", t.firstCoupon() == null ? "" : t.firstCoupon().toString());
        v.put("lastRegularCoupon", "");
        v.put("maturity", couponsEnd.toString());
        v.put("redemption", end.isBefore(couponsEnd) ? end.toString() : "");
        boolean callable = t.rateType() == RateType.FIXED && t.callDate() != null;
        v.put("callDate", callable ? t.callDate().toString() : "");
        v.put("frequency", Integer.toString(t.frequency()));
        v.put("accrual", AccrualBasis.ICMA.name());
        v.put("dayRule", t.dayRule().name());
        v.put("endOfMonth", "no");
        v.put("oddPeriodMethod", t.oddPeriodMethod().name());
        v.put("accrualStart", t.accrualStart().name());
        BigDecimal face = run != null ? run.amountYen() : t.sizeYen() != null ? t.sizeYen() : t.denominationYen();
        v.put("faceYen", face.toPlainString());
        v.put("denominationYen", t.denominationYen().toPlainString());
        v.put("issuePrice", price.toPlainString());
        v.put("feePer100", (run == null ? feePer100 : run.feePer100()).toPlainString());
        // expenses of the whole deal on a single bond would make a cost of hundreds of basis points
        boolean sizeUnknown = run == null && t.sizeYen() == null;
        v.put("expensesYen", sizeUnknown ? "0" : (run == null ? expensesYen : run.expensesYen()).toPlainString());
        v.put("wantedSpreadBp", spread == null ? "0" : spread.toPlainString());
        v.put("csaBp", "0");
        v.put("partSwappedPercent", "100");
        v.put("homeFundingBp", "");
        return FormValues.of(v);
    }
}
