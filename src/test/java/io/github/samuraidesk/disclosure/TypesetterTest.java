package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TypesetterTest {

    private static final String PAGE =
            "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ja\"><head><title>t</title>"
                    + "<style>body{font-family:'BIZ UDMincho'}</style></head><body><p>%s</p></body></html>";

    private final Typesetter typesetter = new Typesetter();

    @Test
    void aCharacterWithoutGlyphFailsTheRunInsteadOfPrintingASubstitute() {
        assertThatThrownBy(() -> typesetter.typeset(PAGE.formatted("𠮷野家"), Instant.EPOCH))
                .hasMessageContaining("U+20BB7");
        assertThatThrownBy(() -> typesetter.typeset(PAGE.formatted("社債😀"), Instant.EPOCH))
                .hasMessageContaining("U+1F600");
    }

    @Test
    void theSameTextAndMomentGiveTheSameBytes() {
        String page = PAGE.formatted("発行価格 100円につき99.50円、髙﨑①㈱");
        assertThat(typesetter.typeset(page, Instant.EPOCH).pdf())
                .isEqualTo(new Typesetter().typeset(page, Instant.EPOCH).pdf());
    }

    @Test
    void looseTextIsWrappedSoThatItKeepsItsPlace() {
        assertThat(
                        ReadingOrder.of(
                                "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>年 <b>0.750</b> ％</p></body></html>"))
                .contains("<p><span>年 </span><b>0.750</b><span> ％</span></p>");
    }
}
