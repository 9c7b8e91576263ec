package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.Timetable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days of a deal that its papers name and its timetable is counted from: recorded where they are known, planned before. */
public final class DealDates {

    /** Calendar days by which a filing comes before pricing where nobody planned it. */
    private static final int FILED_BEFORE_PRICING = 16;

    private DealDates() {}

    /** The day that a filing's cover names; another day of filing needs the paper made and approved anew. */
    public static @Nullable LocalDate submissionDay(DealFile deal, Filing.Stage stage) {
        Optional<LocalDate> changed = changed(deal, stage);
        if (changed.isPresent()) {
            return changed.get();
        }
        TermSheet terms = DealBook.termSheet(deal);
        if (stage == Filing.Stage.FINAL_TERMS) {
            return terms.dates().pricing();
        }
        LocalDate shelfFiled = terms.shelf() == null ? null : terms.shelf().filed();
        return shelfFiled != null ? shelfFiled : terms.dates().filing();
    }

    /** The dates that a deal's timetable is counted from, by anchor; empty while pricing or payment has no date. */
    public static Map<String, LocalDate> anchors(DealFile deal, Route route) {
        TermSheet terms = DealBook.termSheet(deal);
        LocalDate pricing = terms.dates().pricing();
        LocalDate payment = terms.dates().payment();
        if (pricing == null || payment == null) {
            return Map.of();
        }
        Optional<LocalDate> filed = Filing.statement(deal).map(Filing::acceptedOn);
        Optional<LocalDate> changed = changed(deal, Filing.Stage.STATEMENT);
        Optional<LocalDate> shelfFiled = route.isShelf()
                ? filed.or(() -> changed)
                        .or(() -> Optional.ofNullable(terms.shelf()).map(TermSheet.Shelf::filed))
                : Optional.empty();
        LocalDate filing = filed.or(() -> changed)
                .or(() -> Optional.ofNullable(terms.dates().filing()))
                .orElseGet(() -> pricing.minusDays(FILED_BEFORE_PRICING));
        return Timetable.anchors(filing, pricing, payment, shelfFiled);
    }

    /** Due dates of a route's rows; empty while pricing or payment has no date. */
    public static Map<String, Timetable.DueDate> dueDates(DealFile deal, RulePack pack, Route route) {
        Map<String, LocalDate> anchors = anchors(deal, route);
        return anchors.isEmpty() ? Map.of() : pack.plan().dueDates(route.track().name(), anchors);
    }

    private static Optional<LocalDate> changed(DealFile deal, Filing.Stage stage) {
        return deal.one(FilingDay.FACT.at(stage.name())).map(FilingDay::day);
    }
}
