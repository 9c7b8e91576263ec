package io.github.samuraidesk.registration;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The clocks of the rule pack (法定期間). They count in Japan and never roll: a formula that falls on a Sunday gives that
 * Sunday, and people move the deal's dates instead.
 */
public final class StatutoryClocks {

    private static final int WAITING_DAYS = 15;
    private static final int SHORT_WAITING_DAYS = 7;

    private final BusinessCalendar government;

    public StatutoryClocks(BusinessCalendar government) {
        this.government = government;
    }

    /** K01: effective at the start of filing + 16 calendar days; the filing day is not counted. */
    public LocalDate srsEffective(LocalDate filed) {
        return filed.plusDays(WAITING_DAYS + 1L);
    }

    /** K05: as K01, or filing + 8 where the short clock was granted; a person says so, it is never chosen here. */
    public LocalDate shelfEffective(LocalDate filed, boolean shortClockGranted) {
        return filed.plusDays((shortClockGranted ? SHORT_WAITING_DAYS : WAITING_DAYS) + 1L);
    }

    /** K10: last day on which the shelf can be used, effective date + years − 1 day. */
    public LocalDate shelfLastDay(LocalDate effective, int years) {
        return effective.plusYears(years).minusDays(1);
    }

    /**
     * K03: same day, where a tentative range was shown and demand was taken. K02 otherwise: the day after one full
     * government business day has passed.
     */
    public LocalDate termsAmendmentEffective(LocalDate accepted, boolean rangeShownAndDemandTaken) {
        return rangeShownAndDemandTaken
                ? accepted
                : government.plusBusinessDays(accepted, 1).plusDays(1);
    }

    /**
     * When an SRS becomes effective: no date while price or coupon is 未定; then the later of the two clocks.
     *
     * @param termsAmendment acceptance of the amendment that fixes the terms, if it was filed
     */
    public Optional<LocalDate> srsEffective(
            Filing statement, Optional<Filing> termsAmendment, boolean rangeShownAndDemandTaken) {
        LocalDate original = srsEffective(statement.acceptedOn());
        if (!statement.termsUndecided() && termsAmendment.isEmpty()) {
            return Optional.of(original);
        }
        return termsAmendment
                .map(a -> termsAmendmentEffective(a.acceptedOn(), rangeShownAndDemandTaken))
                .map(amended -> amended.isAfter(original) ? amended : original);
    }
}
