package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.form.Fault;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FieldType;
import io.github.samuraidesk.form.FormCheck;
import io.github.samuraidesk.form.FormValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that contradict each other are refused; what another answer rules out is not asked. */
class ContradictionTest {

    private static final String FILE = "0".repeat(64);
    private static final FormCheck CHECK = new FormCheck(text -> true);

    private static List<Fault> faults(HumanTask task, FormValues values) {
        return CHECK.check(task.fields(), values);
    }

    @Test
    void failedFundsHaveNeitherReferenceNorBalances() {
        FormValues failed = FormValues.of("fundsNotice", "FAILED", "newRecordNotice", "NOT_RECORDED", "evidence", FILE);
        assertThat(faults(HumanTask.CONFIRM_NEW_RECORD, failed)).isEmpty();
        assertThat(faults(
                        HumanTask.CONFIRM_NEW_RECORD,
                        failed.with("fundsReference", "BOJ1")
                                .withTable("balances", List.of(Map.of("tranche", "3Y", "recordedBillionYen", "1")))))
                .extracting(Fault::field, Fault::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("fundsReference", "contradicts"),
                        org.assertj.core.groups.Tuple.tuple("balances", "contradicts"));
    }

    @Test
    void aRecordNeedsItsReferenceAndBalances() {
        assertThat(faults(
                        HumanTask.CONFIRM_NEW_RECORD,
                        FormValues.of("fundsNotice", "RECEIVED", "newRecordNotice", "RECORDED", "evidence", FILE)))
                .extracting(Fault::field, Fault::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("fundsReference", "required"),
                        org.assertj.core.groups.Tuple.tuple("balances", "required"));
    }

    /** Task, answer that rules out, field that it rules out, answer that asks for it. */
    @ParameterizedTest
    @CsvSource({
        "CONFIRM_ROUTE, route=SRS_FULL, shelfState=NEW_SHELF, route=SHELF_TAKEDOWN",
        "HOLD_ROADSHOW, outcome=NOT_HELD, noReferenceToTheBond=yes, outcome=HELD",
        "HOLD_ROADSHOW, outcome=HELD, reason=x, outcome=NOT_HELD",
        "CHECK_SHELF_AMENDMENT, newReport=NONE, amendmentFiled=2024-01-04, newReport=ANNUAL",
        "REVIEW_PAPERS, verdict=PASS, findings=x, verdict=REJECT",
        "REVIEW_PAPERS, verdict=REJECT, headingsConfirmed=yes, verdict=PASS",
        "CLEAR_PRE_FILING_REVIEW, outcome=CLEARED, reason=x, outcome=BACK_TO_DRAFTING",
        "CLEAR_PRE_FILING_REVIEW, outcome=BACK_TO_DRAFTING, clearedOn=2024-01-04, outcome=CLEARED",
        "FILE_STATEMENT, outcome=BACK_TO_DRAFTING, documentId=S1000000, outcome=FILED",
        "RECORD_EXISTING_SHELF, effectiveness=NOT_YET, effectiveOn=2024-01-04, effectiveness=EFFECTIVE",
        "CHECK_ISSUER_CODE, hasIssuerCode=no, issuerCode=12345, hasIssuerCode=yes",
        "CONFIRM_NEW_RECORD, fundsNotice=FAILED, fundsReference=x, fundsNotice=RECEIVED"
    })
    void anAnswerRulesOutAnother(HumanTask task, String ruling, String ruled, String asking) {
        String[] said = ruled.split("=");
        assertThat(codes(task, ruling, said)).contains("contradicts");
        assertThat(codes(task, asking, said)).doesNotContain("contradicts");
    }

    private static List<String> codes(HumanTask task, String answer, String[] said) {
        String[] other = answer.split("=");
        return faults(task, FormValues.of(other[0], other[1], said[0], said[1])).stream()
                .filter(f -> f.field().equals(said[0]))
                .map(Fault::code)
                .toList();
    }

    @Test
    void oldAnswersWithoutAnOutcomeStillFile() {
        FormValues old = FormValues.of(
                "acceptedAt", "2024-08-13T10:00", "documentId", "S1000000", "sentSha256", FILE, "evidence", FILE);
        assertThat(faults(HumanTask.FILE_STATEMENT, old)).isEmpty();
        assertThat(HumanTask.FILE_STATEMENT.sendsBack(old)).isFalse();
        assertThat(HumanTask.FILE_STATEMENT.gates(old)).contains(Gate.G4);
    }

    @Test
    void rowsContradictThemselvesToo() {
        var waivedByNobody = Map.of("id", "CP1", "text", "x", "owner", "x", "status", "WAIVED");
        var metAndWaived = Map.of(
                "id", "CP2", "text", "x", "owner", "x", "status", "MET", "evidence", "x", "waivedBy", "somebody");
        assertThat(faults(
                        HumanTask.CONFIRM_CONDITIONS,
                        FormValues.empty().withTable("conditions", List.of(waivedByNobody, metAndWaived))))
                .extracting(Fault::field, Fault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("conditions[0].waivedBy", "required"),
                        org.assertj.core.groups.Tuple.tuple("conditions[1].waivedBy", "contradicts"));
    }

    static Stream<Field> conditional() {
        var all = new ArrayList<Field>();
        for (HumanTask task : HumanTask.values()) {
            task.fields().stream().filter(f -> f.asked() != null).forEach(f -> {
                assertThat(task.fields())
                        .as(task + " " + f.name() + " hangs on a choice of its form")
                        .anyMatch(other -> other.name().equals(f.asked().field())
                                && (other.type() == FieldType.YES_NO
                                        || other.choices()
                                                .containsAll(f.asked().values().stream()
                                                        .filter(v -> !v.isEmpty())
                                                        .toList())));
                all.add(f);
            });
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("conditional")
    void everyConditionNamesAnswersThatExist(Field field) {
        assertThat(field.asked()).isNotNull();
    }
}
