package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.rehearsal.Cast;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A form whose session has ended: said what happened, signed in, looked at again, and sent by the same person alone. */
class StaleFormTest extends DeskTest {

    private static final String TEXT = "Slovenia & \"Lead\"\nsecond line";

    private Browser signedIn(Cast by) {
        var browser = new Browser(port);
        browser.signIn(by.person().value(), PASSWORD);
        return browser;
    }

    private Browser.Page blockedForm(Browser browser, DealId id) {
        return browser.get("/deals/" + id + "/entries/blocked");
    }

    @Test
    void keepsWhatWasTypedUntilThePersonHasSignedInAndExecutesItOnlyWhenTheyPressAgain() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        String form = "/deals/" + id + "/tasks/holdKickOff";
        Browser browser = signedIn(Cast.LEAD);
        Browser.Page page = browser.get(form);
        browser.loseSession();
        int before = desk.history(id).size();
        Browser.Page login = browser.submit(page, form, Map.of("heldOn", "2024-05-17", "action", "save"));
        assertThat(login.address()).isEqualTo("/login");
        assertThat(login.text()).contains("lead").contains("ログインの有効期限");
        Browser.Page kept = browser.submit(login, "/login", Map.of("username", "lead", "password", PASSWORD));
        assertThat(kept.address()).isEqualTo("/kept");
        assertThat(kept.text()).contains("2024-05-17");
        assertThat(desk.history(id)).as("nothing is executed by signing in").hasSize(before);
        // its own page shows it without executing anything
        Browser.Page shown = browser.submit(kept, form, Map.of("action", "show"));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.html().select("[name=heldOn]").attr("value")).isEqualTo("2024-05-17");
        assertThat(desk.history(id)).hasSize(before);
        assertThat(desk.draft(id, HumanTask.HOLD_KICK_OFF, Cast.LEAD.person())).isEmpty();
        // and sends it with a fresh token
        browser.submit(shown, form, Map.of("action", "save"));
        assertThat(desk.draft(id, HumanTask.HOLD_KICK_OFF, Cast.LEAD.person())
                        .orElseThrow()
                        .values()
                        .text("heldOn"))
                .isEqualTo("2024-05-17");
    }

    @Test
    void showsNobodyElseWhatWasTyped() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        String form = "/deals/" + id + "/tasks/holdKickOff";
        Browser browser = signedIn(Cast.LEAD);
        Browser.Page page = browser.get(form);
        browser.loseSession();
        Browser.Page login = browser.submit(page, form, Map.of("heldOn", "2024-05-18"));
        Browser.Page other = browser.submit(login, "/login", Map.of("username", "treasurer", "password", PASSWORD));
        assertThat(other.address()).isEqualTo("/");
        assertThat(browser.get("/kept").text()).doesNotContain("2024-05-18");
        // nor when another person has signed in beside an open page
        Browser second = signedIn(Cast.LEAD);
        Browser.Page open = second.get(form);
        second.loseSession();
        second.signIn("treasurer", PASSWORD);
        Browser.Page refused = second.submit(open, form, Map.of("heldOn", "2024-05-19"));
        assertThat(refused.address()).isEqualTo("/kept");
        assertThat(refused.text()).contains("treasurer").doesNotContain("2024-05-19");
    }

    @Test
    void keepsNothingThatAnotherSiteSent() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        String form = "/deals/" + id + "/tasks/holdKickOff";
        Browser browser = signedIn(Cast.LEAD);
        Browser.Page page = browser.get(form);
        Browser.Page forged = browser.submit(
                page, form, Map.of("heldOn", "2024-05-20", "_csrf", "guessed"), "https://elsewhere.example");
        assertThat(forged.text()).doesNotContain("2024-05-20");
        assertThat(browser.get("/kept").text()).doesNotContain("2024-05-20");
        // a pass that somebody made up is none
        String madeUp = "9999999999." + "0".repeat(64) + ".lead";
        browser.submit(
                browser.get("/deals/new"),
                "/deals/new",
                Map.of("dealId", "FORGED-1", "_csrf", "guessed", "typedBy", madeUp));
        assertThat(browser.get("/kept").text()).doesNotContain("FORGED-1");
    }

    @Test
    void aFormWithFilesKeepsItsTextAndSaysWhichFileToChooseAgain() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        String form = "/deals/" + id + "/tasks/draftPapers";
        Browser browser = signedIn(Cast.COUNSEL);
        Browser.Page page = browser.get(form);
        assertThat(page.form(form).attr("enctype")).isEqualTo("multipart/form-data");
        browser.loseSession();
        Browser.Page login = browser.submit(page, form, Map.of("file:partTwo", "part-two-of-may.pdf", "note", TEXT));
        assertThat(login.address()).isEqualTo("/login");
        Browser.Page kept = browser.submit(login, "/login", Map.of("username", "counsel", "password", PASSWORD));
        assertThat(kept.text()).contains("part-two-of-may.pdf").contains("Slovenia & \"Lead\"");
        assertThat(kept.form(form).attr("enctype")).isEqualTo("multipart/form-data");
        assertThat(kept.form(form).select("[name=note]").attr("value")).isEqualTo(TEXT);
    }

    @Test
    void anOldSignInPageSaysSoAndWorksTheSecondTime() {
        var browser = new Browser(port);
        Browser.Page login = browser.get("/login");
        browser.loseSession();
        Browser.Page again = browser.submit(login, "/login", Map.of("username", "lead", "password", PASSWORD));
        assertThat(again.address()).isEqualTo("/login");
        assertThat(again.text()).contains("もう一度ログイン");
        assertThat(browser.submit(again, "/login", Map.of("username", "lead", "password", PASSWORD))
                        .address())
                .isEqualTo("/");
    }

    @Test
    void neverKeepsAPassword() {
        var browser = signedIn(Cast.LEAD);
        Browser.Page page = browser.get("/deals/new");
        browser.loseSession();
        Browser.Page login =
                browser.submit(page, "/deals/new", Map.of("dealId", "KEPT-1", "newPassword", "s3cret-word"));
        Browser.Page kept = browser.submit(login, "/login", Map.of("username", "lead", "password", PASSWORD));
        assertThat(kept.html().html()).contains("KEPT-1").doesNotContain("s3cret-word");
        assertThat(kept.form("/deals/new").select("input[type=password][name=newPassword]"))
                .hasSize(1);
    }

    @Test
    void returnsToThePageThatWasAskedForAndToNoOtherSite() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        var browser = new Browser(port);
        Browser.Page login = browser.get("/deals/" + id + "/papers");
        assertThat(login.address()).isEqualTo("/login");
        assertThat(browser.submit(login, "/login", Map.of("username", "lead", "password", PASSWORD))
                        .address())
                .isEqualTo("/deals/" + id + "/papers");
    }

    @Test
    void theOpeningFormComesBackAsTypedWithItsErrorsLinkedAndInFocus() {
        var browser = signedIn(Cast.LEAD);
        Browser.Page page = browser.get("/deals/new");
        Browser.Page back = browser.submit(page, "/deals/new", Map.of("dealId", "bad id!", "openerRole", "ISSUER"));
        assertThat(back.status()).isEqualTo(422);
        var form = back.form("/deals/new");
        assertThat(form.select("[name=openerRole] option[selected]").attr("value"))
                .isEqualTo("ISSUER");
        // the firm is the person's own: nobody types it, so nothing of it can be lost
        assertThat(form.select("[name=openerFirm]")).isEmpty();
        assertThat(back.form("/deals/upload")
                        .select("[name=openerRole] option[selected]")
                        .attr("value"))
                .isEqualTo("ISSUER");
        assertErrorsAreLinked(back);
    }

    @Test
    void everyTaskFormListsItsErrorsWithLinksToTheirFields() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        String form = "/deals/" + id + "/tasks/holdKickOff";
        Browser browser = signedIn(Cast.LEAD);
        Browser.Page back =
                browser.submit(browser.get(form), form, Map.of("heldOn", "yesterday", "action", "complete"));
        assertThat(back.status()).isEqualTo(422);
        assertErrorsAreLinked(back);
        assertThat(back.html().select("#heldOn").attr("aria-describedby")).isEqualTo("heldOn-faults");
        assertThat(blockedForm(browser, id).html().select(".findings")).isEmpty();
    }

    private static void assertErrorsAreLinked(Browser.Page page) {
        var summary = page.html().select(".findings[role=alert]");
        assertThat(summary).hasSize(1);
        assertThat(summary.hasAttr("autofocus")).isTrue();
        assertThat(summary.attr("tabindex")).isEqualTo("-1");
        var links = summary.select("a[href^=#]");
        assertThat(links).isNotEmpty();
        for (var link : links) {
            assertThat(page.html().getElementById(link.attr("href").substring(1)))
                    .as(link.outerHtml())
                    .isNotNull();
        }
    }
}
