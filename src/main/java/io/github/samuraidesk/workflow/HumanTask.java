package io.github.samuraidesk.workflow;

import static io.github.samuraidesk.deal.Role.AGENT;
import static io.github.samuraidesk.deal.Role.ISSUER;
import static io.github.samuraidesk.deal.Role.ISSUERS_COUNSEL;
import static io.github.samuraidesk.deal.Role.LEAD_MANAGER;
import static io.github.samuraidesk.deal.Role.MANAGER;
import static io.github.samuraidesk.deal.Role.MANAGERS_COUNSEL;
import static io.github.samuraidesk.form.Field.basisPoints;
import static io.github.samuraidesk.form.Field.billionYen;
import static io.github.samuraidesk.form.Field.choice;
import static io.github.samuraidesk.form.Field.date;
import static io.github.samuraidesk.form.Field.dateTime;
import static io.github.samuraidesk.form.Field.decimal;
import static io.github.samuraidesk.form.Field.file;
import static io.github.samuraidesk.form.Field.lines;
import static io.github.samuraidesk.form.Field.percent;
import static io.github.samuraidesk.form.Field.sha256;
import static io.github.samuraidesk.form.Field.table;
import static io.github.samuraidesk.form.Field.text;
import static io.github.samuraidesk.form.Field.whole;
import static io.github.samuraidesk.form.Field.yen;
import static io.github.samuraidesk.form.Field.yesNo;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.book.Delivery;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.DealList;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.registration.ShelfChecked;
import io.github.samuraidesk.settlement.ConditionPrecedent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every task a person does, with its rows of the rule pack, roles, gates and form. The id is the id of the BPMN user
 * task; released ids are never removed.
 */
public enum HumanTask implements FormSpec {
    CONFIRM_ROUTE(
            "confirmRoute",
            doing(),
            by(ISSUERS_COUNSEL),
            passing(),
            choice("route", Route.class),
            choice("shelfState", "EXISTING_SHELF", "NEW_SHELF")
                    .onlyIf("route", "SHELF_TAKEDOWN")
                    .optional(),
            lines("opinion")),

    // underwriter-selection
    CHOOSE_SELECTION("chooseSelection", doing(), by(ISSUER), passing(), choice("selection", "RFP", "EXISTING")),
    RECORD_EXISTING_MANDATE(
            "recordExistingMandate",
            doing(),
            by(ISSUER),
            passing(),
            table("managers", pick("manager", DealList.FIRM), choice("position", "lead", "co")),
            lines("reasons"),
            file("evidence")),
    ISSUE_RFP(
            "issueRfp",
            doing(),
            by(ISSUER),
            passing(),
            lines("scope"),
            lines("questions"),
            dateTime("deadline"),
            date("decisionDate"),
            whole("weightRecord").between("0", "100"),
            whole("weightIdeas").between("0", "100"),
            whole("weightCost").between("0", "100"),
            whole("weightConflict").between("0", "100"),
            whole("weightCapacity").between("0", "100"),
            whole("weightCompliance").between("0", "100")),
    OPEN_BIDS("openBids", doing(), by(ISSUER), passing(), yesNo("biddingClosed")),
    SCORE_BIDS(
            "scoreBids",
            doing(),
            by(ISSUER),
            passing(),
            table(
                    "scores",
                    pick("manager", DealList.BIDDER),
                    whole("record").between("0", "10"),
                    whole("ideas").between("0", "10"),
                    whole("cost").between("0", "10"),
                    whole("conflict").between("0", "10"),
                    whole("capacity").between("0", "10"),
                    whole("compliance").between("0", "10"),
                    text("reason"))),
    AWARD_MANDATE(
            "awardMandate",
            doing(),
            by(ISSUER),
            passing(),
            table("managers", pick("manager", DealList.BIDDER), choice("position", "lead", "co")),
            lines("reasons")),
    HOLD_KICK_OFF(
            "holdKickOff",
            doing("S01"),
            by(LEAD_MANAGER, ISSUER),
            passing(Gate.G1),
            date("heldOn"),
            file("mandateLetter"),
            file("workingGroupList")),
    CHECK_CONFLICTS(
            "checkConflicts",
            doing("S02"),
            by(LEAD_MANAGER),
            passing(),
            table(
                    "checks",
                    pick("manager", DealList.MANAGER),
                    percent("votingPercent").between("0", "100"),
                    yesNo("controls"),
                    yesNo("groupLoanRepaid"),
                    yesNo("independentLead"),
                    yesNo("antiSocialForcesClear"),
                    yesNo("kycDone")),
            file("evidence")),

    // preparation
    ENGAGE_RATING_AGENCY(
            "engageRatingAgency",
            doing("S04"),
            by(ISSUER),
            passing(),
            text("agency"),
            date("engagedOn"),
            yesNo("registered"),
            file("ratingLetter")),
    COMPLETE_DUE_DILIGENCE(
            "completeDueDiligence",
            doing("S05", "H03"),
            by(LEAD_MANAGER),
            passing(Gate.G2),
            date("completedOn"),
            yesNo("jsdaExaminationPassed"),
            lines("memo"),
            file("evidence")),
    HOLD_ROADSHOW(
            "holdRoadshow",
            doing("S08"),
            by(LEAD_MANAGER),
            passing(),
            choice("outcome", "HELD", "NOT_HELD"),
            yesNo("noReferenceToTheBond").onlyIf("outcome", "HELD"),
            lines("reason").onlyIf("outcome", "NOT_HELD"),
            file("evidence").onlyIf("outcome", "HELD")),
    CHECK_SHELF_AMENDMENT(
            "checkShelfAmendment",
            doing("H04"),
            by(ISSUERS_COUNSEL),
            passing(),
            choice("newReport", ShelfChecked.ReportKind.class),
            date("amendmentFiled")
                    .onlyIf("newReport", "ANNUAL", "SEMIANNUAL", "EXTRAORDINARY")
                    .optional(),
            yesNo("materialEventPending"),
            file("evidence")),

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
    REGISTER_FILER(
            "registerFiler",
            doing("S03"),
            by(ISSUERS_COUNSEL),
            passing(),
            text("edinetCode").matching("E[0-9]{5}"),
            file("evidence")),
    CLEAR_PRE_FILING_REVIEW(
            "clearPreFilingReview",
            doing("S07"),
            by(ISSUERS_COUNSEL),
            passing(),
            choice("outcome", "CLEARED", HumanTask.BACK).optional(),
            date("clearedOn").onlyIf("outcome", "", "CLEARED"),
            table("comments", text("comment"), text("answer")).optional(),
            lines("reason").onlyIf("outcome", HumanTask.BACK),
            file("evidence").onlyIf("outcome", "", "CLEARED")),
    FILE_STATEMENT(
            "fileStatement",
            doing("S09", "H01"),
            by(ISSUERS_COUNSEL),
            passing(Gate.G1, Gate.G4),
            choice("outcome", "FILED", HumanTask.BACK).optional(),
            dateTime("acceptedAt").onlyIf("outcome", "", "FILED"),
            text("documentId").matching("S[0-9A-Z]{7}").onlyIf("outcome", "", "FILED"),
            sha256("sentSha256").onlyIf("outcome", "", "FILED"),
            text("number").onlyIf("outcome", "", "FILED").optional(),
            lines("reason").onlyIf("outcome", HumanTask.BACK),
            file("evidence").onlyIf("outcome", "", "FILED")),
    RECORD_EXISTING_SHELF(
            "recordExistingShelf",
            doing(),
            by(ISSUERS_COUNSEL),
            passing(),
            text("number").matching("[0-9]{1,2}-外(債)?[0-9]+"),
            dateTime("acceptedAt"),
            text("documentId").matching("S[0-9A-Z]{7}"),
            file("evidence"),
            choice("effectiveness", "EFFECTIVE", "NOT_YET"),
            date("effectiveOn").onlyIf("effectiveness", "EFFECTIVE"),
            file("effectivenessNotice").onlyIf("effectiveness", "EFFECTIVE")),
    CONFIRM_SHELF_EFFECTIVE(
            "confirmShelfEffective",
            doing("H02"),
            by(ISSUERS_COUNSEL),
            passing(),
            date("effectiveOn"),
            yesNo("shortClockGranted"),
            file("evidence")),

    // marketing-and-pricing
    CONDUCT_SOUNDING(
            "conductSounding",
            doing("S10", "H05"),
            by(LEAD_MANAGER),
            passing(Gate.G5),
            date("startedOn"),
            date("endedOn")),
    RUN_BOOK(
            "runBook",
            doing("S11", "H06"),
            by(LEAD_MANAGER),
            passing(Gate.G5),
            date("startedOn"),
            date("closedOn"),
            lines("summary")),
    REPORT_DEMAND(
            "reportDemand",
            doing(),
            by(LEAD_MANAGER),
            passing(Gate.G5),
            dateTime("givenAt"),
            pick("receivedBy", DealList.ISSUER_PERSON)),
    PRICE_TRANCHES(
            "priceTranches",
            doing("S13", "H07"),
            by(LEAD_MANAGER),
            passing(Gate.G5, Gate.G7),
            table(
                    "prices",
                    pick("tranche", DealList.TRANCHE),
                    billionYen("sizeBillionYen").between("0.001", "5000"),
                    text("sizeInWords").optional(),
                    percent("benchmarkPercent").between("-5", "20").optional(),
                    text("benchmarkSource").optional(),
                    choice("benchmarkSide", "MID", "OFFER").optional(),
                    dateTime("benchmarkAt").optional(),
                    yesNo("benchmarkImplied").optional(),
                    yesNo("benchmarkConfirmed").optional(),
                    basisPoints("spreadBp"),
                    percent("couponPercent").between("0", "20").optional(),
                    decimal("issuePrice").between("50", "150"),
                    date("maturity").optional())),
    APPROVE_PRICING(
            "approvePricing",
            doing(),
            by(ISSUER),
            passing(Gate.G7),
            yesNo("approved"),
            lines("decision"),
            file("evidence")),
    SIGN_SUBSCRIPTION(
            "signSubscription",
            doing("S13", "H07"),
            by(ISSUER),
            passing(Gate.G1, Gate.G3, Gate.G8),
            dateTime("signedAt"),
            choice("commitmentKind", SubscriptionSigned.Kind.class),
            table(
                    "commitments",
                    pick("tranche", DealList.TRANCHE),
                    pick("manager", DealList.MANAGER),
                    billionYen("amountBillionYen")),
            file("evidence")),
    FILE_FINAL_TERMS(
            "fileFinalTerms",
            doing("S13", "H07"),
            by(ISSUERS_COUNSEL),
            passing(Gate.G4, Gate.TAKEDOWN),
            dateTime("acceptedAt"),
            text("documentId").matching("S[0-9A-Z]{7}"),
            sha256("sentSha256"),
            text("number").optional(),
            file("evidence")),
    CONFIRM_EFFECTIVENESS(
            "confirmEffectiveness",
            doing("S12"),
            by(ISSUERS_COUNSEL),
            passing(),
            date("effectiveOn"),
            file("evidence")),
    ALLOCATE(
            "allocate",
            doing("S14"),
            by(LEAD_MANAGER),
            passing(Gate.G6, Gate.G9),
            table(
                    "allocations",
                    pick("tranche", DealList.TRANCHE),
                    pick("investor", DealList.INVESTOR),
                    pick("manager", DealList.MANAGER),
                    billionYen("amountBillionYen"))),
    DELIVER_PROSPECTUS(
            "deliverProspectus",
            doing("S14", "H08"),
            by(LEAD_MANAGER, MANAGER),
            passing(Gate.G6, Gate.G9),
            table(
                    "deliveries",
                    pick("investor", DealList.INVESTOR),
                    dateTime("deliveredAt"),
                    choice("means", Delivery.Means.class),
                    yesNo("consent").onlyIf("means", "ELECTRONIC"),
                    dateTime("soldAt"))),

    // jasdec-participation
    APPOINT_AGENTS(
            "appointAgents",
            doing("J01"),
            by(ISSUER),
            passing(),
            pick("fiscalAgent", DealList.AGENT_FIRM),
            pick("issuingAgent", DealList.AGENT_FIRM),
            pick("payingAgent", DealList.AGENT_FIRM),
            file("evidence")),
    CHECK_ISSUER_CODE(
            "checkIssuerCode",
            doing("J02"),
            by(AGENT),
            passing(),
            yesNo("hasIssuerCode"),
            text("issuerCode").onlyIf("hasIssuerCode", "yes"),
            file("evidence")),
    PRECHECK_FORMS(
            "precheckForms",
            doing("J03"),
            by(AGENT),
            passing(),
            date("sentOn"),
            file("evidence").optional()),
    FILE_CONSENT_FORMS(
            "fileConsentForms",
            doing("J04"),
            by(ISSUER, AGENT),
            passing(),
            dateTime("receivedAt"),
            yesNo("formS01"),
            yesNo("formS11"),
            yesNo("formSx12"),
            yesNo("formS02"),
            file("evidence")),
    CONFIRM_PARTICIPATION(
            "confirmParticipation", doing("J05"), by(AGENT), passing(), date("participationDate"), file("evidence")),
    REGISTER_PROVISIONAL_ISSUE(
            "registerProvisionalIssue",
            doing("J06"),
            by(AGENT),
            passing(),
            choice("outcome", "REGISTERED", "NOT_WANTED"),
            lines("note").optional()),

    // jasdec-settlement
    REGISTER_ISSUE(
            "registerIssue",
            doing("J07", "S15", "H09"),
            by(AGENT),
            passing(Gate.G9),
            table(
                    "issues",
                    pick("tranche", DealList.TRANCHE),
                    text("isin").matching("JP[A-Z0-9]{9}[0-9]"),
                    text("securitiesCode").matching("[0-9A-Z]{4,9}"),
                    billionYen("amountBillionYen"),
                    percent("couponPercent").optional(),
                    decimal("interestPerUnit").optional()),
            file("evidence")),
    CHECK_ISSUE(
            "checkIssue",
            doing("J07"),
            by(LEAD_MANAGER),
            passing(),
            table(
                    "issues",
                    pick("tranche", DealList.TRANCHE),
                    text("isin"),
                    billionYen("amountBillionYen"),
                    percent("couponPercent").optional())),
    RECONCILE_CODES(
            "reconcileCodes",
            doing("J08"),
            by(LEAD_MANAGER, AGENT),
            passing(),
            yesNo("allPapersAgree"),
            file("evidence")),
    CONFIRM_SPLIT(
            "confirmSplit",
            doing("J09"),
            by(LEAD_MANAGER),
            passing(),
            table(
                    "splits",
                    pick("tranche", DealList.TRANCHE),
                    pick("manager", DealList.MANAGER),
                    text("jasdecAccount"),
                    text("fundsCompany"),
                    billionYen("amountBillionYen")),
            file("evidence")),
    MATCH_INSTRUCTIONS(
            "matchInstructions",
            doing("J10"),
            by(AGENT),
            passing(),
            yesNo("allMatched"),
            dateTime("matchedAt"),
            file("evidence")),
    CONFIRM_CONDITIONS(
            "confirmConditions",
            doing(),
            by(LEAD_MANAGER),
            passing(),
            table(
                    "conditions",
                    text("id"),
                    text("text"),
                    text("owner"),
                    choice("status", ConditionPrecedent.Status.class),
                    text("evidence").onlyIf("status", "MET", "WAIVED").optional(),
                    pick("waivedBy", DealList.MANAGER).onlyIf("status", "WAIVED"))),
    APPROVE_NEW_RECORD(
            "approveNewRecord",
            doing("J11"),
            by(AGENT),
            passing(),
            yen("grossYen"),
            yen("feeYen"),
            yen("expensesYen"),
            yen("netYen"),
            yesNo("approved")),
    REQUEST_FUNDS(
            "requestFunds",
            doing("J12"),
            by(LEAD_MANAGER, MANAGER),
            passing(Gate.G10, Gate.G11),
            table("funds", pick("manager", DealList.MANAGER), yen("amountYen"), text("bojNetReference"))),
    CONFIRM_NEW_RECORD(
            "confirmNewRecord",
            doing("J13"),
            by(AGENT),
            passing(),
            choice("fundsNotice", "RECEIVED", "FAILED"),
            text("fundsReference").onlyIf("fundsNotice", "RECEIVED"),
            choice("newRecordNotice", "RECORDED", "NOT_RECORDED"),
            table("balances", pick("tranche", DealList.TRANCHE), billionYen("recordedBillionYen"))
                    .onlyIf("newRecordNotice", "RECORDED"),
            file("evidence")),
    RESOLVE_FAILED_FUNDING(
            "resolveFailedFunding",
            doing(),
            by(LEAD_MANAGER),
            passing(),
            choice("decision", "RETRY", "TERMINATE"),
            lines("reason"),
            table("notices", text("party"), dateTime("at"))),
    PAY_PROCEEDS("payProceeds", doing("J14"), by(AGENT), passing(), yen("amountYen"), file("evidence")),
    DELIVER_BONDS(
            "deliverBonds",
            doing("J15"),
            by(LEAD_MANAGER),
            passing(),
            yesNo("delivered"),
            file("evidence").optional()),
    CONFIRM_CLOSING(
            "confirmClosing",
            doing("S16", "H10"),
            by(LEAD_MANAGER),
            passing(Gate.G12),
            date("closedOn"),
            lines("note").optional());

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

    public static Optional<HumanTask> byId(String id) {
        return Arrays.stream(values()).filter(t -> t.id.equals(id)).findFirst();
    }
}
