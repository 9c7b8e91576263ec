package io.github.samuraidesk.law;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.law.RulePack.ClockRow;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works backwards from a wanted payment date (払込期日): pricing, latest filing, the Thursday of JASDEC, kick-off. It says
 * what makes the date impossible, what speaks against it, and the nearest date on which it can be done.
 */
public final class Planner {

    /** How far ahead a feasible date is looked for; beyond it a plan is no plan. */
    private static final int HORIZON_DAYS = 400;

    private final RulePack pack;
    private final BusinessCalendar bank;
    private final BusinessCalendar government;
    private final BusinessCalendar bojNet;

    public Planner(RulePack pack) {
        this.pack = pack;
        this.bank = pack.calendars().bank();
        this.government = pack.calendars().government();
        this.bojNet = pack.calendars().bojNet();
    }

    /**
     * @param home calendar of the issuer's home, or null where none is known
     * @param shelfEffective day from which a shelf can be used, or null where it is still to be filed
     * @param participates whether the issuer is a JASDEC participant already, so that no forms are due
     * @param state whether the issuer is a state or another that files under the ordinance for foreign government bonds,
     *     whose report has another deadline than a company's
     * @param others pricing dates of the house's other deals
     */
    public record Wish(
            Route.Track track,
            LocalDate payment,
            LocalDate today,
            @Nullable BusinessCalendar home,
            @Nullable LocalDate shelfEffective,
            boolean participates,
            @Nullable String fiscalYearEnd,
            boolean state,
            List<Blackout> blackouts,
            List<OtherDeal> others) {

        Wish paying(LocalDate on) {
            return new Wish(
                    track, on, today, home, shelfEffective, participates, fiscalYearEnd, state, blackouts, others);
        }
    }

    /**
     * @param name the deal as the reader may know it, or empty
     * @param pricing its pricing date, or null where the deal's data cannot be read
     */
    public record OtherDeal(String name, @Nullable LocalDate pricing) {}

    /** @param code wording key {@code plan.<code>} @param impossible or only a warning */
    public record Remark(String code, List<String> args, boolean impossible, String basis) {

        public boolean needsCounsel() {
            return RulePack.needsCounsel(basis);
        }
    }

    /** @param nearest first payment date from the wanted one on that can be done; empty when this one can, or none */
    public record Plan(
            LocalDate payment,
            LocalDate pricing,
            LocalDate latestFiling,
            LocalDate participation,
            LocalDate jasdecForms,
            LocalDate kickOff,
            List<Remark> remarks,
            Optional<LocalDate> nearest) {

        public boolean isFeasible() {
            return remarks.stream().noneMatch(Remark::impossible);
        }
    }

    public Plan plan(Wish wish) {
        Plan wanted = backwards(wish);
        if (wanted.isFeasible()) {
            return wanted;
        }
        Optional<LocalDate> nearest = Optional.empty();
        LocalDate first = wish.payment().isBefore(wish.today()) ? wish.today() : wish.payment();
        LocalDate last = first.plusDays(HORIZON_DAYS);
        for (LocalDate day = first;
                !day.isAfter(last) && !day.isAfter(pack.calendars().horizon());
                day = day.plusDays(1)) {
            if (backwards(wish.paying(day)).isFeasible()) {
                nearest = Optional.of(day);
                break;
            }
        }
        return new Plan(
                wanted.payment(),
                wanted.pricing(),
                wanted.latestFiling(),
                wanted.participation(),
                wanted.jasdecForms(),
                wanted.kickOff(),
                wanted.remarks(),
                nearest);
    }

    private Plan backwards(Wish wish) {
        int lag = pack.threshold("T-PAYMENT-LAG", wish.payment()).value().intValueExact();
        LocalDate pricing = bank.plusBusinessDays(wish.payment(), -lag);
        LocalDate filing = latestFiling(wish.track(), pricing);
        LocalDate participation = pack.plan().participationDate(pricing);
        LocalDate forms = pack.plan().formsDeadline(participation);
        Map<String, LocalDate> anchors = Timetable.anchors(filing, pricing, wish.payment(), Optional.empty());
        LocalDate kickOff = pack.plan().dueDates(wish.track().name(), anchors).values().stream()
                .map(Timetable.DueDate::date)
                .min(Comparator.naturalOrder())
                .map(bank::preceding)
                .orElse(filing);
        var remarks = new ArrayList<Remark>();
        mustBePossible(wish, pricing, filing, forms, remarks);
        if (kickOff.isBefore(wish.today())) {
            remarks.add(warning("kickOffPassed", "GK-med", kickOff.toString()));
        }
        remarks.addAll(against(wish, pricing));
        pack.windows().stream()
                .filter(w -> !w.covers(pricing)
                        && pricing.plusDays(1).datesUntil(wish.payment()).anyMatch(w::covers))
                .forEach(w -> remarks.add(warning("windowBetween", w.basis(), w.ja(), w.en())));
        return new Plan(wish.payment(), pricing, filing, participation, forms, kickOff, remarks, Optional.empty());
    }

    /** The last government business day from which the statement is effective on the day of pricing. */
    private LocalDate latestFiling(Route.Track track, LocalDate pricing) {
        String clock = track == Route.Track.SHELF ? "K05" : "K01";
        return government.preceding(pricing.minusDays(pack.clock(clock).value() + 1L));
    }

    private void mustBePossible(Wish wish, LocalDate pricing, LocalDate filing, LocalDate forms, List<Remark> remarks) {
        LocalDate today = wish.today();
        if (!bank.isBusinessDay(wish.payment()) || !bojNet.isBusinessDay(wish.payment())) {
            remarks.add(
                    impossible("paymentOnClosedDay", "S:BOJ-DVP", wish.payment().toString(), bank.name()));
        }
        if (pricing.isBefore(today)) {
            remarks.add(impossible("pricingPassed", "GK-high", pricing.toString()));
        }
        boolean registered = wish.track() == Route.Track.SRS || wish.track() == Route.Track.SHELF;
        LocalDate effective = wish.shelfEffective();
        if (registered && effective != null) {
            if (effective.isAfter(pricing)) {
                remarks.add(impossible("shelfNotEffectiveYet", "S:FIEA23-8", effective.toString()));
            }
        } else if (registered && filing.isBefore(today)) {
            String clock = wish.track() == Route.Track.SHELF ? "K05" : "K01";
            remarks.add(impossible("filingPassed", pack.clock(clock).basis(), filing.toString(), clock));
        }
        if (!wish.participates() && forms.isBefore(today)) {
            remarks.add(impossible("jasdecThursdayPassed", "S:JASDEC-FLOW", forms.toString()));
        }
    }

    /** What speaks against a pricing date without making it impossible. */
    public List<Remark> against(Wish wish, LocalDate pricing) {
        var remarks = new ArrayList<>(windows(wish, pricing));
        BusinessCalendar home = wish.home();
        if (home != null) {
            if (!home.isBusinessDay(pricing)) {
                remarks.add(warning("homeClosed", "S:SLO24; GK-med", pricing.toString(), home.name()));
            }
            if (!home.isBusinessDay(wish.payment())) {
                remarks.add(
                        warning("homeClosed", "S:SLO24; GK-med", wish.payment().toString(), home.name()));
            }
        }
        return remarks;
    }

    /** Windows to avoid, the deal's own blackouts, due reports of the issuer, and other deals of the house. */
    private List<Remark> windows(Wish wish, LocalDate pricing) {
        var remarks = new ArrayList<Remark>();
        pack.windows().stream()
                .filter(w -> w.covers(pricing))
                .forEach(w -> remarks.add(warning("window", w.basis(), pricing.toString(), w.ja(), w.en())));
        wish.blackouts().stream()
                .filter(b -> !pricing.isBefore(b.from()) && !pricing.isAfter(b.to()))
                .forEach(b -> remarks.add(warning(
                        "blackout",
                        "GK-high",
                        pricing.toString(),
                        b.from().toString(),
                        b.to().toString(),
                        b.reason())));
        ClockRow report = annualReport(wish.state());
        reportDue(wish.fiscalYearEnd(), pricing, report.value())
                .ifPresent(due -> remarks.add(warning(
                        "annualReportDue",
                        report.id() + ": " + report.basis() + "; K06: "
                                + pack.clock("K06").basis(),
                        due.toString(),
                        "K06")));
        dated().filter(year -> pricing.getYear() > year.last())
                .forEach(w -> remarks.add(
                        warning("windowNotPublished", w.basis(), String.valueOf(pricing.getYear()), w.ja(), w.en())));
        wish.others().stream()
                .filter(o -> o.pricing() == null)
                .forEach(o -> remarks.add(warning("otherUnreadable", "", o.name())));
        wish.others().stream()
                .filter(o -> o.pricing() != null)
                .filter(o -> Math.abs(bank.businessDaysBetween(o.pricing(), pricing)) <= 1)
                .forEach(o ->
                        remarks.add(warning("collision", "GK-med", o.pricing().toString(), o.name())));
        return remarks;
    }

    /** K11 is for companies; what holds for states is a row of its own that nobody has verified. */
    private ClockRow annualReport(boolean state) {
        ClockRow company = pack.clock("K11");
        return state ? pack.findClock("K12").orElse(company) : company;
    }

    /** Days to avoid that somebody publishes, with the last year that the pack knows of. */
    private record Dated(String ja, String en, int last, String basis) {}

    private Stream<Dated> dated() {
        var latest = new LinkedHashMap<String, Dated>();
        pack.windows().stream().filter(w -> !w.dates().isEmpty()).forEach(w -> {
            int last = w.dates().stream().mapToInt(LocalDate::getYear).max().orElseThrow();
            latest.merge(w.en(), new Dated(w.ja(), w.en(), last, w.basis()), (a, b) -> a.last() < b.last() ? b : a);
        });
        return latest.values().stream();
    }

    /** The annual report's last day when it falls within the two weeks before pricing or the payment lag after it. */
    private static Optional<LocalDate> reportDue(@Nullable String fiscalYearEnd, LocalDate pricing, int months) {
        Optional<MonthDay> yearEnd = monthDay(fiscalYearEnd);
        if (yearEnd.isEmpty()) {
            return Optional.empty();
        }
        for (int year = pricing.getYear() - 1; year <= pricing.getYear(); year++) {
            LocalDate due = LegalPeriod.monthsAfter(yearEnd.get().atYear(year), months);
            if (!due.isBefore(pricing.minusWeeks(2)) && !due.isAfter(pricing.plusWeeks(1))) {
                return Optional.of(due);
            }
        }
        return Optional.empty();
    }

    /** A day of the year as MM-DD; empty where it is none. */
    public static Optional<MonthDay> monthDay(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(MonthDay.parse("--" + text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Remark impossible(String code, String basis, String... args) {
        return new Remark(code, List.of(args), true, basis);
    }

    private static Remark warning(String code, String basis, String... args) {
        return new Remark(code, List.of(args), false, basis);
    }
}
