package io.github.samuraidesk.pricing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteTextTest {

    private static String number(double value) {
        ByteText text = new ByteText(1);
        text.number(value);
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "100, 100",
        "-100, -100",
        "0.1, 0.1",
        "-2.7283170586327, -2.7283170586327",
        "106.528, 106.528",
        "99.99999999999999, 100",
        "9.9999999999994, 9.9999999999994",
        "0.00093089057851609, 0.00093089057851609",
        "0.0000001, 0.0000001",
        "0.00000001, 1e-8",
        "12345678901234, 12345678901234",
        "123456789012344, 1.2345678901234e14",
        "1e300, 1e300",
        "1.5e-200, 1.5e-200",
        "1e-300, 0",
        "4.9e-324, 0"
    })
    void writesAtMostFourteenDigits(double value, String expected) {
        assertThat(number(value)).isEqualTo(expected);
    }

    @Test
    void staysWithinTheFourteenthDigitOfEveryDouble() {
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            double value = (random.nextDouble() - 0.5)
                    * Math.pow(10, i % 3 == 0 ? random.nextInt(560) - 270 : random.nextInt(16) - 8);
            assertThat(Double.parseDouble(number(value))).isCloseTo(value, within(Math.abs(value) * 1.01e-13));
        }
        for (int power = -280; power <= 308; power++) {
            double value = Double.parseDouble("1e" + power);
            assertThat(Double.parseDouble(number(value))).isCloseTo(value, within(value * 1e-14));
            assertThat(Double.parseDouble(number(Math.nextDown(value)))).isCloseTo(value, within(value * 1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void neverWritesWhatIsNoNumber(double value) {
        assertThatThrownBy(() -> number(value)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2450, 2.45", "-1, -0.001", "1000, 1", "17638, 17.638", "-500, -0.5"})
    void writesThousandthsWithoutTrailingZeros(long thousandths, String expected) {
        ByteText text = new ByteText(1);
        text.thousandths(thousandths);
        assertThat(text).hasToString(expected);
    }

    @Test
    void writesDatesIntegersAndCells() {
        ByteText text = new ByteText(1);
        text.date(LocalDate.of(987, 1, 2));
        text.append(',');
        text.integer(-1024);
        text.append(',');
        byte[] cell = "a,\"b\"".getBytes(StandardCharsets.UTF_8);
        text.cell(cell, 0, cell.length);
        assertThat(text).hasToString("0987-01-02,-1024,\"a,\"\"b\"\"\"");
    }
}
