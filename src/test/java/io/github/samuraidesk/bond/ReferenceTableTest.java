package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReferenceTableTest {

    @Test
    void refusesARowThatDoesNotNameItsPublisher() {
        assertThatThrownBy(() -> ReferenceTable.parse("id,value,source\nA,1,\n"))
                .hasMessageContaining("no source");
        assertThatThrownBy(() -> ReferenceTable.parse("id,value\nA,1\n")).hasMessageContaining("no source");
    }

    @Test
    void keepsCommasAndDoubledQuotesInsideQuotedCells() {
        assertThat(ReferenceTable.parse("id,rule,source\nA,\"one, \"\"two\"\"\",X\n")
                        .get(0))
                .containsEntry("rule", "one, \"two\"");
    }
}
