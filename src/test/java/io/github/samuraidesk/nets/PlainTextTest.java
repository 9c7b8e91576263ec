package io.github.samuraidesk.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** A word is found however deep the file lies that says it, and wherever the file cuts it. */
class PlainTextTest {

    private static final String WORD = "ZQ7XSECRETQZ";

    private final PlainText plain = new PlainText();

    @Test
    void readsWhatIsNoArchiveAsItIs() {
        assertThat(plain.of(WORD.getBytes(StandardCharsets.UTF_8))).isEqualTo(WORD);
        assertThat(plain.of(new byte[] {'P'})).isEqualTo("P");
    }

    @Test
    void findsAWordThatAPdfBreaksWithinAnArchiveWithinAnArchive() throws IOException {
        byte[] pdf = pdf(WORD.substring(0, 5), WORD.substring(5));
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain(WORD);
        assertThat(plain.of(pdf)).contains(WORD);
        assertThat(plain.of(zip("papers.zip", zip("paper.pdf", pdf)))).contains("papers.zip", "paper.pdf", WORD);
    }

    @Test
    void findsAWordThatIsCutByTheRunsOfAWordDocument() throws IOException {
        String runs = "<w:t>" + WORD.substring(0, 5) + "</w:t><w:ins><w:t>" + WORD.substring(5) + "</w:t></w:ins>";
        assertThat(plain.of(zip("word/document.xml", runs.getBytes(StandardCharsets.UTF_8))))
                .contains(WORD);
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] pdf(String... lines) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.setLeading(15);
                content.newLineAtOffset(50, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
