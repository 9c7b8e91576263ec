package io.github.samuraidesk.pricing;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.BondPricer;
import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.CallableAtPar;
import io.github.samuraidesk.bond.CouponPeriod;
import io.github.samuraidesk.bond.CurveMeasures;
import io.github.samuraidesk.bond.CurvePricer;
import io.github.samuraidesk.bond.CurveShock;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.DiscountCurve;
import io.github.samuraidesk.bond.FloatingIndex;
import io.github.samuraidesk.bond.FloatingPricer;
import io.github.samuraidesk.bond.FloatingSchedule;
import io.github.samuraidesk.bond.FloatingTerms;
import io.github.samuraidesk.bond.GovernmentCurve;
import io.github.samuraidesk.bond.IssuerCost;
import io.github.samuraidesk.bond.NoSolutionException;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.bond.ResolvedBond;
import io.github.samuraidesk.bond.SamuraiInterest;
import io.github.samuraidesk.bond.SwappedIssue;
import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.CalendarHorizonException;
import io.github.samuraidesk.calendar.JapanCalendars;
import io.github.samuraidesk.market.Home;
import io.github.samuraidesk.market.MarketCurves;
import io.github.samuraidesk.market.MarketSnapshot;
import io.github.samuraidesk.market.QuoteSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out a {@link TrancheSheet}; nothing is stored. */
@Component
public class TrancheCalculator {

    private static final double BP = 1e-4;
    private static final int CHART_POINTS = 41;
    private static final double CHART_REACH = 0.02;
    private static final int COUPON_DECIMALS = 6;
    /** Parallel and key-rate shocks in basis points (ストレス); named scenarios join as {@link CurveShock}s. */
    private static final List<CurveShock> SHOCKS = List.of(
            CurveShock.parallel("parallelUp100", 100 * BP),
            CurveShock.parallel("parallelUp50", 50 * BP),
            CurveShock.parallel("parallelDown50", -50 * BP),
            CurveShock.keyRate("key2Y", 0, 2, 5, 25 * BP),
            CurveShock.keyRate("key5Y", 2, 5, 10, 25 * BP),
            CurveShock.keyRate("key10Y", 5, 10, 20, 25 * BP),
            new CurveShock("steeper", List.of(new CurveShock.Point(2, -25 * BP), new CurveShock.Point(20, 25 * BP))));

    private final JapanCalendars calendars;
    private final BusinessCalendar bank;
    private final MarketCurves curves;

    TrancheCalculator(JapanCalendars calendars, MarketCurves curves) {
        this.calendars = calendars;
        this.bank = calendars.bank();
        this.curves = curves;
    }

    /**
     * @throws IllegalArgumentException naming every fault of the terms at once
     * @throws NoSolutionException when the yield given has no price
     * @throws CalendarHorizonException when the bond outlives the calendar's table
     */
    public TrancheSheet calculate(TrancheInputs in, MarketSnapshot market) {
        return new Sheet(in, market).made();
    }

    /**
     * A tranche whose interest floats from the issue date, TONA compounded in arrears.
     *
     * @param margin decimal
     * @return empty parts and a note without TONA quotes of {@code valuation}
     */
    public FloatingSheet floating(
            LocalDate issueDate,
            LocalDate maturity,
            int frequency,
            DayRule dayRule,
            double margin,
            double price,
            LocalDate valuation,
            MarketSnapshot market) {
        FloatingSchedule schedule = FloatingSchedule.resolve(
                new FloatingTerms(
                        issueDate,
                        maturity,
                        frequency,
                        FloatingIndex.TONA_COMPOUNDED_IN_ARREARS,
                        margin,
                        Pricer.LOOKBACK_BUSINESS_DAYS,
                        dayRule,
                        dayRule,
                        false),
                bank);
        Optional<OisCurve> tona = curves.build(market.of(valuation)).tona();
        if (tona.isEmpty()) {
            return new FloatingSheet(price, margin, 0, margin, 0, List.of(), List.of("noTonaQuotes|" + valuation));
        }
        DiscountCurve curve = tona.get().discount();
        try {
            List<FloatingPricer.Payment> payments = FloatingPricer.payments(schedule, issueDate, curve, Map.of(), bank);
            double spread = FloatingPricer.zSpreadFromDirtyPrice(payments, issueDate, price, curve);
            return new FloatingSheet(
                    price,
                    margin,
                    spread,
                    FloatingPricer.marginFromDirtyPrice(schedule, issueDate, price, curve, Map.of(), bank),
                    FloatingPricer.dv01(schedule, issueDate, spread, curve, Map.of(), bank),
                    payments.stream()
                            .map(p -> new FloatingSheet.Payment(
                                    p.date(), p.rate(), p.amountPer100(), curve.discountFactor(issueDate, p.date())))
                            .toList(),
                    List.of());
        } catch (RuntimeException e) {
            return new FloatingSheet(
                    price, margin, 0, margin, 0, List.of(), List.of("noCurveFigure|" + e.getMessage()));
        }
    }

    /** The bond that the inputs describe. */
    public ResolvedBond bond(TrancheInputs in) {
        return ResolvedBond.resolve(terms(in), bank);
    }

    static BondTerms terms(TrancheInputs in) {
        return new BondTerms(
                in.issueDate(),
                Optional.ofNullable(in.firstCoupon()),
                Optional.ofNullable(in.lastRegularCoupon()),
                in.maturity(),
                in.couponPercent().movePointLeft(2).doubleValue(),
                in.frequency(),
                in.accrual(),
                in.dayRule(),
                in.endOfMonth(),
                Optional.ofNullable(in.redemption()));
    }

    /** One calculation with what its parts share. */
    private final class Sheet {
        private final TrancheInputs in;
        private final BondTerms terms;
        private final ResolvedBond bond;
        private final LocalDate settle;
        private final double accrued;
        private final double yield;
        private final double dirty;
        private final double clean;
        private final MarketSnapshot market;
        private final MarketCurves.Built built;
        private final Optional<OisCurve> tona;
        private final List<String> notes = new ArrayList<>();

        Sheet(TrancheInputs in, MarketSnapshot market) {
            this.in = in;
            this.terms = terms(in);
            this.bond = bond(in);
            this.settle = in.settle();
            this.accrued = BondPricer.accruedInterest(bond, settle);
            if (in.mode() == TrancheInputs.Mode.YIELD) {
                this.yield = in.value().movePointLeft(2).doubleValue();
                this.dirty = BondPricer.dirtyPriceFromYieldIcma(bond, settle, yield);
                this.clean = dirty - accrued;
            } else {
                this.clean = in.value().doubleValue();
                this.dirty = clean + accrued;
                this.yield = yieldIfAny();
            }
            if (bond.isExInterest(settle)) {
                CouponPeriod sellers = bond.periods().get(bond.indexOfPeriodAt(settle));
                notes.add("exInterest|" + sellers.end() + "|" + sellers.paymentDate());
            }
            this.market = market.of(in.valuation());
            market.sets().stream()
                    .filter(set -> !set.date().equals(in.valuation()))
                    .forEach(set -> notes.add("quotesOfAnotherDay|" + set.described()));
            this.built = curves.build(this.market);
            this.tona = built.tona();
            built.refused().forEach(line -> notes.add("noCurve|" + line));
        }

        /** NaN when this price has no compound yield, which takes nothing from the figures that need none. */
        private double yieldIfAny() {
            try {
                return BondPricer.yieldIcmaFromDirtyPrice(bond, settle, dirty);
            } catch (NoSolutionException e) {
                notes.add("noYield|" + e.getMessage());
                return Double.NaN;
            }
        }

        TrancheSheet made() {
            Optional<CurveMeasures> measures = onCurve();
            List<TrancheSheet.KeyRate> keyRates = measures.isPresent()
                    ? CurvePricer.keyRateDv01(bond, settle, dirty, tona.get()).stream()
                            .map(k -> new TrancheSheet.KeyRate(k.tenor().toString(), k.dv01()))
                            .toList()
                    : List.of();
            return new TrancheSheet(
                    in,
                    clean,
                    accrued,
                    accruedByOtherBasis(),
                    dirty,
                    yields(),
                    issueYields(),
                    risks(),
                    flows(measures.isPresent()),
                    spreads(measures),
                    keyRates,
                    measures.map(m -> curveDv01(m.zSpreadContinuous())).orElse(null),
                    measures.map(CurveMeasures::midSwapInterpolated).orElse(null),
                    measures.isPresent() ? parCoupon() : null,
                    measures.map(m -> stresses(m.zSpreadContinuous())).orElse(List.of()),
                    call(),
                    allIns(),
                    priceByYield(),
                    measures.isPresent() ? swapCurve() : List.of(),
                    built.government().map(this::governmentCurve).orElse(List.of()),
                    market.sets().stream().map(QuoteSet::described).toList(),
                    List.copyOf(notes));
        }

        private Optional<CurveMeasures> onCurve() {
            if (tona.isEmpty()) {
                notes.add("noTonaQuotes|" + in.valuation());
                return Optional.empty();
            }
            try {
                return Optional.of(CurvePricer.measuresFromDirtyPrice(bond, settle, dirty, tona.get()));
            } catch (RuntimeException e) {
                notes.add("noCurveFigure|" + e.getMessage());
                return Optional.empty();
            }
        }

        private double accruedByOtherBasis() {
            AccrualBasis other = in.accrual() == AccrualBasis.ICMA ? AccrualBasis.ACT_365F : AccrualBasis.ICMA;
            BondTerms changed = new BondTerms(
                    terms.issueDate(),
                    terms.firstCoupon(),
                    terms.lastRegularCoupon(),
                    terms.maturity(),
                    terms.couponRate(),
                    terms.frequency(),
                    other,
                    terms.payRule(),
                    terms.endOfMonth(),
                    terms.redemption());
            return BondPricer.accruedInterest(ResolvedBond.resolve(changed, bank), settle);
        }

        private List<TrancheSheet.Yield> yields() {
            int f = in.frequency();
            double semiAnnual = 2 * Math.expm1(f * Math.log1p(yield / f) / 2);
            List<TrancheSheet.Yield> rows = new ArrayList<>();
            add(rows, "simple", semiAnnual, () -> BondPricer.simpleYieldFromCleanPrice(bond, settle, clean));
            if (!Double.isNaN(yield)) {
                rows.add(row("semiAnnual", semiAnnual, semiAnnual));
                rows.add(row("annual", Math.expm1(f * Math.log1p(yield / f)), semiAnnual));
            }
            if (bond.periodsAfter(settle).size() == 1) {
                add(
                        rows,
                        "lastPeriod",
                        semiAnnual,
                        () -> BondPricer.yieldLastPeriodSimple(bond, settle, dirty)
                                .orElseThrow());
            } else {
                notes.add("notInLastPeriod");
            }
            add(rows, "act365", semiAnnual, () -> {
                double act365 = BondPricer.yieldAct365FromDirtyPrice(bond, settle, dirty);
                return 2 * Math.expm1(f * Math.log1p(act365 / f) / 2);
            });
            return rows;
        }

        /** Adds a yield, or a note why this price does not have it. */
        private void add(List<TrancheSheet.Yield> rows, String convention, double reference, DoubleSupplier value) {
            try {
                rows.add(row(convention, value.getAsDouble(), reference));
            } catch (NoSolutionException e) {
                notes.add("noYield|" + e.getMessage());
            }
        }

        private TrancheSheet.Yield row(String convention, double value, double reference) {
            return new TrancheSheet.Yield(convention, value, Double.isNaN(reference) ? null : value - reference);
        }

        private List<TrancheSheet.Yield> issueYields() {
            double issueYield = BondPricer.yieldIcmaFromDirtyPrice(
                    bond, terms.issueDate(), in.issuePrice().doubleValue());
            double semiAnnual = 2 * Math.expm1(in.frequency() * Math.log1p(issueYield / in.frequency()) / 2);
            double subscriber = SamuraiInterest.simpleYieldPercent(
                            in.issuePrice(),
                            in.couponPercent(),
                            in.issueDate(),
                            in.redemption() == null ? in.maturity() : in.redemption())
                    .setScale(3, RoundingMode.DOWN)
                    .movePointLeft(2)
                    .doubleValue();
            var cost = IssuerCost.allInCost(bond, in.faceYen(), in.issuePrice(), in.feePer100(), in.expensesYen());
            return List.of(
                    row("subscriberSimple", subscriber, semiAnnual),
                    row("issueCompound", semiAnnual, semiAnnual),
                    row("issuersCost", cost.semiAnnualYield(), semiAnnual),
                    row("issuersCostAnnual", cost.annualYield(), semiAnnual));
        }

        private List<TrancheSheet.Risk> risks() {
            if (Double.isNaN(yield)) {
                return simpleRisk();
            }
            double up = BondPricer.dirtyPriceFromYieldIcma(bond, settle, yield + BP);
            double down = BondPricer.dirtyPriceFromYieldIcma(bond, settle, yield - BP);
            double modified = BondPricer.modifiedDuration(bond, settle, yield);
            double bumpedModified = (down - up) / (2 * BP * dirty);
            int f = in.frequency();
            double toAnnual = 1 / Math.pow(1 + yield / f, f - 1.0);
            List<TrancheSheet.Risk> risks = new ArrayList<>(List.of(
                    new TrancheSheet.Risk(
                            "macaulay",
                            BondPricer.macaulayDuration(bond, settle, yield),
                            bumpedModified * (1 + yield / f)),
                    new TrancheSheet.Risk("modified", modified, bumpedModified),
                    new TrancheSheet.Risk("modifiedAnnual", modified * toAnnual, null)));
            risks.addAll(simpleRisk());
            risks.addAll(List.of(
                    new TrancheSheet.Risk("dv01", modified * dirty * BP, (down - up) / 2),
                    new TrancheSheet.Risk(
                            "convexity",
                            BondPricer.convexity(bond, settle, yield),
                            (up + down - 2 * dirty) / (BP * BP * dirty))));
            return risks;
        }

        /** Duration by the simple yield; nothing where there is no simple yield, which is said among the yields. */
        private List<TrancheSheet.Risk> simpleRisk() {
            try {
                return List.of(new TrancheSheet.Risk(
                        "modifiedSimple", BondPricer.modifiedDurationOfSimpleYield(bond, settle, clean), null));
            } catch (NoSolutionException e) {
                return List.of();
            }
        }

        private List<TrancheSheet.Flow> flows(boolean onCurve) {
            List<TrancheSheet.Flow> flows = new ArrayList<>();
            List<CouponPeriod> left = bond.periodsAfter(settle);
            int number = bond.periods().size() - left.size();
            Optional<DiscountCurve> curve = onCurve ? tona.map(OisCurve::discount) : Optional.empty();
            for (CouponPeriod period : left) {
                number++;
                boolean last = number == bond.periods().size();
                boolean first = number == 1;
                BigDecimal perBond = first
                        ? SamuraiInterest.firstAmountPerBond(
                                bond, in.denominationYen(), in.couponPercent(), in.oddPeriodMethod(), in.accrualStart())
                        : BigDecimal.valueOf(period.amountPer100())
                                .setScale(12, RoundingMode.HALF_EVEN)
                                .multiply(in.denominationYen())
                                .divide(new BigDecimal("100"), 0, RoundingMode.DOWN);
                flows.add(new TrancheSheet.Flow(
                        number,
                        period.end(),
                        period.paymentDate(),
                        period.move()
                                .map(move -> move.rule() + "|" + move.calendar() + "|"
                                        + move.closedDays().stream()
                                                .map(this::closedDay)
                                                .collect(Collectors.joining(", ")))
                                .orElse(""),
                        calendars.isProjected(period.paymentDate()),
                        period.amountPer100() + (last ? 100 : 0),
                        perBond,
                        curve.map(c -> c.discountFactor(settle, period.paymentDate()))
                                .orElse(null)));
            }
            return flows;
        }

        private String closedDay(LocalDate day) {
            return day + calendars.holidayName(day).map(name -> " " + name).orElse("");
        }

        private List<TrancheSheet.Spread> spreads(Optional<CurveMeasures> measures) {
            List<TrancheSheet.Spread> rows = new ArrayList<>();
            built.government().filter(any -> !Double.isNaN(yield)).ifPresent(government -> {
                double par = government.parYield(settle, in.maturity());
                rows.add(new TrancheSheet.Spread(
                        "overJgb", CurvePricer.spreadOverGovernment(bond, settle, yield, government), par));
                rows.add(new TrancheSheet.Spread("gSpread", CurvePricer.gSpread(bond, settle, yield, government), par));
            });
            measures.ifPresent(m -> {
                rows.add(new TrancheSheet.Spread(
                        "overMidSwap", m.spreadOverMidSwapInterpolated(), m.midSwapInterpolated()));
                rows.add(new TrancheSheet.Spread("overMidSwapCurve", m.spreadOverMidSwapOnCurve(), m.midSwapOnCurve()));
                rows.add(new TrancheSheet.Spread("iSpread", m.iSpread(), m.midSwapInterpolated()));
                rows.add(new TrancheSheet.Spread("zContinuous", m.zSpreadContinuous(), null));
                rows.add(new TrancheSheet.Spread("zSemiAnnual", m.zSpreadSemiAnnual(), null));
                rows.add(new TrancheSheet.Spread("parAssetSwap", m.parAssetSwapAnnual(), null));
                rows.add(new TrancheSheet.Spread("parAssetSwapSemi", m.parAssetSwapSemiAnnual(), null));
                rows.add(new TrancheSheet.Spread("marketAssetSwap", m.marketAssetSwapAnnual(), null));
                rows.add(new TrancheSheet.Spread("marketAssetSwapSemi", m.marketAssetSwapSemiAnnual(), null));
            });
            return rows;
        }

        private double curveDv01(double spread) {
            OisCurve curve = tona.orElseThrow();
            return (CurvePricer.dirtyPriceFromZSpread(
                                    bond,
                                    settle,
                                    spread,
                                    curve.withQuotesShifted(-BP).discount())
                            - CurvePricer.dirtyPriceFromZSpread(
                                    bond,
                                    settle,
                                    spread,
                                    curve.withQuotesShifted(BP).discount()))
                    / 2;
        }

        private @Nullable BigDecimal parCoupon() {
            try {
                double coupon = CurvePricer.parCouponFromZSpread(
                        terms,
                        settle,
                        in.wantedSpreadBp().doubleValue() * BP,
                        tona.orElseThrow().discount(),
                        bank);
                return BigDecimal.valueOf(100 * coupon).setScale(COUPON_DECIMALS, RoundingMode.HALF_EVEN);
            } catch (RuntimeException e) {
                notes.add("noParCoupon|" + e.getMessage());
                return null;
            }
        }

        private List<TrancheSheet.Stress> stresses(double spread) {
            List<TrancheSheet.Stress> rows = new ArrayList<>();
            for (CurveShock shock : SHOCKS) {
                try {
                    OisCurve shocked = shock.applyTo(tona.orElseThrow());
                    double price = CurvePricer.dirtyPriceFromZSpread(bond, settle, spread, shocked.discount());
                    double launch = Math.max(
                            0,
                            shocked.midSwapInterpolated(in.maturity())
                                    + in.spreadBp().doubleValue() * BP);
                    ResolvedBond launched = ResolvedBond.resolve(terms.withCouponRate(launch), bank);
                    rows.add(new TrancheSheet.Stress(
                            shock.name(),
                            price,
                            BondPricer.yieldIcmaFromDirtyPrice(bond, settle, price),
                            launch,
                            IssuerCost.allInCost(
                                            launched,
                                            in.faceYen(),
                                            new BigDecimal("100"),
                                            in.feePer100(),
                                            in.expensesYen())
                                    .semiAnnualYield()));
                } catch (RuntimeException e) {
                    notes.add("noStress|" + shock.name() + "|" + e.getMessage());
                }
            }
            return rows;
        }

        private TrancheSheet.@Nullable Call call() {
            if (in.callDate() == null || Double.isNaN(yield)) {
                return null;
            }
            try {
                CallableAtPar callable = CallableAtPar.resolve(terms, in.callDate(), bank);
                double toCall = BondPricer.yieldIcmaFromDirtyPrice(callable.toCall(), settle, dirty);
                return new TrancheSheet.Call(
                        in.callDate(), toCall, yield, BondPricer.modifiedDuration(callable.toCall(), settle, toCall));
            } catch (RuntimeException e) {
                notes.add("noCall|" + e.getMessage());
                return null;
            }
        }

        private List<TrancheSheet.AllIn> allIns() {
            List<TrancheSheet.AllIn> rows = new ArrayList<>();
            for (Map.Entry<Home, MarketCurves.SwapMarket> entry : built.swap().entrySet()) {
                try {
                    rows.add(allIn(entry.getKey(), entry.getValue()));
                } catch (RuntimeException e) {
                    notes.add("noAllIn|" + entry.getKey() + "|" + e.getMessage());
                }
            }
            return rows;
        }

        private TrancheSheet.AllIn allIn(Home home, MarketCurves.SwapMarket swap) {
            var issue = new SwappedIssue(
                    new SwappedIssue.Issue(bond, in.faceYen(), in.issuePrice(), in.feePer100(), in.expensesYen()),
                    swap.curve(),
                    swap.yenPerHome(),
                    in.csaBp().doubleValue() * BP);
            double part = in.partSwappedPercent().doubleValue() / 100;
            double midSwap = swap.curve().home().midSwapInterpolated(in.maturity());
            Double breakEven = breakEven(home, issue, annualAct365(midSwap, swap));
            double spot = swap.yenPerHome();
            return new TrancheSheet.AllIn(
                    home,
                    issue.allIn(),
                    midSwap,
                    swap.curve().basisInterpolated(in.maturity()),
                    issue.homeFloatingSpread(),
                    issue.explained().stream()
                            .map(line -> new TrancheSheet.Line(line.part().name(), line.value()))
                            .toList(),
                    breakEven,
                    issue.allIn(part, spot),
                    issue.allIn(part, spot * 0.9),
                    issue.allIn(part, spot * 1.1),
                    issue.yenLeftOpen(part));
        }

        private @Nullable Double breakEven(Home home, SwappedIssue issue, double homeSwap) {
            if (in.homeFundingBp() == null) {
                return null;
            }
            try {
                return issue.breakEvenBasisShift(homeSwap + in.homeFundingBp().doubleValue() * BP);
            } catch (NoSolutionException | IllegalArgumentException e) {
                notes.add("noBreakEven|" + home + "|" + e.getMessage());
                return null;
            }
        }

        /** A home quote on the day count of an IRR: both sides of the break-even must speak one language. */
        private static double annualAct365(double midSwap, MarketCurves.SwapMarket swap) {
            return midSwap * 365 / swap.curve().home().convention().dayCount().daysAYear();
        }

        private List<TrancheSheet.Point> priceByYield() {
            if (Double.isNaN(yield)) {
                return List.of();
            }
            List<TrancheSheet.Point> points = new ArrayList<>();
            double lowest = Math.max(yield - CHART_REACH, -0.9 * in.frequency());
            for (int i = 0; i < CHART_POINTS; i++) {
                double y = lowest + 2 * CHART_REACH * i / (CHART_POINTS - 1);
                points.add(new TrancheSheet.Point(y, BondPricer.dirtyPriceFromYieldIcma(bond, settle, y) - accrued));
            }
            return points;
        }

        private List<TrancheSheet.Point> swapCurve() {
            OisCurve curve = tona.orElseThrow();
            List<TrancheSheet.Point> points = new ArrayList<>();
            List<LocalDate> maturities = curve.maturities();
            for (int i = 0; i < maturities.size(); i++) {
                // a swap that ends before settlement has no place on an axis of the bond's years
                if (!maturities.get(i).isAfter(settle)) {
                    continue;
                }
                points.add(new TrancheSheet.Point(
                        ChronoUnit.DAYS.between(settle, maturities.get(i)) / 365.0,
                        curve.quotes().get(i).rate()));
            }
            return points;
        }

        private List<TrancheSheet.Point> governmentCurve(GovernmentCurve government) {
            double[] years = government.years();
            double[] yields = government.parYields();
            List<TrancheSheet.Point> points = new ArrayList<>();
            for (int i = 0; i < years.length; i++) {
                points.add(new TrancheSheet.Point(years[i], yields[i]));
            }
            return points;
        }
    }
}
