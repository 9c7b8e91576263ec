package io.github.samuraidesk.web;

import io.github.samuraidesk.bond.CurveRangeException;
import io.github.samuraidesk.bond.NoSolutionException;
import io.github.samuraidesk.calendar.CalendarHorizonException;
import io.github.samuraidesk.calendar.JapanCalendars;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.market.MarketSnapshot;
import io.github.samuraidesk.market.QuotePlausibility;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.pricing.TrancheCalculator;
import io.github.samuraidesk.pricing.TrancheForm;
import io.github.samuraidesk.pricing.TrancheSheet;
import io.github.samuraidesk.pricing.batch.Curves;
import io.github.samuraidesk.pricing.batch.PriceBatch;
import io.github.samuraidesk.pricing.batch.RowFinding;
import io.github.samuraidesk.pricing.batch.Summary;
import io.github.samuraidesk.pricing.batch.UnreadableTableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The bond maths without a deal: a table of bonds, or one tranche with its quotes. Nothing is stored. */
@RestController
@RequestMapping("/api/price")
class PriceApi {

    /** More findings than a person reads; the counts stay exact. */
    private static final int MOST_FINDINGS = 1_000;

    private final JapanCalendars calendars;
    private final TrancheCalculator calculator;

    PriceApi(JapanCalendars calendars, TrancheCalculator calculator) {
        this.calendars = calendars;
        this.calculator = calculator;
    }

    /** @param findings the first thousand, in the order of the table */
    record Checked(long rows, long priced, long refused, List<RowFinding> findings) {}

    /**
     * @param values fields of the tranche page by name
     * @param quotes sets of quotes: those of the valuation day count, those of earlier days are compared with
     * @param quotesConfirmed whether quotes that were asked about are right
     */
    record TrancheBody(
            Map<String, String> values,
            @Nullable List<QuoteSet> quotes,
            @Nullable Boolean quotesConfirmed) {

        List<QuoteSet> allQuotes() {
            return quotes == null ? List.of() : quotes;
        }
    }

    /**
     * The rows that can be priced, as CSV, in the columns of the {@code price} command. The headers X-Rows, X-Priced and
     * X-Refused count; what was refused and why comes from {@code /api/price/findings}.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = "text/csv")
    ResponseEntity<StreamingResponseBody> price(
            @RequestPart("bonds") MultipartFile bonds,
            @RequestPart(name = "curves", required = false) @Nullable MultipartFile curves,
            @RequestPart(name = "jgb", required = false) @Nullable MultipartFile jgb)
            throws IOException {
        // counted before the first byte leaves, so that nobody takes a table with holes for a whole one
        Path result = Files.createTempFile("samurai-desk-prices", ".csv");
        try {
            Summary summary;
            try (OutputStream out = Files.newOutputStream(result)) {
                summary = run(bonds, curves, jgb, out, finding -> {});
            }
            return ResponseEntity.ok()
                    .header("X-Rows", Long.toString(summary.rows()))
                    .header("X-Priced", Long.toString(summary.priced()))
                    .header("X-Refused", Long.toString(summary.refused()))
                    .body(out -> {
                        try {
                            Files.copy(result, out);
                        } finally {
                            Files.deleteIfExists(result);
                        }
                    });
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(result);
            throw e;
        }
    }

    /** The same tables, checked: every row that cannot be priced with line, field and what would mend it. */
    @PostMapping(value = "/findings", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Checked findings(
            @RequestPart("bonds") MultipartFile bonds,
            @RequestPart(name = "curves", required = false) @Nullable MultipartFile curves,
            @RequestPart(name = "jgb", required = false) @Nullable MultipartFile jgb)
            throws IOException {
        List<RowFinding> findings = new ArrayList<>();
        Summary summary = run(bonds, curves, jgb, OutputStream.nullOutputStream(), finding -> {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(finding);
            }
        });
        return new Checked(summary.rows(), summary.priced(), summary.refused(), findings);
    }

    /** Everything the tranche page shows, as JSON: rates and spreads in decimals, prices per 100. */
    @PostMapping("/tranche")
    TrancheSheet tranche(@RequestBody TrancheBody body) {
        FormValues values = new Api.Body(null, body.values(), Map.of()).formValues();
        List<Finding> findings = new ArrayList<>(
                TrancheForm.check(values).stream().map(Finding::of).toList());
        Refused.unlessNone(findings);
        LocalDate valuation = values.date("valuation");
        List<QuoteSet> ofTheDay = body.allQuotes().stream()
                .filter(set -> !set.date().isBefore(valuation))
                .toList();
        if (!Boolean.TRUE.equals(body.quotesConfirmed())) {
            for (QuoteSet set : ofTheDay) {
                QuotePlausibility.doubts(set, QuotePlausibility.lastBefore(set, body.allQuotes()))
                        .forEach(doubt -> findings.add(Finding.field(
                                "quotesConfirmed", doubt.code(), doubt.args().toArray(String[]::new))));
            }
            Refused.unlessNone(findings);
        }
        try {
            return calculator.calculate(TrancheForm.inputs(values), new MarketSnapshot(ofTheDay));
        } catch (IllegalArgumentException | NoSolutionException | CurveRangeException | CalendarHorizonException e) {
            throw new Refused(List.of(Finding.field("maturity", "cannotPrice", String.valueOf(e.getMessage()))));
        }
    }

    @ExceptionHandler(UnreadableTableException.class)
    ResponseEntity<Map<String, String>> unreadable(UnreadableTableException e) {
        return ResponseEntity.unprocessableContent().body(Map.of("message", String.valueOf(e.getMessage())));
    }

    private Summary run(
            MultipartFile bonds,
            @Nullable MultipartFile curves,
            @Nullable MultipartFile jgb,
            OutputStream out,
            Consumer<RowFinding> findings)
            throws IOException {
        try (InputStream swapBytes = open(curves);
                InputStream governmentBytes = open(jgb);
                InputStream table = bonds.getInputStream()) {
            Curves read = Curves.read(
                    calendars.bank(), named("curves", curves, swapBytes), named("jgb", jgb, governmentBytes), findings);
            return new PriceBatch(calendars.bank(), read).run(table, out, findings);
        }
    }

    private static Optional<Curves.Table> named(String name, @Nullable MultipartFile file, InputStream bytes) {
        return file == null ? Optional.empty() : Optional.of(new Curves.Table(name, bytes));
    }

    private static InputStream open(@Nullable MultipartFile file) throws IOException {
        return file == null ? InputStream.nullInputStream() : file.getInputStream();
    }
}
