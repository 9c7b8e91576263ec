package io.github.samuraidesk.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private static TermSheet.Shelf shelf(TermSheet.ShelfKind kind) {
        return new TermSheet.Shelf(
                "30-外債1",
                kind,
                new BigDecimal("300000000000"),
                new BigDecimal("100000000000"),
                new BigDecimal("40000000000"),
                new BigDecimal("20000000000"),
                2,
                null,
                null);
    }

    @Test
    void aPlannedAmountIsUsedUpAndRedemptionGivesNothingBack() {
        // 残額 = planned − issued − reductions (S:EDI-SAMPLE): 300 − 100 − 20, in billions
        assertThat(shelf(TermSheet.ShelfKind.PLANNED_AMOUNT).residualYen()).isEqualByComparingTo("180000000000");
    }

    @Test
    void aLimitIsFreedByRedemption() {
        // 残高 = limit − issued + redeemed − reductions (S:EDI-SAMPLE; limit formula partly GK-med): 300 − 100 + 40 − 20
        assertThat(shelf(TermSheet.ShelfKind.LIMIT).residualYen()).isEqualByComparingTo("220000000000");
    }
}
