package io.github.samuraidesk.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class QuotePlausibilityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 16);

    @Test
    void asksAboutAnOvernightSwapTenTimesTooHigh() {
        QuoteSet slipped = set(QuoteKind.TONA_OIS, DAY, "5Y 0.71 7Y 0.82 10Y 9.65");
        assertThat(QuotePlausibility.doubts(slipped, Optional.empty()))
                .containsExactly(QuoteDoubt.of("quoteLevelMeant", "TONA_OIS 10Y", "9.65", "0.965"));
        QuoteSet before = set(QuoteKind.TONA_OIS, BEFORE, "5Y 0.70 7Y 0.81 10Y 0.955");
        assertThat(QuotePlausibility.doubts(slipped, Optional.of(before)))
                .containsExactly(QuoteDoubt.of("quoteFactor", "TONA_OIS 10Y", "9.65", "0.955", "2026-11-16"));
    }

    @Test
    void asksAboutASlipWithinTheUsualLevelToo() {
        QuoteSet before = set(QuoteKind.TONA_OIS, BEFORE, "5Y 0.30 10Y 0.41");
        assertThat(QuotePlausibility.doubts(set(QuoteKind.TONA_OIS, DAY, "5Y 0.31 10Y 4.1"), Optional.of(before)))
                .extracting(QuoteDoubt::code)
                .containsExactly("quoteFactor");
        assertThat(QuotePlausibility.doubts(set(QuoteKind.TONA_OIS, DAY, "5Y 0.31 10Y 1.2"), Optional.of(before)))
                .extracting(QuoteDoubt::code)
                .containsExactly("quoteJump");
        assertThat(QuotePlausibility.doubts(set(QuoteKind.TONA_OIS, DAY, "5Y 0.31 10Y -0.41"), Optional.of(before)))
                .extracting(QuoteDoubt::code)
                .containsExactly("quoteSign");
    }

    @Test
    void asksAboutTheSignAndTheUnitOfABasis() {
        assertThat(QuotePlausibility.doubts(set(QuoteKind.USDJPY_BASIS, DAY, "1Y 50 5Y 45"), Optional.empty()))
                .containsExactly(
                        QuoteDoubt.of("quoteSignOfBasis", "USDJPY_BASIS 1Y", "50"),
                        QuoteDoubt.of("quoteSignOfBasis", "USDJPY_BASIS 5Y", "45"));
        assertThat(QuotePlausibility.doubts(set(QuoteKind.USDJPY_BASIS, DAY, "1Y -0.18 5Y -0.38"), Optional.empty()))
                .containsExactly(QuoteDoubt.of("quoteUnit", "USDJPY_BASIS", "-0.18"));
        QuoteSet before = set(QuoteKind.USDJPY_BASIS, BEFORE, "5Y -38");
        assertThat(QuotePlausibility.doubts(set(QuoteKind.USDJPY_BASIS, DAY, "5Y 38"), Optional.of(before)))
                .extracting(QuoteDoubt::code)
                .containsExactly("quoteSign");
        assertThat(QuotePlausibility.doubts(set(QuoteKind.EURJPY_BASIS, DAY, "1Y -12 5Y -240"), Optional.empty()))
                .extracting(QuoteDoubt::code)
                .containsExactly("quoteLevelMeant");
    }

    @Test
    void asksAboutASpotRateAHundredTimesTooLow() {
        QuoteSet slipped = set(QuoteKind.USDJPY_SPOT, DAY, " 1.585");
        assertThat(QuotePlausibility.doubts(slipped, Optional.empty()))
                .containsExactly(QuoteDoubt.of("quoteLevelMeant", "USDJPY_SPOT", "1.585", "158.5"));
        assertThat(QuotePlausibility.doubts(slipped, Optional.of(set(QuoteKind.USDJPY_SPOT, BEFORE, " 158.2"))))
                .extracting(QuoteDoubt::code)
                .containsExactly("quoteFactor");
        assertThat(QuotePlausibility.doubts(
                        set(QuoteKind.USDJPY_SPOT, DAY, " 185.2"),
                        Optional.of(set(QuoteKind.USDJPY_SPOT, BEFORE, " 158.2"))))
                .extracting(QuoteDoubt::code)
                .containsExactly("quoteJump");
    }

    @Test
    void asksAboutAForwardRateThatJumps() {
        assertThat(QuotePlausibility.doubts(
                        set(QuoteKind.TONA_OIS, DAY, "1Y 0.5 2Y 0.6 3Y 2.6 4Y 0.8 5Y 0.9"), Optional.empty()))
                .extracting(doubt -> doubt.code() + " " + doubt.args().get(0))
                .contains("quoteForward TONA_OIS 3Y");
    }

    @Test
    void oldQuotesSayNothingOfTodays() {
        QuoteSet old = set(QuoteKind.TONA_OIS, DAY.minusDays(60), "10Y 0.2");
        assertThat(QuotePlausibility.doubts(set(QuoteKind.TONA_OIS, DAY, "10Y 1.9"), Optional.of(old)))
                .isEmpty();
        QuoteSet other = set(QuoteKind.JGB_PAR, BEFORE, "10Y 0.2");
        QuoteSet later = set(QuoteKind.TONA_OIS, DAY.plusDays(1), "10Y 0.2");
        assertThat(QuotePlausibility.lastBefore(set(QuoteKind.TONA_OIS, DAY, "10Y 1.9"), List.of(old, other, later)))
                .contains(old);
    }

    /** Real quotes and those of the reference cases raise no doubt; origin and publisher stand in the files. */
    @Test
    void asksNothingAboutTheReferenceCurves() throws IOException {
        Map<String, QuoteSet> swaps = new LinkedHashMap<>();
        for (CSVRecord row : rows("curves.csv")) {
            add(
                    swaps,
                    QuoteKind.TONA_OIS,
                    row.get("curve_id"),
                    row.get("valuation"),
                    row.get("tenor"),
                    row.get("rate"));
        }
        for (CSVRecord row : rows("jgb.csv")) {
            add(
                    swaps,
                    QuoteKind.JGB_PAR,
                    "J" + row.get("curve_id"),
                    "2026-11-16",
                    row.get("years") + "Y",
                    row.get("rate"));
        }
        assertThat(swaps).hasSizeGreaterThan(3);
        assertThat(swaps)
                .allSatisfy((id, set) -> assertThat(QuotePlausibility.doubts(set, Optional.empty()))
                        .as(id)
                        .isEmpty());
    }

    private static void add(
            Map<String, QuoteSet> sets, QuoteKind kind, String id, String day, String tenor, String rate) {
        List<QuoteSet.Quote> quotes =
                new ArrayList<>(sets.containsKey(id) ? sets.get(id).quotes() : List.of());
        quotes.add(new QuoteSet.Quote(tenor, new BigDecimal(rate)));
        sets.put(id, new QuoteSet(kind, LocalDate.parse(day), Side.MID, "reference", quotes));
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        try (InputStreamReader in = new InputStreamReader(
                QuotePlausibilityTest.class.getResourceAsStream("/pricing/" + file), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }

    /** Tenor and value in turn; an empty tenor first for a kind of one number. */
    private static QuoteSet set(QuoteKind kind, LocalDate day, String text) {
        String[] words = text.split(" ");
        List<QuoteSet.Quote> quotes = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            quotes.add(new QuoteSet.Quote(words[i], new BigDecimal(words[i + 1])));
        }
        return new QuoteSet(kind, day, Side.MID, "a test", quotes);
    }
}
