package io.github.samuraidesk.pricing.batch;

import static io.github.samuraidesk.pricing.batch.Reference.HEADER;
import static io.github.samuraidesk.pricing.batch.Reference.PLAIN;
import static io.github.samuraidesk.pricing.batch.Reference.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.bond.CurveInterpolation;
import io.github.samuraidesk.bond.OisConvention;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.bond.ParQuote;
import io.github.samuraidesk.bond.Tenor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvesTest {

    private static final String SWAPS = "curve_id,valuation,tenor,rate\n";
    private static final String GOOD = SWAPS + "A_20240620,2024-06-20,1Y,0.23\nA_20240620,2024-06-20,10Y,0.965\n";
    private static final String GOVERNMENT = "curve_id,years,rate\n";
    private static final String GOOD_GOVERNMENT = GOVERNMENT + "A_20240620,1,0.21\nA_20240620,10,1.035\n";

    private final List<RowFinding> findings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A,2024-06-20,1Y,0.2/A,2024-06-20,1Y,0.3   | 3 | tenor     | 1Y of curve A is there twice
            A,2024-06-20,12M,0.2/A,2024-06-20,1Y,0.3  | 3 | tenor     | 1Y of curve A is there twice
            A,2024-06-20,2Y,0.2/A,2024-06-20,1Y,0.3   | 3 | tenor     | 1Y of curve A comes after 2Y
            A,2024-06-20,1Q,0.2                       | 2 | tenor     | 1Q is no tenor; write a number with D, W, M or Y
            A,2024-06-20,,0.2                         | 2 | tenor     | is empty; write a number with D, W, M or Y
            A,,1Y,0.2/A,,2Y,0.2                       | 2 | valuation | curve A has no valuation
            A,2024-06-20,1Y,0.2/A,2024-06-21,2Y,0.3   | 3 | valuation | curve A has two valuations, 2024-06-20 and 2024-06-21
            A,2024-06-31,1Y,0.2                       | 2 | valuation | 2024-06-31 does not exist
            A,2024-06-20,1Y,0.2/A,2024-06-20,2Y,x     | 3 | rate      | x is not a number
            A,2024-06-20,1Y,"0,2"                     | 2 | rate      | 0,2 is not a number
            A,2024-06-20,1Y,250                       | 2 | rate      | 250 must be between -100 and 100 percent
            A,2024-06-20,1Y,0,2                       | 2 | row       | has 5 cells under 4 column names
            A,2098-12-28,5Y,0.2                       | 2 | curve_id  | curve A cannot be made: calendar JP-BANK has no table
            A,2024-06-20,18M,0.2                      | 2 | curve_id  | curve A cannot be made: a curve needs a quote
            A,2024-06-20,1Y,-99/A,2024-06-20,2Y,90    | 2 | curve_id  | curve A cannot be made: no curve of 2024-06-20
            """)
    void aCurveWithAFaultIsAFindingOfTheFileAndItsBondsArePricedWithoutIt(
            String rows, long line, String field, String message) {
        Curves curves = Reference.curves(
                SWAPS + rows.replace('/', '\n') + "\n" + GOOD.substring(SWAPS.length()),
                GOOD_GOVERNMENT + "A,1,0.2\n",
                findings);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("curves.csv");
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.field()).isEqualTo(field);
            assertThat(finding.message()).contains(message);
            assertThat(finding.note()).isFalse();
        });
        Reference.Outcome outcome = price(curves, HEADER, PLAIN.replace("A_20240620", "A"), PLAIN);
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.rows())
                .satisfiesExactly(
                        broken -> assertThat(broken)
                                .containsEntry("z_cont_bp", "")
                                .containsEntry("jgb_interp_pct", "0.2"),
                        good -> assertThat(good).doesNotContainEntry("z_cont_bp", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A_20240620,2,0.2/A_20240620,2,0.3 | 3 | years | 2 of curve A_20240620 must be above the one before
            A_20240620,2,0.2/A_20240620,1,0.3 | 3 | years | 1 of curve A_20240620 must be above the one before
            A_20240620,0,0.2                  | 2 | years | must be above 0
            A_20240620,ten,0.2                | 2 | years | ten is not a number
            A_20240620,10,?                   | 2 | rate  | ? is not a number
            A_20240620,10,100                 | 2 | rate  | 100 must be between -100 and 100 percent
            """)
    void aGovernmentCurveWithAFaultLeavesItsFieldsEmpty(String rows, long line, String field, String message) {
        Curves curves = Reference.curves(GOOD, GOVERNMENT + rows.replace('/', '\n'), findings);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding).asString().startsWith("jgb.csv line " + line + ": " + field + ": ");
            assertThat(finding.message()).contains(message);
        });
        assertThat(price(curves, HEADER, PLAIN).rows().get(0))
                .containsEntry("jgb_interp_pct", "")
                .containsEntry("spread_jgb_bp", "")
                .doesNotContainEntry("z_cont_bp", "");
    }

    @Test
    void namesEveryFaultOfACurve() {
        Reference.curves(SWAPS + "A,,1Y,x\nA,,1X,0.2\nA,,1M,y", GOOD_GOVERNMENT + "A,1,0.2\n", findings);
        assertThat(findings.stream().map(RowFinding::field))
                .containsExactly("valuation", "rate", "tenor", "tenor", "rate");
    }

    @Test
    void aRowWithoutACurveIsAFinding() {
        Reference.curves(GOOD + ",2024-06-20,20Y,1.5\n\"A_20240620,2024-06-20,20Y,1.5\n", GOOD_GOVERNMENT, findings);
        assertThat(findings.stream().map(RowFinding::line)).containsExactly(4L, 5L);
    }

    @Test
    void saysWhichQuotesItLeavesOutAndWhichBondsGetNoGovernmentYield() {
        Curves curves = Reference.curves(
                GOOD.replace("A_20240620,2024-06-20,10Y", "A_20240620,2024-06-20,18M,0.3\nA_20240620,2024-06-20,10Y"),
                GOVERNMENT + "B,10,1\n",
                findings);
        assertThat(findings).hasSize(2).allMatch(RowFinding::note);
        assertThat(findings.get(0).message()).contains("leaves out 18M: a term over a year");
        assertThat(findings.get(1).message()).contains("has no curve A_20240620");
        assertThat(price(curves, HEADER, PLAIN).rows().get(0)).containsEntry("jgb_interp_pct", "");
        // where swaps are given, a bond must name one of theirs
        assertThat(price(curves, HEADER, PLAIN.replace("A_20240620", "B")).findingLines())
                .singleElement()
                .asString()
                .startsWith("line 2: curve_id: no curve B was given");
    }

    @Test
    void tablesWithoutAQuoteOrAHeaderAreRefused() {
        Reference.curves(SWAPS, GOOD_GOVERNMENT, findings);
        assertThat(findings.get(0))
                .hasToString("curves.csv line 1: row: holds a header and no quote; add one row a quote");
        assertThatThrownBy(() -> read("curve_id,tenor\n"))
                .isInstanceOfSatisfying(
                        UnreadableTableException.class,
                        e -> assertThat(e.findings().stream().map(RowFinding::field))
                                .containsExactly("valuation", "rate"));
        assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableTableException.class);
    }

    private static void read(String swaps) throws IOException {
        Curves.read(
                Reference.TOKYO,
                Optional.of(new Curves.Table(
                        "curves.csv", new ByteArrayInputStream(swaps.getBytes(StandardCharsets.UTF_8)))),
                Optional.empty(),
                finding -> {});
    }

    @Test
    void readsShiftJisAndAByteOrderMark() throws IOException {
        for (byte[] table : List.of(
                GOOD.replace("A_20240620", "円").getBytes(TextEncoding.SHIFT_JIS),
                ("\uFEFF" + GOOD.replace("A_20240620", "円")).getBytes(StandardCharsets.UTF_8))) {
            Curves curves = Curves.read(
                    Reference.TOKYO,
                    Optional.of(new Curves.Table("curves.csv", new ByteArrayInputStream(table))),
                    Optional.empty(),
                    findings::add);
            assertThat(findings).isEmpty();
            assertThat(curves.find("円")).isPresent();
            String bond = PLAIN.replace("A_20240620", "円");
            assertThat(price(curves, (HEADER + "\n" + bond).getBytes(TextEncoding.SHIFT_JIS))
                            .rows()
                            .get(0))
                    .doesNotContainEntry("z_cont_bp", "");
            assertThat(price(curves, HEADER, bond).rows().get(0)).doesNotContainEntry("z_cont_bp", "");
        }
    }

    @Test
    void tellsApartCurvesWhoseIdsShareAHash() {
        // "Aa" and "BB" have the same sum
        OisCurve one = flat(0.01);
        OisCurve other = flat(0.02);
        Curves curves = Curves.of(Map.of("AaAa", one, "BBBB", other), Map.of());
        assertThat(price(
                                curves,
                                HEADER,
                                PLAIN.replace("A_20240620", "AaAa"),
                                PLAIN.replace("A_20240620", "BBBB"),
                                PLAIN.replace("A_20240620", "AaBB"))
                        .rows()
                        .stream()
                        .map(row -> row.get("midswap_interp_pct")))
                .containsExactly("1", "2");
    }

    private static OisCurve flat(double rate) {
        return OisCurve.bootstrap(
                OisConvention.tona(Reference.TOKYO),
                CurveInterpolation.LOG_LINEAR_DISCOUNT,
                LocalDate.of(2024, 6, 20),
                List.of(new ParQuote(Tenor.parse("10Y"), rate)));
    }
}
