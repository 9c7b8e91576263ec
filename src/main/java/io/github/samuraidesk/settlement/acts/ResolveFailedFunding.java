package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import java.time.LocalDateTime;
import java.util.List;

/** No funds or no record: whether the managers try again or the deal ends, and who was told. */
public record ResolveFailedFunding(
        Decision decision, @As(LINES) String reason, List<Notice> notices) {

    public enum Decision {
        RETRY,
        TERMINATE
    }

    public record Notice(String party, LocalDateTime at) {}

    public static final Act<ResolveFailedFunding> ACT = Act.of("resolveFailedFunding", ResolveFailedFunding.class)
            .by(Role.LEAD_MANAGER)
            .deed(ResolveFailedFunding::resolve)
            .played(stage -> new ResolveFailedFunding(
                    Decision.RETRY,
                    stage.mark(),
                    List.of(new Notice(stage.deal().terms().issuer().name(), stage.minute()))));

    private Answer resolve(Standing deal, Asked by) {
        return new Answer.Writing()
                .tell(GatewayFact.FUNDING_RETRIED, decision == Decision.RETRY)
                .tell(GatewayFact.CLOSED, false)
                .answer();
    }
}
