package io.github.samuraidesk.pricing.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.market.MarketSnapshot;
import io.github.samuraidesk.pricing.TrancheInputs;
import io.github.samuraidesk.pricing.TrancheSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What one missing figure leaves of the others on the tranche page. */
class SheetFaultsTest {

    @Test
    void aMissingBreakEvenLeavesTheAllInStanding() {
        TrancheInputs in = SwapMarkets.changed(SwapMarkets.issue(), "homeFundingBp", new BigDecimal("4900"));
        TrancheSheet sheet = ReferenceTranches.CALCULATOR.calculate(in, SwapMarkets.market());
        TrancheSheet without = ReferenceTranches.CALCULATOR.calculate(SwapMarkets.issue(), SwapMarkets.market());
        assertThat(sheet.allIns()).hasSize(2).isEqualTo(without.allIns());
        assertThat(sheet.allIns()).allMatch(all -> all.breakEvenShift() == null);
        assertThat(sheet.notes())
                .filteredOn(note -> note.startsWith("noBreakEven|"))
                .hasSize(2);
        assertThat(sheet.notes()).noneMatch(note -> note.startsWith("noAllIn"));
        TrancheInputs usual = SwapMarkets.changed(SwapMarkets.issue(), "homeFundingBp", new BigDecimal("40"));
        assertThat(ReferenceTranches.CALCULATOR
                        .calculate(usual, SwapMarkets.market())
                        .allIns())
                .allMatch(all -> all.breakEvenShift() != null);
    }

    @Test
    void aDistressedBondKeepsPriceInterestAndMoneyMarketYield() {
        // QuantLib issue 1168: 8.25 percent at 16.25, days before maturity
        TrancheInputs in = bond("2019-06-27", "2024-06-27", "8.25", "2024-06-24", "16.25");
        TrancheSheet sheet = ReferenceTranches.CALCULATOR.calculate(in, MarketSnapshot.none());
        double accrued = 8.25 * 180 / 365;
        assertThat(sheet.clean()).isEqualTo(16.25);
        assertThat(sheet.accrued()).isCloseTo(accrued, within(1e-12));
        assertThat(sheet.yields())
                .filteredOn(y -> y.convention().equals("lastPeriod"))
                .singleElement()
                .satisfies(y -> {
                    assertThat(y.value()).isCloseTo((104.125 / (16.25 + accrued) - 1) * 365 / 3, within(1e-10));
                    assertThat(y.difference()).isNull();
                });
        assertThat(sheet.yields()).noneMatch(y -> Double.isNaN(y.value()));
        assertThat(sheet.risks()).extracting(TrancheSheet.Risk::measure).containsExactly("modifiedSimple");
        assertThat(sheet.notes()).anyMatch(note -> note.startsWith("noYield|no ICMA yield for dirty price"));
        assertThat(sheet.priceByYield()).isEmpty();
        OpenedWorkbook book = new OpenedWorkbook(ReferenceTranches.WORKBOOK.of(
                "reference", sheet, ReferenceTranches.CALCULATOR.bond(in), MarketSnapshot.none(), key -> key));
        assertThat(book.number("Accrued")).isCloseTo(accrued, within(1e-12));
        assertThat(book.text("Verdict")).isEqualTo("OK");
    }

    @Test
    void aTradeExInterestIsSaid() {
        TrancheInputs in = SwapMarkets.changed(
                bond("2024-05-28", "2029-05-28", "2", "2026-11-27", "99"), "dayRule", DayRule.PRECEDING);
        TrancheSheet sheet = ReferenceTranches.CALCULATOR.calculate(in, MarketSnapshot.none());
        assertThat(sheet.accrued()).isZero();
        assertThat(sheet.accruedByOtherBasis()).isZero();
        assertThat(sheet.flows().get(0).due()).isEqualTo("2027-05-28");
        assertThat(sheet.flows().get(0).number()).isEqualTo(6);
        assertThat(sheet.notes()).contains("exInterest|2026-11-28|2026-11-27");
    }

    private static TrancheInputs bond(String issue, String maturity, String coupon, String settle, String price) {
        TrancheInputs in = ReferenceTranches.reference("PRI071").inputs();
        in = SwapMarkets.changed(in, "valuation", LocalDate.parse(settle));
        in = SwapMarkets.changed(in, "settle", LocalDate.parse(settle));
        in = SwapMarkets.changed(in, "issueDate", LocalDate.parse(issue));
        in = SwapMarkets.changed(in, "firstCoupon", null);
        in = SwapMarkets.changed(in, "maturity", LocalDate.parse(maturity));
        in = SwapMarkets.changed(in, "couponPercent", new BigDecimal(coupon));
        in = SwapMarkets.changed(in, "accrual", AccrualBasis.ACT_365F);
        in = SwapMarkets.changed(in, "dayRule", DayRule.FOLLOWING);
        return SwapMarkets.changed(in, "value", new BigDecimal(price));
    }
}
