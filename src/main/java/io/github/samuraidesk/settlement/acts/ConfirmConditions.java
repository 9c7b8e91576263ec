package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.DealList.MANAGER;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.form.OnlyIf;
import io.github.samuraidesk.settlement.ConditionPrecedent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions precedent to payment (払込みの前提条件), each met with evidence or waived by a manager. */
public record ConfirmConditions(List<Condition> conditions) {

    public record Condition(
            String id,
            String text,
            String owner,
            ConditionPrecedent.Status status,

            @OnlyIf(
                    field = "status",
                    is = {"MET", "WAIVED"},
                    needed = false)
            Optional<String> evidence,

            @OnlyIf(field = "status", is = "WAIVED") @From(MANAGER)
            Optional<String> waivedBy) {}

    private static final Map<String, String> PRACTICED = new LinkedHashMap<>();

    static {
        PRACTICED.put("発行者の本国弁護士の法律意見書", "issuer's counsel");
        PRACTICED.put("日本法弁護士の法律意見書", "managers' counsel");
        PRACTICED.put("発行者の証明書（表明保証の真実性）", "issuer");
        PRACTICED.put("コンフォート・レター又はこれに代わる書面", "lead manager");
        PRACTICED.put("財務代理契約の締結", "agent");
        PRACTICED.put("届出の効力発生又は発行登録追補書類の提出", "issuer's counsel");
        PRACTICED.put("格付の取得", "issuer");
    }

    public static final Act<ConfirmConditions> ACT = Act.of("confirmConditions", ConfirmConditions.class)
            .by(Role.LEAD_MANAGER)
            .deed(ConfirmConditions::confirm)
            .played(ConfirmConditions::allMet);

    private Answer confirm(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        var listed = new HashSet<String>();
        for (int row = 0; row < conditions.size(); row++) {
            Condition c = conditions.get(row);
            if (!listed.add(c.id())) {
                writing.refuse("conditions[" + row + "].id", "duplicate", c.id());
            }
            var condition = new ConditionPrecedent(
                    c.id(),
                    c.text(),
                    c.owner(),
                    c.status(),
                    c.evidence().orElse(""),
                    c.waivedBy().orElse(""));
            if (!condition.isSettled()) {
                writing.refuse(Finding.rule(
                        "G11",
                        "GK-high",
                        "conditions[" + row + "].status",
                        "LEAD_MANAGER",
                        "conditionOpen",
                        condition.id(),
                        condition.text()));
            }
            writing.record(ConditionPrecedent.FACT.at(condition.id()), condition);
        }
        return writing.answer();
    }

    private static ConfirmConditions allMet(Practice.Stage stage) {
        var conditions = new ArrayList<Condition>();
        PRACTICED.forEach((text, owner) -> conditions.add(new Condition(
                "CP" + (conditions.size() + 1),
                text,
                owner,
                ConditionPrecedent.Status.MET,
                Optional.of(stage.mark()),
                Optional.empty())));
        return new ConfirmConditions(conditions);
    }
}
