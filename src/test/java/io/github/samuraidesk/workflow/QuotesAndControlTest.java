package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.pricing.Pricer;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.Seal;
import io.github.samuraidesk.rehearsal.Cast;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class QuotesAndControlTest extends DeskTest {

    @Autowired
    private Pricer pricer;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aSealedRunKeepsItsQuotesItsSpreadsAndWhatTheSecondEngineSays() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.APPROVE_PRICING);
        assertThat(facts.of(id).current(PricingRun.FACT)).isNotEmpty().allSatisfy(run -> {
            assertThat(run.market()).extracting(QuoteSet::kind).containsExactly(QuoteKind.TONA_OIS);
            assertThat(run.onCurve()).isNotNull();
            // the practice quotes are worked back from coupon − spread, so the spread comes out as it was published
            assertThat(run.onCurve().overMidSwapBp().doubleValue())
                    .isCloseTo(run.spreadBp().doubleValue(), org.assertj.core.api.Assertions.within(0.5));
            assertThat(run.control().engine()).contains("Strata");
            assertThat(run.control().lines()).hasSizeGreaterThan(20);
            assertThat(run.control().breaches()).isEmpty();
            assertThat(Seal.holds(
                            facts.of(id)
                                    .text(PricingRun.FACT.at(run.tranche().id()))
                                    .orElseThrow(),
                            run.seal()))
                    .isTrue();
        });
    }

    @Test
    void aDifferenceOfTheSecondEngineBlocksTheSignature() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.APPROVE_PRICING);
        PricingRun run = facts.of(id).current(PricingRun.FACT).get(0);
        PricingRun.Control.Line line = run.control().lines().get(0);
        var broken = new PricingRun.Control(
                run.control().engine(),
                List.of(new PricingRun.Control.Line(
                        line.measure(), line.own(), line.own() + 1, -1, line.tolerance(), false, "planted")),
                List.of());
        PricingRun planted = pricer.sealed(withControl(run, broken));
        transaction.executeWithoutResult(
                status -> facts.record(id, run.tranche().id(), planted, Cast.LEAD.person()));

        assertThatThrownBy(() -> complete(id, HumanTask.APPROVE_PRICING))
                .asInstanceOf(type(Refused.class))
                .extracting(Refused::findings, InstanceOfAssertFactories.list(Finding.class))
                .extracting(Finding::code)
                .containsExactly("controlDiffers");
    }

    private static PricingRun withControl(PricingRun r, PricingRun.Control control) {
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
                control,
                "");
    }

    @Test
    void quotesOfTomorrowAndTenorsTwiceAreRefusedTogether() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        FormValues quotes = FormValues.of(
                "quoteKind", "TONA_OIS",
                "quoteDate", clock.today(id).plusDays(1).toString(),
                "quoteSide", "MID",
                "quoteSource", "a screen",
                "quoteLines", "1Y 0.23\n2Y abc\n2Y 0.36\n2Y 0.37\n1Y 0.2");
        assertThatThrownBy(() -> desk.record(id, Entry.QUOTES, quotes, Cast.LEAD.person()))
                .asInstanceOf(type(Refused.class))
                .extracting(Refused::findings, InstanceOfAssertFactories.list(Finding.class))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("quotesAfterToday", "quoteNotANumber", "tenorTwice", "tenorTwice");
        assertThat(facts.of(id).current(io.github.samuraidesk.pricing.Pricing.QUOTES))
                .isEmpty();
    }

    @Test
    void quotesWithoutSourceDateOrSideAreRefused() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        FormValues quotes = FormValues.of("quoteKind", "TONA_OIS", "quoteLines", "1Y 0.23");
        assertThatThrownBy(() -> desk.record(id, Entry.QUOTES, quotes, Cast.LEAD.person()))
                .asInstanceOf(type(Refused.class))
                .extracting(Refused::findings, InstanceOfAssertFactories.list(Finding.class))
                .extracting(Finding::field)
                .contains("quoteDate", "quoteSide", "quoteSource");
    }

    @Test
    void unusualQuotesAreAskedAboutAndTheAnswerIsRecorded() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        FormValues slipped = FormValues.of(
                "quoteKind", "TONA_OIS",
                "quoteDate", clock.today(id).toString(),
                "quoteSide", "MID",
                "quoteSource", "a screen",
                "quoteLines", "5Y 0.71\n7Y 0.82\n10Y 9.65");
        assertThatThrownBy(() -> desk.record(id, Entry.QUOTES, slipped, Cast.LEAD.person()))
                .asInstanceOf(type(Refused.class))
                .extracting(Refused::findings, InstanceOfAssertFactories.list(Finding.class))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.field()).isEqualTo("quotesConfirmed");
                    assertThat(finding.code()).isEqualTo("quoteLevelMeant");
                    assertThat(finding.args()).containsExactly("TONA_OIS 10Y", "9.65", "0.965");
                });
        assertThat(facts.of(id).current(io.github.samuraidesk.pricing.Pricing.QUOTES))
                .isEmpty();
        desk.record(id, Entry.QUOTES, slipped.with("quotesConfirmed", "yes"), Cast.LEAD.person());
        assertThat(facts.of(id).current(io.github.samuraidesk.pricing.Pricing.QUOTES))
                .hasSize(1);
        assertThat(facts.of(id).current(io.github.samuraidesk.pricing.Pricing.QUOTE_DOUBTS))
                .singleElement()
                .satisfies(confirmed ->
                        assertThat(confirmed.doubts()).containsExactly("quoteLevelMeant|TONA_OIS 10Y|9.65|0.965"));
    }

    @Test
    void theTranchePageFollowsWhatIsTypedAndSaysEveryFaultAtOnce() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_FINAL_TERMS);
        Visitor visitor = lead();
        String page =
                visitor.get("/deals/" + id.value() + "/tranches/3Y?lang=en").body();
        assertThat(page).contains("Yields", "Key-rate DV01", "<svg", "Z-spread");
        assertThat(page).contains("From the sealed run");
        // terms that were typed over are no longer those of the run
        assertThat(visitor.get("/deals/" + id.value() + "/tranches/3Y?lang=en&value=99")
                        .body())
                .doesNotContain("From the sealed run")
                .contains("What if");
        String sheet = visitor.get("/deals/" + id.value() + "/tranches/3Y/sheet?value=101.25")
                .body();
        assertThat(sheet).contains("101.250000").doesNotContain("<html");
        String faults = visitor.get("/deals/" + id.value()
                        + "/tranches/3Y/sheet?value=abc&couponPercent=150&settle=2099-01-01&faceYen=-1")
                .body();
        assertThat(faults).contains("findings-title").doesNotContain("Key-rate");
        assertThat(faults.split("<li>")).hasSizeGreaterThanOrEqualTo(4);
        LocalDate maturity =
                facts.of(id).one(PricingRun.FACT.at("3Y")).orElseThrow().maturity();
        String distressed = visitor.get(
                        "/deals/" + id.value() + "/tranches/3Y/sheet?lang=en&value=1&settle=" + maturity.minusDays(3))
                .body();
        assertThat(distressed)
                .contains("Left out at this price: no ICMA yield", "1.000000")
                .doesNotContain("NaN", "findings-title");
    }

    @Test
    void theCalculatorAnswersOverRestWithoutADeal() {
        String body = """
                {"values": {"mode":"PRICE","value":"100","couponPercent":"1.0","spreadBp":"50","valuation":"2026-11-18",
                "settle":"2026-11-20","issueDate":"2026-11-20","firstCoupon":"","lastRegularCoupon":"",
                "maturity":"2031-11-20","redemption":"","callDate":"","frequency":"2","accrual":"ICMA",
                "dayRule":"FOLLOWING","endOfMonth":"no","oddPeriodMethod":"HALF_YEAR_PRO_RATA",
                "accrualStart":"DAY_AFTER_PAYMENT","faceYen":"10000000000","denominationYen":"100000000",
                "issuePrice":"100","feePer100":"0.25","expensesYen":"0","wantedSpreadBp":"50","csaBp":"0",
                "partSwappedPercent":"100","homeFundingBp":""}}""";
        Visitor.Answer answer = lead().post("/api/price/tranche", body);
        assertThat(answer.status()).isEqualTo(200);
        // at par a compound yield equals the coupon
        assertThat(answer.body()).contains("\"convention\":\"semiAnnual\",\"value\":0.01");
        String unusual = body.replace(
                "\"homeFundingBp\":\"\"}}",
                "\"homeFundingBp\":\"\"}, \"quotes\": [{\"kind\":\"TONA_OIS\","
                        + "\"date\":\"2026-11-18\",\"side\":\"MID\",\"source\":\"a screen\","
                        + "\"quotes\":[{\"tenor\":\"1Y\",\"value\":0.7},{\"tenor\":\"10Y\",\"value\":9.65}]}]}");
        Visitor.Answer asked = lead().post("/api/price/tranche", unusual);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("quoteLevelMeant", "0.965");
        assertThat(lead().post("/api/price/tranche", unusual.replace("}]}]}", "}]}], \"quotesConfirmed\": true}"))
                        .status())
                .isEqualTo(200);
        assertThat(lead().post("/api/price/tranche", body.replace("2031-11-20", "2016-11-20"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void restDescribesItself() {
        Visitor.Answer answer = lead().read("/api/openapi");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"openapi\":\"3", "/api/price/findings", "/api/price/tranche");
    }

    private Visitor lead() {
        return new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
    }
}
