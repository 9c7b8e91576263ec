package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.workflow.DealCalendar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/** The dates of a deal as files: iCalendar (RFC 5545) and a workbook. */
@Component
class CalendarFiles {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz");

    private final Wording wording;

    CalendarFiles(Wording wording) {
        this.wording = wording;
    }

    /**
     * @param at moment that the events are stamped with: that of the deal, so that an unchanged deal gives equal bytes
     * @param readerZone zone in which hours are said besides Tokyo's
     */
    byte[] iCalendar(
            DealId id,
            List<DealCalendar.Entry> entries,
            boolean japanese,
            boolean practice,
            Instant at,
            ZoneId readerZone) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Samurai Desk//Deal calendar//" + (japanese ? "JA" : "EN")));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new Name(id.value()));
        calendar.add(TimeZoneRegistryFactory.getInstance()
                .createRegistry()
                .getTimeZone(DealClock.TOKYO.getId())
                .getVTimeZone());
        for (DealCalendar.Entry e : entries) {
            String summary = (practice ? "リハーサル " : "") + id + " " + e.row() + " " + (japanese ? e.ja() : e.en())
                    + (e.forecast() ? forecast(japanese) : "");
            VEvent event = e.time() == null
                    ? new VEvent(e.date(), summary)
                    : new VEvent(
                            ZonedDateTime.of(e.date(), e.time(), DealClock.TOKYO), java.time.Duration.ZERO, summary);
            event.replace(new DtStamp(at.truncatedTo(ChronoUnit.SECONDS)));
            event.add(new Uid(id + "/" + e.key() + "@samurai-desk"));
            event.add(new Sequence(e.sequence()));
            event.add(new Description(description(e, readerZone)));
            event.add(
                    e.cancelled()
                            ? ImmutableStatus.VEVENT_CANCELLED
                            : e.forecast() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED);
            calendar.add(event);
        }
        var out = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException x) {
            throw new UncheckedIOException(x);
        }
        return out.toByteArray();
    }

    /** Behind the name of an event; the language is that of its name, which a feed chooses by itself. */
    private String forecast(boolean japanese) {
        return japanese
                ? "（" + wording.textIn(Locale.JAPANESE, "page.forecast") + "）"
                : " (" + wording.textIn(Locale.ENGLISH, "page.forecast") + ")";
    }

    private String description(DealCalendar.Entry e, ZoneId readerZone) {
        var text = new StringBuilder();
        if (e.time() != null) {
            ZonedDateTime tokyo = ZonedDateTime.of(e.date(), e.time(), DealClock.TOKYO);
            text.append(MINUTES.format(tokyo));
            if (!readerZone.equals(DealClock.TOKYO)) {
                text.append(" = ").append(MINUTES.format(tokyo.withZoneSameInstant(readerZone)));
            }
            text.append('\n');
        }
        if (!e.rule().isEmpty()) {
            text.append(e.rule()).append('\n');
        }
        if (!e.basis().isEmpty()) {
            text.append(e.basis()).append('\n');
        }
        if (e.forecast()) {
            text.append(wording.text("page.noticeAwaited")).append('\n');
        }
        if (e.confirmWithCounsel()) {
            text.append(wording.text("page.confirmWithCounsel")).append('\n');
        }
        return text.toString().strip();
    }

    byte[] workbook(DealId id, List<DealCalendar.Entry> entries, boolean practice, ZoneId readerZone) {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet(wording.text("page.timetable"));
            Font bold = book.createFont();
            bold.setBold(true);
            CellStyle head = book.createCellStyle();
            head.setFont(bold);
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            sheet.createRow(0).createCell(0).setCellValue(id + (practice ? " リハーサル REHEARSAL" : ""));
            var titles = List.of(
                    "row",
                    "due",
                    "timeTokyo",
                    "timeReader",
                    "stepJa",
                    "stepEn",
                    "counted",
                    "skippedDays",
                    "source",
                    "counsel",
                    "state");
            var header = sheet.createRow(1);
            for (int i = 0; i < titles.size(); i++) {
                var cell = header.createCell(i);
                cell.setCellValue(wording.text("page.sheet." + titles.get(i)));
                cell.setCellStyle(head);
            }
            int line = 2;
            for (DealCalendar.Entry e : entries) {
                var row = sheet.createRow(line++);
                row.createCell(0).setCellValue(e.row());
                var due = row.createCell(1);
                due.setCellValue(e.date());
                due.setCellStyle(date);
                if (e.time() != null) {
                    ZonedDateTime tokyo = ZonedDateTime.of(e.date(), e.time(), DealClock.TOKYO);
                    row.createCell(2).setCellValue(MINUTES.format(tokyo));
                    row.createCell(3).setCellValue(MINUTES.format(tokyo.withZoneSameInstant(readerZone)));
                }
                row.createCell(4).setCellValue(e.ja());
                row.createCell(5).setCellValue(e.en());
                row.createCell(6).setCellValue(e.rule());
                row.createCell(7)
                        .setCellValue(String.join(
                                " ", e.skipped().stream().map(Object::toString).toList()));
                row.createCell(8).setCellValue(e.basis());
                row.createCell(9).setCellValue(e.confirmWithCounsel() ? wording.text("page.confirmWithCounsel") : "");
                row.createCell(10)
                        .setCellValue(
                                e.cancelled()
                                        ? wording.text("page.cancelled")
                                        : e.forecast()
                                                ? wording.text("page.forecast")
                                                : e.done() ? wording.text("page.doneChip") : "");
            }
            int[] widths = {10, 12, 22, 26, 44, 44, 20, 30, 30, 18, 12};
            for (int i = 0; i < widths.length; i++) {
                sheet.setColumnWidth(i, widths[i] * 256);
            }
            sheet.createFreezePane(0, 2);
            var out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException x) {
            throw new UncheckedIOException(x);
        }
    }
}
