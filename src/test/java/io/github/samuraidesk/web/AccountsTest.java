package io.github.samuraidesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.access.Accounts;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.access.SignInAttempts;
import io.github.samuraidesk.audit.HouseTrail;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Accounts as their owners, administrators and strangers meet them, over HTTP. */
class AccountsTest extends DeskTest {

    private static final PersonId ADMIN = new PersonId("accounts-admin");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String OWN = "a password of my own";

    @Autowired
    private Accounts accounts;

    @Autowired
    private People people;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private HouseTrail house;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CalendarFeeds feeds;

    @Autowired
    private SignInAttempts attempts;

    @BeforeEach
    void administratorAndNoFailures() {
        if (people.find(ADMIN.value()).isEmpty()) {
            people.add(
                    new Person(ADMIN.value(), "Administrator", "管理者", passwords.encode(PASSWORD), true, false, false));
        }
        jdbc.sql("DELETE FROM sign_in_failure").update();
    }

    private static String newName() {
        return "person" + NUMBER.incrementAndGet();
    }

    private static Person person(String signIn) {
        return new Person(signIn, "A Person", "ある人", "", false, false, false);
    }

    /** Somebody with an account and a password that nobody else knows. */
    private String settled() {
        String name = newName();
        String secret = accounts.add(person(name), ADMIN);
        accounts.setByLink(secret, OWN, OWN);
        return name;
    }

    private Visitor.Answer rest(String name, String password) {
        return new Visitor(port, name, password).read("/api/openapi");
    }

    private List<String> codes(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return refused.findings().stream().map(Finding::code).toList();
        }
        return List.of();
    }

    private List<String> eventsOf(String about) {
        return house.before(Long.MAX_VALUE, 500).stream()
                .filter(e -> e.person().equals(about) || e.body().contains("\"" + about + "\""))
                .map(SealedEvent::type)
                .toList();
    }

    @Test
    void theAdministratorHandsOverALinkAndNeverKnowsThePassword() {
        String name = newName();
        var admin = new Visitor(port, ADMIN.value(), PASSWORD);
        Visitor.Answer added =
                admin.submit("/people", Map.of("signIn", name, "name", "New One", "nameJa", "新人", "firm", "Nomura"));
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body()).doesNotContain("type=\"password\"");
        Matcher link = Pattern.compile("(/account/link/[0-9a-f]{48})").matcher(added.body());
        assertThat(link.find()).isTrue();
        // shown once
        assertThat(admin.get("/people").body()).doesNotContain("/account/link/");
        assertThat(jdbc.sql("SELECT token_sha256 FROM password_link WHERE sign_in = ?")
                        .param(name)
                        .query(String.class)
                        .list())
                .noneMatch(t -> link.group(1).endsWith(t));

        var nobody = new Visitor(port, "nobody", "nothing");
        Visitor.Answer page = nobody.get(link.group(1));
        assertThat(page.body()).contains(name);
        assertThat(nobody.submitPlain(link.group(1), Map.of("newPassword", "short", "passwordAgain", "other"))
                        .body())
                .contains("12")
                .contains(name);
        assertThat(nobody.submitPlain(link.group(1), Map.of("newPassword", OWN, "passwordAgain", OWN))
                        .status())
                .isEqualTo(302);
        assertThat(rest(name, OWN).status()).isEqualTo(200);
        // used once
        assertThat(nobody.get(link.group(1)).body()).doesNotContain("newPassword");
        assertThatThrownBy(() -> accounts.setByLink(link.group(1).substring(14), OWN + "2", OWN + "2"))
                .isInstanceOf(Refused.class);
        assertThat(eventsOf(name)).contains("personAdded", "passwordLinkMade", "passwordSetByLink", "signedIn");
    }

    @Test
    void aPasswordThatSomebodyElseTypedIsChangedAtTheFirstSignIn() {
        String name = newName();
        accounts.addFirst(person(name), "typed by another");
        var visitor = new Visitor(port, name, "typed by another");
        assertThat(visitor.get("/").status()).isEqualTo(302);
        assertThat(visitor.get("/deals/new").status()).isEqualTo(302);
        Visitor.Answer rest = visitor.read("/api/openapi");
        assertThat(rest.status()).isEqualTo(403);
        assertThat(rest.body()).contains("passwordMustChange");
        Visitor.Answer same = visitor.submit(
                "/account/password",
                Map.of(
                        "currentPassword", "typed by another",
                        "newPassword", "typed by another",
                        "passwordAgain", "typed by another"));
        assertThat(same.status()).isEqualTo(422);
        assertThat(visitor.submit(
                                "/account/password",
                                Map.of(
                                        "currentPassword", "typed by another",
                                        "newPassword", OWN,
                                        "passwordAgain", OWN))
                        .status())
                .isEqualTo(302);
        assertThat(visitor.get("/").status()).isEqualTo(200);
        assertThat(rest(name, OWN).status()).isEqualTo(200);
        assertThat(rest(name, "typed by another").status()).isEqualTo(401);
    }

    @Test
    void otherSessionsEndWhenThePasswordChanges() {
        String name = settled();
        var here = new Visitor(port, name, OWN);
        var elsewhere = new Visitor(port, name, OWN);
        assertThat(here.get("/").status()).isEqualTo(200);
        assertThat(elsewhere.get("/").status()).isEqualTo(200);
        here.submit(
                "/account/password",
                Map.of("currentPassword", OWN, "newPassword", OWN + "!", "passwordAgain", OWN + "!"));
        assertThat(here.get("/").status()).isEqualTo(200);
        assertThat(elsewhere.get("/").status()).isEqualTo(302);
    }

    @Test
    void disablingEndsSessionsRestAndFeedsAtOnce() throws Exception {
        String name = settled();
        DealId id = open("SVN-2024");
        String feed = feeds.renew(id, new PersonId(name));
        var session = new Visitor(port, name, OWN);
        assertThat(session.get("/").status()).isEqualTo(200);
        assertThat(feeds.byToken(feed)).isPresent();
        accounts.disable(name, ADMIN);
        assertThat(session.get("/").status()).isEqualTo(302);
        assertThat(rest(name, OWN).status()).isEqualTo(401);
        assertThat(feeds.byToken(feed)).isEmpty();
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create("http://localhost:" + port + "/feeds/" + feed + ".ics"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
        accounts.enable(name, ADMIN);
        assertThat(rest(name, OWN).status()).isEqualTo(200);
        assertThat(eventsOf(name)).contains("accountDisabled", "accountEnabled");
    }

    @Test
    void nobodyDisablesThemselves() {
        assertThat(codes(() -> accounts.disable(ADMIN.value(), ADMIN))).contains("noSelfDisabling");
    }

    @Test
    void failuresDelayAndThenLockTheAccountEvenForTheRightPassword() {
        String name = settled();
        for (int i = 0; i < 3; i++) {
            assertThat(rest(name, "wrong").status()).isEqualTo(401);
        }
        assertThat(attempts.blockedUntil(name, "")).isEmpty();
        assertThat(rest(name, "wrong").status()).isEqualTo(401);
        assertThat(attempts.blockedUntil(name, "")).isPresent();
        for (int i = 0; i < 10; i++) {
            attempts.failed(name, "192.0.2." + i, "name or password");
        }
        assertThat(rest(name, OWN).status()).isEqualTo(401);
        assertThat(eventsOf(name)).contains("signInRefused", "signInLocked");
        // an administrator's new link ends the wait
        accounts.makeLink(name, ADMIN);
        assertThat(attempts.blockedUntil(name, "")).isEmpty();
        assertThat(rest(name, OWN).status()).isEqualTo(200);
    }

    @Test
    void anAddressThatTriesManyNamesIsShutOut() {
        for (int i = 0; i < 50; i++) {
            attempts.failed("", "198.51.100.7", "name or password");
        }
        assertThat(attempts.blockedUntil("", "198.51.100.7")).isPresent();
        assertThat(attempts.blockedUntil("", "198.51.100.8")).isEmpty();
    }

    @Test
    void aNameThatIsNoAccountIsNotWrittenDown() {
        String typed = "my secret password by mistake";
        rest(typed, "x");
        assertThat(house.before(Long.MAX_VALUE, 50)).noneMatch(e -> e.body().contains(typed));
    }

    @Test
    void longNamesAndPasswordsGetASentence() {
        var admin = new Visitor(port, ADMIN.value(), PASSWORD);
        Visitor.Answer answer = admin.submit(
                "/people", Map.of("signIn", "a".repeat(81), "name", "n".repeat(201), "nameJa", "あ".repeat(201)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("201");
        String secret = accounts.add(person(newName()), ADMIN);
        assertThat(codes(() -> accounts.setByLink(secret, "xy".repeat(37), "xy".repeat(37))))
                .containsExactly("passwordTooLong");
        // 25 characters, 75 bytes
        assertThat(codes(() -> accounts.setByLink(secret, "あ".repeat(24) + "い", "あ".repeat(24) + "い")))
                .containsExactly("passwordTooLong");
        accounts.setByLink(secret, "あい".repeat(12), "あい".repeat(12));
        assertThat(rest("x".repeat(1_500), "y".repeat(1_500)).status()).isEqualTo(401);
        assertThat(rest(Cast.LEAD.person().value(), "y".repeat(1_500)).status()).isEqualTo(401);
    }

    @Test
    void demoAccountsAreShutOutsideTheDemoProfile() {
        String name = settled();
        assertThat(rest(name, OWN).status()).isEqualTo(200);
        accounts.markDemo(name);
        assertThat(rest(name, OWN).status()).isEqualTo(401);
        assertThat(codes(() -> accounts.makeLink(name, ADMIN))).containsExactly("demoAccount");
    }

    @Test
    void theHouseChainShowsWhatWasChanged() {
        settled();
        assertThat(house.check().faults()).isEmpty();
        long seq = house.before(Long.MAX_VALUE, 1).get(0).seq();
        String person = house.before(Long.MAX_VALUE, 1).get(0).person();
        jdbc.sql("UPDATE house_event SET person = 'somebody' WHERE seq = ?")
                .param(seq)
                .update();
        try {
            assertThat(house.check().faults()).anyMatch(f -> f.contains("event " + seq));
            var admin = new Visitor(port, ADMIN.value(), PASSWORD);
            assertThat(admin.get("/people/events?lang=en").body()).contains("event " + seq);
        } finally {
            jdbc.sql("UPDATE house_event SET person = ? WHERE seq = ?")
                    .params(person, seq)
                    .update();
        }
        assertThat(house.check().faults()).isEmpty();
        assertThat(new Visitor(port, Cast.LEAD.person().value(), PASSWORD)
                        .get("/people/events")
                        .status())
                .isEqualTo(403);
    }
}
