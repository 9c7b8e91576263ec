package io.github.samuraidesk.pricing.batch;

import static io.github.samuraidesk.pricing.batch.Reference.HEADER;
import static io.github.samuraidesk.pricing.batch.Reference.PLAIN;
import static io.github.samuraidesk.pricing.batch.Reference.price;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.samuraidesk.pricing.batch.Reference.Outcome;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tables that were read wrongly; the cases with a file name their source in it. */
class TableFaultsTest {

    private static final Curves NONE = Curves.none();
    private static final String MOVED = HEADER + ",redemption";

    @Test
    void yieldsOfThirtyDayMonthsAreThoseOfQuantLib() {
        List<Map<String, String>> rows =
                price(NONE, Reference.bytes("thirty-360.csv")).rows();
        List<Map<String, String>> expected = Reference.rows(Reference.text("thirty-360-expected.csv"));
        assertThat(rows).hasSize(3);
        for (int i = 0; i < 3; i++) {
            String published = expected.get(i).get("y_pct");
            assertThat(expected.get(i).get("source")).isNotBlank();
            assertThat(rows.get(i)).containsEntry("case_id", expected.get(i).get("case_id"));
            double lastDigit = Math.pow(10, published.indexOf('.') - published.length() + 1);
            assertThat(Double.parseDouble(rows.get(i).get("y_icma_pct")))
                    .isCloseTo(Double.parseDouble(published), within(lastDigit / 2));
        }
    }

    @Test
    void aDecimalCommaIsAskedAndNeverHintedAtTenTimesItsValue() {
        Outcome outcome = price(NONE, Reference.bytes("comma-dec.csv"));
        assertThat(outcome.findingLines())
                .containsExactly(
                        "line 2: value: 99,5 is not a number; write a decimal point and no other mark, as 99.5");
        assertThat(outcome.rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("case_id", "B2").containsEntry("clean", "99.5"));
    }

    @Test
    void aMaturityMovedBackLeavesTheCouponsOnTheirDays() {
        String bond = "M1,G,,2023-05-22,2023-05-22,,2026-11-22,1.2,2,ICMA,F,0,CLEAN,100,,2026-11-20";
        Outcome outcome = price(NONE, MOVED, bond);
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.rows().get(0))
                .containsEntry("next_coupon", "2023-11-22")
                .containsEntry("n_cf", "7")
                .containsEntry("first_cf_amount", "0.6");
        assertThat(Double.parseDouble(outcome.rows().get(0).get("y_icma_pct"))).isCloseTo(1.2, within(1e-12));
        // on the curve the last payment is discounted from the 19th instead of the 23rd
        String seasoned = "M2,G,A_20240620,2024-06-24,2022-09-21,,2027-03-21,1.2,2,ICMA,F,0,CLEAN,100,70,";
        Map<String, String> moved =
                price(Reference.curves(), MOVED, seasoned + "2027-03-19").rows().get(0);
        Map<String, String> later =
                price(Reference.curves(), MOVED, seasoned).rows().get(0);
        assertThat(moved.get("y_icma_pct")).isEqualTo(later.get("y_icma_pct"));
        assertThat(Double.parseDouble(moved.get("z_cont_bp")))
                .isGreaterThan(Double.parseDouble(later.get("z_cont_bp")));
        assertThat(Double.parseDouble(moved.get("par_coupon_pct")))
                .isLessThan(Double.parseDouble(later.get("par_coupon_pct")));
    }

    @Test
    void aMaturityThatLooksMovedIsSaid() {
        String back = "M1,G,,2023-05-22,2023-05-22,,2026-11-20,1.2,2,ICMA,F,0,CLEAN,100,";
        String on = "M2,G,,2023-05-22,2023-05-22,,2026-11-24,1.2,2,ICMA,F,0,CLEAN,100,";
        String odd = "M3,G,,2023-05-22,2023-05-22,,2026-11-18,1.2,2,ICMA,F,0,CLEAN,100,";
        Outcome outcome = price(NONE, HEADER, back, on, odd);
        assertThat(outcome.rows()).hasSize(3);
        assertThat(outcome.findings()).allMatch(RowFinding::note);
        assertThat(outcome.findingLines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("note: line 2: maturity: 2026-11-20 is the open day before 2026-11-22")
                                .endsWith("write maturity 2026-11-22 and redemption 2026-11-20"),
                        second -> assertThat(second)
                                .startsWith("note: line 3: maturity: 2026-11-24 is the open day after 2026-11-22")
                                .endsWith("write maturity 2026-11-22: pay_bdc moves the payment"));
    }

    @Test
    void refusesARedemptionThatIsNone() {
        String bond = "M1,G,,%s,2023-05-22,,2026-11-22,1.2,2,ICMA,F,0,CLEAN,100,,%s";
        assertThat(price(
                                NONE,
                                MOVED,
                                bond.formatted("2023-05-22", "2026-11-24"),
                                bond.formatted("2023-05-22", "2026-05-22"),
                                bond.formatted("2026-11-20", "2026-11-20"),
                                bond.formatted("2026-11-19", "20/11/2026"))
                        .findingLines())
                .satisfiesExactly(
                        late -> assertThat(late).startsWith("line 2: redemption: 2026-11-24 must be after the coupon"),
                        early ->
                                assertThat(early).startsWith("line 3: redemption: 2026-05-22 must be after the coupon"),
                        paid -> assertThat(paid).startsWith("line 4: settle: 2026-11-20 must be before redemption"),
                        text -> assertThat(text).startsWith("line 5: redemption: 20/11/2026 is not a date"));
    }

    @Test
    void aBroughtForwardCouponIsTheSellersOnItsPaymentDay() {
        String bond = "X1,G,,2026-11-27,2024-05-28,,2029-05-28,2,2,ACT365F,%s,0,CLEAN,99,";
        Outcome outcome = price(NONE, HEADER, bond.formatted("P"), bond.formatted("F"));
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.rows())
                .satisfiesExactly(
                        before -> assertThat(before)
                                .containsEntry("accrued", "0")
                                .containsEntry("dirty", "99")
                                .containsEntry("next_coupon", "2027-05-28")
                                .containsEntry("n_cf", "5")
                                .containsEntry("edge", "1"),
                        after -> assertThat(after)
                                .containsEntry("accrued", "1")
                                .containsEntry("next_coupon", "2026-11-28")
                                .containsEntry("n_cf", "6")
                                .containsEntry("edge", "0"));
    }

    @Test
    void aDistressedBondKeepsWhatHasAValueAndNamesWhatHasNone() {
        // QuantLib issue 1168: 8.25 percent at 16.25, days before maturity
        String bond = "D1,G,A_20240620,2024-06-24,2019-06-27,,2024-06-27,8.25,2,ACT365F,F,0,CLEAN,16.25,70";
        Outcome outcome = price(Reference.curves(), HEADER, PLAIN, bond, PLAIN);
        assertThat(outcome.summary()).isEqualTo(new Summary(3, 3, 0));
        Map<String, String> row = outcome.rows().get(1);
        double accrued = 8.25 * 180 / 365;
        assertThat(row)
                .containsEntry("clean", "16.25")
                .containsEntry("y_icma_pct", "")
                .containsEntry("modified", "")
                .doesNotContainEntry("asw_ann_bp", "")
                .doesNotContainValue("NaN");
        assertThat(Double.parseDouble(row.get("accrued"))).isCloseTo(accrued, within(1e-12));
        assertThat(Double.parseDouble(row.get("y_last_simple_pct")))
                .isCloseTo(100 * (104.125 / (16.25 + accrued) - 1) * 365 / 3, within(1e-7));
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.note()).isTrue();
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.message())
                    .contains("y_icma_pct has no value")
                    .contains("y_a365_pct has no value")
                    .contains("z_cont_bp has no value");
        });
    }

    @Test
    void pricesThatAreNoPricesAreStillRefused() {
        String bond = "D1,G,,2024-06-24,2019-06-27,,2024-06-27,8.25,2,ACT365F,F,0,%s,70";
        assertThat(price(
                                NONE,
                                HEADER,
                                bond.formatted("CLEAN,-3"),
                                bond.formatted("DIRTY,1.5"),
                                bond.formatted("YIELD,-300"))
                        .findingLines())
                .hasSize(3)
                .allMatch(line -> line.contains(": value: "));
    }

    @Test
    void aQuotedLineBreakIsOneRecord() {
        String table = "case_id,\"group\r\nof bonds\"," + HEADER.substring("case_id,group,".length()) + "\r\n"
                + PLAIN.replace("VAN002,VAN", "VAN002,\"two\r\n\"\"lines\"\", and\nthree\"")
                + "\r\n"
                + PLAIN.replace("2024-06-24", "2024-06-31") + "\r\n"
                + PLAIN.replace("VAN002", "\"A\nB\"");
        Outcome outcome = price(Reference.curves(), table.getBytes(UTF_8));
        assertThat(outcome.summary()).isEqualTo(new Summary(3, 2, 1));
        assertThat(outcome.findingLines()).singleElement().asString().startsWith("line 6: settle: ");
        assertThat(outcome.rows().stream().map(row -> row.get("case_id"))).containsExactly("VAN002", "A\nB");
    }

    @Test
    void aQuoteThatNothingClosesIsOneLinesFault() {
        String open = PLAIN.replace("VAN002,VAN", "VAN002,\"VAN");
        Outcome atTheEnd = price(Reference.curves(), HEADER, PLAIN, open, PLAIN, PLAIN);
        assertThat(atTheEnd.summary()).isEqualTo(new Summary(4, 3, 1));
        assertThat(atTheEnd.findingLines()).singleElement().asString().startsWith("line 3: row: a quote is not closed");
        StringBuilder many = new StringBuilder(HEADER + "\n" + open + "\n");
        for (int i = 0; i < 3000; i++) {
            many.append(PLAIN).append('\n');
        }
        Outcome far = price(Reference.curves(), many.toString().getBytes(UTF_8));
        assertThat(far.summary()).isEqualTo(new Summary(3001, 3000, 1));
    }

    @Test
    void recordsOverLinesAreCutTheSameWhereverTheBytesCome() {
        Random random = new Random(4180);
        StringBuilder table = new StringBuilder(HEADER + "\n");
        int records = 0;
        while (table.length() < 700_000) {
            String group = switch (random.nextInt(4)) {
                case 0 -> "\"" + "line\n".repeat(1 + random.nextInt(2000)) + "\"";
                case 1 -> "\"a \"\"quote\"\"\r\n\"";
                default -> "VAN";
            };
            table.append(PLAIN.replace("VAN002,VAN", "V" + records + "," + group))
                    .append('\n');
            records++;
        }
        byte[] bytes = table.toString().getBytes(UTF_8);
        InputStream drops = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(3000)));
            }
        };
        Curves curves = Reference.curves();
        Outcome whole = price(curves, bytes);
        assertThat(whole.findings()).isEmpty();
        assertThat(whole.summary()).isEqualTo(new Summary(records, records, 0));
        assertThat(price(new PriceBatch(Reference.TOKYO, curves).onThreads(3), drops)
                        .text())
                .isEqualTo(whole.text());
    }

    @Test
    void quotesOfCurvesMayHoldLineBreaksToo() {
        List<String> lines = Reference.text("curves.csv").lines().toList();
        String withNotes = lines.get(0) + ",\"note\nof two lines\"\n"
                + lines.stream().skip(1).map(line -> line + ",\"x\ny\"\n").collect(Collectors.joining());
        List<RowFinding> findings = new ArrayList<>();
        Curves curves = Reference.curves(withNotes, Reference.text("jgb.csv"), findings);
        assertThat(findings.stream().filter(finding -> !finding.note())).isEmpty();
        assertThat(price(curves, HEADER, PLAIN).text())
                .isEqualTo(price(Reference.curves(), HEADER, PLAIN).text());
    }
}
