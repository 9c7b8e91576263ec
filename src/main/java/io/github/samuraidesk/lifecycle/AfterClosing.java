package io.github.samuraidesk.lifecycle;

import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.law.LegalPeriod;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.Timetable;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.registration.DealDates;
import io.github.samuraidesk.registration.DealRoute;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is owed once a deal has closed, to the last maturity: rows of its rule pack, each with its day. */
public final class AfterClosing {

    private static final int MONTHS_OF_HALF_A_YEAR = 6;

    private final Standing deal;
    private final Route route;
    private final RulePack pack;
    private final BusinessCalendar bank;
    private final boolean ofAState;
    private final List<Obligation> owed = new ArrayList<>();

    private AfterClosing(Standing deal) {
        this.deal = deal;
        this.route = DealRoute.signed(deal.file()).orElseThrow();
        this.pack = deal.pack();
        this.bank = pack.calendars().bank();
        this.ofAState = deal.terms().issuer().kind().isState();
    }

    /** @throws java.util.NoSuchElementException while no route is signed or a tranche is not priced */
    public static List<Obligation> of(Standing deal) {
        var after = new AfterClosing(deal);
        after.checks();
        deal.liveTranches()
                .forEach(
                        t -> after.payments(deal.one(PricingRun.FACT.at(t.id())).orElseThrow()));
        after.reports();
        return after.owed;
    }

    /** Rows of the track and of the book-entry system that fall after payment. */
    private void checks() {
        Map<String, Timetable.DueDate> due = DealDates.dueDates(deal.file(), pack, route);
        for (String row : pack.rowsAfterClosing(route.track().name())) {
            Optional.ofNullable(due.get(row))
                    .ifPresent(d -> owe(row, row, subject("", d), d.date(), d.confirmWithCounsel()));
        }
    }

    private void payments(PricingRun run) {
        String tranche = run.tranche().id();
        for (PricingRun.Coupon coupon : run.coupons()) {
            String each = "/" + tranche + "/" + coupon.number();
            String subject = tranche + " #" + coupon.number();
            for (RulePack.JasdecRow row : pack.jasdec()) {
                boolean floats = row.anchor().equals("FLOATING_COUPON") && coupon.amountPerBondYen() == null;
                if (floats || row.anchor().equals("COUPON")) {
                    owe(
                            row.id() + each,
                            row.id(),
                            subject,
                            bank.plusBusinessDays(coupon.payment(), row.offsetBusinessDays()),
                            RulePack.needsCounsel(row.basis()));
                }
            }
            pack.continuingDuties("COUPON", ofAState)
                    .forEach(row -> owe(row.id() + each, row.id(), subject, coupon.payment(), false));
        }
        pack.jasdec().stream()
                .filter(row -> row.anchor().equals("MATURITY"))
                .forEach(
                        row -> owe(row.id() + "/" + tranche, row.id(), tranche, bank.following(run.maturity()), false));
    }

    private void reports() {
        String yearEnd = deal.terms().issuer().fiscalYearEnd();
        if (yearEnd == null || !route.isRegistered()) {
            return;
        }
        LocalDate until = deal.current(PricingRun.FACT).stream()
                .map(PricingRun::maturity)
                .max(LocalDate::compareTo)
                .orElseThrow();
        for (int year = deal.today().getYear(); year <= until.getYear(); year++) {
            LocalDate end = MonthDay.parse("--" + yearEnd).atYear(year);
            reports("FYE", year, end, until);
            reports("HYE", year, LegalPeriod.monthsAfter(end, -MONTHS_OF_HALF_A_YEAR), until);
        }
    }

    private void reports(String anchor, int year, LocalDate periodEnd, LocalDate until) {
        for (RulePack.TimetableRow row : pack.continuingDuties(anchor, ofAState)) {
            Timetable.DueDate due = pack.plan().dueDate(row.id(), periodEnd);
            if (!due.date().isBefore(deal.today()) && !periodEnd.isAfter(until)) {
                // what a state owes after the year no source confirms
                owe(
                        row.id() + "/" + year,
                        row.id(),
                        subject(String.valueOf(year), due),
                        due.date(),
                        ofAState || due.confirmWithCounsel());
            }
        }
    }

    /** A deadline that has moved keeps the day that was counted, for whoever reads the move otherwise. */
    private static String subject(String of, Timetable.DueDate due) {
        return due.hasMoved() ? (of + " (" + due.rule() + ")").strip() : of;
    }

    private void owe(String id, String row, String subject, LocalDate due, boolean counsel) {
        owed.add(new Obligation(id, row, subject, due, counsel, "", ""));
    }
}
