package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who names whom, for which firm; what two requests at once cannot do; whose accounts are shown. */
class MembersTest extends DeskTest {

    @Autowired
    private PasswordEncoder passwords;

    private PersonId account(String signIn, String firm) {
        if (people.find(signIn).isEmpty()) {
            people.add(new Person(
                    signIn, "N-" + signIn, "名-" + signIn, passwords.encode(PASSWORD), false, true, false, firm));
        }
        return new PersonId(signIn);
    }

    private Object outcome(Callable<?> act) {
        try {
            act.call();
            return "done";
        } catch (Refused refused) {
            return refused.findings().stream().map(Finding::code).toList();
        } catch (Exception e) {
            return e;
        }
    }

    private List<Object> atOnce(List<Runnable> acts) throws Exception {
        var together = new CyclicBarrier(acts.size());
        var threads = Executors.newFixedThreadPool(acts.size());
        try {
            var outcomes = new ArrayList<Object>();
            for (var future : threads.invokeAll(acts.stream()
                    .map(act -> (Callable<Object>) () -> {
                        together.await(1, TimeUnit.MINUTES);
                        return outcome(Executors.callable(act));
                    })
                    .toList())) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void twoRequestsAtOnceGiveNobodyTwoSides() throws Exception {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        for (int round = 0; round < 10; round++) {
            String house = "House " + round;
            firms.keep(List.of(io.github.samuraidesk.access.Firm.securities(house, "試験証券" + round)));
            PersonId both = account("both-" + round, house);
            atOnce(List.of(
                    () -> desk.join(new Member(id, both, Role.AGENT, ""), Cast.ISSUER.person()),
                    () -> desk.join(new Member(id, both, Role.MANAGERS_COUNSEL, ""), Cast.TREASURER.person())));
            assertThat(people.roles(id, both)).as("round " + round).hasSize(1);
        }
    }

    @Test
    void twoIssuersWhoRemoveEachOtherAtOnceLeaveOneIssuer() throws Exception {
        for (int round = 0; round < 5; round++) {
            DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
            atOnce(List.of(
                    () -> desk.leave(new Member(id, Cast.ISSUER.person(), Role.ISSUER, ""), Cast.TREASURER.person()),
                    () -> desk.leave(new Member(id, Cast.TREASURER.person(), Role.ISSUER, ""), Cast.ISSUER.person())));
            assertThat(people.members(id))
                    .filteredOn(m -> m.role() == Role.ISSUER)
                    .hasSize(1);
        }
    }

    @Test
    void onARealDealTheOpenerSpeaksForTheOwnFirmAndNamesTheIssuerFirst() {
        DealId id = new DealId("REAL-MEMBERS");
        FormValues sheet = sample("SVN-2024").termSheet().with("dealId", id.value());
        assertThatThrownBy(() -> desk.open(
                        sheet,
                        Set.of(),
                        null,
                        Cast.LEAD.person(),
                        List.of(new Member(id, Cast.LEAD.person(), Role.LEAD_MANAGER, "Mizuho"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("notTheirFirm"));
        desk.open(
                sheet,
                Set.of(),
                null,
                Cast.LEAD.person(),
                List.of(new Member(id, Cast.LEAD.person(), Role.LEAD_MANAGER, "")));
        assertThat(people.biddingFirms(id, Cast.LEAD.person())).containsExactly("Nomura");
        assertThat(outcome(Executors.callable(() ->
                        desk.join(new Member(id, account("puppet", "Nomura"), Role.ISSUER, ""), Cast.LEAD.person()))))
                .isEqualTo(List.of("firmOnTwoSides"));
        desk.join(new Member(id, Cast.ISSUER.person(), Role.ISSUER, ""), Cast.LEAD.person());
        assertThat(outcome(Executors.callable(
                        () -> desk.join(new Member(id, Cast.MANAGER.person(), Role.MANAGER, ""), Cast.LEAD.person()))))
                .as("another firm's people are the issuer's to name")
                .isEqualTo(List.of("noRight"));
        desk.join(new Member(id, Cast.HEAD.person(), Role.LEAD_MANAGER, ""), Cast.LEAD.person());
        desk.join(new Member(id, Cast.MANAGER.person(), Role.MANAGER, ""), Cast.ISSUER.person());
        assertThat(people.members(id)).hasSize(4);
    }

    @Test
    void whoMayNotNameIsNotToldWhetherAPersonExists() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        assertThat(outcome(Executors.callable(() -> desk.join(
                        new Member(id, new PersonId("nobody-at-all"), Role.MANAGER, ""), Cast.AGENT.person()))))
                .isEqualTo(List.of("noRight"));
    }

    @Test
    void aMemberSeesOnlyPeopleOfFirmsOnTheDeal() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        account("nikko-person", "SMBC Nikko");
        account("second-counsel", "Demo Issuer's Counsel");
        for (Cast reader : List.of(Cast.ISSUER, Cast.LEAD, Cast.AUDITOR)) {
            assertThat(visitor(reader).get("/deals/" + id + "/members").body())
                    .as("for " + reader)
                    .doesNotContain("nikko-person");
        }
        assertThat(visitor(Cast.ISSUER).get("/deals/" + id + "/members").body()).contains("second-counsel");
        Visitor.Answer named = visitor(Cast.ISSUER)
                .submit("/deals/" + id + "/members", Map.of("signIn", "nikko-person", "role", "MANAGER"));
        assertThat(named.status()).isIn(200, 302);
        assertThat(people.biddingFirms(id, new PersonId("nikko-person"))).containsExactly("SMBC Nikko");
    }

    @Test
    void membershipsOfEarlierProgramsAreReadAsTheFirmsThatTheyMean() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        namedByAnEarlierProgram(id, "manager", Role.MANAGER, "野村証券");
        assertThat(people.biddingFirms(id, Cast.MANAGER.person())).containsExactly("Nomura");
        namedByAnEarlierProgram(id, "manager", Role.MANAGER, "Old House");
        assertThat(people.biddingFirms(id, Cast.MANAGER.person())).containsExactly("Old House");
    }

    private Visitor visitor(Cast person) {
        return new Visitor(port, person.person().value(), PASSWORD);
    }

    @Test
    void aTermSheetNamesItsManagersInAnySpellingOrIsToldTheNearNames() {
        FormValues sheet = sample("SVN-2024").termSheet().with("dealId", "REAL-FIRMS");
        var rows = List.of(
                Map.of("name", "ＮＯＭＵＲＡ", "nameJa", "野村証券㈱", "position", "lead"),
                Map.of("name", "Mizuo", "nameJa", "みずほ証券", "position", "co"));
        assertThat(desk.check(sheet.withTable("managers", rows)))
                .filteredOn(f -> f.code().equals("unknownFirm"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.field()).isEqualTo("managers[1].name");
                    assertThat(f.args().get(1)).contains("Mizuho");
                });
        desk.open(
                sheet.withTable("managers", rows.subList(0, 1)),
                Set.of(),
                null,
                Cast.LEAD.person(),
                List.of(new Member(new DealId("REAL-FIRMS"), Cast.LEAD.person(), Role.LEAD_MANAGER, "")));
        assertThat(deals.termSheet(new DealId("REAL-FIRMS")).managers())
                .extracting(m -> m.name() + " " + m.nameJa())
                .containsExactly("Nomura 野村證券株式会社");
    }

    @Test
    void aPersonCannotBeCalledAsTheProgramIs() {
        for (String signIn : List.of("samurai-desk", "SAMURAI-DESK", "samurai_desk")) {
            assertThatThrownBy(() -> people.add(new Person(signIn, "x", "x", "x", false, false, false, null)))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void administratorsKeepTheFirmsAndGiveEveryAccountOne() {
        if (people.find("keeper").isEmpty()) {
            people.add(new Person("keeper", "K", "管", passwords.encode(PASSWORD), true, false, false));
        }
        var keeper = new Visitor(port, "keeper", PASSWORD);
        assertThat(keeper.submit(
                                "/people",
                                "/people/firms",
                                Map.of("name", "Nordic Bank", "nameJa", "ノルディック証券株式会社", "kind", "SECURITIES"),
                                "",
                                "",
                                new byte[0])
                        .status())
                .isIn(200, 302);
        assertThat(keeper.submit(
                                "/people",
                                "/people/firms/alias",
                                Map.of("firm", "Nordic Bank", "alias", "北欧証券"),
                                "",
                                "",
                                new byte[0])
                        .status())
                .isIn(200, 302);
        assertThat(firms.list().canonical("北欧証券㈱")).isEqualTo("Nordic Bank");
        assertThat(keeper.get("/people").body()).contains("Nordic Bank", "北欧証券");
        var account = Map.of("name", "N", "nameJa", "名", "password", "a-long-password");
        for (var refused : List.of(Map.of("signIn", "samurai-desk", "firm", "Nomura"), Map.of("signIn", "nordic"))) {
            var form = new java.util.HashMap<String, String>(account);
            form.putAll(refused);
            assertThat(keeper.submit("/people", form).status())
                    .as(refused.toString())
                    .isEqualTo(422);
        }
        var form = new java.util.HashMap<String, String>(account);
        form.putAll(Map.of("signIn", "nordic", "firm", "北欧証券"));
        assertThat(keeper.submit("/people", form).status()).isIn(200, 302);
        assertThat(people.find("nordic").orElseThrow().firm()).isEqualTo("Nordic Bank");
        assertThat(keeper.get("/deals/new").status()).isEqualTo(200);
    }

    @Test
    void oneSpellingNamesOneFirmAndAFirmOnceEnteredStays() {
        assertThatThrownBy(() -> firms.addAlias("Nomura", "みずほ証券", Cast.LEAD.person()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> firms.add(
                        io.github.samuraidesk.access.Firm.securities("NOMURA Co., Ltd.", "野村ホールディングス株式会社"),
                        Cast.LEAD.person()))
                .isInstanceOf(Refused.class);
        assertThat(people.enterFirm(Cast.LEAD.person().value(), "Mizuho")).isFalse();
        assertThat(people.find(Cast.LEAD.person().value()).orElseThrow().firm()).isEqualTo("Nomura");
    }
}
