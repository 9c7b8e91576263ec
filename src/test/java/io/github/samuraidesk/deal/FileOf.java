package io.github.samuraidesk.deal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A deal's file of facts that a test names, without database or context: its events follow on each other as the trail's do. */
public final class FileOf {

    private final DealId id;
    private final Instant at;
    private final List<SealedEvent> events = new ArrayList<>();
    private final Map<String, Integer> versions = new LinkedHashMap<>();

    private FileOf(DealId id, Instant at) {
        this.id = id;
        this.at = at;
    }

    /** A deal whose facts are all said at one moment. */
    public static FileOf deal(String id, Instant at) {
        return new FileOf(new DealId(id), at);
    }

    /** Adds a fact; the same kind and key again is its next version. */
    public <T extends Record> FileOf said(FactKind.One<T> kind, T fact, String person) {
        FactText.Written written = FactText.write(fact);
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", kind.name());
        body.put("key", kind.key());
        body.put("version", versions.merge(kind.name() + "/" + kind.key(), 1, Integer::sum));
        body.put("textVersion", written.version());
        body.put("after", new DealFile.StoredText(written.text(), written.version()));
        return event("factRecorded", person, body);
    }

    private FileOf event(String type, String person, Map<String, Object> body) {
        long seq = events.size() + 1L;
        String before = events.isEmpty()
                ? SealedEvent.BEFORE_ALL
                : events.get(events.size() - 1).hash();
        String text = FactText.ofEvent(body);
        String when = at.toString();
        events.add(new SealedEvent(
                id.value(),
                seq,
                type,
                person,
                when,
                when,
                text,
                before,
                SealedEvent.hash(id.value(), seq, type, person, when, when, text, before)));
        return this;
    }

    public DealFile file() {
        return DealFile.of(id, events);
    }
}
