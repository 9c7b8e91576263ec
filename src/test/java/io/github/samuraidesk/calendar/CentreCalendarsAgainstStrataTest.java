package io.github.samuraidesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares every day of the tables with OpenGamma Strata 2.12.48, whose calendars were written independently. */
class CentreCalendarsAgainstStrataTest {

    private static final CentreCalendars CENTRES = CentreCalendars.load();

    @Test
    void agreesOnLondon() {
        assertThat(differences(CENTRES.london(), HolidayCalendarIds.GBLO)).isEmpty();
    }

    @Test
    void agreesOnTarget() {
        assertThat(differences(CENTRES.target(), HolidayCalendarIds.EUTA)).isEmpty();
    }

    /**
     * Strata closes on the Friday before a Juneteenth on a Saturday, though for no other holiday on a Saturday. The
     * Reserve Banks are open that day: Federal Reserve K.8 2026-2030 names 18 June 2027, the Board's notice of 17 June
     * 2021 the first.
     */
    @Test
    void differsOnNewYorkOnlyByTheFridayBeforeJuneteenth() {
        assertThat(differences(CENTRES.newYork(), HolidayCalendarIds.USNY))
                .containsExactlyElementsOf(Stream.of(2027, 2032, 2038, 2049, 2055, 2060, 2066, 2077, 2083, 2088, 2094)
                        .map(year -> LocalDate.of(year, 6, 18))
                        .toList())
                .allMatch(CENTRES.newYork()::isBusinessDay);
    }

    private static List<LocalDate> differences(CentreCalendar ours, HolidayCalendarId id) {
        HolidayCalendar theirs = ReferenceData.standard().getValue(id);
        return LocalDate.of(2002, 1, 1)
                .datesUntil(LocalDate.of(2100, 1, 1))
                .filter(day -> ours.isBusinessDay(day) != theirs.isBusinessDay(day))
                .toList();
    }
}
