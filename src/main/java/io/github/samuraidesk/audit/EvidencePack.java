package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.Deal;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealEvent;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.EvidencePart;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.deal.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything about a deal in one canonical ZIP. Making it is itself an event that names the hash of every file, so the
 * head of the chain vouches for all of them. What the events do not bear out is not packed in silence: the pack is
 * refused, or made with a list of the differences, which no verifier calls sound.
 */
@Service
public class EvidencePack {

    static final String EVENTS = "events.jsonl";
    static final String INDEX = "index.json";
    static final String MADE = "evidencePackMade";

    private final Trail trail;
    private final TrailCheck check;
    private final DealBook deals;
    private final DealClock clock;
    private final List<EvidencePart> parts;
    private final JsonMapper json;

    EvidencePack(
            Trail trail, TrailCheck check, DealBook deals, DealClock clock, List<EvidencePart> parts, JsonMapper json) {
        this.trail = trail;
        this.check = check;
        this.deals = deals;
        this.clock = clock;
        this.parts = parts;
        this.json = json;
    }

    /** @param head hash of the last event; keep it apart from the pack to verify against later */
    public record Pack(byte[] zip, String head) {}

    /** @throws Refused where the deal differs from its events, with every difference */
    @Transactional
    public Pack make(DealId id, PersonId person) {
        deals.lock(id);
        TrailCheck.Checked checked = check.check(id);
        TreeMap<String, byte[]> files = files(id, checked);
        var findings = new ArrayList<Finding>();
        checked.differences()
                .forEach(d -> findings.add(
                        finding("dealDoesNotHold", d.rowOrTable(), d.qualifiedColumn(), d.stored(), d.byEvents())));
        if (findings.isEmpty()) {
            PackContents.check(files, checked.events(), PackContents.FORMAT)
                    .faults()
                    .forEach(f -> findings.add(finding("packFileDoesNotHold", f)));
        }
        Refused.unlessNone(findings);
        return pack(id, person, files);
    }

    /** For auditors: the pack of a deal that differs from its events, with the differences. */
    @Transactional
    public Pack makeWithDifferences(DealId id, PersonId person) {
        deals.lock(id);
        TrailCheck.Checked checked = check.check(id);
        TreeMap<String, byte[]> files = files(id, checked);
        var differences = new TreeMap<String, Object>();
        differences.put("tables", checked.differences());
        differences.put(
                "files",
                PackContents.check(files, checked.events(), PackContents.FORMAT).faults());
        files.put(
                PackContents.DIFFERENCES,
                json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(differences)
                        .getBytes(StandardCharsets.UTF_8));
        return pack(id, person, files);
    }

    private static Finding finding(String code, String... args) {
        return Finding.rule("TRAIL", "", "evidencePack", "AUDITOR", code, args);
    }

    TreeMap<String, byte[]> files(DealId id, TrailCheck.Checked checked) {
        var files = new TreeMap<String, byte[]>();
        parts.forEach(p -> files.putAll(p.files(id)));
        files.put(PackContents.FACTS, PackContents.facts(json, checked.rows().facts()));
        files.put(PackContents.MEMBERS, bytes(checked.rows().members()));
        files.put(PackContents.DEAL, bytes(checked.rows().deal()));
        return files;
    }

    private byte[] bytes(@Nullable Object value) {
        return json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    private Pack pack(DealId id, PersonId person, TreeMap<String, byte[]> files) {
        var hashes = new TreeMap<String, Object>();
        files.forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
        trail.append(
                new DealEvent(id, MADE, person, clock.now(id), Map.of("files", hashes, "format", PackContents.FORMAT)));
        Deal deal = deals.get(id);
        List<SealedEvent> events = trail.events(id);
        files.put(EVENTS, events(json, events));
        files.put(INDEX, index(json, deal.id().value(), deal.practice(), events, files));
        return new Pack(CanonicalZip.of(files), trail.head(id));
    }

    static byte[] events(JsonMapper json, List<SealedEvent> events) {
        var text = new StringBuilder();
        events.forEach(e -> text.append(json.writeValueAsString(e)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The index follows from the other files alone, so that a verifier can make it anew and compare. */
    static byte[] index(
            JsonMapper json, String dealId, boolean practice, List<SealedEvent> events, Map<String, byte[]> files) {
        var index = new TreeMap<String, Object>();
        index.put("deal", dealId);
        index.put("rehearsal", practice);
        index.put("events", events.size());
        index.put("head", events.isEmpty() ? "" : events.get(events.size() - 1).hash());
        var hashes = new TreeMap<String, String>();
        files.forEach((name, bytes) -> {
            if (!name.equals(INDEX)) {
                hashes.put(name, Sha256.of(bytes));
            }
        });
        index.put("files", hashes);
        return json.writeValueAsString(index).getBytes(StandardCharsets.UTF_8);
    }
}
