package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.Deal;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealEvent;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.EvidencePart;
import io.github.samuraidesk.deal.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything about a deal in one canonical ZIP. Making it is itself an event that names the hash of every file, so the
 * head of the chain vouches for all of them.
 */
@Service
public class EvidencePack {

    static final String EVENTS = "events.jsonl";
    static final String INDEX = "index.json";
    static final String MADE = "evidencePackMade";

    private final Trail trail;
    private final DealBook deals;
    private final DealClock clock;
    private final List<EvidencePart> parts;
    private final JsonMapper json;

    EvidencePack(Trail trail, DealBook deals, DealClock clock, List<EvidencePart> parts, JsonMapper json) {
        this.trail = trail;
        this.deals = deals;
        this.clock = clock;
        this.parts = parts;
        this.json = json;
    }

    /** @param head hash of the last event; keep it apart from the pack to verify against later */
    public record Pack(byte[] zip, String head) {}

    @Transactional
    public Pack make(DealId id, PersonId person) {
        deals.lock(id);
        var files = new TreeMap<String, byte[]>();
        parts.forEach(p -> files.putAll(p.files(id)));
        var hashes = new TreeMap<String, Object>();
        files.forEach((name, bytes) -> hashes.put(name, Blobs.sha256(bytes)));
        trail.append(new DealEvent(id, MADE, person, clock.now(id), Map.of("files", hashes)));
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
                hashes.put(name, Blobs.sha256(bytes));
            }
        });
        index.put("files", hashes);
        return json.writeValueAsString(index).getBytes(StandardCharsets.UTF_8);
    }
}
