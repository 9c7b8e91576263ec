package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.deal.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an evidence pack without database or network: its events, and every other file against them. What keeps the pack
 * consistent in itself (a whole chain computed anew) is found against a head that was kept apart.
 */
public final class Verifier {

    private static final int MOST_BYTES = 1 << 30;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Verifier() {}

    /**
     * @param faults what is wrong, each naming file or event; empty when the pack is sound
     * @param notes what nothing but the making of the pack vouches for; no fault
     * @param rehearsal whether the pack is of a practice deal
     * @param head hash of the pack's last event
     * @param eventsAfterHead events after the one whose hash was given
     */
    public record Result(
            List<String> faults,
            List<String> notes,
            String deal,
            boolean rehearsal,
            int files,
            int events,
            String head,
            int eventsAfterHead) {

        public boolean isSound() {
            return faults.isEmpty();
        }
    }

    public static Result verify(byte[] pack, Optional<String> expectedHead) {
        var faults = new ArrayList<String>();
        var files = new TreeMap<String, byte[]>();
        read(pack, files, faults);
        List<SealedEvent> events = events(files, faults);
        String deal = events.isEmpty() ? "?" : events.get(0).dealId();
        checkChain(events, faults);
        boolean practice = practice(events);
        checkIndex(files, events, deal, practice, faults);
        checkFilesAgainstChain(files, events, faults);
        PackContents.Held held = checkContents(files, events, faults);
        if (faults.isEmpty() && !Arrays.equals(pack, CanonicalZip.of(files))) {
            faults.add("container: the ZIP's own headers were changed, or bytes were added outside its files");
        }
        String head = events.isEmpty() ? "" : events.get(events.size() - 1).hash();
        int after = 0;
        if (expectedHead.isPresent()) {
            int at = -1;
            for (int i = 0; i < events.size(); i++) {
                if (events.get(i).hash().equals(expectedHead.get())) {
                    at = i;
                }
            }
            if (at < 0) {
                faults.add("head: no event of this pack has the hash " + expectedHead.get()
                        + "; events before it were edited, exchanged or dropped");
            } else {
                after = events.size() - 1 - at;
            }
        }
        return new Result(faults, held.notes(), deal, practice, files.size(), events.size(), head, after);
    }

    /**
     * What a pack's chain of events says of a paper.
     *
     * @param paper code of the paper, for example {@code prospectus}; empty when the pack does not know these bytes
     * @param version which version of the paper it is, from 1, and how many there are
     * @param verdicts reviewer and outcome of every verdict on these very bytes
     */
    public record PaperFound(String sha256, String paper, int version, int versions, List<String> verdicts) {

        public boolean isKnown() {
            return !paper.isEmpty();
        }
    }

    /** Looks a PDF up in a sound pack by its hash: a changed byte makes it unknown. */
    public static PaperFound paper(byte[] pack, byte[] pdf) {
        var files = new TreeMap<String, byte[]>();
        read(pack, files, new ArrayList<>());
        String sha256 = Sha256.of(pdf);
        var versions = new TreeMap<String, Integer>();
        var verdicts = new ArrayList<String>();
        String found = "";
        int version = 0;
        for (SealedEvent event : events(files, new ArrayList<>())) {
            JsonNode body = JSON.readTree(event.body());
            JsonNode after = body.path("after");
            String kind = body.path("kind").asString("");
            if (kind.equals("RenderedPaper")) {
                int number = versions.merge(body.path("key").asString(), 1, Integer::sum);
                if (after.path("pdfSha256").asString("").equals(sha256)) {
                    found = body.path("key").asString();
                    version = number;
                }
            } else if (kind.equals("Verdict")
                    && after.path("pdfSha256").asString("").equals(sha256)) {
                String fallen = after.path("fallenBecause").asString("");
                verdicts.add(after.path("outcome").asString() + " by "
                        + after.path("reviewer").asString()
                        + (fallen.isEmpty() ? "" : ", fallen by " + fallen) + " at " + event.businessAt());
            }
        }
        return new PaperFound(sha256, found, version, versions.getOrDefault(found, 0), verdicts);
    }

    private static void read(byte[] pack, Map<String, byte[]> files, List<String> faults) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            long total = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.contains("..") || name.startsWith("/") || name.contains("\\")) {
                    faults.add(name + ": a file name that leaves the pack");
                    return;
                }
                byte[] bytes = zip.readNBytes(MOST_BYTES - (int) Math.min(total, MOST_BYTES - 1));
                total += bytes.length;
                if (total >= MOST_BYTES) {
                    faults.add(name + ": the pack is larger than " + MOST_BYTES + " bytes");
                    return;
                }
                if (files.put(name, bytes) != null) {
                    faults.add(name + ": is twice in the pack");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            faults.add("container: not a readable ZIP after " + files.size() + " files (" + e.getMessage() + ")");
        }
        if (files.isEmpty() && faults.isEmpty()) {
            faults.add("container: no ZIP, or an empty one");
        }
    }

    private static List<SealedEvent> events(Map<String, byte[]> files, List<String> faults) {
        byte[] bytes = files.get(EvidencePack.EVENTS);
        if (bytes == null) {
            faults.add(EvidencePack.EVENTS + ": is missing");
            return List.of();
        }
        var events = new ArrayList<SealedEvent>();
        int line = 0;
        for (String text : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            line++;
            try {
                events.add(JSON.readValue(text, SealedEvent.class));
            } catch (JacksonException e) {
                faults.add(EvidencePack.EVENTS + " line " + line + ": not an event");
            }
        }
        if (!Arrays.equals(bytes, EvidencePack.events(JSON, events))) {
            faults.add(EvidencePack.EVENTS + ": is not written as the program writes it");
        }
        return events;
    }

    static void checkChain(List<SealedEvent> events, List<String> faults) {
        String previous = SealedEvent.BEFORE_ALL;
        long seq = 0;
        for (SealedEvent e : events) {
            seq++;
            if (e.seq() != seq) {
                faults.add("event " + e.seq() + " (" + e.type() + "): stands where event " + seq + " belongs");
            }
            if (!e.isIntact()) {
                faults.add("event " + e.seq() + " (" + e.type() + "): its hash does not fit its content");
            }
            if (!e.previousHash().equals(previous)) {
                faults.add("event " + e.seq() + " (" + e.type() + "): does not follow on the event before it");
            }
            previous = e.hash();
            seq = e.seq();
        }
    }

    private static boolean practice(List<SealedEvent> events) {
        return !events.isEmpty() && events.get(0).body().contains("\"practice\":true");
    }

    private static void checkIndex(
            Map<String, byte[]> files, List<SealedEvent> events, String deal, boolean practice, List<String> faults) {
        byte[] index = files.get(EvidencePack.INDEX);
        if (index == null) {
            faults.add(EvidencePack.INDEX + ": is missing");
            return;
        }
        if (Arrays.equals(index, EvidencePack.index(JSON, deal, practice, events, files))) {
            return;
        }
        int before = faults.size();
        try {
            var stated = JSON.readTree(index).path("files");
            for (String name : stated.propertyNames()) {
                if (!files.containsKey(name)) {
                    faults.add(name + ": is in the index but not in the pack");
                } else if (!Sha256.of(files.get(name)).equals(stated.path(name).asString())) {
                    faults.add(name + ": its bytes differ from the index");
                }
            }
            files.keySet().stream()
                    .filter(n -> !n.equals(EvidencePack.INDEX) && !stated.has(n))
                    .forEach(n -> faults.add(n + ": is in the pack but not in the index"));
        } catch (JacksonException e) {
            faults.add(EvidencePack.INDEX + ": is not readable");
        }
        if (faults.size() == before) {
            faults.add(EvidencePack.INDEX + ": does not say what the pack holds");
        }
    }

    /** The last event of the pack names the hash of every other file. */
    private static void checkFilesAgainstChain(
            Map<String, byte[]> files, List<SealedEvent> events, List<String> faults) {
        if (events.isEmpty() || !events.get(events.size() - 1).type().equals(EvidencePack.MADE)) {
            faults.add(EvidencePack.EVENTS + ": the last event is not the making of a pack: events were dropped");
            return;
        }
        try {
            var vouched = JSON.readTree(events.get(events.size() - 1).body()).path("files");
            for (String name : vouched.propertyNames()) {
                if (!files.containsKey(name)) {
                    addOnce(faults, name, "the trail vouches for it but it is not in the pack");
                } else if (!Sha256.of(files.get(name)).equals(vouched.path(name).asString())) {
                    addOnce(faults, name, "its bytes are not those that the trail vouches for");
                }
            }
            files.keySet().stream()
                    .filter(n -> !n.equals(EvidencePack.INDEX) && !n.equals(EvidencePack.EVENTS) && !vouched.has(n))
                    .forEach(n -> addOnce(faults, n, "the trail does not know it"));
        } catch (JacksonException e) {
            faults.add(EvidencePack.EVENTS + ": the last event is not readable");
        }
    }

    /** What the making of the pack vouches for was there when it was made; whether it is true, earlier events say. */
    private static PackContents.Held checkContents(
            Map<String, byte[]> files, List<SealedEvent> events, List<String> faults) {
        var contents = new TreeMap<>(files);
        contents.remove(EvidencePack.EVENTS);
        contents.remove(EvidencePack.INDEX);
        int format = events.isEmpty()
                ? 1
                : Bodies.read(events.get(events.size() - 1).body())
                        .path("format")
                        .asInt(1);
        PackContents.Held held = PackContents.check(contents, events, format);
        var known = List.copyOf(faults);
        held.faults().stream()
                .filter(f -> known.stream().noneMatch(k -> k.startsWith(f.substring(0, f.indexOf(':') + 1))))
                .forEach(faults::add);
        return held;
    }

    private static void addOnce(List<String> faults, String name, String fault) {
        if (faults.stream().noneMatch(f -> f.startsWith(name + ":"))) {
            faults.add(name + ": " + fault);
        }
    }
}
