package io.github.samuraidesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwinNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "総額451億円|JPY 45,100,000,000",
                "総額451億円|JPY 45.1 billion",
                "令和6年8月29日|29 August 2024",
                "平成元年4月1日|April 1, 1989",
                "２０２４年８月２９日|29 August 2024",
                "金四百五十一億円（45,100,000,000円）|JPY 45,100,000,000",
                "{amountKanji}（{amount}）、{maturity}|JPY {amountPlain}, {maturityEn}",
                "45,100百万円|JPY 45,100 million",
                "元本については10年、利息については5年|10 years for principal and 5 years for interest"
            })
    void theSameNumbersAreTheSameInBothStyles(String ja, String en) {
        assertThat(TwinNumbers.differences(ja, en)).isEmpty();
    }

    @Test
    void aDigitThatDiffersIsNamedWithBothCounts() {
        assertThat(TwinNumbers.differences("14日前に公告する。", "Notice is given 15 days before."))
                .containsExactlyInAnyOrder(
                        new TwinNumbers.Difference("14", 1, 0), new TwinNumbers.Difference("15", 0, 1));
        assertThat(TwinNumbers.differences("{maturity}に償還する。", "Redeemed on {callDateEn}."))
                .extracting(TwinNumbers.Difference::number)
                .containsExactlyInAnyOrder("{maturity}", "{callDate}");
    }

    @Test
    void anEmptyTwinIsAnOpenSlotAndNoDifference() {
        assertThat(TwinNumbers.differences("100億円", "")).isEmpty();
    }
}
