package io.github.samuraidesk.nets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {

    private static final String STAYS = "a".repeat(64);
    private static final String MOVES = "b".repeat(64);

    private final NormalForm form = new NormalForm(STAYS::equals);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"b\":1,\"a\":2}                  | {\"a\":2,\"b\":1}",
                "{\"a\":null,\"b\":[],\"c\":1}      | {\"c\":1}",
                "{\"a\":{\"x\":null}}               | {\"a\":{}}",
                "{\"a\":[\"\",\"x\"]}               | {\"a\":[null,\"x\"]}",
                "{\"a\":[null]}                     | {}",
                "{\"assumed\":[\"x\",\"y\"]}       | {\"assumed\":[\"y\",\"x\"]}",
                "{\"a\":0.50}                       | {\"a\":\"0.50\"}",
                "{\"a\":1E+2}                       | {\"a\":\"100\"}",
                "{\"a\":1.0E-5}                     | {\"a\":\"0.000010\"}",
                "{\"a\":1.1102230246251565E-16}    | {\"a\":0}",
                "{\"a\":0.123456789012345}        | {\"a\":0.1234567890123456}",
                "{\"a\":50000000000}                | {\"a\":\"50000000000\"}",
            })
    void theSameSaidInAnotherTextIsTheSame(String one, String other) {
        assertThat(form.of(one)).isEqualTo(form.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":0.50}           | {\"a\":0.5}",
                "{\"a\":0}              | {}",
                "{\"a\":false}          | {}",
                "{\"a\":\"\"}           | {}",
                "{\"a\":\"020000\"}     | {\"a\":\"20000\"}",
                "{\"a\":[1,2]}          | {\"a\":[2,1]}",
                "{\"a\":{\"b\":1}}      | {\"a\":{\"c\":1}}",
            })
    void somethingElseSaidDiffers(String one, String other) {
        assertThat(form.of(one)).isNotEqualTo(form.of(other));
    }

    @Test
    void onlyAHashOfBytesThatStayIsKept() {
        assertThat(form.of("{\"a\":\"" + STAYS + "\",\"b\":\"of " + MOVES + "\"}"))
                .isEqualTo("{\"a\":\"" + STAYS + "\",\"b\":\"of #\"}");
    }
}
