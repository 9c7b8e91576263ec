package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDate;

/** The day on which people now mean to file (提出日): the cover of what is filed names it. It replaces the planned day. */
public record FilingDay(Filing.Stage stage, LocalDate day, String reason) {
    public static final FactKind.Per<FilingDay> FACT = FactKind.per("FilingDay", FilingDay.class);
}
