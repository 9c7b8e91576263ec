package io.github.samuraidesk.web;

import io.github.samuraidesk.chart.Chart;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.TrancheSheet;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pictures of a tranche, in the reader's language. */
@Component
class TrancheCharts {

    private final Wording wording;

    TrancheCharts(Wording wording) {
        this.wording = wording;
    }

    /** SVG by name: price, curves, ladder, keyRates, and allIn with the currency behind it. */
    Map<String, String> of(TrancheSheet sheet, Shown shown) {
        var charts = new LinkedHashMap<String, String>();
        // a price days before maturity may have no compound yield, and then no place in these pictures
        sheet.yields().stream()
                .filter(y -> y.convention().equals("semiAnnual"))
                .findFirst()
                .ifPresent(y -> byYield(sheet, y.value(), shown, charts));
        if (!sheet.spreads().isEmpty()) {
            charts.put(
                    "ladder",
                    Chart.ladder(
                            wording.text("page.chart.ladder"),
                            "bp",
                            sheet.spreads().stream()
                                    .map(s -> new Chart.Bar(
                                            wording.text("page.spread." + s.name()),
                                            1e4 * s.value(),
                                            s.against() == null ? Chart.BLUE : Chart.GREEN))
                                    .toList(),
                            2));
        }
        if (!sheet.keyRates().isEmpty()) {
            charts.put(
                    "keyRates",
                    Chart.bars(
                            wording.text("page.chart.keyRates"),
                            wording.text("page.chart.dv01Axis"),
                            sheet.keyRates().stream()
                                    .map(k -> new Chart.Bar(k.tenor(), k.dv01(), Chart.BLUE))
                                    .toList(),
                            4));
        }
        for (TrancheSheet.AllIn allIn : sheet.allIns()) {
            charts.put("allIn" + allIn.home(), waterfall(allIn));
        }
        return charts;
    }

    private void byYield(TrancheSheet sheet, double yield, Shown shown, Map<String, String> charts) {
        charts.put(
                "price",
                Chart.lines(
                        wording.text("page.chart.price"),
                        wording.text("page.chart.yieldAxis"),
                        wording.text("page.chart.priceAxis"),
                        List.of(new Chart.Series(
                                wording.text("page.chart.price"), Chart.BLUE, false, percentX(sheet.priceByYield()))),
                        Optional.of(new Chart.Point(100 * boundYield(sheet, yield), sheet.clean())),
                        shown.number(sheet.clean(), 3) + " / " + shown.percent(yield, 3) + " %"));
        if (!sheet.swapCurve().isEmpty() || !sheet.governmentCurve().isEmpty()) {
            charts.put("curves", curves(sheet, yield, shown));
        }
    }

    /** Compound yield and benchmark of every fixed tranche by tenor; null where fewer than two have one. */
    @Nullable
    String comparison(List<PricingRun> runs) {
        List<PricingRun> fixed = runs.stream()
                .filter(r -> r.figures() != null && r.benchmark() != null)
                .sorted(Comparator.comparing(r -> r.tranche().tenorYears()))
                .toList();
        if (fixed.size() < 2) {
            return null;
        }
        return Chart.lines(
                wording.text("page.chart.compare"),
                wording.text("page.chart.yearsAxis"),
                "%",
                List.of(
                        new Chart.Series(
                                wording.text("page.yield.icma"),
                                Chart.RED,
                                true,
                                points(fixed, r -> r.figures().compoundYieldPercent())),
                        new Chart.Series(
                                wording.text("page.chart.benchmark"),
                                Chart.BLUE,
                                true,
                                points(fixed, r -> r.benchmark().ratePercent()))),
                Optional.empty(),
                "");
    }

    private static List<Chart.Point> points(List<PricingRun> runs, Function<PricingRun, BigDecimal> percent) {
        return runs.stream()
                .map(r -> new Chart.Point(
                        r.tranche().tenorYears().doubleValue(), percent.apply(r).doubleValue()))
                .toList();
    }

    /** The chart runs on the yield in the bond's own frequency, the panel on the semi-annual one. */
    private static double boundYield(TrancheSheet sheet, double semiAnnual) {
        int f = sheet.inputs().frequency();
        return f * Math.expm1(2 * Math.log1p(semiAnnual / 2) / f);
    }

    private String curves(TrancheSheet sheet, double yield, Shown shown) {
        double years =
                ChronoUnit.DAYS.between(sheet.inputs().settle(), sheet.inputs().maturity()) / 365.0;
        List<Chart.Series> series = new ArrayList<>();
        if (!sheet.swapCurve().isEmpty()) {
            series.add(
                    new Chart.Series(wording.text("page.chart.tona"), Chart.BLUE, true, percentY(sheet.swapCurve())));
        }
        if (!sheet.governmentCurve().isEmpty()) {
            series.add(new Chart.Series(
                    wording.text("page.chart.jgb"), Chart.GREEN, true, percentY(sheet.governmentCurve())));
        }
        return Chart.lines(
                wording.text("page.chart.curves"),
                wording.text("page.chart.yearsAxis"),
                "%",
                series,
                Optional.of(new Chart.Point(years, 100 * yield)),
                shown.percent(yield, 3) + " %");
    }

    private String waterfall(TrancheSheet.AllIn allIn) {
        List<Chart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < allIn.lines().size(); i++) {
            TrancheSheet.Line line = allIn.lines().get(i);
            boolean whole = i == 0 || i == allIn.lines().size() - 1;
            bars.add(new Chart.Bar(
                    wording.text("page.allInShort." + line.part()),
                    100 * line.value(),
                    whole ? Chart.BLUE : line.value() < 0 ? Chart.GREEN : Chart.RED));
        }
        return Chart.waterfall(wording.text("page.chart.allIn", allIn.home()), "%", bars, 3);
    }

    private static List<Chart.Point> percentX(List<TrancheSheet.Point> points) {
        return points.stream().map(p -> new Chart.Point(100 * p.x(), p.y())).toList();
    }

    private static List<Chart.Point> percentY(List<TrancheSheet.Point> points) {
        return points.stream().map(p -> new Chart.Point(p.x(), 100 * p.y())).toList();
    }
}
