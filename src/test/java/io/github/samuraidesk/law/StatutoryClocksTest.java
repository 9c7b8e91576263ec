package io.github.samuraidesk.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.registration.Filing;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatutoryClocksTest {

    private final StatutoryClocks clocks = RulePack.builtIn().statutoryClocks();
    private final Timetable timetable = RulePack.builtIn().plan();

    private static Filing filing(String accepted, boolean undecided) {
        return new Filing(
                Filing.Stage.STATEMENT,
                "020",
                "020000",
                LocalDateTime.parse(accepted + "T10:00"),
                "S1000000",
                "",
                "",
                undecided,
                Map.of());
    }

    @Test
    void anSrsIsEffectiveSixteenDaysAfterFiling() {
        assertThat(clocks.srsEffective(LocalDate.of(2024, 8, 13)))
                .isEqualTo(LocalDate.of(2024, 8, 29)); // T07: gov.si, priced that day
        assertThat(clocks.srsEffective(LocalDate.of(2023, 8, 16)))
                .isEqualTo(LocalDate.of(2023, 9, 1)); // T08: worked by hand
    }

    @Test
    void anSrsWithUndecidedTermsHasNoDateBeforeItsAmendment() {
        assertThat(clocks.srsEffective(filing("2023-08-16", true), Optional.empty(), true))
                .isEmpty();
        // toushi.kankei.me S100RPTD and S100RSK4: filed 16 August, amended 7 September 2023
        assertThat(clocks.srsEffective(filing("2023-08-16", true), Optional.of(filing("2023-09-07", false)), true))
                .contains(LocalDate.of(2023, 9, 7));
    }

    @Test
    void anEarlyAmendmentDoesNotShortenTheFifteenDays() {
        assertThat(clocks.srsEffective(filing("2024-08-13", true), Optional.of(filing("2024-08-20", false)), true))
                .contains(LocalDate.of(2024, 8, 29)); // later of the two: Guidelines 8-4, worked by hand
    }

    @Test
    void withoutDemandTheAmendmentWaitsOneGovernmentBusinessDay() {
        // Friday 6 September: one business day passes on Monday 9th, effective on the 10th (K02, worked by hand)
        assertThat(clocks.termsAmendmentEffective(LocalDate.of(2024, 9, 6), false))
                .isEqualTo(LocalDate.of(2024, 9, 10));
    }

    @Test
    void aShortenedShelfIsEffectiveEightDaysAfterFiling() {
        assertThat(clocks.shelfEffective(LocalDate.of(2026, 7, 12), true))
                .isEqualTo(LocalDate.of(2026, 7, 20)); // T14: FSA sample instance 2026
        assertThat(clocks.shelfLastDay(LocalDate.of(2026, 7, 20), 2))
                .isEqualTo(LocalDate.of(2028, 7, 19)); // T15: FSA sample instance 2026
    }

    @Test
    void formsInByThursdayGiveParticipationOnFridayOfTheNextWeek() {
        assertThat(timetable.participationForForms(LocalDate.of(2024, 8, 8)))
                .isEqualTo(LocalDate.of(2024, 8, 16)); // T09: JASDEC flow page
        // forms on a Friday wait for the next Thursday; worked by hand
        assertThat(timetable.participationForForms(LocalDate.of(2024, 8, 9))).isEqualTo(LocalDate.of(2024, 8, 23));
    }

    @Test
    void participationFallsBackWhenFridayIsClosed() {
        // 3 May 2024 (Friday) is Constitution Day; worked by hand from the Cabinet Office list
        assertThat(timetable.participationForForms(LocalDate.of(2024, 4, 25))).isEqualTo(LocalDate.of(2024, 5, 2));
    }
}
