package io.github.samuraidesk.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Counsel's check for a new report since the shelf statement (訂正発行登録書の要否). */
public record ShelfChecked(ReportKind newReport, @Nullable LocalDate amendmentFiled, boolean materialEventPending) {

    /** @param days days of suspension counted with the filing day (clocks K06 to K08, electronic filing) */
    public enum ReportKind {
        NONE(0, ""),
        ANNUAL(2, "K06"),
        SEMIANNUAL(1, "K07"),
        EXTRAORDINARY(1, "K08");

        private final int days;
        private final String clock;

        ReportKind(int days, String clock) {
            this.days = days;
            this.clock = clock;
        }

        public int suspensionDays() {
            return days;
        }

        public String clock() {
            return clock;
        }
    }

    /** A new report without an amendment stands in the way until the amendment is filed and its clock has run. */
    public boolean isSuspendedOn(LocalDate date) {
        if (newReport == ReportKind.NONE) {
            return false;
        }
        return amendmentFiled == null || date.isBefore(amendmentFiled.plusDays(newReport.suspensionDays()));
    }
}
