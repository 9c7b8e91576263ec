package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimpleYieldDurationTest {

    @Test
    void countsNoTwentyNinthOfFebruaryAsTheYieldDoes() {
        // definition: n / (1 + y n) at par with n = 3650/365, no 29 February counted; reference cases, README
        ResolvedBond tenYears = bond(LocalDate.of(2024, 6, 27), LocalDate.of(2034, 6, 27), 0.0196);
        assertThat(BondPricer.modifiedDurationOfSimpleYield(tenYears, LocalDate.of(2024, 6, 27), 100))
                .isCloseTo(8.361204, within(5e-7));
        assertThat(BondPricer.measuresFromCleanPrice(tenYears, LocalDate.of(2024, 6, 27), 100)
                        .modifiedSimple())
                .isCloseTo(8.361204, within(5e-7));
        // Republic of Korea, 10 years at 1.312 percent of 2023-09-14, terms as in samples/KOR-2023.yaml; same
        // definition
        ResolvedBond korea = bond(LocalDate.of(2023, 9, 14), LocalDate.of(2033, 9, 14), 0.01312);
        assertThat(BondPricer.modifiedDurationOfSimpleYield(korea, LocalDate.of(2023, 9, 14), 100))
                .isCloseTo(8.84017, within(5e-6));
    }

    @Test
    void isTheSlopeOfThePriceThatTheSimpleYieldGives() {
        Random random = new Random(20261129);
        for (int i = 0; i < 300; i++) {
            LocalDate issue = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4000));
            ResolvedBond bond = bond(issue, issue.plusDays(40 + random.nextInt(8000)), random.nextInt(800) / 1e4);
            LocalDate settle = issue.plusDays(
                    random.nextInt((int) CouponGrid.days(issue, bond.terms().maturity()) - 3));
            double clean = 20 + random.nextInt(1300) / 10.0;
            double dirty = clean + BondPricer.accruedInterest(bond, settle);
            double h = 1e-4;
            // the price at which the yield moves by h, by the yield's own formula, found without its derivative
            double slope = (BondPricer.simpleYieldFromCleanPrice(bond, settle, clean + h)
                            - BondPricer.simpleYieldFromCleanPrice(bond, settle, clean - h))
                    / (2 * h);
            assertThat(BondPricer.modifiedDurationOfSimpleYield(bond, settle, clean))
                    .isCloseTo(-1 / slope / dirty, within(1e-6 * Math.max(1, -1 / slope / dirty)));
        }
    }

    private static ResolvedBond bond(LocalDate issue, LocalDate maturity, double coupon) {
        return ResolvedBond.resolve(
                new BondTerms(
                        issue, Optional.empty(), maturity, coupon, 2, AccrualBasis.ICMA, DayRule.FOLLOWING, false),
                ReferenceBonds.TOKYO);
    }
}
