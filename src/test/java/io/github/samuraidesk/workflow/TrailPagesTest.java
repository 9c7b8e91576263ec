package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealFiles;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.underwriting.Bid;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** People see in red that a deal differs from its audit trail, and get no pack of it by accident. */
class TrailPagesTest extends DeskTest {

    @Autowired
    private DealFiles files;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Visitor visitor(Cast cast) {
        return new Visitor(port, cast.person().value(), PASSWORD);
    }

    private void forge(DealId id) {
        jdbc.update(
                "UPDATE deal_fact SET person = 'mallory' WHERE deal_id = ? AND kind = 'TermSheet' AND version = 1",
                id.value());
    }

    @Test
    void aDealThatHoldsSaysSoOnItsHistoryPage() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHECK_CONFLICTS);
        assertThat(visitor(Cast.AUDITOR)
                        .get("/deals/" + id + "/history?lang=en")
                        .body())
                .contains("all agree with the audit trail", "Make the evidence pack")
                .doesNotContain("differences");
        assertThat(visitor(Cast.AUDITOR).get("/deals/" + id + "?lang=en").body())
                .doesNotContain("from the audit trail");
    }

    @Test
    void aDealForgedBeforeItWasFirstReadIsRedOnEveryPageAndOverRest() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHECK_CONFLICTS);
        forge(id);
        Visitor lead = visitor(Cast.LEAD);
        assertThat(lead.get("/deals/" + id + "?lang=en").body())
                .contains("Differences from the audit trail: 1", "deal_fact TermSheet current v1", "mallory");
        assertThat(lead.get("/deals/" + id + "/prices?lang=ja").body()).contains("監査証跡との不一致が1件あります", "履歴のページで全件を照合");
        assertThat(lead.read("/api/deals/" + id).body())
                .contains("\"differences\":[{", "\"stored\":\"mallory\"", "\"byEvents\":\"issuer\"");
        assertThat(lead.read("/api/deals/" + id + "/differences").body()).contains("\"column\":\"person\"");
    }

    /** Between two acts only what is new is compared; the history page always reads everything again. */
    @Test
    void aDealForgedAfterItWasReadIsRedOnItsHistoryPage() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHECK_CONFLICTS);
        Visitor auditor = visitor(Cast.AUDITOR);
        auditor.get("/deals/" + id);
        forge(id);
        assertThat(auditor.get("/deals/" + id + "/history?lang=en").body())
                .contains("Differences from the audit trail: 1", "Make the pack with its differences");
        assertThat(auditor.get("/deals/" + id + "?lang=en").body()).contains("Differences from the audit trail: 1");
    }

    @Test
    void refusesThePackOfAForgedDealAndMakesOneWithItsDifferencesOnDemand() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHECK_CONFLICTS);
        forge(id);
        Visitor auditor = visitor(Cast.AUDITOR);
        String history = "/deals/" + id + "/history";
        Visitor.Answer refused =
                auditor.submit(history + "?lang=en", "/deals/" + id + "/evidence", Map.of(), "", "", new byte[0]);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("mallory", "TermSheet current v1", "deal_fact.person");
        Visitor.Answer made = auditor.submit(
                history, "/deals/" + id + "/evidence", Map.of("differences", "true"), "", "", new byte[0]);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body()).contains("differences.json");
    }

    @Test
    void aForgedBidIsFoundWithoutBeingShownToOthers() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHECK_CONFLICTS);
        transaction.executeWithoutResult(status -> {
            deals.lock(id);
            facts.record(
                    id,
                    "SecretBank",
                    new Bid("SecretBank", new BigDecimal("0.123"), BigDecimal.TEN, "", "", "", ""),
                    Cast.MANAGER.person());
        });
        jdbc.update(
                "UPDATE deal_fact SET body = REPLACE(body, '0.123', '0.456') WHERE deal_id = ? AND kind = 'Bid'",
                id.value());
        assertThat(visitor(Cast.AGENT).get("/deals/" + id + "/history?lang=en").body())
                .contains("deal_fact Bid", "not shown to you")
                .doesNotContain("SecretBank", "0.123", "0.456");
        assertThat(visitor(Cast.AUDITOR)
                        .read("/api/deals/" + id + "/differences")
                        .body())
                .contains("SecretBank", "0.123", "0.456");
    }

    @Test
    void aDealWhoseTermSheetWasMadeUnreadableSaysWhatIsWrong() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHECK_CONFLICTS);
        String terms = "SELECT body FROM deal_event WHERE deal_id = ? AND seq = 2";
        String body = jdbc.queryForObject(terms, String.class, id.value());
        String spoil = "UPDATE deal_event SET body = ? WHERE deal_id = ? AND seq = 2";
        jdbc.update(spoil, "x", id.value());
        // as a program that never read the deal
        ReflectionTestUtils.invokeMethod(files, "forget", id);
        try {
            Visitor.Answer page = visitor(Cast.LEAD).get("/deals/" + id + "?lang=en");
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains("deal_event", "The deal cannot be shown");
            // the other deals of its people stay within reach
            Visitor.Answer home = visitor(Cast.LEAD).get("/?lang=en");
            assertThat(home.status()).isEqualTo(200);
            assertThat(home.body()).contains("Deals that cannot be read", "/deals/" + id + "/history");
            DealId other = openAndStopBefore("SVN-2024", HumanTask.CHECK_CONFLICTS);
            Visitor.Answer calendar = visitor(Cast.LEAD).get("/deals/" + other + "/calendar?lang=en");
            assertThat(calendar.status()).isEqualTo(200);
            assertThat(calendar.body()).contains("its pricing date is not compared. " + id);
            String pack = RulePack.allBuiltIn().get(0).sha256();
            Visitor.Answer impact = visitor(Cast.LEAD).get("/rules/" + pack + "/impact?lang=en");
            assertThat(impact.status()).isEqualTo(200);
            assertThat(impact.body()).contains("/deals/" + id + "/history").contains(other.value());
            // what is wrong is the desk's data, not what was sent
            Visitor.Answer routes = visitor(Cast.LEAD).get("/routes?lang=en&deal=" + id);
            assertThat(routes.body()).contains("was changed past the desk").doesNotContain("JSON");
        } finally {
            jdbc.update(spoil, body, id.value());
            ReflectionTestUtils.invokeMethod(files, "forget", id);
        }
    }
}
