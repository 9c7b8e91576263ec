package io.github.samuraidesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.HumanTask;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is changed in a deal's tables by SQL is found and named, by the server and in a pack. */
public class TrailCheckTest extends DeskTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private TrailCheck check;

    @Autowired
    private EvidencePack packs;

    @Autowired
    private Blobs blobs;

    @Autowired
    private JdbcTemplate jdbc;

    /** What the rehearsals of the samples record; whoever adds a kind there adds it here. */
    public static final Set<String> KINDS = Set.of(
            "AccountSplit",
            "Allocation",
            "ClauseText",
            "ClausesPinned",
            "ClausesSigned",
            "Closed",
            "ConditionPrecedent",
            "ConflictCheck",
            "Delivery",
            "EffectivenessConfirmed",
            "Filing",
            "FundsMemo",
            "FundsRequested",
            "Given",
            "Guidance",
            "IssueInformation",
            "Mandate",
            "NewRecord",
            "Obligation",
            "Order",
            "Outcome",
            "PartTwo",
            "PricingApproved",
            "PricingRun",
            "QuoteSet",
            "RenderedPaper",
            "RouteConfirmed",
            "ShelfChecked",
            "SlotText",
            "Sounding",
            "SubscriptionSigned",
            "TaskDone",
            "TemplatesPinned",
            "TermSheet",
            "TrancheDropped",
            "Verdict");

    /** A change of one column of one row, and how it must be named. */
    private record Change(long factId, String column, Object value, Difference named) {}

    @Test
    void everyColumnOfEveryKindOfFactChangedBySqlIsFoundAndNamed() {
        var seen = new TreeSet<String>();
        int changes = 0;
        // a full registration with Part 2, quotes and a dropped tranche; a takedown from a shelf
        for (String sample : List.of("SVN-2024", "KEXIM-2018")) {
            DealId id = open(sample);
            rehearsal.run(id, task -> false);
            assertThat(check.whole(id)).isEmpty();
            assertThat(contents(id)).isEmpty();
            int round = 0;
            for (List<Change> together : rounds(id, seen)) {
                changedTogetherAllAreFound(id, together, sample + " round " + round++);
                changes += together.size();
            }
            assertThat(check.whole(id)).isEmpty();
        }
        assertThat(seen).containsAll(KINDS);
        assertThat(changes).isGreaterThan(KINDS.size() * 6);
    }

    private void changedTogetherAllAreFound(DealId id, List<Change> together, String round) {
        Map<Long, Object> before = new LinkedHashMap<>();
        for (Change c : together) {
            before.put(
                    c.factId(),
                    jdbc.queryForObject(
                            "SELECT " + c.column() + " FROM deal_fact WHERE fact_id = ?", Object.class, c.factId()));
            set(c.factId(), c.column(), c.value());
        }
        List<Difference> expected = together.stream().map(Change::named).toList();
        assertThat(check.whole(id)).as(round).containsExactlyInAnyOrderElementsOf(expected);
        List<String> faults = contents(id);
        assertThat(faults)
                .as(round)
                .containsAll(expected.stream().map(d -> "facts.jsonl: " + d).toList());
        // what the pack says of papers, approvals, prices and clauses is told by the events, whatever the table says
        assertThat(faults).as(round).allMatch(f -> f.startsWith("facts.jsonl: "));
        if (round.endsWith(" 0")) {
            aPackAroundTheRefusalIsNotSound(id, expected);
        }
        together.forEach(c -> set(c.factId(), c.column(), before.get(c.factId())));
    }

    private void aPackAroundTheRefusalIsNotSound(DealId id, List<Difference> expected) {
        assertThatThrownBy(() -> packs.make(id, Cast.AUDITOR.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings())
                                .hasSize(expected.size())
                                .allMatch(f -> f.code().equals("dealDoesNotHold")));
        EvidencePack.Pack pack = packs.makeWithDifferences(id, Cast.AUDITOR.person());
        Verifier.Result result = Verifier.verify(pack.zip(), Optional.of(pack.head()));
        assertThat(result.isSound()).isFalse();
        assertThat(result.faults())
                .anyMatch(f -> f.startsWith("differences.json:"))
                .containsAll(expected.stream().map(d -> "facts.jsonl: " + d).toList());
    }

    private void set(long factId, String column, Object value) {
        jdbc.update("UPDATE deal_fact SET " + column + " = ? WHERE fact_id = ?", value, factId);
    }

    private List<String> contents(DealId id) {
        return PackContents.check(
                        packs.files(id, check.check(id)), check.check(id).events(), PackContents.FORMAT)
                .faults();
    }

    /** Changes that are made together: one of each kind, each of another column or of another component. */
    private List<List<Change>> rounds(DealId id, Set<String> seen) {
        var byKind = new TreeMap<String, List<Change>>();
        for (Map<String, Object> row :
                jdbc.queryForList("SELECT * FROM deal_fact WHERE deal_id = ? ORDER BY fact_id DESC", id.value())) {
            List<Change> changes = byKind.computeIfAbsent((String) row.get("KIND"), k -> new ArrayList<>());
            if (seen.add((String) row.get("KIND"))) {
                changes.add(change(row, "person", "mallory", row.get("PERSON")));
                changes.add(change(row, "kind", row.get("KIND") + "x", row.get("KIND")));
                changes.add(change(row, "fact_key", row.get("FACT_KEY") + "x", row.get("FACT_KEY")));
                changes.add(change(row, "version", (Integer) row.get("VERSION") + 100, row.get("VERSION")));
                changes.add(change(row, "business_at", "2001-01-01T00:00:00Z", row.get("BUSINESS_AT")));
                changes.add(change(row, "withdrawn", !(Boolean) row.get("WITHDRAWN"), row.get("WITHDRAWN")));
            }
            String body = String.valueOf(row.get("BODY"));
            for (Leaf leaf : leaves(body)) {
                if (seen.add(row.get("KIND") + " " + leaf.path().replaceAll("\\.\\d+", ".n"))) {
                    changes.add(new Change(
                            (Long) row.get("FACT_ID"),
                            "body",
                            leaf.changedBody(),
                            named(row, "body." + leaf.path(), leaf.now(), leaf.before())));
                }
            }
        }
        var rounds = new ArrayList<List<Change>>();
        byKind.values().forEach(changes -> {
            for (int i = 0; i < changes.size(); i++) {
                if (rounds.size() == i) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(i).add(changes.get(i));
            }
        });
        return rounds;
    }

    private static Change change(Map<String, Object> row, String column, Object value, Object before) {
        return new Change(
                (Long) row.get("FACT_ID"),
                column,
                value,
                named(row, column, String.valueOf(value), String.valueOf(before)));
    }

    private static Difference named(Map<String, Object> row, String column, String stored, String byEvents) {
        return new Difference(
                "deal_fact",
                (String) row.get("KIND"),
                (String) row.get("FACT_KEY"),
                (Integer) row.get("VERSION"),
                column,
                stored,
                byEvents);
    }

    private record Leaf(String path, String before, String now, String changedBody) {}

    /** Every leaf of a body, changed once: a number by one, a text by a letter, a truth to its contrary. */
    private static List<Leaf> leaves(String body) {
        var leaves = new ArrayList<Leaf>();
        JsonNode root = Bodies.read(body);
        walk(root, root, "", leaves);
        return leaves;
    }

    private static void walk(JsonNode root, JsonNode node, String path, List<Leaf> leaves) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode was = object.get(name);
                String inside = path.isEmpty() ? name : path + "." + name;
                if (was.isContainer() && !was.isEmpty()) {
                    walk(root, was, inside, leaves);
                } else {
                    object.set(name, changed(was));
                    leaves.add(new Leaf(inside, Bodies.text(was), Bodies.text(changed(was)), root.toString()));
                    object.set(name, was);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode was = array.get(i);
                if (was.isContainer() && !was.isEmpty()) {
                    walk(root, was, path + "." + i, leaves);
                } else {
                    array.set(i, changed(was));
                    leaves.add(new Leaf(path + "." + i, Bodies.text(was), Bodies.text(changed(was)), root.toString()));
                    array.set(i, was);
                }
            }
        }
    }

    private static JsonNode changed(JsonNode was) {
        var nodes = JSON.getNodeFactory();
        if (was.isNumber()) {
            return nodes.numberNode(was.decimalValue().add(java.math.BigDecimal.ONE));
        }
        if (was.isBoolean()) {
            return nodes.booleanNode(!was.booleanValue());
        }
        return nodes.stringNode(was.isString() ? was.asString() + "x" : "forged");
    }

    private DealId aDeal() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHECK_CONFLICTS);
        desk.upload(id, "text/plain", "note.txt", "a note".getBytes(StandardCharsets.UTF_8), Cast.LEAD.person());
        assertThat(check.whole(id)).isEmpty();
        return id;
    }

    private void isFoundAndNamed(DealId id, String file, Difference... expected) {
        assertThat(check.whole(id)).containsExactlyInAnyOrder(expected);
        List<String> faults = contents(id);
        for (Difference d : expected) {
            assertThat(faults).anyMatch(f -> f.startsWith(file) && f.contains(d.key()));
        }
    }

    @Test
    void aRowWithoutAnEventAndAnEventWithoutItsRowAreFoundAndNamed() {
        DealId id = aDeal();
        jdbc.update(
                "INSERT INTO deal_fact (deal_id, kind, fact_key, version, body, person, business_at, withdrawn)"
                        + " VALUES (?, 'Verdict', 'prospectus/MANAGERS_COUNSEL', 1, '{}', 'reviewer', '2024-01-01T00:00:00Z', FALSE)",
                id.value());
        isFoundAndNamed(
                id,
                "facts.jsonl",
                new Difference("deal_fact", "Verdict", "prospectus/MANAGERS_COUNSEL", 1, "row", "{}", ""));
        assertThat(contents(id)).noneMatch(f -> f.startsWith("approvals.json"));
        jdbc.update("DELETE FROM deal_fact WHERE deal_id = ? AND kind = 'Verdict'", id.value());

        jdbc.update("DELETE FROM deal_fact WHERE deal_id = ? AND kind = 'RouteConfirmed'", id.value());
        assertThat(check.whole(id))
                .isNotEmpty()
                .allMatch(d -> d.kind().equals("RouteConfirmed")
                        && d.column().equals("row")
                        && d.stored().isEmpty());
    }

    /** What stands is the row with the highest number: rows that changed places change what stands. */
    @Test
    void rowsThatChangedPlacesAreFoundAndNamed() {
        DealId id = aDeal();
        complete(id, HumanTask.CHECK_CONFLICTS);
        Map<String, Object> first = jdbc.queryForMap(
                "SELECT * FROM deal_fact WHERE deal_id = ? AND kind = 'TaskDone' ORDER BY fact_id LIMIT 1", id.value());
        jdbc.update("DELETE FROM deal_fact WHERE fact_id = ?", first.get("FACT_ID"));
        jdbc.update(
                "INSERT INTO deal_fact (deal_id, kind, fact_key, version, body, person, business_at, withdrawn)"
                        + " VALUES (?,?,?,?,?,?,?,?)",
                id.value(),
                first.get("KIND"),
                first.get("FACT_KEY"),
                first.get("VERSION"),
                String.valueOf(first.get("BODY")),
                first.get("PERSON"),
                first.get("BUSINESS_AT"),
                first.get("WITHDRAWN"));
        assertThat(check.whole(id)).singleElement().satisfies(d -> {
            assertThat(d.column()).isEqualTo("fact_id");
            assertThat(d.key()).isEqualTo(first.get("FACT_KEY"));
        });
    }

    @Test
    void numbersAreComparedAsDecimalsAndNothingElseIs() {
        DealId id = aDeal();
        String body = jdbc.queryForObject(
                "SELECT body FROM deal_fact WHERE deal_id = ? AND kind = 'TermSheet' AND version = 1",
                String.class,
                id.value());
        Matcher number = Pattern.compile("(\"[A-Za-z]+\":)(-?\\d+)(?=[,}])").matcher(body);
        assertThat(number.find()).isTrue();
        String name = number.group(1);
        String digits = number.group(2);
        termSheet(id, number.replaceFirst(name + " " + digits + ".00"));
        assertThat(check.whole(id)).isEmpty();
        termSheet(id, number.replaceFirst(name + digits + ".01"));
        assertThat(check.whole(id))
                .singleElement()
                .satisfies(d -> assertThat(d.stored()).isEqualTo(digits + ".01"));
        termSheet(id, number.replaceFirst(name + "\"" + digits + "\""));
        assertThat(check.whole(id)).hasSize(1);
        termSheet(id, "no JSON");
        assertThat(check.whole(id))
                .singleElement()
                .satisfies(d -> assertThat(d.column()).isEqualTo("body"));
        termSheet(id, body);
        assertThat(check.whole(id)).isEmpty();
    }

    private void termSheet(DealId id, String body) {
        jdbc.update("UPDATE deal_fact SET body = ? WHERE deal_id = ? AND kind = 'TermSheet'", body, id.value());
    }

    @Test
    void membersChangedAddedOrRemovedBySqlAreFoundAndNamed() {
        DealId id = aDeal();
        String firm = jdbc.queryForObject(
                "SELECT firm FROM membership WHERE deal_id = ? AND person = 'lead'", String.class, id.value());
        jdbc.update("UPDATE membership SET firm = 'Other' WHERE deal_id = ? AND person = 'lead'", id.value());
        isFoundAndNamed(
                id, "members.json", new Difference("membership", "LEAD_MANAGER", "lead", 0, "firm", "Other", firm));
        jdbc.update("UPDATE membership SET firm = ? WHERE deal_id = ? AND person = 'lead'", firm, id.value());

        jdbc.update(
                "INSERT INTO membership (deal_id, person, role, firm) VALUES (?, 'mallory', 'AUDITOR', 'M')",
                id.value());
        isFoundAndNamed(
                id,
                "members.json",
                new Difference("membership", "AUDITOR", "mallory", 0, "row", "AUDITOR mallory M", ""));
        jdbc.update("DELETE FROM membership WHERE deal_id = ? AND person = 'mallory'", id.value());

        jdbc.update("UPDATE membership SET role = 'AUDITOR' WHERE deal_id = ? AND person = 'agent'", id.value());
        assertThat(check.whole(id))
                .extracting(d -> d.kind() + " " + d.key() + " " + d.stored().isEmpty())
                .containsExactlyInAnyOrder("AUDITOR agent false", "AGENT agent true");
        jdbc.update("UPDATE membership SET role = 'AGENT' WHERE deal_id = ? AND person = 'agent'", id.value());
        assertThat(check.whole(id)).isEmpty();

        jdbc.update("DELETE FROM membership WHERE deal_id = ? AND person = 'auditor'", id.value());
        assertThat(check.whole(id))
                .singleElement()
                .satisfies(d -> assertThat(d.key()).isEqualTo("auditor"));
    }

    @Test
    void theDealsOwnRowChangedBySqlIsFoundAndNamed() {
        DealId id = aDeal();
        Map<String, Object> row = jdbc.queryForMap("SELECT * FROM deal WHERE deal_id = ?", id.value());
        Map<String, Object> changes = Map.of(
                "practice",
                false,
                "rule_pack",
                "0".repeat(64),
                "practice_now",
                "2024-02-02T00:00:00Z",
                "opened_by",
                "mallory");
        changes.forEach((column, value) -> {
            jdbc.update("UPDATE deal SET " + column + " = ? WHERE deal_id = ?", value, id.value());
            isFoundAndNamed(
                    id,
                    "deal.json",
                    new Difference(
                            "deal",
                            "",
                            "",
                            0,
                            column,
                            String.valueOf(value),
                            String.valueOf(row.get(column.toUpperCase(Locale.ROOT)))));
            jdbc.update(
                    "UPDATE deal SET " + column + " = ? WHERE deal_id = ?",
                    row.get(column.toUpperCase(Locale.ROOT)),
                    id.value());
        });
    }

    @Test
    void theHeadOfTheChainChangedBySqlIsFoundAndNamed() {
        DealId id = aDeal();
        Map<String, Object> row = jdbc.queryForMap("SELECT seq, head FROM deal_chain WHERE deal_id = ?", id.value());
        jdbc.update("UPDATE deal_chain SET head = ? WHERE deal_id = ?", "f".repeat(64), id.value());
        var head = new Difference("deal_chain", "", "", 0, "head", "f".repeat(64), String.valueOf(row.get("HEAD")));
        assertThat(check.whole(id)).containsExactly(head);
        jdbc.update("UPDATE deal_chain SET head = ?, seq = 3 WHERE deal_id = ?", row.get("HEAD"), id.value());
        assertThat(check.whole(id))
                .singleElement()
                .satisfies(d -> assertThat(d.column()).isEqualTo("seq"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type = 'taskCompleted'",
                "person = 'mallory'",
                "business_at = '2001-01-01T00:00:00Z'",
                "recorded_at = '2001-01-01T00:00:00Z'",
                "body = '{}'",
                "previous_hash = ''",
                "hash = ''",
                "seq = 900"
            })
    void anEventChangedBySqlIsFoundAndNamed(String change) {
        DealId id = aDeal();
        jdbc.update("UPDATE deal_event SET " + change + " WHERE deal_id = ? AND seq = 5", id.value());
        String named = change.startsWith("seq") ? "900" : "5";
        assertThat(check.whole(id))
                .anyMatch(d -> d.table().equals("deal_event") && d.key().equals(named));
    }

    @Test
    void filesChangedAddedOrRemovedBySqlAreFoundAndNamedAndNotShown() {
        DealId id = aDeal();
        byte[] note = "a note".getBytes(StandardCharsets.UTF_8);
        byte[] forged = "forged".getBytes(StandardCharsets.UTF_8);
        String sha256 = Sha256.of(note);
        jdbc.update("UPDATE blob SET bytes = ? WHERE deal_id = ? AND sha256 = ?", forged, id.value(), sha256);
        isFoundAndNamed(
                id,
                "files/" + sha256 + ": its hash is",
                new Difference("blob", "", sha256, 0, "bytes", Sha256.of(forged), sha256));
        assertThatThrownBy(() -> blobs.find(id, sha256))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(f -> f.code()).containsExactly("fileDoesNotHold"));
        jdbc.update("UPDATE blob SET bytes = ? WHERE deal_id = ? AND sha256 = ?", note, id.value(), sha256);

        String row = " WHERE deal_id = ? AND sha256 = ?";
        jdbc.update("UPDATE blob SET size_bytes = 7, file_name = 'x'" + row, id.value(), sha256);
        assertThat(check.whole(id)).extracting(Difference::column).containsExactlyInAnyOrder("size_bytes", "file_name");
        jdbc.update("UPDATE blob SET size_bytes = 6, file_name = 'note.txt'" + row, id.value(), sha256);

        blobs.store(id, "text/plain", "forged.txt", forged);
        isFoundAndNamed(
                id,
                "files/" + Sha256.of(forged) + ": no event names it",
                new Difference("blob", "", Sha256.of(forged), 0, "row", "forged.txt", ""));
        jdbc.update("DELETE FROM blob" + row, id.value(), Sha256.of(forged));
        jdbc.update("DELETE FROM blob" + row, id.value(), sha256);
        isFoundAndNamed(
                id, "files/" + sha256 + ": is missing", new Difference("blob", "", sha256, 0, "row", "", sha256));
    }

    @Test
    void theDrawingsInAPackAreThoseOfTheDeploymentAsRecordedAtTheStart() {
        DealId id = aDeal();
        TreeMap<String, byte[]> files = packs.files(id, check.check(id));
        process.drawings(id)
                .forEach((name, bytes) ->
                        assertThat(files.get("processes/" + name)).isEqualTo(bytes));
        assertThat(files).containsKeys("processes/samurai-issuance.bpmn", "processes/jasdec-settlement.bpmn");
        List<SealedEvent> events = check.check(id).events();
        files.put("processes/samurai-issuance.bpmn", "<definitions/>".getBytes(StandardCharsets.UTF_8));
        files.remove("processes/jasdec-settlement.bpmn");
        assertThat(PackContents.check(files, events, PackContents.FORMAT).faults())
                .anyMatch(f -> f.startsWith("processes/samurai-issuance.bpmn: its hash is"))
                .anyMatch(f -> f.startsWith("processes/jasdec-settlement.bpmn: is missing"))
                .hasSize(2);
    }

    /** On a real deal earlier programs read the clock once for a fact and once more for its event. */
    @Test
    void aFactOfAnEarlierProgramMayBeMomentsOlderThanItsEventOnARealDealOnly() {
        assertThat(isSameTime("2026-04-01T01:00:00.123456789Z", "2026-04-01T01:00:02.500Z", false, false))
                .isTrue();
        assertThat(isSameTime("2026-04-01T00:00:00Z", "2026-04-01T01:00:00Z", false, false))
                .isFalse();
        assertThat(isSameTime("2026-04-01T01:00:00.123Z", "2026-04-01T01:00:02.500Z", false, true))
                .isFalse();
        assertThat(isSameTime("2026-04-01T01:00:00.123456789Z", "2026-04-01T01:00:00.123Z", true, false))
                .isFalse();
    }

    private static boolean isSameTime(String stored, String byEvents, boolean oneReading, boolean practice) {
        return Comparison.isSameTime(
                stored,
                new Rebuilt.Fact(1, "K", "k", 1, Bodies.read("{}"), "p", byEvents, oneReading, false),
                practice);
    }

    @Test
    void afterTheFirstReadingPagesAskNothingAndTheWholeCheckFindsWhatCameSince() {
        DealId id = aDeal();
        assertThat(check.differences(id)).isEmpty();
        desk.upload(id, "text/plain", "b.txt", "b".getBytes(StandardCharsets.UTF_8), Cast.LEAD.person());
        jdbc.update("DELETE FROM blob WHERE deal_id = ? AND file_name = 'b.txt'", id.value());
        assertThat(statements(() -> check.differences(id))).isZero();
        assertThat(check.whole(id))
                .singleElement()
                .satisfies(d -> assertThat(d.table()).isEqualTo("blob"));
        assertThat(check.differences(id)).as("pages say it from then on").hasSize(1);
    }

    /** The table is an index: what somebody writes into it past the desk decides nothing. */
    @Test
    void aFactChangedInTheTableDecidesNothing() {
        DealId id = aDeal();
        var before = deals.termSheet(id);
        jdbc.update(
                "UPDATE deal_fact SET body = REPLACE(body, 'SVN', 'XXX') WHERE deal_id = ? AND kind = 'TermSheet'",
                id.value());
        assertThat(deals.termSheet(id)).isEqualTo(before);
        assertThat(check.whole(id)).isNotEmpty();
    }

    @Test
    void aWriterBetweenTheReadingsRaisesNoFalseAlarm() {
        DealId id = aDeal();
        var writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 40; i++) {
                byte[] bytes = ("note " + i).getBytes(StandardCharsets.UTF_8);
                desk.upload(id, "text/plain", "note" + i + ".txt", bytes, Cast.LEAD.person());
            }
        });
        while (!writer.isDone()) {
            assertThat(check.differences(id)).isEmpty();
            assertThat(check.whole(id)).isEmpty();
        }
        writer.join();
        assertThat(check.differences(id)).isEmpty();
    }

    /** Other deals cost nothing: statements name the deal, and their number is the same. */
    private long statements(Runnable work) {
        jdbc.execute("SET QUERY_STATISTICS FALSE");
        jdbc.execute("SET QUERY_STATISTICS TRUE");
        work.run();
        Long count = jdbc.queryForObject(
                "SELECT SUM(EXECUTION_COUNT) FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                        + " WHERE SQL_STATEMENT LIKE '%deal_id = ?%'",
                Long.class);
        jdbc.execute("SET QUERY_STATISTICS FALSE");
        return count == null ? 0 : count;
    }
}
