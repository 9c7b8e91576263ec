package io.github.samuraidesk.nets;

import io.github.samuraidesk.deal.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a file says: of an archive, a workbook or a Word document the text of all its parts, of a PDF what is printed on
 * its pages, of all else its own. A part in XML is given without its tags too, and a PDF without its blanks, since a word
 * may be cut by either.
 */
final class PlainText {

    /** By the hash of the bytes: the same papers come out for many readers. */
    private final Map<String, String> known = new HashMap<>();

    String of(byte[] bytes) {
        boolean archive = startsWith(bytes, "PK");
        if (!archive && !startsWith(bytes, "%PDF")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        String hash = Sha256.of(bytes);
        String text = known.get(hash);
        if (text == null) {
            text = archive ? archive(bytes) : pdf(bytes);
            known.put(hash, text);
        }
        return text;
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        return new String(bytes, 0, Math.min(bytes.length, magic.length()), StandardCharsets.ISO_8859_1).equals(magic);
    }

    private String archive(byte[] bytes) {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName()).append('\n');
                String part = of(zip.readAllBytes());
                text.append(part).append('\n');
                if (entry.getName().endsWith(".xml")) {
                    text.append(part.replaceAll("<[^>]*>", "")).append('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String pdf(byte[] bytes) {
        try (var document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);
            return text + '\n' + text.replaceAll("\\s", "") + '\n';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
