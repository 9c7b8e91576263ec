package io.github.samuraidesk.law;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.law.RulePack.ClockRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of a rule pack (法定期間). They count in Japan and never roll: a formula that falls on a Sunday gives that
 * Sunday, and people move the deal's dates instead. Lengths are the pack's, not this class's.
 */
public final class StatutoryClocks {

    /** Rows of {@code clocks.csv} that this class counts by. */
    static final List<String> CLOCKS =
            List.of("K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08", "K10", "K11", "K18");

    private final RulePack pack;
    private final BusinessCalendar government;

    StatutoryClocks(RulePack pack) {
        this.pack = pack;
        this.government = pack.calendars().government();
    }

    /**
     * A date with the way it was counted.
     *
     * @param event what happened on {@code from}, as a wording key {@code clock.event.<event>}
     * @param clock clock of the pack
     * @param count what was counted, for example {@code 15 cd + 1}
     * @param skipped days of {@code calendar} that were passed over; empty for calendar days
     * @param calendar calendar that was asked, or empty
     * @param saidBy person who granted or recorded it, or empty
     * @param governs whether this is the latest, and so the effective date
     */
    public record Counted(
            String event,
            String clock,
            LocalDate from,
            String count,
            LocalDate date,
            List<LocalDate> skipped,
            String calendar,
            String basis,
            boolean confirmWithCounsel,
            String saidBy,
            boolean governs) {

        Counted saidBy(String person) {
            return new Counted(
                    event, clock, from, count, date, skipped, calendar, basis, confirmWithCounsel, person, governs);
        }

        Counted governing(boolean is) {
            return new Counted(
                    event, clock, from, count, date, skipped, calendar, basis, confirmWithCounsel, saidBy, is);
        }
    }

    private Counted counted(
            String event, ClockRow clock, LocalDate from, String count, LocalDate date, String calendar, String who) {
        List<LocalDate> skipped = calendar.isEmpty() ? List.of() : passedOver(from, date);
        return new Counted(
                event,
                clock.id(),
                from,
                count,
                date,
                skipped,
                calendar,
                clock.basis(),
                RulePack.needsCounsel(clock.basis()),
                who,
                false);
    }

    /** Closed days strictly between the event and the date it gives: neither was counted. */
    private List<LocalDate> passedOver(LocalDate from, LocalDate date) {
        return date.isAfter(from.plusDays(1))
                ? government.skippedBetween(from.plusDays(1), date.minusDays(1))
                : List.of();
    }

    /** K01: effective at the start of filing + 16 calendar days; the filing day is not counted. */
    public LocalDate srsEffective(LocalDate filed) {
        return filed.plusDays(pack.clock("K01").value() + 1L);
    }

    /** K01 where a person was granted the short clock: its days, and never fewer than its government business days. */
    public LocalDate srsEffectiveShort(LocalDate filed) {
        return shortened(pack.clock("K01"), filed).date();
    }

    /** @param kind ordinary, short, shortLeast or paper: when a deal is counted by it */
    public record Variant(String kind, String count) {}

    /** Every way in which deals are counted by a clock; empty for clocks that this class does not count by. */
    public List<Variant> variants(String clock) {
        if (!CLOCKS.contains(clock) || clock.equals("K10") || clock.equals("K11")) {
            return List.of();
        }
        ClockRow row = pack.clock(clock);
        var variants = new ArrayList<Variant>();
        variants.add(new Variant("ordinary", ordinary(row)));
        if (isShortened(clock)) {
            Optional.ofNullable(row.shortValue())
                    .ifPresent(days -> variants.add(new Variant("short", days + " cd + 1")));
            Optional.ofNullable(row.shortLeastGovernmentDays())
                    .ifPresent(days -> variants.add(new Variant("shortLeast", days + " gbd + 1")));
        }
        if (isSuspension(clock)) {
            Optional.ofNullable(row.paperValue())
                    .ifPresent(days -> variants.add(new Variant("paper", days + " d incl.")));
        }
        return variants;
    }

    private static boolean isShortened(String clock) {
        return clock.equals("K01") || clock.equals("K05");
    }

    private static boolean isSuspension(String clock) {
        return clock.equals("K06") || clock.equals("K07") || clock.equals("K08");
    }

    private static String ordinary(ClockRow clock) {
        String id = clock.id();
        return clock.value()
                + (id.equals("K02")
                        ? " gbd + 1"
                        : id.equals("K03") ? " cd" : isSuspension(id) ? " d incl." : " cd + 1");
    }

    private record Shortened(LocalDate date, String count) {}

    private Shortened shortened(ClockRow clock, LocalDate filed) {
        int days = Optional.ofNullable(clock.shortValue()).orElse(clock.value());
        LocalDate byDays = filed.plusDays(days + 1L);
        Integer least = clock.shortLeastGovernmentDays();
        LocalDate byGovernment = least == null
                ? byDays
                : government.plusBusinessDays(filed, least).plusDays(1);
        return byDays.isBefore(byGovernment)
                ? new Shortened(byGovernment, least + " gbd + 1")
                : new Shortened(byDays, days + " cd + 1");
    }

    /** K05: as K01, or the short clock where it was granted; a person says so, it is never chosen here. */
    public LocalDate shelfEffective(LocalDate filed, boolean shortClockGranted) {
        ClockRow k05 = pack.clock("K05");
        return shortClockGranted ? shortened(k05, filed).date() : filed.plusDays(k05.value() + 1L);
    }

    /** K10: last day on which the shelf can be used, effective date + years − 1 day; from a leap day, see {@link LegalPeriod}. */
    public LocalDate shelfLastDay(LocalDate effective, int years) {
        return LegalPeriod.lastDayOfYears(effective, years);
    }

    /** Years for which a shelf may be chosen (K10). */
    public List<Integer> shelfYears() {
        ClockRow k10 = pack.clock("K10");
        return k10.shortValue() == null ? List.of(k10.value()) : List.of(k10.shortValue(), k10.value());
    }

    /**
     * K03: same day, where a tentative range was shown and demand was taken. K02 otherwise: the day after the full
     * government business days of the clock have passed.
     */
    public LocalDate termsAmendmentEffective(LocalDate accepted, boolean rangeShownAndDemandTaken) {
        return amendment(
                        rangeShownAndDemandTaken ? AmendmentClass.PRICE_AFTER_BOOK : AmendmentClass.SECURITIES,
                        accepted,
                        "")
                .date();
    }

    /** The clock of one amendment, by what it changes. */
    public Counted amendment(AmendmentClass kind, LocalDate accepted, String who) {
        ClockRow clock = pack.clock(kind.clock());
        return switch (kind) {
            case PRICE_AFTER_BOOK ->
                counted("amended", clock, accepted, ordinary(clock), accepted.plusDays(clock.value()), "", who);
            case SECURITIES, TRANCHE_DROPPED ->
                counted(
                        "amended",
                        clock,
                        accepted,
                        ordinary(clock),
                        government.plusBusinessDays(accepted, clock.value()).plusDays(1),
                        government.name(),
                        who);
            case AMOUNT_OR_PERIOD -> throw new IllegalArgumentException(kind + " is never amended");
            case ANNUAL_REPORT, SEMIANNUAL_REPORT, EXTRAORDINARY_REPORT ->
                counted(
                        "suspended",
                        clock,
                        accepted,
                        ordinary(clock),
                        suspendedThrough(clock.id(), accepted, true).plusDays(1),
                        "",
                        who);
            case ISSUER_INFORMATION, OTHER ->
                counted("amended", clock, accepted, ordinary(clock), accepted.plusDays(clock.value() + 1L), "", who);
        };
    }

    /** Last day of suspension after a new report of the issuer; the filing day counts (K06 to K08). */
    public LocalDate suspendedThrough(String clock, LocalDate amendmentFiled, boolean electronic) {
        ClockRow row = pack.clock(clock);
        int days =
                electronic ? row.value() : Optional.ofNullable(row.paperValue()).orElse(row.value());
        return amendmentFiled.plusDays(days - 1L);
    }

    /**
     * All that decides when an SRS becomes effective: nothing while price or coupon is 未定; then the latest of its own
     * clock and of each amendment's.
     *
     * @param shortGrantedBy person who recorded that the short clock was granted, or empty
     * @param amendments in the order of acceptance, the terms amendment among them
     */
    public Effectiveness effectiveness(Filed statement, List<Amended> amendments, Optional<String> shortGrantedBy) {
        ClockRow k01 = pack.clock("K01");
        var counted = new ArrayList<Counted>();
        boolean granted = shortGrantedBy.isPresent();
        counted.add(counted(
                "filed",
                k01,
                statement.acceptedOn(),
                granted ? shortened(k01, statement.acceptedOn()).count() : ordinary(k01),
                granted ? srsEffectiveShort(statement.acceptedOn()) : srsEffective(statement.acceptedOn()),
                granted && shortened(k01, statement.acceptedOn()).count().contains("gbd") ? government.name() : "",
                shortGrantedBy.orElse("")));
        amendments.forEach(a -> counted.add(amendment(a.kind(), a.acceptedOn(), a.saidBy())));
        boolean undecided = statement.termsUndecided() && amendments.stream().noneMatch(Amended::fixesTerms);
        // An unverified clock is shown beside the others and moves nothing.
        LocalDate latest = counted.stream()
                .filter(c -> pack.clock(c.clock()).enforced())
                .map(Counted::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Effectiveness(
                undecided ? Optional.empty() : Optional.of(latest),
                undecided,
                counted.stream()
                        .map(c -> c.governing(!undecided
                                && c.date().equals(latest)
                                && pack.clock(c.clock()).enforced()))
                        .toList());
    }

    /** What the clocks ask of a paper that was accepted. */
    public interface Filed {

        /** Day of acceptance in Japan. */
        LocalDate acceptedOn();

        /** Whether price or coupon was 未定 in it. */
        boolean termsUndecided();
    }

    /** @param fixesTerms whether it carries the price and coupon that the statement left 未定 */
    public record Amended(AmendmentClass kind, LocalDate acceptedOn, boolean fixesTerms, String saidBy) {}

    /** @param date empty while terms are 未定 */
    public record Effectiveness(Optional<LocalDate> date, boolean termsUndecided, List<Counted> counted) {

        /** The same, with the person who recorded the statement where nobody granted a shorter clock. */
        public Effectiveness recordedBy(String person) {
            return new Effectiveness(
                    date,
                    termsUndecided,
                    counted.stream()
                            .map(c -> c.saidBy().isEmpty() ? c.saidBy(person) : c)
                            .toList());
        }
    }

    /** The same for a shelf statement: its clock, and no wait for terms. */
    public Effectiveness shelfEffectiveness(LocalDate filed, Optional<String> shortGrantedBy) {
        ClockRow k05 = pack.clock("K05");
        boolean granted = shortGrantedBy.isPresent();
        LocalDate date = shelfEffective(filed, granted);
        String count = granted ? shortened(k05, filed).count() : ordinary(k05);
        Counted only = counted(
                "filed",
                k05,
                filed,
                count,
                date,
                count.contains("gbd") ? government.name() : "",
                shortGrantedBy.orElse(""));
        return new Effectiveness(Optional.of(date), false, List.of(only.governing(true)));
    }

    /**
     * When an SRS becomes effective, from its two filings.
     *
     * @param termsAmendment acceptance of the amendment that fixes the terms, if it was filed
     */
    public Optional<LocalDate> srsEffective(
            Filed statement, Optional<? extends Filed> termsAmendment, boolean rangeShownAndDemandTaken) {
        AmendmentClass kind = rangeShownAndDemandTaken ? AmendmentClass.PRICE_AFTER_BOOK : AmendmentClass.SECURITIES;
        return effectiveness(
                        statement,
                        termsAmendment.stream()
                                .map(a -> new Amended(kind, a.acceptedOn(), true, ""))
                                .toList(),
                        Optional.empty())
                .date();
    }
}
