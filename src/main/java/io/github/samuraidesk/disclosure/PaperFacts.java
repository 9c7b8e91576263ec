package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.law.Timetable;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.FilingDay;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers a deal's file at one moment into the one data set that all its papers print, and tells where each value is from. */
@Component
public class PaperFacts {

    private final RulePacks packs;
    private final DealClauses clauses;

    PaperFacts(RulePacks packs, DealClauses clauses) {
        this.packs = packs;
        this.clauses = clauses;
    }

    /** What a paper prints. */
    public PaperData of(DealFile file, Paper paper) {
        return printed(file, paper).data();
    }

    /** @param ownText what a person says in a paper on demand; other papers have no such text */
    public PaperData of(DealFile file, Paper paper, String ownText) {
        return printed(file, paper, ownText).data();
    }

    public Printed printed(DealFile file, Paper paper) {
        return printed(
                file,
                paper,
                file.one(SlotText.FACT.at(paper.code())).map(SlotText::text).orElse(""));
    }

    private Printed printed(DealFile file, Paper paper, String ownText) {
        return new Gathering(file, paper, packs.of(file), clauses).printed(ownText);
    }

    /** The day that a filing's cover names; another day of filing needs the paper made and approved anew. */
    public static @Nullable LocalDate submissionDay(DealFile file, Filing.Stage stage) {
        Optional<LocalDate> changed = file.one(FilingDay.FACT.at(stage.name())).map(FilingDay::day);
        if (changed.isPresent()) {
            return changed.get();
        }
        TermSheet sheet = DealBook.termSheet(file);
        if (stage == Filing.Stage.FINAL_TERMS) {
            return sheet.dates().pricing();
        }
        LocalDate shelfFiled = sheet.shelf() == null ? null : sheet.shelf().filed();
        return shelfFiled != null ? shelfFiled : sheet.dates().filing();
    }

    /** Due dates by row from the deal's anchors: recorded dates where they are known, planned ones before. */
    public Map<String, Timetable.DueDate> dueDates(DealFile file, TermSheet sheet, Route route) {
        Map<String, LocalDate> anchors = anchors(file, sheet, route);
        return anchors.isEmpty()
                ? Map.of()
                : packs.of(file).plan().dueDates(route.track().name(), anchors);
    }

    /** The dates that a deal's timetable is counted from; empty while pricing or payment has no date. */
    public static Map<String, LocalDate> anchors(DealFile file, TermSheet sheet, Route route) {
        LocalDate pricing = sheet.dates().pricing();
        LocalDate payment = sheet.dates().payment();
        if (pricing == null || payment == null) {
            return Map.of();
        }
        Optional<Filing> statement = file.one(Filing.FACT.at(Filing.Stage.STATEMENT.name()));
        Optional<LocalDate> changed =
                file.one(FilingDay.FACT.at(Filing.Stage.STATEMENT.name())).map(FilingDay::day);
        LocalDate planned =
                changed.or(() -> Optional.ofNullable(sheet.dates().filing())).orElseGet(() -> pricing.minusDays(16));
        boolean shelf = route.isShelf();
        Optional<LocalDate> shelfFiled = shelf
                ? statement
                        .map(Filing::acceptedOn)
                        .or(() -> changed)
                        .or(() -> Optional.ofNullable(sheet.shelf()).map(TermSheet.Shelf::filed))
                : Optional.empty();
        return Timetable.anchors(statement.map(Filing::acceptedOn).orElse(planned), pricing, payment, shelfFiled);
    }
}
