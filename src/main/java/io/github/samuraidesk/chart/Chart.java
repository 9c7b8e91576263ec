package io.github.samuraidesk.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Charts of a fixed shape as SVG text. Colours stand in the attributes and fonts by name, so that a browser and the PDF
 * renderer draw the same picture; every text is escaped.
 */
public final class Chart {

    public static final String BLUE = "#0017c1";
    public static final String RED = "#ce0000";
    public static final String GREEN = "#197a4b";
    public static final String GRAY = "#767676";
    private static final String INK = "#333333";
    private static final String GRID = "#e6e6e6";
    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;
    private static final int TOP = 46;
    private static final int BOTTOM = 52;

    /** A point in the chart's units. */
    public record Point(double x, double y) {}

    /** A line of a chart. @param marked whether each point is shown as a dot */
    public record Series(String name, String colour, boolean marked, List<Point> points) {}

    /** One bar. */
    public record Bar(String label, double value, String colour) {}

    private final StringBuilder svg = new StringBuilder(8_192);

    private Chart(String title, int height) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(title))
                .append("\" font-family=\"'BIZ UDGothic', sans-serif\" font-size=\"12\">");
        text(16, 24, "start", INK, 15, true, title);
    }

    /**
     * Lines over a common scale.
     *
     * @param mark a point with a word beside it: where the deal stands
     */
    public static String lines(
            String title, String xTitle, String yTitle, List<Series> series, Optional<Point> mark, String markText) {
        Chart chart = new Chart(title, HEIGHT);
        List<Point> all = new ArrayList<>();
        series.forEach(s -> all.addAll(s.points()));
        mark.ifPresent(all::add);
        if (all.isEmpty()) {
            return chart.end();
        }
        Axis x = Axis.covering(
                all.stream().mapToDouble(Point::x).min().orElseThrow(),
                all.stream().mapToDouble(Point::x).max().orElseThrow(),
                LEFT,
                WIDTH - RIGHT);
        Axis y = Axis.covering(
                all.stream().mapToDouble(Point::y).min().orElseThrow(),
                all.stream().mapToDouble(Point::y).max().orElseThrow(),
                HEIGHT - BOTTOM,
                TOP);
        chart.grid(x, y, xTitle, yTitle);
        for (Series s : series) {
            chart.line(s, x, y);
        }
        chart.legend(series);
        mark.ifPresent(point -> chart.mark(x.at(point.x()), y.at(point.y()), markText));
        return chart.end();
    }

    /** Upright bars from zero, each with its value above it. @param decimals of the values shown */
    public static String bars(String title, String unit, List<Bar> bars, int decimals) {
        Chart chart = new Chart(title, HEIGHT);
        if (bars.isEmpty()) {
            return chart.end();
        }
        Axis y = Axis.covering(
                Math.min(0, bars.stream().mapToDouble(Bar::value).min().orElse(0)),
                Math.max(0, bars.stream().mapToDouble(Bar::value).max().orElse(0)),
                HEIGHT - BOTTOM,
                TOP);
        chart.levels(y, unit);
        double slot = (double) (WIDTH - LEFT - RIGHT) / bars.size();
        // a label needs some 40 pixels; with more bars only every second or third has one
        int every = (int) Math.ceil(40 / slot);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double middle = LEFT + slot * (i + 0.5);
            chart.bar(middle - slot * 0.34, slot * 0.68, y.at(0), y.at(bar.value()), bar.colour());
            if (i % every == 0 || bars.size() <= 12) {
                chart.text(middle, HEIGHT - BOTTOM + 18, "middle", INK, 11, false, bar.label());
            }
            if (slot > 34) {
                double top = Math.min(y.at(0), y.at(bar.value())) - 5;
                chart.text(middle, top, "middle", INK, 11, false, fixed(bar.value(), decimals));
            }
        }
        return chart.end();
    }

    /** Lying bars from zero, for a ladder of spreads. @param decimals of the values shown */
    public static String ladder(String title, String unit, List<Bar> bars, int decimals) {
        int height = TOP + 26 * bars.size() + 24;
        Chart chart = new Chart(title + (unit.isEmpty() ? "" : " (" + unit + ")"), height);
        if (bars.isEmpty()) {
            return chart.end();
        }
        int labels = 265;
        Axis x = Axis.covering(
                Math.min(0, bars.stream().mapToDouble(Bar::value).min().orElse(0)),
                Math.max(0, bars.stream().mapToDouble(Bar::value).max().orElse(0)),
                labels,
                WIDTH - 60);
        chart.rule(x.at(0), TOP - 4, x.at(0), height - 18, GRAY, 1);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double top = TOP + 26.0 * i;
            double end = x.at(bar.value());
            chart.rectangle(Math.min(x.at(0), end), top + 3, Math.abs(end - x.at(0)), 16, bar.colour());
            chart.text(
                    labels - 10 - Math.max(0, labels - Math.min(end, x.at(0))),
                    top + 16,
                    "end",
                    INK,
                    12,
                    false,
                    bar.label());
            chart.text(Math.max(end, x.at(0)) + 6, top + 16, "start", INK, 12, true, fixed(bar.value(), decimals));
        }
        return chart.end();
    }

    /** Steps that add up, from a first figure to the last: how one number becomes another. */
    public static String waterfall(String title, String unit, List<Bar> steps, int decimals) {
        Chart chart = new Chart(title, HEIGHT);
        if (steps.size() < 2) {
            return chart.end();
        }
        double least = 0;
        double most = 0;
        double level = 0;
        for (int i = 0; i < steps.size(); i++) {
            level = i == steps.size() - 1
                    ? steps.get(i).value()
                    : level + steps.get(i).value();
            least = Math.min(least, level);
            most = Math.max(most, level);
        }
        Axis y = Axis.covering(least, most, HEIGHT - BOTTOM, TOP);
        chart.levels(y, unit);
        double slot = (double) (WIDTH - LEFT - RIGHT) / steps.size();
        level = 0;
        for (int i = 0; i < steps.size(); i++) {
            Bar step = steps.get(i);
            boolean whole = i == 0 || i == steps.size() - 1;
            double from = whole ? 0 : level;
            double to = whole ? step.value() : level + step.value();
            double middle = LEFT + slot * (i + 0.5);
            chart.bar(middle - slot * 0.36, slot * 0.72, y.at(from), y.at(to), step.colour());
            chart.text(
                    middle,
                    Math.min(y.at(from), y.at(to)) - 5,
                    "middle",
                    INK,
                    11,
                    whole,
                    fixed(step.value(), decimals));
            chart.text(middle, HEIGHT - BOTTOM + (i % 2 == 0 ? 16 : 31), "middle", INK, 10, false, step.label());
            level = to;
        }
        return chart.end();
    }

    private void grid(Axis x, Axis y, String xTitle, String yTitle) {
        levels(y, yTitle);
        for (double tick : x.ticks()) {
            rule(x.at(tick), y.from(), x.at(tick), y.from() + 5, GRAY, 1);
            text(x.at(tick), y.from() + 19, "middle", INK, 11, false, x.text(tick));
        }
        text(WIDTH - RIGHT, HEIGHT - 12, "end", GRAY, 11, false, xTitle);
    }

    private void levels(Axis y, String yTitle) {
        for (double tick : y.ticks()) {
            rule(LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick), GRID, 1);
            text(LEFT - 8, y.at(tick) + 4, "end", INK, 11, false, y.text(tick));
        }
        rule(
                LEFT,
                y.at(Math.max(y.low(), Math.min(0, y.high()))),
                WIDTH - RIGHT,
                y.at(Math.max(y.low(), Math.min(0, y.high()))),
                GRAY,
                1);
        text(LEFT - 48, TOP - 8, "start", GRAY, 11, false, yTitle);
    }

    private void line(Series series, Axis x, Axis y) {
        svg.append("<polyline fill=\"none\" stroke=\"")
                .append(series.colour())
                .append("\" stroke-width=\"2.4\" stroke-linejoin=\"round\" points=\"");
        for (Point point : series.points()) {
            svg.append(pixel(x.at(point.x())))
                    .append(',')
                    .append(pixel(y.at(point.y())))
                    .append(' ');
        }
        svg.append("\"/>");
        if (series.marked()) {
            for (Point point : series.points()) {
                dot(x.at(point.x()), y.at(point.y()), 2.6, series.colour());
            }
        }
    }

    private void legend(List<Series> series) {
        if (series.size() < 2) {
            return;
        }
        double at = WIDTH - RIGHT;
        for (int i = series.size() - 1; i >= 0; i--) {
            Series s = series.get(i);
            // full-width letters are twice as wide as the others
            double width = s.name()
                    .codePoints()
                    .mapToDouble(c -> c > 0xff ? 11.5 : 6.5)
                    .sum();
            at -= width + 30;
            rule(at, TOP - 13, at + 18, TOP - 13, s.colour(), 3);
            text(at + 23, TOP - 9, "start", INK, 11, false, s.name());
        }
    }

    private void mark(double x, double y, String word) {
        dot(x, y, 6, "#ffffff");
        dot(x, y, 4.2, RED);
        boolean right = x < WIDTH * 0.62;
        text(right ? x + 10 : x - 10, y - 9, right ? "start" : "end", RED, 12, true, word);
    }

    private void dot(double x, double y, double radius, String colour) {
        svg.append("<circle cx=\"")
                .append(pixel(x))
                .append("\" cy=\"")
                .append(pixel(y))
                .append("\" r=\"")
                .append(radius)
                .append("\" fill=\"")
                .append(colour)
                .append("\"/>");
    }

    private void bar(double x, double width, double zero, double value, String colour) {
        rectangle(x, Math.min(zero, value), width, Math.max(Math.abs(zero - value), 0.8), colour);
    }

    private void rectangle(double x, double y, double width, double height, String colour) {
        svg.append("<rect x=\"")
                .append(pixel(x))
                .append("\" y=\"")
                .append(pixel(y))
                .append("\" width=\"")
                .append(pixel(width))
                .append("\" height=\"")
                .append(pixel(height))
                .append("\" rx=\"1.5\" fill=\"")
                .append(colour)
                .append("\"/>");
    }

    private void rule(double x1, double y1, double x2, double y2, String colour, double width) {
        svg.append("<line x1=\"")
                .append(pixel(x1))
                .append("\" y1=\"")
                .append(pixel(y1))
                .append("\" x2=\"")
                .append(pixel(x2))
                .append("\" y2=\"")
                .append(pixel(y2))
                .append("\" stroke=\"")
                .append(colour)
                .append("\" stroke-width=\"")
                .append(width)
                .append("\"/>");
    }

    private void text(double x, double y, String anchor, String colour, int size, boolean bold, String words) {
        svg.append("<text x=\"")
                .append(pixel(x))
                .append("\" y=\"")
                .append(pixel(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" fill=\"")
                .append(colour)
                .append("\" font-size=\"")
                .append(size)
                .append(bold ? "\" font-weight=\"700\">" : "\">")
                .append(escaped(words))
                .append("</text>");
    }

    private String end() {
        return svg.append("</svg>").toString();
    }

    private static String pixel(double value) {
        return fixed(value, 1);
    }

    private static String fixed(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
