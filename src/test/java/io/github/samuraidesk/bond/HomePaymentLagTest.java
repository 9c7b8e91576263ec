package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.CentreCalendars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both legs of a basis swap pay two days after each period; sizes of the effect: own computation by cash flows. */
class HomePaymentLagTest {

    private static final CentreCalendars CENTRES = CentreCalendars.load();
    private static final BusinessCalendar JOINT =
            BusinessCalendar.joint(ReferenceBonds.TOKYO, CENTRES.london(), CENTRES.newYork());
    private static final LocalDate VALUATION = LocalDate.of(2026, 11, 16);
    private static final double BASIS = -0.0038;

    /** Values of both legs of one swap by their cash flows, per unit of yen notional at spot. */
    private record Legs(double yenWithoutBasis, double annuity, double home) {}

    @Test
    void bothLegsAreWorthTheSameCashFlowByCashFlow() {
        CrossCurrencyCurve curve = market(0.04);
        for (int years : new int[] {1, 5, 10}) {
            Legs legs = legs(curve, years);
            assertThat(legs.yenWithoutBasis + BASIS * legs.annuity - legs.home)
                    .as("%s years", years)
                    .isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void theLagLowersTheBasisByAThirteenthOfABasisPointAtFourPercent() {
        Legs five = legs(market(0.04), 5);
        // how many weekends the two days meet is worth a hundredth
        assertThat(1e4 * five.home / five.annuity).isCloseTo(-0.13, within(0.02));
        Legs without = legs(market(0), 5);
        assertThat(without.home).isCloseTo(0, within(1e-9));
    }

    @Test
    void aTenYearIssueCostsASixthOfABasisPointOtherwise() {
        CrossCurrencyCurve withLag = market(0.04);
        Legs ten = legs(withLag, 10);
        // a curve without the lag on these quotes is one with it on quotes as much lower
        CrossCurrencyCurve without = withLag.withBasisShifted(ten.home / ten.annuity);
        assertThat(1e4 * Math.abs(allIn(withLag) - allIn(without))).isCloseTo(0.16, within(0.03));
    }

    private static Legs legs(CrossCurrencyCurve curve, int years) {
        DiscountCurve yen = curve.yenDiscount();
        DiscountCurve tona = curve.tona().discount();
        DiscountCurve home = curve.home().discount();
        LocalDate spot = curve.spot();
        double yenLeg = 0;
        double annuity = 0;
        double homeLeg = 0;
        LocalDate start = spot;
        for (int i = 1; i <= 4 * years; i++) {
            LocalDate end = JOINT.modifiedFollowing(spot.plusMonths(3L * i));
            LocalDate pay = JOINT.plusBusinessDays(end, 2);
            double yenInterest = tona.discountFactor(start) / tona.discountFactor(end) - 1;
            yenLeg += -yen.discountFactor(spot, start)
                    + yenInterest * yen.discountFactor(spot, pay)
                    + yen.discountFactor(spot, end);
            annuity += CouponGrid.days(start, end) / 365.0 * yen.discountFactor(spot, pay);
            // reset to market: the home notional of the period is one yen at the forward rate of its start
            double notional = 1 / curve.forwardRate(1, start);
            double homeInterest = home.discountFactor(start) / home.discountFactor(end) - 1;
            homeLeg += notional
                    * (-home.discountFactor(spot, start)
                            + homeInterest * home.discountFactor(spot, pay)
                            + home.discountFactor(spot, end));
            start = end;
        }
        return new Legs(yenLeg, annuity, homeLeg);
    }

    private static double allIn(CrossCurrencyCurve curve) {
        LocalDate issue = LocalDate.of(2026, 11, 25);
        ResolvedBond bond = ResolvedBond.resolve(
                new BondTerms(
                        issue,
                        Optional.empty(),
                        issue.plusYears(10),
                        0.02,
                        2,
                        AccrualBasis.ICMA,
                        DayRule.FOLLOWING,
                        false),
                ReferenceBonds.TOKYO);
        return new SwappedIssue(
                        new SwappedIssue.Issue(
                                bond,
                                new BigDecimal("30000000000"),
                                new BigDecimal("100"),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO),
                        curve,
                        155.2,
                        0)
                .allIn();
    }

    private static CrossCurrencyCurve market(double homeRate) {
        OisCurve tona = curve(OisConvention.tona(ReferenceBonds.TOKYO), 0.01);
        OisCurve home = curve(OisConvention.sofr(CENTRES.newYork()), homeRate);
        return new CrossCurrencyCurve(
                tona,
                home,
                JOINT,
                CurveInterpolation.LOG_LINEAR_DISCOUNT,
                Stream.of("1Y", "2Y", "5Y", "10Y")
                        .map(tenor -> new ParQuote(Tenor.parse(tenor), BASIS))
                        .toList());
    }

    private static OisCurve curve(OisConvention convention, double rate) {
        return OisCurve.bootstrap(
                convention,
                CurveInterpolation.LOG_LINEAR_DISCOUNT,
                VALUATION,
                Stream.of("6M", "1Y", "2Y", "3Y", "5Y", "7Y", "10Y", "12Y")
                        .map(tenor -> new ParQuote(Tenor.parse(tenor), rate))
                        .toList());
    }
}
