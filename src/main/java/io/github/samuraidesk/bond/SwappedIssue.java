package io.github.samuraidesk.bond;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a new yen issue costs in the issuer's home currency when part of it is swapped (オールイン・コスト). Rates are
 * decimals; yen and home-currency amounts say which they are; FX is yen for one unit of home currency.
 *
 * <p>The swap: on the issue date the issuer pays the part's yen face and receives N = face / S, with S the spot rate; it
 * receives the part's coupons on their payment dates and pays k N τ there; at maturity it receives the face and pays N.
 * With D the yen factors under home collateral and P the home factors, both from the spot day, k makes the whole worth
 * zero: k N Σ τ P = N (P(issue) − P(maturity)) + (Σ coupons D + face (D(maturity) − D(issue))) / S. The CSA adjustment
 * is added to k. What the proceeds lie above or below the face is exchanged at the forward rate of the issue date.
 */
public final class SwappedIssue {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int CENTS = 2;
    private static final double FIRST_BASIS_STEP = 0.002;
    private static final double LARGEST_BASIS_SHIFT = 0.128;

    private final Issue issue;
    private final CrossCurrencyCurve market;
    private final double yenPerHome;
    private final double csaAdjustment;

    /**
     * The issue as sold.
     *
     * @param issuePrice per 100
     * @param feePer100 underwriting fee, yen per 100 yen of face
     * @param expensesYen other expenses, paid at issue
     */
    public record Issue(
            ResolvedBond bond,
            BigDecimal faceYen,
            BigDecimal issuePrice,
            BigDecimal feePer100,
            BigDecimal expensesYen) {

        /** @throws IllegalArgumentException naming every fault at once */
        public Issue {
            List<String> faults = new ArrayList<>(0);
            if (faceYen.signum() <= 0) {
                faults.add("faceYen " + faceYen + " must be above zero");
            }
            if (issuePrice.signum() <= 0) {
                faults.add("issuePrice " + issuePrice + " must be above zero");
            }
            if (feePer100.signum() < 0 || expensesYen.signum() < 0) {
                faults.add("feePer100 " + feePer100 + " and expensesYen " + expensesYen + " must not be negative");
            }
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", faults));
            }
        }
    }

    /**
     * @param market yen and home curves with the basis
     * @param yenPerHome spot rate S, above zero
     * @param csaAdjustment added to the rate the issuer pays, decimal: the price of a swap without collateral
     * @throws IllegalArgumentException when {@code yenPerHome} is not above zero or {@code csaAdjustment} not a decimal
     */
    public SwappedIssue(Issue issue, CrossCurrencyCurve market, double yenPerHome, double csaAdjustment) {
        if (!(yenPerHome > 0 && yenPerHome < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("yenPerHome " + yenPerHome + " must be above zero");
        }
        if (!(csaAdjustment > -1 && csaAdjustment < 1)) {
            throw new IllegalArgumentException(
                    "csaAdjustment " + csaAdjustment + " must be a decimal between -1 and 1 (10 bp is 0.0010)");
        }
        this.issue = issue;
        this.market = market;
        this.yenPerHome = yenPerHome;
        this.csaAdjustment = csaAdjustment;
    }

    /** Rate k that the issuer pays on the home notional, on payment dates, in the home curve's day count. */
    public double homeFixedRate() {
        ResolvedBond bond = issue.bond();
        double yen = 0;
        double annuity = 0;
        LocalDate start = bond.terms().issueDate();
        for (CouponPeriod period : bond.periods()) {
            LocalDate pay = period.paymentDate();
            yen += period.amountPer100() / 100 * yenFactor(pay);
            annuity += homeYears(start, pay) * homeFactor(pay);
            start = pay;
        }
        LocalDate issued = bond.terms().issueDate();
        yen += yenFactor(start) - yenFactor(issued);
        return (homeFactor(issued) - homeFactor(start) + yen) / annuity + csaAdjustment;
    }

    /**
     * The home overnight rate plus what: the spread that the same swap has when the issuer pays floating on the home
     * notional. With one curve, k − the home par rate on the same dates.
     */
    public double homeFloatingSpread() {
        return homeFixedRate() - homeParRate();
    }

    /** Par rate of the home overnight swap on the bond's own dates. */
    public double homeParRate() {
        double annuity = 0;
        LocalDate start = issue.bond().terms().issueDate();
        for (CouponPeriod period : issue.bond().periods()) {
            annuity += homeYears(start, period.paymentDate()) * homeFactor(period.paymentDate());
            start = period.paymentDate();
        }
        return (homeFactor(issue.bond().terms().issueDate()) - homeFactor(start)) / annuity;
    }

    /**
     * Home-currency flows with everything swapped, to the cent: proceeds after price, fee and expenses, then interest
     * and redemption.
     */
    public List<CashFlow> homeFlows() {
        return homeFlows(1, yenPerHome, Cost.ALL);
    }

    /** Annual rate, Act/365F, at which the swapped flows are worth zero. */
    public double allIn() {
        return IssuerCost.annualIrr(homeFlows());
    }

    /**
     * All-in with {@code part} of the face swapped and the rest left in yen, should the yen stand at {@code laterRate}
     * on every later payment date; the rest of the proceeds is sold at the forward rate of the issue date.
     *
     * @param part from 0 to 1
     * @param laterRate yen for one unit of home currency
     */
    public double allIn(double part, double laterRate) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("part " + part + " must be from 0 to 1");
        }
        if (!(laterRate > 0)) {
            throw new IllegalArgumentException("laterRate " + laterRate + " must be above zero");
        }
        return IssuerCost.annualIrr(homeFlows(part, laterRate, Cost.ALL));
    }

    /** Yen of redemption and coupons that stay unhedged with {@code part} swapped. */
    public BigDecimal yenLeftOpen(double part) {
        BigDecimal coupons =
                issue.bond().periods().stream().map(this::couponYen).reduce(BigDecimal.ZERO, BigDecimal::add);
        return issue.faceYen()
                .add(coupons)
                .multiply(BigDecimal.valueOf(1 - part))
                .setScale(0, RoundingMode.HALF_EVEN);
    }

    /**
     * The parallel change of every basis quote at which {@link #allIn} equals {@code target}, decimal; below it the
     * home market is cheaper. Add it to a quote for the break-even basis itself.
     *
     * @throws NoSolutionException when it lies beyond 1,280 bp
     */
    public double breakEvenBasisShift(double target) {
        Solver.Decreasing gap = new Solver.Decreasing() {
            @Override
            void at(double shift) {
                double step = 1e-6;
                value = allInAt(shift) - target;
                slope = (allInAt(shift + step) - target - value) / step;
            }
        };
        gap.at(0);
        if (gap.value == 0) {
            return 0;
        }
        // far from the quotes there may be no curve at all, so the bracket grows from them
        double direction = Math.signum(gap.value);
        double reach = FIRST_BASIS_STEP;
        gap.at(direction * reach);
        while (gap.value * direction > 0) {
            reach *= 2;
            if (reach > LARGEST_BASIS_SHIFT) {
                throw new NoSolutionException(
                        "no break-even basis within 1280 bp of the quotes for a cost of " + target);
            }
            gap.at(direction * reach);
        }
        return Solver.root(
                gap,
                Math.min(0, direction * reach),
                Math.max(0, direction * reach),
                direction * reach / 2,
                "break-even basis");
    }

    private double allInAt(double shift) {
        return new SwappedIssue(issue, market.withBasisShifted(shift), yenPerHome, csaAdjustment).allIn();
    }

    /** What the gap between the guide's figure and the full cost is made of, in order; parts add up to the whole. */
    public enum Part {
        /** Yen swap rate + basis as quoted + CSA adjustment. */
        GUIDE,
        /** −2 × basis: the quote is a cost to who swaps out of yen, the guide adds it with the wrong sign. */
        SIGN_OF_BASIS,
        /** Coupon − yen swap rate: the guide leaves out the issue's own spread. */
        ISSUE_SPREAD,
        /** Home swap rate − yen swap rate: the guide's figure is a yen rate. */
        HOME_RATE,
        /** Yen basis points are not home basis points: annuities, day counts and compounding. */
        CONVERSION,
        /** Issue price off par. */
        ISSUE_PRICE,
        /** Underwriting fee. */
        FEE,
        /** Other expenses. */
        EXPENSES,
        /** The full cost, by cash flows in home currency. */
        ALL_IN
    }

    /** @param value decimal: the guide's figure, the steps, and the whole */
    public record Line(Part part, double value) {}

    /** From the guide's approximation to {@link #allIn}, line by line. */
    public List<Line> explained() {
        LocalDate maturity = issue.bond().terms().maturity();
        double yenSwap = market.tona().midSwapInterpolated(maturity);
        double basis = market.basisInterpolated(maturity);
        double homeSwap = market.home().midSwapInterpolated(maturity);
        double coupon = issue.bond().terms().couponRate();
        double guide = yenSwap + basis + csaAdjustment;
        double swapped = IssuerCost.annualIrr(homeFlows(1, yenPerHome, Cost.NONE));
        double withPrice = IssuerCost.annualIrr(homeFlows(1, yenPerHome, Cost.PRICE));
        double withFee = IssuerCost.annualIrr(homeFlows(1, yenPerHome, Cost.PRICE_AND_FEE));
        double all = allIn();
        return List.of(
                new Line(Part.GUIDE, guide),
                new Line(Part.SIGN_OF_BASIS, -2 * basis),
                new Line(Part.ISSUE_SPREAD, coupon - yenSwap),
                new Line(Part.HOME_RATE, homeSwap - yenSwap),
                new Line(Part.CONVERSION, swapped - (guide - 2 * basis + coupon - yenSwap + homeSwap - yenSwap)),
                new Line(Part.ISSUE_PRICE, withPrice - swapped),
                new Line(Part.FEE, withFee - withPrice),
                new Line(Part.EXPENSES, all - withFee),
                new Line(Part.ALL_IN, all));
    }

    private enum Cost {
        NONE,
        PRICE,
        PRICE_AND_FEE,
        ALL
    }

    private List<CashFlow> homeFlows(double part, double laterRate, Cost cost) {
        ResolvedBond bond = issue.bond();
        LocalDate issued = bond.terms().issueDate();
        double face = issue.faceYen().doubleValue();
        double notional = part * face / yenPerHome;
        double openPart = 1 - part;
        double rate = homeFixedRate();
        List<CashFlow> flows = new ArrayList<>();
        double outsideSwap = proceedsYen(cost).doubleValue() - part * face;
        flows.add(home(issued, notional + outsideSwap / market.forwardRate(yenPerHome, issued)));
        LocalDate start = issued;
        for (CouponPeriod period : bond.periods()) {
            LocalDate pay = period.paymentDate();
            double open = openPart * couponYen(period).doubleValue() / laterRate;
            flows.add(home(pay, -notional * rate * homeYears(start, pay) - open));
            start = pay;
        }
        flows.add(home(start, -notional - openPart * face / laterRate));
        return flows;
    }

    private BigDecimal proceedsYen(Cost cost) {
        BigDecimal face = issue.faceYen();
        if (cost == Cost.NONE) {
            return face;
        }
        BigDecimal gross = face.multiply(issue.issuePrice()).divide(HUNDRED, 0, RoundingMode.DOWN);
        if (cost == Cost.PRICE) {
            return gross;
        }
        BigDecimal afterFee = gross.subtract(SamuraiInterest.underwritingFeeYen(face, issue.feePer100()));
        return cost == Cost.PRICE_AND_FEE ? afterFee : afterFee.subtract(issue.expensesYen());
    }

    private BigDecimal couponYen(CouponPeriod period) {
        return Decimals.meantBy(period.amountPer100()).multiply(issue.faceYen()).divide(HUNDRED, 0, RoundingMode.DOWN);
    }

    private static CashFlow home(LocalDate date, double amount) {
        return new CashFlow(date, BigDecimal.valueOf(amount).setScale(CENTS, RoundingMode.HALF_EVEN));
    }

    private double yenFactor(LocalDate date) {
        return market.yenDiscount().discountFactor(market.spot(), date);
    }

    private double homeFactor(LocalDate date) {
        return market.home().discount().discountFactor(market.spot(), date);
    }

    private double homeYears(LocalDate start, LocalDate end) {
        return market.home().convention().dayCount().years(start.toEpochDay(), end.toEpochDay());
    }
}
