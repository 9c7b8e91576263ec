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
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.underwriting.Bid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Every way in which somebody might read or replace another firm's bid before the opening. In SVN-2024 lead plays BNP Paribas, manager Nomura. */
class SealedBidsTest extends DeskTest {

    private static final PersonId STRANGER = new PersonId("stranger");
    private static final PersonId COLLEAGUE = new PersonId("colleague");
    private static final String SECRET = "SECRET";

    @Autowired
    private PasswordEncoder passwords;

    @BeforeEach
    void peopleOfTwoBanks() {
        for (var person : Map.of(STRANGER, "SMBC Nikko", COLLEAGUE, "Nomura").entrySet()) {
            if (people.find(person.getKey().value()).isEmpty()) {
                people.add(new Person(
                        person.getKey().value(),
                        "Person",
                        "人",
                        passwords.encode(PASSWORD),
                        false,
                        false,
                        false,
                        person.getValue()));
            }
        }
    }

    private DealId asked() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHOOSE_SELECTION);
        desk.complete(id, HumanTask.CHOOSE_SELECTION, null, FormValues.of("selection", "RFP"), Cast.ISSUER.person());
        complete(id, HumanTask.ISSUE_RFP);
        return id;
    }

    private static FormValues bid(String manager, String ideas) {
        return FormValues.of(
                "manager",
                manager,
                "feePer100",
                "0.3",
                "expensesCapYen",
                "1",
                "ideas",
                ideas,
                "conflictStatement",
                "x",
                "team",
                "x");
    }

    private List<String> refusal(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return refused.findings().stream().map(Finding::code).toList();
        }
        return List.of();
    }

    private Visitor visitor(PersonId person) {
        return new Visitor(port, person.value(), PASSWORD);
    }

    @Test
    void noBidderNamesAnybodyWhileBidsAreSealed() {
        DealId id = asked();
        assertThat(refusal(() -> desk.join(new Member(id, STRANGER, Role.MANAGER, "Nomura"), Cast.LEAD.person())))
                .as("a stranger for another bank's firm")
                .containsExactly("noRight");
        assertThat(refusal(() -> desk.join(new Member(id, COLLEAGUE, Role.MANAGER, ""), Cast.MANAGER.person())))
                .as("not even a colleague")
                .containsExactly("noNamingWhileBidding");
        assertThat(refusal(() -> desk.join(new Member(id, COLLEAGUE, Role.AGENT, ""), Cast.LEAD.person())))
                .containsExactly("noRight");
    }

    @Test
    void nobodySpeaksForAFirmThatIsNotTheirOwnWhoeverNamesThem() {
        DealId id = asked();
        assertThat(refusal(() -> desk.join(new Member(id, STRANGER, Role.MANAGER, "Nomura"), Cast.ISSUER.person())))
                .containsExactly("notTheirFirm");
        assertThat(refusal(() -> desk.join(new Member(id, STRANGER, Role.MANAGER, "野村證券"), Cast.ISSUER.person())))
                .containsExactly("notTheirFirm");
        desk.join(new Member(id, STRANGER, Role.MANAGER, ""), Cast.ISSUER.person());
        assertThat(people.biddingFirms(id, STRANGER)).containsExactly("SMBC Nikko");
    }

    @Test
    void aBidIsReplacedByItsAuthorsFirmOnlyAndEveryVersionIsKept() {
        DealId id = asked();
        desk.record(id, Entry.BID, bid("Nomura", SECRET + "-1"), Cast.MANAGER.person());
        for (String spelling : List.of("Nomura", "野村證券株式会社", "ＮＯＭＵＲＡ")) {
            assertThat(refusal(() -> desk.record(id, Entry.BID, bid(spelling, "stolen"), Cast.LEAD.person())))
                    .as(spelling)
                    .isNotEmpty();
        }
        desk.record(id, Entry.BID, bid("野村證券", SECRET + "-2"), Cast.MANAGER.person());
        assertThat(facts.of(id).current(Bid.FACT)).hasSize(1);
        assertThat(facts.of(id).history(Bid.FACT.at("Nomura")))
                .extracting(s -> s.value().ideas())
                .containsExactly(SECRET + "-1", SECRET + "-2");
        assertThat(visitor(Cast.MANAGER.person()).get("/deals/" + id + "/bids").body())
                .contains("<td>1</td>", "<td>2</td>");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cast.class,
            names = {"MANAGER"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothingOfABidIsShownToOthersBeforeTheOpening(Cast other) {
        DealId id = asked();
        String document = desk.upload(
                id, "application/octet-stream", SECRET + ".bin", (SECRET + id).getBytes(), Cast.MANAGER.person());
        desk.record(id, Entry.BID, bid("Nomura", SECRET).with("document", document), Cast.MANAGER.person());
        // the first version's document stays sealed after a second one
        desk.record(id, Entry.BID, bid("Nomura", SECRET + "-2"), Cast.MANAGER.person());
        String unused =
                desk.upload(id, "text/plain", SECRET + ".txt", (SECRET + "u" + id).getBytes(), Cast.MANAGER.person());
        refusal(() -> desk.record(id, Entry.BID, bid("Nomura", SECRET).with("feePer100", "77"), Cast.MANAGER.person()));
        Visitor visitor = visitor(other.person());
        for (String page : List.of(
                "",
                "/bids",
                "/history",
                "/members",
                "/papers",
                "/book",
                "/entries/bid",
                "/tasks/openBids",
                "/tasks/scoreBids",
                "/calendar")) {
            assertThat(visitor.get("/deals/" + id + page).body())
                    .as(page + " for " + other)
                    .doesNotContain(SECRET);
        }
        for (String rest : List.of("", "/gates", "/script/openBids", "/script/scoreBids/values")) {
            assertThat(visitor.read("/api/deals/" + id + rest).body())
                    .as(rest + " for " + other)
                    .doesNotContain(SECRET);
        }
        assertThat(visitor.get("/").body()).doesNotContain(SECRET);
        assertThat(visitor.get("/deals/" + id + "/files/" + document).status()).isEqualTo(404);
        assertThat(visitor.get("/deals/" + id + "/files/" + unused).status()).isEqualTo(404);
        assertThat(visitor.submit(
                                "/deals/" + id + "/history",
                                "/deals/" + id + "/evidence",
                                Map.of(),
                                "",
                                "",
                                new byte[0])
                        .status())
                .as("no pack before the opening")
                .isIn(403, 422);
    }

    @Test
    void theOwnFirmReadsItsBidAndWhoeverWasTakenOffTheDealStaysABidderOfThen() {
        DealId id = asked();
        String document =
                desk.upload(id, "text/plain", SECRET + ".txt", (SECRET + id).getBytes(), Cast.MANAGER.person());
        desk.record(id, Entry.BID, bid("Nomura", SECRET).with("document", document), Cast.MANAGER.person());
        desk.join(new Member(id, COLLEAGUE, Role.MANAGER, ""), Cast.ISSUER.person());
        desk.leave(new Member(id, Cast.MANAGER.person(), Role.MANAGER, ""), Cast.ISSUER.person());
        assertThat(visitor(COLLEAGUE).get("/deals/" + id + "/bids").body()).contains(SECRET);
        assertThat(visitor(COLLEAGUE).get("/deals/" + id + "/files/" + document).status())
                .isEqualTo(200);
        assertThat(visitor(Cast.ISSUER.person())
                        .get("/deals/" + id + "/history")
                        .body())
                .as("taking the bidder's person off the deal opens nothing")
                .doesNotContain(SECRET);
        assertThat(visitor(Cast.ISSUER.person())
                        .get("/deals/" + id + "/files/" + document)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPublicFileIsNotHiddenByNamingItInABid() {
        DealId id = asked();
        byte[] terms = ("public " + id).getBytes();
        desk.upload(id, "text/plain", "terms.txt", terms, Cast.ISSUER.person());
        desk.record(id, Entry.BID, bid("Nomura", "x").with("document", Sha256.of(terms)), Cast.MANAGER.person());
        assertThat(visitor(Cast.LEAD.person())
                        .get("/deals/" + id + "/files/" + Sha256.of(terms))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anOrderIsEnteredAndReplacedByItsOwnFirmOnly() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        FormValues order = FormValues.of(
                "investor",
                SECRET,
                "investorClass",
                "LIFE_INSURER",
                "tranche",
                "3Y",
                "manager",
                "Nomura",
                "amountBillionYen",
                "1");
        assertThatThrownBy(() -> desk.record(id, Entry.ORDER, order, Cast.LEAD.person()))
                .isInstanceOf(Refused.class);
        desk.record(id, Entry.ORDER, order, Cast.MANAGER.person());
        desk.record(
                id,
                Entry.ORDER,
                order.with("manager", "BNP Paribas").with("investor", "HIDDEN-FROM-MANAGERS"),
                Cast.LEAD.person());
        assertThat(visitor(Cast.LEAD.person()).get("/deals/" + id + "/book").body())
                .as("who leads the book sees it whole")
                .contains(SECRET, "HIDDEN-FROM-MANAGERS");
        for (String page : List.of("/book", "/history")) {
            assertThat(visitor(Cast.MANAGER.person()).get("/deals/" + id + page).body())
                    .as(page)
                    .contains(SECRET)
                    .doesNotContain("HIDDEN-FROM-MANAGERS");
        }
    }
}
