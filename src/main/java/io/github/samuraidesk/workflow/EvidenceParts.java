package io.github.samuraidesk.workflow;

import io.github.samuraidesk.clause.ChangeProposal;
import io.github.samuraidesk.clause.ClausesSigned;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.EvidencePart;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.registration.RulePacks;
import io.github.samuraidesk.review.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Papers, approvals, prices, every stored file, the drawings that a deal runs on, and its rule pack. */
@Component
class EvidenceParts implements EvidencePart {

    private final Papers papers;
    private final Facts facts;
    private final DealClauses clauses;
    private final Blobs blobs;
    private final RulePacks packs;
    private final DealProcess process;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    EvidenceParts(
            Papers papers,
            Facts facts,
            DealClauses clauses,
            Blobs blobs,
            RulePacks packs,
            DealProcess process,
            JdbcClient jdbc,
            JsonMapper json) {
        this.clauses = clauses;
        this.papers = papers;
        this.facts = facts;
        this.blobs = blobs;
        this.packs = packs;
        this.process = process;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, byte[]> files(DealId id) {
        var files = new TreeMap<String, byte[]>();
        for (RenderedPaper p : papers.all(id)) {
            put(files, id, "documents/" + p.paper().code() + ".pdf", p.pdfSha256());
            put(files, id, "documents/" + p.paper().code() + ".xhtml", p.xhtmlSha256());
            if (!p.edinetSha256().isEmpty()) {
                put(files, id, "documents/" + p.paper().code() + "-edinet.zip", p.edinetSha256());
            }
        }
        files.put("documents.json", bytes(papers.all(id)));
        files.put("approvals.json", bytes(facts.all(id, Verdict.class)));
        files.put(
                "clauses.json",
                bytes(Map.of(
                        "printed", clauses.all(id),
                        "signed", facts.all(id, ClausesSigned.class),
                        "proposals", facts.all(id, ChangeProposal.class))));
        files.put("prices.json", bytes(facts.all(id, PricingRun.class)));
        // every version that was ever stored, by its hash: an approval of an old version can be looked up
        jdbc.sql("SELECT sha256 FROM blob WHERE deal_id = ? ORDER BY sha256")
                .param(id.value())
                .query(String.class)
                .list()
                .forEach(sha -> put(files, id, "files/" + sha, sha));
        if (!packs.isLost(id)) {
            packs.of(id).files().forEach((name, bytes) -> files.put("rules/" + name, bytes));
        }
        process.drawings(id).forEach((name, bytes) -> files.put("processes/" + name, bytes));
        return files;
    }

    private void put(Map<String, byte[]> files, DealId id, String name, String sha256) {
        blobs.find(id, sha256).ifPresent(b -> files.put(name, b.bytes()));
    }

    private byte[] bytes(Object value) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }
}
