package io.github.samuraidesk.disclosure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Looks at PDFs that people upload. */
public final class UploadedPdf {

    private UploadedPdf() {}

    /**
     * The same document without compression of its objects, as EDINET wants it (E020). Its id comes from its content, so
     * that the same upload gives the same bytes. Empty when it cannot be read.
     */
    public static Optional<byte[]> withoutObjectStreams(byte[] bytes) {
        if (pages(bytes).isEmpty()) {
            return Optional.empty();
        }
        try (var document = Loader.loadPDF(bytes)) {
            document.setDocumentId((long) Arrays.hashCode(bytes));
            // a file read from cross-reference streams is written with them again unless told otherwise
            document.getDocument().setIsXRefStream(false);
            var out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return Optional.of(out.toByteArray());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What the document's own properties say it is about; empty when they say nothing or it cannot be read. */
    public static Optional<String> subject(byte[] bytes) {
        if (pages(bytes).isEmpty()) {
            return Optional.empty();
        }
        try (var document = Loader.loadPDF(bytes)) {
            return Optional.ofNullable(document.getDocumentInformation().getSubject());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Number of pages of a file, read without holding it in memory; empty when it is no readable, unprotected PDF. */
    public static OptionalInt pages(Path file) {
        try {
            try (InputStream in = Files.newInputStream(file)) {
                if (!isPdf(in.readNBytes(5))) {
                    return OptionalInt.empty();
                }
            }
            try (var document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
                return pages(document);
            }
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** Number of pages; empty when the bytes are no readable, unprotected PDF. */
    public static OptionalInt pages(byte[] bytes) {
        if (!isPdf(bytes)) {
            return OptionalInt.empty();
        }
        try (var document = Loader.loadPDF(bytes)) {
            return pages(document);
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    private static boolean isPdf(byte[] bytes) {
        return bytes.length >= 5 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    private static OptionalInt pages(PDDocument document) {
        return document.isEncrypted() || document.getNumberOfPages() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(document.getNumberOfPages());
    }
}
