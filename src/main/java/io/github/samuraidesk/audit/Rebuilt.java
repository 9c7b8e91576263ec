package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.SealedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a deal's events say of its facts, members, rule pack, time and files, event by event. */
final class Rebuilt {

    static final String OPENED = "dealOpened";
    static final String DRAWINGS = "drawingsTaken";

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Components of facts that name a file which the program stored with them. */
    private static final Map<String, List<String>> STORED_WITH = Map.of(
            "RenderedPaper", List.of("pdfSha256", "xhtmlSha256", "edinetSha256", "dataSha256"),
            "PartTwo", List.of("filesSha256"),
            "Attachment", List.of("sha256"));

    /**
     * A version of a fact.
     *
     * @param event number of the event that says it
     * @param timeIsTheEvents whether fact and event were written with one reading of the clock
     */
    record Fact(
            long event,
            String kind,
            String key,
            int version,
            JsonNode body,
            String person,
            String businessAt,
            boolean timeIsTheEvents,
            boolean withdrawn) {}

    /** @param name under which it was uploaded, or null where the program made it; @param event the first that names it */
    record NamedFile(@Nullable String name, long event) {}

    private record FactKey(String kind, String key) {}

    private record MemberKey(String person, String role) {}

    private final List<Fact> facts = new ArrayList<>();
    private final Map<FactKey, Integer> versions = new HashMap<>();
    private final Map<MemberKey, String> firms = new LinkedHashMap<>();
    private final Map<String, NamedFile> stored = new LinkedHashMap<>();
    private final Map<String, Long> mentioned = new HashMap<>();
    private final Map<String, String> drawings = new TreeMap<>();
    private Rows.@Nullable Deal deal;
    private String adoptedPack = "";
    private boolean openedByThisProgram;

    static Rebuilt of(List<SealedEvent> events) {
        var rebuilt = new Rebuilt();
        events.forEach(rebuilt::add);
        return rebuilt;
    }

    void add(SealedEvent event) {
        JsonNode body = Bodies.read(event.body());
        switch (event.type()) {
            case OPENED ->
                deal = new Rows.Deal(
                        body.path("practice").asBoolean(false),
                        body.path("rulePack").asString(""),
                        body.path("practice").asBoolean(false) ? event.businessAt() : null,
                        event.person());
            case "practiceTimeMoved" -> {
                if (deal != null) {
                    deal = new Rows.Deal(
                            deal.practice(), deal.rulePack(), body.path("to").asString(""), deal.openedBy());
                }
            }
            case "memberJoined" ->
                firms.putIfAbsent(
                        new MemberKey(
                                body.path("person").asString(""),
                                body.path("role").asString("")),
                        body.path("firm").asString(""));
            case "memberLeft" ->
                firms.remove(new MemberKey(
                        body.path("person").asString(""), body.path("role").asString("")));
            case "fileStored" -> {
                String sha256 = body.path("sha256").asString("");
                stored.putIfAbsent(sha256, new NamedFile(body.path("fileName").asString(""), event.seq()));
                mentioned.putIfAbsent(sha256, event.seq());
            }
            case DRAWINGS -> {
                drawings.clear();
                JsonNode taken = body.path("drawings");
                taken.propertyNames()
                        .forEach(name -> drawings.put(name, taken.path(name).asString("")));
            }
            case "factRecorded" -> add(event, body, body.path("after"), false);
            case "factWithdrawn" -> add(event, body, body.path("before"), true);
            default -> {
                // what neither fact nor file came of
            }
        }
    }

    private void add(SealedEvent event, JsonNode said, JsonNode body, boolean withdrawn) {
        String kind = said.path("kind").asString("");
        String key = said.path("key").asString("");
        int version = versions.merge(new FactKey(kind, key), 1, Integer::sum);
        boolean numbered = said.has("version");
        openedByThisProgram |= event.seq() == 2 && numbered;
        facts.add(new Fact(
                event.seq(), kind, key, version, body, event.person(), event.businessAt(), numbered, withdrawn));
        if (withdrawn) {
            return;
        }
        mention(body, event.seq());
        for (String component : STORED_WITH.getOrDefault(kind, List.of())) {
            String sha256 = body.path(component).asString("");
            if (!sha256.isEmpty()) {
                stored.putIfAbsent(sha256, new NamedFile(null, event.seq()));
            }
        }
        if (kind.equals("PackAdopted") && body.path("adopted").asBoolean(false)) {
            adoptedPack = body.path("offered").asString("");
        }
    }

    private void mention(JsonNode node, long event) {
        if (node.isString() && SHA256.matcher(node.asString()).matches()) {
            mentioned.putIfAbsent(node.asString(), event);
        } else if (node.isContainer()) {
            node.values().forEach(v -> mention(v, event));
        }
    }

    /** Every version of every fact, in the order of the events. */
    List<Fact> facts() {
        return facts;
    }

    /** The last version of every fact of a kind that stands, in the order in which their keys first appeared. */
    List<Fact> standing(String kind) {
        var last = new LinkedHashMap<String, Fact>();
        facts.stream().filter(f -> f.kind().equals(kind)).forEach(f -> last.put(f.key(), f));
        return last.values().stream().filter(f -> !f.withdrawn()).toList();
    }

    List<Rows.Member> members() {
        return firms.entrySet().stream()
                .map(e -> new Rows.Member(e.getKey().person(), e.getKey().role(), e.getValue()))
                .toList();
    }

    Rows.@Nullable Deal deal() {
        return deal;
    }

    /** The rule pack that the deal stands under: the one it was opened with, or the last that was adopted. */
    String rulePack() {
        return !adoptedPack.isEmpty() || deal == null ? adoptedPack : deal.rulePack();
    }

    /** Files by hash that must be there. */
    Map<String, NamedFile> storedFiles() {
        return stored;
    }

    /** Whether an upload or a fact names this hash. */
    boolean mentions(String sha256) {
        return mentioned.containsKey(sha256);
    }

    /** Hashes of the drawings that the deal runs on by name; none where no event names any. */
    Optional<Map<String, String>> drawings() {
        return drawings.isEmpty() ? Optional.empty() : Optional.of(drawings);
    }

    /** Whether the deal's drawings must have been recorded when it was opened. */
    boolean isOpenedByThisProgram() {
        return openedByThisProgram;
    }
}
