package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.samuraidesk.bond.SwappedIssue.Part;
import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.CentreCalendars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Own numbers are properties only: swaps worth zero, parts that add up, limits that must hold. */
class SwappedIssueTest {

    private static final CentreCalendars CENTRES = CentreCalendars.load();
    private static final BusinessCalendar JOINT =
            BusinessCalendar.joint(ReferenceBonds.TOKYO, CENTRES.london(), CENTRES.newYork());
    private static final LocalDate VALUATION = LocalDate.of(2026, 11, 16);
    private static final LocalDate ISSUE = LocalDate.of(2026, 11, 25);
    private static final BigDecimal FACE = new BigDecimal("30000000000");
    private static final double SPOT = 155.2;

    @Test
    void everyBasisQuoteIsRepriced() {
        CrossCurrencyCurve curve = market(-0.0055, -0.0048, -0.0040);
        for (int i = 0; i < curve.basis().size(); i++) {
            assertThat(curve.repricedBasis(i)).isCloseTo(curve.basis().get(i).rate(), within(1e-12));
        }
    }

    @Test
    void withoutBasisYenIsWorthTheSameUnderEitherCollateral() {
        CrossCurrencyCurve curve = market(0, 0, 0);
        LocalDate date = LocalDate.of(2036, 11, 18);
        // interest paid two days late each quarter is all that is left, yen's against dollars': 10 years × the
        // difference
        // of the rates' squares (2.5 and 4 percent) × 2 days, some 1e-4
        assertThat(curve.yenDiscount().discountFactor(date))
                .isCloseTo(curve.tona().discount().discountFactor(date), within(1.3e-4));
    }

    @Test
    void aNegativeBasisRaisesTheCostByAboutItsSize() {
        double without = issue(market(0, 0, 0), "100", "0", "0").allIn();
        double with = issue(market(-0.005, -0.005, -0.005), "100", "0", "0").allIn();
        assertThat(with - without).isBetween(0.0050, 0.0062);
    }

    @Test
    void theSwapIsWorthNothingAtItsOwnRate() {
        CrossCurrencyCurve m = market(-0.0055, -0.0048, -0.0040);
        SwappedIssue issue = issue(m, "100", "0", "0");
        double k = issue.homeFixedRate();
        double home = home(m, ISSUE);
        double yen = -yen(m, ISSUE);
        LocalDate start = ISSUE;
        for (CouponPeriod period : bond().periods()) {
            LocalDate pay = period.paymentDate();
            home -= k * CouponGrid.days(start, pay) / 360.0 * home(m, pay);
            yen += period.amountPer100() / 100 * yen(m, pay);
            start = pay;
        }
        home -= home(m, start);
        yen += yen(m, start);
        // both legs on a notional of one, in home currency at the spot rate
        assertThat(home + yen).isCloseTo(0, within(1e-14));
    }

    @Test
    void theLinesFromTheGuideAddUpToTheWhole() {
        SwappedIssue issue = issue(market(-0.0055, -0.0048, -0.0040), "99.5", "0.3", "40000000");
        List<SwappedIssue.Line> lines = issue.explained();
        assertThat(lines).extracting(SwappedIssue.Line::part).containsExactly(Part.values());
        double sum = lines.subList(0, lines.size() - 1).stream()
                .mapToDouble(SwappedIssue.Line::value)
                .sum();
        assertThat(sum).isCloseTo(issue.allIn(), within(1e-14));
        assertThat(value(lines, Part.ISSUE_PRICE)).isPositive();
        assertThat(value(lines, Part.FEE)).isPositive();
        assertThat(value(lines, Part.EXPENSES)).isPositive();
        LocalDate maturity = bond().terms().maturity();
        CrossCurrencyCurve m = market(-0.0055, -0.0048, -0.0040);
        assertThat(value(lines, Part.SIGN_OF_BASIS)).isEqualTo(-2 * m.basisInterpolated(maturity));
        assertThat(value(lines, Part.GUIDE))
                .isEqualTo(m.tona().midSwapInterpolated(maturity) + m.basisInterpolated(maturity));
    }

    @Test
    void theBreakEvenBasisGivesTheCostItWasAskedFor() {
        CrossCurrencyCurve m = market(-0.0055, -0.0048, -0.0040);
        SwappedIssue issue = issue(m, "100", "0.3", "40000000");
        for (double target : new double[] {issue.allIn() - 0.004, issue.allIn(), issue.allIn() + 0.02}) {
            double shift = issue.breakEvenBasisShift(target);
            assertThat(issue(m.withBasisShifted(shift), "100", "0.3", "40000000")
                            .allIn())
                    .isCloseTo(target, within(1e-9));
        }
        assertThatThrownBy(() -> issue.breakEvenBasisShift(issue.allIn() + 0.5))
                .isInstanceOf(NoSolutionException.class)
                .hasMessageContaining("1280 bp");
    }

    @Test
    void unswappedYenAtAnUnchangedSpotCostsItsYenRate() {
        SwappedIssue issue = issue(market(-0.0055, -0.0048, -0.0040), "100", "0", "0");
        CrossCurrencyCurve m = market(-0.0055, -0.0048, -0.0040);
        double yenRate = IssuerCost.annualIrr(yenFlows());
        // proceeds are sold at the forward rate of the issue date, a week from spot
        double forward = m.forwardRate(SPOT, ISSUE);
        assertThat(issue.allIn(0, forward)).isCloseTo(yenRate, within(1e-7));
        assertThat(issue.allIn(0, SPOT * 0.9)).isGreaterThan(issue.allIn(0, SPOT));
        assertThat(issue.allIn(0, SPOT * 1.1)).isLessThan(issue.allIn(0, SPOT));
        assertThat(issue.allIn(1, SPOT * 0.5)).isCloseTo(issue.allIn(), within(1e-15));
    }

    @Test
    void whatIsNotSwappedStaysOpenInYen() {
        SwappedIssue issue = issue(market(0, 0, 0), "100", "0", "0");
        assertThat(issue.yenLeftOpen(1)).isEqualByComparingTo("0");
        // 30 billion and twenty coupons of one percent
        assertThat(issue.yenLeftOpen(0)).isEqualByComparingTo("36000000000");
        assertThat(issue.yenLeftOpen(0.25)).isEqualByComparingTo("27000000000");
    }

    @Test
    void theCsaAdjustmentIsPaidOnTop() {
        CrossCurrencyCurve m = market(-0.0055, -0.0048, -0.0040);
        SwappedIssue without = new SwappedIssue(terms("100", "0", "0"), m, SPOT, 0);
        SwappedIssue with = new SwappedIssue(terms("100", "0", "0"), m, SPOT, 0.001);
        assertThat(with.homeFixedRate() - without.homeFixedRate()).isCloseTo(0.001, within(1e-15));
        // the par rate of the bond's own days lies within a few basis points of the annual quote
        assertThat(without.homeParRate())
                .isCloseTo(m.home().midSwapInterpolated(bond().terms().maturity()), within(6e-4));
        assertThat(without.homeFloatingSpread())
                .isCloseTo(without.homeFixedRate() - without.homeParRate(), within(1e-15));
    }

    @Test
    void refusesWhatIsNoRateOrNoAmount() {
        CrossCurrencyCurve m = market(0, 0, 0);
        assertThatThrownBy(() -> new SwappedIssue(terms("100", "0", "0"), m, 0, 0))
                .hasMessageContaining("yenPerHome");
        assertThatThrownBy(() -> new SwappedIssue(terms("100", "0", "0"), m, SPOT, 10))
                .hasMessageContaining("csaAdjustment");
        assertThatThrownBy(() -> new SwappedIssue.Issue(
                        bond(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE.negate(), BigDecimal.ZERO))
                .hasMessageContainingAll("faceYen", "issuePrice", "feePer100");
        SwappedIssue issue = issue(m, "100", "0", "0");
        assertThatThrownBy(() -> issue.allIn(1.2, SPOT)).hasMessageContaining("part");
        assertThatThrownBy(() -> issue.allIn(0.5, 0)).hasMessageContaining("laterRate");
    }

    @Test
    void refusesCurvesOfDifferentDaysAndTenorsBetweenQuarters() {
        OisCurve tona = ReferenceCurves.tona("D_20261116");
        OisCurve other = ReferenceCurves.tona("A_20240620");
        List<ParQuote> basis = List.of(new ParQuote(Tenor.parse("1Y"), -0.004));
        assertThatThrownBy(
                        () -> new CrossCurrencyCurve(tona, other, JOINT, CurveInterpolation.LOG_LINEAR_DISCOUNT, basis))
                .hasMessageContaining("different days");
        assertThatThrownBy(() -> new CrossCurrencyCurve(
                        tona,
                        sofr(),
                        JOINT,
                        CurveInterpolation.LOG_LINEAR_DISCOUNT,
                        List.of(new ParQuote(Tenor.parse("7M"), -0.004))))
                .hasMessageContaining("7M is not a whole number of quarters");
        assertThatThrownBy(() -> new CrossCurrencyCurve(
                        tona,
                        sofr(),
                        JOINT,
                        CurveInterpolation.LOG_LINEAR_DISCOUNT,
                        List.of(basis.get(0), new ParQuote(Tenor.parse("12M"), -0.004))))
                .hasMessageContaining("12M must end after 1Y");
    }

    private static double value(List<SwappedIssue.Line> lines, Part part) {
        return lines.stream()
                .filter(line -> line.part() == part)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static double home(CrossCurrencyCurve m, LocalDate date) {
        return m.home().discount().discountFactor(m.spot(), date);
    }

    private static double yen(CrossCurrencyCurve m, LocalDate date) {
        return m.yenDiscount().discountFactor(m.spot(), date);
    }

    private static List<CashFlow> yenFlows() {
        List<CashFlow> flows = new java.util.ArrayList<>();
        flows.add(new CashFlow(ISSUE, FACE));
        bond().periods().forEach(p -> flows.add(new CashFlow(p.paymentDate(), new BigDecimal("-300000000"))));
        flows.add(new CashFlow(bond().periods().get(19).paymentDate(), FACE.negate()));
        return flows;
    }

    private static SwappedIssue issue(CrossCurrencyCurve market, String price, String fee, String expenses) {
        return new SwappedIssue(terms(price, fee, expenses), market, SPOT, 0);
    }

    private static SwappedIssue.Issue terms(String price, String fee, String expenses) {
        return new SwappedIssue.Issue(
                bond(), FACE, new BigDecimal(price), new BigDecimal(fee), new BigDecimal(expenses));
    }

    private static ResolvedBond bond() {
        return ResolvedBond.resolve(
                new BondTerms(
                        ISSUE,
                        Optional.empty(),
                        LocalDate.of(2036, 11, 25),
                        0.02,
                        2,
                        AccrualBasis.ICMA,
                        DayRule.FOLLOWING,
                        false),
                ReferenceBonds.TOKYO);
    }

    private static CrossCurrencyCurve market(double oneYear, double tenYears, double thirtyYears) {
        return new CrossCurrencyCurve(
                ReferenceCurves.tona("D_20261116"),
                sofr(),
                JOINT,
                CurveInterpolation.LOG_LINEAR_DISCOUNT,
                List.of(
                        new ParQuote(Tenor.parse("1Y"), oneYear),
                        new ParQuote(Tenor.parse("10Y"), tenYears),
                        new ParQuote(Tenor.parse("30Y"), thirtyYears)));
    }

    /** Made-up dollar quotes, four percent falling to three and a half. */
    private static OisCurve sofr() {
        int[] years = {1, 2, 3, 5, 7, 10, 15, 20, 30};
        return OisCurve.bootstrap(
                OisConvention.sofr(CENTRES.newYork()),
                CurveInterpolation.LOG_LINEAR_DISCOUNT,
                VALUATION,
                IntStream.of(years)
                        .mapToObj(y -> new ParQuote(Tenor.parse(y + "Y"), 0.04 - 0.005 * y / 30))
                        .toList());
    }
}
