package io.github.samuraidesk.workflow;

import java.util.Arrays;

/**
 * What the program itself does in a process; the id is the activity of the BPMN service task, and its topic where the
 * step is long work, its delegate expression where it is not.
 */
public enum Step {
    DECIDE_ROUTE("decideRoute", false),
    PREPARE_MANDATE_LETTER("prepareMandateLetter", true),
    GENERATE_PAPERS("generatePapers", true),
    PREPARE_CONTRACT_PAPERS("prepareContractPapers", true),
    PREPARE_CLOSING_PAPERS("prepareClosingPapers", true),
    RECORD_FAILED_FUNDING("recordFailedFunding", false),
    CLOSE_DEAL("closeDeal", true),
    STATE_REFUSAL("stateRefusal", false);

    private final String id;
    private final boolean isLong;

    Step(String id, boolean isLong) {
        this.id = id;
        this.isLong = isLong;
    }

    /** Whether the step sets papers in type: an external task of the engine. */
    public boolean isLong() {
        return isLong;
    }

    public String id() {
        return id;
    }

    public static Step byId(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst().orElseThrow();
    }
}
