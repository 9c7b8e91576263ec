package io.github.samuraidesk.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Era boundaries are those of the Cabinet's ordinances on era names (昭和64年1月7日まで, 平成31年4月30日まで). */
class JapaneseTextTest {

    @Test
    void erasChangeOnTheirDays() {
        assertThat(JapaneseText.era(LocalDate.of(1989, 1, 7))).isEqualTo("昭和64年1月7日");
        assertThat(JapaneseText.era(LocalDate.of(1989, 1, 8))).isEqualTo("平成元年1月8日");
        assertThat(JapaneseText.era(LocalDate.of(2019, 4, 30))).isEqualTo("平成31年4月30日");
        assertThat(JapaneseText.era(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日");
        assertThat(JapaneseText.era(LocalDate.of(2024, 8, 29))).isEqualTo("令和6年8月29日");
    }

    @Test
    void amountsReadAsPapersWriteThem() {
        var amount = new BigDecimal("45100000000");
        assertThat(JapaneseText.yen(amount)).isEqualTo("45,100,000,000円");
        assertThat(JapaneseText.oku(amount)).isEqualTo("451億円");
        assertThat(JapaneseText.oku(new BigDecimal("1550000000"))).isEqualTo("15億5,000万円");
        assertThat(JapaneseText.oku(new BigDecimal("50000000"))).isEqualTo("5,000万円");
        assertThat(JapaneseText.millions(amount)).isEqualTo("45,100百万円");
        assertThat(JapaneseText.kanji(amount)).isEqualTo("金四百五十一億円");
    }

    @Test
    void couponsShowAtLeastThreeDecimals() {
        assertThat(JapaneseText.percent(new BigDecimal("0.75"))).isEqualTo("0.750");
        assertThat(JapaneseText.percent(new BigDecimal("0.4750"))).isEqualTo("0.475");
        assertThat(JapaneseText.percent(new BigDecimal("1.23456"))).isEqualTo("1.23456");
    }
}
