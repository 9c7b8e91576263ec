package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.JapanCalendars;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The reference tables of {@code src/test/resources/pricing}, whose rows name their publisher, and runs over them. */
final class Reference {

    static final BusinessCalendar TOKYO = JapanCalendars.load().bank();
    static final String HEADER = "case_id,group,curve_id,settle,issue,first_coupon,maturity,coupon,freq,accrual_dc,"
            + "pay_bdc,eom,mode,value,par_z_bp";
    /** VAN002 of the reference cases. */
    static final String PLAIN =
            "VAN002,VAN,A_20240620,2024-06-24,2023-03-23,,2027-03-23,1.385,2,ACT365F,F,0,CLEAN,102.368,70";

    private Reference() {}

    /** What came of a table. */
    record Outcome(Summary summary, String text, List<RowFinding> findings) {
        List<Map<String, String>> rows() {
            return Reference.rows(text);
        }

        List<String> findingLines() {
            return findings.stream().map(RowFinding::toString).toList();
        }
    }

    static Outcome price(Curves curves, String... lines) {
        return price(curves, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static Outcome price(Curves curves, byte[] table) {
        return price(new PriceBatch(TOKYO, curves), new ByteArrayInputStream(table));
    }

    static Outcome price(PriceBatch batch, InputStream table) {
        var out = new ByteArrayOutputStream();
        List<RowFinding> findings = new ArrayList<>();
        try {
            Summary summary = batch.run(table, out, findings::add);
            return new Outcome(summary, out.toString(StandardCharsets.UTF_8), findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Curves curves() {
        List<RowFinding> findings = new ArrayList<>();
        Curves curves = curves(text("curves.csv"), text("jgb.csv"), findings);
        if (!findings.isEmpty()) {
            throw new IllegalStateException(findings.toString());
        }
        return curves;
    }

    static Curves curves(String swaps, String government, List<RowFinding> findings) {
        try {
            return Curves.read(TOKYO, table("curves.csv", swaps), table("jgb.csv", government), findings::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Curves.Table> table(String name, String text) {
        return Optional.of(new Curves.Table(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    static byte[] bytes(String name) {
        try (InputStream in = Reference.class.getResourceAsStream("/pricing/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static List<Map<String, String>> rows(String text) {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))) {
            return parser.stream().map(CSVRecord::toMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
