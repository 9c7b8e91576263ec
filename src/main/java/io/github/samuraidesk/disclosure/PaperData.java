package io.github.samuraidesk.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a paper prints, as typed values ready for a template: one data set for all papers of a deal, so that a figure
 * cannot differ between two of them. Its JSON is the data snapshot whose hash an approval names.
 *
 * @param partTwo hash of the files of Part 2 that the paper binds; empty where it binds none
 * @param ownText what a person wrote for this paper alone; empty for papers that have no such text
 */
public record PaperData(
        String dealId,
        boolean practice,
        String rulePack,
        String ordinance,
        String ordinanceCode,
        String formNo,
        String formCode,
        String finalFormNo,
        String finalFormCode,
        boolean shelfRoute,
        boolean state,
        boolean bank,
        String method,
        Map<String, Value> facts,
        List<TrancheData> tranches,
        List<UnderwriterData> underwriters,
        List<RatingData> ratings,
        List<SlotData> slots,
        List<ConditionData> conditions,
        List<DateRow> timetable,
        List<Map<String, String>> funds,
        String ownText,
        String partTwo,
        boolean undecided) {

    /** Data of earlier programs name no Part 2 where there is none. */
    public PaperData {
        partTwo = Objects.requireNonNullElse(partTwo, "");
    }

    /**
     * A value as it prints.
     *
     * @param assumed prints 【仮定】 behind it
     * @param undecided prints 未定 in its place
     * @param field name by which the same figure is found in every paper, for example {@code 5Y.coupon}
     */
    public record Value(String text, boolean assumed, boolean undecided, String field) {

        static final Value UNDECIDED = new Value("未定", false, true);

        Value(String text, boolean assumed, boolean undecided) {
            this(text, assumed, undecided, "");
        }

        static Value of(String text) {
            return new Value(text, false, false);
        }

        Value named(String name) {
            return new Value(text, assumed, undecided, name);
        }
    }

    public record TrancheData(
            String id,
            int number,
            Map<String, Value> facts,
            List<CouponRow> coupons,
            List<CommitmentRow> commitments,
            List<SectionData> sections) {}

    /** A numbered section of the conditions of the bonds with the clauses that this tranche has in it. */
    public record SectionData(int section, int number, String headingJa, String headingEn, List<ClauseData> clauses) {}

    /** @param open whether counsel has not written it yet */
    public record ClauseData(String id, int version, boolean open, List<PieceData> ja, List<PieceData> en) {}

    /** Words of a clause, or a figure in it. */
    public record PieceData(String text, @Nullable Value figure) {}

    public record CouponRow(int number, String unadjusted, String payment, String moved, String amount) {}

    public record CommitmentRow(String manager, String amount, String kind) {}

    public record UnderwriterData(String name, String nameJa, boolean lead, boolean assumed) {}

    public record RatingData(String agency, String grade, boolean registered) {}

    /** @param text counsel's wording, empty while the slot is open */
    public record SlotData(String id, String text) {
        public boolean isOpen() {
            return text.isEmpty();
        }
    }

    public record ConditionData(String id, String text, String owner, String status, String evidence) {}

    /** @param forecast whether the date is only computed: effectiveness before the notice of the Bureau */
    public record DateRow(
            String row, String date, String ja, String en, String rule, boolean confirmWithCounsel, boolean forecast) {}

    public String slot(String id) {
        return slots.stream()
                .filter(s -> s.id().equals(id))
                .map(SlotData::text)
                .findFirst()
                .orElse("");
    }

    /** Names of the figures, as {@link Figures} finds them, in the order of the data. */
    public List<String> figureNames() {
        var names = new ArrayList<>(facts.keySet());
        tranches.forEach(t -> t.facts().keySet().forEach(name -> names.add(t.id() + "." + name)));
        return names;
    }

    public boolean hasSlot(String id) {
        return slots.stream().anyMatch(s -> s.id().equals(id));
    }
}
