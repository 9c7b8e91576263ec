package io.github.samuraidesk.pricing.control;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.BondPricer;
import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.CurveInterpolation;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.OisConvention;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.bond.ParQuote;
import io.github.samuraidesk.bond.ResolvedBond;
import io.github.samuraidesk.bond.Tenor;
import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.JapanCalendars;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The reference bonds as cases for both engines, and bonds drawn at random. */
final class ControlCases {

    static final BusinessCalendar TOKYO = JapanCalendars.load().bank();

    private static final Map<String, OisCurve> CURVES =
            rows("curves.csv").stream().collect(Collectors.groupingBy(row -> row.get("curve_id"))).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> bootstrap(entry.getValue())));

    private ControlCases() {}

    /** A case with the values that were published for it. */
    record Published(String id, ControlCase input, CSVRecord expected) {

        double expected(String column) {
            return Double.parseDouble(expected.get(column));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static OisCurve curve(String id) {
        return CURVES.get(id);
    }

    static List<Published> published() {
        Map<String, CSVRecord> expected =
                rows("expected.csv").stream().collect(Collectors.toMap(row -> row.get("case_id"), row -> row));
        return rows("bonds.csv").stream()
                .map(row -> new Published(row.get("case_id"), input(row), expected.get(row.get("case_id"))))
                .toList();
    }

    static Published published(String id) {
        return published().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    /** Bonds drawn with a fixed seed: all frequencies and accrual bases, odd periods at both ends, month ends. */
    static Stream<ControlCase> random(int count) {
        Random random = new Random(20261121);
        return IntStream.range(0, count).mapToObj(i -> draw(random)).flatMap(Optional::stream);
    }

    private static Optional<ControlCase> draw(Random random) {
        OisCurve curve = curve(random.nextBoolean() ? "A_20240620" : "D_20261116");
        LocalDate settle = TOKYO.plusBusinessDays(curve.valuation(), 2 + random.nextInt(5));
        int frequency = new int[] {1, 2, 2, 4, 12}[random.nextInt(5)];
        int step = 12 / frequency;
        LocalDate anchor = settle.plusDays(40 + random.nextInt(9000));
        boolean endOfMonth = random.nextInt(6) == 0;
        anchor = endOfMonth || random.nextInt(6) == 0 ? anchor.withDayOfMonth(anchor.lengthOfMonth()) : anchor;
        boolean oddEnd = random.nextInt(8) == 0;
        int coupons = (int) ((anchor.toEpochDay() - settle.toEpochDay()) / 365.25 * frequency) + 1;
        int before = random.nextInt(4);
        LocalDate first = anchor.minusMonths((long) step * Math.max(0, coupons + before - 2));
        first = endOfMonth ? first.withDayOfMonth(first.lengthOfMonth()) : first;
        LocalDate issue =
                random.nextBoolean() ? first.minusMonths(step) : first.minusDays(10 + random.nextInt(30 * step));
        if (issue.isAfter(settle)) {
            issue = settle;
        }
        boolean named = random.nextInt(3) == 0 && first.isAfter(issue);
        BondTerms terms = new BondTerms(
                issue,
                named ? Optional.of(first) : Optional.empty(),
                oddEnd ? Optional.of(anchor) : Optional.empty(),
                oddEnd ? anchor.plusDays(10 + random.nextInt(40 * step)) : anchor,
                random.nextInt(8) == 0 ? 0 : random.nextInt(6000) / 1e5,
                frequency,
                AccrualBasis.values()[random.nextInt(AccrualBasis.values().length)],
                DayRule.values()[random.nextInt(DayRule.values().length)],
                endOfMonth);
        if (!settle.isBefore(anchor)) {
            return Optional.empty();
        }
        ResolvedBond bond = ResolvedBond.resolve(terms, TOKYO);
        double clean = BondPricer.cleanPriceFromYieldIcma(bond, settle, random.nextInt(7000) / 1e5 - 0.01);
        return Optional.of(new ControlCase(bond, settle, clean, Optional.of(curve), TOKYO));
    }

    private static ControlCase input(CSVRecord row) {
        BondTerms terms = new BondTerms(
                LocalDate.parse(row.get("issue")),
                Optional.of(row.get("first_coupon")).filter(s -> !s.isBlank()).map(LocalDate::parse),
                LocalDate.parse(row.get("maturity")),
                percent(row.get("coupon")),
                Integer.parseInt(row.get("freq")),
                Map.of("ACT365F", AccrualBasis.ACT_365F, "ICMA", AccrualBasis.ICMA)
                        .get(row.get("accrual_dc")),
                Map.of("F", DayRule.FOLLOWING, "P", DayRule.PRECEDING, "MF", DayRule.MODIFIED_FOLLOWING)
                        .get(row.get("pay_bdc")),
                "1".equals(row.get("eom")));
        ResolvedBond bond = ResolvedBond.resolve(terms, TOKYO);
        LocalDate settle = LocalDate.parse(row.get("settle"));
        double clean = "YIELD".equals(row.get("mode"))
                ? BondPricer.cleanPriceFromYieldIcma(bond, settle, percent(row.get("value")))
                : Double.parseDouble(row.get("value"));
        return new ControlCase(bond, settle, clean, Optional.of(curve(row.get("curve_id"))), TOKYO);
    }

    private static OisCurve bootstrap(List<CSVRecord> rows) {
        return bootstrap(
                LocalDate.parse(rows.get(0).get("valuation")),
                rows.stream()
                        .map(row -> new ParQuote(Tenor.parse(row.get("tenor")), percent(row.get("rate"))))
                        .toList());
    }

    static OisCurve bootstrap(LocalDate valuation, List<ParQuote> quotes) {
        return OisCurve.bootstrap(OisConvention.tona(TOKYO), CurveInterpolation.LOG_LINEAR_DISCOUNT, valuation, quotes);
    }

    private static double percent(String text) {
        return new BigDecimal(text).movePointLeft(2).doubleValue();
    }

    static List<CSVRecord> rows(String file) {
        try (InputStreamReader in = new InputStreamReader(
                ControlCases.class.getResourceAsStream("/pricing/" + file), StandardCharsets.UTF_8)) {
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
