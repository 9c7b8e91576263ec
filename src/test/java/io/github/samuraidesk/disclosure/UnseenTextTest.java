package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No upload of Part 2 loses text in silence, and none publishes what its reader did not see. */
class UnseenTextTest {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    @SuppressWarnings("DataFlowIssue")
    private final PartTwoReader reader = new PartTwoReader(null, new Typesetter());

    private PartTwoReader.Read read(String name, byte[] bytes) {
        return reader.read(name, bytes, PartTwoHeadings.Table.COMPANY);
    }

    private List<Finding> refused(String name, byte[] bytes) {
        try {
            read(name, bytes);
        } catch (Refused refused) {
            return refused.findings();
        }
        return List.of();
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

    private static String paper(PartTwoReader.Read read) {
        return PartTwoBody.of(read.files()).xhtml();
    }

    private static Finding notice(PartTwoReader.Read read, String code) {
        return read.notices().stream()
                .filter(n -> n.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among " + read.notices()));
    }

    private static List<String> codes(PartTwoReader.Read read) {
        return read.notices().stream().map(Finding::code).toList();
    }

    private static byte[] given(String name) throws IOException {
        try (InputStream in = UnseenTextTest.class.getResourceAsStream("/part-two/" + name + ".docx")) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    /** A document of this body. @param more other parts by the type of their relationship, such as {@code styles} */
    private static byte[] docx(String body, Map<String, String> more) {
        var parts = new TreeMap<String, byte[]>();
        var types = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + type("document", "document.main"));
        var relations = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        more.forEach((kind, content) -> {
            types.append(type(kind, kind));
            relations
                    .append("<Relationship Id=\"r")
                    .append(kind)
                    .append("\" Type=\"")
                    .append(RELATIONS)
                    .append(kind)
                    .append("\" Target=\"")
                    .append(kind)
                    .append(".xml\"/>");
            put(parts, "word/" + kind + ".xml", content);
        });
        put(parts, "[Content_Types].xml", types + "</Types>");
        put(parts, "word/_rels/document.xml.rels", relations + "</Relationships>");
        put(
                parts,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"" + RELATIONS
                        + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        put(
                parts,
                "word/document.xml",
                "<w:document xmlns:w=\"" + W
                        + "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                        + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><w:body>"
                        + p(r("第二部【企業情報】")) + p(r("第1【企業の概況】")) + body + "<w:sectPr/></w:body></w:document>");
        return CanonicalZip.of(parts);
    }

    private static byte[] docx(String body) {
        return docx(body, Map.of());
    }

    private static String type(String name, String kind) {
        return "<Override PartName=\"/word/" + name
                + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument." + "wordprocessingml." + kind
                + "+xml\"/>";
    }

    private static void put(Map<String, byte[]> parts, String name, String content) {
        parts.put(name, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(StandardCharsets.UTF_8));
    }

    private static String styles(String content) {
        return "<w:styles xmlns:w=\"" + W + "\">" + content + "</w:styles>";
    }

    private static String p(String content) {
        return "<w:p>" + content + "</w:p>";
    }

    private static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String r(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
    }

    private static String field(String code, String result) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + code + "</w:instrText></w:r>"
                + (result == null ? "" : "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + r(result))
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    }

    // The seven documents of part-two/README.md.

    @Test
    void aNameKeepsItsReading() throws Exception {
        PartTwoReader.Read read = read("x.docx", given("ruby"));
        assertThat(text(read)).contains("<ruby>菅原<rp>（</rp><rt>すがわら</rt><rp>）</rp></ruby>太郎");
        assertThat(paper(read)).contains("<span class=\"ruby\">菅原<span class=\"rt\">すがわら</span></span>太郎");
    }

    @Test
    void textHiddenByAStyleStaysOutAndIsNamed() throws Exception {
        PartTwoReader.Read read = read("x.docx", given("hidden-style"));
        assertThat(text(read)).contains("見える").doesNotContain("隠れた社内メモ");
        assertThat(notice(read, "partTwoHidden").args().get(0)).contains("隠れた社内メモ", "¶2");
    }

    @Test
    void aStruckFigureStaysStruckAndIsNamed() throws Exception {
        PartTwoReader.Read read = read("x.docx", given("strike"));
        assertThat(text(read)).contains("<s>年1.20％</s>年1.25％");
        assertThat(paper(read)).contains("<s>年1.20％</s>年1.25％");
        assertThat(notice(read, "partTwoStruck").args().get(0)).contains("年1.20％");
    }

    @Test
    void listsRestartWhereTheWordProcessorRestartsThem() throws Exception {
        assertThat(text(read("x.docx", given("restart"))))
                .contains("(1) 甲", "(2) 乙", "(1) 丙", "(2) 丁", "(5) 戊")
                .doesNotContain("(3)", "(4)");
    }

    @Test
    void aLevelOverriddenHasItsOwnFormat() throws Exception {
        assertThat(text(read("x.docx", given("override-format")))).contains("ア) 甲", "イ) 乙");
    }

    @Test
    void theChosenValueOfAFormIsKept() throws Exception {
        assertThat(text(read("x.docx", given("legacy-dropdown"))))
                .contains("種類：私募")
                .doesNotContain("公募");
    }

    @Test
    void aRowDeletedUnderTrackingIsGone() throws Exception {
        PartTwoReader.Read read = read("x.docx", given("row-del-plain-runs"));
        assertThat(text(read)).contains("残る行").doesNotContain("行ごと削除");
        assertThat(codes(read)).contains("partTwoTracked");
    }

    // Their neighbours.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<w:style w:type='character' w:styleId='a'><w:rPr><w:vanish/></w:rPr></w:style>"
                        + "<w:style w:type='character' w:styleId='b'><w:basedOn w:val='a'/></w:style>|<w:rStyle w:val='b'/>|",
                "<w:style w:type='paragraph' w:styleId='a'><w:rPr><w:vanish/></w:rPr></w:style>"
                        + "<w:style w:type='paragraph' w:styleId='b'><w:basedOn w:val='a'/></w:style>||<w:pStyle w:val='b'/>",
                "<w:style w:type='paragraph' w:default='1' w:styleId='n'><w:rPr><w:vanish w:val='1'/></w:rPr></w:style>"
                        + "<w:style w:type='paragraph' w:styleId='v'><w:rPr><w:vanish w:val='0'/></w:rPr></w:style>||",
                "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>||",
                "<w:style w:type='paragraph' w:styleId='a'/>|<w:vanish/>|",
            })
    void hiddenIsWhatTheStylesTogetherHide(String styles, String run, String paragraph) {
        String shown = "<w:p>" + r("<w:vanish w:val='false'/>", "見える") + "</w:p>";
        byte[] bytes = docx(
                shown
                        + "<w:p><w:pPr>" + (paragraph == null ? "" : paragraph) + "</w:pPr>"
                        + r(run == null ? "" : run, "社内メモ") + "</w:p>",
                Map.of("styles", styles(styles.replace('\'', '"'))));
        // headings of the document stay visible where only its default hides
        PartTwoReader.Read read = read("x.docx", bytes);
        assertThat(text(read)).contains("見える").doesNotContain("社内メモ");
        assertThat(notice(read, "partTwoHidden").args().get(0)).contains("社内メモ");
    }

    @Test
    void twoStylesThatToggleCancelEachOther() {
        // ISO/IEC 29500-1, 17.7.3: toggles of paragraph and character style are combined by exclusive or
        byte[] bytes = docx(
                "<w:p><w:pPr><w:pStyle w:val=\"p\"/></w:pPr>" + r("<w:rStyle w:val=\"c\"/>", "見える") + r("隠れる")
                        + "</w:p>",
                Map.of(
                        "styles",
                        styles(
                                "<w:style w:type=\"paragraph\" w:styleId=\"p\"><w:rPr><w:vanish/></w:rPr></w:style>"
                                        + "<w:style w:type=\"character\" w:styleId=\"c\"><w:rPr><w:vanish/></w:rPr></w:style>")));
        assertThat(text(read("x.docx", bytes))).contains("見える").doesNotContain("隠れる");
    }

    @Test
    void textHiddenByATablesStyleStaysOutAndRowsMayBeHidden() {
        String table = "<w:tbl><w:tblPr><w:tblStyle w:val=\"t\"/></w:tblPr><w:tr><w:tc>" + p(r("表の中"))
                + "</w:tc></w:tr></w:tbl>";
        String hiding = "<w:style w:type=\"table\" w:styleId=\"t\"><w:rPr><w:vanish/></w:rPr></w:style>";
        PartTwoReader.Read read = read("x.docx", docx(p(r("本文")) + table, Map.of("styles", styles(hiding))));
        assertThat(text(read)).doesNotContain("表の中");
        assertThat(notice(read, "partTwoHidden").args().get(0)).contains("表の中", "T1 R1 C1");
        String someCells =
                "<w:style w:type=\"table\" w:styleId=\"t\"><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:vanish/>"
                        + "</w:rPr></w:tblStylePr></w:style>";
        assertThat(refused("x.docx", docx(table, Map.of("styles", styles(someCells)))))
                .extracting(Finding::code)
                .containsExactly("partTwoHidingTable");
        String row = "<w:tbl><w:tblPr/><w:tr><w:tc>" + p(r("見える行"))
                + "</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + p(r("隠れた行")) + "</w:tc></w:tr></w:tbl>";
        read = read("x.docx", docx(row));
        assertThat(text(read)).contains("見える行").doesNotContain("隠れた行");
        assertThat(codes(read)).contains("partTwoHidden");
    }

    @Test
    void aNoteHidesAndStrikesAsTheTextDoes() {
        String notes = "<w:footnotes xmlns:w=\"" + W + "\"><w:footnote w:id=\"2\">"
                + p(r("<w:vanish/>", "隠れた注") + r("<w:strike/>", "消した注") + r("見える注")) + "</w:footnote></w:footnotes>";
        PartTwoReader.Read read = read(
                "x.docx",
                docx(p(r("本文") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"), Map.of("footnotes", notes)));
        assertThat(text(read)).contains("<p>(*1) <s>消した注</s>見える注</p>").doesNotContain("隠れた注");
        assertThat(notice(read, "partTwoHidden").args().get(0)).contains("隠れた注");
    }

    @Test
    void strikesOfStylesAndDoubleStrikesCountAndHeadingsMayNotBeStruck() {
        String styles = styles("<w:style w:type=\"character\" w:styleId=\"s\"><w:rPr><w:strike/></w:rPr></w:style>");
        PartTwoReader.Read read = read(
                "x.docx",
                docx(
                        p(r("<w:rStyle w:val=\"s\"/>", "一")
                                + r("<w:dstrike/>", "二")
                                + r("<w:rStyle w:val=\"s\"/><w:strike w:val=\"0\"/>", "三")),
                        Map.of("styles", styles)));
        assertThat(text(read)).contains("<s>一</s><s>二</s>三");
        assertThat(refused("x.docx", docx(p(r("第2【") + r("<w:strike/>", "旧") + r("概況】")))))
                .extracting(Finding::code)
                .containsExactly("partTwoStruckHeading");
    }

    @Test
    void underlinesThatMarkCorrectionsAreKept() {
        assertThat(text(read("x.docx", docx(p(r("<w:u w:val=\"single\"/>", "訂正箇所"))))))
                .contains("<u>訂正箇所</u>");
    }

    @Test
    void cellsMarksAndMovesUnderTrackingAreTakenAsAccepted() {
        String table = "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr>" + p(r("消えるセル"))
                + "</w:tc><w:tc><w:tcPr><w:cellIns w:id=\"2\"/></w:tcPr>" + p(r("残るセル")) + "</w:tc></w:tr></w:tbl>";
        String joined = "<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr>" + r("前半と") + "</w:p>" + p(r("後半"));
        String moved = "<w:p><w:pPr><w:rPr><w:moveFrom w:id=\"4\"/></w:rPr></w:pPr><w:moveFrom w:id=\"5\">" + r("移した文")
                + "</w:moveFrom></w:p><w:p><w:moveTo w:id=\"6\">" + r("移した文") + "</w:moveTo></w:p>";
        String looks =
                "<w:p>" + "<w:r><w:rPr><w:rPrChange w:id=\"7\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>"
                        + "見える</w:t></w:r></w:p>";
        String gone = "<w:tbl><w:tblPr/><w:tr><w:trPr><w:del w:id=\"8\"/></w:trPr><w:tc>" + p(r("消えた表"))
                + "</w:tc></w:tr></w:tbl>";
        PartTwoReader.Read read = read("x.docx", docx(table + joined + moved + looks + gone));
        assertThat(text(read))
                .contains("残るセル", "<p>前半と後半</p>", "<p>移した文</p>", "見える")
                .doesNotContain("消えるセル", "消えた表");
        assertThat(text(read).split("移した文", -1)).hasSize(2);
        assertThat(codes(read)).contains("partTwoTracked");
        String merge = "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr><w:cellMerge w:id=\"1\"/></w:tcPr>" + p(r("a"))
                + "</w:tc></w:tr></w:tbl>";
        assertThat(refused("x.docx", docx(merge))).extracting(Finding::code).containsExactly("partTwoUnknown");
    }

    private static String numbering(String definitions, String numbers) {
        return "<w:numbering xmlns:w=\"" + W + "\">" + definitions + numbers + "</w:numbering>";
    }

    private static String level(int at, String format, String text, String more) {
        return "<w:lvl w:ilvl=\"" + at + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more
                + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static String item(int number, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + number
                + "\"/></w:numPr></w:pPr>" + r(text) + "</w:p>";
    }

    @Test
    void levelsBeginAnewAfterHigherOnesUnlessTheyNeverDo() {
        String lists = numbering(
                "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "upperRoman", "%1", "")
                        + level(1, "decimal", "%1-%2", "<w:isLgl/>")
                        + level(2, "decimal", "<%3>".replace("<", "{").replace(">", "}"), "<w:lvlRestart w:val=\"0\"/>")
                        + "</w:abstractNum>",
                "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
        String body = item(1, 0, "甲")
                + item(1, 1, "乙")
                + item(1, 2, "丙")
                + item(1, 1, "丁")
                + item(1, 0, "戊")
                + item(1, 1, "己")
                + item(1, 2, "庚");
        assertThat(text(read("x.docx", docx(body, Map.of("numbering", lists)))))
                .contains("I 甲", "1-1 乙", "{1} 丙", "1-2 丁", "II 戊", "2-1 己", "{2} 庚");
    }

    @Test
    void numberingComesThroughStylesLinksAndTheirLevels() {
        String lists = numbering(
                "<w:abstractNum w:abstractNumId=\"0\"><w:styleLink w:val=\"L\"/>" + level(0, "decimal", "第%1", "")
                        + level(1, "aiueoFullWidth", "%2", "<w:pStyle w:val=\"two\"/>") + "</w:abstractNum>"
                        + "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>",
                "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>");
        String styles = styles(
                "<w:style w:type=\"paragraph\" w:styleId=\"two\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
                        + "</w:pPr></w:style>");
        String byStyle = "<w:p><w:pPr><w:pStyle w:val=\"two\"/></w:pPr>" + r("様式から") + "</w:p>";
        assertThat(text(read(
                        "x.docx", docx(item(2, 0, "つながる") + byStyle, Map.of("numbering", lists, "styles", styles)))))
                .contains("第1 つながる", "ア 様式から");
    }

    @Test
    void aHiddenParagraphIsNotCounted() {
        String lists = numbering(
                "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1.", "") + "</w:abstractNum>",
                "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
        String hidden = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
                + r("<w:vanish/>", "隠れた項目") + "</w:p>";
        assertThat(text(read("x.docx", docx(item(1, 0, "一") + hidden + item(1, 0, "二"), Map.of("numbering", lists)))))
                .contains("1. 一", "2. 二")
                .doesNotContain("3.", "隠れた項目");
    }

    @Test
    void aNumberWithoutARuleIsRefusedByPlace() {
        String lists = numbering(
                "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "hebrew1", "%1", "") + "</w:abstractNum>",
                "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
        assertThat(refused("x.docx", docx(item(1, 0, "項目"), Map.of("numbering", lists))))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo("partTwoNumberFormat");
                    assertThat(f.args()).containsExactly("x.docx", "hebrew1", "項目");
                });
    }

    @ParameterizedTest
    @CsvSource({
        // ISO/IEC 29500-1, 17.18.59
        "decimalFullWidth, 12, １２",
        "decimalEnclosedCircle, 20, ⑳",
        "decimalEnclosedCircle, 21, 21",
        "ideographDigital, 10, 一〇",
        "japaneseCounting, 10, 十",
        "japaneseCounting, 21, 二十一",
        "japaneseLegal, 12, 壱拾弐",
        "ideographTraditional, 3, 丙",
        "ideographZodiac, 12, 亥",
        "irohaFullWidth, 3, ハ",
        "lowerLetter, 27, aa",
        "upperRoman, 4, IV",
        "decimalZero, 7, 07",
        "ordinal, 22, 22nd",
        "numberInDash, 5, - 5 -",
    })
    void numbersAreWrittenAsTheirFormatSays(String format, int number, String written) {
        assertThat(WordNumbering.formatted(format, number)).contains(written);
    }

    @Test
    void formsSayWhatWasChosenTickedAndTyped() {
        String box =
                "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox>%s</w:checkBox></w:ffData></w:fldChar></w:r>"
                        + "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        String body = p(box.formatted("<w:checked/>") + r("有") + box.formatted("<w:default w:val=\"0\"/>") + r("無"))
                + p(r("氏名：") + field(" FORMTEXT ", "山田"));
        assertThat(text(read("x.docx", docx(body)))).contains("■有□無", "氏名：山田");
    }

    @Test
    void theCodeOfAFieldIsNoTextAndItsResultIs() {
        String nested = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>"
                + field(" MERGEFIELD x ", "内部の値") + "<w:r><w:instrText> = \"a\" \"b\" </w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + r("見える値")
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        PartTwoReader.Read read =
                read("x.docx", docx(p(nested) + p(field(" REF a \\h ", "第1項") + field(" XE \"索引\" ", null))));
        assertThat(text(read)).contains("見える値", "第1項").doesNotContain("内部の値", "索引", "MERGEFIELD");
    }

    @Test
    void aReadingWrittenAsAnEquationFieldIsRead() {
        String code = " EQ \\* jc2 \\* \"Font:MS Mincho\" \\* hps10 \\o\\ad(\\s\\" + "up 9(すがわら),菅原)";
        assertThat(paper(read("x.docx", docx(p(field(code, null) + r("太郎"))))))
                .contains("<span class=\"ruby\">菅原<span class=\"rt\">すがわら</span></span>太郎");
    }

    @Test
    void aTableOfContentsGoesWithANotice() {
        String contents = p(field(" TOC \\o ", "概況 …… 3"));
        PartTwoReader.Read read = read("x.docx", docx(contents + p(r("本文"))));
        assertThat(text(read)).contains("本文").doesNotContain("…… 3");
        assertThat(codes(read)).contains("partTwoContents");
    }

    @Test
    void whatIsNotKnownIsRefusedByItsPlace() {
        Map<String, String> refused = new TreeMap<>(Map.ofEntries(
                Map.entry(p(r("前") + field(" EQ \\f(1,2) ", null)), "partTwoField"),
                Map.entry(p(r("前") + field(" MACROBUTTON x 押す ", null)), "partTwoField"),
                Map.entry(p(r("前") + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + r("終わらない")), "partTwoField"),
                Map.entry(p(r("前") + field(" PAGEREF a ", "12")), "partTwoPageNumber"),
                Map.entry(
                        p(r("前") + "<w:fldSimple w:instr=\"PAGE\">" + r("3") + "</w:fldSimple>"), "partTwoPageNumber"),
                Map.entry(p(r("前") + "<w:r><w:pgNum/></w:r>"), "partTwoPageNumber"),
                Map.entry(p(r("前") + "<w:r><w:yearLong/></w:r>"), "partTwoUnknown"),
                Map.entry(p(r("前") + "<w:bdo w:val=\"rtl\">" + r("123") + "</w:bdo>"), "partTwoUnknown"),
                Map.entry(p(r("前") + "<w:newElement/>"), "partTwoUnknown"),
                Map.entry(p(r("前") + "<w:r><w:object/></w:r>"), "partTwoEmbeddedAt"),
                Map.entry("<w:altChunk/>" + p(r("前")), "partTwoEmbeddedAt"),
                Map.entry(p(r("前") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"), "partTwoDrawing"),
                Map.entry(
                        p(r("前") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("ここに入力")
                                + "</w:sdtContent></w:sdt>"),
                        "partTwoPlaceholder"),
                Map.entry(p(r("前") + r("<w:color w:val=\"FFFFFF\"/>", "白い字")), "partTwoInvisible"),
                Map.entry(p(r("前") + r("<w:sz w:val=\"1\"/>", "小さな字")), "partTwoInvisible"),
                Map.entry(p(r("前") + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>"), "partTwoSymbolFont"),
                Map.entry(
                        p(r("前") + r("<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>", "u")),
                        "partTwoSymbolFont"),
                Map.entry(p(r("前") + r("<w:eastAsianLayout w:combine=\"1\"/>", "割注")), "partTwoUnknown")));
        refused.forEach((body, code) -> assertThat(refused("x.docx", docx(body)))
                .as(body)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo(code);
                    String place = f.args().get(f.args().size() - 1);
                    assertThat(place).contains("¶", "第1【企業の概況】");
                    assertThat(place)
                            .satisfiesAnyOf(
                                    s -> assertThat(s).contains("前"),
                                    s -> assertThat(body).startsWith("<w:altChunk"));
                }));
    }

    @Test
    void thePlaceNamesTheCell() {
        String table = "<w:tbl><w:tblPr/><w:tr><w:tc>" + p(r("a")) + "</w:tc></w:tr><w:tr><w:tc>" + p(r("b"))
                + "</w:tc><w:tc>" + p(r("c") + "<w:r><w:object/></w:r>") + "</w:tc></w:tr></w:tbl>";
        assertThat(refused("x.docx", docx(table)))
                .singleElement()
                .satisfies(f -> assertThat(f.args().get(2)).contains("(T1 R2 C2)", "c"));
    }

    @Test
    void whiteLettersOnABackgroundAreSeen() {
        String white = r("<w:color w:val=\"FFFFFF\"/>", "白抜き");
        String shade = "<w:shd w:val=\"clear\" w:fill=\"1F3864\"/>";
        String cell =
                "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr>" + shade + "</w:tcPr>" + p(white) + "</w:tc></w:tr></w:tbl>";
        String paragraph = "<w:p><w:pPr>" + shade + "</w:pPr>" + white + "</w:p>";
        String run = p(r(shade + "<w:color w:val=\"FFFFFF\"/>", "白抜き"));
        for (String body : List.of(cell, paragraph, run)) {
            assertThat(text(read("x.docx", docx(body)))).contains("白抜き");
        }
    }

    @Test
    void textOnlyThereForOlderProgramsIsNotPrintedTwice() {
        String both = "<mc:AlternateContent><mc:Choice Requires=\"w14\">" + r("新") + "</mc:Choice><mc:Fallback>"
                + r("旧") + "</mc:Fallback></mc:AlternateContent>";
        String only = "<mc:AlternateContent><mc:Fallback>" + r("代わり") + "</mc:Fallback></mc:AlternateContent>";
        assertThat(text(read("x.docx", docx(p(both) + p(only)))))
                .contains("新", "代わり")
                .doesNotContain("旧");
    }

    @Test
    void symbolsOfTextFontsAndCapitalsAreWrittenAsTheyAreSeen() {
        String body = p("<w:r><w:sym w:font=\"MS Mincho\" w:char=\"2460\"/></w:r>" + r("<w:caps/>", "abc")
                + r("<w:webHidden/>", "印刷される"));
        assertThat(text(read("x.docx", docx(body)))).contains("①ABC印刷される");
    }

    @Test
    void commentsHeadersAndFootersLeftOutAreSaid() {
        PartTwoReader.Read read = read(
                "x.docx",
                docx(
                        p(r("本文") + "<w:r><w:commentReference w:id=\"1\"/></w:r>"),
                        Map.of(
                                "header", "<w:hdr xmlns:w=\"" + W + "\">" + p(r("社外秘")) + "</w:hdr>",
                                "footer", "<w:ftr xmlns:w=\"" + W + "\">" + p(r("- 3 / 10 -")) + "</w:ftr>")));
        assertThat(notice(read, "partTwoMargins").args()).containsExactly("社外秘");
        assertThat(notice(read, "partTwoComments").args()).containsExactly("1");
    }

    @Test
    void aDocumentBesideTheOneThatIsReadIsRefused() throws Exception {
        var parts = new TreeMap<>(unzip(docx(p(r("本文")))));
        put(
                parts,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"" + RELATIONS
                        + "officeDocument\" Target=\"word/other.xml\"/></Relationships>");
        parts.put("word/other.xml", parts.get("word/document.xml"));
        assertThat(refused("x.docx", CanonicalZip.of(parts)))
                .extracting(Finding::code)
                .containsExactly("partTwoBroken");
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var parts = new TreeMap<String, byte[]>();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (var e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                parts.put(e.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    // The same in HTML.

    private static byte[] html(String head, String body) {
        return ("<html lang=\"ja\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\" />"
                        + "<title>第二部</title>" + head + "</head><body><h2>第二部【企業情報】</h2><h3>第1【企業の概況】</h3><p>本文</p>"
                        + body
                        + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style=\"display:none\">社内メモ</p>",
                "<p STYLE=\"color:red; DISPLAY : NONE\">社内メモ</p>",
                "<div style=\"visibility:hidden\"><p>社内メモ</p></div>",
                "<p hidden>社内メモ</p>",
                "<p>a<!-- 社内メモ --></p>",
                "<p class=\"memo\">社内メモ</p>",
                "<table><tr><td>a</td><td id=\"m\">社内メモ</td></tr></table>",
            })
    void hiddenHtmlIsTakenOutAndNamed(String hidden) {
        PartTwoReader.Read read =
                read("x.htm", html("<style>.memo, #m { display: none } p { margin: 0 }</style>", hidden));
        assertThat(text(read)).contains("本文").doesNotContain("社内メモ");
        assertThat(paper(read)).doesNotContain("社内メモ");
        assertThat(notice(read, "partTwoHidden").args().get(0)).contains("社内メモ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p style=\"color:#fff\">白い字</p>||partTwoInvisible",
                "<p style=\"font-size:0\">小さな字</p>||partTwoInvisible",
                "<span style=\"opacity:0\">透ける字</span>||partTwoInvisible",
                "<p style=\"position:absolute;left:-9999px\">外の字</p>||partTwoInvisible",
                "<p><font color=\"white\">白い字</font></p>||partTwoInvisible",
                "<p class=\"w\">白い字</p>|.w { color: white }|partTwoInvisible",
                "<p class=\"n\">番号</p>|.n::before { content: '第1 ' }|partTwoStyleText",
                "<p>隠す</p>|p:nth-ofsome(2) { display:none }|partTwoHidingStyle",
            })
    void unreadableHtmlIsRefused(String body, String style, String code) {
        assertThat(refused("x.htm", html(style == null ? "" : "<style>" + style + "</style>", body)))
                .extracting(Finding::code)
                .containsExactly(code);
    }

    @Test
    void whiteOnAColouredCellIsSeenAndColoursAloneAreNoFault() {
        byte[] page = html(
                "",
                "<table><tr bgcolor=\"#003366\"><td style=\"color:#ffffff\">見出し</td></tr></table><p style=\"background-color:white;color:#333\">字</p>");
        assertThat(read("x.htm", page).files().get(PartTwoFiles.SINGLE)).isEqualTo(page);
    }

    @Test
    void struckInsertedAndReadTextKeepItsLooksOnPaper() {
        byte[] page = html(
                "",
                "<p><del>1.20</del><strike>1.21</strike><ins>1.25</ins>％</p><p><ruby>菅<rt>すが</rt>原<rt>わら</rt></ruby>と"
                        + "<ruby><rb>髙橋</rb><rp>(</rp><rt>たかはし</rt><rp>)</rp></ruby></p><h4><ruby>菅原<rt>すがわら</rt></ruby>の件</h4>");
        assertThat(paper(read("x.htm", page)))
                .contains("<s>1.20</s><s>1.21</s><u>1.25</u>％")
                .contains("<span class=\"ruby\">菅<span class=\"rt\">すが</span></span>")
                .contains("<span class=\"ruby\">原<span class=\"rt\">わら</span></span>")
                .contains("<span class=\"ruby\">髙橋<span class=\"rt\">たかはし</span></span>")
                .contains("菅原（すがわら）の件");
    }

    @Test
    void listsOfHtmlKeepTheirNumbersOnPaper() {
        byte[] page = html(
                "",
                "<ol start=\"5\"><li>五</li><li value=\"9\">九</li><li>十</li></ol><ol reversed><li>二</li><li>一</li></ol>"
                        + "<ol type=\"i\"><li>甲</li></ol><ol style=\"list-style-type:none\"><li>無</li></ol>"
                        + "<ol style=\"list-style-type: upper-alpha\"><li>乙</li></ol>");
        assertThat(paper(read("x.htm", page)))
                .contains("<li>5. 五</li>", "<li>9. 九</li>", "<li>10. 十</li>", "<li>2. 二</li><li>1. 一</li>")
                .contains("<li>i. 甲</li>", "<li>無</li>", "<li>A. 乙</li>")
                .contains("<ul style=\"list-style-type: none\">");
    }

    // The same in PDF.

    private interface Drawing {
        void draw(PDDocument document, PDPage page, PDPageContentStream content) throws IOException;
    }

    private static byte[] pdf(Drawing drawing) throws IOException {
        try (var document = new PDDocument()) {
            var font = PDType0Font.load(
                    document, UnseenTextTest.class.getResourceAsStream("/fonts/BIZUDGothic-Regular.ttf"));
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.setFont(font, 10);
                write(content, 60, 700, "第二部【企業情報】");
                write(content, 60, 670, "本文である。");
                drawing.draw(document, page, content);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void write(PDPageContentStream content, float x, float y, String text) throws IOException {
        content.beginText();
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    @Test
    void lettersWithoutInkAreRefusedByPage() throws Exception {
        byte[] bytes = pdf((document, page, content) -> {
            content.setRenderingMode(RenderingMode.NEITHER);
            write(content, 60, 600, "見えない文");
        });
        assertThat(refused("x.pdf", bytes)).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("partTwoPdfInvisible");
            assertThat(f.args()).containsExactly("x.pdf", "1", "見えない文");
        });
    }

    @Test
    void lettersBeyondTheEdgeOfThePageStayOutAndAreNamed() throws Exception {
        byte[] bytes = pdf((document, page, content) -> {
            write(content, 2_000, 600, "右の外");
            write(content, 60, 5, "下の端");
            page.setCropBox(new PDRectangle(
                    0, 40, page.getMediaBox().getWidth(), page.getMediaBox().getHeight() - 40));
        });
        PartTwoReader.Read read = read("x.pdf", bytes);
        assertThat(text(read)).contains("本文である。").doesNotContain("右の外", "下の端");
        assertThat(notice(read, "partTwoHidden").args().get(0)).contains("右の外", "下の端");
    }

    @Test
    void layersThatAreOffAreRefusedByName() throws Exception {
        byte[] bytes = pdf((document, page, content) -> {
            var layers = new PDOptionalContentProperties();
            var layer = new PDOptionalContentGroup("社内用");
            layers.addGroup(layer);
            layers.setGroupEnabled(layer, false);
            document.getDocumentCatalog().setOCProperties(layers);
            content.beginMarkedContent(COSName.OC, layer);
            write(content, 60, 600, "層の文");
            content.endMarkedContent();
        });
        assertThat(refused("x.pdf", bytes)).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("partTwoPdfLayers");
            assertThat(f.args()).containsExactly("x.pdf", "社内用");
        });
    }

    @Test
    void stampsOverThePageAreRefused() throws Exception {
        byte[] bytes = pdf((document, page, content) -> {
            var stamp = new PDAnnotationRubberStamp();
            stamp.setRectangle(new PDRectangle(50, 50, 100, 30));
            var looks = new PDAppearanceDictionary();
            looks.setNormalAppearance(new PDAppearanceStream(document));
            stamp.setAppearance(looks);
            page.setAnnotations(List.of(stamp));
        });
        assertThat(refused("x.pdf", bytes)).extracting(Finding::code).containsExactly("partTwoPdfNotes");
    }
}
