package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The curves that the reference bonds are valued on. */
final class ReferenceCurves {

    private ReferenceCurves() {}

    static OisCurve tona(String id) {
        return tona(id, OisConvention.tona(ReferenceBonds.TOKYO));
    }

    static OisCurve tona(String id, OisConvention convention) {
        List<Map<String, String>> rows = rows("curves.csv", id);
        return OisCurve.bootstrap(
                convention,
                CurveInterpolation.LOG_LINEAR_DISCOUNT,
                LocalDate.parse(rows.get(0).get("valuation")),
                rows.stream()
                        .map(row ->
                                new ParQuote(Tenor.parse(row.get("tenor")), ReferenceBonds.percent(row.get("rate"))))
                        .toList());
    }

    static GovernmentCurve government(String id) {
        List<Map<String, String>> rows = rows("jgb.csv", id);
        return new GovernmentCurve(
                tona(id).valuation(),
                rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get("years")))
                        .toArray(),
                rows.stream()
                        .mapToDouble(row -> ReferenceBonds.percent(row.get("rate")))
                        .toArray());
    }

    private static List<Map<String, String>> rows(String file, String id) {
        return ReferenceTable.rows(file).stream()
                .filter(row -> row.get("curve_id").equals(id))
                .toList();
    }
}
