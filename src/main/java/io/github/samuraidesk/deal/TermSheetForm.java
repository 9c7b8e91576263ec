package io.github.samuraidesk.deal;

import io.github.samuraidesk.bond.AccrualStart;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.OddPeriodMethod;
import io.github.samuraidesk.deal.TermSheet.RouteWish;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FormCheck;
import io.github.samuraidesk.form.FormValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a term sheet (YAML and web form alike), their rules, and the way from typed values to facts. */
public final class TermSheetForm {

    /** Published tranches run from 1.3 to 210 billion yen (rule pack, deals): outside, the amount is said in words. */
    private static final BigDecimal USUAL_LEAST = new BigDecimal("1");

    private static final BigDecimal USUAL_MOST = new BigDecimal("250");

    public static final List<Field> FIELDS = List.of(
            Field.text("dealId").matching(DealId.FORMAT),
            Field.choice("format", Format.class),
            Field.choice("routeWish", RouteWish.class),
            Field.text("issuer.name").atMost(120),
            Field.text("issuer.nameJa").atMost(120),
            Field.choice("issuer.kind", IssuerKind.class),
            Field.text("issuer.homeCountry").matching("[A-Z]{2}"),
            Field.text("issuer.edinetCode").matching("E[0-9]{5}").optional(),
            Field.whole("issuer.annualReportsYears").between("0", "60"),
            Field.yesNo("issuer.wellKnown"),
            Field.yesNo("issuer.treatyConsent").optional(),
            Field.yesNo("issuer.guaranteedByJapan").optional(),
            Field.text("issuer.guarantor").atMost(120).optional(),
            Field.text("issuer.fiscalYearEnd")
                    .matching("(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
                    .optional(),
            Field.text("issuer.representative").optional(),
            Field.text("issuer.address").optional(),
            Field.text("issuer.attorneyInFact").optional(),
            Field.text("issuer.attorneyAddress").optional(),
            Field.text("issuer.attorneyPhone").optional(),
            Field.table("ratings", Field.text("agency"), Field.text("grade"), Field.yesNo("registered"))
                    .optional(),
            Field.whole("offering.offerees").optional(),
            Field.yesNo("offering.transferLocked").optional(),
            Field.text("shelf.number").matching("[0-9]{1,2}-外(債)?[0-9]+").optional(),
            Field.billionYen("shelf.plannedBillionYen").optional(),
            Field.billionYen("shelf.issuedBillionYen").optional(),
            Field.choice("shelf.kind", TermSheet.ShelfKind.class).optional(),
            Field.billionYen("shelf.redeemedBillionYen").optional(),
            Field.billionYen("shelf.reducedBillionYen").optional(),
            Field.whole("shelf.periodYears").between("1", "2").optional(),
            Field.date("shelf.filed").optional(),
            Field.date("shelf.effective").optional(),
            Field.lines("useOfProceeds.ja"),
            Field.lines("useOfProceeds.en"),
            Field.table(
                            "managers",
                            Field.text("name"),
                            Field.text("nameJa"),
                            Field.choice("position", "lead", "co"),
                            Field.text("registration").optional())
                    .optional(),
            Field.text("agents.fiscal").optional(),
            Field.text("agents.issuing").optional(),
            Field.text("agents.paying").optional(),
            Field.date("dates.filing").optional(),
            Field.date("dates.sounding").optional(),
            Field.date("dates.marketing").optional(),
            Field.date("dates.pricing"),
            Field.date("dates.payment"),
            Field.decimal("costs.feePer100").between("0", "5").optional(),
            Field.yen("costs.expensesYen").optional(),
            Field.table(
                    "tranches",
                    Field.text("id").matching("[A-Za-z0-9-]{1,20}"),
                    Field.decimal("tenorYears").between("0.25", "60"),
                    Field.billionYen("sizeBillionYen").optional(),
                    Field.text("sizeInWords").optional(),
                    Field.choice("rateType", RateType.class),
                    Field.basisPoints("guidanceLowBp").optional(),
                    Field.basisPoints("guidanceHighBp").optional(),
                    Field.text("benchmark").optional(),
                    Field.percent("couponPercent").between("0", "20").optional(),
                    Field.decimal("issuePrice").between("50", "150").optional(),
                    Field.yen("denominationYen").between("10000", "1000000000"),
                    Field.choice("frequency", "1", "2", "4").optional(),
                    Field.choice("dayRule", DayRule.class),
                    Field.choice("oddPeriodMethod", OddPeriodMethod.class),
                    Field.choice("accrualStart", AccrualStart.class),
                    Field.choice("rounding", "CUT_BELOW_ONE_YEN_PER_BOND").optional(),
                    Field.date("maturity").optional(),
                    Field.date("firstCoupon").optional(),
                    Field.date("callDate").optional(),
                    Field.basisPoints("marginBp").optional(),
                    Field.text("floatingReference").optional(),
                    Field.text("label").optional(),
                    Field.text("status").optional(),
                    Field.yesNo("retail").optional()),
            Field.lines("source"));

    private TermSheetForm() {}

    /** Every fault of form and of sense, all at once. */
    public static List<Finding> check(FormValues values, FormCheck formCheck) {
        var findings = new ArrayList<Finding>();
        formCheck.check(FIELDS, values).forEach(f -> findings.add(Finding.of(f)));
        Set<String> faulty = new HashSet<>();
        findings.forEach(f -> faulty.add(f.field()));
        checkDates(values, faulty, findings);
        checkTranches(values, faulty, findings);
        if (!faulty.contains("routeWish")
                && values.text("routeWish").equals("SHELF")
                && !values.has("shelf.plannedBillionYen")) {
            findings.add(Finding.field("shelf.plannedBillionYen", "shelfNeedsAmount"));
        }
        if (values.has("issuer.homeCountry")
                && values.text("issuer.homeCountry").equals("JP")) {
            findings.add(Finding.field("issuer.homeCountry", "issuerMustBeForeign"));
        }
        return findings;
    }

    private static void checkDates(FormValues values, Set<String> faulty, List<Finding> findings) {
        String[] order = {"dates.filing", "dates.sounding", "dates.marketing", "dates.pricing", "dates.payment"};
        String earlier = null;
        for (String name : order) {
            if (!values.has(name) || faulty.contains(name)) {
                continue;
            }
            if (earlier != null && values.date(name).isBefore(values.date(earlier))) {
                findings.add(Finding.field(name, "dateBefore", values.text(name), earlier, values.text(earlier)));
            }
            earlier = name;
        }
    }

    private static void checkTranches(FormValues values, Set<String> faulty, List<Finding> findings) {
        Set<String> ids = new HashSet<>();
        List<FormValues> rows = values.rows("tranches");
        for (int i = 0; i < rows.size(); i++) {
            FormValues row = rows.get(i);
            String path = "tranches[" + i + "].";
            if (!ids.add(row.text("id"))) {
                findings.add(Finding.field(path + "id", "duplicate", row.text("id")));
            }
            if (row.has("sizeBillionYen") && !faulty.contains(path + "sizeBillionYen")) {
                checkSize(path, row, findings);
            }
            if (row.has("guidanceLowBp")
                    && row.has("guidanceHighBp")
                    && !faulty.contains(path + "guidanceLowBp")
                    && !faulty.contains(path + "guidanceHighBp")
                    && row.number("guidanceLowBp").compareTo(row.number("guidanceHighBp")) > 0) {
                findings.add(Finding.field(path + "guidanceLowBp", "rangeReversed"));
            }
            if (row.has("maturity")
                    && !faulty.contains(path + "maturity")
                    && values.has("dates.payment")
                    && !faulty.contains("dates.payment")
                    && !row.date("maturity").isAfter(values.date("dates.payment"))) {
                findings.add(Finding.field(
                        path + "maturity",
                        "dateBefore",
                        row.text("maturity"),
                        "dates.payment",
                        values.text("dates.payment")));
            }
            String rateType = row.text("rateType");
            if ((rateType.equals("FLOATING") || rateType.equals("FIXED_TO_FLOATING"))
                    && !row.has("floatingReference")) {
                findings.add(Finding.field(path + "floatingReference", "floaterNeedsReference"));
            }
            if (rateType.equals("FIXED_TO_FLOATING") && !row.has("callDate")) {
                findings.add(Finding.field(path + "callDate", "fixedToFloatingNeedsCallDate"));
            }
        }
    }

    private static void checkSize(String path, FormValues row, List<Finding> findings) {
        BigDecimal billions = row.number("sizeBillionYen");
        BigDecimal yen = billions.multiply(FormValues.BILLION);
        if (yen.stripTrailingZeros().scale() > 0) {
            findings.add(Finding.field(path + "sizeBillionYen", "notWholeYen", row.text("sizeBillionYen")));
            return;
        }
        if (row.has("denominationYen")) {
            try {
                BigDecimal denomination = row.number("denominationYen");
                if (denomination.signum() > 0 && yen.remainder(denomination).signum() != 0) {
                    findings.add(Finding.field(
                            path + "denominationYen",
                            "denominationDoesNotDivide",
                            denomination.toPlainString(),
                            yen.stripTrailingZeros().toPlainString()));
                }
            } catch (NumberFormatException e) {
                return; // already a fault of form
            }
        }
        boolean usual = billions.compareTo(USUAL_LEAST) >= 0 && billions.compareTo(USUAL_MOST) <= 0;
        String inWords = YenWords.oku(yen.toBigInteger());
        boolean confirmed = row.text("sizeInWords").equals(inWords);
        if (row.has("sizeInWords") && !confirmed) {
            findings.add(Finding.field(path + "sizeInWords", "sizeWordsDiffer", row.text("sizeInWords"), inWords));
        } else if (!usual && !confirmed) {
            findings.add(Finding.field(
                    path + "sizeInWords",
                    "sizeUnusual",
                    billions.toPlainString(),
                    USUAL_LEAST.toPlainString(),
                    USUAL_MOST.toPlainString(),
                    inWords));
        }
    }

    /** Values that {@link #check} has passed, as facts. */
    public static TermSheet termSheet(FormValues v, Set<String> assumed) {
        var issuer = new TermSheet.Issuer(
                v.text("issuer.name"),
                v.text("issuer.nameJa"),
                v.choice("issuer.kind", IssuerKind.class),
                v.text("issuer.homeCountry"),
                orNull(v, "issuer.edinetCode"),
                v.number("issuer.annualReportsYears").intValueExact(),
                v.yes("issuer.wellKnown"),
                v.yes("issuer.treatyConsent"),
                v.yes("issuer.guaranteedByJapan"),
                orNull(v, "issuer.guarantor"),
                orNull(v, "issuer.fiscalYearEnd"),
                orNull(v, "issuer.representative"),
                orNull(v, "issuer.address"),
                orNull(v, "issuer.attorneyInFact"),
                orNull(v, "issuer.attorneyAddress"),
                orNull(v, "issuer.attorneyPhone"),
                v.rows("ratings").stream()
                        .map(r -> new TermSheet.Rating(r.text("agency"), r.text("grade"), r.yes("registered")))
                        .toList());
        TermSheet.Shelf shelf = v.has("shelf.plannedBillionYen")
                ? new TermSheet.Shelf(
                        orNull(v, "shelf.number"),
                        v.has("shelf.kind")
                                ? v.choice("shelf.kind", TermSheet.ShelfKind.class)
                                : TermSheet.ShelfKind.PLANNED_AMOUNT,
                        v.findBillionsAsYen("shelf.plannedBillionYen").orElseThrow(),
                        v.findBillionsAsYen("shelf.issuedBillionYen").orElse(BigDecimal.ZERO),
                        v.findBillionsAsYen("shelf.redeemedBillionYen").orElse(BigDecimal.ZERO),
                        v.findBillionsAsYen("shelf.reducedBillionYen").orElse(BigDecimal.ZERO),
                        v.findNumber("shelf.periodYears")
                                .map(BigDecimal::intValueExact)
                                .orElse(2),
                        dateOrNull(v, "shelf.filed"),
                        dateOrNull(v, "shelf.effective"))
                : null;
        return new TermSheet(
                v.text("dealId"),
                v.choice("format", Format.class),
                v.choice("routeWish", RouteWish.class),
                issuer,
                new TermSheet.Offering(
                        v.findNumber("offering.offerees")
                                .map(BigDecimal::intValueExact)
                                .orElse(null),
                        v.yes("offering.transferLocked")),
                shelf,
                v.text("useOfProceeds.ja"),
                v.text("useOfProceeds.en"),
                v.rows("managers").stream()
                        .map(r -> new TermSheet.Underwriter(
                                r.text("name"),
                                r.text("nameJa"),
                                r.text("position").equals("lead"),
                                orNull(r, "registration")))
                        .toList(),
                new TermSheet.Agents(
                        orNull(v, "agents.fiscal"), orNull(v, "agents.issuing"), orNull(v, "agents.paying")),
                new TermSheet.Dates(
                        dateOrNull(v, "dates.filing"),
                        dateOrNull(v, "dates.sounding"),
                        dateOrNull(v, "dates.marketing"),
                        dateOrNull(v, "dates.pricing"),
                        dateOrNull(v, "dates.payment")),
                new TermSheet.Costs(
                        v.findNumber("costs.feePer100").orElse(null),
                        v.findNumber("costs.expensesYen").orElse(null)),
                v.rows("tranches").stream().map(TermSheetForm::tranche).toList(),
                v.text("source"),
                Set.copyOf(assumed));
    }

    private static Tranche tranche(FormValues r) {
        return new Tranche(
                r.text("id"),
                r.number("tenorYears"),
                r.findBillionsAsYen("sizeBillionYen").orElse(null),
                r.choice("rateType", RateType.class),
                r.findNumber("guidanceLowBp").orElse(null),
                r.findNumber("guidanceHighBp").orElse(null),
                orNull(r, "benchmark"),
                r.findNumber("couponPercent").orElse(null),
                r.findNumber("issuePrice").orElse(new BigDecimal("100")),
                r.number("denominationYen"),
                r.findNumber("frequency").map(BigDecimal::intValueExact).orElse(2),
                r.choice("dayRule", DayRule.class),
                r.choice("oddPeriodMethod", OddPeriodMethod.class),
                r.choice("accrualStart", AccrualStart.class),
                dateOrNull(r, "maturity"),
                dateOrNull(r, "firstCoupon"),
                dateOrNull(r, "callDate"),
                r.findNumber("marginBp").orElse(null),
                orNull(r, "floatingReference"),
                orNull(r, "label"),
                orNull(r, "status"),
                r.yes("retail"));
    }

    private static @Nullable String orNull(FormValues v, String name) {
        return v.find(name).orElse(null);
    }

    private static @Nullable LocalDate dateOrNull(FormValues v, String name) {
        return v.findDate(name).orElse(null);
    }
}
