package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Sha256;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** What becomes of an uploaded Part 2: HTML is cleaned, DOCX and PDF become body files, hostile files stay out. */
class PartTwoReaderTest {

    private static final PartTwoHeadings.Table COMPANY = PartTwoHeadings.Table.COMPANY;

    @SuppressWarnings("DataFlowIssue")
    private final PartTwoReader reader = new PartTwoReader(null, new Typesetter());

    private PartTwoReader.Read read(String name, byte[] bytes) {
        return reader.read(name, bytes, COMPANY);
    }

    private List<String> refusals(String name, byte[] bytes) {
        try {
            read(name, bytes);
        } catch (Refused refused) {
            return refused.findings().stream().map(Finding::code).toList();
        }
        return List.of();
    }

    private static List<String> codes(PartTwoReader.Read read) {
        return read.notices().stream().map(Finding::code).toList();
    }

    private static Finding notice(PartTwoReader.Read read, String code) {
        return read.notices().stream()
                .filter(n -> n.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among " + read.notices()));
    }

    private static String text(PartTwoReader.Read read) {
        var all = new StringBuilder();
        read.files().forEach((name, bytes) -> {
            if (name.endsWith(".htm")) {
                all.append(new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return all.toString();
    }

    private static byte[] html(String body) {
        return ("<html lang=\"ja\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\" />"
                        + "<title>第二部</title></head><body><h2>第二部【企業情報】</h2><h3>第1【本国における法制等の概要】</h3>" + body
                        + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] png(int side) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side; i++) {
            image.setRGB(i, i, 0x00118f);
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(XWPFDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.write(out);
        document.close();
        return out.toByteArray();
    }

    private static void paragraph(XWPFDocument document, String style, String text) {
        var p = document.createParagraph();
        if (!style.isEmpty()) {
            p.setStyle(style);
        }
        p.createRun().setText(text);
    }

    private static void headingStyle(XWPFDocument document, int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId("H" + level);
        style.addNewName().setVal("heading " + level);
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    private static byte[] docx() throws Exception {
        var d = new XWPFDocument();
        headingStyle(d, 1);
        headingStyle(d, 2);
        paragraph(d, "H1", "第二部【企業情報】");
        paragraph(d, "H2", "第1 【本国における法制等の概要】");
        var p = d.createParagraph();
        p.createRun().setText("会社法の");
        XWPFRun bold = p.createRun();
        bold.setBold(true);
        bold.setText("概要");
        p.createRun().setText("を述べる。");
        var note = d.createFootnote();
        note.createParagraph().createRun().setText("改正法による。");
        p.addFootnoteReference(note);
        paragraph(d, "H2", "第2【企業の概況】");
        var table = d.createTable(3, 3);
        table.getRow(0).setRepeatHeader(true);
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                table.getRow(r).getCell(c).setText("r" + r + "c" + c);
            }
        }
        table.getRow(1).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.RESTART);
        table.getRow(2).getCell(0).getCTTc().addNewTcPr().addNewVMerge();
        table.getRow(2).getCell(1).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.TWO);
        table.getRow(2).removeCell(2);
        d.createParagraph()
                .createRun()
                .addPicture(
                        new ByteArrayInputStream(png(40)),
                        Document.PICTURE_TYPE_PNG,
                        "chart.png",
                        Units.toEMU(90),
                        Units.toEMU(90));
        return bytes(d);
    }

    @Test
    void aDocxBecomesBodyFilesCutAtItsChapters() throws Exception {
        PartTwoReader.Read read = read("part-two.docx", docx());
        assertThat(read.files()).containsOnlyKeys("0201010_2bu.htm", "0202010_2bu.htm", "images/part2_001.png");
        String text = text(read);
        assertThat(text)
                .contains("<h2>第二部【企業情報】</h2>", "<h3>第1【本国における法制等の概要】</h3>", "会社法の<b>概要</b>を述べる。")
                .contains("<sup>(*1)</sup>", "<p>(*1) 改正法による。</p>")
                .contains("<img src=\"images/part2_001.png\"", "width=\"120\"")
                .contains("<th>r0c0</th>", "<td rowspan=\"2\">r1c0</td>", "<td colspan=\"2\">r2c1</td>")
                .doesNotContain("r2c0", "r2c2");
    }

    @Test
    void aListKeepsTheNumbersThatTheWordProcessorShows() throws Exception {
        var d = new XWPFDocument();
        paragraph(d, "", "第二部【企業情報】");
        var list = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        var level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat.LOWER_LETTER);
        level.addNewLvlText().setVal("(%1)");
        var numbering = d.createNumbering();
        BigInteger number =
                numbering.addNum(numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(list)));
        for (String text : List.of("株式会社", "合同会社")) {
            var p = d.createParagraph();
            p.setNumID(number);
            p.createRun().setText(text);
        }
        assertThat(text(read("x.docx", bytes(d)))).contains("<li>(a) 株式会社</li><li>(b) 合同会社</li>");
    }

    @Test
    void trackedInsertionsCountAndDeletionsDoNot() throws Exception {
        var d = new XWPFDocument();
        paragraph(d, "", "第二部【企業情報】");
        paragraph(d, "", "XYZ");
        byte[] bytes = replaced(
                bytes(d),
                "word/document.xml",
                "<w:r><w:t>XYZ</w:t></w:r>",
                "<w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>入れた</w:t></w:r></w:ins>"
                        + "<w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>消した</w:delText></w:r></w:del>"
                        + "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>欄の中</w:t></w:r></w:sdtContent></w:sdt>");
        PartTwoReader.Read read = read("x.docx", bytes);
        assertThat(text(read)).contains("入れた欄の中").doesNotContain("消した");
        assertThat(codes(read)).contains("partTwoTracked");
    }

    private static byte[] replaced(byte[] zip, String part, String from, String to) throws IOException {
        Map<String, byte[]> parts = unzip(zip);
        String text = new String(parts.get(part), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        parts.put(part, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return CanonicalZip.of(parts);
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var parts = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                parts.put(e.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    @Test
    void aDocxWithMacrosObjectsOrPartsFromOutsideIsRefused() throws Exception {
        byte[] plain = docx();
        var macros = new TreeMap<>(unzip(plain));
        macros.put("word/vbaProject.bin", new byte[] {1});
        macros.put(
                "[Content_Types].xml",
                new String(macros.get("[Content_Types].xml"), StandardCharsets.UTF_8)
                        .replace(
                                "</Types>",
                                "<Override PartName=\"/word/vbaProject.bin\""
                                        + " ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(refusals("x.docx", CanonicalZip.of(macros))).containsExactly("partTwoMacros");
        String relations = "word/_rels/document.xml.rels";
        String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        for (var refused : Map.of(
                        "<Relationship Id=\"x1\" Type=\"" + type
                                + "image\" Target=\"https://e.example/x.png\" TargetMode=\"External\"/>",
                        "partTwoExternalPart",
                        "<Relationship Id=\"x1\" Type=\"" + type
                                + "attachedTemplate\" Target=\"file:///c:/n.dotm\" TargetMode=\"External\"/>",
                        "partTwoExternalPart",
                        "<Relationship Id=\"x1\" Type=\"" + type + "oleObject\" Target=\"embeddings/o.bin\"/>",
                        "partTwoEmbedded")
                .entrySet()) {
            byte[] bytes = replaced(plain, relations, "</Relationships>", refused.getKey() + "</Relationships>");
            assertThat(refusals("x.docx", bytes)).containsExactly(refused.getValue());
        }
    }

    @Test
    void aLinkOfADocxBecomesText() throws Exception {
        var d = new XWPFDocument();
        paragraph(d, "", "第二部【企業情報】");
        var p = d.createParagraph();
        p.createHyperlinkRun("https://issuer.example/").setText("発行者のサイト");
        PartTwoReader.Read read = read("x.docx", bytes(d));
        assertThat(text(read)).contains("発行者のサイト").doesNotContain("issuer.example");
        assertThat(codes(read)).contains("partTwoLinks");
    }

    @Test
    void aTextBoxAChartOrAPictureOfAnotherKindIsRefusedAndNotLost() throws Exception {
        byte[] plain = docx();
        String anchor = "<w:body>";
        assertThat(
                        refusals(
                                "x.docx",
                                replaced(
                                        plain,
                                        "word/document.xml",
                                        anchor,
                                        anchor
                                                + "<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>")))
                .contains("partTwoTextBox", "partTwoDrawing");
        var d = new XWPFDocument();
        paragraph(d, "", "第二部【企業情報】");
        d.createParagraph()
                .createRun()
                .addPicture(
                        new ByteArrayInputStream(new byte[] {1, 2, 3}), Document.PICTURE_TYPE_EMF, "x.emf", 9525, 9525);
        assertThat(refusals("x.docx", bytes(d))).containsExactly("partTwoImageKind");
    }

    @Test
    void protectedBrokenAndUnfoldingFilesAreRefusedByName() throws Exception {
        assertThat(refusals("x.docx", "PK no".getBytes(StandardCharsets.UTF_8))).containsExactly("partTwoBroken");
        byte[] good = docx();
        assertThat(refusals("x.docx", java.util.Arrays.copyOf(good, good.length / 2)))
                .containsExactly("partTwoBroken");
        assertThat(refusals("x.pdf", "%PDF-nonsense".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("partTwoBroken");
        var entities = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">]><d>&a;</d>";
        var billion = unzip(good);
        billion.put("word/document.xml", entities.getBytes(StandardCharsets.UTF_8));
        assertThat(refusals("x.docx", CanonicalZip.of(billion))).containsExactly("partTwoBroken");

        var encrypted = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(files)) {
                out.write(good);
            }
            files.writeFilesystem(encrypted);
        }
        assertThat(refusals("x.docx", encrypted.toByteArray())).containsExactly("partTwoProtected");
        assertThat(refusals("x.pdf", pdf(true, "第二部【企業情報】"))).containsExactly("partTwoProtected");

        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            for (String name : List.of("[Content_Types].xml", "word/document.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[40 << 20]);
                zip.closeEntry();
            }
        }
        assertThat(bomb.size()).isLessThan(200_000);
        assertThat(refusals("x.docx", bomb.toByteArray())).containsExactly("partTwoUnfolds");
    }

    private static byte[] pdf(boolean locked, String... lines) throws IOException {
        try (var document = new PDDocument()) {
            var font = PDType0Font.load(
                    document, PartTwoReaderTest.class.getResourceAsStream("/fonts/BIZUDGothic-Regular.ttf"));
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                int y = 700;
                // written from the last line up: only its places say what comes first
                for (int i = lines.length - 1; i >= 0; i--) {
                    content.beginText();
                    content.setFont(font, 10);
                    content.newLineAtOffset(60, y - 30 * i);
                    content.showText(lines[i]);
                    content.endText();
                }
            }
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void aPdfBecomesBodyFilesAndSaysThatTablesMustBeCompared() throws Exception {
        PartTwoReader.Read read = read(
                "part-two.pdf",
                pdf(false, "第二部【企業情報】", "第1【本国における法制等の概要】", "会社法の概要を述べる。", "売上高 1,000 2,000 3,000", "- 12 -"));
        assertThat(text(read))
                .contains("<h2>第二部【企業情報】</h2>", "<p>会社法の概要を述べる。</p>", "<p>売上高 1,000 2,000 3,000</p>")
                .doesNotContain("- 12 -");
        assertThat(codes(read)).contains("partTwoFromPdf");
    }

    @Test
    void aPdfOfPicturesIsRefused() throws Exception {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, ImageIO.read(new ByteArrayInputStream(png(20)))),
                        10,
                        10);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            assertThat(refusals("scan.pdf", out.toByteArray())).containsExactly("partTwoPdfWithoutText");
        }
    }

    @Test
    void cleanHtmlStaysAsItIsByteByByte() {
        byte[] html = html("<p>本文</p>");
        assertThat(read("x.htm", html).files()).containsOnlyKeys(PartTwoFiles.SINGLE);
        assertThat(read("x.htm", html).files().get(PartTwoFiles.SINGLE)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//e.example/x.js></SCRIPT>",
                "<p onclick=\"x()\">a</p>",
                "<iframe src=\"https://e.example/\"></iframe>",
                "<object data=\"x.swf\"></object>",
                "<embed src=\"x.swf\">",
                "<form action=\"https://e.example/\"><input name=\"q\"></form>",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<a href=\" java&#x09;script:alert(1)\">a</a>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mtext><script>alert(1)</script></mtext></math>",
                "<meta http-equiv=\"refresh\" content=\"0;url=https://e.example/\">",
                "<!--[if IE]><script>alert(1)</script><![endif]-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<![CDATA[x><script>alert(1)</script>]]>",
                "<div><template><img src=x onerror=alert(1)></template></div>"
            })
    void activeContentIsTakenOutWithANotice(String hostile) {
        PartTwoReader.Read read = read("x.htm", html("<p>前</p>" + hostile + "<p>後</p>"));
        // what a parser takes for a remark goes with the notice of remarks
        assertThat(codes(read)).containsAnyOf("partTwoActiveRemoved", "partTwoHidden");
        assertThat(text(read).toLowerCase(java.util.Locale.ROOT))
                .contains("<p>前</p>", "<p>後</p>")
                .doesNotContain("<script", "javascript", "onclick", "onerror", "<iframe", "<object", "<embed", "<form")
                .doesNotContain("refresh", "<svg", "<template");
        assertThat(PartTwoBody.of(read.files()).xhtml()).doesNotContain("alert(1)<", "e.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"https://e.example/x.png\">",
                "<img src=\"file:///etc/passwd\">",
                "<img src=\"//e.example/x.png\">",
                "<img src=\"data:image/svg+xml;base64,AAAA\">",
                "<link rel=\"stylesheet\" href=\"https://e.example/x.css\">",
                "<p style=\"background: url('https://e.example/x.png')\">a</p>",
                "<p style=\"background: u\\72l(x)\">a</p>",
                "<style>@import 'https://e.example/x.css';</style>",
                "<table background=\"http://e.example/x.png\"><tr><td>a</td></tr></table>",
                "<a href=\"http://e.example/\">a</a>",
                "<a href=\"mailto:a@e.example\">a</a>"
            })
    void whatLiesOutsideThePackageIsTakenOutWithANotice(String hostile) {
        PartTwoReader.Read read = read("x.htm", html(hostile));
        assertThat(codes(read)).contains("partTwoExternalRemoved");
        assertThat(text(read)).doesNotContain("e.example", "passwd", "url(", "svg");
    }

    @Test
    void aZipThatUnfoldsBeyondTheLimitIsRefused() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            for (int i = 0; i < 3; i++) {
                zip.putNextEntry(new ZipEntry("020%d010_2bu.htm".formatted(i + 1)));
                zip.write(new byte[45 << 20]);
                zip.closeEntry();
            }
        }
        assertThat(refusals("x.zip", bomb.toByteArray())).containsExactly("partTwoTooLarge");
    }

    @Test
    void markupThatWouldExhaustTheTypesetterIsRefused() {
        assertThat(refusals("x.htm", html("<div>".repeat(5_000) + "x" + "</div>".repeat(5_000))))
                .containsExactly("partTwoDeep");
        assertThat(refusals("x.htm", html("<table><tr><td>".repeat(12) + "x" + "</td></tr></table>".repeat(12))))
                .containsExactly("partTwoDeep");
    }

    @Test
    void aCharacterThatCannotBePrintedIsNamedWithItsPlace() throws Exception {
        assertThatThrownBy(() -> read("x.htm", html("<p>売上は好調😀である。</p>")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).singleElement().satisfies(f -> {
                            assertThat(f.code()).isEqualTo("partTwoCharacter");
                            assertThat(f.args()).startsWith("😀", "U+1F600", "第1【本国における法制等の概要】");
                            assertThat(f.args().get(3)).contains("好調");
                        }));
        var d = new XWPFDocument();
        paragraph(d, "", "第二部【企業情報】");
        paragraph(d, "", "吉野は𠮷野と書く。");
        assertThat(refusals("x.docx", bytes(d))).containsExactly("partTwoCharacter");
    }

    @Test
    void charactersOutsideTheSetOfEdinetBecomeReferences() throws Exception {
        PartTwoReader.Read read = read("x.htm", html("<p>Société Générale – ｶﾞﾝｶｸ ﾞ</p>"));
        assertThat(text(read)).contains("Soci&#233;t&#233; G&#233;n&#233;rale &#8211; ガンカク ゛");
        assertThat(notice(read, "partTwoReferences").args().get(0)).contains("é");
        assertThat(PartTwoBody.of(read.files()).xhtml()).contains("Société Générale");
    }

    @Test
    void headingsThatAreMissingDoubledOrOutOfOrderBecomeNotices() {
        PartTwoReader.Read read = read(
                "x.htm",
                html("<p>法制。</p><h3>第3【事業の状況】</h3><p>事業。</p><h3>第2【企業の概況】</h3><p>概況。</p><h3>第3【事業の状況】</h3><p>事業。</p>"));
        assertThat(read.notices()).filteredOn(n -> n.rule().equals("PART2")).allSatisfy(n -> {
            assertThat(n.source()).contains("not verified");
        });
        assertThat(notice(read, "partTwoHeadingTwice").args()).containsExactly("第3【事業の状況】", "2");
        assertThat(notice(read, "partTwoHeadingOrder").args()).containsExactly("第3【事業の状況】");
        assertThat(read.notices())
                .filteredOn(n -> n.code().equals("partTwoHeadingMissing"))
                .extracting(n -> n.args().get(0))
                .contains("第4【設備の状況】", "第9【提出会社の参考情報】")
                .doesNotContain("第二部【企業情報】", "第2【企業の概況】");
    }

    @Test
    void eachKindOfIssuerHasItsHeadings() {
        assertThat(PartTwoHeadings.of(PartTwoHeadings.Table.COMPANY)).hasSize(10);
        assertThat(PartTwoHeadings.of(PartTwoHeadings.Table.STATE))
                .extracting(PartTwoHeadings.Required::text)
                .contains("第3【発行者の概況】", "5【財政】");
        assertThat(PartTwoHeadings.of(PartTwoHeadings.Table.INTERNATIONAL_BODY))
                .extracting(PartTwoHeadings.Required::text)
                .contains("2【資本構成】")
                .doesNotContain("5【財政】");
        assertThat(PartTwoHeadings.of(PartTwoHeadings.Table.INCORPORATION))
                .extracting(PartTwoHeadings.Required::text)
                .containsExactly("【追完情報】", "【組込情報】");
        assertThat(PartTwoHeadings.of(PartTwoHeadings.Table.LOCAL_GOVERNMENT)).isNotEmpty();
    }

    @Test
    void theBodyOfThePaperKeepsAlignmentAndWidthsAndNoOtherLooks() {
        var body = PartTwoBody.of(read(
                        "x.htm",
                        html(
                                "<table class=\"x\" id=\"y\"><tr><td style=\"color:red;text-align:right;width:330px;position:fixed\""
                                        + " colspan=\"1000000\" rowspan=\"2\">1,000</td></tr></table><h1>会社の沿革</h1>"))
                .files());
        assertThat(body.xhtml())
                .contains("<td rowspan=\"2\" style=\"text-align: right; width: 50%\">1,000</td>")
                .contains("<h3>会社の沿革</h3>")
                .doesNotContain("class=\"x\"", "id=", "red", "fixed", "1000000");
    }

    /** Found by random markup: the typesetter fails over items outside lists and over blocks within a line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ol><sup><li>a</li></sup></ol>",
                "<li>a</li>",
                "<ol><div><li>a</li></div></ol>",
                "<b><p>a</p><table><tr><td>b</td></tr></table></b>",
                "<dd>a</dd><dl><p>b</p></dl>",
                "<table></table><table><tr></tr></table><table><tr><td rowspan=\"9\" colspan=\"0\">a</td></tr></table>a"
            })
    void markupThatIsOutOfPlaceIsSetAllTheSame(String odd) {
        String body = PartTwoBody.of(read("x.htm", html(odd)).files()).xhtml();
        String page = "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ja\"><head><title>t</title>"
                + "<style>body{font-family:'BIZ UDMincho'}</style></head><body>" + body + "</body></html>";
        assertThat(new Typesetter()
                        .typeset(Bookmarks.in(ReadingOrder.of(page)), java.time.Instant.EPOCH)
                        .pages())
                .isPositive();
    }

    @Test
    void theSameUploadGivesTheSameFiles() throws Exception {
        byte[] docx = docx();
        assertThat(Sha256.of(CanonicalZip.of(read("x.docx", docx).files())))
                .isEqualTo(Sha256.of(CanonicalZip.of(read("x.docx", docx).files())));
    }

    @Test
    void aPictureThatIsNoneOrTooLargeForEdinetIsRefused() throws IOException {
        byte[] page = html("<p><img src=\"images/a.png\"></p>");
        assertThat(refusals("x.zip", CanonicalZip.of(Map.of("0201010_2bu.htm", page, "images/a.png", new byte[10]))))
                .containsExactly("partTwoImageKind");
        var noise = new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB);
        var random = new java.util.Random(1);
        for (int i = 0; i < 250_000; i++) {
            noise.setRGB(i % 500, i / 500, random.nextInt());
        }
        var large = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", large);
        assertThat(refusals(
                        "x.zip", CanonicalZip.of(Map.of("0201010_2bu.htm", page, "images/a.png", large.toByteArray()))))
                .containsExactly("partTwoImageTooLarge");
        assertThat(refusals("x.zip", CanonicalZip.of(Map.of("0201010_2bu.htm", page, "images/a.js", new byte[10]))))
                .containsExactly("partTwoKind");
    }

    @Test
    void aRelationThatIsALinkIsNoPartFromOutside() throws Exception {
        var d = new XWPFDocument();
        paragraph(d, "", "第二部【企業情報】");
        d.getPackagePart()
                .addRelationship(
                        java.net.URI.create("https://e.example/"),
                        TargetMode.EXTERNAL,
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink");
        assertThat(refusals("x.docx", bytes(d))).isEmpty();
    }
}
