package io.github.samuraidesk.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IsinTest {

    @Test
    void acceptsPublishedNumbersAndRefusesAWrongDigit() {
        assertThat(Isin.isValid("JP3633400001")).isTrue(); // Toyota Motor, Tokyo Stock Exchange
        assertThat(Isin.isValid("US0378331005")).isTrue(); // Apple, ISO 6166 example
        assertThat(Isin.isValid("JP3633400002")).isFalse();
        assertThat(Isin.isValid("JP36334000")).isFalse();
    }

    @Test
    void addsTheDigitThatMakesANumberValid() {
        assertThat(Isin.withCheckDigit("JP363340000")).isEqualTo("JP3633400001"); // Toyota Motor, Tokyo Stock Exchange
    }
}
