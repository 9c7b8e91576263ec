package io.github.samuraidesk.pricing.batch;

import static io.github.samuraidesk.pricing.batch.Reference.HEADER;
import static io.github.samuraidesk.pricing.batch.Reference.PLAIN;
import static io.github.samuraidesk.pricing.batch.Reference.price;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.samuraidesk.pricing.batch.Reference.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBatchTest {

    private static final Curves CURVES = Reference.curves();

    @Test
    void pricesTheReferenceBondsAsThePublishersDoInEveryColumnAndInOrder() {
        Outcome outcome = price(CURVES, Reference.bytes("bonds.csv"));
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.summary()).isEqualTo(new Summary(40, 40, 0));

        List<Map<String, String>> expected = Reference.rows(Reference.text("expected.csv"));
        List<Map<String, String>> rows = outcome.rows();
        assertThat(rows).hasSize(40);
        for (int i = 0; i < rows.size(); i++) {
            for (ResultColumn column : ResultColumn.values()) {
                agree(expected.get(i), rows.get(i), column);
            }
        }
    }

    private static void agree(Map<String, String> expected, Map<String, String> row, ResultColumn column) {
        String name = column.label();
        String wanted = expected.get(name);
        String field = row.get(name);
        switch (column) {
            case CASE_ID, NEXT_COUPON, N_CF, SIMPLE_YIELD_TRUNC3, EDGE ->
                assertThat(field).as(expected.get("case_id") + " " + name).isEqualTo(wanted);
            default -> {
                assertThat(field.isEmpty())
                        .as(expected.get("case_id") + " " + name + " empty")
                        .isEqualTo(wanted.isEmpty());
                if (!wanted.isEmpty()) {
                    double tolerance = column == ResultColumn.CONVEXITY ? 1e-6 : name.endsWith("_bp") ? 1e-3 : 1e-8;
                    assertThat(Double.parseDouble(field))
                            .as(expected.get("case_id") + " " + name)
                            .isCloseTo(Double.parseDouble(wanted), within(tolerance));
                }
            }
        }
    }

    @Test
    void writesTheColumnsOfTheReferenceInTheirOrder() {
        String header = Reference.text("expected.csv").lines().findFirst().orElseThrow();
        assertThat(price(CURVES, HEADER, PLAIN).text().lines().findFirst().orElseThrow() + ",source")
                .isEqualTo(header);
    }

    @Test
    void leavesTheFieldsOfACurveEmptyWithoutOne() {
        Map<String, String> row = price(Curves.none(), HEADER, PLAIN).rows().get(0);
        List<ResultColumn> columns = List.of(ResultColumn.values());
        int first = ResultColumn.Z_CONT_BP.ordinal();
        int last = ResultColumn.DIRTY_PAR_DN50.ordinal();
        assertThat(columns.subList(first, last + 1))
                .allSatisfy(column -> assertThat(row.get(column.label())).isEmpty());
        assertThat(columns.subList(0, first))
                .filteredOn(column -> column != ResultColumn.Y_LAST_SIMPLE_PCT)
                .allSatisfy(column -> assertThat(row.get(column.label())).isNotEmpty());
        assertThat(row).containsEntry("edge", "0");
    }

    @Test
    void findsColumnsByNameInAnyOrderAndPassesOverOthers() {
        List<String> names = List.of(HEADER.split(","));
        List<String> cells = List.of(PLAIN.split(","));
        String backwards = IntStream.range(0, names.size())
                .mapToObj(i -> names.get(names.size() - 1 - i))
                .collect(Collectors.joining(",", "Remark,", ",備考"));
        String row = IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get(cells.size() - 1 - i))
                .collect(Collectors.joining(",", "\"a, b\",", ",良"));
        assertThat(price(CURVES, backwards.toUpperCase(Locale.ROOT), row).text())
                .isEqualTo(price(CURVES, HEADER, PLAIN).text());
    }

    @Test
    void namesEveryMissingColumnOfAHeader() {
        String header = HEADER.replace(",settle", "").replace(",value", "").replace("case_id,", "case_id,case_id,");
        assertThatThrownBy(() -> new PriceBatch(Reference.TOKYO, CURVES)
                        .run(stream(header + "\n"), OutputStream.nullOutputStream(), finding -> {}))
                .isInstanceOfSatisfying(
                        UnreadableTableException.class,
                        e -> assertThat(e.findings().stream().map(RowFinding::field))
                                .containsExactly("case_id", "settle", "value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", "case_id;settle;issue\n", "\"case_id"})
    void refusesATableWithoutAHeader(String table) {
        assertThatThrownBy(() -> new PriceBatch(Reference.TOKYO, CURVES)
                        .run(stream(table), OutputStream.nullOutputStream(), finding -> {}))
                .isInstanceOfSatisfying(
                        UnreadableTableException.class,
                        e -> assertThat(e.findings()).hasSize(1).first().hasToString(e.getMessage()));
    }

    @Test
    void refusesUtf16ByItsName() {
        assertThatThrownBy(() -> new PriceBatch(Reference.TOKYO, CURVES)
                        .run(
                                new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_16)),
                                OutputStream.nullOutputStream(),
                                finding -> {}))
                .hasMessageContaining("UTF-16");
    }

    @Test
    void aHeaderWithoutBondsIsAFinding() {
        Outcome outcome = price(CURVES, HEADER + "\n", "\n  \n");
        assertThat(outcome.findingLines()).singleElement().asString().startsWith("line 1: row: ");
        assertThat(outcome.summary()).isEqualTo(new Summary(0, 0, 0));
        assertThat(outcome.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            settle       | 2027-03-23   | settle       | must be before maturity
            settle       | 2028-01-01   | settle       | must be before maturity
            settle       | 2023-03-22   | settle       | before issue
            settle       | 2024-02-30   | settle       | does not exist
            settle       | 24/06/2024   | settle       | is not a date; write it as 2024-06-20
            settle       | ``           | settle       | is empty
            issue        | 2023-13-01   | issue        | does not exist
            maturity     | 2023-03-23   | maturity     | must be after issue
            maturity     | 2027-3-23    | maturity     | is not a date
            first_coupon | 2023-09-24   | first_coupon | is no coupon date
            first_coupon | 2023-03-23   | first_coupon | must be after issue
            first_coupon | 2027-09-23   | first_coupon | not after maturity
            coupon       | 150          | coupon       | from 0 to below 100 percent
            coupon       | -0.5         | coupon       | from 0 to below 100 percent
            coupon       | 1.3x         | coupon       | is not a number
            freq         | 3            | freq         | frequency 3 has no rule
            freq         | two          | freq         | is not a number
            accrual_dc   | ACT360       | accrual_dc   | ACT360 is unknown; write one of ACT365F, ICMA, 30/360, 30E/360
            pay_bdc      | following    | pay_bdc      | write one of F, P, MF, U
            eom          | yes          | eom          | write one of 0, 1
            eom          | 1            | eom          | last day of a month
            mode         | clean        | mode         | write one of CLEAN, DIRTY, YIELD
            value        | 0            | value        | must be above zero
            value        | -102.368     | value        | must be above zero
            value        | "1,000.5"    | value        | without thousands separators, as 1000.5
            value        | 102.368%     | value        | without the percent sign
            value        | NaN          | value        | is not a number
            value        | Infinity     | value        | is not a number
            value        | 1e999        | value        | is not a number
            value        | １０２．３     | value        | is not a number; write it in plain digits, as 102.3
            value        | "1,000"      | value        | write 1000 or 1.000
            value        | "99,5"       | value        | as 99.5
            value        | "1.102,5"    | value        | as 1102.5
            value        | 1'102.5      | value        | as 1102.5
            value        | 0x10         | value        | is not a number
            par_z_bp     | 7O           | par_z_bp     | is not a number
            curve_id     | A_20240621   | curve_id     | no curve A_20240621 was given
            curve_id     | ``           | curve_id     | is empty
            curve_id     | D_20261116   | curve_id     | is of 2026-11-16, after settlement 2024-06-24
            case_id      | ``           | case_id      | is empty
            case_id      | "A,"B"       | row          | a quote is not closed
            case_id      | A,B          | row          | has 16 cells under 15 column names
            maturity     | 2099-03-23   | curve_id     | answers for days up to
            maturity     | 2101-03-23   | maturity     | calendar JP-BANK has no table
            """)
    void namesWhatIsWrongWithARowAndHowToMendIt(String column, String cell, String field, String message) {
        String bad = with(column, cell);
        Outcome outcome = price(CURVES, HEADER, PLAIN, bad, PLAIN);
        assertThat(outcome.findings()).anySatisfy(finding -> {
            assertThat(finding.field()).isEqualTo(field);
            assertThat(finding.message()).contains(message);
        });
        assertThat(outcome.findings())
                .hasSizeLessThan(3)
                .allSatisfy(finding -> assertThat(finding.line()).isEqualTo(3));
        assertThat(outcome.summary()).isEqualTo(new Summary(3, 2, 1));
        assertThat(outcome.rows()).hasSize(2);
    }

    private static String with(String column, String cell) {
        String[] cells = PLAIN.split(",", -1);
        cells[List.of(HEADER.split(",")).indexOf(column)] = cell;
        return String.join(",", cells);
    }

    @Test
    void refusesSettlementOutsideTheCalendarEvenWhereNoPaymentAsksIt() {
        String bad = "X,G,,2100-06-24,2090-03-23,,2120-03-23,1,2,ICMA,U,0,CLEAN,100,";
        assertThat(price(Curves.none(), HEADER, bad).findingLines())
                .singleElement()
                .asString()
                .startsWith("line 2: settle: calendar JP-BANK has no table for 2100-06-24");
    }

    @Test
    void namesAllFaultsOfARowAtOnce() {
        String bad = "X,G,Y,2024-02-30,2023-03-23,,2027-03-23,150,3,ACT,Q,2,PRICE,\"1,000\",x";
        assertThat(price(CURVES, HEADER, bad).findings().stream().map(RowFinding::field))
                .containsExactlyInAnyOrder(
                        "settle",
                        "freq",
                        "accrual_dc",
                        "pay_bdc",
                        "eom",
                        "mode",
                        "value",
                        "par_z_bp",
                        "curve_id",
                        "coupon");
    }

    @Test
    void checksAnOddLastPeriod() {
        String header = HEADER + ",last_regular_coupon";
        String bond = PLAIN.replace("2027-03-23", "2027-05-23");
        Outcome good = price(CURVES, header, bond + ",2027-03-23", bond + ",");
        assertThat(good.findings()).isEmpty();
        assertThat(good.rows().get(0))
                .containsEntry("next_coupon", "2024-09-23")
                .containsEntry("n_cf", "7");
        assertThat(good.rows().get(1))
                .containsEntry("next_coupon", "2024-11-23")
                .containsEntry("n_cf", "6");
        assertThat(price(CURVES, header, bond + ",2027-05-23", bond + ",2023-03-23", bond + ",2027-02-29")
                        .findingLines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("line 2: last_regular_coupon: 2027-05-23 must be"),
                        second -> assertThat(second).startsWith("line 3: last_regular_coupon: 2023-03-23 must be"),
                        third -> assertThat(third).startsWith("line 4: last_regular_coupon: 2027-02-29 does not"));
    }

    @Test
    void takesEveryDayCountDayRuleAndMode() {
        String[] modes = {"CLEAN,102.368", "DIRTY,102.368", "YIELD,0.5"};
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (String dayCount : List.of("ACT365F", "ICMA", "30/360", "30E/360")) {
            for (String rule : List.of("F", "P", "MF", "U")) {
                for (String mode : modes) {
                    lines.add("X,G,A_20240620,2024-06-24,2023-03-23,,2027-03-23,1.385,2," + dayCount + "," + rule
                            + ",0," + mode + ",70");
                }
            }
        }
        Outcome outcome = price(CURVES, lines.toArray(String[]::new));
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.rows())
                .hasSize(48)
                .allSatisfy(row -> assertThat(row).doesNotContainValue("NaN").doesNotContainValue("Infinity"));
    }

    @Test
    void marksAPaymentMovedOntoSettlementAsAnEdge() {
        // 31 August 2024 is a Saturday
        String onSettlement = "E1,G,A_20240620,2024-08-30,2020-02-29,,2026-08-31,1,2,ACT365F,P,1,DIRTY,100.99,70";
        String allPaid = "E2,G,A_20240620,2024-08-30,2020-08-31,,2024-08-31,1,2,ACT365F,P,1,DIRTY,100.49,70";
        String dayBefore = "E3,G,A_20240620,2024-08-29,2020-02-29,,2026-08-31,1,2,ACT365F,P,1,DIRTY,100.99,70";
        Outcome outcome = price(CURVES, HEADER, onSettlement, allPaid, dayBefore);
        assertThat(outcome.findingLines())
                .containsExactly("line 3: settle: settlement 2024-08-30 must be before the last payment 2024-08-30");
        assertThat(outcome.rows())
                .satisfiesExactly(
                        row -> assertThat(row)
                                .containsEntry("edge", "1")
                                .containsEntry("accrued", "0")
                                .containsEntry("next_coupon", "2025-02-28")
                                .doesNotContainEntry("z_cont_bp", ""),
                        row -> assertThat(row).containsEntry("edge", "0").containsEntry("next_coupon", "2024-08-31"));
    }

    @Test
    void leavesTheSimpleYieldEmptyWhereNoDayCounts() {
        String leap = "L,G,,2028-02-28,2024-02-29,,2028-02-29,1,1,ACT365F,F,0,DIRTY,100.99,";
        assertThat(price(Curves.none(), HEADER, leap).rows().get(0))
                .containsEntry("simple_yield_pct", "")
                .containsEntry("simple_yield_trunc3", "")
                .doesNotContainEntry("y_icma_pct", "");
    }

    @Test
    void readsAByteOrderMarkCarriageReturnsQuotesAndBlankLines() {
        String table = "\uFEFF" + HEADER + "\r\n\r\n" + quoted(PLAIN) + "\r\n \r\n" + PLAIN + " \r\n\r\n";
        Outcome outcome = price(CURVES, table.getBytes(UTF_8));
        assertThat(outcome.text()).isEqualTo(price(CURVES, HEADER, PLAIN, PLAIN).text());
        String bad = table + PLAIN.replace("2024-06-24", "2024-06-31");
        assertThat(price(CURVES, bad.getBytes(UTF_8)).findingLines())
                .singleElement()
                .asString()
                .startsWith("line 7: settle: ");
    }

    private static String quoted(String line) {
        return Arrays.stream(line.split(",", -1)).collect(Collectors.joining("\" , \"", "\"", "\""));
    }

    @Test
    void writesAnIdWithCommaAndQuotesAsItWasRead() {
        String bond = PLAIN.replace("VAN002", "\"A, \"\"B\"\" 円\"");
        assertThat(price(CURVES, HEADER, bond).rows().get(0)).containsEntry("case_id", "A, \"B\" 円");
    }

    @Test
    void readsShiftJisSaysSoOnceAndWritesUtf8() {
        String japanese = PLAIN.replace("VAN002", "円建外債第１回①");
        String halfWidth = PLAIN.replace("VAN002", "ｻﾑﾗｲ");
        String table = String.join("\n", HEADER, PLAIN, japanese, PLAIN, halfWidth);
        Outcome outcome = price(CURVES, table.getBytes(TextEncoding.SHIFT_JIS));
        assertThat(outcome.rows().stream().map(row -> row.get("case_id")))
                .containsExactly("VAN002", "円建外債第１回①", "VAN002", "ｻﾑﾗｲ");
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.note()).isTrue();
            assertThat(finding)
                    .hasToString(
                            "note: line 3: row: not UTF-8; the file is read as Shift_JIS (windows-31j) from here on"
                                    + " and written as UTF-8");
        });
        assertThat(outcome.text())
                .isEqualTo(price(CURVES, table.getBytes(UTF_8)).text());
    }

    @Test
    void aBrokenByteInUtf8IsOneRowsFaultAndDoesNotTurnTheOthers() {
        byte[] broken = (String.join("\n", HEADER, PLAIN.replace("VAN002", "円建"), PLAIN.replace("VAN002", "外債"), PLAIN)
                        + "\n")
                .getBytes(UTF_8);
        byte[] second = "外債".getBytes(UTF_8);
        for (int i = 0; i < broken.length; i++) {
            if (Arrays.equals(broken, i, Math.min(i + second.length, broken.length), second, 0, second.length)) {
                broken[i + 1] = '!';
            }
        }
        Outcome outcome = price(CURVES, broken);
        assertThat(outcome.findingLines()).singleElement().asString().startsWith("line 3: case_id: has bytes");
        assertThat(outcome.rows().stream().map(row -> row.get("case_id"))).containsExactly("円建", "VAN002");
    }

    @Test
    void aHeaderInUtf8TellsTheEncodingToo() {
        byte[] broken = (HEADER + ",備考\n" + PLAIN.replace("VAN002", "\u00ff") + ",\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < broken.length; i++) {
            // half of a letter with a diaeresis, which Shift_JIS would read as half-width katakana
            broken[i] = broken[i] == (byte) 0xC3 ? (byte) 'x' : broken[i];
        }
        assertThat(price(CURVES, broken).findingLines())
                .singleElement()
                .asString()
                .startsWith("line 2: case_id: ");
    }

    @Test
    void skipsALineWithoutEndInConstantMemoryAndGoesOn() {
        long megabytes = 100;
        InputStream table = new SequenceInputStream(Collections.enumeration(List.of(
                stream(HEADER + "\n" + PLAIN + "\n"),
                new Repeated('x', megabytes << 20),
                stream("\n" + PLAIN + "\n"))));
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        Outcome outcome = price(new PriceBatch(Reference.TOKYO, CURVES), table);
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(10 << 20);
        assertThat(outcome.findingLines())
                .containsExactly("line 3: row: line longer than 65536 bytes; a bond takes some hundred:"
                        + " look for a missing line break");
        assertThat(outcome.rows()).hasSize(2);
    }

    @Test
    void takesALineOfTheLongestLengthAndRefusesOneByteMore() {
        String longest = PLAIN + " ".repeat(LineChunks.LONGEST_LINE - PLAIN.length());
        Outcome outcome = price(CURVES, HEADER, longest, longest + " ", PLAIN);
        assertThat(outcome.summary()).isEqualTo(new Summary(3, 2, 1));
        assertThat(outcome.findingLines()).singleElement().asString().startsWith("line 3: row: line longer than");
    }

    @Test
    void aTableThatBreaksOffMidLineIsReadToItsLastByte() {
        assertThat(price(CURVES, (HEADER + "\n" + PLAIN).getBytes(UTF_8)).rows())
                .hasSize(1);
        assertThat(price(CURVES, (HEADER + "\n" + PLAIN.substring(0, 50)).getBytes(UTF_8))
                        .findingLines())
                .singleElement()
                .asString()
                .startsWith("line 2: row: has ");
    }

    @Test
    void hasTheSameBytesAndFindingsOnAnyNumberOfThreads() {
        byte[] table = manyRows(5000);
        Outcome one = price(new PriceBatch(Reference.TOKYO, CURVES).onThreads(1), new ByteArrayInputStream(table));
        assertThat(one.summary()).isEqualTo(new Summary(5000, 4950, 50));
        for (int threads : new int[] {2, 3, 8}) {
            Outcome many =
                    price(new PriceBatch(Reference.TOKYO, CURVES).onThreads(threads), new ByteArrayInputStream(table));
            assertThat(many.text()).isEqualTo(one.text());
            assertThat(many.findings()).isEqualTo(one.findings());
            assertThat(many.summary()).isEqualTo(one.summary());
        }
        assertThat(one.findings().stream().map(RowFinding::line))
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> 101L + 100 * i).toList());
        List<String> ids = one.rows().stream().map(row -> row.get("case_id")).toList();
        assertThat(ids).isSorted().hasSize(4950).doesNotHaveDuplicates();
    }

    /** Every hundredth row is bad. */
    private static byte[] manyRows(int count) {
        List<String> reference = Reference.text("bonds.csv").lines().toList();
        StringBuilder table = new StringBuilder(reference.get(0));
        for (int i = 1; i <= count; i++) {
            String row = reference.get(1 + i % 40);
            String cells = row.substring(row.indexOf(','));
            table.append('\n')
                    .append("%06d".formatted(i))
                    .append(i % 100 == 0 ? cells.replaceFirst(",(CLEAN|YIELD),", ",BOTH,") : cells);
        }
        return table.toString().getBytes(UTF_8);
    }

    @Test
    void writesRowsWhileTheTableIsStillComing() throws IOException {
        long[] written = {0};
        long[] writtenWhileReading = {0};
        InputStream rows = new ByteArrayInputStream(manyRows(20_000)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                writtenWhileReading[0] = written[0];
                return super.read(bytes, from, length);
            }
        };
        new PriceBatch(Reference.TOKYO, CURVES)
                .run(
                        rows,
                        new OutputStream() {
                            @Override
                            public void write(int b) {
                                written[0]++;
                            }

                            @Override
                            public void write(byte[] bytes, int from, int length) {
                                written[0] += length;
                            }
                        },
                        finding -> {});
        assertThat(writtenWhileReading[0]).isGreaterThan(written[0] / 2);
    }

    @Test
    void endsWithItsThreadsWhenTheResultCannotBeWritten() throws InterruptedException {
        OutputStream full = new OutputStream() {
            private int left = 100_000;

            @Override
            public void write(int b) throws IOException {
                write(new byte[1], 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    throw new IOException("no space left");
                }
            }
        };
        assertThatThrownBy(() -> new PriceBatch(Reference.TOKYO, CURVES)
                        .run(new ByteArrayInputStream(manyRows(5000)), full, finding -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
        for (int i = 0; i < 100 && hasPriceThreads(); i++) {
            Thread.sleep(50);
        }
        assertThat(hasPriceThreads()).isFalse();
    }

    private static boolean hasPriceThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("price"));
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws InterruptedException {
        AtomicReference<Exception> thrown = new AtomicReference<>();
        InputStream endless =
                new SequenceInputStream(stream(HEADER + "\n"), new RepeatedBytes((PLAIN + "\n").getBytes(UTF_8)));
        Thread run = new Thread(() -> {
            try {
                new PriceBatch(Reference.TOKYO, CURVES).run(endless, OutputStream.nullOutputStream(), finding -> {});
            } catch (IOException e) {
                thrown.set(e);
            }
        });
        run.start();
        Thread.sleep(200);
        run.interrupt();
        run.join(20_000);
        assertThat(run.isAlive()).isFalse();
        assertThat(thrown.get()).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void saysThatATableBrokeOffWhenItsBytesCannotBeRead() {
        InputStream breaking = new SequenceInputStream(stream(HEADER + "\n" + PLAIN + "\n"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        assertThatThrownBy(() -> new PriceBatch(Reference.TOKYO, CURVES)
                        .run(breaking, new ByteArrayOutputStream(), finding -> {}))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessage("cannot read the table of bonds");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** One byte many times. */
    private static final class Repeated extends InputStream {
        private final int value;
        private long left;

        Repeated(int value, long times) {
            this.value = value;
            this.left = times;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(bytes, from, from + count, (byte) value);
            left -= count;
            return count;
        }
    }

    /** The same bytes without end. */
    private static final class RepeatedBytes extends InputStream {
        private final byte[] bytes;
        private int at;

        RepeatedBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            at = (at + 1) % bytes.length;
            return bytes[(at + bytes.length - 1) % bytes.length];
        }
    }
}
