package io.github.samuraidesk.workflow;

import static io.github.samuraidesk.deal.Role.ISSUERS_COUNSEL;
import static io.github.samuraidesk.deal.Role.MANAGERS_COUNSEL;
import static io.github.samuraidesk.form.Field.choice;
import static io.github.samuraidesk.form.Field.file;
import static io.github.samuraidesk.form.Field.lines;
import static io.github.samuraidesk.form.Field.yesNo;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.DealList;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FormValues;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every task a person does, with its rows of the rule pack, roles, gates and form. The id is the id of the BPMN user
 * task; released ids are never removed.
 */
public enum HumanTask implements FormSpec {
    CONFIRM_ROUTE("confirmRoute"),

    // underwriter-selection
    CHOOSE_SELECTION("chooseSelection"),
    RECORD_EXISTING_MANDATE("recordExistingMandate"),
    ISSUE_RFP("issueRfp"),
    OPEN_BIDS("openBids"),
    SCORE_BIDS("scoreBids"),
    AWARD_MANDATE("awardMandate"),
    HOLD_KICK_OFF("holdKickOff"),
    CHECK_CONFLICTS("checkConflicts"),

    // preparation
    ENGAGE_RATING_AGENCY("engageRatingAgency"),
    COMPLETE_DUE_DILIGENCE("completeDueDiligence"),
    HOLD_ROADSHOW("holdRoadshow"),
    CHECK_SHELF_AMENDMENT("checkShelfAmendment"),

    // disclosure-drafting
    DRAFT_PAPERS(
            "draftPapers",
            doing("S06"),
            by(ISSUERS_COUNSEL),
            passing(),
            file("partTwo").optional(),
            lines("note").optional()),
    REVIEW_PAPERS(
            "reviewPapers",
            doing(),
            by(MANAGERS_COUNSEL),
            passing(),
            choice("verdict", "PASS", "REJECT"),
            yesNo("headingsConfirmed").onlyIf("verdict", "PASS").optional(),
            lines("findings").onlyIf("verdict", "REJECT")),

    // fsa-registration
    REGISTER_FILER("registerFiler"),
    CLEAR_PRE_FILING_REVIEW("clearPreFilingReview"),
    FILE_STATEMENT("fileStatement"),
    RECORD_EXISTING_SHELF("recordExistingShelf"),
    CONFIRM_SHELF_EFFECTIVE("confirmShelfEffective"),

    // marketing-and-pricing
    CONDUCT_SOUNDING("conductSounding"),
    RUN_BOOK("runBook"),
    REPORT_DEMAND("reportDemand"),
    PRICE_TRANCHES("priceTranches"),
    APPROVE_PRICING("approvePricing"),
    SIGN_SUBSCRIPTION("signSubscription"),
    FILE_FINAL_TERMS("fileFinalTerms"),
    CONFIRM_EFFECTIVENESS("confirmEffectiveness"),
    ALLOCATE("allocate"),
    DELIVER_PROSPECTUS("deliverProspectus"),

    // jasdec-participation
    APPOINT_AGENTS("appointAgents"),
    CHECK_ISSUER_CODE("checkIssuerCode"),
    PRECHECK_FORMS("precheckForms"),
    FILE_CONSENT_FORMS("fileConsentForms"),
    CONFIRM_PARTICIPATION("confirmParticipation"),
    REGISTER_PROVISIONAL_ISSUE("registerProvisionalIssue"),

    // jasdec-settlement
    REGISTER_ISSUE("registerIssue"),
    CHECK_ISSUE("checkIssue"),
    RECONCILE_CODES("reconcileCodes"),
    CONFIRM_SPLIT("confirmSplit"),
    MATCH_INSTRUCTIONS("matchInstructions"),
    CONFIRM_CONDITIONS("confirmConditions"),
    APPROVE_NEW_RECORD("approveNewRecord"),
    REQUEST_FUNDS("requestFunds"),
    CONFIRM_NEW_RECORD("confirmNewRecord"),
    RESOLVE_FAILED_FUNDING("resolveFailedFunding"),
    PAY_PROCEEDS("payProceeds"),
    DELIVER_BONDS("deliverBonds"),
    CONFIRM_CLOSING("confirmClosing");

    /** The answer by which a task sends the papers back instead of going on. */
    static final String BACK = "BACK_TO_DRAFTING";

    private final String id;
    private final List<String> rows;
    private final Set<Role> roles;
    private final Set<Gate> gates;
    private final List<Field> fields;

    HumanTask(String id, List<String> rows, Set<Role> roles, Set<Gate> gates, Field... fields) {
        this.id = id;
        this.rows = rows;
        this.roles = roles;
        this.gates = gates;
        this.fields = List.of(fields);
    }

    /** A task whose act stands in its trade. */
    HumanTask(String id) {
        Act<?> act = Trades.act(id).orElseThrow();
        this.id = id;
        this.rows = act.rows();
        this.roles = act.roles();
        this.gates = act.gates();
        this.fields = act.fields();
    }

    private static Field pick(String name, DealList list) {
        return Field.pick(name, list.name(), list.refusal());
    }

    private static List<String> doing(String... ids) {
        return List.of(ids);
    }

    private static Set<Role> by(Role... roles) {
        return new LinkedHashSet<>(List.of(roles));
    }

    private static Set<Gate> passing(Gate... gates) {
        return new LinkedHashSet<>(List.of(gates));
    }

    @Override
    public String id() {
        return id;
    }

    /** Rows of the rule pack that this task does, over all tracks. */
    public List<String> rows() {
        return rows;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public Set<Gate> gates() {
        return gates;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public Set<Gate> gates(FormValues answers) {
        return sendsBack(answers) ? Set.of() : gates;
    }

    @Override
    public boolean hasWayBack() {
        return fields.stream().anyMatch(f -> f.choices().contains(BACK));
    }

    /** Whether these answers send the papers back to drafting. */
    public boolean sendsBack(FormValues answers) {
        return hasWayBack() && answers.text("outcome").equals(BACK);
    }

    /** Tasks that are done anew when marketing begins again; preparation and participation stand. */
    static Set<HumanTask> doneAnew() {
        Set<HumanTask> tasks = EnumSet.range(CONDUCT_SOUNDING, DELIVER_PROSPECTUS);
        tasks.addAll(EnumSet.range(REGISTER_ISSUE, CONFIRM_CLOSING));
        return tasks;
    }

    public static Optional<HumanTask> byId(String id) {
        return Arrays.stream(values()).filter(t -> t.id.equals(id)).findFirst();
    }
}
