package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Dates that a person enters are business days of those who must act on them, and a price is of the day that papers name. */
class ClosedDaysTest extends DeskTest {

    private static FormValues sheet(String id, String filing, String pricing, String payment) {
        return sample("SVN-2024")
                .termSheet()
                .with("dealId", id)
                .with("dates.filing", filing)
                .with("dates.sounding", "")
                .with("dates.marketing", "")
                .with("dates.pricing", pricing)
                .with("dates.payment", payment);
    }

    /** Firms of the samples are known where a rehearsal opens them. */
    private List<Finding> ofDates(FormValues sheet) {
        return desk.check(sheet).stream()
                .filter(f -> f.field().startsWith("dates."))
                .toList();
    }

    /** Field, code and the next open day of every finding whose field begins so, and of no other. */
    private static void refuses(ThrowingCallable act, String fields, Tuple... findings) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings())
                                .filteredOn(f -> f.field().startsWith(fields))
                                .extracting(
                                        Finding::field,
                                        Finding::code,
                                        f -> f.args().get(1))
                                .containsExactly(findings));
    }

    @Test
    void openingRefusesEveryDayOnWhichNobodyActs() {
        // Sunday; Saturday; 敬老の日, Monday 16 September 2024
        FormValues sheet = sheet("CLOSED-1", "2024-08-11", "2024-09-07", "2024-09-16");
        // Monday, 12 August is the holiday of the Sunday before it
        refuses(
                () -> desk.open(sheet, Set.of(), LocalDate.of(2024, 7, 1), Cast.LEAD.person(), List.of()),
                "dates.",
                tuple("dates.filing", "filingOnClosedDay", "2024-08-13"),
                tuple("dates.pricing", "pricingOnClosedDay", "2024-09-09"),
                tuple("dates.payment", "paymentOnClosedDay", "2024-09-17"));
        assertThat(deals.find(new DealId("CLOSED-1"))).isEmpty();
        assertThat(ofDates(sheet("CLOSED-2", "2024-08-13", "2024-08-29", "2124-09-05")))
                .as("a year that the table does not hold")
                .extracting(Finding::code)
                .contains("dayBeyondCalendar");
    }

    @Test
    void aWrongOrderDoesNotHideAClosedDay() {
        assertThat(ofDates(sheet("CLOSED-3", "2024-08-13", "2024-09-10", "2024-09-07")))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("dateBefore", "paymentOnClosedDay");
        assertThat(ofDates(sheet("CLOSED-4", "2024-08-13", "soon", "2024-09-05")))
                .as("what is no date is a fault of form, once")
                .hasSize(1);
    }

    @Test
    void theRestAnswersTheSame() {
        var lead = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        String yaml;
        try {
            yaml = Files.readString(Path.of("samples", "IDN-2018.yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(lead.post("/api/deals", yaml.replace("2018-05-31", "2018-06-02"))
                        .body())
                .contains("paymentOnClosedDay", "2018-06-04", "dates.payment");
    }

    @Test
    void everyPublishedSampleHasOpenDays() throws IOException {
        assertThat(samples()).hasSizeGreaterThan(10).allSatisfy(name -> {
            Sample s = sample(name);
            assertThat(ofDates(s.termSheet())).as(name).isEmpty();
        });
    }

    private void postpone(DealId id, String pricing, String payment) {
        desk.record(
                id,
                Entry.POSTPONE,
                FormValues.of("reason", "市況", "pricing", pricing, "payment", payment)
                        .withTable("notices", List.of(Map.of("party", "引受団", "at", "2024-08-20T11:00", "means", "電話"))),
                Cast.LEAD.person());
    }

    @Test
    void aPostponementRefusesThemToo() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHOOSE_SELECTION);
        refuses(
                () -> postpone(id, "2024-09-14", "2024-09-23"),
                "",
                tuple("pricing", "pricingOnClosedDay", "2024-09-17"),
                tuple("payment", "paymentOnClosedDay", "2024-09-24"));
        assertThat(facts.of(id).one(Halt.FACT.at("postponed-1"))).isEmpty();
        postpone(id, "2024-09-17", "2024-09-24");
    }

    /** Papers, covers and timetable print the pricing date of the term sheet; they cannot be right of a price before it. */
    @Test
    void nothingIsPricedBeforeThePricingDate() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.PRICE_TRANCHES);
        LocalDate pricing = deals.termSheet(id).dates().pricing();
        assertThat(clock.today(id)).isBefore(pricing);
        script.entriesBefore(id, HumanTask.PRICE_TRANCHES)
                .forEach(l -> desk.record(id, l.entry(), l.values(), l.by().person()));
        FormValues prices = script.values(id, HumanTask.PRICE_TRANCHES);
        assertThatThrownBy(() -> desk.complete(id, HumanTask.PRICE_TRANCHES, null, prices, Cast.LEAD.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).anySatisfy(f -> {
                            assertThat(f.code()).isEqualTo("pricingBeforeItsDay");
                            assertThat(f.args()).containsExactly(clock.today(id).toString(), pricing.toString());
                        }));
        assertThat(facts.of(id).current(PricingRun.FACT)).isEmpty();
        rehearsal.run(id, t -> t == HumanTask.APPROVE_PRICING);
        assertThat(facts.of(id).current(PricingRun.FACT)).isNotEmpty();
    }
}
