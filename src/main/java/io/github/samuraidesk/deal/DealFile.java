package io.github.samuraidesk.deal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * All that stands in a deal's chain of events up to one of them: its facts with every version of them, its members, its
 * rule pack and its practice time. It is built from nothing but the events, never changes, and holds no clock, draft or
 * task, so that whoever decides by it can say later what they decided by.
 */
public final class DealFile {

    /** A fact as it is stored, that was not read: its text as JSON. */
    public record Raw(String key, int version, String person, String businessAt, JsonNode value) {}

    /** A person in a role, for a firm. */
    public record Named(String person, String role, String firm) {}

    private final DealId id;
    private final long seq;
    private final String head;
    private final boolean sound;
    private final long unreadable;
    private final long weight;
    private final Map<String, Map<String, List<StoredFact>>> facts;
    private final Map<String, Integer> textVersions;
    private final Map<Named, String> members;
    private final @Nullable Deal opened;
    private final String openedBy;
    private final @Nullable Instant practiceNow;

    private DealFile(Builder b) {
        this.id = b.id;
        this.seq = b.seq;
        this.head = b.head;
        this.sound = b.sound;
        this.unreadable = b.unreadable;
        this.weight = b.weight;
        this.facts = b.facts;
        this.textVersions = b.textVersions;
        this.members = b.members;
        this.opened = b.opened;
        this.openedBy = b.openedBy;
        this.practiceNow = b.practiceNow;
    }

    /** The file that a deal's whole chain gives. */
    public static DealFile of(DealId id, List<SealedEvent> events) {
        return new Builder(id).add(events).build();
    }

    /** This file with the events that follow on it. */
    public DealFile plus(List<SealedEvent> events) {
        return events.isEmpty() ? this : new Builder(this).add(events).build();
    }

    public DealId id() {
        return id;
    }

    /** Number of the last event that it holds. */
    public long seq() {
        return seq;
    }

    /** Hash of the last event that it holds. */
    public String head() {
        return head;
    }

    /** Whether every event was intact, in its place, and followed on the one before it. */
    public boolean isSound() {
        return sound;
    }

    /** Characters of text that it holds. */
    long weight() {
        return weight;
    }

    /** The deal's identity, its practice date as it is now. */
    public Deal deal() {
        if (opened == null) {
            throw new IllegalArgumentException("no deal " + id);
        }
        return new Deal(
                opened.id(),
                opened.practice(),
                opened.rulePack(),
                practiceNow == null ? null : practiceNow.atZone(DealClock.TOKYO).toLocalDate());
    }

    public String openedBy() {
        return openedBy;
    }

    /** Business time of a practice deal; empty on a real one. */
    public Optional<Instant> practiceNow() {
        return Optional.ofNullable(practiceNow);
    }

    /** Everybody who was named and not taken off, by role and person. */
    public List<Named> members() {
        return members.entrySet().stream()
                .map(e -> new Named(e.getKey().person(), e.getKey().role(), e.getValue()))
                .toList();
    }

    /** The fact that stands. @throws UnreadableFact where its text is no fact of the kind */
    public <T extends Record> Optional<T> one(FactKind.One<T> kind) {
        return said(kind).map(Said::value);
    }

    public <T extends Record> Optional<Said<T>> said(FactKind.One<T> kind) {
        List<StoredFact> versions = versions(kind);
        if (versions.isEmpty() || versions.get(versions.size() - 1).withdrawn()) {
            return Optional.empty();
        }
        return Optional.of(versions.get(versions.size() - 1).read(id, kind));
    }

    /** The facts of a kind that stand, in the order in which their keys first appeared. */
    public <T extends Record> List<T> current(FactKind.Per<T> kind) {
        return all(kind).stream().map(Said::value).toList();
    }

    public <T extends Record> List<Said<T>> all(FactKind.Per<T> kind) {
        return standing(kind).stream().map(f -> f.read(id, kind)).toList();
    }

    /** Every version of a fact, the first first, withdrawals left out. */
    public <T extends Record> List<Said<T>> history(FactKind.One<T> kind) {
        return versions(kind).stream()
                .filter(f -> !f.withdrawn())
                .map(f -> f.read(id, kind))
                .toList();
    }

    /** Everyone who ever recorded the fact; whoever only withdrew it wrote nothing. */
    public Set<String> authors(FactKind.One<?> kind) {
        return authors(versions(kind));
    }

    /** Everyone who ever recorded the fact that an origin names, in whatever version. */
    public Set<String> authors(Origin origin) {
        return authors(versions(origin.kind(), origin.key()));
    }

    private static Set<String> authors(List<StoredFact> versions) {
        var people = new LinkedHashSet<String>();
        versions.stream().filter(f -> !f.withdrawn()).forEach(f -> people.add(f.person()));
        return people;
    }

    /** The version that an origin names, as it is stored; empty where it was withdrawn or the file has no such version. */
    public Optional<Raw> stored(Origin origin) {
        return versions(origin.kind(), origin.key()).stream()
                .filter(f -> !f.withdrawn())
                .map(StoredFact::raw)
                .filter(f -> f.version() == origin.version())
                .findFirst();
    }

    /** Versions of a fact so far, withdrawals among them. */
    public int count(FactKind.One<?> kind) {
        return versions(kind).size();
    }

    /** The standing facts of a kind as they are stored, whatever they have become: evidence shows them as they are. */
    public List<Raw> asStored(FactKind.Per<?> kind) {
        return standing(kind).stream().map(StoredFact::raw).toList();
    }

    /** The text of the fact that stands, as its event has it. */
    public Optional<StoredText> text(FactKind.One<?> kind) {
        List<StoredFact> versions = versions(kind);
        return versions.isEmpty() || versions.get(versions.size() - 1).withdrawn()
                ? Optional.empty()
                : Optional.of(versions.get(versions.size() - 1).storedText());
    }

    /** A fact's text and the version of its kind; 0 for programs that knew no versions. */
    public record StoredText(String text, int version) {}

    /** The last version of each kind's text that it holds, by stored name. */
    Map<String, Integer> textVersions() {
        return textVersions;
    }

    private void mustBeReadable() {
        if (unreadable > 0) {
            throw new UnreadableFact(id, "event", String.valueOf(unreadable), 0, null);
        }
    }

    private List<StoredFact> standing(FactKind.Per<?> kind) {
        mustBeReadable();
        return facts.getOrDefault(kind.name(), Map.of()).values().stream()
                .map(versions -> versions.get(versions.size() - 1))
                .filter(f -> !f.withdrawn())
                .toList();
    }

    private List<StoredFact> versions(FactKind.One<?> kind) {
        return versions(kind.name(), kind.key());
    }

    private List<StoredFact> versions(String kind, String key) {
        mustBeReadable();
        return facts.getOrDefault(kind, Map.of()).getOrDefault(key, List.of());
    }

    /** Adds events to a file under way; what it shares with the file it began from is copied before it is changed. */
    private static final class Builder {

        private final DealId id;
        private final Map<String, Map<String, List<StoredFact>>> facts;
        private final Set<String> ownKinds = new LinkedHashSet<>();
        private final Map<String, Integer> textVersions;
        private final Map<Named, String> members;
        private long seq;
        private String head;
        private boolean sound;
        private long unreadable;
        private long weight;
        private @Nullable Deal opened;
        private String openedBy = "";
        private @Nullable Instant practiceNow;

        Builder(DealId id) {
            this.id = id;
            this.facts = new HashMap<>();
            this.textVersions = new HashMap<>();
            this.members = new LinkedHashMap<>();
            this.head = SealedEvent.BEFORE_ALL;
            this.sound = true;
        }

        Builder(DealFile from) {
            this.id = from.id;
            this.facts = new HashMap<>(from.facts);
            this.textVersions = new HashMap<>(from.textVersions);
            this.members = new LinkedHashMap<>(from.members);
            this.seq = from.seq;
            this.head = from.head;
            this.sound = from.sound;
            this.unreadable = from.unreadable;
            this.weight = from.weight;
            this.opened = from.opened;
            this.openedBy = from.openedBy;
            this.practiceNow = from.practiceNow;
        }

        DealFile build() {
            return new DealFile(this);
        }

        Builder add(List<SealedEvent> events) {
            events.forEach(this::add);
            return this;
        }

        private void add(SealedEvent event) {
            sound &= event.seq() == seq + 1 && event.previousHash().equals(head) && event.isIntact();
            seq = event.seq();
            head = event.hash();
            Map<?, ?> body = body(event);
            switch (event.type()) {
                case "dealOpened" -> open(event, body);
                case "practiceTimeMoved" -> practiceNow = instant(text(body.get("to")));
                case "memberJoined" -> members.putIfAbsent(member(body), text(body.get("firm")));
                case "memberLeft" -> members.remove(member(body));
                case "factRecorded" -> add(event, body, "after", false);
                case "factWithdrawn" -> add(event, body, "before", true);
                default -> {
                    // says nothing that a file holds
                }
            }
        }

        private void open(SealedEvent event, Map<?, ?> body) {
            boolean practice = Boolean.TRUE.equals(body.get("practice"));
            opened = new Deal(id, practice, text(body.get("rulePack")), null);
            openedBy = event.person();
            practiceNow = practice ? instant(event.businessAt()) : null;
        }

        private static Named member(Map<?, ?> body) {
            return new Named(text(body.get("person")), text(body.get("role")), "");
        }

        private void add(SealedEvent event, Map<?, ?> body, String at, boolean withdrawn) {
            String kind = text(body.get("kind"));
            String key = text(body.get("key"));
            Map<String, List<StoredFact>> ofKind =
                    ownKinds.add(kind) ? new LinkedHashMap<>(facts.getOrDefault(kind, Map.of())) : facts.get(kind);
            facts.put(kind, ofKind);
            List<StoredFact> before = ofKind.getOrDefault(key, List.of());
            String text = FactText.plain(body.get(at));
            int version =
                    body.get("textVersion") instanceof FactText.Digits digits ? Integer.parseInt(digits.text()) : 0;
            var versions = new ArrayList<StoredFact>(before.size() + 1);
            versions.addAll(before);
            versions.add(new StoredFact(
                    kind,
                    key,
                    before.size() + 1,
                    event.person(),
                    event.businessAt(),
                    new StoredText(text, version),
                    withdrawn));
            ofKind.put(key, versions);
            textVersions.merge(kind, version, Math::max);
            weight += text.length();
        }

        private Map<?, ?> body(SealedEvent event) {
            try {
                if (FactText.parse(event.body()) instanceof Map<?, ?> body) {
                    return body;
                }
            } catch (JacksonException e) {
                // nobody can say what stands after it
            }
            unreadable = event.seq();
            return Map.of();
        }

        private static String text(@Nullable Object value) {
            return value instanceof String text ? text : "";
        }

        private static @Nullable Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
