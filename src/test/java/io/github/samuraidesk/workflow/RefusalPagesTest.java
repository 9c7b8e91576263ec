package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.rehearsal.Cast;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a page refuses it says in words: who may act, one finding for one fault, and a link to where it is mended. */
class RefusalPagesTest extends DeskTest {

    @Autowired
    private RulePacks packs;

    private Visitor as(Cast who) {
        var visitor = new Visitor(port, who.person().value(), PASSWORD);
        visitor.get("/?lang=ja");
        return visitor;
    }

    private static List<Element> findings(String body) {
        return Jsoup.parse(body).select(".findings li");
    }

    @Test
    void peopleAreAnAdministratorsAndThePageSaysSo() {
        for (String page : List.of("/people", "/people/events")) {
            Visitor.Answer answer = as(Cast.LEAD).get(page);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(Jsoup.parse(answer.body()).select("main").text())
                    .contains("管理者のみ", "対応できる人", "管理者")
                    .doesNotContain("ADMINISTRATOR", "segregation");
        }
        assertThat(as(Cast.LEAD).get("/forbidden").status())
                .as("the page itself is no page")
                .isEqualTo(404);
    }

    @Test
    void aPackIsLoadedByAnAdministratorAndTheRefusalSaysSo() {
        String pack = packs.inForce().sha256();
        Visitor.Answer answer =
                as(Cast.LEAD).submit("/rules", "/rules/" + pack + "/withdraw", Map.of(), "", "", new byte[0]);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("管理者のみ");
    }

    @Test
    void aWrongPasswordIsOneFinding() {
        Visitor.Answer answer = as(Cast.LEAD)
                .submitPlain(
                        "/account/password",
                        Map.of(
                                "currentPassword", "not-the-password-1",
                                "newPassword", "not-the-password-1",
                                "passwordAgain", "not-the-password-1"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(findings(answer.body())).hasSize(1);
    }

    @Test
    void anEmptyPracticeDateSaysWhatIsMissing() {
        DealId id = open("SVN-2024");
        for (Map<String, String> sent : List.of(Map.of("to", ""), Map.<String, String>of())) {
            Visitor.Answer answer =
                    as(Cast.LEAD).submit("/deals/" + id, "/deals/" + id + "/practice-time", sent, "", "", new byte[0]);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("業務日を入力してください");
        }
    }

    @Test
    void faultsOfTheTrancheFormLeadToTheirFields() {
        DealId id = open("SVN-2024");
        String tranche = deals.liveTranches(id).get(0).id();
        String faulty = "?couponPercent=abc&valuation=2024-13-45";
        Document page = Jsoup.parse(as(Cast.LEAD)
                .get("/deals/" + id + "/tranches/" + tranche + faulty)
                .body());
        assertThat(page.select(".findings[autofocus]"))
                .as("the findings take the focus")
                .hasSize(1);
        for (String field : List.of("in-couponPercent", "in-valuation")) {
            assertThat(page.select(".findings a[href=#" + field + "]"))
                    .as(field)
                    .hasSize(1);
            assertThat(page.getElementById(field).attr("aria-invalid"))
                    .as(field)
                    .isEqualTo("true");
        }
        assertThat(page.select("[aria-invalid]")).hasSize(2);

        Document typed = Jsoup.parse(as(Cast.LEAD)
                .get("/deals/" + id + "/tranches/" + tranche + "/sheet" + faulty)
                .body());
        assertThat(typed.select(".findings a[href=#in-couponPercent]")).hasSize(1);
        assertThat(typed.select("[autofocus]"))
                .as("nobody is taken out of a field")
                .isEmpty();
    }

    @Test
    void whatStandsAgainstAPassLeadsToWhereItIsMended() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        Visitor visitor = as(Cast.REVIEWER);
        Visitor.Answer answer = visitor.submit(
                "/deals/" + id + "/tasks/reviewPapers", Map.of("verdict", "PASS", "headingsConfirmed", "yes"));
        assertThat(answer.status()).isIn(409, 422);
        List<Element> findings = findings(answer.body());
        assertThat(findings).isNotEmpty();
        for (Element finding : findings) {
            assertThat(finding.select("a[href]")).as(finding.text()).hasSize(1);
            String to = finding.select("a[href]").attr("href");
            if (to.startsWith("/")) {
                assertThat(visitor.get(to).status()).as(to).isEqualTo(200);
            }
        }
    }

    @Test
    void theRulesPageCountsAShelfsClockAsDealsDo() {
        Document page = Jsoup.parse(as(Cast.LEAD).get("/rules").body());
        for (String clock : List.of("K01", "K05")) {
            Element row = page.select("tr").stream()
                    .filter(tr -> tr.select("code").text().equals(clock))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.text()).contains("原則 15暦日 + 1日", "短縮時 7暦日 + 1日", "短縮時の下限 行政機関営業日4日 + 1日");
        }
        var clocks = packs.inForce().statutoryClocks();
        var filed = java.time.LocalDate.of(2024, 7, 12);
        assertThat(clocks.variants("K05"))
                .extracting(v -> v.count())
                .as("as a deal is counted")
                .contains(
                        clocks.shelfEffectiveness(filed, java.util.Optional.empty())
                                .counted()
                                .get(0)
                                .count(),
                        clocks.shelfEffectiveness(filed, java.util.Optional.of("x"))
                                .counted()
                                .get(0)
                                .count());
    }

    @Test
    void theUploadCheckCountsItsRulesOnce() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("PublicDoc/0000000_header.htm"));
        }
        Visitor visitor = as(Cast.LEAD);
        String page = Jsoup.parse(visitor.submit(
                                "/check-edinet", "/check-edinet", Map.of(), "package", "a.zip", bytes.toByteArray())
                        .body())
                .select("main")
                .text();
        assertThat(page).contains("34の規則", "34規則").doesNotContain("36の規則", "36規則");
        assertThat(Jsoup.parse(visitor.get("/rules").body()).text()).contains("全36規則。うち34規則");
    }

    /** An override opens a gate; it gives nobody a right. */
    @Test
    void anOverrideIsOfferedWhereAGateIsShutToWhoMayAct() {
        DealId id = open("SVN-2024");
        String page = "/deals/" + id + "/entries/" + Entry.SOUNDING.id();
        String offer = "/entries/askOverride?gate=G5&amp;act=" + Entry.SOUNDING.id();
        assertThat(as(Cast.LEAD).get(page).body()).contains(offer);
        assertThat(as(Cast.COUNSEL).get(page).body()).doesNotContain("/entries/askOverride");
    }
}
