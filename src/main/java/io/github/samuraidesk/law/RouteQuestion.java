package io.github.samuraidesk.law;

import io.github.samuraidesk.deal.Format;
import io.github.samuraidesk.deal.IssuerKind;
import io.github.samuraidesk.deal.TermSheet;
import org.jspecify.annotations.Nullable;

/**
 * What the route depends on.
 *
 * @param guarantor whether a parent or another company guarantees
 * @param offerees number of persons to be approached, or null when the offer is open
 * @param annualReportsYears whole years for which annual reports have been filed in Japan
 */
public record RouteQuestion(
        Format format,
        IssuerKind issuerKind,
        boolean treatyConsent,
        boolean guaranteedByJapan,
        boolean guarantor,
        @Nullable Integer offerees,
        boolean transferLocked,
        int annualReportsYears,
        boolean wellKnown,
        TermSheet.RouteWish wish) {

    public static RouteQuestion of(TermSheet s) {
        String guarantor = s.issuer().guarantor();
        return new RouteQuestion(
                s.format(),
                s.issuer().kind(),
                s.issuer().treatyConsent(),
                s.issuer().guaranteedByJapan(),
                guarantor != null && !guarantor.isBlank(),
                s.offering().offerees(),
                s.offering().transferLocked(),
                s.issuer().annualReportsYears(),
                s.issuer().wellKnown(),
                s.routeWish());
    }

    /** The same issuer offering in another way. */
    RouteQuestion offering(Format as, TermSheet.RouteWish wished, boolean locked, @Nullable Integer persons) {
        return new RouteQuestion(
                as,
                issuerKind,
                treatyConsent,
                guaranteedByJapan,
                guarantor,
                persons,
                locked,
                annualReportsYears,
                wellKnown,
                wished);
    }

    /** The same issuer not making use of what it has. */
    RouteQuestion leaving(boolean reports, boolean known) {
        return new RouteQuestion(
                format,
                issuerKind,
                treatyConsent,
                guaranteedByJapan,
                guarantor,
                offerees,
                transferLocked,
                reports ? annualReportsYears : 0,
                known && wellKnown,
                wish);
    }
}
