package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.access.Accounts;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Ways round the rules that people with an account might try: other roles, other forms, other people's files. */
class CheatsTest extends DeskTest {

    private static final String NOT_STORED = "0".repeat(64);
    private static final PersonId ADMIN = new PersonId("cheats-admin");

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Accounts accounts;

    private Visitor visitor(PersonId person) {
        return new Visitor(port, person.value(), PASSWORD);
    }

    private Visitor visitor(Cast by) {
        return visitor(by.person());
    }

    private PersonId account(String signIn, boolean administrator, String firm) {
        if (people.find(signIn).isEmpty()) {
            people.add(new Person(
                    signIn,
                    "N-" + signIn,
                    "名-" + signIn,
                    passwords.encode(PASSWORD),
                    administrator,
                    true,
                    false,
                    firm));
        }
        return new PersonId(signIn);
    }

    private static List<String> refusal(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return refused.findings().stream()
                    .map(f -> f.field() + " " + f.code())
                    .toList();
        }
        return List.of();
    }

    private static List<String> codes(Runnable act) {
        return refusal(act).stream().map(f -> f.split(" ")[1]).toList();
    }

    private DealId asked() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHOOSE_SELECTION);
        desk.complete(id, HumanTask.CHOOSE_SELECTION, null, FormValues.of("selection", "RFP"), Cast.ISSUER.person());
        complete(id, HumanTask.ISSUE_RFP);
        return id;
    }

    private void join(DealId id, PersonId person, Role role, Cast by) {
        desk.join(new Member(id, person, role, ""), by.person());
    }

    // administrators and disabled accounts

    @Test
    void refusesToNameAnAdministrator() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        PersonId admin = account(ADMIN.value(), true, null);
        assertThat(refusal(() -> join(id, admin, Role.AUDITOR, Cast.ISSUER)))
                .containsExactly("person administratorOnNoDeal");
        FormValues sheet = sample("SVN-2024").termSheet().with("dealId", "ADMIN-OPENS");
        assertThat(codes(() -> desk.open(
                        sheet,
                        Set.of(),
                        null,
                        admin,
                        List.of(new Member(new DealId("ADMIN-OPENS"), admin, Role.ISSUERS_COUNSEL, "")))))
                .contains("administratorOnNoDeal");
    }

    @Test
    void anAdministratorWhomAnEarlierProgramNamedReadsAndNamesNothing() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        PersonId admin = account(ADMIN.value(), true, null);
        namedByAnEarlierProgram(id, admin.value(), Role.ISSUER, "Demo Issuer");
        assertThat(people.roles(id, admin)).isEmpty();
        assertThat(people.memberships(admin)).isEmpty();
        assertThat(visitor(admin).get("/deals/" + id).status()).isEqualTo(404);
        assertThat(visitor(admin).read("/api/deals/" + id).status()).isEqualTo(404);
        assertThat(desk.rolesToGive(id, admin)).isEmpty();
        assertThat(visitor(Cast.ISSUER).get("/deals/" + id + "/members").body())
                .as("whoever may take the administrator off sees that there is one")
                .contains(admin.value());
    }

    @Test
    void refusesADisabledAccountAndDoesNotOfferIt() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        PersonId gone = account("cheats-gone", false, "Demo Issuer");
        String option = "<option value=\"" + gone + "\"";
        assertThat(visitor(Cast.ISSUER).get("/deals/" + id + "/members").body()).contains(option);
        accounts.disable(gone.value(), ADMIN);
        assertThat(refusal(() -> join(id, gone, Role.ISSUER, Cast.TREASURER))).containsExactly("person personDisabled");
        assertThat(visitor(Cast.ISSUER).get("/deals/" + id + "/members").body()).doesNotContain(option);
    }

    @Test
    void nobodyNamedIsAMissingPersonAndNoMissingRight() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        for (Cast by : List.of(Cast.ISSUER, Cast.LEAD)) {
            assertThat(refusal(() -> join(id, new PersonId(" "), Role.LEAD_MANAGER, by)))
                    .as(by.name())
                    .containsExactly("person required");
        }
    }

    // files

    @Test
    void aSealedBidsFileIsReadThroughNoOtherForm() {
        DealId id = asked();
        String secret = desk.upload(id, "text/plain", "bid.html", ("SECRET " + id).getBytes(), Cast.MANAGER.person());
        var quotes = FormValues.of(
                "quoteKind", "TONA_OIS", "quoteDate", "2024-05-09", "quoteSide", "MID", "quoteSource", "x");
        Visitor.Answer read = visitor(Cast.LEAD)
                .post("/api/deals/" + id + "/entries/quotes", "{\"values\":{\"quoteFile\":\"" + secret + "\"}}");
        assertThat(read.status()).isEqualTo(422);
        assertThat(read.body()).contains("fileUnknown").doesNotContain("SECRET");
        assertThat(refusal(() -> desk.record(id, Entry.QUOTES, quotes.with("quoteFile", secret), Cast.LEAD.person())))
                .contains("quoteFile fileUnknown");
        FormValues attachment = FormValues.of("stage", "STATEMENT", "document", secret);
        assertThat(refusal(() -> desk.record(id, Entry.ATTACHMENT, attachment, Cast.COUNSEL.person())))
                .contains("document fileUnknown");
        assertThat(refusal(() -> desk.record(
                        id,
                        Entry.BID,
                        FormValues.of("manager", "BNP Paribas", "document", secret),
                        Cast.LEAD.person())))
                .as("not in another firm's bid either")
                .contains("document fileUnknown");
        assertThat(refusal(() -> desk.record(
                        id, Entry.BID, FormValues.of("manager", "Nomura", "document", secret), Cast.MANAGER.person())))
                .as("its own firm names it")
                .isNotEmpty()
                .doesNotContain("document fileUnknown");
    }

    @Test
    void everyFileFieldRefusesAHashThatIsNotStored() {
        DealId id = asked();
        for (Entry entry : Entry.values()) {
            entry.fields().stream()
                    .filter(f -> f.type() == io.github.samuraidesk.form.FieldType.FILE)
                    .forEach(f -> {
                        Cast by = Cast.of(entry.roles());
                        String body = "{\"values\":{\"" + f.name() + "\":\"" + NOT_STORED + "\"}}";
                        Visitor.Answer answer = visitor(by).post("/api/deals/" + id + "/entries/" + entry.id(), body);
                        assertThat(answer.status()).as(entry + " " + f.name()).isEqualTo(422);
                        assertThat(answer.body()).as(entry + " " + f.name()).contains("fileUnknown");
                    });
        }
        FormValues bid = FormValues.of(
                "manager", "Nomura", "feePer100", "0.3", "expensesCapYen", "1", "ideas", "x", "conflictStatement", "x");
        assertThat(refusal(() -> desk.record(
                        id, Entry.BID, bid.with("team", "x").with("document", NOT_STORED), Cast.MANAGER.person())))
                .containsExactly("document fileUnknown");
    }

    // one person, one firm, one side

    @ParameterizedTest
    @ValueSource(strings = {"AUDITOR", "ISSUERS_COUNSEL", "ISSUER"})
    void whoeverBidBeforeDoesNotComeBackOnAnotherSide(String role) {
        DealId id = asked();
        PersonId bidder = account("cheats-bidder", false, "SMBC Nikko");
        PersonId colleague = account("cheats-colleague", false, "SMBC Nikko");
        join(id, bidder, Role.MANAGER, Cast.ISSUER);
        desk.leave(new Member(id, bidder, Role.MANAGER, ""), Cast.ISSUER.person());
        assertThat(codes(() -> join(id, bidder, Role.valueOf(role), Cast.ISSUER)))
                .containsExactly("roleHeldBefore");
        assertThat(codes(() -> join(id, colleague, Role.valueOf(role), Cast.ISSUER)))
                .as("nor does a colleague")
                .containsExactly("firmHeldBefore");
        join(id, bidder, Role.MANAGER, Cast.ISSUER);
        assertThat(people.roles(id, bidder)).containsExactly(Role.MANAGER);
    }

    @Test
    void oneFirmIsOnOneSide() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        PersonId counsel = account("cheats-counsel", false, "Demo Issuer's Counsel");
        for (Role role : List.of(Role.MANAGERS_COUNSEL, Role.AUDITOR, Role.AGENT, Role.MANAGER)) {
            assertThat(codes(() -> join(id, counsel, role, Cast.ISSUER)))
                    .as(role.name())
                    .containsExactly("firmOnTwoSides");
        }
        join(id, counsel, Role.ISSUERS_COUNSEL, Cast.ISSUER);
    }

    // passwords

    @ParameterizedTest
    @ValueSource(
            strings = {
                "            ", "\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000",
                "aaaaaaaaaaaa", "a a a a a a a"
            })
    void refusesAPasswordOfBlanksOrOfOneCharacter(String password) {
        assertThat(refusal(() -> accounts.setByLink(linkOfSomebodyNew(), password, password)))
                .containsExactly("newPassword passwordTooSimple");
    }

    @Test
    void refusesTheDemosPrintedPasswordOutsideTheDemo() {
        assertThat(refusal(() -> accounts.setByLink(linkOfSomebodyNew(), "samurai-demo", "samurai-demo")))
                .containsExactly("newPassword passwordIsDemo");
    }

    private String linkOfSomebodyNew() {
        String signIn = "cheats" + System.identityHashCode(new Object());
        return accounts.add(new Person(signIn, "A Person", "ある人", "", false, false, false), ADMIN);
    }

    // what is not there, and names of files

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"values\":{\"task\":null}}",
                "{\"tables\":{\"x\":null}}",
                "{\"tables\":{\"x\":[null]}}",
                "{\"tables\":{\"x\":[{\"y\":null}]}}"
            })
    void refusesNothingWhereAValueBelongs(String body) {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        for (String path : List.of("/tasks/holdKickOff", "/entries/quotes")) {
            Visitor.Answer answer = visitor(Cast.LEAD).post("/api/deals/" + id + path, body);
            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.body()).as(path).contains("nullValue");
        }
    }

    @Test
    void refusesNothingWhereAValueOfATrancheBelongs() {
        for (String body : List.of("{}", "{\"values\":{\"coupon\":null}}")) {
            assertThat(visitor(Cast.LEAD).post("/api/price/tranche", body).status())
                    .as(body)
                    .isEqualTo(422);
        }
    }

    @Test
    void refusesFileNamesThatAreTooLongUnseenOrPaths() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        for (var name : Map.of(
                        "a".repeat(301) + ".pdf",
                        "tooLong",
                        "invoice\u202Efdp.exe",
                        "controlCharacter",
                        "two\nlines.txt",
                        "controlCharacter",
                        "nul\u0000.txt",
                        "controlCharacter",
                        "../../etc/passwd",
                        "fileNameHasPath",
                        "C:\\x.txt",
                        "fileNameHasPath",
                        " ",
                        "required")
                .entrySet()) {
            Visitor.Answer answer = visitor(Cast.LEAD)
                    .post(
                            "/api/deals/" + id + "/files?name="
                                    + URLEncoder.encode(name.getKey(), StandardCharsets.UTF_8),
                            "bytes");
            assertThat(answer.status()).as(name.getKey()).isEqualTo(422);
            assertThat(answer.body()).as(name.getKey()).contains(name.getValue());
        }
        assertThat(visitor(Cast.LEAD)
                        .post(
                                "/api/deals/" + id + "/files?name="
                                        + URLEncoder.encode("有価証券届出書 (1).txt", StandardCharsets.UTF_8),
                                "bytes")
                        .status())
                .isEqualTo(200);
    }
}
