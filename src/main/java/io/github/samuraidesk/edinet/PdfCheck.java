package io.github.samuraidesk.edinet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Rules E019 and E020. The raw bytes tell of the header, the end and the compression of objects, whose dictionaries
 * are never compressed; PDFBox tells of what the pages and the catalogue hold.
 */
final class PdfCheck {

    private static final int EDGE = 1024;

    /** What was found, and which dictionaries were visited: a hostile file may tie them into rings. */
    private static final class Found {

        private final Set<String> codes = new TreeSet<>();
        private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        void add(String code) {
            codes.add(code);
        }
    }

    private final EdinetRules rules;

    PdfCheck(EdinetRules rules) {
        this.rules = rules;
    }

    void check(String file, byte[] pdf, FaultList faults) {
        int header = find(pdf, "%PDF-", 0, Math.min(pdf.length, EDGE));
        if (header < 0) {
            faults.add("E019", file, 0, "pdfNotPdf");
            return;
        }
        if (find(pdf, "%%EOF", Math.max(0, pdf.length - EDGE), pdf.length) < 0) {
            faults.add("E019", file, 0, "pdfTruncated");
            return;
        }
        if (hasType(pdf, "ObjStm")) {
            faults.add("E020", file, 0, "pdfObjectStreams");
        }
        if (hasType(pdf, "XRef")) {
            faults.add("E020", file, 0, "pdfCrossReferenceStreams");
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            inspect(file, document, faults);
        } catch (InvalidPasswordException e) {
            faults.add("E019", file, 0, "pdfPassword");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox answers a broken file with whatever its parser stumbles on; to the filer all of it is one thing.
            faults.add("E019", file, 0, "pdfUnreadable");
        }
    }

    private void inspect(String file, PDDocument document, FaultList faults) {
        double version = rules.decimal("E019", "version");
        if (document.getVersion() < version - 0.01) {
            faults.add("E019", file, 0, "pdfVersion", document.getVersion(), version);
        }
        if (document.isEncrypted()) {
            faults.add("E019", file, 0, "pdfEncrypted");
        }
        var found = new Found();
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        actions(catalog, found, 0);
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            if (names.getDictionaryObject(COSName.EMBEDDED_FILES) != null) {
                found.add("pdfAttachment");
            }
            if (names.getDictionaryObject(COSName.JAVA_SCRIPT) != null) {
                found.add("pdfScript");
            }
        }
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form != null) {
            fields(form.getCOSArray(COSName.FIELDS), found, 0);
            if ((form.getInt(COSName.SIG_FLAGS, 0) & 1) != 0) {
                found.add("pdfSignature");
            }
        }
        if (catalog.getDictionaryObject(COSName.getPDFName("Perms")) != null) {
            found.add("pdfSignature");
        }
        outline(catalog.getCOSDictionary(COSName.OUTLINES), found);
        for (PDPage page : document.getPages()) {
            page(page.getCOSObject(), found);
        }
        found.codes.forEach(code -> faults.add("E019", file, 0, code));
    }

    private static void page(COSDictionary page, Found found) {
        actions(page, found, 0);
        COSArray annotations = page.getCOSArray(COSName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                annotation(annotation, found);
            }
        }
    }

    private static void annotation(COSDictionary annotation, Found found) {
        actions(annotation, found, 0);
        String subtype = annotation.getNameAsString(COSName.SUBTYPE);
        if (subtype == null) {
            return;
        }
        switch (subtype) {
            case "FileAttachment" -> found.add("pdfAttachment");
            case "Movie", "RichMedia", "Screen", "3D" -> found.add("pdfMovie");
            case "Sound" -> found.add("pdfSound");
            case "Widget" -> {
                if ("Sig".equals(annotation.getNameAsString(COSName.FT))) {
                    found.add("pdfSignature");
                }
            }
            default -> {}
        }
    }

    private static void fields(COSArray fields, Found found, int depth) {
        for (int i = 0; fields != null && depth < 32 && i < fields.size(); i++) {
            if (fields.getObject(i) instanceof COSDictionary field) {
                if ("Sig".equals(field.getNameAsString(COSName.FT))) {
                    found.add("pdfSignature");
                }
                actions(field, found, 0);
                fields(field.getCOSArray(COSName.KIDS), found, depth + 1);
            }
        }
    }

    private static void outline(COSDictionary outline, Found found) {
        var open = new ArrayDeque<COSDictionary>();
        if (outline != null) {
            open.add(outline);
        }
        while (!open.isEmpty()) {
            COSDictionary item = open.remove();
            if (!found.seen.add(item)) {
                continue;
            }
            actions(item, found, 0);
            for (COSName key : new COSName[] {COSName.FIRST, COSName.NEXT}) {
                COSDictionary next = item.getCOSDictionary(key);
                if (next != null) {
                    open.add(next);
                }
            }
        }
    }

    /** Looks through the actions a dictionary starts: on opening, on a click, on events, and what follows them. */
    private static void actions(COSDictionary owner, Found found, int depth) {
        if (depth > 16) {
            return;
        }
        for (COSName key : new COSName[] {COSName.OPEN_ACTION, COSName.A, COSName.NEXT}) {
            COSBase value = owner.getDictionaryObject(key);
            if (value instanceof COSDictionary action) {
                action(action, found, depth);
            } else if (value instanceof COSArray list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.getObject(i) instanceof COSDictionary action) {
                        action(action, found, depth);
                    }
                }
            }
        }
        COSDictionary events = owner.getCOSDictionary(COSName.AA);
        if (events != null) {
            for (COSName key : events.keySet()) {
                COSDictionary action = events.getCOSDictionary(key);
                if (action != null) {
                    action(action, found, depth);
                }
            }
        }
    }

    private static void action(COSDictionary action, Found found, int depth) {
        String kind = action.getNameAsString(COSName.S);
        if (kind != null && found.seen.add(action)) {
            switch (kind) {
                case "JavaScript" -> found.add("pdfScript");
                case "URI", "GoToR", "GoToE", "Launch", "SubmitForm", "ImportData" -> found.add("pdfLink");
                case "Movie", "Rendition", "RichMediaExecute" -> found.add("pdfMovie");
                case "Sound" -> found.add("pdfSound");
                default -> {}
            }
            actions(action, found, depth + 1);
        }
    }

    /** Whether a dictionary in the file names this {@code /Type}; the blank after the key may be any or none. */
    private static boolean hasType(byte[] pdf, String type) {
        for (int at = find(pdf, "/Type", 0, pdf.length); at >= 0; at = find(pdf, "/Type", at + 5, pdf.length)) {
            int next = at + 5;
            while (next < pdf.length && pdf[next] <= ' ' && pdf[next] >= 0) {
                next++;
            }
            if (find(pdf, "/" + type, next, Math.min(pdf.length, next + type.length() + 1)) == next) {
                return true;
            }
        }
        return false;
    }

    private static int find(byte[] in, String text, int from, int to) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        int last = to - wanted.length;
        byte first = wanted[0];
        outer:
        for (int i = from; i <= last; i++) {
            if (in[i] != first) {
                continue;
            }
            for (int k = 1; k < wanted.length; k++) {
                if (in[i + k] != wanted[k]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
