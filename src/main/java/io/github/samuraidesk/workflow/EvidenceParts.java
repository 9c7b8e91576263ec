package io.github.samuraidesk.workflow;

import io.github.samuraidesk.clause.ChangeProposal;
import io.github.samuraidesk.clause.ClausesSigned;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.EvidencePart;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.disclosure.PinnedTemplates;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.disclosure.TemplateSets;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.review.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Papers, approvals, prices, every stored file, the drawings that a deal runs on, its rule pack and its templates. */
@Component
class EvidenceParts implements EvidencePart {

    private final Facts facts;
    private final DealClauses clauses;
    private final Blobs blobs;
    private final RulePacks packs;
    private final PinnedTemplates pinned;
    private final TemplateSets templates;
    private final DealProcess process;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    EvidenceParts(
            Facts facts,
            DealClauses clauses,
            Blobs blobs,
            RulePacks packs,
            PinnedTemplates pinned,
            TemplateSets templates,
            DealProcess process,
            JdbcClient jdbc,
            JsonMapper json) {
        this.clauses = clauses;
        this.facts = facts;
        this.blobs = blobs;
        this.packs = packs;
        this.pinned = pinned;
        this.templates = templates;
        this.process = process;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, byte[]> files(DealId id) {
        var files = new TreeMap<String, byte[]>();
        DealFile deal = facts.of(id);
        List<DealFile.Raw> papers = deal.asStored(RenderedPaper.FACT);
        for (DealFile.Raw p : papers) {
            String name = "documents/" + p.key();
            put(files, id, name + ".pdf", p.value().path("pdfSha256").asString(""));
            put(files, id, name + ".xhtml", p.value().path("xhtmlSha256").asString(""));
            put(files, id, name + "-edinet.zip", p.value().path("edinetSha256").asString(""));
        }
        files.put(
                "documents.json", bytes(papers.stream().map(DealFile.Raw::value).toList()));
        files.put("approvals.json", bytes(deal.asStored(Verdict.FACT)));
        files.put(
                "clauses.json",
                bytes(Map.of(
                        "printed", whereReadable(List.of(), () -> clauses.all(deal)),
                        "signed", deal.asStored(ClausesSigned.FACT),
                        "proposals", deal.asStored(ChangeProposal.FACT))));
        files.put("prices.json", bytes(deal.asStored(PricingRun.FACT)));
        // every version that was ever stored, by its hash: an approval of an old version can be looked up
        jdbc.sql("SELECT sha256 FROM blob WHERE deal_id = ? ORDER BY sha256")
                .param(id.value())
                .query(String.class)
                .list()
                .forEach(sha -> put(files, id, "files/" + sha, sha));
        Map<String, byte[]> rules = whereReadable(
                Map.of(), () -> packs.isLost(deal) ? Map.of() : packs.of(deal).files());
        rules.forEach((name, bytes) -> files.put("rules/" + name, bytes));
        // every set that the deal ever had: a paper that was filed may be of an earlier one
        whereReadable(List.<String>of(), () -> pinned.everPinned(deal))
                .forEach(set -> templates
                        .asStored(set)
                        .forEach((name, bytes) -> files.put("templates/" + set + "/" + name, bytes)));
        process.drawings(id).forEach((name, bytes) -> files.put("processes/" + name, bytes));
        return files;
    }

    /** What follows from several facts; from facts that somebody took away or made unreadable nothing follows. */
    private static <T> T whereReadable(T otherwise, Supplier<T> derived) {
        try {
            return derived.get();
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            return otherwise;
        }
    }

    private void put(Map<String, byte[]> files, DealId id, String name, String sha256) {
        blobs.asStored(id, sha256).ifPresent(b -> files.put(name, b.bytes()));
    }

    private byte[] bytes(Object value) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }
}
