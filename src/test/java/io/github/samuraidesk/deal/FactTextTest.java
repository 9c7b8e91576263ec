package io.github.samuraidesk.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The one text of a fact: the same for every program that knows at least what the fact says. */
class FactTextTest {

    enum Colour {
        RED,
        @Since(3)
        GREEN
    }

    record Earlier(
            String name,
            BigDecimal rate,
            boolean flag,
            int count,
            List<String> list,
            @Nullable LocalDate day) {}

    record Later(
            String name,
            @Since(2) Optional<String> note,
            BigDecimal rate,
            boolean flag,
            int count,
            @Since(2) List<Earlier> more,
            List<String> list,
            @Nullable LocalDate day) {}

    record Coloured(Colour colour, Set<String> names, LocalDateTime at, double figure, long large) {}

    private static final Earlier SAID = new Earlier("a", new BigDecimal("0.750"), false, 0, List.of(), null);

    @Test
    void decimalsAreStringsFalseAndZeroAreWrittenAndWhatWasNotSaidIsAbsent() {
        assertThat(FactText.of(SAID)).isEqualTo("{\"count\":0,\"flag\":false,\"name\":\"a\",\"rate\":\"0.750\"}");
        assertThat(FactText.read(FactText.of(SAID), Earlier.class)).isEqualTo(SAID);
    }

    @Test
    void aComponentThatIsNotSaidChangesNeitherTextNorVersion() {
        var later = new Later("a", Optional.empty(), new BigDecimal("0.750"), false, 0, List.of(), List.of(), null);
        assertThat(FactText.write(later)).isEqualTo(FactText.write(SAID));
        assertThat(FactText.write(later).version()).isEqualTo(1);
        assertThat(FactText.read(FactText.of(SAID), Later.class)).isEqualTo(later);
    }

    @Test
    void aComponentThatIsSaidTakesItsVersionAndAnEarlierProgramStillReadsTheRest() {
        var later = new Later("a", Optional.of("n"), new BigDecimal("0.750"), false, 0, List.of(), List.of(), null);
        assertThat(FactText.write(later).version()).isEqualTo(2);
        assertThat(FactText.read(FactText.of(later), Earlier.class)).isEqualTo(SAID);
    }

    @Test
    void aConstantTakesTheVersionThatBroughtIt() {
        assertThat(FactText.write(coloured(Colour.RED)).version()).isEqualTo(1);
        assertThat(FactText.write(coloured(Colour.GREEN)).version()).isEqualTo(3);
    }

    private static Coloured coloured(Colour colour) {
        return new Coloured(colour, Set.of("b", "a", "c"), LocalDateTime.of(2024, 1, 2, 3, 0), 0.1, 1L << 60);
    }

    /** A set has no order, a time always its seconds, and no reader of JSON rounds a number. */
    @Test
    void equalFactsHaveEqualTexts() {
        assertThat(FactText.of(coloured(Colour.RED)))
                .isEqualTo("{\"at\":\"2024-01-02T03:00:00\",\"colour\":\"RED\",\"figure\":\"0.1\","
                        + "\"large\":\"1152921504606846976\",\"names\":[\"a\",\"b\",\"c\"]}");
        assertThat(FactText.read(FactText.of(coloured(Colour.RED)), Coloured.class))
                .isEqualTo(coloured(Colour.RED));
    }

    /** Names and escapes of the examples in RFC 8785, sections 3.2.2 and 3.2.3. */
    @Test
    void namesAreSortedAndStringsEscapedAsRfc8785Says() {
        String literals =
                "{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"literals\":[null,true,false]}";
        assertThat(FactText.canonical(FactText.parse(literals)))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        String sorting =
                "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\","
                        + "\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                        + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
        assertThat(FactText.parse(FactText.canonical(FactText.parse(sorting))))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
                .extracting(m -> List.copyOf(m.values()))
                .isEqualTo(List.of(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh"));
    }

    @Test
    void upcastsLeadFromAnyVersionToTodays() {
        FactKind.Per<Earlier> kind = FactKind.per("Earlier", Earlier.class)
                .then(text -> {
                    text.put("name", text.remove("title"));
                    return text;
                })
                .then(text -> {
                    text.putIfAbsent("count", new FactText.Digits("7"));
                    return text;
                });
        assertThat(kind.version()).isEqualTo(3);
        String first = "{\"flag\":true,\"rate\":\"1\",\"title\":\"t\"}";
        var read = new Earlier("t", BigDecimal.ONE, true, 7, List.of(), null);
        assertThat(FactText.read(first, kind, 0)).isEqualTo(read);
        assertThat(FactText.read(first, kind, 1)).isEqualTo(read);
        assertThat(FactText.read(first.replace("title", "name"), kind, 2)).isEqualTo(read);
        String today = FactText.of(new Earlier("t", BigDecimal.ONE, true, 0, List.of(), null));
        assertThat(FactText.read(today, kind, 3).count()).isZero();
    }

    @Test
    void anEventsFactsKeepTheTextThatTheyAreStoredWith() {
        var stored = new DealFile.StoredText("{\"b\":1.50,\"a\":null}", 0);
        assertThat(FactText.ofEvent(Map.of("before", stored, "size", 5L)))
                .isEqualTo("{\"before\":{\"a\":null,\"b\":1.50},\"size\":5}");
    }
}
