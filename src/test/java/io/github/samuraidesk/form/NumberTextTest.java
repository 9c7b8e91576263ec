package io.github.samuraidesk.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            99.5         | 99.5
            -0.965       | -0.965
            +1.25        | 1.25
            1,234.5      | 1234.5
            1,234,567    | 1234567
            -12,345.25   | -12345.25
            .5           | 0.5
            1e3          | 1000
            ９９．５        | 99.5
            １，２３４．５    | 1234.5
            −1.5         | -1.5
            """)
    void readsNumbersWithThousandsInThrees(String text, String value) {
        assertThat(NumberText.read(text).value().orElseThrow()).isEqualByComparingTo(new BigDecimal(value));
        assertThat(NumberText.readAmount(text).value().orElseThrow()).isEqualByComparingTo(new BigDecimal(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            99,5         | 99.5
            0,965        | 0.965
            -0,38        | -0.38
            151,3725     | 151.3725
            １０２，３       | 102.3
            1.234,5      | 1234.5
            1'234,5      | 1234.5
            1’234.5      | 1234.5
            1_234,5      | 1234.5
            1_234.5      | 1234.5
            """)
    void asksWhereACommaIsADecimalPointAndNeverDropsIt(String text, String meaning) {
        for (String blank : List.of("\u00a0", "\u202f", " ")) {
            String typed = text.replace("_", blank);
            assertThat(NumberText.read(typed)).isEqualTo(new NumberText(Optional.empty(), List.of(meaning)));
            assertThat(NumberText.readAmount(typed).value()).isEmpty();
        }
    }

    @Test
    void asksWhichOfTwoReadingsOneGroupOfThreeHas() {
        assertThat(NumberText.read("1,585").value()).isEmpty();
        assertThat(NumberText.read("1,585").meanings()).containsExactly("1585", "1.585");
        assertThat(NumberText.readAmount("1,585").value()).contains(new BigDecimal("1585"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1,23,456", "12,34.5", "1.2.3", "--1", "1e99999999", "", ","})
    void hasNoReadingOfWhatIsNoNumber(String text) {
        assertThat(NumberText.read(text)).isEqualTo(new NumberText(Optional.empty(), List.of()));
    }

    @Test
    void aFormAsksInsteadOfTakingTenTimesTheValue() {
        List<Field> fields = List.of(Field.decimal("price"), Field.percent("coupon"), Field.yen("face"));
        FormCheck check = new FormCheck(text -> true);
        assertThat(check.check(fields, FormValues.of("price", "99,5", "coupon", "1,585", "face", "1,234")))
                .containsExactly(
                        Fault.of("price", "decimalComma", "99,5", "99.5"),
                        Fault.of("coupon", "commaOfTwoMeanings", "1,585", "1585", "1.585"));
        FormValues right = FormValues.of("price", "1,234.5", "coupon", "１．５", "face", "30,000,000,000");
        assertThat(check.check(fields, right)).isEmpty();
        assertThat(right.number("price")).isEqualByComparingTo("1234.5");
        assertThat(right.number("coupon")).isEqualByComparingTo("1.5");
        assertThat(right.number("face")).isEqualByComparingTo("30000000000");
    }
}
