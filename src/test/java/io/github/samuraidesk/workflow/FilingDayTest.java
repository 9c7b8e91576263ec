package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.rehearsal.Cast;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A filing day that goes by is no dead end: people name another, and what names the day is made and approved anew. */
class FilingDayTest extends DeskTest {

    @Autowired
    private Papers papers;

    @Autowired
    private Gates gates;

    private List<String> refused(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return refused.findings().stream().map(Finding::code).toList();
        }
        return List.of();
    }

    private void setDay(DealId id, LocalDate day) {
        desk.record(
                id,
                Entry.SET_FILING_DAY,
                FormValues.of(
                        "stage", "STATEMENT", "filingDay", day.toString(), "reason", "counsel's opinion came late"),
                Cast.COUNSEL.person());
    }

    private void fileOn(DealId id, LocalDate day) {
        desk.complete(
                id,
                HumanTask.FILE_STATEMENT,
                null,
                script.values(id, HumanTask.FILE_STATEMENT).with("acceptedAt", day + "T10:00"),
                Cast.COUNSEL.person());
    }

    @Test
    void aShelfWhoseFilingDayHasGoneByIsFiledOnAnother() {
        DealId id = openAndStopBefore("IDN-2018", HumanTask.FILE_STATEMENT);
        // Monday, 2 April 2018; the cover names Thursday, 29 March (IDN-2018.assumed.yaml)
        LocalDate day = LocalDate.of(2018, 4, 2);
        desk.movePracticeTime(id, day.atTime(11, 0).atZone(DealClock.TOKYO).toInstant(), Cast.LEAD.person());
        script.entriesBefore(id, HumanTask.FILE_STATEMENT)
                .forEach(l -> desk.record(id, l.entry(), l.values(), l.by().person()));
        assertThat(refused(() -> fileOn(id, day))).contains("coverNamesAnotherDay");

        assertThat(refused(() -> setDay(id, LocalDate.of(2018, 4, 1)))).contains("governmentClosed", "dateBefore");
        setDay(id, day);
        var statement = papers.find(facts.of(id), Paper.SHELF_STATEMENT).orElseThrow();
        assertThat(papers.isCurrent(facts.of(id), statement)).isFalse();
        // the approvals of the paper that named the old day do not carry over
        assertThat(refused(() -> fileOn(id, day))).contains("paperStale");

        desk.record(id, Entry.REMAKE_PAPERS, FormValues.of("reason", "filing day"), Cast.COUNSEL.person());
        script.entriesBefore(id, HumanTask.REVIEW_PAPERS)
                .forEach(l -> desk.record(id, l.entry(), l.values(), l.by().person()));
        fileOn(id, day);
        assertThat(Filing.statement(facts.of(id)).map(Filing::acceptedOn)).contains(day);
        assertThat(refused(() -> setDay(id, day.plusDays(1)))).contains("alreadyAccepted");
    }
}
