package bench;

import bench.DealDates.Deal;
import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.law.Route.Track;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePack.JasdecRow;
import io.github.samuraidesk.law.RulePack.TimetableRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * The dates of {@link DealDates} as a workbook, a row a deal: five dates typed in, every other cell a formula, the closed
 * days of banks and government offices on a second sheet. Beside it the same rows as CSV by our own count, in the serial
 * numbers of a workbook, so that the two can be compared.
 */
public final class DatesWorkbook {

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final int INPUTS = 5;

    private final RulePack pack;
    private final String bank;
    private final String government;

    private DatesWorkbook(RulePack pack) {
        this.pack = pack;
        this.bank = "Closed!$A$1:$A$" + closed(pack.calendars().bank()).size();
        this.government =
                "Closed!$B$1:$B$" + closed(pack.calendars().government()).size();
    }

    /** @param args number of deals, workbook to write, CSV to write */
    public static void main(String[] args) throws IOException {
        RulePack pack = RulePack.builtIn();
        List<Deal> deals = DealDates.deals(pack, Integer.parseInt(args[0]));
        new DatesWorkbook(pack).write(deals, Path.of(args[1]));
        int columns = deals.stream()
                .mapToInt(deal -> DealDates.dates(pack, deal).size())
                .max()
                .orElse(0);
        try (var csv = new PrintWriter(Files.newBufferedWriter(Path.of(args[2])))) {
            for (Deal deal : deals) {
                List<LocalDate> dates = new ArrayList<>(inputs(deal));
                dates.addAll(DealDates.dates(pack, deal));
                String line = dates.stream()
                        .map(date -> Long.toString(serial(date)))
                        .collect(Collectors.joining(","));
                csv.print(line + ",".repeat(INPUTS + columns - dates.size()) + "\n");
            }
        }
    }

    private void write(List<Deal> deals, Path file) throws IOException {
        try (var book = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("Deals");
            for (Deal deal : deals) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                inputs(deal)
                        .forEach(date -> row.createCell(row.getPhysicalNumberOfCells())
                                .setCellValue(serial(date)));
                for (String formula : formulas(deal.track(), row.getRowNum() + 1)) {
                    row.createCell(row.getPhysicalNumberOfCells()).setCellFormula(formula);
                }
            }
            Sheet holidays = book.createSheet("Closed");
            List<LocalDate> banks = closed(pack.calendars().bank());
            List<LocalDate> offices = closed(pack.calendars().government());
            for (int i = 0; i < Math.max(banks.size(), offices.size()); i++) {
                Row row = holidays.createRow(i);
                if (i < banks.size()) {
                    row.createCell(0).setCellValue(serial(banks.get(i)));
                }
                if (i < offices.size()) {
                    row.createCell(1).setCellValue(serial(offices.get(i)));
                }
            }
            book.write(out);
        }
    }

    private static List<LocalDate> inputs(Deal deal) {
        return List.of(deal.filing(), deal.pricing(), deal.payment(), deal.amended(), deal.amendedAgain());
    }

    /** Cells A filing, B pricing, C payment, D and E the amendments. */
    private List<String> formulas(Track track, int line) {
        String filing = "A" + line;
        String pricing = "B" + line;
        String payment = "C" + line;
        String first = "D" + line;
        String second = "E" + line;
        var formulas = new ArrayList<String>();
        for (TimetableRow row : pack.timetable(track.name())) {
            String anchor = cell(row.anchor(), line);
            if (row.id().equals("H01")) {
                formulas.add(filing);
            } else if (row.id().equals("H10")) {
                formulas.add(payment);
            } else {
                String counted =
                        switch (row.unit()) {
                            case "w" -> anchor + "+" + row.offset() * 7;
                            case "cd" -> anchor + "+" + row.offset();
                            case "bd" -> bankDays(anchor, row.offset());
                            default -> throw new IllegalStateException("unit without a formula: " + row.unit());
                        };
                formulas.add(row.id().equals("S12") ? "MAX(" + counted + "," + pricing + ")" : counted);
            }
        }
        String friday = pricing + "-WEEKDAY(" + pricing + ",3)-3";
        String participation = "WORKDAY(" + friday + "+1,-1," + bank + ")";
        for (JasdecRow row : pack.jasdec()) {
            if (!Set.of("P", "D").contains(row.anchor())) {
                continue;
            }
            formulas.add(
                    switch (row.id()) {
                        case "J04" ->
                            "WORKDAY(" + participation + "+MOD(4-WEEKDAY(" + participation + ",3),7)-7,-1," + bank
                                    + ")";
                        case "J05" -> participation;
                        default -> bankDays(cell(row.anchor(), line), row.offsetBusinessDays());
                    });
        }
        if (track == Track.SHELF) {
            formulas.add(first + "+" + days("K06"));
            formulas.add(second + "+" + days("K08"));
            formulas.add(filing + "+" + (days("K05") + 1));
        } else {
            String own = filing + "+" + (days("K01") + 1);
            String issuer = first + "+" + (days("K18") + 1);
            String terms = "WORKDAY(" + second + "," + days("K02") + "," + government + ")+1";
            formulas.addAll(List.of(own, issuer, terms, "MAX(" + own + "," + issuer + "," + terms + ")"));
        }
        return formulas;
    }

    private int days(String clock) {
        return pack.clock(clock).value();
    }

    private String bankDays(String anchor, int days) {
        return days == 0
                ? "WORKDAY(" + anchor + "-1,1," + bank + ")"
                : "WORKDAY(" + anchor + "," + days + "," + bank + ")";
    }

    private static String cell(String anchor, int line) {
        return switch (anchor) {
            case "F", "H01" -> "A" + line;
            case "P" -> "B" + line;
            case "D" -> "C" + line;
            default -> throw new IllegalStateException("anchor without a cell: " + anchor);
        };
    }

    /** Closed weekdays of the years the deals touch; WORKDAY knows the weekends. */
    private static List<LocalDate> closed(BusinessCalendar calendar) {
        return LongStream.rangeClosed(FIRST.toEpochDay(), LAST.toEpochDay())
                .mapToObj(LocalDate::ofEpochDay)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(day -> !calendar.isBusinessDay(day))
                .toList();
    }

    private static long serial(LocalDate date) {
        return date.toEpochDay() - SERIAL_ZERO.toEpochDay();
    }
}
