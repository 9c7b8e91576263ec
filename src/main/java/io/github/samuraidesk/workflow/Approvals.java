package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.PaperData;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.review.ApprovalMatrix;
import io.github.samuraidesk.review.DataChanges;
import io.github.samuraidesk.review.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who must approve a paper, who has, and which change took an approval away. */
@Component
public class Approvals {

    private static final int MOST_CHANGES_TOLD = 3;

    private final Facts facts;
    private final Papers papers;
    private final Blobs blobs;
    private final JsonMapper json;
    private final People people;
    private final FilingPackage filingPackage;

    Approvals(Facts facts, Papers papers, Blobs blobs, JsonMapper json, People people, FilingPackage filingPackage) {
        this.filingPackage = filingPackage;
        this.people = people;
        this.facts = facts;
        this.papers = papers;
        this.blobs = blobs;
        this.json = json;
    }

    public enum State {
        AWAITED,
        APPROVED,
        REJECTED,
        /** Given once; the paper, its data, template or rules have changed since. */
        WITHDRAWN
    }

    /**
     * One role's say on a paper.
     *
     * @param changes what took the approval away
     */
    public record Say(Role role, State state, @Nullable Verdict verdict, List<DataChanges.Change> changes) {

        /** The first changes as one line. */
        public String becauseOf() {
            return changes.stream()
                    .limit(MOST_CHANGES_TOLD)
                    .map(c -> c.field() + ": " + c.before() + " → " + c.after())
                    .collect(Collectors.joining("; "));
        }
    }

    /** Members who hold a role and have prepared nothing of a paper. */
    public List<PersonId> free(DealFile deal, Paper paper, Role role) {
        Set<String> preparers = papers.preparers(deal, paper);
        return people.members(deal.id()).stream()
                .filter(m -> m.role() == role && !preparers.contains(m.person().value()))
                .map(Member::person)
                .toList();
    }

    /** Roles whose approval a paper still needs and that nobody on the deal is free to give. */
    public List<Role> lacking(DealFile deal, Paper paper, List<Say> says) {
        return says.stream()
                .filter(s -> s.state() != State.APPROVED)
                .map(Say::role)
                .filter(role -> free(deal, paper, role).isEmpty())
                .toList();
    }

    /** Nobody is free to approve: whom to add, and who can name them. */
    static Finding nobodyIsFree(Paper paper, Role role) {
        return Finding.rule(
                "FOUR-EYES",
                "house rule: segregation of duties",
                "member",
                "ISSUER",
                "nobodyMayApprove",
                paper.code(),
                role.name());
    }

    /** Every role's say on a paper as it is stored, in the order of the matrix. */
    public List<Say> of(DealFile deal, Paper paper) {
        return papers.find(deal, paper)
                .map(r -> of(deal, r, papers.isCurrent(deal, r)))
                .orElseGet(() -> ApprovalMatrix.roles(paper).stream()
                        .map(role -> new Say(role, State.AWAITED, null, List.of()))
                        .toList());
    }

    /**
     * What was filed stays approved as it was, whatever changes later.
     *
     * @param current whether the stored paper still says what the facts say
     */
    public List<Say> of(DealFile deal, RenderedPaper rendered, boolean current) {
        List<DataChanges.Change> since =
                current || filingPackage.wasFiled(deal, rendered) ? List.of() : changesSince(deal, rendered);
        Map<Role, Verdict> last = new EnumMap<>(Role.class);
        // facts of earlier programs have one verdict per paper, of the managers' counsel; a later one takes its place
        deal.current(Verdict.FACT).stream()
                .filter(v -> v.paper().equals(rendered.paper().code()))
                .forEach(v -> last.put(v.role(), v));
        var says = new ArrayList<Say>();
        for (Role role : ApprovalMatrix.roles(rendered.paper())) {
            Verdict verdict = last.get(role);
            boolean approved = verdict != null && verdict.outcome() == Verdict.Outcome.APPROVED;
            if (verdict == null) {
                says.add(new Say(role, State.AWAITED, null, List.of()));
            } else if (!verdict.isOf(rendered)) {
                says.add(new Say(
                        role, approved ? State.WITHDRAWN : State.AWAITED, verdict, changes(deal, verdict, rendered)));
            } else if (approved && !since.isEmpty()) {
                says.add(new Say(role, State.WITHDRAWN, verdict, since));
            } else {
                says.add(new Say(role, approved ? State.APPROVED : State.REJECTED, verdict, List.of()));
            }
        }
        return says;
    }

    /** How today's facts differ from those that a stored, stale paper prints. */
    private List<DataChanges.Change> changesSince(DealFile deal, RenderedPaper paper) {
        var changes = new ArrayList<DataChanges.Change>();
        if (!papers.isOnTheDealsTemplates(deal, paper)) {
            changes.add(change("template", paper.templateSha256(), papers.templateSha256(deal, paper.paper())));
        }
        blobs.find(deal.id(), paper.dataSha256()).ifPresent(before -> {
            PaperData now = papers.dataNow(deal, paper.paper());
            changes.addAll(between(before.bytes(), Papers.dataOf(now), now.figureNames()));
        });
        // an approval that fell says why: a paper of other rules may print the same
        return changes.isEmpty() ? List.of(change("rulePack", paper.rulePack(), "")) : changes;
    }

    /** Everything that was ever said of one version of a paper. */
    public List<Verdict> saidOf(DealFile deal, Paper paper, String pdfSha256) {
        var keys = new ArrayList<>(List.of(paper.code()));
        ApprovalMatrix.roles(paper).forEach(r -> keys.add(Verdict.key(paper.code(), r)));
        return keys.stream()
                .flatMap(k -> deal.history(Verdict.FACT.at(k)).stream())
                .map(Said::value)
                .filter(v ->
                        v.pdfSha256().equals(pdfSha256) && v.fallenBecause().isEmpty())
                .toList();
    }

    /** What differs between the paper that a verdict names and the paper as it is stored now. */
    private List<DataChanges.Change> changes(DealFile deal, Verdict verdict, RenderedPaper now) {
        var changes = new ArrayList<DataChanges.Change>();
        if (!verdict.dataSha256().equals(now.dataSha256())) {
            Optional<Blobs.Blob> before = blobs.find(deal.id(), verdict.dataSha256());
            Optional<Blobs.Blob> after = blobs.find(deal.id(), now.dataSha256());
            if (before.isPresent() && after.isPresent()) {
                changes.addAll(between(
                        before.get().bytes(),
                        Papers.asWrittenNow(after.get().bytes()),
                        papers.dataNow(deal, now.paper()).figureNames()));
            } else {
                changes.add(change("data", verdict.dataSha256(), now.dataSha256()));
            }
        }
        if (!verdict.templateSha256().equals(now.templateSha256())) {
            changes.add(change("template", verdict.templateSha256(), now.templateSha256()));
        }
        if (!verdict.rulePack().equals(now.rulePack())) {
            changes.add(change("rulePack", verdict.rulePack(), now.rulePack()));
        }
        if (changes.isEmpty()) {
            changes.add(change("PDF", verdict.pdfSha256(), now.pdfSha256()));
        }
        return changes;
    }

    /** @param before data of any program @param after data as this program writes them */
    private List<DataChanges.Change> between(byte[] before, byte[] after, List<String> order) {
        return DataChanges.between(json.readTree(Papers.asWrittenNow(before)), json.readTree(after), order);
    }

    private static DataChanges.Change change(String field, String before, String after) {
        return new DataChanges.Change(field, shortened(before), shortened(after));
    }

    private static String shortened(String sha256) {
        return sha256.length() > 12 ? sha256.substring(0, 12) : sha256;
    }

    /**
     * Tells the trail that approvals of a paper fell with its new version, and by which change. The caller holds the
     * deal's lock.
     */
    void withdrawFallen(DealFile deal, RenderedPaper now, PersonId person) {
        deal.all(Verdict.FACT).stream()
                .filter(s -> s.value().paper().equals(now.paper().code()))
                .filter(s -> s.value().outcome() == Verdict.Outcome.APPROVED
                        // one that has fallen keeps the change that took it away
                        && s.value().fallenBecause().isEmpty()
                        && !s.value().isOf(now))
                .forEach(s -> facts.record(
                        deal.id(),
                        s.key(),
                        s.value()
                                .fallen(new Say(
                                                s.value().role(),
                                                State.WITHDRAWN,
                                                s.value(),
                                                changes(deal, s.value(), now))
                                        .becauseOf()),
                        person));
    }
}
