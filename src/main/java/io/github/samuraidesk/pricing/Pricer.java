package io.github.samuraidesk.pricing;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.BondMeasures;
import io.github.samuraidesk.bond.BondPricer;
import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.CouponPeriod;
import io.github.samuraidesk.bond.CouponRule;
import io.github.samuraidesk.bond.CurveMeasures;
import io.github.samuraidesk.bond.CurvePricer;
import io.github.samuraidesk.bond.CurveRangeException;
import io.github.samuraidesk.bond.FixedToFloatingSchedule;
import io.github.samuraidesk.bond.FloatingIndex;
import io.github.samuraidesk.bond.FloatingPricer;
import io.github.samuraidesk.bond.FloatingSchedule;
import io.github.samuraidesk.bond.FloatingTerms;
import io.github.samuraidesk.bond.IssuerCost;
import io.github.samuraidesk.bond.NoSolutionException;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.bond.ResolvedBond;
import io.github.samuraidesk.bond.SamuraiInterest;
import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.CentreCalendars;
import io.github.samuraidesk.calendar.JapanCalendars;
import io.github.samuraidesk.deal.RateType;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.market.MarketCurves;
import io.github.samuraidesk.market.MarketSnapshot;
import io.github.samuraidesk.pricing.PricingRun.Coupon;
import io.github.samuraidesk.pricing.PricingRun.Figures;
import io.github.samuraidesk.pricing.control.ControlCase;
import io.github.samuraidesk.pricing.control.ControlEngine;
import io.github.samuraidesk.pricing.control.ControlResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices a tranche on a benchmark quote and seals the run. */
public class Pricer {

    private static final BigDecimal PAR = new BigDecimal("100");
    private static final int COUPON_DECIMALS = 3;
    /** Days by which the observation of TONA runs ahead, so that the amount is known before it is paid. */
    static final int LOOKBACK_BUSINESS_DAYS = 5;

    private final BusinessCalendar bank;
    private final JapanCalendars calendars;
    private final MarketCurves curves;
    private final ControlEngine controlEngine = new ControlEngine();

    /** The pricer of this program's calendars. */
    public static Pricer standard() {
        return Standard.PRICER;
    }

    /** Read once, when somebody prices. */
    private static final class Standard {
        private static final JapanCalendars JAPAN = JapanCalendars.load();
        private static final Pricer PRICER = new Pricer(JAPAN, new MarketCurves(JAPAN, CentreCalendars.load()));
    }

    Pricer(JapanCalendars calendars, MarketCurves curves) {
        this.curves = curves;
        this.bank = calendars.bank();
        this.calendars = calendars;
    }

    /**
     * What a person decided on pricing day.
     *
     * @param couponPercent coupon as agreed, or null to take it from the rule
     * @param market quotes; those of the pricing date are read
     */
    public record Decision(
            Tranche tranche,
            BigDecimal amountYen,
            LocalDate pricingDate,
            LocalDate paymentDate,
            @Nullable LocalDate maturity,
            @Nullable BenchmarkQuote benchmark,
            BigDecimal spreadBp,
            @Nullable BigDecimal couponPercent,
            BigDecimal issuePrice,
            BigDecimal feePer100,
            BigDecimal expensesYen,
            MarketSnapshot market) {}

    /** Payment date plus tenor, moved back to a business day: terms name a good day (rule pack, pricing 6.4). */
    public LocalDate maturity(LocalDate paymentDate, BigDecimal tenorYears) {
        return bank.preceding(paymentDate.plusMonths(months(tenorYears)));
    }

    /**
     * The coupon by the rule of the market: mid swap plus spread at par, by plain addition; off par the coupon whose
     * yield is mid swap plus spread, cut after three decimals.
     */
    public BigDecimal couponPercent(Decision d) {
        BenchmarkQuote quote = d.benchmark();
        if (quote == null) {
            throw new IllegalArgumentException(
                    "no benchmark for tranche " + d.tranche().id());
        }
        BigDecimal sum = CouponRule.couponPercentAtPar(quote.ratePercent(), d.spreadBp());
        if (d.issuePrice().compareTo(PAR) == 0) {
            return sum;
        }
        BondTerms terms = terms(d, gridEnd(d, fixedEnd(d)), BigDecimal.ZERO);
        double coupon = CouponRule.couponForPriceAndYield(
                terms,
                d.paymentDate(),
                d.issuePrice().doubleValue(),
                sum.movePointLeft(2).doubleValue());
        return BigDecimal.valueOf(coupon * 100).setScale(COUPON_DECIMALS, RoundingMode.DOWN);
    }

    /**
     * Where coupons run to. A maturity that was only moved back to a business day keeps its coupon dates on the
     * anniversaries of the payment date, because holidays never change an amount (reading taken here; some issues count
     * the last period to the day instead).
     */
    private LocalDate gridEnd(Decision d, LocalDate end) {
        return couponsEnd(d.paymentDate(), d.tranche().tenorYears(), end);
    }

    /** The anniversary of {@code paymentDate} when {@code end} is only that day moved back to a business day, else end. */
    public LocalDate couponsEnd(LocalDate paymentDate, BigDecimal tenorYears, LocalDate end) {
        LocalDate anniversary = paymentDate.plusMonths(months(tenorYears));
        return end.isBefore(anniversary) && bank.preceding(anniversary).equals(end) ? anniversary : end;
    }

    private static long months(BigDecimal tenorYears) {
        return tenorYears
                .multiply(new BigDecimal("12"))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    public PricingRun price(Decision d) {
        LocalDate maturity = maturityOf(d);
        boolean fixedPart = d.tranche().rateType() != RateType.FLOATING;
        BigDecimal coupon = fixedPart ? (d.couponPercent() != null ? d.couponPercent() : couponPercent(d)) : null;
        List<Coupon> coupons = new ArrayList<>();
        Figures figures = null;
        MarketSnapshot market = d.market().of(d.pricingDate());
        MarketCurves.Built built = curves.build(market);
        var curve = new CurveFigures(d, built);
        PricingRun.OnCurve onCurve = null;
        PricingRun.OnProjection onProjection = null;
        PricingRun.Control control = null;
        ResolvedBond fixed = null;
        if (coupon != null) {
            LocalDate end = fixedEnd(d);
            LocalDate couponsEnd = gridEnd(d, end);
            ResolvedBond resolved = ResolvedBond.resolve(terms(d, couponsEnd, coupon), bank);
            ResolvedBond bond = end.isBefore(couponsEnd) ? resolved.paidLastOn(end, bank) : resolved;
            BigDecimal regular = SamuraiInterest.regularAmountPerBond(
                    d.tranche().denominationYen(), coupon, d.tranche().frequency());
            BigDecimal first = SamuraiInterest.firstAmountPerBond(
                    bond,
                    d.tranche().denominationYen(),
                    coupon,
                    d.tranche().oddPeriodMethod(),
                    d.tranche().accrualStart());
            for (CouponPeriod p : bond.periods()) {
                boolean movedBack = p.end().isAfter(end);
                coupons.add(
                        movedBack
                                ? new Coupon(coupons.size() + 1, end, end, "MATURITY ON A BUSINESS DAY", regular)
                                : coupon(
                                        coupons.size() + 1,
                                        p.end(),
                                        p.paymentDate(),
                                        p.move(),
                                        coupons.isEmpty() ? first : regular));
            }
            fixed = bond;
            BondMeasures measures = BondPricer.measuresFromCleanPrice(
                    bond, d.paymentDate(), d.issuePrice().doubleValue());
            Optional<CurveMeasures> curveMeasures = curve.measures(bond);
            figures = figures(d, bond, measures, coupon, end);
            onCurve = curveMeasures.map(m -> curve.of(bond, m, measures)).orElse(null);
            control = control(d, bond, measures, curveMeasures, built.tona());
        }
        if (d.tranche().rateType() != RateType.FIXED) {
            LocalDate start = fixedPart ? fixedEnd(d) : d.paymentDate();
            BigDecimal margin = d.tranche().marginBp() != null ? d.tranche().marginBp() : d.spreadBp();
            var floating = FloatingSchedule.resolve(
                    new FloatingTerms(
                            start,
                            maturity,
                            d.tranche().frequency(),
                            FloatingIndex.TONA_COMPOUNDED_IN_ARREARS,
                            margin.movePointLeft(4).doubleValue(),
                            LOOKBACK_BUSINESS_DAYS,
                            d.tranche().dayRule(),
                            d.tranche().dayRule(),
                            false),
                    bank);
            floating.periods()
                    .forEach(p -> coupons.add(coupon(coupons.size() + 1, p.end(), p.paymentDate(), p.move(), null)));
            onProjection = curve.of(fixed, floating);
        }
        String figuresTo =
                figures == null ? "NONE" : d.tranche().rateType() == RateType.FIXED_TO_FLOATING ? "CALL" : "MATURITY";
        var unsealed = new PricingRun(
                d.tranche(),
                d.amountYen(),
                d.pricingDate(),
                d.paymentDate(),
                maturity,
                d.benchmark(),
                d.spreadBp(),
                coupon,
                d.issuePrice(),
                d.feePer100(),
                d.expensesYen(),
                List.copyOf(coupons),
                figuresTo,
                figures,
                bank.name() + ", official through " + calendars.officialThrough(),
                market.sets(),
                onCurve,
                onProjection,
                curve.refused(),
                control,
                "");
        return sealed(unsealed);
    }

    /** The figures that are about to be sealed, against the second engine. */
    private PricingRun.Control control(
            Decision d,
            ResolvedBond bond,
            BondMeasures measures,
            Optional<CurveMeasures> curveMeasures,
            Optional<OisCurve> curve) {
        var control = new ControlCase(
                bond,
                d.paymentDate(),
                d.issuePrice().doubleValue(),
                curveMeasures.isPresent() ? curve : Optional.empty(),
                bank);
        ControlResult result = controlEngine.compare(control, measures, curveMeasures);
        return new PricingRun.Control(
                result.engine(),
                result.lines().stream()
                        .map(line -> new PricingRun.Control.Line(
                                line.measure(),
                                line.own(),
                                line.control(),
                                line.difference(),
                                line.tolerance(),
                                line.within(),
                                line.note()))
                        .toList(),
                result.notRecomputed());
    }

    /** Curve figures of one decision, with the reason where there are none. */
    private final class CurveFigures {
        private final Decision d;
        private final MarketCurves.Built built;
        private @Nullable String refused;

        CurveFigures(Decision d, MarketCurves.Built built) {
            this.d = d;
            this.built = built;
            if (built.tona().isEmpty()) {
                this.refused = built.refused().isEmpty()
                        ? "no TONA quotes of " + d.pricingDate()
                        : String.join("; ", built.refused());
            }
        }

        @Nullable
        String refused() {
            return refused;
        }

        Optional<CurveMeasures> measures(ResolvedBond bond) {
            if (built.tona().isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(CurvePricer.measuresFromDirtyPrice(
                        bond,
                        d.paymentDate(),
                        d.issuePrice().doubleValue(),
                        built.tona().get()));
            } catch (CurveRangeException | NoSolutionException e) {
                refused = e.getMessage();
                return Optional.empty();
            }
        }

        PricingRun.OnCurve of(ResolvedBond bond, CurveMeasures m, BondMeasures measures) {
            double yield = measures.yieldIcma();
            return new PricingRun.OnCurve(
                    decimal(100 * m.midSwapInterpolated(), 6),
                    decimal(100 * m.midSwapOnCurve(), 6),
                    basisPoints(m.spreadOverMidSwapInterpolated()),
                    basisPoints(m.iSpread()),
                    basisPoints(m.zSpreadContinuous()),
                    basisPoints(m.zSpreadSemiAnnual()),
                    basisPoints(m.parAssetSwapAnnual()),
                    basisPoints(m.marketAssetSwapAnnual()),
                    built.government()
                            .map(g -> basisPoints(CurvePricer.spreadOverGovernment(bond, d.paymentDate(), yield, g)))
                            .orElse(null),
                    built.government()
                            .map(g -> basisPoints(CurvePricer.gSpread(bond, d.paymentDate(), yield, g)))
                            .orElse(null));
        }

        /** @param fixed the part before the call date, or null for a floater */
        PricingRun.@Nullable OnProjection of(@Nullable ResolvedBond fixed, FloatingSchedule floating) {
            if (!d.tranche().floatsOverTona()) {
                refused = "floating interest over " + d.tranche().floatingReference() + " has no rule";
                return null;
            }
            if (built.tona().isEmpty()) {
                return null;
            }
            double dirty = d.issuePrice().doubleValue();
            LocalDate settle = d.paymentDate();
            var discount = built.tona().get().discount();
            try {
                var payments = fixed == null
                        ? FloatingPricer.payments(floating, settle, discount, Map.of(), bank)
                        : FloatingPricer.payments(
                                new FixedToFloatingSchedule(fixed, floating), settle, discount, Map.of(), bank);
                return new PricingRun.OnProjection(
                        basisPoints(FloatingPricer.zSpreadFromDirtyPrice(payments, settle, dirty, discount)),
                        fixed == null
                                ? basisPoints(FloatingPricer.marginFromDirtyPrice(
                                        floating, settle, dirty, discount, Map.of(), bank))
                                : null);
            } catch (CurveRangeException | NoSolutionException | IllegalArgumentException e) {
                refused = e.getMessage();
                return null;
            }
        }
    }

    private static BigDecimal basisPoints(double decimal) {
        return BigDecimal.valueOf(1e4 * decimal).setScale(4, RoundingMode.HALF_EVEN);
    }

    /** The run with the seal over what it holds. */
    public PricingRun sealed(PricingRun run) {
        return withSeal(run, Seal.of(withSeal(run, "")));
    }

    private static PricingRun withSeal(PricingRun r, String seal) {
        return new PricingRun(
                r.tranche(),
                r.amountYen(),
                r.pricingDate(),
                r.paymentDate(),
                r.maturity(),
                r.benchmark(),
                r.spreadBp(),
                r.couponPercent(),
                r.issuePrice(),
                r.feePer100(),
                r.expensesYen(),
                r.coupons(),
                r.figuresTo(),
                r.figures(),
                r.calendars(),
                r.market(),
                r.onCurve(),
                r.onProjection(),
                r.noCurveBecause(),
                r.control(),
                seal);
    }

    private LocalDate maturityOf(Decision d) {
        if (d.maturity() != null) {
            return d.maturity();
        }
        return d.tranche().maturity() != null
                ? d.tranche().maturity()
                : maturity(d.paymentDate(), d.tranche().tenorYears());
    }

    private LocalDate fixedEnd(Decision d) {
        return d.tranche().rateType() == RateType.FIXED_TO_FLOATING
                        && d.tranche().callDate() != null
                ? d.tranche().callDate()
                : maturityOf(d);
    }

    private static BondTerms terms(Decision d, LocalDate end, BigDecimal couponPercent) {
        return new BondTerms(
                d.paymentDate(),
                Optional.ofNullable(d.tranche().firstCoupon()),
                end,
                couponPercent.movePointLeft(2).doubleValue(),
                d.tranche().frequency(),
                AccrualBasis.ICMA,
                d.tranche().dayRule(),
                false);
    }

    private static Figures figures(Decision d, ResolvedBond bond, BondMeasures m, BigDecimal coupon, LocalDate end) {
        var cost = IssuerCost.allInCost(bond, d.amountYen(), d.issuePrice(), d.feePer100(), d.expensesYen());
        return new Figures(
                SamuraiInterest.simpleYieldPercent(d.issuePrice(), coupon, d.paymentDate(), end)
                        .setScale(3, RoundingMode.DOWN),
                decimal(m.yieldIcma() * 100, 6),
                decimal(cost.semiAnnualYield() * 100, 6),
                decimal(m.accrued(), 7),
                decimal(m.macaulay(), 6),
                decimal(m.modified(), 6),
                decimal(m.dv01(), 8),
                decimal(m.convexity(), 6),
                SamuraiInterest.interestPerUnitOfCurrency(coupon, d.tranche().frequency())
                        .stripTrailingZeros());
    }

    /** Cut, not rounded; what lies beyond the twelfth decimal is noise of the solver and must not take a digit down. */
    private static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(12, RoundingMode.HALF_EVEN).setScale(decimals, RoundingMode.DOWN);
    }

    private static Coupon coupon(
            int number,
            LocalDate unadjusted,
            LocalDate payment,
            Optional<CouponPeriod.PaymentMove> move,
            @Nullable BigDecimal amount) {
        String reason = move.map(m -> m.rule() + " " + m.closedDays()).orElse("");
        return new Coupon(number, unadjusted, payment, reason, amount);
    }
}
