package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FieldType;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.underwriting.Mandate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Wherever a firm, tranche, person, paper or passage of the deal is meant, people choose. */
class ChoicesTest extends DeskTest {

    @Autowired
    private JsonMapper json;

    /**
     * Fields that take any text, because nothing on the deal could be chosen: names that the deal does not know yet (an
     * investor, a rating agency, who was told of a postponement, who brings a condition), references and words.
     */
    private static final Set<String> FREE = new TreeSet<>(Set.of(
            "act.",
            "agency",
            "answer",
            "attachmentName",
            "benchmarkSource",
            "blackoutReason",
            "bojNetReference",
            "comment",
            "documentId",
            "edinetCode",
            "evidence",
            "figure",
            "fundsCompany",
            "fundsReference",
            "id",
            "investor",
            "isin",
            "issuerCode",
            "jasdecAccount",
            "means",
            "number",
            "owner",
            "party",
            "place",
            "quoteSource",
            "reason",
            "script",
            "securitiesCode",
            "sizeInWords",
            "text"));

    @Test
    void everyFieldOfTextIsFreeForAReason() {
        var texts = new TreeSet<String>();
        Stream.concat(Stream.of(HumanTask.values()), Stream.of(Entry.values()))
                .flatMap(f -> f.fields().stream())
                .flatMap(f -> f.type() == FieldType.TABLE ? f.columns().stream() : Stream.of(f))
                .filter(f -> f.type() == FieldType.TEXT)
                .map(Field::name)
                .forEach(texts::add);
        assertThat(FREE).containsAll(texts);
        assertThat(texts)
                .doesNotContain(
                        "manager",
                        "tranche",
                        "paper",
                        "slot",
                        "clause",
                        "task",
                        "act",
                        "whoCanAct",
                        "obligation",
                        "receivedBy",
                        "waivedBy",
                        "fiscalAgent",
                        "issuingAgent",
                        "payingAgent");
    }

    private List<Finding> refusal(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return refused.findings();
        }
        return List.of();
    }

    @Test
    void aMandateNamesFirmsInAnySpellingAndEveryLaterFormMeansTheSame() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RECORD_EXISTING_MANDATE);
        FormValues form = script.values(id, HumanTask.RECORD_EXISTING_MANDATE);
        assertThat(refusal(() -> desk.complete(
                        id,
                        HumanTask.RECORD_EXISTING_MANDATE,
                        null,
                        form.withTable("managers", List.of(Map.of("manager", "Mizuo", "position", "lead"))),
                        Cast.ISSUER.person())))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo("unknownFirm");
                    assertThat(f.field()).isEqualTo("managers[0].manager");
                    assertThat(f.args().get(1)).contains("Mizuho（みずほ証券株式会社）");
                });
        desk.complete(
                id,
                HumanTask.RECORD_EXISTING_MANDATE,
                null,
                form.withTable(
                        "managers",
                        List.of(
                                Map.of("manager", "みずほ証券株式会社", "position", "lead"),
                                Map.of("manager", "ＮＯＭＵＲＡ", "position", "co"))),
                Cast.ISSUER.person());
        assertThat(facts.of(id).one(Mandate.FACT).orElseThrow().managers())
                .extracting(m -> m.manager() + " " + m.nameJa())
                .containsExactly("Mizuho みずほ証券株式会社", "Nomura 野村證券株式会社");
        Field checks =
                desk.fields(id, HumanTask.CHECK_CONFLICTS, Cast.LEAD.person()).get(0);
        assertThat(checks.columns().get(0).choices()).containsExactly("Mizuho", "Nomura");
    }

    @Test
    void aTrancheThatIsNoneIsRefusedWithTheTranchesThatAre() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        FormValues guidance = FormValues.of("tranche", "4Y", "lowBp", "1", "highBp", "2", "reason", "x");
        assertThat(refusal(() -> desk.record(id, Entry.GUIDANCE, guidance, Cast.LEAD.person())))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo("unknownTranche");
                    assertThat(f.args()).containsExactly("4Y", "3Y, 5Y, 7Y, 10Y");
                });
        desk.record(id, Entry.GUIDANCE, guidance.with("tranche", "３ｙ"), Cast.LEAD.person());
        assertThat(facts.of(id).current(io.github.samuraidesk.book.Guidance.FACT))
                .extracting(g -> g.tranche())
                .containsExactly("3Y");
    }

    @Test
    void pagesAndRestListTheChoices() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        var lead = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        assertThat(lead.get("/deals/" + id + "/entries/order").body())
                .contains("<option value=\"3Y\"", "<option value=\"BNP Paribas\"")
                .doesNotContain("<option value=\"Nomura\"");
        var choices = new LinkedHashMap<String, List<String>>();
        for (JsonNode field :
                json.readTree(lead.read("/api/deals/" + id + "/forms/order").body())) {
            var values = new ArrayList<String>();
            field.path("choices").forEach(c -> values.add(c.path("value").asString()));
            choices.put(field.path("name").asString(), values);
        }
        assertThat(choices.get("tranche")).containsExactly("3Y", "5Y", "7Y", "10Y");
        assertThat(choices.get("manager")).containsExactly("BNP Paribas");
        assertThat(choices.get("investor")).isEmpty();
        assertThat(new Visitor(port, Cast.AGENT.person().value(), PASSWORD)
                        .read("/api/deals/" + id + "/forms/order")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aMandateOfAnEarlierProgramKeepsItsWordsAndIsMeantByEveryNameOfTheFirm() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        // as an earlier program wrote it: names as they were typed, none of them the register's
        var typed = new Mandate(
                Mandate.Kind.EXISTING,
                List.of(new Mandate.Appointed("BNPパリバ証券株式会社", true, ""), new Mandate.Appointed("野村証券", false, "")),
                "x",
                "");
        transaction.executeWithoutResult(status -> facts.record(id, Mandate.FACT.key(), typed, Cast.LEAD.person()));
        FormValues order = FormValues.of(
                "investor",
                "x",
                "investorClass",
                "LIFE_INSURER",
                "tranche",
                "3Y",
                "manager",
                "BNP Paribas",
                "amountBillionYen",
                "1");
        desk.record(id, Entry.ORDER, order, Cast.LEAD.person());
        assertThat(facts.of(id).current(io.github.samuraidesk.book.Order.FACT))
                .extracting(o -> o.manager())
                .containsExactly("BNPパリバ証券株式会社");
    }

    @Autowired
    private org.springframework.transaction.support.TransactionTemplate transaction;
}
