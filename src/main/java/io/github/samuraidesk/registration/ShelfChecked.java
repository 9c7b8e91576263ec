package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.law.StatutoryClocks;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Counsel's check for a new report since the shelf statement (訂正発行登録書の要否). */
public record ShelfChecked(ReportKind newReport, @Nullable LocalDate amendmentFiled, boolean materialEventPending) {

    public static final FactKind.One<ShelfChecked> FACT = FactKind.one("ShelfChecked", ShelfChecked.class, "shelf");

    public enum ReportKind {
        NONE(""),
        ANNUAL("K06"),
        SEMIANNUAL("K07"),
        EXTRAORDINARY("K08");

        private final String clock;

        ReportKind(String clock) {
            this.clock = clock;
        }

        /** Clock of the suspension, or empty. */
        public String clock() {
            return clock;
        }
    }

    /** A new report without an amendment stands in the way until the amendment is filed and its clock has run. */
    public boolean isSuspendedOn(LocalDate date, StatutoryClocks clocks) {
        if (newReport == ReportKind.NONE) {
            return false;
        }
        return amendmentFiled == null
                || !date.isAfter(clocks.suspendedThrough(newReport.clock(), amendmentFiled, true));
    }
}
