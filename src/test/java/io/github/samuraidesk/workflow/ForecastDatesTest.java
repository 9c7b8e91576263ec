package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.rehearsal.Cast;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A computed day of effectiveness is 予定 wherever the timetable goes, until the Bureau's notice makes it a fact. */
class ForecastDatesTest extends DeskTest {

    private Visitor visitor;

    @BeforeEach
    void leadReads() {
        visitor = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        visitor.get("/?lang=ja");
    }

    private List<String> rowsOfThePage(DealId id, String row) {
        return Jsoup.parse(visitor.get("/deals/" + id + "/calendar?lang=ja").body()).select("tbody tr").stream()
                .filter(tr -> tr.select("td").first().text().equals(row))
                .map(tr -> tr.select("td").get(2).text())
                .toList();
    }

    private String event(DealId id, String row, String lang) {
        String ics = new String(
                        visitor.file("/deals/" + id + "/timetable.ics?lang=" + lang),
                        java.nio.charset.StandardCharsets.UTF_8)
                .replace("\r\n ", "");
        var found = Pattern.compile(
                        "BEGIN:VEVENT((?!END:VEVENT).)*UID:" + id + "/" + row + "@.*?END:VEVENT", Pattern.DOTALL)
                .matcher(ics);
        assertThat(found.find()).as(row + " in " + ics).isTrue();
        return found.group();
    }

    private List<String> rowOfTheWorkbook(DealId id, String row) throws IOException {
        try (var book =
                new XSSFWorkbook(new ByteArrayInputStream(visitor.file("/deals/" + id + "/timetable.xlsx?lang=ja")))) {
            for (Row line : book.getSheetAt(0)) {
                var cells = new ArrayList<String>();
                line.forEach(c -> cells.add(c.toString()));
                if (cells.get(0).equals(row)) {
                    return cells;
                }
            }
        }
        throw new AssertionError("no row " + row);
    }

    private String pdf(DealId id) throws IOException {
        try (var pdf = Loader.loadPDF(visitor.file("/deals/" + id + "/timetable.pdf"))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }

    @ParameterizedTest
    @CsvSource({"SVN-2024,S12,CONFIRM_EFFECTIVENESS", "IDN-2018,H02,CONFIRM_SHELF_EFFECTIVE"})
    void effectivenessIsAForecastUntilTheNotice(String sample, String row, HumanTask notice) throws Exception {
        DealId id = openAndStopBefore(sample, notice);
        assertThat(rowsOfThePage(id, row)).singleElement().asString().contains("予定");
        assertThat(event(id, row, "ja")).contains("（予定）", "STATUS:TENTATIVE");
        assertThat(event(id, row, "en")).contains("(forecast)", "STATUS:TENTATIVE");
        assertThat(rowOfTheWorkbook(id, row)).contains("予定");
        assertThat(pdf(id)).contains("（予定）", "(forecast)");
        assertThat(event(id, row.equals("S12") ? "S13" : "H07", "ja"))
                .as("only effectiveness waits for a notice")
                .contains("STATUS:CONFIRMED")
                .doesNotContain("予定");
        String sequence = sequence(event(id, row, "ja"));

        complete(id, notice);
        assertThat(rowsOfThePage(id, row)).singleElement().asString().doesNotContain("予定");
        assertThat(event(id, row, "ja")).contains("STATUS:CONFIRMED").doesNotContain("予定");
        assertThat(Integer.parseInt(sequence(event(id, row, "ja"))))
                .as("a subscriber takes the fact over the forecast")
                .isGreaterThan(Integer.parseInt(sequence));
        assertThat(rowOfTheWorkbook(id, row)).doesNotContain("予定");
        assertThat(pdf(id)).doesNotContain("（予定）", "(forecast)");
    }

    private static String sequence(String event) {
        var found = Pattern.compile("SEQUENCE:(\\d+)").matcher(event);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
