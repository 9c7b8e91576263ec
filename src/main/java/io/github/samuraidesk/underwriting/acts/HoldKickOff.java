package io.github.samuraidesk.underwriting.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import java.time.LocalDate;

/** S01: the kick-off meeting; the form with mandate letter and working group list is the whole record. */
public record HoldKickOff(
        LocalDate heldOn,
        @As(FILE) String mandateLetter,
        @As(FILE) String workingGroupList) {

    public static final Act<HoldKickOff> ACT = Act.of("holdKickOff", HoldKickOff.class)
            .doing("S01")
            .by(Role.LEAD_MANAGER, Role.ISSUER)
            .passing(Gate.G1)
            .played(stage -> new HoldKickOff(
                    stage.deal().today(), stage.evidence("mandateLetter"), stage.evidence("workingGroupList")));
}
