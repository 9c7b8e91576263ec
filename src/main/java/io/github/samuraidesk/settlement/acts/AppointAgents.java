package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.DealList.AGENT_FIRM;
import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import java.util.Optional;

/** J01: the issuer appoints its fiscal agent and its issuing and paying agents (財務代理人・発行代理人・支払代理人). */
public record AppointAgents(
        @From(AGENT_FIRM) String fiscalAgent,
        @From(AGENT_FIRM) String issuingAgent,
        @From(AGENT_FIRM) String payingAgent,
        @As(FILE) String evidence) {

    public static final Act<AppointAgents> ACT = Act.of("appointAgents", AppointAgents.class)
            .doing("J01")
            .by(Role.ISSUER)
            .played(AppointAgents::asPlanned);

    private static AppointAgents asPlanned(Practice.Stage stage) {
        TermSheet.Agents planned = stage.deal().terms().agents();
        String other = stage.firm(Role.AGENT);
        return new AppointAgents(
                Optional.ofNullable(planned.fiscal()).orElse(other),
                Optional.ofNullable(planned.issuing()).orElse(other),
                Optional.ofNullable(planned.paying()).orElse(other),
                stage.evidence("evidence"));
    }
}
