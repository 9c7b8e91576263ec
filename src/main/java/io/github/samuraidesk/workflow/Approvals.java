package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.review.ApprovalMatrix;
import io.github.samuraidesk.review.DataChanges;
import io.github.samuraidesk.review.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    Approvals(Facts facts, Papers papers, Blobs blobs, JsonMapper json) {
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

    /** Every role's say, in the order of the matrix. */
    public List<Say> of(DealId id, Paper paper) {
        Optional<RenderedPaper> rendered = papers.find(id, paper);
        List<DataChanges.Change> since = rendered.filter(r -> !isFiled(id, r))
                .map(r -> changesSince(id, r))
                .orElse(List.of());
        var says = new ArrayList<Say>();
        for (Role role : ApprovalMatrix.roles(paper)) {
            Optional<Verdict> verdict = verdict(id, paper, role);
            if (verdict.isEmpty() || rendered.isEmpty()) {
                says.add(new Say(role, State.AWAITED, null, List.of()));
            } else if (!verdict.get().isOf(rendered.get())) {
                says.add(new Say(
                        role,
                        verdict.get().outcome() == Verdict.Outcome.REJECTED ? State.AWAITED : State.WITHDRAWN,
                        verdict.get(),
                        changes(id, verdict.get(), rendered.get())));
            } else if (!since.isEmpty() && verdict.get().outcome() == Verdict.Outcome.APPROVED) {
                says.add(new Say(role, State.WITHDRAWN, verdict.get(), since));
            } else {
                says.add(new Say(
                        role,
                        verdict.get().outcome() == Verdict.Outcome.APPROVED ? State.APPROVED : State.REJECTED,
                        verdict.get(),
                        List.of()));
            }
        }
        return says;
    }

    /** What was filed stays approved as it was, whatever changes later. */
    private boolean isFiled(DealId id, RenderedPaper paper) {
        return facts.current(id, Filing.class).stream().anyMatch(f -> f.papers().containsValue(paper.pdfSha256()));
    }

    /** How today's facts differ from those that a stored paper prints; empty while it is current. */
    public List<DataChanges.Change> changesSince(DealId id, RenderedPaper paper) {
        if (papers.isCurrent(id, paper)) {
            return List.of();
        }
        List<DataChanges.Change> changes = blobs.find(id, paper.dataSha256())
                .map(before -> DataChanges.between(
                        json.readTree(before.bytes()), json.readTree(papers.dataNow(id, paper.paper()))))
                .orElse(List.of());
        return changes.isEmpty() ? List.of(change("template", paper.templateSha256(), "")) : changes;
    }

    /** The last say of a role on a paper; facts of earlier programs have one per paper, of the managers' counsel. */
    public Optional<Verdict> verdict(DealId id, Paper paper, Role role) {
        return facts.current(id, Verdict.class).stream()
                .filter(v -> v.paper().equals(paper.code()) && v.role() == role)
                .reduce((earlier, later) -> later);
    }

    /** Everything that was ever said of one version of a paper. */
    public List<Verdict> saidOf(DealId id, Paper paper, String pdfSha256) {
        var keys = new ArrayList<>(List.of(paper.code()));
        ApprovalMatrix.roles(paper).forEach(r -> keys.add(Verdict.key(paper.code(), r)));
        return keys.stream()
                .flatMap(k -> facts.history(id, Verdict.class, k).stream())
                .map(Facts.Stored::value)
                .filter(v ->
                        v.pdfSha256().equals(pdfSha256) && v.fallenBecause().isEmpty())
                .toList();
    }

    /** What differs between the paper that a verdict names and the paper as it is stored now. */
    public List<DataChanges.Change> changes(DealId id, Verdict verdict, RenderedPaper now) {
        var changes = new ArrayList<DataChanges.Change>();
        if (!verdict.dataSha256().equals(now.dataSha256())) {
            Optional<Blobs.Blob> before = blobs.find(id, verdict.dataSha256());
            Optional<Blobs.Blob> after = blobs.find(id, now.dataSha256());
            if (before.isPresent() && after.isPresent()) {
                changes.addAll(DataChanges.between(
                        json.readTree(before.get().bytes()),
                        json.readTree(after.get().bytes())));
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
    void withdrawFallen(DealId id, RenderedPaper now, PersonId person) {
        facts.all(id, Verdict.class).stream()
                .filter(s -> s.value().paper().equals(now.paper().code()))
                .filter(s -> s.value().outcome() == Verdict.Outcome.APPROVED
                        && !s.value().isOf(now))
                .forEach(s -> facts.record(
                        id,
                        s.key(),
                        s.value()
                                .fallen(new Say(
                                                s.value().role(),
                                                State.WITHDRAWN,
                                                s.value(),
                                                changes(id, s.value(), now))
                                        .becauseOf()),
                        person));
    }
}
