package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.calendar.CentreCalendars;
import io.github.samuraidesk.calendar.HomeCalendars;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Blackout;
import io.github.samuraidesk.law.Planner;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.law.Timetable;
import io.github.samuraidesk.lifecycle.Obligation;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.registration.DealDates;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.RegistrationWithdrawn;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The dates of a deal as a calendar: every row of its timetable, what happens to each tranche, and what falls due later.
 * Each has a key that never changes and counts how often its date has moved, so that a reader's calendar follows.
 */
@Component
public class DealCalendar {

    /** JASDEC takes forms until this hour in Tokyo (S:JASDEC-FLOW). */
    private static final LocalTime JASDEC_CUT_OFF = LocalTime.of(17, 0);

    private static final String JASDEC_FORMS = "J04";
    private static final String EFFECTIVENESS = "S12";

    private final DealBook deals;
    private final Facts facts;
    private final RulePacks packs;
    private final DealClock clock;
    private final CentreCalendars centres;
    private final Gates gates;

    DealCalendar(DealBook deals, Facts facts, RulePacks packs, DealClock clock, CentreCalendars centres, Gates gates) {
        this.gates = gates;
        this.centres = centres;
        this.deals = deals;
        this.facts = facts;
        this.packs = packs;
        this.clock = clock;
    }

    /**
     * @param key stable name within the deal
     * @param time hour in Tokyo, or null for the whole day
     * @param rule how the date was counted
     * @param skipped closed days passed over
     * @param saidBy person who gave the date it is counted from
     * @param forecast whether the date is only computed: effectiveness before the notice of the Bureau
     * @param sequence how often the date has moved, or the entry was cancelled, or its forecast became a fact
     */
    public record Entry(
            String key,
            String row,
            String ja,
            String en,
            LocalDate date,
            @Nullable LocalTime time,
            String rule,
            List<LocalDate> skipped,
            String basis,
            boolean confirmWithCounsel,
            boolean done,
            boolean cancelled,
            boolean forecast,
            int sequence,
            String saidBy) {}

    /** A date that moves when another is moved. */
    public record Shift(String row, String ja, String en, LocalDate before, LocalDate after, String rule) {

        public long days() {
            return java.time.temporal.ChronoUnit.DAYS.between(before, after);
        }
    }

    public Route route(DealFile deal) {
        return DealRoute.likely(deal);
    }

    /** Due dates by row; effectiveness is the latest of all clocks, amendments' among them. */
    public Map<String, Timetable.DueDate> dueDates(DealFile deal) {
        Route route = route(deal);
        if (route == Route.NOT_A_SAMURAI) {
            return Map.of();
        }
        var due = new LinkedHashMap<>(DealDates.dueDates(deal, packs.of(deal), route));
        if (!route.isShelf()) {
            gates.effectiveness(deal)
                    .notBefore()
                    .ifPresent(clocks -> due.computeIfPresent(
                            EFFECTIVENESS, (row, d) -> d.date().isBefore(clocks) ? d.movedTo(clocks) : d));
        }
        return due;
    }

    /** In the order of their dates. */
    public List<Entry> entries(DealFile deal) {
        Route route = route(deal);
        if (route == Route.NOT_A_SAMURAI) {
            return List.of();
        }
        RulePack pack = packs.of(deal);
        TermSheet now = deals.termSheet(deal.id());
        boolean pulled = isOver(deal);
        Map<String, Integer> moved = moves(deal, route, pack);
        Set<String> done = doneRows(deal);
        var entries = new ArrayList<Entry>();
        Map<String, String[]> names = pack.rowNames();
        Map<String, String> saidBy = saidBy(deal);
        boolean noticed = !deal.current(EffectivenessConfirmed.FACT).isEmpty();
        dueDates(deal)
                .forEach((row, due) -> entries.add(new Entry(
                        row,
                        row,
                        names.getOrDefault(row, new String[] {row, row})[0],
                        names.getOrDefault(row, new String[] {row, row})[1],
                        due.date(),
                        row.equals(JASDEC_FORMS) ? JASDEC_CUT_OFF : null,
                        due.rule(),
                        due.skipped(),
                        due.basis(),
                        due.confirmWithCounsel(),
                        done.contains(row),
                        pulled,
                        Timetable.isEffectiveness(row) && !noticed && !pulled,
                        moved.getOrDefault(row, 0)
                                + (pulled ? 1 : 0)
                                + (Timetable.isEffectiveness(row) && noticed ? 1 : 0),
                        saidBy.getOrDefault(
                                due.rule().contains("F") || due.rule().contains("H01") ? "F" : "P", ""))));
        entries.addAll(ofTranches(deal, now, moved, pulled, saidBy.getOrDefault("P", "")));
        deal.current(Obligation.FACT)
                .forEach(o -> entries.add(new Entry(
                        "obligation/" + o.id(),
                        o.row(),
                        names.getOrDefault(o.row(), new String[] {o.row(), o.row()})[0] + " " + o.subject(),
                        names.getOrDefault(o.row(), new String[] {o.row(), o.row()})[1] + " " + o.subject(),
                        o.due(),
                        null,
                        o.row(),
                        List.of(),
                        "",
                        o.confirmWithCounsel(),
                        o.isDone(),
                        false,
                        false,
                        0,
                        "")));
        entries.sort(Comparator.comparing(Entry::date).thenComparing(Entry::key));
        return entries;
    }

    /** Whether the deal was pulled, or its registration withdrawn: nothing of its dates will happen. */
    private boolean isOver(DealFile deal) {
        return deal.one(Halt.FACT.at("pulled")).isPresent()
                || deal.one(RegistrationWithdrawn.FACT).isPresent();
    }

    private List<Entry> ofTranches(
            DealFile deal, TermSheet sheet, Map<String, Integer> moved, boolean pulled, String saidBy) {
        var entries = new ArrayList<Entry>();
        Set<String> dropped = deal.current(TrancheDropped.FACT).stream()
                .map(TrancheDropped::tranche)
                .collect(Collectors.toSet());
        for (Tranche t : sheet.tranches()) {
            boolean gone = pulled || dropped.contains(t.id());
            LocalDate maturity = deal.one(PricingRun.FACT.at(t.id()))
                    .map(PricingRun::maturity)
                    .orElse(t.maturity());
            var dates = new LinkedHashMap<String, LocalDate>();
            dates.put("pricing", sheet.dates().pricing());
            dates.put("payment", sheet.dates().payment());
            dates.put("maturity", maturity);
            dates.forEach((what, date) -> {
                if (date != null) {
                    String key = "tranche/" + t.id() + "/" + what;
                    entries.add(new Entry(
                            key,
                            t.id(),
                            t.id() + " " + WORDS.get(what)[0],
                            t.id() + " " + WORDS.get(what)[1],
                            date,
                            null,
                            "",
                            List.of(),
                            "",
                            false,
                            false,
                            gone,
                            false,
                            moved.getOrDefault(key, 0) + (gone ? 1 : 0),
                            saidBy));
                }
            });
        }
        return entries;
    }

    private static final Map<String, String[]> WORDS = Map.of(
            "pricing", new String[] {"条件決定", "pricing"},
            "payment", new String[] {"払込期日", "payment"},
            "maturity", new String[] {"償還期限", "maturity"});

    /** Who gave the dates that others are counted from: F filing, P pricing and payment. */
    private Map<String, String> saidBy(DealFile deal) {
        String sheet = deal.said(TermSheet.FACT).map(Said::person).orElse("");
        String filing = deal.said(Filing.FACT.at(Filing.Stage.STATEMENT.name()))
                .map(Said::person)
                .orElse(sheet);
        return Map.of("P", sheet, "F", filing);
    }

    private Set<String> doneRows(DealFile deal) {
        Set<String> rows = deal.all(TaskDone.FACT).stream()
                .flatMap(done -> HumanTask.byId(done.key()).stream()
                        .filter(t -> !t.sendsBack(new FormValues(done.value().values(), Map.of()))))
                .flatMap(t -> t.rows().stream())
                .collect(Collectors.toSet());
        // of a shelf that stood before the deal, the filing and its effect are facts and no task of this deal
        if (route(deal).isShelf()) {
            Filing.statement(deal).ifPresent(s -> rows.add("H01"));
            deal.one(EffectivenessConfirmed.FACT.at(Filing.Stage.STATEMENT.name()))
                    .ifPresent(e -> rows.add("H02"));
        }
        return rows;
    }

    /** How often each key's date changed over the versions of the term sheet and by what was filed. */
    private Map<String, Integer> moves(DealFile deal, Route route, RulePack pack) {
        var last = new HashMap<String, LocalDate>();
        var moves = new HashMap<String, Integer>();
        for (Said<TermSheet> version : deal.history(TermSheet.FACT)) {
            TermSheet sheet = version.value();
            LocalDate pricing = sheet.dates().pricing();
            LocalDate payment = sheet.dates().payment();
            if (pricing == null || payment == null) {
                continue;
            }
            LocalDate filing = Optional.ofNullable(sheet.dates().filing()).orElse(pricing.minusDays(16));
            var anchors = Timetable.anchors(
                    filing, pricing, payment, Optional.ofNullable(sheet.shelf()).map(TermSheet.Shelf::filed));
            pack.plan()
                    .dueDates(route.track().name(), anchors)
                    .forEach((row, due) -> note(row, due.date(), last, moves));
            for (Tranche t : sheet.tranches()) {
                note("tranche/" + t.id() + "/pricing", pricing, last, moves);
                note("tranche/" + t.id() + "/payment", payment, last, moves);
                note("tranche/" + t.id() + "/maturity", t.maturity(), last, moves);
            }
        }
        DealDates.dueDates(deal, packs.of(deal), route).forEach((row, due) -> note(row, due.date(), last, moves));
        deal.current(PricingRun.FACT)
                .forEach(r -> note("tranche/" + r.tranche().id() + "/maturity", r.maturity(), last, moves));
        return moves;
    }

    private static void note(
            String key, @Nullable LocalDate date, Map<String, LocalDate> last, Map<String, Integer> moves) {
        if (date == null) {
            return;
        }
        LocalDate before = last.put(key, date);
        if (before != null && !before.equals(date)) {
            moves.merge(key, 1, Integer::sum);
        }
    }

    /** The deal's own dates that can be moved in a what-if: F filing, P pricing, D payment, H01 shelf filing. */
    public Map<String, LocalDate> anchors(DealFile deal) {
        return DealDates.anchors(deal, route(deal));
    }

    /**
     * All that moves when one date is moved by some calendar days. Payment keeps its bank business days from pricing.
     *
     * @param anchor name of an anchor, for example {@code P}
     */
    public List<Shift> whatIf(DealFile deal, String anchor, int days) {
        Map<String, LocalDate> before = anchors(deal);
        if (!before.containsKey(anchor) || days == 0) {
            return List.of();
        }
        RulePack pack = packs.of(deal);
        var bank = pack.calendars().bank();
        var after = new LinkedHashMap<>(before);
        after.put(anchor, before.get(anchor).plusDays(days));
        if (anchor.equals("P")) {
            int lag = bank.businessDaysBetween(before.get("P"), before.get("D"));
            after.put("D", bank.plusBusinessDays(after.get("P"), lag));
        }
        String track = route(deal).track().name();
        Map<String, Timetable.DueDate> was = pack.plan().dueDates(track, before);
        Map<String, Timetable.DueDate> is = pack.plan().dueDates(track, after);
        Map<String, String[]> names = pack.rowNames();
        Set<String> done = doneRows(deal);
        return is.entrySet().stream()
                // what has been done stays where it was
                .filter(e -> !done.contains(e.getKey()))
                .filter(e -> was.containsKey(e.getKey())
                        && !Objects.equals(
                                was.get(e.getKey()).date(), e.getValue().date()))
                .map(e -> new Shift(
                        e.getKey(),
                        names.get(e.getKey())[0],
                        names.get(e.getKey())[1],
                        was.get(e.getKey()).date(),
                        e.getValue().date(),
                        e.getValue().rule()))
                .sorted(Comparator.comparing(Shift::after))
                .toList();
    }

    /** What a moved date would make impossible; empty when the days still follow each other as they must. */
    public List<Planner.Remark> conflicts(DealFile deal, String anchor, int days) {
        Map<String, LocalDate> anchors = new LinkedHashMap<>(anchors(deal));
        if (!anchors.containsKey(anchor)) {
            return List.of();
        }
        RulePack pack = packs.of(deal);
        var bank = pack.calendars().bank();
        LocalDate pricing = anchors.get("P");
        int lag = bank.businessDaysBetween(pricing, anchors.get("D"));
        anchors.put(anchor, anchors.get(anchor).plusDays(days));
        if (anchor.equals("P")) {
            anchors.put("D", bank.plusBusinessDays(anchors.get("P"), lag));
        }
        var remarks = new ArrayList<Planner.Remark>();
        Route route = route(deal);
        LocalDate moved = anchors.get("P");
        if (route.track() == Route.Track.SRS) {
            LocalDate effective = pack.statutoryClocks().srsEffective(anchors.get("F"));
            LocalDate latest = gates.effectiveness(deal)
                    .notBefore()
                    .filter(effective::isBefore)
                    .orElse(effective);
            if (latest.isAfter(moved)) {
                remarks.add(impossible("saleBeforeEffective", pack.clock("K01").basis(), latest, moved));
            }
        }
        if (!anchors.get("D").isAfter(moved)) {
            remarks.add(impossible("paymentBeforePricing", "GK-high", anchors.get("D"), moved));
        }
        Set<String> done = doneRows(deal);
        LocalDate forms = pack.plan().formsDeadline(pack.plan().participationDate(moved));
        if (!done.contains(JASDEC_FORMS) && forms.isBefore(clock.today(deal.id()))) {
            remarks.add(new Planner.Remark("jasdecThursdayPassed", List.of(forms.toString()), true, "S:JASDEC-FLOW"));
        }
        if (moved.isBefore(clock.today(deal.id())) && !done.contains("S13") && !done.contains("H07")) {
            remarks.add(new Planner.Remark("pricingPassed", List.of(moved.toString()), true, "GK-high"));
        }
        return remarks;
    }

    private static Planner.Remark impossible(String code, String basis, LocalDate one, LocalDate other) {
        return new Planner.Remark(code, List.of(one.toString(), other.toString()), true, basis);
    }

    /** What speaks against the deal's pricing date, or against another one. */
    public List<Planner.Remark> remarks(DealFile deal, LocalDate pricing, List<Planner.OtherDeal> others) {
        TermSheet sheet = deals.termSheet(deal.id());
        RulePack pack = packs.of(deal);
        LocalDate payment = Optional.ofNullable(sheet.dates().payment()).orElse(pricing);
        return new Planner(pack)
                .against(
                        new Planner.Wish(
                                route(deal).track(),
                                payment,
                                clock.today(deal.id()),
                                HomeCalendars.of(sheet.issuer().homeCountry(), centres)
                                        .orElse(null),
                                null,
                                true,
                                sheet.issuer().fiscalYearEnd(),
                                sheet.issuer().kind().isState(),
                                deal.current(Blackout.FACT),
                                others),
                        pricing);
    }
}
