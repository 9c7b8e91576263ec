package io.github.samuraidesk;

import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.FirmNames;
import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.act.Ports;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.FileOf;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.TermSheetForm;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.rehearsal.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Slovenia's bond of 2024 as priced (gov.si, 2024-08-29: 45.1 billion yen of three years at 0.750 %, 4.9 of five at 0.89 %,
 * two tranches dropped), with commitments of two managers, without context or database.
 */
public final class PricedDeal {

    public static final Asked SOMEBODY = new Asked(new PersonId("somebody"));
    public static final BigDecimal THREE_YEARS = new BigDecimal("45100000000");
    public static final BigDecimal FIVE_YEARS = new BigDecimal("4900000000");
    public static final LocalDate PAYMENT = LocalDate.of(2024, 9, 5);

    private static final RulePack PACK = RulePack.builtIn();

    private PricedDeal() {}

    /** A deal of which nobody has said anything but a sample's term sheet. */
    public static FileOf opened(String name) {
        Sample sample = DeskTest.sample(name);
        TermSheet terms = TermSheetForm.termSheet(sample.termSheet(), sample.assumed());
        return FileOf.deal(name, Instant.parse("2024-08-29T01:00:00Z")).said(TermSheet.FACT, terms, "lead");
    }

    /** Two tranches dropped, the others marketed. */
    public static FileOf marketed() {
        return opened("SVN-2024")
                .said(TrancheDropped.FACT.at("7Y"), new TrancheDropped("7Y", ""), "lead")
                .said(TrancheDropped.FACT.at("10Y"), new TrancheDropped("10Y", ""), "lead");
    }

    public static FileOf facts() {
        FileOf facts = marketed();
        DealBook.liveTranches(facts.file())
                .forEach(t ->
                        facts.said(PricingRun.FACT.at(t.id()), run(t, amounts().get(t.id())), "lead"));
        return facts.said(
                SubscriptionSigned.FACT,
                new SubscriptionSigned(
                        LocalDateTime.of(2024, 8, 29, 12, 0),
                        SubscriptionSigned.Kind.FIRM_JOINT,
                        List.of(
                                new SubscriptionSigned.Commitment("3Y", "Nomura", THREE_YEARS),
                                new SubscriptionSigned.Commitment("5Y", "SMBC Nikko", FIVE_YEARS)),
                        ""),
                "treasurer");
    }

    public static Map<String, BigDecimal> amounts() {
        return Map.of("3Y", THREE_YEARS, "5Y", FIVE_YEARS);
    }

    public static Allocation allocation() {
        return new Allocation(List.of(
                new Allocation.Line("3Y", "An investor", "Nomura", THREE_YEARS),
                new Allocation.Line("5Y", "An investor", "SMBC Nikko", FIVE_YEARS)));
    }

    private static PricingRun run(Tranche tranche, BigDecimal amount) {
        return new PricingRun(
                tranche,
                amount,
                LocalDate.of(2024, 8, 29),
                PAYMENT,
                PAYMENT.plusYears(tranche.tenorYears().longValue()),
                null,
                null,
                new BigDecimal(tranche.id().equals("3Y") ? "0.750" : "0.89"),
                new BigDecimal("100.00"),
                new BigDecimal("0.20"),
                BigDecimal.ZERO,
                List.of(),
                "MATURITY",
                null,
                "",
                List.of(),
                null,
                null,
                null,
                null,
                "");
    }

    public static Standing standing(DealFile file) {
        return standing(file, PAYMENT);
    }

    /** The deal at ten in the morning of a day in Japan. */
    public static Standing standing(DealFile file, LocalDate day, Port... answering) {
        return new Standing(
                file,
                PACK,
                day.atTime(10, 0).atZone(DealClock.TOKYO).toInstant(),
                FirmNames.NONE,
                answeredBy(answering));
    }

    private static Ports answeredBy(Port... answering) {
        return new Ports() {
            @Override
            public <P extends Port> P of(Class<P> port) {
                return Stream.of(answering)
                        .filter(port::isInstance)
                        .map(port::cast)
                        .findFirst()
                        .orElseGet(() -> NONE.of(port));
            }
        };
    }
}
