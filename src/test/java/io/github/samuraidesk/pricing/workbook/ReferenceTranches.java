package io.github.samuraidesk.pricing.workbook;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.AccrualStart;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.OddPeriodMethod;
import io.github.samuraidesk.calendar.CentreCalendars;
import io.github.samuraidesk.calendar.JapanCalendars;
import io.github.samuraidesk.market.MarketCurves;
import io.github.samuraidesk.market.MarketSnapshot;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.market.Side;
import io.github.samuraidesk.pricing.TrancheCalculator;
import io.github.samuraidesk.pricing.TrancheInputs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The reference bonds as tranches that the program can look at, with the calculator that does. */
final class ReferenceTranches {

    private static final GenericApplicationContext CONTEXT = context();

    static final TrancheCalculator CALCULATOR = CONTEXT.getBean(TrancheCalculator.class);
    static final TrancheWorkbook WORKBOOK = CONTEXT.getBean(TrancheWorkbook.class);
    static final MarketCurves CURVES = CONTEXT.getBean(MarketCurves.class);

    private ReferenceTranches() {}

    record Case(String id, TrancheInputs inputs, MarketSnapshot market, CSVRecord expected) {

        double expected(String column) {
            return Double.parseDouble(expected.get(column));
        }

        boolean hasExpected(String column) {
            return !expected.get(column).isBlank();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    private static GenericApplicationContext context() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JapanCalendars.class, JapanCalendars::load);
        context.registerBean(CentreCalendars.class, CentreCalendars::load);
        context.register(MarketCurves.class, TrancheCalculator.class, TrancheWorkbook.class);
        context.refresh();
        return context;
    }

    static Stream<Case> cases() {
        List<CSVRecord> expected = rows("expected.csv");
        return rows("bonds.csv").stream().map(row -> {
            MarketSnapshot market = market(row.get("curve_id"));
            return new Case(
                    row.get("case_id"),
                    inputs(row, market.sets().get(0).date()),
                    market,
                    expected.stream()
                            .filter(e -> e.get("case_id").equals(row.get("case_id")))
                            .findFirst()
                            .orElseThrow());
        });
    }

    static Case reference(String id) {
        return cases().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    private static TrancheInputs inputs(CSVRecord row, LocalDate valuation) {
        String first = row.get("first_coupon");
        return new TrancheInputs(
                new BigDecimal("30000000000"),
                new BigDecimal("100000000"),
                valuation,
                LocalDate.parse(row.get("settle")),
                LocalDate.parse(row.get("issue")),
                first.isBlank() ? null : LocalDate.parse(first),
                null,
                LocalDate.parse(row.get("maturity")),
                null,
                null,
                new BigDecimal(row.get("coupon")),
                Integer.parseInt(row.get("freq")),
                Map.of("ACT365F", AccrualBasis.ACT_365F, "ICMA", AccrualBasis.ICMA)
                        .get(row.get("accrual_dc")),
                Map.of("F", DayRule.FOLLOWING, "P", DayRule.PRECEDING, "MF", DayRule.MODIFIED_FOLLOWING)
                        .get(row.get("pay_bdc")),
                "1".equals(row.get("eom")),
                OddPeriodMethod.HALF_YEAR_PRO_RATA,
                AccrualStart.DAY_AFTER_PAYMENT,
                "YIELD".equals(row.get("mode")) ? TrancheInputs.Mode.YIELD : TrancheInputs.Mode.PRICE,
                new BigDecimal(row.get("value")),
                BigDecimal.ZERO,
                new BigDecimal(row.get("par_z_bp")),
                new BigDecimal("99.8"),
                new BigDecimal("0.3"),
                new BigDecimal("25000000"),
                new BigDecimal("4"),
                new BigDecimal("60"),
                null);
    }

    static MarketSnapshot market(String curve) {
        List<CSVRecord> tona = rows("curves.csv").stream()
                .filter(row -> row.get("curve_id").equals(curve))
                .toList();
        LocalDate valuation = LocalDate.parse(tona.get(0).get("valuation"));
        List<QuoteSet> sets = new ArrayList<>();
        sets.add(new QuoteSet(
                QuoteKind.TONA_OIS,
                valuation,
                Side.MID,
                "=1+1 as a source",
                tona.stream()
                        .map(row -> new QuoteSet.Quote(row.get("tenor"), new BigDecimal(row.get("rate"))))
                        .toList()));
        sets.add(new QuoteSet(
                QuoteKind.JGB_PAR,
                valuation,
                Side.MID,
                "reference cases",
                rows("jgb.csv").stream()
                        .filter(row -> row.get("curve_id").equals(curve))
                        .map(row -> new QuoteSet.Quote(row.get("years") + "Y", new BigDecimal(row.get("rate"))))
                        .toList()));
        return new MarketSnapshot(sets);
    }

    static List<CSVRecord> rows(String file) {
        try (InputStreamReader in = new InputStreamReader(
                ReferenceTranches.class.getResourceAsStream("/pricing/" + file), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
