package io.github.samuraidesk.workflow;

import static io.github.samuraidesk.deal.Role.AGENT;
import static io.github.samuraidesk.deal.Role.ISSUER;
import static io.github.samuraidesk.deal.Role.ISSUERS_COUNSEL;
import static io.github.samuraidesk.deal.Role.LEAD_MANAGER;
import static io.github.samuraidesk.deal.Role.MANAGER;
import static io.github.samuraidesk.deal.Role.MANAGERS_COUNSEL;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.clause.ClausesSigned;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.DealList;
import io.github.samuraidesk.form.Field;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people enter beside the tasks, at any time that its gates allow. */
public enum Entry implements FormSpec {
    BID("bid"),
    SOUNDING("sounding"),
    /** Quotes of one kind; the date of a published file stands in the file. */
    QUOTES("quotes"),
    GUIDANCE("guidance"),
    ORDER("order"),
    DROP_TRANCHE("dropTranche"),
    CHANGE_TRANCHE("changeTranche"),
    /** Counsel's wording of a slot; those of the conditions need their English twin too. */
    SLOT(
            "slot",
            by(ISSUERS_COUNSEL, MANAGERS_COUNSEL),
            passing(),
            pick("slot", DealList.SLOT),
            Field.lines("text"),
            Field.lines("textEn").optional(),
            Field.seen("seenSha256")),
    /** The deal's own wording of a clause. */
    EDIT_CLAUSE(
            "editClause",
            by(ISSUERS_COUNSEL, MANAGERS_COUNSEL),
            passing(),
            pick("clause", DealList.CLAUSE),
            Field.lines("textJa"),
            Field.lines("textEn"),
            Field.seen("seenSha256"),
            Field.lines("reason")),
    /** Makes papers of the next filing anew whose facts have changed since; their approvals fall. */
    REMAKE_PAPERS("remakePapers", by(ISSUERS_COUNSEL, LEAD_MANAGER), passing(), Field.lines("reason")),
    CHOOSE_CLAUSE(
            "chooseClause",
            by(ISSUERS_COUNSEL, MANAGERS_COUNSEL),
            passing(),
            pick("clause", DealList.OPTIONAL_CLAUSE),
            Field.yesNo("taken"),
            Field.lines("reason")),
    SIGN_CLAUSES(
            "signClauses",
            by(ISSUERS_COUNSEL, MANAGERS_COUNSEL),
            passing(),
            Field.choice("signAs", ClausesSigned.Capacity.class),
            Field.sha256("textsSha256"),
            Field.yesNo("numbersConfirmed").optional()),
    ADOPT_CLAUSES(
            "adoptClauses",
            by(ISSUERS_COUNSEL, MANAGERS_COUNSEL),
            passing(),
            Field.sha256("upgradeSha256"),
            Field.lines("reason")),
    PROPOSE_CHANGE(
            "proposeChange",
            by(ISSUER, ISSUERS_COUNSEL, MANAGERS_COUNSEL, LEAD_MANAGER),
            passing(),
            pick("clause", DealList.CLAUSE),
            Field.lines("textJa"),
            Field.lines("textEn"),
            Field.seen("seenSha256"),
            Field.lines("reason")),
    DECIDE_PROPOSAL(
            "decideProposal",
            by(ISSUERS_COUNSEL, MANAGERS_COUNSEL),
            passing(),
            Field.whole("proposal").between("1", "100000"),
            Field.yesNo("accepted"),
            Field.lines("remark").optional()),
    APPROVE(
            "approve",
            by(ISSUER, ISSUERS_COUNSEL, MANAGERS_COUNSEL, LEAD_MANAGER),
            passing(),
            pick("paper", DealList.PAPER),
            Field.sha256("pdfSha256"),
            Field.lines("remark").optional()),
    REJECT(
            "reject",
            by(ISSUER, ISSUERS_COUNSEL, MANAGERS_COUNSEL, LEAD_MANAGER),
            passing(),
            pick("paper", DealList.PAPER),
            Field.sha256("pdfSha256"),
            Field.lines("remark")),
    COMMENT(
            "comment",
            by(ISSUER, ISSUERS_COUNSEL, MANAGERS_COUNSEL, LEAD_MANAGER),
            passing(),
            pick("paper", DealList.PAPER),
            Field.text("place"),
            Field.text("figure").optional(),
            Field.lines("text")),
    BLOCKED("blocked"),
    POSTPONE("postpone"),
    PULL("pull"),
    OBLIGATION("obligation"),
    FILING_PROGRESS("filingProgress"),
    ATTACHMENT("attachment"),
    SET_FILING_DAY("setFilingDay"),
    SHORT_CLOCK("shortClock"),
    FILE_AMENDMENT("fileAmendment"),
    WITHDRAW_REGISTRATION("withdrawRegistration"),
    ASK_OVERRIDE("askOverride"),
    CONFIRM_OVERRIDE("confirmOverride"),
    ADOPT_PACK("adoptPack"),
    /** Takes the offered set of templates for the deal's papers, or keeps the one that they were drafted on. */
    ADOPT_TEMPLATES(
            "adoptTemplates",
            by(ISSUERS_COUNSEL, MANAGERS_COUNSEL),
            passing(),
            Field.sha256("templatesSha256"),
            Field.yesNo("takeTemplates"),
            Field.lines("reason")),
    BLACKOUT("blackout"),
    /** Makes a paper that no step makes, with what only a person can write in it. */
    MAKE_PAPER(
            "makePaper",
            by(ISSUER, LEAD_MANAGER, ISSUERS_COUNSEL, MANAGERS_COUNSEL, AGENT),
            passing(),
            pick("paper", DealList.PAPER_ON_DEMAND),
            Field.lines("text")),
    READ_PAPER(
            "readPaper",
            by(ISSUER, LEAD_MANAGER, MANAGER, ISSUERS_COUNSEL, MANAGERS_COUNSEL, AGENT),
            passing(),
            pick("paper", DealList.PAPER),
            Field.sha256("pdfSha256")),
    REPLY_COMMENT(
            "replyComment",
            by(ISSUER, ISSUERS_COUNSEL, MANAGERS_COUNSEL, LEAD_MANAGER),
            passing(),
            Field.whole("comment").between("1", "100000"),
            Field.lines("text"),
            Field.yesNo("resolved")),
    FINISH_FILE("finishFile");

    private final String id;
    private final Set<Role> roles;
    private final Set<Gate> gates;
    private final List<Field> fields;

    Entry(String id, Set<Role> roles, Set<Gate> gates, Field... fields) {
        this.id = id;
        this.roles = roles;
        this.gates = gates;
        this.fields = List.of(fields);
    }

    /** An entry whose act stands in its trade. */
    Entry(String id) {
        Act<?> act = Trades.act(id).orElseThrow();
        this.id = id;
        this.roles = act.roles();
        this.gates = act.gates();
        this.fields = act.fields();
    }

    private static Field pick(String name, DealList list) {
        return Field.pick(name, list.name(), list.refusal());
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

    public static Optional<Entry> byId(String id) {
        return Arrays.stream(values()).filter(e -> e.id.equals(id)).findFirst();
    }
}
