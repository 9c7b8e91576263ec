package io.github.samuraidesk.disclosure;

import java.io.IOException;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;

/** Looks at PDFs that people upload. */
public final class UploadedPdf {

    private UploadedPdf() {}

    /** Number of pages; empty when the bytes are no readable, unprotected PDF. */
    public static OptionalInt pages(byte[] bytes) {
        if (bytes.length < 5 || bytes[0] != '%' || bytes[1] != 'P' || bytes[2] != 'D' || bytes[3] != 'F') {
            return OptionalInt.empty();
        }
        try (var document = Loader.loadPDF(bytes)) {
            return document.isEncrypted() || document.getNumberOfPages() == 0
                    ? OptionalInt.empty()
                    : OptionalInt.of(document.getNumberOfPages());
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }
}
