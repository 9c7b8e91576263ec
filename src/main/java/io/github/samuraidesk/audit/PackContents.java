package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.deal.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Holds the files of an evidence pack to its events: tables are compared with what the events say, every other file with
 * a hash that an event names. That the pack was made is an event too, but vouches for nothing here.
 */
final class PackContents {

    static final String FACTS = "facts.jsonl";
    static final String MEMBERS = "members.json";
    static final String DEAL = "deal.json";
    static final String DIFFERENCES = "differences.json";

    /** Since this format a pack has the stored facts, members and the deal's own row. */
    static final int FORMAT = 2;

    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    private final Map<String, byte[]> files;
    private final Rebuilt rebuilt;
    private final boolean earlier;
    private final List<String> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private PackContents(Map<String, byte[]> files, List<SealedEvent> events, int format) {
        this.files = files;
        this.rebuilt = Rebuilt.of(events);
        this.earlier = format < FORMAT;
    }

    /** @param notes what nothing but the making of the pack vouches for, each naming its file */
    record Held(List<String> faults, List<String> notes) {}

    /**
     * @param files contents of the pack without events and index
     * @param format of the pack; 1 for those of programs that named none
     */
    static Held check(Map<String, byte[]> files, List<SealedEvent> events, int format) {
        var contents = new PackContents(files, events, format);
        contents.tables();
        contents.papers();
        contents.clauses();
        contents.storedFiles();
        contents.rules();
        contents.drawings();
        PackTemplates.hold(contents.inFolder(PackTemplates.FOLDER), contents.rebuilt, contents.faults);
        contents.nothingElse();
        return new Held(List.copyOf(contents.faults), List.copyOf(contents.notes));
    }

    static byte[] facts(JsonMapper json, List<Rows.Fact> rows) {
        var text = new StringBuilder();
        rows.forEach(r -> text.append(json.writeValueAsString(r)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The rows of the tables, as they were stored when the pack was made. */
    private void tables() {
        if (earlier) {
            return;
        }
        byte[] facts = files.get(FACTS);
        byte[] members = files.get(MEMBERS);
        byte[] deal = files.get(DEAL);
        try {
            if (facts != null) {
                var rows = new ArrayList<Rows.Fact>();
                for (String line : new String(facts, StandardCharsets.UTF_8).split("\n")) {
                    rows.add(Bodies.as(line.getBytes(StandardCharsets.UTF_8), Rows.Fact.class));
                }
                boolean practice = rebuilt.deal() != null && rebuilt.deal().practice();
                add(FACTS, Comparison.facts(rows, rebuilt.facts(), practice));
            }
            if (members != null) {
                add(MEMBERS, Comparison.members(List.of(Bodies.as(members, Rows.Member[].class)), rebuilt.members()));
            }
            if (deal != null) {
                add(DEAL, Comparison.deal(Bodies.as(deal, Rows.Deal.class), rebuilt.deal()));
            }
        } catch (JacksonException e) {
            faults.add("tables: not as the program writes them (" + e.getOriginalMessage() + ")");
        }
        missing(FACTS, facts);
        missing(MEMBERS, members);
        missing(DEAL, deal);
        if (files.containsKey(DIFFERENCES)) {
            faults.add(
                    DIFFERENCES + ": when the pack was made, the program found the deal not to be what its events say");
        }
    }

    private void missing(String name, byte[] bytes) {
        if (bytes == null) {
            faults.add(name + ": is missing");
        }
    }

    private void add(String name, List<Difference> differences) {
        differences.forEach(d -> faults.add(name + ": " + d));
    }

    private void papers() {
        JsonNode list = read("documents.json");
        List<Rebuilt.Fact> papers = rebuilt.standing("RenderedPaper");
        if (list.isArray()) {
            facts("documents.json", "RenderedPaper", list, false, papers);
        }
        for (Rebuilt.Fact paper : papers) {
            String name = "documents/" + paper.key();
            holds(name + ".pdf", paper, "pdfSha256");
            holds(name + ".xhtml", paper, "xhtmlSha256");
            holds(name + "-edinet.zip", paper, "edinetSha256");
        }
        storedFacts("approvals.json", "Verdict", read("approvals.json"));
        storedFacts("prices.json", "PricingRun", read("prices.json"));
    }

    private void holds(String name, Rebuilt.Fact paper, String component) {
        String sha256 = paper.body().path(component).asString("");
        byte[] bytes = files.get(name);
        if (sha256.isEmpty()) {
            if (bytes != null) {
                faults.add(name + ": no event names it");
            }
        } else if (bytes == null) {
            faults.add(name + ": is missing; event " + paper.event() + " names it by " + sha256);
        } else if (!Sha256.of(bytes).equals(sha256)) {
            faults.add(name + ": its hash is " + Sha256.of(bytes) + ", by event " + paper.event() + " " + sha256);
        }
    }

    private JsonNode read(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            faults.add(name + ": is missing");
            return NOTHING;
        }
        JsonNode node = Bodies.read(bytes);
        if (node.isMissingNode()) {
            faults.add(name + ": is not readable");
        }
        return node;
    }

    private void storedFacts(String file, String kind, JsonNode list) {
        if (list.isArray()) {
            facts(file, kind, list, true, rebuilt.standing(kind));
        } else if (!list.isMissingNode()) {
            faults.add(file + ": holds no list of " + kind);
        }
    }

    /** @param withHistory whether the facts stand in the file with key, version, person and time */
    private void facts(String file, String kind, JsonNode list, boolean withHistory, List<Rebuilt.Fact> byEvents) {
        var said = new LinkedHashMap<String, Rebuilt.Fact>();
        byEvents.forEach(f -> said.put(f.key(), f));
        for (int i = 0; i < list.size(); i++) {
            JsonNode element = list.path(i);
            Optional<Rebuilt.Fact> fact = withHistory
                    ? Optional.ofNullable(said.remove(element.path("key").asString("")))
                    : Optional.ofNullable(
                            i < byEvents.size() ? said.remove(byEvents.get(i).key()) : null);
            if (fact.isEmpty()) {
                faults.add(file + ": " + kind + " " + element.path("key").asString(String.valueOf(i))
                        + " stands by no event");
                continue;
            }
            if (withHistory) {
                history(file, element, fact.get());
            }
            value(file, withHistory ? element.path("value") : element, fact.get());
        }
        said.values()
                .forEach(f -> faults.add(file + ": " + kind + " " + f.key() + " v" + f.version()
                        + ", recorded by event " + f.event() + ", is missing"));
    }

    private void history(String file, JsonNode element, Rebuilt.Fact said) {
        differs(file, said, "version", element.path("version").asString(""), String.valueOf(said.version()));
        differs(file, said, "person", element.path("person").asString(""), said.person());
        String at = element.path("businessAt").asString("");
        boolean practice = rebuilt.deal() != null && rebuilt.deal().practice();
        if (!Comparison.isSameTime(at, said, practice)) {
            differs(file, said, "businessAt", at, said.businessAt());
        }
    }

    private void value(String file, JsonNode stored, Rebuilt.Fact said) {
        Bodies.compare(stored, said.body(), Bodies.LeftOut.IS_A_DEFAULT)
                .forEach(u -> differs(file, said, u.path(), u.stored(), u.byEvents()));
        // a program reads a fact of an earlier one with what that one would have said
        Bodies.unsaid(stored, said.body())
                .forEach(u -> notes.add(file + ": " + named(said) + ": " + u.path() + " is \"" + u.stored()
                        + "\", which no event says: added when the fact was read"));
    }

    private void differs(String file, Rebuilt.Fact said, String component, String stored, String byEvents) {
        if (!stored.equals(byEvents)) {
            faults.add(file + ": " + named(said) + ": " + component + " is \"" + stored + "\", by event " + said.event()
                    + " \"" + byEvents + "\"");
        }
    }

    private static String named(Rebuilt.Fact fact) {
        return fact.kind() + " " + fact.key() + " v" + fact.version();
    }

    private void clauses() {
        JsonNode clauses = read("clauses.json");
        if (clauses.isMissingNode()) {
            return;
        }
        storedFacts("clauses.json", "ClausesSigned", clauses.path("signed"));
        storedFacts("clauses.json", "ChangeProposal", clauses.path("proposals"));
        printed(clauses.path("printed"));
    }

    /** The wording of what is printed follows from the events; whether a clause fits the terms is not decided here. */
    private void printed(JsonNode printed) {
        var pinned = new LinkedHashMap<String, JsonNode>();
        List<Rebuilt.Fact> pin = rebuilt.standing("ClausesPinned");
        pin.forEach(f -> f.body()
                .path("clauses")
                .values()
                .forEach(c -> pinned.put(c.path("id").asString(""), c)));
        var texts = new LinkedHashMap<String, JsonNode>();
        rebuilt.standing("SlotText")
                .forEach(f -> texts.put(f.body().path("slot").asString(""), f.body()));
        rebuilt.standing("ClauseText")
                .forEach(f -> texts.put(f.body().path("clause").asString(""), f.body()));
        var choices = new LinkedHashMap<String, Boolean>();
        rebuilt.standing("ClauseChoice")
                .forEach(f -> choices.put(
                        f.body().path("clause").asString(""),
                        f.body().path("taken").asBoolean(false)));
        var shown = new LinkedHashMap<String, JsonNode>();
        printed.values().forEach(w -> shown.put(w.path("clause").path("id").asString(""), w));
        shown.forEach((id, worded) -> {
            JsonNode clause = pin.isEmpty() ? worded.path("clause") : pinned.getOrDefault(id, NOTHING);
            if (clause.isMissingNode()) {
                faults.add("clauses.json: clause " + id + " is printed, but no event gave it to the deal");
                return;
            }
            Bodies.compare(worded.path("clause"), clause, Bodies.LeftOut.IS_A_DEFAULT)
                    .forEach(u -> clause(id, "clause." + u.path(), u.stored(), u.byEvents()));
            JsonNode own = texts.get(id);
            // an earlier program kept the Japanese wording of a slot alone
            JsonNode ja = own == null ? clause.path("ja") : own.has("text") ? own.path("text") : own.path("ja");
            JsonNode en = own == null ? clause.path("en") : own.path("en");
            clause(id, "ja", worded.path("ja").asString(""), ja.asString(""));
            clause(id, "en", worded.path("en").asString(""), en.asString(""));
            clause(id, "own", worded.path("own").asString(""), String.valueOf(own != null));
            boolean left = choices.containsKey(id) && !choices.get(id);
            if (left && clause.path("use").asString("").equals("STANDARD")) {
                clause(id, "printed", "true", "false");
            }
            if (clause.path("use").asString("").equals("OPTIONAL") && !choices.getOrDefault(id, false)) {
                clause(id, "printed", "true", "false");
            }
        });
        pinned.forEach((id, clause) -> {
            boolean always = clause.path("use").asString("").equals("REQUIRED")
                    && clause.path("when").isEmpty();
            if (always && !shown.containsKey(id) && !shown.isEmpty()) {
                clause(id, "printed", "false", "true");
            }
        });
        if (pin.isEmpty() && !shown.isEmpty()) {
            notes.add("clauses.json: printed: no event pins the deal to clauses; the words are those of the program");
        } else if (!shown.isEmpty()) {
            notes.add("clauses.json: printed: words and choices follow from the events;"
                    + " which conditional clauses the terms call for was not decided again");
        }
    }

    private void clause(String id, String component, String stored, String byEvents) {
        if (!stored.equals(byEvents)) {
            faults.add("clauses.json: printed clause " + id + ": " + component + " is \"" + stored
                    + "\", by the events \"" + byEvents + "\"");
        }
    }

    private void storedFiles() {
        files.forEach((name, bytes) -> {
            if (name.startsWith("files/")) {
                String sha256 = Sha256.of(bytes);
                if (!name.equals("files/" + sha256)) {
                    faults.add(name + ": its hash is " + sha256);
                } else if (!rebuilt.mentions(sha256)) {
                    faults.add(name + ": no event names it");
                }
            }
        });
        rebuilt.storedFiles().forEach((sha256, named) -> {
            if (!files.containsKey("files/" + sha256)) {
                faults.add("files/" + sha256 + ": is missing; event " + named.event() + " names it");
            }
        });
    }

    /** A rule pack's hash is that of its files one after the other, in the order of their names. */
    private void rules() {
        var all = new ByteArrayOutputStream();
        inFolder("rules/").values().forEach(all::writeBytes);
        String pinned = rebuilt.rulePack();
        if (all.size() == 0) {
            notes.add("rules/: the rule pack " + pinned
                    + " that the events name is not here: the program no longer had it");
        } else if (!Sha256.of(all.toByteArray()).equals(pinned)) {
            faults.add("rules/: their hash is " + Sha256.of(all.toByteArray()) + ", by the events " + pinned);
        }
    }

    private void drawings() {
        Map<String, byte[]> here = inFolder("processes/");
        Optional<Map<String, String>> taken = rebuilt.drawings();
        if (taken.isEmpty()) {
            if (rebuilt.isOpenedByThisProgram() && !here.isEmpty()) {
                here.keySet().forEach(name -> faults.add(name + ": no event names it"));
            } else if (!here.isEmpty()) {
                notes.add("processes/: " + here.size() + " files vouched for only by the pack:"
                        + " the program that opened the deal recorded no drawings");
            }
            return;
        }
        here.forEach((name, bytes) -> {
            String said = taken.get().get(name.substring("processes/".length()));
            if (said == null) {
                faults.add(name + ": no event names it");
            } else if (!said.equals(Sha256.of(bytes))) {
                faults.add(name + ": its hash is " + Sha256.of(bytes) + ", by the events " + said);
            }
        });
        taken.get().keySet().stream()
                .filter(name -> !here.containsKey("processes/" + name))
                .forEach(name -> faults.add("processes/" + name + ": is missing; the deal runs on it by the events"));
    }

    private TreeMap<String, byte[]> inFolder(String folder) {
        var found = new TreeMap<String, byte[]>();
        files.forEach((name, bytes) -> {
            if (name.startsWith(folder)) {
                found.put(name, bytes);
            }
        });
        return found;
    }

    private void nothingElse() {
        var papers = rebuilt.standing("RenderedPaper").stream()
                .map(f -> "documents/" + f.key())
                .toList();
        for (String name : files.keySet()) {
            boolean paper = papers.stream()
                    .anyMatch(p ->
                            name.equals(p + ".pdf") || name.equals(p + ".xhtml") || name.equals(p + "-edinet.zip"));
            boolean held = paper
                    || List.of("documents.json", "approvals.json", "prices.json", "clauses.json")
                            .contains(name)
                    || (!earlier && List.of(FACTS, MEMBERS, DEAL, DIFFERENCES).contains(name))
                    || name.startsWith("files/")
                    || name.startsWith("rules/")
                    || name.startsWith(PackTemplates.FOLDER)
                    || name.startsWith("processes/");
            if (!held) {
                faults.add(name + ": no event names it");
            }
        }
    }
}
