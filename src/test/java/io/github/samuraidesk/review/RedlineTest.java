package io.github.samuraidesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.review.Redline.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;

class RedlineTest {

    private static String paper(String... paragraphs) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body>"
                + String.join("", paragraphs) + "</body></html>";
    }

    private static String text(Redline redline, Kind kind) {
        return redline.lines().stream()
                .flatMap(l -> l.pieces().stream())
                .filter(p -> p.kind() == kind)
                .map(Redline.Piece::text)
                .collect(Collectors.joining("|"));
    }

    @Test
    void theSamePaperHasNoChange() {
        String one = paper("<h1>債券の要項</h1>", "<p>利率は年0.98％とする。</p>");
        assertThat(Redline.of(one, one).isEmpty()).isTrue();
    }

    @Test
    void aChangedFigureIsOneWordAndNotTheWholeParagraph() {
        Redline redline =
                Redline.of(paper("<p>本債券の利率は、年0.98％とし、利払日に支払う。</p>"), paper("<p>本債券の利率は、年1.02％とし、利払日に支払う。</p>"));
        assertThat(redline.lines())
                .singleElement()
                .satisfies(l -> assertThat(l.kind()).isEqualTo(Kind.CHANGED));
        assertThat(text(redline, Kind.DELETED)).isEqualTo("0.98");
        assertThat(text(redline, Kind.INSERTED)).isEqualTo("1.02");
    }

    @Test
    void japaneseIsCutIntoWords() {
        // ICU's dictionary: 財務代理人 is not one piece with the particle after it
        assertThat(Redline.words("財務代理人は、発行者のためにのみ行為する。")).contains("は", "発行").hasSizeGreaterThan(8);
        assertThat(String.join("", Redline.words("財務代理人は、発行者のため"))).isEqualTo("財務代理人は、発行者のため");
    }

    @Test
    void aClauseThatStandsElsewhereHasMoved() {
        String clause = "<p>本債券に関する公告は、日本経済新聞に掲載して行う。</p>";
        Redline redline = Redline.of(
                paper(clause, "<p>元本の消滅時効は10年とする。</p>", "<p>準拠法は日本法とする。</p>"),
                paper("<p>元本の消滅時効は10年とする。</p>", "<p>準拠法は日本法とする。</p>", clause));
        assertThat(redline.lines())
                .extracting(Redline.Line::kind)
                .contains(Kind.MOVED_AWAY, Kind.MOVED_HERE)
                .doesNotContain(Kind.DELETED, Kind.INSERTED);
    }

    @Test
    void aShortLineThatRepeatsHasNotMoved() {
        Redline redline = Redline.of(
                paper("<p>該当なし</p>", "<h2>一</h2>", "<h2>二</h2>"), paper("<h2>一</h2>", "<h2>二</h2>", "<p>該当なし</p>"));
        assertThat(redline.lines()).extracting(Redline.Line::kind).doesNotContain(Kind.MOVED_HERE);
    }

    @Test
    void theRowsOfATableAreComparedRowByRow() {
        String head = "<table><tbody><tr><th>払込期日</th><td>2023年9月14日</td></tr>";
        Redline redline = Redline.of(
                paper(head + "<tr><th>利率</th><td>未定</td></tr></tbody></table>"),
                paper(head + "<tr><th>利率</th><td>年 0.70 ％</td></tr></tbody></table>"));
        assertThat(redline.changes()).isEqualTo(1);
        assertThat(redline.lines().get(0).kind()).isEqualTo(Kind.SAME);
    }

    @Test
    void acceptingAllChangesGivesTheNewTextAndRejectingThemTheOld() throws IOException {
        String before = paper("<h1>債券の要項</h1>", "<p>利率は年0.98％とする。</p>", "<p>この段落は削除される運命にある文章である。</p>");
        String after = paper("<h1>債券の要項</h1>", "<p>新たに加えられた最初の段落をここに置く。</p>", "<p>利率は年1.02％とする。</p>");
        byte[] docx =
                TrackedChanges.docx(Redline.of(before, after), "要項", "counsel", Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(texts(docx, true)).containsExactly("債券の要項", "新たに加えられた最初の段落をここに置く。", "利率は年1.02％とする。");
        assertThat(texts(docx, false)).containsExactly("債券の要項", "利率は年0.98％とする。", "この段落は削除される運命にある文章である。");
    }

    /** The paragraphs as a word processor would leave them: without deleted runs, or without inserted ones. */
    private static List<String> texts(byte[] docx, boolean accepted) throws IOException {
        var texts = new ArrayList<String>();
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            for (XWPFParagraph p : document.getParagraphs()) {
                var text = new StringBuilder();
                var cursor = p.getCTP().newCursor();
                cursor.selectPath("./*");
                while (cursor.toNextSelection()) {
                    var item = cursor.getObject();
                    String name = cursor.getName().getLocalPart();
                    if (item instanceof CTRunTrackChange change) {
                        boolean kept = accepted ? name.equals("ins") : name.equals("del");
                        if (kept) {
                            change.getRList().forEach(r -> text.append(text(r)));
                        }
                    } else if (item instanceof CTR run) {
                        text.append(text(run));
                    }
                }
                if (text.length() > 0) {
                    texts.add(text.toString());
                }
            }
        }
        return texts;
    }

    private static String text(CTR run) {
        return java.util.stream.Stream.concat(run.getTList().stream(), run.getDelTextList().stream())
                .map(t -> t.getStringValue())
                .collect(Collectors.joining());
    }
}
