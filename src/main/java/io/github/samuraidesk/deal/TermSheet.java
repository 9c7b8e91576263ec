package io.github.samuraidesk.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    public enum RouteWish {
        SRS,
        SHELF,
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

    /** 発行登録: amounts in yen. */
    public record Shelf(
            @Nullable String number,
            BigDecimal plannedYen,
            BigDecimal issuedYen,
            int periodYears,
            @Nullable LocalDate filed,
            @Nullable LocalDate effective) {}

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

    /** Index of a tranche in the term sheet, for the field paths of {@code assumed}. */
    public Map<String, Integer> trancheIndex() {
        var index = new java.util.HashMap<String, Integer>();
        for (int i = 0; i < tranches.size(); i++) {
            index.put(tranches.get(i).id(), i);
        }
        return index;
    }
}
