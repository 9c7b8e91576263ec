package io.github.samuraidesk.workflow;

import java.util.Arrays;

/** What the program itself does in a process; the id is the delegate expression of the BPMN service task. */
public enum Step {
    DECIDE_ROUTE("decideRoute"),
    PREPARE_MANDATE_LETTER("prepareMandateLetter"),
    GENERATE_PAPERS("generatePapers"),
    PREPARE_CONTRACT_PAPERS("prepareContractPapers"),
    PREPARE_CLOSING_PAPERS("prepareClosingPapers"),
    RECORD_FAILED_FUNDING("recordFailedFunding"),
    CLOSE_DEAL("closeDeal"),
    STATE_REFUSAL("stateRefusal");

    private final String id;

    Step(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Step byId(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst().orElseThrow();
    }
}
