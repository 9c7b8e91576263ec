package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The parts of a DOCX before it is read as a document: what may not come in is named, and their text is brought into the
 * form that its word processor shows, so that no text is overlooked or published behind it.
 */
final class WordParts {

    private static final int MOST_PARTS = 3_000;
    private static final long MOST_BYTES = 100L << 20;

    /** Text of a thousand pages; beyond it the markup would fill the memory. */
    private static final int MOST_TEXT_BYTES = 32 << 20;

    private static final String DOCUMENT = "word/document.xml";
    private static final String RELATIONS = "word/_rels/document.xml.rels";
    private static final int MOST_NAMED = 20;

    /** Numbers of pages and what stands around them. */
    private static final Pattern PAGE_NUMBER = Pattern.compile("[\\s\\d/／\\-－―–.ページ頁Pp]*");

    /** Relationships of parts that act, or are documents of their own. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("vbaProject", "partTwoMacros"),
            Map.entry("wordVbaData", "partTwoMacros"),
            Map.entry("oleObject", "partTwoEmbedded"),
            Map.entry("package", "partTwoEmbedded"),
            Map.entry("control", "partTwoEmbedded"),
            Map.entry("activeXControlBinary", "partTwoEmbedded"),
            Map.entry("aFChunk", "partTwoEmbedded"),
            Map.entry("subDocument", "partTwoEmbedded"),
            Map.entry("video", "partTwoEmbedded"),
            Map.entry("audio", "partTwoEmbedded"),
            Map.entry("media", "partTwoEmbedded"),
            Map.entry("attachedToolbars", "partTwoMacros"),
            Map.entry("keyMapCustomizations", "partTwoMacros"));

    private final String fileName;
    private final Map<String, byte[]> parts = new TreeMap<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final List<Finding> notices = new ArrayList<>();
    private int links;
    private final WordText.Seen seen = new WordText.Seen();
    private WordStyles styles = new WordStyles(null);
    private WordNumbering numbering = new WordNumbering(null, styles);

    private WordParts(String fileName) {
        this.fileName = fileName;
    }

    static WordParts of(String fileName, byte[] bytes) {
        var word = new WordParts(fileName);
        try {
            if (word.unpack(bytes)) {
                word.types();
                for (var part : List.copyOf(word.parts.keySet())) {
                    if (part.endsWith(".rels")) {
                        word.relationships(part);
                    }
                }
                word.texts();
            }
        } catch (IOException | IllegalArgumentException e) {
            word.broken();
        }
        if (word.links > 0) {
            word.notices.add(Finding.field("partTwo", "partTwoLinks", String.valueOf(word.links)));
        }
        word.seen();
        return word;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Finding> notices() {
        return notices;
    }

    WordNumbering numbering() {
        return numbering;
    }

    private void texts() throws IOException {
        if (!target("_rels/.rels", "officeDocument").filter(DOCUMENT::equals).isPresent()) {
            // a second document beside the one that is read would pass unseen
            broken();
            return;
        }
        Optional<String> styled = target(RELATIONS, "styles").filter(parts::containsKey);
        styles = new WordStyles(styled.isEmpty() ? null : parse(styled.get()).getDocumentElement());
        Optional<String> numbered = target(RELATIONS, "numbering").filter(parts::containsKey);
        numbering = new WordNumbering(
                numbered.isEmpty() ? null : parse(numbered.get()).getDocumentElement(), styles);
        simplify(DOCUMENT);
        for (String notes : List.of("footnotes", "endnotes")) {
            Optional<String> part = target(RELATIONS, notes).filter(parts::containsKey);
            if (part.isPresent()) {
                simplify(part.get());
            }
        }
        findings.addAll(seen.findings);
        margins();
    }

    /** The first part that a relationship of a type leads to. */
    private Optional<String> target(String relations, String type) throws IOException {
        return targets(relations, type).stream().findFirst();
    }

    private List<String> targets(String relations, String type) throws IOException {
        var found = new ArrayList<String>();
        if (!parts.containsKey(relations)) {
            return found;
        }
        String folder = relations.replaceFirst("_rels/[^/]*$", "");
        var all = parse(relations).getElementsByTagNameNS("*", "Relationship");
        for (int i = 0; i < all.getLength(); i++) {
            var relationship = (Element) all.item(i);
            if (relationship.getAttribute("Type").replaceFirst(".*/", "").equals(type)) {
                String target = relationship.getAttribute("Target");
                found.add(target.startsWith("/") ? target.substring(1) : folder + target);
            }
        }
        return found;
    }

    /** Headers and footers are those of the upload's pages; what they say beside page numbers is named. */
    private void margins() throws IOException {
        var said = new LinkedHashSet<String>();
        for (String type : List.of("header", "footer")) {
            for (String part : targets(RELATIONS, type)) {
                if (parts.containsKey(part)) {
                    var texts = parse(part).getElementsByTagNameNS("*", "t");
                    var all = new StringBuilder();
                    for (int i = 0; i < texts.getLength(); i++) {
                        all.append(texts.item(i).getTextContent());
                    }
                    if (!PAGE_NUMBER.matcher(all).matches()) {
                        said.add(all.toString().strip());
                    }
                }
            }
        }
        if (!said.isEmpty()) {
            notices.add(Finding.field("partTwo", "partTwoMargins", listed(List.copyOf(said))));
        }
    }

    private void seen() {
        if (seen.tracked) {
            notices.add(Finding.field("partTwo", "partTwoTracked"));
        }
        if (!seen.hidden.isEmpty()) {
            notices.add(Finding.field("partTwo", "partTwoHidden", listed(seen.hidden)));
        }
        if (!seen.struck.isEmpty()) {
            notices.add(Finding.field("partTwo", "partTwoStruck", listed(seen.struck)));
        }
        if (seen.comments > 0) {
            notices.add(Finding.field("partTwo", "partTwoComments", String.valueOf(seen.comments)));
        }
        if (seen.contents) {
            notices.add(Finding.field("partTwo", "partTwoContents"));
        }
    }

    private static String listed(List<String> all) {
        String listed = String.join("; ", all.subList(0, Math.min(MOST_NAMED, all.size())));
        return all.size() > MOST_NAMED ? listed + " … (" + all.size() + ")" : listed;
    }

    /** The document with its text freed of wrappers. */
    byte[] bytes() {
        return CanonicalZip.of(parts);
    }

    private void broken() {
        findings.add(Finding.field("partTwo", "partTwoBroken", fileName, "DOCX"));
    }

    private boolean unpack(byte[] bytes) throws IOException {
        long total = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                boolean text =
                        entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                long most = Math.min(MOST_BYTES - total, text ? MOST_TEXT_BYTES : MOST_BYTES);
                byte[] content = in.readNBytes((int) most + 1);
                total += content.length;
                if (content.length > most || parts.size() >= MOST_PARTS) {
                    findings.add(Finding.field("partTwo", "partTwoUnfolds", fileName, entry.getName()));
                    return false;
                }
                if (parts.put(entry.getName(), content) != null) {
                    broken();
                    return false;
                }
            }
        }
        if (!parts.containsKey("[Content_Types].xml") || !parts.containsKey(DOCUMENT)) {
            broken();
            return false;
        }
        return true;
    }

    private void types() {
        String types = new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        if (types.contains("macroenabled") || types.contains("vbaproject")) {
            findings.add(Finding.field("partTwo", "partTwoMacros", fileName));
        }
    }

    private void relationships(String name) throws IOException {
        var all = parse(name).getElementsByTagNameNS("*", "Relationship");
        for (int i = 0; i < all.getLength(); i++) {
            var relationship = (Element) all.item(i);
            String type = relationship.getAttribute("Type").replaceFirst(".*/", "");
            String target = relationship.getAttribute("Target");
            boolean external = relationship.getAttribute("TargetMode").equalsIgnoreCase("External");
            String code = REFUSED.getOrDefault(type, "");
            if (code.equals("partTwoMacros")) {
                findings.add(Finding.field("partTwo", "partTwoMacros", fileName));
            } else if (code.equals("partTwoEmbedded")) {
                findings.add(Finding.field("partTwo", "partTwoEmbedded", fileName, target));
            }
            if (external && type.equals("hyperlink")) {
                links++;
            } else if (external) {
                findings.add(Finding.field("partTwo", "partTwoExternalPart", fileName, type, target));
            }
        }
    }

    private Document parse(String name) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            // no part of a DOCX has a DOCTYPE; one that has wants entities, of which billions may be made
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(parts.get(name)));
        } catch (SAXException e) {
            throw new IOException(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void simplify(String name) throws IOException {
        Document document = parse(name);
        new WordText(fileName, styles, seen).simplify(document.getDocumentElement());
        try {
            var out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            parts.put(name, out.toByteArray());
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }
}
