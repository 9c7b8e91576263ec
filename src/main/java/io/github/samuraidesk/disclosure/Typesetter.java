package io.github.samuraidesk.disclosure;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.springframework.stereotype.Component;

/**
 * XHTML to PDF/A-2u with embedded BIZ UD fonts and Japanese line breaking. The same XHTML and moment give the same
 * bytes.
 */
@Component
public class Typesetter {

    private static final String NOT_AT_START = "、。，．・：；？！ヽヾゝゞ々ー’”）〕］｝〉》」』】°′″℃％‰…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ／";
    private static final String NOT_AT_END = "‘“（〔［｛〈《「『【￥＄＃";

    /** Layout of a font file's directory, in bytes (OpenType, Organization of an OpenType Font). */
    private static final int SFNT_HEADER = 12;

    private static final int SFNT_ENTRY = 16;
    private static final int GSUB = 0x47535542;

    /** Read when the first text is checked or set: start-up does not wait for fifteen megabytes of fonts. */
    private static final class Fonts {
        private static final byte[] MINCHO = font("BIZUDMincho-Regular.ttf");
        private static final byte[] GOTHIC = font("BIZUDGothic-Regular.ttf");
        private static final byte[] GOTHIC_BOLD = font("BIZUDGothic-Bold.ttf");
        private static final List<CmapLookup> CMAPS = Stream.of(MINCHO, GOTHIC, GOTHIC_BOLD)
                .map(Typesetter::characterMap)
                .toList();
        private static final byte[] PROFILE =
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    private static CmapLookup characterMap(byte[] font) {
        try (var parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            return parsed.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Typesetter() {
        XRLog.setLoggingEnabled(false);
    }

    /** Pages and bytes of a finished paper. */
    public record Typeset(byte[] pdf, int pages) {}

    /** Whether every character has a glyph in each font: without one the renderer would print "#" and say nothing. */
    public boolean canPrint(String text) {
        return firstUnprintable(text).isEmpty();
    }

    public java.util.Optional<String> firstUnprintable(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .filter(c -> Fonts.CMAPS.stream().anyMatch(cmap -> cmap.getGlyphId(c) == 0))
                .mapToObj(Character::toString)
                .findFirst();
    }

    /** @throws IllegalArgumentException when a character has no glyph; the text names it */
    public Typeset typeset(String xhtml, Instant moment) {
        firstUnprintable(textOf(xhtml)).ifPresent(c -> {
            throw new IllegalArgumentException(
                    "no glyph for " + c + String.format(" (U+%04X)", c.codePointAt(0)) + " in the document fonts");
        });
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(() -> new ByteArrayInputStream(Fonts.MINCHO), "BIZ UDMincho", 400, FontStyle.NORMAL, true);
        // letters of a picture come from the same fonts; without them the machine's own would be drawn
        var everywhere = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
        builder.useFont(
                () -> new ByteArrayInputStream(Fonts.GOTHIC), "BIZ UDGothic", 400, FontStyle.NORMAL, true, everywhere);
        builder.useFont(
                () -> new ByteArrayInputStream(Fonts.GOTHIC_BOLD),
                "BIZ UDGothic",
                700,
                FontStyle.NORMAL,
                true,
                everywhere);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.useColorProfile(Fonts.PROFILE);
        builder.usePdfUaAccessibility(true);
        builder.useUnicodeLineBreaker(new LineBreaker());
        if (xhtml.contains("<svg")) {
            builder.useSVGDrawer(new BatikSVGDrawer());
        }
        builder.withProducer("Samurai Desk");
        builder.withHtmlContent(xhtml, null);
        var out = new ByteArrayOutputStream();
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            document.getDocumentCatalog().setLanguage(xhtml.contains("lang=\"en\"") ? "en" : "ja-JP");
            var viewer = new PDViewerPreferences(new COSDictionary());
            viewer.setDisplayDocTitle(true);
            document.getDocumentCatalog().setViewerPreferences(viewer);
            fix(document, moment, xhtml);
            document.save(out);
            return new Typeset(out.toByteArray(), document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dates and ids come from the snapshot, so that equal facts give equal bytes. */
    private static void fix(PDDocument document, Instant moment, String xhtml) throws IOException {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(moment.getEpochSecond() * 1000);
        document.getDocumentInformation().setCreationDate(calendar);
        document.getDocumentInformation().setModificationDate(calendar);
        document.setDocumentId((long) xhtml.hashCode() << 32 | moment.getEpochSecond() & 0xffffffffL);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
            String when = moment.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                    .toString()
                    .replace("Z", "+00:00");
            xmp = xmp.replaceAll("(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*(<)", "$1" + when + "$2");
            document.getDocumentCatalog()
                    .setMetadata(
                            new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static String textOf(String xhtml) {
        int body = xhtml.indexOf("<body");
        return org.springframework.web.util.HtmlUtils.htmlUnescape(
                xhtml.substring(Math.max(body, 0)).replaceAll("<[^>]*>", ""));
    }

    private static byte[] font(String file) {
        try (InputStream in = Typesetter.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("font is missing: " + file);
            }
            return withoutSubstitutions(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The font with its table of glyph substitutions out of sight. Japanese text set horizontally needs none, lines are
     * measured without them, and looking them up takes longer than all other setting together.
     */
    private static byte[] withoutSubstitutions(byte[] font) {
        var tables = ByteBuffer.wrap(font);
        int count = tables.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = SFNT_HEADER + i * SFNT_ENTRY;
            if (tables.getInt(entry) == GSUB) {
                // the tag of no table, at the same place in the order
                tables.put(entry + 3, (byte) '_');
            }
        }
        return font;
    }

    /** ICU's strict Japanese breaks, less those that would start or end a line with a forbidden character (禁則). */
    private static final class LineBreaker implements FSTextBreaker {
        private final BreakIterator breaks = BreakIterator.getLineInstance(ULocale.forLanguageTag("ja-u-lb-strict"));
        private String text = "";

        @Override
        public int next() {
            int position = breaks.next();
            while (position != BreakIterator.DONE
                    && position > 0
                    && position < text.length()
                    && (NOT_AT_START.indexOf(text.charAt(position)) >= 0
                            || NOT_AT_END.indexOf(text.charAt(position - 1)) >= 0)) {
                position = breaks.next();
            }
            return position;
        }

        @Override
        public void setText(String newText) {
            text = newText;
            breaks.setText(newText);
        }
    }
}
