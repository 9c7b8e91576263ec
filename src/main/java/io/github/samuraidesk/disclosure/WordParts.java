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
import java.util.Set;
import java.util.TreeMap;
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
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The parts of a DOCX before it is read as a document: what may not come in is named, and what only wraps text (content
 * controls, links, accepted insertions) is taken away, so that no text is overlooked behind it.
 */
final class WordParts {

    private static final int MOST_PARTS = 3_000;
    private static final long MOST_BYTES = 100L << 20;

    /** Text of a thousand pages; beyond it the markup would fill the memory. */
    private static final int MOST_TEXT_BYTES = 32 << 20;

    private static final Set<String> TEXTS = Set.of("word/document.xml", "word/footnotes.xml", "word/endnotes.xml");

    private static final Set<String> UNWRAPPED = Set.of(
            "sdt",
            "sdtContent",
            "hyperlink",
            "smartTag",
            "customXml",
            "ins",
            "moveTo",
            "fldSimple",
            "AlternateContent",
            "Choice",
            "dir",
            "bdo");
    private static final Set<String> DROPPED = Set.of(
            "sdtPr",
            "sdtEndPr",
            "del",
            "moveFrom",
            "Fallback",
            "instrText",
            "delText",
            "proofErr",
            "bookmarkStart",
            "bookmarkEnd",
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference");

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
    private boolean tracked;

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
                for (String text : TEXTS) {
                    if (word.parts.containsKey(text)) {
                        word.simplify(text);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            word.broken();
        }
        if (word.links > 0) {
            word.notices.add(Finding.field("partTwo", "partTwoLinks", String.valueOf(word.links)));
        }
        if (word.tracked) {
            word.notices.add(Finding.field("partTwo", "partTwoTracked"));
        }
        return word;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Finding> notices() {
        return notices;
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
        if (!parts.containsKey("[Content_Types].xml") || !parts.containsKey("word/document.xml")) {
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
        simplify(document.getDocumentElement(), 0);
        try {
            var out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            parts.put(name, out.toByteArray());
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    private void simplify(Element element, int depth) throws IOException {
        if (depth > 200) {
            throw new IOException("too deep");
        }
        Node next;
        for (Node child = element.getFirstChild(); child != null; child = next) {
            next = child.getNextSibling();
            if (!(child instanceof Element inner)) {
                continue;
            }
            String name = inner.getLocalName();
            tracked |= name.equals("ins") || name.equals("del") || name.equals("moveFrom");
            if (DROPPED.contains(name) || isTableOfContents(inner)) {
                element.removeChild(inner);
            } else if (UNWRAPPED.contains(name)) {
                next = inner.getFirstChild() == null ? next : inner.getFirstChild();
                while (inner.getFirstChild() != null) {
                    element.insertBefore(inner.getFirstChild(), inner);
                }
                element.removeChild(inner);
            } else {
                judge(inner);
                simplify(inner, depth + 1);
            }
        }
    }

    /** Pages of a table of contents are those of the upload, not of the paper. */
    private static boolean isTableOfContents(Element element) {
        if (!element.getLocalName().equals("sdt")) {
            return false;
        }
        var gallery = element.getElementsByTagNameNS("*", "docPartGallery");
        return gallery.getLength() > 0
                && ((Element) gallery.item(0)).getAttributes().getLength() > 0
                && ((Element) gallery.item(0))
                        .getAttributes()
                        .item(0)
                        .getNodeValue()
                        .equals("Table of Contents");
    }

    /** Names what carries text or a picture that would be lost. */
    private void judge(Element element) {
        switch (element.getLocalName()) {
            case "object", "altChunk" ->
                findings.add(Finding.field("partTwo", "partTwoEmbedded", fileName, element.getLocalName()));
            case "txbxContent" -> findings.add(Finding.field("partTwo", "partTwoTextBox", fileName));
            case "oMath", "pict", "sym" ->
                findings.add(Finding.field("partTwo", "partTwoDrawing", fileName, element.getNodeName()));
            case "graphicData" -> {
                String kind = element.getAttribute("uri").replaceFirst(".*/", "");
                if (!kind.equals("picture")) {
                    findings.add(Finding.field("partTwo", "partTwoDrawing", fileName, kind));
                }
            }
            default -> {}
        }
    }
}
