package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.JapanCalendars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The reference bonds with their expected values beside them. */
final class ReferenceBonds {

    static final BusinessCalendar TOKYO = JapanCalendars.load().bank();

    private ReferenceBonds() {}

    record Case(
            String id, ResolvedBond bond, LocalDate settle, Map<String, String> input, Map<String, String> expected) {

        double expected(String column) {
            return Double.parseDouble(expected.get(column));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Case> cases() {
        List<Map<String, String>> expected = ReferenceTable.rows("expected.csv");
        return ReferenceTable.rows("bonds.csv").stream().map(row -> {
            Map<String, String> values = expected.stream()
                    .filter(e -> e.get("case_id").equals(row.get("case_id")))
                    .findFirst()
                    .orElseThrow();
            return new Case(
                    row.get("case_id"),
                    ResolvedBond.resolve(terms(row), TOKYO),
                    LocalDate.parse(row.get("settle")),
                    row,
                    values);
        });
    }

    private static BondTerms terms(Map<String, String> row) {
        return new BondTerms(
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
    }

    static double percent(String text) {
        return new BigDecimal(text).movePointLeft(2).doubleValue();
    }
}
