package io.github.samuraidesk.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The deal's facts as the issuer's side states them. Null means not known or 未定. {@code assumed} names the fields that
 * are assumptions and print 【仮定】.
 */
public record TermSheet(
        String dealId,
        Format format,
        RouteWish routeWish,
        Issuer issuer,
        Offering offering,
        @Nullable Shelf shelf,
        String useOfProceedsJa,
        String useOfProceedsEn,
        List<Underwriter> managers,
        Agents agents,
        Dates dates,
        Costs costs,
        List<Tranche> tranches,
        String source,
        Set<String> assumed) {

    public static final FactKind.One<TermSheet> FACT = FactKind.one("TermSheet", TermSheet.class, "current");

    public enum RouteWish {
        SRS,
        SHELF,
        /** 外国会社届出書・外国者届出書 (English body) */
        ENGLISH_SRS,
        NONE
    }

    /** @param annualReportsYears whole years for which annual reports have been filed in Japan */
    public record Issuer(
            String name,
            String nameJa,
            IssuerKind kind,
            String homeCountry,
            @Nullable String edinetCode,
            int annualReportsYears,
            boolean wellKnown,
            boolean treatyConsent,
            boolean guaranteedByJapan,
            @Nullable String guarantor,
            @Nullable String fiscalYearEnd,
            @Nullable String representative,
            @Nullable String address,
            @Nullable String attorneyInFact,
            @Nullable String attorneyAddress,
            @Nullable String attorneyPhone,
            List<Rating> ratings) {}

    public record Rating(String agency, String grade, boolean registered) {}

    /** @param offerees number of persons to be approached, or null when the offer is open */
    public record Offering(@Nullable Integer offerees, boolean transferLocked) {}

    /** How a shelf states its amount: 発行予定額 or 発行残高の上限. */
    public enum ShelfKind {
        PLANNED_AMOUNT,
        LIMIT
    }

    /**
     * 発行登録: amounts in yen.
     *
     * @param plannedYen planned amount, or the limit on what is outstanding
     * @param redeemedYen redeemed since; frees a limit, never a planned amount
     * @param reducedYen reductions by amendment
     */
    public record Shelf(
            @Nullable String number,
            ShelfKind kind,
            BigDecimal plannedYen,
            BigDecimal issuedYen,
            BigDecimal redeemedYen,
            BigDecimal reducedYen,
            int periodYears,
            @Nullable LocalDate filed,
            @Nullable LocalDate effective) {

        /** Facts of earlier programs know planned amounts only. */
        public Shelf {
            kind = Objects.requireNonNullElse(kind, ShelfKind.PLANNED_AMOUNT);
            redeemedYen = Objects.requireNonNullElse(redeemedYen, BigDecimal.ZERO);
            reducedYen = Objects.requireNonNullElse(reducedYen, BigDecimal.ZERO);
        }

        /** Whether the shelf stands with its number and was filed by this day. */
        public boolean isFiledBy(LocalDate day) {
            return number != null && filed != null && !filed.isAfter(day);
        }

        /** The same shelf as the authority's papers show it. */
        public Shelf recordedAs(String recordedNumber, LocalDate filedOn, @Nullable LocalDate effectiveOn) {
            return new Shelf(
                    recordedNumber,
                    kind,
                    plannedYen,
                    issuedYen,
                    redeemedYen,
                    reducedYen,
                    periodYears,
                    filedOn,
                    effectiveOn);
        }

        /** 残額 or 残高: what may still be issued, in yen of face value (official sample of the FSA, S:EDI-SAMPLE). */
        public BigDecimal residualYen() {
            BigDecimal left = plannedYen.subtract(issuedYen).subtract(reducedYen);
            return kind == ShelfKind.LIMIT ? left.add(redeemedYen) : left;
        }
    }

    public record Underwriter(
            String name,
            String nameJa,
            boolean lead,
            @Nullable String registration) {}

    public record Agents(
            @Nullable String fiscal,
            @Nullable String issuing,
            @Nullable String paying) {}

    public record Dates(
            @Nullable LocalDate filing,
            @Nullable LocalDate sounding,
            @Nullable LocalDate marketing,
            @Nullable LocalDate pricing,
            @Nullable LocalDate payment) {}

    /** @param feePer100 yen per 100 yen of face; @param expensesYen the issuer's other costs in yen */
    public record Costs(
            @Nullable BigDecimal feePer100, @Nullable BigDecimal expensesYen) {}

    public boolean isAssumed(String field) {
        return assumed.contains(field);
    }

    public Tranche tranche(String id) {
        return tranches.stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tranche " + id + " in " + dealId));
    }

    public TermSheet withTranches(List<Tranche> changed) {
        return new TermSheet(
                dealId,
                format,
                routeWish,
                issuer,
                offering,
                shelf,
                useOfProceedsJa,
                useOfProceedsEn,
                managers,
                agents,
                dates,
                costs,
                changed,
                source,
                assumed);
    }

    public TermSheet withDates(Dates changed) {
        return new TermSheet(
                dealId,
                format,
                routeWish,
                issuer,
                offering,
                shelf,
                useOfProceedsJa,
                useOfProceedsEn,
                managers,
                agents,
                changed,
                costs,
                tranches,
                source,
                assumed);
    }

    /** What the authority's papers say of the shelf is no assumption any more. */
    public TermSheet withShelf(Shelf recorded) {
        return new TermSheet(
                dealId,
                format,
                routeWish,
                issuer,
                offering,
                recorded,
                useOfProceedsJa,
                useOfProceedsEn,
                managers,
                agents,
                dates,
                costs,
                tranches,
                source,
                assumed.stream()
                        .filter(f -> !Set.of("shelf.number", "shelf.filed", "shelf.effective")
                                .contains(f))
                        .collect(java.util.stream.Collectors.toUnmodifiableSet()));
    }

    /** Index of a tranche in the term sheet, for the field paths of {@code assumed}. */
    public Map<String, Integer> trancheIndex() {
        var index = new java.util.HashMap<String, Integer>();
        for (int i = 0; i < tranches.size(); i++) {
            index.put(tranches.get(i).id(), i);
        }
        return index;
    }
}
