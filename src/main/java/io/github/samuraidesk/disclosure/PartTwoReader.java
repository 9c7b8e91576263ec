package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.edinet.Characters;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.registration.RouteConfirmed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the body files of Part 2 out of what the issuer's counsel uploads: HTML is cleaned, DOCX and PDF are written
 * anew. What cannot be filed or set in type is refused here, so that no later step fails over it; what people must know
 * goes into the notices of the fact.
 */
@Component
public class PartTwoReader {

    private static final long MOST_HTML_BYTES = 24L << 20;
    private static final int MOST_TAGS = 1_000_000;
    private static final int MOST_NAMED = 20;
    private static final int AROUND = 12;

    private final Blobs blobs;
    private final Typesetter typesetter;

    PartTwoReader(Blobs blobs, Typesetter typesetter) {
        this.blobs = blobs;
        this.typesetter = typesetter;
    }

    /** The files of Part 2 under {@code PublicDoc/}, and what counsel must know of them. */
    record Read(Map<String, byte[]> files, List<Finding> notices) {}

    /**
     * What was made of an uploaded file, not yet stored.
     *
     * @param table headings that Part 2 of the deal was held to
     * @param partTwo null when something keeps the file out
     * @param files the ZIP of its files; empty when something keeps the file out
     * @param refused everything that keeps the file out
     */
    public record Prepared(
            String uploadedSha256,
            PartTwoHeadings.Table table,
            @Nullable PartTwo partTwo,
            byte[] files,
            List<Finding> refused) {}

    /** Reads an uploaded file; takes long for a long one, and needs no lock. */
    public Prepared prepare(DealFile deal, Blobs.Blob uploaded) {
        PartTwoHeadings.Table table = table(deal);
        try {
            Read read = read(uploaded.fileName(), uploaded.bytes(), table);
            byte[] files = CanonicalZip.of(read.files());
            var partTwo = new PartTwo(
                    uploaded.sha256(),
                    uploaded.fileName(),
                    List.copyOf(read.files().keySet()),
                    Sha256.of(files),
                    read.notices());
            return new Prepared(uploaded.sha256(), table, partTwo, files, List.of());
        } catch (Refused refused) {
            return new Prepared(uploaded.sha256(), table, null, new byte[0], refused.findings());
        }
    }

    /** Whether this is the file, read as the deal's facts ask for it now. */
    public boolean holds(DealFile deal, String uploadedSha256, Prepared prepared) {
        return prepared.uploadedSha256().equals(uploadedSha256) && prepared.table() == table(deal);
    }

    /**
     * Stores the files that were made; the caller holds the deal's lock and records the fact.
     *
     * @throws Refused with everything that keeps the file out
     */
    public PartTwo store(DealId id, Prepared prepared) {
        Refused.unlessNone(prepared.refused());
        blobs.store(id, "application/zip", id + "-part-two.zip", prepared.files());
        return Objects.requireNonNull(prepared.partTwo());
    }

    private static PartTwoHeadings.Table table(DealFile deal) {
        String method = deal.one(RouteConfirmed.SIGNED)
                .map(RouteConfirmed::route)
                .map(Route::method)
                .orElse("full");
        return PartTwoHeadings.Table.of(DealBook.termSheet(deal).issuer().kind(), method);
    }

    Read read(String fileName, byte[] bytes, PartTwoHeadings.Table table) {
        var findings = new ArrayList<Finding>();
        var notices = new ArrayList<Finding>();
        Map<String, byte[]> files = files(fileName, bytes, table, findings, notices);
        Refused.unlessNone(findings);
        images(files, findings);
        PartTwoBody body = PartTwoBody.of(files);
        if (body.isTooDeep()) {
            findings.add(Finding.field("partTwo", "partTwoDeep", fileName));
        } else if (body.blocks().isEmpty()) {
            findings.add(Finding.field("partTwo", "partTwoEmpty", fileName));
        }
        characters(body, findings);
        Refused.unlessNone(findings);
        List<String> beside = files.keySet().stream()
                .filter(n -> n.endsWith(".htm") && !PartTwoBody.isBodyFile(n))
                .toList();
        if (!beside.isEmpty()) {
            notices.add(Finding.field("partTwo", "partTwoBeside", listed(beside)));
        }
        notices.addAll(PartTwoHeadings.check(table, body.headings()));
        return new Read(files, List.copyOf(notices));
    }

    private static Map<String, byte[]> files(
            String fileName, byte[] bytes, PartTwoHeadings.Table table, List<Finding> findings, List<Finding> notices) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (lower.matches(".*\\.(docx|docm|dotx|dotm|doc|pdf)")) {
            PartTwoSource source =
                    lower.endsWith(".pdf") ? PdfPartTwo.read(fileName, bytes) : WordPartTwo.read(fileName, bytes);
            findings.addAll(source.findings());
            notices.addAll(source.notices());
            return findings.isEmpty() ? pages(source, table, notices) : Map.of();
        }
        return pages(fileName, PartTwoFiles.read(fileName, bytes), findings, notices);
    }

    /** Body files out of a document that is no HTML. */
    private static Map<String, byte[]> pages(PartTwoSource source, PartTwoHeadings.Table table, List<Finding> notices) {
        var blocks = new ArrayList<>(source.blocks());
        LegalHeading first = PartTwoHeadings.first(table);
        if (LegalHeading.in(blocks.get(0).text()).isEmpty()) {
            blocks.add(0, new Element("h2").text(first.text()));
            notices.add(Finding.field("partTwo", "partTwoFirstHeading", first.text()));
        }
        long brackets = blocks.stream()
                .filter(b -> b.text().contains("【") && LegalHeading.in(b.text()).isEmpty())
                .count();
        if (brackets > 0) {
            notices.add(Finding.field("partTwo", "partTwoBrackets", String.valueOf(brackets)));
        }
        references(blocks.stream().map(Element::text).collect(Collectors.joining("\n")), notices);
        var files = new TreeMap<>(PartTwoPages.of(blocks, first.title()));
        files.putAll(source.images());
        return files;
    }

    /** Uploaded body files, cleaned. */
    private static Map<String, byte[]> pages(
            String fileName, Map<String, byte[]> uploaded, List<Finding> findings, List<Finding> notices) {
        var files = new TreeMap<String, byte[]>();
        var active = new LinkedHashMap<String, Integer>();
        var external = new LinkedHashMap<String, Integer>();
        long total = uploaded.entrySet().stream()
                .filter(f -> f.getKey().endsWith(".htm"))
                .mapToLong(f -> f.getValue().length)
                .sum();
        if (total > MOST_HTML_BYTES) {
            findings.add(Finding.field("partTwo", "partTwoTooLarge", String.valueOf(MOST_HTML_BYTES)));
            return files;
        }
        var texts = new StringBuilder();
        var hidden = new ArrayList<String>();
        uploaded.forEach((name, bytes) -> {
            if (!PartTwoFiles.isPageOrImage(name)) {
                findings.add(Finding.field("partTwo", "partTwoKind", name));
            } else if (!name.endsWith(".htm")) {
                files.put(name, bytes);
            } else {
                String text = utf8(bytes);
                if (text == null) {
                    findings.add(Finding.field("partTwo", "partTwoNotUtf8", name));
                } else if (text.chars().filter(c -> c == '<').count() > MOST_TAGS) {
                    findings.add(Finding.field("partTwo", "partTwoDeep", fileName));
                } else {
                    PartTwoCleaning.Cleaned cleaned = PartTwoCleaning.of(name, bytes);
                    findings.addAll(cleaned.unseen().findings());
                    hidden.addAll(cleaned.unseen().hidden());
                    cleaned.active().forEach((what, often) -> active.merge(what, often, Integer::sum));
                    cleaned.external().forEach((what, often) -> external.merge(what, often, Integer::sum));
                    String clean = new String(cleaned.bytes(), StandardCharsets.UTF_8);
                    texts.append(clean);
                    files.put(name, withinEdinet(clean).getBytes(StandardCharsets.UTF_8));
                }
            }
        });
        if (!active.isEmpty()) {
            notices.add(Finding.field("partTwo", "partTwoActiveRemoved", counted(active)));
        }
        if (!hidden.isEmpty()) {
            notices.add(Finding.field("partTwo", "partTwoHidden", listed(hidden)));
        }
        if (!external.isEmpty()) {
            notices.add(Finding.field("partTwo", "partTwoExternalRemoved", counted(external)));
        }
        references(texts.toString(), notices);
        return files;
    }

    private static @org.jspecify.annotations.Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Signs that nobody sees are left out; the rest of what EDINET does not take as it is becomes a reference. */
    private static String withinEdinet(String html) {
        if (html.chars().allMatch(c -> Characters.builtIn().isAllowed((char) c))) {
            return html;
        }
        var seen = new StringBuilder(html.length());
        html.codePoints()
                .filter(c -> c == '\n'
                        || c == '\r'
                        || c == '\t'
                        || Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT)
                .forEach(seen::appendCodePoint);
        return EdinetRendition.within(seen.toString());
    }

    /** Says which characters EDINET gets as references, or widened. */
    private static void references(String text, List<Finding> notices) {
        Set<String> outside = new LinkedHashSet<>();
        text.codePoints()
                .filter(c ->
                        !Character.isBmpCodePoint(c) || !Characters.builtIn().isAllowed((char) c))
                .filter(c -> Character.getType(c) != Character.CONTROL
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SPACE_SEPARATOR)
                .distinct()
                .forEach(c -> outside.add(Character.toString(c)));
        if (!outside.isEmpty()) {
            notices.add(Finding.field("partTwo", "partTwoReferences", listed(List.copyOf(outside))));
        }
    }

    private static void images(Map<String, byte[]> files, List<Finding> findings) {
        files.forEach((name, bytes) -> {
            if (name.endsWith(".htm")) {
                return;
            }
            String kind = PartTwoImages.kind(bytes);
            boolean named = name.endsWith("." + PartTwoImages.extension(kind));
            if (kind.isEmpty() || !named || !PartTwoImages.canBeDrawn(bytes)) {
                findings.add(Finding.field("partTwo", "partTwoImageKind", name));
            } else if (bytes.length > PartTwoImages.MOST_BYTES) {
                findings.add(Finding.field(
                        "partTwo",
                        "partTwoImageTooLarge",
                        name,
                        String.valueOf(bytes.length / 1024),
                        String.valueOf(PartTwoImages.MOST_BYTES / 1024)));
            }
        });
    }

    /** Characters that the document fonts cannot print, each once, with the first place where it stands. */
    private void characters(PartTwoBody body, List<Finding> findings) {
        var named = new LinkedHashSet<Integer>();
        String heading = "";
        for (Element block : body.blocks()) {
            String text = block.text();
            if (block.normalName().matches("h[1-6]")) {
                heading = text;
            }
            if (typesetter.canPrint(text)) {
                continue;
            }
            for (int i = 0; i < text.length() && named.size() < MOST_NAMED; i = text.offsetByCodePoints(i, 1)) {
                int c = text.codePointAt(i);
                if (!typesetter.canPrint(Character.toString(c)) && named.add(c)) {
                    String around = text.substring(Math.max(0, i - AROUND), Math.min(text.length(), i + AROUND));
                    findings.add(Finding.field(
                            "partTwo",
                            "partTwoCharacter",
                            Character.toString(c),
                            String.format(Locale.ROOT, "U+%04X", c),
                            heading,
                            around));
                }
            }
        }
    }

    private static String counted(Map<String, Integer> counts) {
        return listed(counts.entrySet().stream()
                .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " ×" + e.getValue())
                .toList());
    }

    private static String listed(List<String> all) {
        String listed = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return all.size() > MOST_NAMED ? listed + " … (" + all.size() + ")" : listed;
    }
}
