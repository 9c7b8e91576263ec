package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.audit.TrailCheckTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.TermSheetYaml;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.settlement.Closed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every sample rehearses to its end (BRK-2023A to its refusal) and equals what was published. */
class SamplesTest extends DeskTest {

    @Autowired
    private JdbcTemplate jdbc;

    @ParameterizedTest
    @MethodSource("samples")
    void rehearsesToItsEndAndEqualsWhatWasPublished(String name) throws IOException {
        FormValues expected = TermSheetYaml.read(Files.readString(Path.of("samples", name + ".expected.yaml")))
                .values();
        assertThat(expected.text("source"))
                .as("who published the expected values")
                .isNotBlank();
        DealId id = rehearsed(name);
        assertThat(TrailCheckTest.KINDS)
                .as("kinds of fact whose every column is changed once by SQL")
                .containsAll(jdbc.queryForList(
                        "SELECT DISTINCT kind FROM deal_fact WHERE deal_id = ?", String.class, id.value()));

        RouteConfirmed suggested = facts.of(id).one(RouteConfirmed.SUGGESTED).orElseThrow();
        assertThat(suggested.route().name()).isEqualTo(expected.text("route"));
        if (suggested.route() == Route.NOT_A_SAMURAI) {
            assertThat(suggested.reasons()).extracting(r -> r.key()).contains(expected.text("refusal"));
            assertThat(facts.of(id).current(Filing.FACT)).isEmpty();
            return;
        }
        assertThat(facts.of(id).one(Closed.FACT)).as("closed").isPresent();
        Filing statement = facts.of(id).one(Filing.FACT.at("STATEMENT")).orElseThrow();
        Filing last = facts.of(id).one(Filing.FACT.at("FINAL_TERMS")).orElseThrow();
        assertThat(statement.ordinanceCode()).isEqualTo(expected.text("ordinance"));
        assertThat(statement.formCode()).isEqualTo(expected.text("statementForm"));
        assertThat(last.formCode()).isEqualTo(expected.text("finalTermsForm"));
        expected.findDate("filing")
                .ifPresent(d -> assertThat(statement.acceptedOn()).isEqualTo(d));
        expected.findDate("pricing")
                .ifPresent(d -> assertThat(last.acceptedOn()).isEqualTo(d));
        expected.findDate("effective")
                .ifPresent(d -> assertThat(facts.of(id).current(EffectivenessConfirmed.FACT))
                        .extracting(EffectivenessConfirmed::effectiveOn)
                        .contains(d));
        List<String> dropped = facts.of(id).current(TrancheDropped.FACT).stream()
                .map(TrancheDropped::tranche)
                .toList();
        assertThat(dropped)
                .containsExactlyElementsOf(expected.tables().getOrDefault("dropped", List.of()).stream()
                        .map(r -> r.get("?"))
                        .toList());
        BigDecimal total = facts.of(id).current(PricingRun.FACT).stream()
                .map(PricingRun::amountYen)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(total)
                .isEqualByComparingTo(
                        expected.findBillionsAsYen("totalBillionYen").orElseThrow());
        for (FormValues row : expected.rows("tranches")) {
            PricingRun run =
                    facts.of(id).one(PricingRun.FACT.at(row.text("tranche"))).orElseThrow();
            row.findBillionsAsYen("sizeBillionYen")
                    .ifPresent(a -> assertThat(run.amountYen()).isEqualByComparingTo(a));
            row.findNumber("couponPercent")
                    .ifPresent(c -> assertThat(run.couponPercent()).isEqualByComparingTo(c));
            row.findNumber("spreadBp").ifPresent(s -> assertThat(run.spreadBp()).isEqualByComparingTo(s));
            row.findDate("maturity").ifPresent(m -> assertThat(run.maturity()).isEqualTo(m));
        }
    }
}
