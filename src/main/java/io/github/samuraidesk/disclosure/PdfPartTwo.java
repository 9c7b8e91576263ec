package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jsoup.nodes.Element;

/**
 * Reads Part 2 out of a PDF: its text, page by page, in the order of its places. A PDF knows lines and no tables, so the
 * rows of a table come as lines of text, and pictures do not come at all; the notices say so.
 */
final class PdfPartTwo {

    private static final int MOST_PAGES = 2_000;
    private static final long MEMORY_BYTES = 64L << 20;
    private static final long MOST_BYTES = 1L << 30;

    private static final Pattern PAGE_NUMBER = Pattern.compile("[-－―–\\s]*\\d{1,4}(\\s*[/／]\\s*\\d{1,4})?[-－―–\\s]*");
    private static final Pattern ENDS_A_PARAGRAPH = Pattern.compile(".*[。．：:]$");

    private static final Pattern FIGURE = Pattern.compile("[△▲(（+-]?\\d[\\d,.]*[)）%％]?");

    /** A line of so many words, so many of them figures, is the row of a table. */
    private static final int WORDS_OF_A_ROW = 3;

    private static final int FIGURES_OF_A_ROW = 2;

    private static final Set<String> OVER_THE_PAGE =
            Set.of("FreeText", "Stamp", "StrikeOut", "Widget", "Redact", "Ink");

    private static final int HALF_TURN = 180;
    private static final int SHOWN = 40;

    private PdfPartTwo() {}

    static PartTwoSource read(String fileName, byte[] bytes) {
        var findings = new ArrayList<Finding>();
        var blocks = new ArrayList<Element>();
        var notices = new ArrayList<Finding>();
        try (PDDocument document = Loader.loadPDF(
                bytes, "", null, null, MemoryUsageSetting.setupMixed(MEMORY_BYTES, MOST_BYTES).streamCache)) {
            if (document.isEncrypted()) {
                return PartTwoSource.refused(Finding.field("partTwo", "partTwoProtected", fileName));
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                return PartTwoSource.refused(Finding.field(
                        "partTwo",
                        "partTwoPages",
                        fileName,
                        String.valueOf(document.getNumberOfPages()),
                        String.valueOf(MOST_PAGES)));
            }
            var withoutText = new ArrayList<String>();
            var outside = new ArrayList<String>();
            var withPictures = new ArrayList<String>();
            List<String> layers = hiddenLayers(document);
            if (!layers.isEmpty()) {
                findings.add(Finding.field("partTwo", "partTwoPdfLayers", fileName, String.join(", ", layers)));
            }
            var withNotes = new ArrayList<String>();
            var stripper = new SeenText();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n\n");
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                stripper.open(document.getPage(page - 1));
                String text = stripper.getText(document);
                if (stripper.invisible.length() > 0) {
                    findings.add(Finding.field(
                            "partTwo",
                            "partTwoPdfInvisible",
                            fileName,
                            String.valueOf(page),
                            shown(stripper.invisible.toString())));
                }
                if (stripper.outside.length() > 0) {
                    outside.add(page + ": " + shown(stripper.outside.toString()));
                }
                if (writesOver(document.getPage(page - 1))) {
                    withNotes.add(String.valueOf(page));
                }
                boolean pictures = hasPictures(document.getPage(page - 1));
                if (text.isBlank() && pictures) {
                    withoutText.add(String.valueOf(page));
                } else if (pictures) {
                    withPictures.add(String.valueOf(page));
                }
                paragraphs(text, blocks);
            }
            if (!withoutText.isEmpty()) {
                findings.add(
                        Finding.field("partTwo", "partTwoPdfWithoutText", fileName, String.join(", ", withoutText)));
            } else if (blocks.isEmpty()) {
                findings.add(Finding.field("partTwo", "partTwoEmpty", fileName));
            }
            notices.add(Finding.field("partTwo", "partTwoFromPdf", String.valueOf(document.getNumberOfPages())));
            if (!withNotes.isEmpty()) {
                findings.add(Finding.field("partTwo", "partTwoPdfNotes", fileName, String.join(", ", withNotes)));
            }
            if (!outside.isEmpty()) {
                notices.add(Finding.field("partTwo", "partTwoHidden", String.join("; ", outside)));
            }
            if (!withPictures.isEmpty()) {
                notices.add(Finding.field("partTwo", "partTwoPdfPictures", String.join(", ", withPictures)));
            }
        } catch (InvalidPasswordException e) {
            return PartTwoSource.refused(Finding.field("partTwo", "partTwoProtected", fileName));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox throws what it likes at broken files
            return PartTwoSource.refused(Finding.field("partTwo", "partTwoBroken", fileName, "PDF"));
        }
        return new PartTwoSource(blocks, java.util.Map.of(), notices, findings);
    }

    /** The text that a reader sees: letters without ink are refused, those beyond the edge of the page left out. */
    private static final class SeenText extends PDFTextStripper {

        private final StringBuilder invisible = new StringBuilder();
        private final StringBuilder outside = new StringBuilder();
        private float width;
        private float height;

        void open(PDPage page) {
            invisible.setLength(0);
            outside.setLength(0);
            boolean turned = page.getRotation() % HALF_TURN != 0;
            width = turned ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
            height = turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
            boolean withoutInk = mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP;
            boolean beyond = text.getX() + text.getWidth() < 0
                    || text.getX() > width
                    || text.getY() < 0
                    || text.getY() - text.getHeight() > height;
            if (beyond) {
                outside.append(text.getUnicode());
            } else if (withoutInk || getGraphicsState().getNonStrokeAlphaConstant() == 0) {
                invisible.append(text.getUnicode().strip());
            } else {
                super.processTextPosition(text);
            }
        }
    }

    /** Layers that are off when the file is opened; nobody here tells which text lies on them. */
    private static List<String> hiddenLayers(PDDocument document) {
        var layers = document.getDocumentCatalog().getOCProperties();
        var off = new ArrayList<String>();
        if (layers != null) {
            for (PDOptionalContentGroup layer : layers.getOptionalContentGroups()) {
                if (!layers.isGroupEnabled(layer)) {
                    off.add(layer.getName());
                }
            }
        }
        return off;
    }

    /** Whether notes, stamps, struck lines or filled fields lie over the page: their text is not that of the page. */
    private static boolean writesOver(PDPage page) throws IOException {
        return page.getAnnotations().stream()
                .anyMatch(a -> OVER_THE_PAGE.contains(String.valueOf(a.getSubtype()))
                        && !a.isHidden()
                        && a.getNormalAppearanceStream() != null);
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) > SHOWN
                ? line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…"
                : line;
    }

    private static void paragraphs(String page, List<Element> blocks) {
        List<String> lines =
                new ArrayList<>(page.strip().lines().map(String::stripTrailing).toList());
        if (!lines.isEmpty() && PAGE_NUMBER.matcher(lines.get(lines.size() - 1)).matches()) {
            lines.remove(lines.size() - 1);
        }
        if (!lines.isEmpty() && PAGE_NUMBER.matcher(lines.get(0)).matches()) {
            lines.remove(0);
        }
        int longest = lines.stream()
                .map(String::length)
                .max(Comparator.naturalOrder())
                .orElse(0);
        var open = new StringBuilder();
        for (String line : lines) {
            String text = line.strip();
            boolean alone = LegalHeading.in(text).isPresent() || isRow(text);
            if (text.isEmpty() || alone) {
                close(open, blocks);
            }
            if (text.isEmpty()) {
                continue;
            }
            boolean latin = open.length() > 0 && open.charAt(open.length() - 1) < 0x2000 && text.charAt(0) < 0x2000;
            open.append(latin ? " " : "").append(text);
            if (alone || ENDS_A_PARAGRAPH.matcher(text).matches() || line.length() < longest * 4 / 5) {
                close(open, blocks);
            }
        }
        close(open, blocks);
    }

    private static boolean isRow(String line) {
        String[] words = line.split("\\s+");
        long figures = java.util.Arrays.stream(words)
                .filter(w -> FIGURE.matcher(w).matches())
                .count();
        return words.length >= WORDS_OF_A_ROW && figures >= FIGURES_OF_A_ROW;
    }

    private static void close(StringBuilder open, List<Element> blocks) {
        if (open.length() > 0) {
            blocks.add(new Element("p").text(open.toString()));
            open.setLength(0);
        }
    }

    private static boolean hasPictures(PDPage page) throws IOException {
        var resources = page.getResources();
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                return true;
            }
            if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
                for (COSName inner : form.getResources().getXObjectNames()) {
                    if (form.getResources().isImageXObject(inner)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
