package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.RateType;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sums that the papers of a deal must fulfil (domain 04, consistency): underwriters and issue amount, price and gross
 * proceeds, denomination, coupon dates. What a page computes is worked out here once more, from the facts.
 */
@Component
public class SumChecks {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Everything that does not add up; empty before pricing. */
    public List<Finding> of(DealFile file) {
        var findings = new ArrayList<Finding>();
        TermSheet sheet = DealBook.termSheet(file);
        for (Tranche t : DealBook.liveTranches(file)) {
            file.one(PricingRun.FACT.at(t.id())).ifPresent(run -> {
                amounts(t, run, findings);
                coupons(sheet, t, run, findings);
                file.one(SubscriptionSigned.FACT).ifPresent(signed -> commitments(t, run, signed, findings));
            });
        }
        return findings;
    }

    /** Whether gross less costs is net on every paper, by the figures as they are printed. */
    public static List<Finding> printed(List<Figures.Place> places) {
        var findings = new ArrayList<Finding>();
        places.stream().map(Figures.Place::paper).distinct().forEach(paper -> {
            Optional<BigDecimal> gross = yen(places, paper, "gross");
            Optional<BigDecimal> costs = yen(places, paper, "costs");
            Optional<BigDecimal> net = yen(places, paper, "net");
            if (gross.isPresent()
                    && costs.isPresent()
                    && net.isPresent()
                    && gross.get().subtract(costs.get()).compareTo(net.get()) != 0) {
                findings.add(Finding.field(
                        "net",
                        "netDiffers",
                        paper.code(),
                        gross.get().toPlainString(),
                        costs.get().toPlainString(),
                        net.get().toPlainString()));
            }
        });
        return findings;
    }

    private static Optional<BigDecimal> yen(List<Figures.Place> places, Paper paper, String field) {
        return places.stream()
                .filter(p -> p.paper() == paper && p.field().equals(field))
                .map(Figures.Place::text)
                .filter(t -> t.matches("[0-9,]+円"))
                .map(t -> new BigDecimal(t.replaceAll("[,円]", "")))
                .findFirst();
    }

    private static void amounts(Tranche t, PricingRun run, List<Finding> findings) {
        BigDecimal gross = run.amountYen().multiply(run.issuePrice()).divide(HUNDRED);
        if (gross.compareTo(run.grossYen()) != 0) {
            findings.add(wrong(t, "gross", "grossDiffers", gross, run.grossYen()));
        }
        if (run.amountYen().remainder(t.denominationYen()).signum() != 0) {
            findings.add(wrong(t, "amount", "denominationDoesNotDivide", t.denominationYen(), run.amountYen()));
        }
    }

    private static void commitments(Tranche t, PricingRun run, SubscriptionSigned signed, List<Finding> findings) {
        BigDecimal total = signed.commitments().stream()
                .filter(c -> c.tranche().equals(t.id()))
                .map(SubscriptionSigned.Commitment::amountYen)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(run.amountYen()) != 0) {
            findings.add(wrong(t, "commitments", "commitmentsDiffer", total, run.amountYen()));
        }
    }

    private static void coupons(TermSheet sheet, Tranche t, PricingRun run, List<Finding> findings) {
        List<PricingRun.Coupon> coupons = run.coupons();
        if (coupons.isEmpty() || t.rateType() != RateType.FIXED) {
            return;
        }
        LocalDate payment = sheet.dates().payment();
        LocalDate first = coupons.get(0).unadjusted();
        LocalDate last = coupons.get(coupons.size() - 1).unadjusted();
        if (payment != null && !first.isAfter(payment)) {
            findings.add(Finding.field(
                    t.id() + ".firstCoupon", "firstCouponBeforePayment", first.toString(), payment.toString()));
        }
        // the last coupon's date on the conditions is the maturity before it was moved to a business day
        if (last.isBefore(run.maturity().minusDays(7))
                || last.isAfter(run.maturity().plusDays(7))) {
            findings.add(Finding.field(
                    t.id() + ".maturity",
                    "lastCouponIsNotMaturity",
                    last.toString(),
                    run.maturity().toString()));
        }
    }

    private static Finding wrong(Tranche t, String figure, String code, BigDecimal one, BigDecimal other) {
        return Finding.field(t.id() + "." + figure, code, one.toPlainString(), other.toPlainString());
    }
}
