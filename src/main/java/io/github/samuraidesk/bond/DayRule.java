package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;

/** What happens to a payment date on a closed day (休日調整). Amounts never change with it. */
public enum DayRule {
    /** The next open day (翌営業日); usual in Samurai terms and for JGBs. */
    FOLLOWING {
        @Override
        public long adjust(long date, BusinessCalendar calendar) {
            return calendar.following(date);
        }
    },
    /** The open day before (前営業日); usual in domestic corporate terms. */
    PRECEDING {
        @Override
        public long adjust(long date, BusinessCalendar calendar) {
            return calendar.preceding(date);
        }
    },
    /** The next open day unless that leaves the month, then the open day before. */
    MODIFIED_FOLLOWING {
        @Override
        public long adjust(long date, BusinessCalendar calendar) {
            return calendar.modifiedFollowing(date);
        }
    },
    /** The day itself, open or closed; the calendar is not asked. */
    UNADJUSTED {
        @Override
        public long adjust(long date, BusinessCalendar calendar) {
            return date;
        }
    };

    /**
     * The epoch day on which a payment due on {@code date} is made.
     *
     * @throws io.github.samuraidesk.calendar.CalendarHorizonException when the calendar has no table for it
     */
    public abstract long adjust(long date, BusinessCalendar calendar);

    /** {@link #adjust(long, BusinessCalendar)} on dates. */
    public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
        return LocalDate.ofEpochDay(adjust(date.toEpochDay(), calendar));
    }
}
