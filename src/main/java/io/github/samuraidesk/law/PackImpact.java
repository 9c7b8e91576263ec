package io.github.samuraidesk.law;

import io.github.samuraidesk.law.RouteDecider.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What moves in a deal when it goes from one rule pack to another. */
public final class PackImpact {

    /** Days that a running deal has, so that {@link #dates} says what moves. */
    private static final Set<String> DEAL_ANCHORS = Set.of("P", "F", "D", "H01", "MONTH_END");

    private PackImpact() {}

    /** @param field date row, form, clock, threshold, route or check that moves; @param before, after empty where absent */
    public record Move(Kind kind, String field, String before, String after) {}

    public enum Kind {
        ROUTE,
        DATE,
        FORM,
        EFFECTIVENESS,
        CLOCK,
        THRESHOLD,
        TAX,
        WINDOW,
        LATER_ROW,
        UPLOAD_RULE
    }

    /** @param anchors the deal's own dates */
    public static List<Move> dates(RulePack from, RulePack to, Route route, Map<String, LocalDate> anchors) {
        if (anchors.isEmpty()) {
            return List.of();
        }
        var before = from.plan().dueDates(route.track().name(), anchors);
        var after = to.plan().dueDates(route.track().name(), anchors);
        var rows = new LinkedHashSet<>(before.keySet());
        rows.addAll(after.keySet());
        var moves = new ArrayList<Move>();
        for (String row : rows) {
            add(
                    moves,
                    Kind.DATE,
                    row,
                    Optional.ofNullable(before.get(row))
                            .map(d -> d.date().toString())
                            .orElse(""),
                    Optional.ofNullable(after.get(row))
                            .map(d -> d.date().toString())
                            .orElse(""));
        }
        return moves;
    }

    public static List<Move> forms(RulePack from, RulePack to, Route route, String ordinance) {
        var moves = new ArrayList<Move>();
        if (!route.isRegistered()) {
            return moves;
        }
        for (Document document : new LinkedHashSet<>(
                List.of(route.statement(), route.finalTerms(), route.amendment(), route.withdrawal()))) {
            add(
                    moves,
                    Kind.FORM,
                    document.name(),
                    form(from, route, ordinance, document),
                    form(to, route, ordinance, document));
        }
        return moves;
    }

    private static String form(RulePack pack, Route route, String ordinance, Document document) {
        try {
            RulePack.FormRow form = pack.form(route, ordinance, document);
            return form.formNoJa() + " / " + form.formCode();
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    public static List<Move> route(Decision before, Decision after) {
        var moves = new ArrayList<Move>();
        add(moves, Kind.ROUTE, "route", before.route().name(), after.route().name());
        return moves;
    }

    public static List<Move> effectiveness(Optional<LocalDate> before, Optional<LocalDate> after) {
        var moves = new ArrayList<Move>();
        add(
                moves,
                Kind.EFFECTIVENESS,
                "effectiveOn",
                before.map(LocalDate::toString).orElse(""),
                after.map(LocalDate::toString).orElse(""));
        return moves;
    }

    /**
     * Clocks, thresholds, taxes, days to avoid, upload rules and the rows that are counted from days after closing, where
     * they read differently, whichever deal.
     */
    public static List<Move> rows(RulePack from, RulePack to) {
        var moves = new ArrayList<Move>();
        compare(moves, Kind.CLOCK, clocks(from), clocks(to));
        compare(moves, Kind.THRESHOLD, thresholds(from), thresholds(to));
        compare(moves, Kind.TAX, taxes(from), taxes(to));
        compare(moves, Kind.WINDOW, windows(from), windows(to));
        compare(moves, Kind.LATER_ROW, laterRows(from), laterRows(to));
        compare(moves, Kind.UPLOAD_RULE, uploads(from), uploads(to));
        return moves;
    }

    private static Map<String, String> clocks(RulePack pack) {
        var rows = new TreeMap<String, String>();
        pack.clocks()
                .forEach(c -> rows.put(
                        c.id(),
                        "%s %s; short %s, least %s gbd; paper %s%s"
                                .formatted(
                                        c.value(),
                                        c.unit(),
                                        Objects.requireNonNullElse(c.shortValue(), "-"),
                                        Objects.requireNonNullElse(c.shortLeastGovernmentDays(), "-"),
                                        Objects.requireNonNullElse(c.paperValue(), "-"),
                                        c.enforced() ? "" : " (not enforced)")));
        return rows;
    }

    private static Map<String, String> thresholds(RulePack pack) {
        var rows = new TreeMap<String, String>();
        pack.thresholds()
                .forEach(t -> rows.merge(
                        t.id(),
                        t.value().toPlainString() + " " + t.unit() + validity(t.validFrom(), t.validTo()),
                        (a, b) -> a + "; " + b));
        return rows;
    }

    private static Map<String, String> taxes(RulePack pack) {
        var rows = new TreeMap<String, String>();
        pack.taxes()
                .forEach(t -> rows.merge(
                        t.id() + " " + t.holder(),
                        t.ratePercent().toPlainString() + " % of " + t.of() + validity(t.validFrom(), t.validTo()),
                        (a, b) -> a + "; " + b));
        return rows;
    }

    private static String validity(@Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null ? "" : " from " + from) + (to == null ? "" : " to " + to);
    }

    private static Map<String, String> windows(RulePack pack) {
        var rows = new TreeMap<String, String>();
        pack.windows()
                .forEach(w -> rows.put(
                        w.id(),
                        w.dates().isEmpty()
                                ? w.from() + " – " + w.to()
                                : w.dates().stream().map(LocalDate::toString).collect(Collectors.joining(" "))));
        return rows;
    }

    /** Rows that no date of a running deal gives: coupons, reports, the end of the month. */
    private static Map<String, String> laterRows(RulePack pack) {
        var rows = new TreeMap<String, String>();
        pack.timetable().stream()
                .filter(r -> !DEAL_ANCHORS.contains(r.anchor()))
                .forEach(r -> rows.put(
                        r.id(),
                        r.anchor() + " " + r.offset() + " " + r.unit() + (r.movesFromClosedDay() ? " → gbd" : "")));
        pack.jasdec().stream()
                .filter(r -> !DEAL_ANCHORS.contains(r.anchor()))
                .forEach(r -> rows.put(r.id(), r.anchor() + " " + r.offsetBusinessDays() + " bd"));
        return rows;
    }

    private static Map<String, String> uploads(RulePack pack) {
        var rows = new TreeMap<String, String>();
        pack.edinet().all().forEach(r -> rows.put(r.id(), r.severity() + " " + r.parameter()));
        return rows;
    }

    private static void compare(List<Move> moves, Kind kind, Map<String, String> before, Map<String, String> after) {
        var keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.forEach(k -> add(moves, kind, k, before.getOrDefault(k, ""), after.getOrDefault(k, "")));
    }

    private static void add(List<Move> moves, Kind kind, String field, String before, String after) {
        if (!before.equals(after)) {
            moves.add(new Move(kind, field, before, after));
        }
    }
}
