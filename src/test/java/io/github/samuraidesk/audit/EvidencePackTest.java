package io.github.samuraidesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is done to a pack is found and named; what keeps it consistent in itself, by the head. */
class EvidencePackTest extends DeskTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private EvidencePack packs;

    private byte[] zip;
    private String head;

    @BeforeEach
    void aPack() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHECK_CONFLICTS);
        EvidencePack.Pack pack = packs.make(id, Cast.AUDITOR.person());
        zip = pack.zip();
        head = pack.head();
    }

    private static TreeMap<String, byte[]> files(byte[] pack) {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (var e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                files.put(e.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    private static List<SealedEvent> events(TreeMap<String, byte[]> files) {
        var events = new ArrayList<SealedEvent>();
        for (String line : new String(files.get("events.jsonl"), java.nio.charset.StandardCharsets.UTF_8).split("\n")) {
            events.add(JSON.readValue(line, SealedEvent.class));
        }
        return events;
    }

    /** Computes chain and index anew, as a careful forger would. */
    private static byte[] forged(TreeMap<String, byte[]> files, List<SealedEvent> events) {
        String previous = "0".repeat(64);
        var sealed = new ArrayList<SealedEvent>();
        long seq = 0;
        for (SealedEvent e : events) {
            seq++;
            String hash = SealedEvent.hash(
                    e.dealId(), seq, e.type(), e.person(), e.businessAt(), e.recordedAt(), e.body(), previous);
            sealed.add(new SealedEvent(
                    e.dealId(), seq, e.type(), e.person(), e.businessAt(), e.recordedAt(), e.body(), previous, hash));
            previous = hash;
        }
        files.put("events.jsonl", EvidencePack.events(JSON, sealed));
        files.put("index.json", EvidencePack.index(JSON, events.get(0).dealId(), true, sealed, files));
        return CanonicalZip.of(files);
    }

    @Test
    void aFreshPackIsSound() {
        Verifier.Result result = Verifier.verify(zip, Optional.of(head));
        assertThat(result.faults()).isEmpty();
        assertThat(result.eventsAfterHead()).isZero();
    }

    @Test
    void aChangedByteAnywhereIsFound() {
        var random = new Random(20241120);
        for (int i = 0; i < 300; i++) {
            byte[] changed = zip.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(Verifier.verify(changed, Optional.empty()).faults())
                    .as("byte " + at)
                    .isNotEmpty();
        }
    }

    @Test
    void aChangedFileIsNamed() {
        var files = files(zip);
        files.put("documents.json", "[]".getBytes());
        assertThat(Verifier.verify(CanonicalZip.of(files), Optional.empty()).faults())
                .anyMatch(f -> f.startsWith("documents.json:"));
    }

    @Test
    void aFileAddedOrRemovedIsNamed() {
        var added = files(zip);
        added.put("documents/extra.pdf", new byte[] {1});
        assertThat(Verifier.verify(forged(added, events(added)), Optional.empty())
                        .faults())
                .anyMatch(f -> f.startsWith("documents/extra.pdf:"));
        var removed = files(zip);
        removed.remove("rules/clocks.csv");
        assertThat(Verifier.verify(forged(removed, events(removed)), Optional.empty())
                        .faults())
                .anyMatch(f -> f.startsWith("rules/clocks.csv:"));
    }

    @Test
    void anEditedEventWithAllHashesComputedAnewIsFoundByTheHead() {
        var files = files(zip);
        var events = events(files);
        SealedEvent e = events.get(3);
        events.set(
                3,
                new SealedEvent(
                        e.dealId(),
                        e.seq(),
                        e.type(),
                        "somebody-else",
                        e.businessAt(),
                        e.recordedAt(),
                        e.body(),
                        "",
                        ""));
        byte[] forged = forged(files, events);
        assertThat(Verifier.verify(forged, Optional.empty()).faults()).isEmpty();
        assertThat(Verifier.verify(forged, Optional.of(head)).faults()).anyMatch(f -> f.startsWith("head:"));
    }

    @Test
    void twoEventsExchangedAreFound() {
        var files = files(zip);
        var events = events(files);
        Collections.swap(events, 2, 3);
        files.put("events.jsonl", EvidencePack.events(JSON, events));
        files.put("index.json", EvidencePack.index(JSON, events.get(0).dealId(), true, events, files));
        assertThat(Verifier.verify(CanonicalZip.of(files), Optional.empty()).faults())
                .anyMatch(f -> f.startsWith("event "));
    }

    @Test
    void theLastEventDroppedIsFound() {
        var files = files(zip);
        var events = events(files);
        events.remove(events.size() - 1);
        assertThat(Verifier.verify(forged(files, events), Optional.of(head)).faults())
                .anyMatch(f -> f.startsWith("events.jsonl:"))
                .anyMatch(f -> f.startsWith("head:"));
    }

    @Test
    void namesThatLeaveThePackAndThingsThatAreNoZipAreRefused() {
        assertThat(Verifier.verify(CanonicalZip.of(java.util.Map.of("../x", new byte[] {1})), Optional.empty())
                        .faults())
                .anyMatch(f -> f.startsWith("../x:"));
        assertThat(Verifier.verify("no zip".getBytes(), Optional.empty()).faults())
                .anyMatch(f -> f.startsWith("container:"));
    }

    /** As a forger at the database would: whatever is in the pack, the pack's own making vouches for it. */
    private static byte[] vouchedFor(TreeMap<String, byte[]> files, List<SealedEvent> events) {
        var hashes = new TreeMap<String, String>();
        files.forEach((name, bytes) -> {
            if (!name.equals("events.jsonl") && !name.equals("index.json")) {
                hashes.put(name, io.github.samuraidesk.deal.Sha256.of(bytes));
            }
        });
        var body = (tools.jackson.databind.node.ObjectNode)
                JSON.readTree(events.get(events.size() - 1).body());
        body.set("files", JSON.valueToTree(hashes));
        events.set(events.size() - 1, with(events.get(events.size() - 1), body.toString()));
        return forged(files, events);
    }

    private static SealedEvent with(SealedEvent e, String body) {
        return new SealedEvent(e.dealId(), e.seq(), e.type(), e.person(), e.businessAt(), e.recordedAt(), body, "", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approvals.json | [{\"key\":\"prospectus/MANAGERS_COUNSEL\",\"version\":1,\"value\":{}}]",
                "prices.json | [{\"key\":\"5Y\",\"version\":1,\"value\":{}}]",
                "documents.json | [{\"paper\":\"PROSPECTUS\"}]",
                "clauses.json | {\"printed\":[],\"signed\":[{\"key\":\"TRANSLATOR\"}],\"proposals\":[]}",
                "members.json | []",
                "deal.json | {\"practice\":false,\"rulePack\":\"x\",\"practiceNow\":null,\"openedBy\":\"x\"}",
                "facts.jsonl | {\"kind\":\"Verdict\"}",
                "documents/prospectus.pdf | forged",
                "files/0000000000000000000000000000000000000000000000000000000000000000 | forged",
                "rules/ | forged clocks",
                "processes/samurai-issuance.bpmn | forged",
                "processes/other.bpmn | forged",
                "note.txt | forged",
                "differences.json | {}"
            })
    void aFileThatOnlyTheMakingOfThePackVouchesForIsNamed(String name, String content) {
        var files = files(zip);
        files.put(
                name.equals("rules/") ? "rules/clocks.csv" : name,
                content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String named = name.equals("facts.jsonl") ? "tables" : name;
        assertThat(Verifier.verify(vouchedFor(files, events(files)), Optional.empty())
                        .faults())
                .isNotEmpty()
                .allMatch(f -> f.startsWith(named + ":"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "approvals.json",
                "prices.json",
                "documents.json",
                "clauses.json",
                "members.json",
                "deal.json",
                "facts.jsonl",
                "processes/samurai-issuance.bpmn"
            })
    void aFileLeftOutOfThePackIsNamed(String name) {
        var files = files(zip);
        files.remove(name);
        assertThat(Verifier.verify(vouchedFor(files, events(files)), Optional.empty())
                        .faults())
                .isNotEmpty()
                .allMatch(f -> f.startsWith(name + ":"));
    }

    @Test
    void aPrintedClauseWithOtherWordsIsNamed() {
        var files = files(zip);
        var clauses = (tools.jackson.databind.node.ObjectNode) JSON.readTree(files.get("clauses.json"));
        var first =
                (tools.jackson.databind.node.ObjectNode) clauses.path("printed").path(0);
        String id = first.path("clause").path("id").asString();
        first.put("en", "The Issuer owes nothing.");
        files.put("clauses.json", JSON.writeValueAsBytes(clauses));
        assertThat(Verifier.verify(vouchedFor(files, events(files)), Optional.empty())
                        .faults())
                .singleElement()
                .asString()
                .startsWith("clauses.json: printed clause " + id + ": en is \"The Issuer owes nothing.\"");
    }

    /** Programs before the format wrote neither tables nor drawings nor the version of a fact into its event. */
    @Test
    void aPackOfAnEarlierProgramIsSoundAndSaysWhatOnlyThePackVouchesFor() {
        var files = files(zip);
        List.of("facts.jsonl", "members.json", "deal.json").forEach(files::remove);
        var events = new ArrayList<SealedEvent>();
        for (SealedEvent e : events(files)) {
            var body = (tools.jackson.databind.node.ObjectNode) JSON.readTree(e.body());
            body.remove(List.of("version", "format"));
            if (!e.type().equals("drawingsTaken")) {
                events.add(with(e, body.toString()));
            }
        }
        Verifier.Result result = Verifier.verify(vouchedFor(files, events), Optional.empty());
        assertThat(result.faults()).isEmpty();
        assertThat(result.notes())
                .anyMatch(n -> n.startsWith("processes/:") && n.contains("vouched for only by the pack"));
    }

    private static String templates(TreeMap<String, byte[]> files) {
        return files.keySet().stream()
                .filter(n -> n.startsWith("templates/") && n.endsWith("/documents/parts.html"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anExchangedTemplateIsFoundWhoeverVouchesForIt() {
        var files = files(zip);
        String parts = templates(files);
        files.put(parts, "<html></html>".getBytes());
        assertThat(Verifier.verify(vouchedFor(files, events(files)), Optional.empty())
                        .faults())
                .singleElement()
                .asString()
                .startsWith(parts + ": its hash is ");

        var removed = files(zip);
        removed.remove(parts);
        assertThat(Verifier.verify(vouchedFor(removed, events(removed)), Optional.empty())
                        .faults())
                .anyMatch(f -> f.startsWith(parts + ": is missing"));

        var added = files(zip);
        added.put("templates/" + "0".repeat(64) + "/documents/parts.html", new byte[] {1});
        assertThat(Verifier.verify(vouchedFor(added, events(added)), Optional.empty())
                        .faults())
                .anyMatch(f -> f.startsWith("templates/0000") && f.endsWith("no event names it"));
    }

    @Test
    void theEventThatPinsADealNamesTheSetOfItsFiles() {
        var files = files(zip);
        var events = events(files);
        String set = templates(files).split("/")[1];
        String other = "f".repeat(64);
        var moved = new TreeMap<String, byte[]>();
        files.forEach((name, bytes) -> moved.put(name.replace("templates/" + set, "templates/" + other), bytes));
        events.replaceAll(e -> with(e, e.body().replace(set, other)));
        assertThat(Verifier.verify(vouchedFor(moved, events), Optional.empty()).faults())
                .anyMatch(f -> f.startsWith("templates/" + other + ": the files that event"));
    }
}
