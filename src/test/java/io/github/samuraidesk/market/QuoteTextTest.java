package io.github.samuraidesk.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.form.Fault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuoteTextTest {

    /** Layout and wording of the Ministry of Finance's jgbcm.csv; the two rows of yields are made up. */
    private static final String MINISTRY_JAPANESE = """
            国債金利情報,,,,,,,,,,,,,,,(単位 : %)
            基準日,1年,2年,3年,4年,5年,6年,7年,8年,9年,10年,15年,20年,25年,30年,40年
            R6.6.19,0.21,0.33,0.43,0.50,0.57,0.64,0.72,0.87,0.95,1.02,1.33,1.60,1.75,1.84,1.95
            R6.6.20,0.21,0.34,0.436,0.51,0.579,0.65,0.728,0.886,0.961,1.035,1.346,1.615,1.76,1.85,-
            """;

    @Test
    void readsTenorsAsPeoplePasteThem() {
        var read = read("1W\t0.0775\n# a remark\n\n１０Ｙ　0.965\n12y;1.09");
        assertThat(read.faults()).isEmpty();
        assertThat(read.quotes()).extracting(QuoteSet.Quote::tenor).containsExactly("1W", "10Y", "12Y");
        assertThat(read.quotes()).extracting(q -> q.value().toPlainString()).containsExactly("0.0775", "0.965", "1.09");
    }

    @Test
    void namesEveryLineThatCannotBeRead() {
        var read = read("1W 0.0775\nten years 1\n2Y 1,5x\n2Y 0.3\n2Y 0.3\n1Y 0.2");
        assertThat(read.faults())
                .extracting(Fault::code)
                .containsExactly("quoteLineNotRead", "quoteNotANumber", "tenorTwice", "tenorOutOfOrder");
        assertThat(read.faults()).extracting(f -> f.args().get(0)).containsExactly("2", "3", "5", "6");
    }

    @Test
    void takesTwelveMonthsAfterAYearForTheSameTenor() {
        assertThat(read("1Y 1\n12M 1").faults()).extracting(Fault::code).containsExactly("tenorTwice");
    }

    @Test
    void readsTheMinistrysJapaneseFileInShiftJisAndItsEraDates() {
        byte[] file = MINISTRY_JAPANESE.getBytes(Charset.forName("windows-31j"));
        var read = QuoteText.read(QuoteKind.JGB_PAR, QuoteText.decoded(file), "f", Optional.empty());
        assertThat(read.date()).contains(LocalDate.of(2024, 6, 20));
        assertThat(read.quotes()).hasSize(14);
        assertThat(read.quotes().get(9)).isEqualTo(new QuoteSet.Quote("10Y", new java.math.BigDecimal("1.035")));
    }

    @Test
    void takesTheDayThatWasAskedForAndSaysWhenThereIsNone() {
        String english = "Date,1Y,2Y\n2024/6/19,0.21,0.33\n2024/6/20,0.21,0.34\n";
        var read = QuoteText.read(QuoteKind.JGB_PAR, english, "f", Optional.of(LocalDate.of(2024, 6, 19)));
        assertThat(read.quotes().get(1).value()).isEqualByComparingTo("0.33");
        assertThat(QuoteText.read(QuoteKind.JGB_PAR, english, "f", Optional.of(LocalDate.of(2024, 6, 21)))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("noRowOfDay");
    }

    @Test
    void forgetsTheMarkThatSomeProgramsPutFirst() {
        byte[] file = "\uFEFF1Y 0.2\n".getBytes(StandardCharsets.UTF_8);
        assertThat(QuoteText.read(QuoteKind.TONA_OIS, QuoteText.decoded(file), "f", Optional.empty())
                        .quotes())
                .hasSize(1);
    }

    @Test
    void wantsOneSpotRateAboveZero() {
        assertThat(spot("158.50").quotes()).hasSize(1);
        assertThat(spot("0").faults()).extracting(Fault::code).containsExactly("mustBeAboveZero");
        assertThat(spot("158.5\n159").faults()).extracting(Fault::code).containsExactly("oneNumberWanted");
        assertThat(spot("1,158.5").faults()).extracting(Fault::code).containsExactly("oneNumberWanted");
    }

    @Test
    void asksAboutADecimalCommaAndNeverReadsItAway() {
        assertThat(read("5Y 0,965\n7Y;-0,5\n10Y,1,585\n12Y １，０２").faults())
                .containsExactly(
                        Fault.of("f", "decimalComma", "0,965", "0.965"),
                        Fault.of("f", "decimalComma", "-0,5", "-0.5"),
                        Fault.of("f", "commaOfTwoMeanings", "1,585", "1585", "1.585"),
                        Fault.of("f", "decimalComma", "1,02", "1.02"));
        assertThat(spot("151,37").faults()).containsExactly(Fault.of("f", "decimalComma", "151,37", "151.37"));
        assertThat(read("5Y\u00a00.965\n7Y;1.0\n10Y,1.1").quotes()).hasSize(3);
    }

    private static QuoteText.Read spot(String text) {
        return QuoteText.read(QuoteKind.USDJPY_SPOT, text, "f", Optional.empty());
    }

    private static QuoteText.Read read(String text) {
        return QuoteText.read(QuoteKind.TONA_OIS, text, "f", Optional.empty());
    }
}
