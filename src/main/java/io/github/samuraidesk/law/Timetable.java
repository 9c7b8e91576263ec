package io.github.samuraidesk.law;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Due dates of a rule pack's rows from a deal's anchors (P pricing, F filing, D payment, H01 shelf filing). MONTH_END is the
 * last bank business day of the month of payment.
 */
public final class Timetable {

    private static final String MOVED = " → gbd";

    private final RulePack rules;
    private final BusinessCalendar bank;
    private final BusinessCalendar government;

    Timetable(RulePack rules) {
        this.rules = rules;
        this.bank = rules.calendars().bank();
        this.government = rules.calendars().government();
    }

    /** Whether a row is the effectiveness of a registration, which is a forecast until the Bureau's notice (効力発生通知). */
    public static boolean isEffectiveness(String row) {
        return row.equals("S12") || row.equals("H02");
    }

    /**
     * @param rule how the date was counted, for example {@code P − 3 bd}
     * @param confirmWithCounsel the row rests on knowledge that nobody has verified
     * @param from date of the anchor that was counted from
     * @param skipped days on which banks are closed that were passed over; empty for calendar days and weeks
     */
    public record DueDate(
            String row,
            LocalDate date,
            String rule,
            String basis,
            boolean confirmWithCounsel,
            LocalDate from,
            List<LocalDate> skipped) {

        /** Whether its counted day is a closed one of the government and it is shown on the next open one. */
        public boolean hasMoved() {
            return rule.endsWith(MOVED);
        }

        /** The same row on a later day that something else demands. */
        public DueDate movedTo(LocalDate day) {
            return new DueDate(row, day, "max(" + rule + ", …)", basis, confirmWithCounsel, from, skipped);
        }
    }

    /** Anchor name → date. */
    public static Map<String, LocalDate> anchors(
            LocalDate filing, LocalDate pricing, LocalDate payment, Optional<LocalDate> shelfFiled) {
        var anchors = new LinkedHashMap<String, LocalDate>();
        anchors.put("F", filing);
        anchors.put("P", pricing);
        anchors.put("D", payment);
        shelfFiled.ifPresent(d -> anchors.put("H01", d));
        return anchors;
    }

    public Map<String, DueDate> dueDates(String track, Map<String, LocalDate> anchors) {
        var due = new LinkedHashMap<String, DueDate>();
        for (var row : rules.timetable(track)) {
            LocalDate anchor = anchors.get(row.anchor());
            if (anchor == null) {
                continue;
            }
            if (row.id().equals("H01") && anchors.containsKey("H01")) {
                due.put(row.id(), dueDate(row.id(), anchors.get("H01"), "H01", row.basis(), anchors.get("H01"), false));
                continue;
            }
            LocalDate date = counted(row, anchor);
            // Filed with terms 未定, an SRS cannot be effective before the amendment of pricing day (K01, K03).
            boolean waitsForTerms = row.id().equals("S12") && anchors.get("P").isAfter(date);
            if (waitsForTerms) {
                date = anchors.get("P");
            }
            // The payment date is the deal's own; the row's offset is only the default of the plan.
            if (row.id().equals("H10")) {
                date = anchors.get("D");
            }
            String rule = rule(row.anchor(), row.offset(), row.unit());
            due.put(
                    row.id(),
                    moved(
                            row,
                            dueDate(
                                    row.id(),
                                    date,
                                    waitsForTerms ? "max(" + rule + ", P)" : rule,
                                    row.basis(),
                                    anchor,
                                    row.unit().equals("bd"))));
            if (row.id().equals("H01")) {
                anchors = new LinkedHashMap<>(anchors);
                anchors.put("H01", date);
            }
        }
        LocalDate participation = participationDate(anchors.get("P"));
        for (var row : rules.jasdec()) {
            LocalDate anchor =
                    row.anchor().equals("MONTH_END") ? endOfMonth(anchors.get("D")) : anchors.get(row.anchor());
            if (anchor == null) {
                continue;
            }
            LocalDate date = switch (row.id()) {
                case "J04" -> formsDeadline(participation);
                case "J05" -> participation;
                default -> bank.plusBusinessDays(anchor, row.offsetBusinessDays());
            };
            String rule = switch (row.id()) {
                case "J04" -> "Thu 17:00 → J05";
                case "J05" -> "Fri < week of P";
                default ->
                    row.anchor().equals("MONTH_END")
                            ? rule("end of month of D", row.offsetBusinessDays(), "bd")
                            : rule(row.anchor(), row.offsetBusinessDays(), "bd");
            };
            due.put(row.id(), dueDate(row.id(), date, rule, row.basis(), anchor, true));
        }
        return due;
    }

    /**
     * A row of the continuing duties (CONT) counted from its own event.
     *
     * @param from end of the fiscal year or of its half
     * @throws java.util.NoSuchElementException where the pack has no such row
     */
    public DueDate dueDate(String row, LocalDate from) {
        RulePack.TimetableRow step = rules.findStep(row).orElseThrow();
        String rule = rule(step.anchor(), step.offset(), step.unit());
        return moved(
                step,
                dueDate(
                        row,
                        counted(step, from),
                        rule,
                        step.basis(),
                        from,
                        step.unit().equals("bd")));
    }

    private LocalDate counted(RulePack.TimetableRow row, LocalDate anchor) {
        return switch (row.unit()) {
            case "w" -> anchor.plusWeeks(row.offset());
            case "cd" -> anchor.plusDays(row.offset());
            case "bd" -> bank.plusBusinessDays(anchor, row.offset());
            case "m" -> LegalPeriod.monthsAfter(anchor, row.offset());
            default -> throw new IllegalStateException("unit without a rule: " + row.unit());
        };
    }

    /** A deadline of filing on a closed day of the government is shown on the next open one, for counsel to confirm. */
    private DueDate moved(RulePack.TimetableRow row, DueDate due) {
        if (!row.movesFromClosedDay() || government.isBusinessDay(due.date())) {
            return due;
        }
        LocalDate open = government.following(due.date());
        return new DueDate(
                due.row(),
                open,
                due.rule() + " = " + due.date() + MOVED,
                due.basis(),
                true,
                due.from(),
                government.skippedBetween(due.date(), open));
    }

    private @Nullable LocalDate endOfMonth(@Nullable LocalDate payment) {
        return payment == null ? null : bank.preceding(payment.with(TemporalAdjusters.lastDayOfMonth()));
    }

    private DueDate dueDate(String row, LocalDate date, String rule, String basis, LocalDate from, boolean bankDays) {
        return new DueDate(
                row,
                date,
                rule,
                basis,
                RulePack.needsCounsel(basis),
                from,
                bankDays ? bank.skippedBetween(from, date) : List.of());
    }

    private static String rule(String anchor, int offset, String unit) {
        return anchor + (offset < 0 ? " − " : " + ") + Math.abs(offset) + " " + unit;
    }

    /** JASDEC participation that still gives an ISIN before pricing: Friday of the week before pricing, or earlier. */
    public LocalDate participationDate(LocalDate pricing) {
        LocalDate friday =
                pricing.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(3);
        return bank.preceding(friday);
    }

    /** The Thursday, 17:00, by which forms must be in for a participation date. */
    public LocalDate formsDeadline(LocalDate participation) {
        LocalDate friday = participation.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        return bank.preceding(friday.minusDays(8));
    }

    /** Participation for forms received by a Thursday 17:00: Friday of the next week, preceding day when closed. */
    public LocalDate participationForForms(LocalDate received) {
        LocalDate thursday = received.with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
        return bank.preceding(thursday.plusDays(8));
    }
}
