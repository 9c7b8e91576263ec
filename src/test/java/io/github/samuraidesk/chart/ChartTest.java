package io.github.samuraidesk.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ChartTest {

    @Test
    void escapesEveryWord() throws Exception {
        Element svg = parsed(Chart.ladder(
                "<script>alert(1)</script> & \"more\"", "bp", List.of(new Chart.Bar("<b>", 1, Chart.BLUE)), 2));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getAttribute("aria-label")).startsWith("<script>");
    }

    @Test
    void endsAxesOnRoundNumbersThatCoverTheValues() {
        Axis axis = Axis.covering(98.3, 117.1, 0, 100);
        assertThat(axis.low()).isEqualTo(95);
        assertThat(axis.high()).isEqualTo(120);
        assertThat(axis.at(107.5)).isEqualTo(50);
        assertThat(axis.ticks()).containsExactly(95.0, 100.0, 105.0, 110.0, 115.0, 120.0);
    }

    @Test
    void drawsAFlatLineAndASinglePoint() throws Exception {
        var flat = new Chart.Series("flat", Chart.BLUE, true, List.of(new Chart.Point(1, 5), new Chart.Point(2, 5)));
        Element svg = parsed(Chart.lines("t", "x", "y", List.of(flat), Optional.of(new Chart.Point(1, 5)), "here"));
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(1);
        assertThat(svg.toString()).doesNotContain("NaN");
        parsed(Chart.bars("t", "u", List.of(new Chart.Bar("a", 0, Chart.BLUE)), 2));
    }

    @Test
    void stepsOfAWaterfallEndAtTheWhole() throws Exception {
        Element svg = parsed(Chart.waterfall(
                "t",
                "%",
                List.of(
                        new Chart.Bar("first", 2, Chart.BLUE),
                        new Chart.Bar("step", 1, Chart.RED),
                        new Chart.Bar("whole", 3, Chart.BLUE)),
                1));
        var bars = svg.getElementsByTagName("rect");
        assertThat(bars.getLength()).isEqualTo(3);
        double stepTop = Double.parseDouble(((Element) bars.item(1)).getAttribute("y"));
        double wholeTop = Double.parseDouble(((Element) bars.item(2)).getAttribute("y"));
        assertThat(stepTop).isEqualTo(wholeTop);
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
