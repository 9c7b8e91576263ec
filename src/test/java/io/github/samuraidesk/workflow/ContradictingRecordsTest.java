package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** One deal on its way to closing, with answers that contradict what is recorded refused at each step. */
class ContradictingRecordsTest extends DeskTest {

    private void refused(String field, String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .as(field + " " + code)
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings())
                                .extracting(Finding::field, Finding::code)
                                .contains(org.assertj.core.groups.Tuple.tuple(field, code)));
    }

    private void refusedAt(DealId id, HumanTask task, FormValues values, String field, String code) {
        refused(
                field,
                code,
                () -> desk.complete(
                        id, task, null, values, Cast.of(task.roles()).person()));
        assertThat(process.openTask(id, task)).isPresent();
    }

    private static FormValues firstRow(FormValues values, String table, String column, String text) {
        var rows = new ArrayList<Map<String, String>>(values.tables().get(table));
        var row = new LinkedHashMap<>(rows.get(0));
        row.put(column, text);
        rows.set(0, row);
        return values.withTable(table, rows);
    }

    private static FormValues twice(FormValues values, String table) {
        var rows = new ArrayList<Map<String, String>>(values.tables().get(table));
        rows.add(rows.get(0));
        return values.withTable(table, rows);
    }

    @Test
    void refusesWhatContradictsTheRecord() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        refused(
                "filing",
                "alreadyAccepted",
                () -> desk.record(
                        id,
                        Entry.POSTPONE,
                        FormValues.of(
                                        "reason",
                                        "x",
                                        "pricing",
                                        clock.today(id).plusDays(20).toString(),
                                        "payment",
                                        clock.today(id).plusDays(30).toString(),
                                        "filing",
                                        clock.today(id).toString())
                                .withTable(
                                        "notices",
                                        List.of(Map.of("party", "x", "at", "2024-08-20T10:00", "means", "x"))),
                        Cast.LEAD.person()));
        refused(
                "guidanceLowBp",
                "rangeReversed",
                () -> desk.record(
                        id,
                        Entry.CHANGE_TRANCHE,
                        FormValues.of("tranche", "3Y", "guidanceLowBp", "90", "guidanceHighBp", "10", "reason", "x"),
                        Cast.LEAD.person()));
        FormValues sounding = script.values(id, HumanTask.CONDUCT_SOUNDING);
        script.entriesBefore(id, HumanTask.CONDUCT_SOUNDING)
                .forEach(l -> desk.record(id, l.entry(), l.values(), l.by().person()));
        String earlier = clock.today(id).minusDays(2).toString();
        refusedAt(id, HumanTask.CONDUCT_SOUNDING, sounding.with("endedOn", earlier), "endedOn", "dateBefore");

        rehearsal.run(id, t -> t == HumanTask.DELIVER_PROSPECTUS);
        FormValues deliveries = script.values(id, HumanTask.DELIVER_PROSPECTUS);
        refusedAt(
                id,
                HumanTask.DELIVER_PROSPECTUS,
                twice(deliveries, "deliveries"),
                "deliveries[" + deliveries.rows("deliveries").size() + "].investor",
                "duplicate");
        refusedAt(
                id,
                HumanTask.DELIVER_PROSPECTUS,
                firstRow(deliveries, "deliveries", "investor", "だれか"),
                "deliveries[0].investor",
                "notAChoice");

        rehearsal.run(id, t -> t == HumanTask.REGISTER_ISSUE);
        FormValues issues = script.values(id, HumanTask.REGISTER_ISSUE);
        refusedAt(
                id,
                HumanTask.REGISTER_ISSUE,
                twice(issues, "issues"),
                "issues[" + issues.rows("issues").size() + "].tranche",
                "duplicate");

        rehearsal.run(id, t -> t == HumanTask.CONFIRM_CONDITIONS);
        FormValues conditions = script.values(id, HumanTask.CONFIRM_CONDITIONS);
        refusedAt(
                id,
                HumanTask.CONFIRM_CONDITIONS,
                twice(conditions, "conditions"),
                "conditions[" + conditions.rows("conditions").size() + "].id",
                "duplicate");

        rehearsal.run(id, t -> t == HumanTask.CONFIRM_NEW_RECORD);
        FormValues recorded = script.values(id, HumanTask.CONFIRM_NEW_RECORD);
        FormValues failedWithBalances = recorded.with("fundsNotice", "FAILED").with("newRecordNotice", "NOT_RECORDED");
        refusedAt(id, HumanTask.CONFIRM_NEW_RECORD, failedWithBalances, "balances", "contradicts");
        refusedAt(id, HumanTask.CONFIRM_NEW_RECORD, failedWithBalances, "fundsReference", "contradicts");
        refusedAt(
                id,
                HumanTask.CONFIRM_NEW_RECORD,
                twice(recorded, "balances"),
                "balances[" + recorded.rows("balances").size() + "].tranche",
                "duplicate");

        rehearsal.run(id, t -> t == HumanTask.CONFIRM_CLOSING);
        refusedAt(id, HumanTask.CONFIRM_CLOSING, FormValues.of("closedOn", earlier), "closedOn", "dateBefore");
    }
}
