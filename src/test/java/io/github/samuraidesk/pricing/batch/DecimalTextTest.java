package io.github.samuraidesk.pricing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    private static double parse(String text, int power) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return DecimalText.parse(bytes, 1, bytes.length - 1, power);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+1.5",
                "5.",
                ".5",
                "106.528",
                "2.592",
                "1e-5",
                "1.25E+3",
                "9007199254740993",
                "123456789012345678901234567890.125",
                "0.000000000000000000000000000001",
                "1e-400",
                "1.7976931348623157e308",
                "00000000000000000000000000000000000000001.5"
            })
    void readsWhatJavaReads(String text) {
        assertThat(parse(text, 0)).isEqualTo(Double.parseDouble(text));
        assertThat(parse(text, -2))
                .isEqualTo(new BigDecimal(text).movePointLeft(2).doubleValue() * (text.startsWith("-") ? -1 : 1));
    }

    @Test
    void roundsCorrectlyAsJavaDoes() {
        Random random = new Random(6);
        for (int i = 0; i < 50_000; i++) {
            String text = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(25))
                    .toPlainString();
            assertThat(parse(text, 0)).isEqualTo(Double.parseDouble(text));
            assertThat(parse(text, -2))
                    .isEqualTo(new BigDecimal(text).movePointLeft(2).doubleValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "e5",
                "1e",
                "1e+",
                "1e12345",
                "1e999",
                "-1e999",
                "NaN",
                "Infinity",
                "0x10",
                "1,000",
                "1 000",
                "1.2.3",
                "--1",
                "1d",
                "1f",
                "１",
                "1%",
                "1e5.0"
            })
    void isNotANumberWhereTheTextIsNone(String text) {
        assertThat(parse(text, 0)).isNaN();
    }
}
