package io.github.samuraidesk.edinet;

import static io.github.samuraidesk.edinet.Filing.COVER;
import static io.github.samuraidesk.edinet.Filing.FIRST;
import static io.github.samuraidesk.edinet.Filing.IMAGE;
import static io.github.samuraidesk.edinet.Filing.PDF;
import static io.github.samuraidesk.edinet.Filing.SECOND;
import static io.github.samuraidesk.edinet.Filing.SUB;
import static io.github.samuraidesk.edinet.Filing.TEISEI;
import static io.github.samuraidesk.edinet.Filing.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule a package can show is broken in at least three ways, each seeded into a clean package. */
class PackageCheckTest {

    private static final EdinetRules RULES = EdinetRules.builtIn();
    private static final PackageCheck CHECK = new PackageCheck(RULES);

    record Seed(String rule, String name, String file, Filing filing, Set<String> besides) {

        @Override
        public String toString() {
            return rule + " " + name;
        }
    }

    static Stream<Filing> clean() {
        return Stream.of(Filing.stateRegistration(), Filing.shelfSupplement(), Filing.amendment());
    }

    @ParameterizedTest
    @MethodSource("clean")
    void findsNothingInACleanPackageWithOrWithoutRootFolder(Filing filing) {
        assertThat(CHECK.check(filing.zip()).faults()).isEmpty();
        assertThat(CHECK.check(filing.zip("edinet_data/")).faults()).isEmpty();
        assertThat(CHECK.check(filing.zip()).isClean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsTheSeededFaultAndNoOther(Seed seed) {
        CheckReport report = CHECK.check(seed.filing().zip());
        assertThat(report.faults())
                .as("%s", report.faults())
                .anyMatch(f -> f.rule().equals(seed.rule()) && f.file().equals(seed.file()));
        Set<String> errors = report.faults().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(EdinetFault::rule)
                .filter(rule -> !rule.equals(seed.rule()) && !seed.besides().contains(rule))
                .collect(Collectors.toSet());
        assertThat(errors).as("%s", report.faults()).isEmpty();
        for (EdinetFault fault : report.faults()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
                EdinetMessages messages = EdinetMessages.of(locale);
                assertThat(messages.text(fault)).doesNotContain("{").isNotBlank();
                assertThat(messages.mend(fault, RULES)).isNotBlank();
            }
        }
    }

    @Test
    void seedsEveryRuleAPackageCanShowThreeTimes() {
        var counts = seeds().collect(Collectors.groupingBy(Seed::rule, Collectors.counting()));
        assertThat(RULES.all().stream()
                        .map(EdinetRule::id)
                        .filter(id -> !Set.of("E001", "E035", "E036").contains(id)))
                .allSatisfy(id -> assertThat(counts.getOrDefault(id, 0L)).as(id).isGreaterThanOrEqualTo(3));
    }

    @Test
    void capsTheFaultsOfARuleAndSaysHowManyMore() {
        CheckReport report = CHECK.check(
                Filing.stateRegistration().into(SUB, "<pre></pre>".repeat(1000)).zip());
        assertThat(report.faults()).hasSize(201);
        assertThat(report.faults().get(200).code()).isEqualTo("more");
        assertThat(report.faults().get(200).args()).containsExactly("800");
    }

    @Test
    void saysTheLine() {
        CheckReport report = CHECK.check(
                Filing.stateRegistration().swap(FIRST, "概要", "概\nﾃｽﾄ要").zip());
        assertThat(report.faults())
                .allMatch(f -> f.code().equals("halfWidthKatakana"))
                .hasSize(3);
        assertThat(report.faults().get(0).line()).isEqualTo(10);
    }

    static Stream<Seed> seeds() {
        var all = Stream.<Seed>builder();
        layout(all);
        html(all);
        links(all);
        files(all);
        pdfs(all);
        covers(all);
        bodies(all);
        return all.build();
    }

    private static void layout(Stream.Builder<Seed> all) {
        add(
                all,
                "E002",
                "wrong case",
                "",
                f -> f.move(COVER, "publicdoc/0000000_header.htm")
                        .move(FIRST, "publicdoc/a.htm")
                        .move(SECOND, "publicdoc/b.htm")
                        .drop(SUB)
                        .drop(IMAGE));
        add(all, "E002", "unknown folder", "Other", f -> f.text("Other/a.htm", page("")));
        add(all, "E002", "file at the root", "Thumbs.db", f -> f.text("Thumbs.db", "x"));
        add(all, "E002", "nine audit reports", "AuditDoc", f -> {
            for (int i = 0; i < 9; i++) {
                f.text("AuditDoc/a" + i + ".htm", page("<p>監査</p>"));
            }
        });
        add(all, "E003", "empty document folder", "AuditDoc/", f -> f.put("AuditDoc/", new byte[0]));
        add(all, "E003", "empty sub-folder", "PublicDoc/img/", f -> f.put("PublicDoc/img/", new byte[0]));
        add(all, "E003", "empty below empty", "AttachDoc/a/b/", f -> f.put("AttachDoc/a/b/", new byte[0]));
        add(
                all,
                "E004",
                "Japanese folder",
                "PublicDoc/付随",
                f -> f.move(IMAGE, "PublicDoc/付随/chart.png").swap(SECOND, "fuzoku/", "付随/"));
        add(
                all,
                "E004",
                "32 characters",
                "PublicDoc/" + "a".repeat(32),
                f -> f.move(IMAGE, "PublicDoc/" + "a".repeat(32) + "/chart.png")
                        .swap(SECOND, "fuzoku/", "a".repeat(32) + "/"));
        add(
                all,
                "E004",
                "four levels",
                "PublicDoc/a/b/c/d",
                f -> f.move(IMAGE, "PublicDoc/a/b/c/d/chart.png").swap(SECOND, "fuzoku/", "a/b/c/d/"));
        add(all, "E005", "blank", "AttachDoc/my opinion.pdf", f -> f.move(PDF, "AttachDoc/my opinion.pdf"));
        add(all, "E005", "Japanese", "AttachDoc/委任状.pdf", f -> f.move(PDF, "AttachDoc/委任状.pdf"));
        add(
                all,
                "E005",
                "32 characters",
                "AttachDoc/" + "a".repeat(32) + ".pdf",
                f -> f.move(PDF, "AttachDoc/" + "a".repeat(32) + ".pdf"));
        add(all, "E005", "dots above", "PublicDoc/../evil.htm", f -> f.text("PublicDoc/../evil.htm", ""));
        add(all, "E005", "absolute", "/etc/passwd", f -> f.text("/etc/passwd", ""));
        add(all, "E005", "backslash", "PublicDoc\\a.htm", f -> f.text("PublicDoc\\a.htm", ""));
        add(all, "E005", "drive", "C:/a.htm", f -> f.text("C:/a.htm", ""));
        add(all, "E005", "NUL", "PublicDoc/a\uFFFD.htm", f -> f.text("PublicDoc/a\0.htm", ""));
        add(all, "E006", "html", "PublicDoc/fuzoku/a.html", f -> f.text("PublicDoc/fuzoku/a.html", page("")));
        add(all, "E006", "upper case", "AttachDoc/opinion.PDF", f -> f.move(PDF, "AttachDoc/opinion.PDF"));
        add(
                all,
                "E006",
                "nested zip",
                "AttachDoc/inner.zip",
                f -> f.put("AttachDoc/inner.zip", Filing.amendment().zip()));
        add(all, "E006", "txt outside EnglishDoc", "AttachDoc/a.txt", f -> f.text("AttachDoc/a.txt", "x"));
        add(all, "E006", "no extension", "AttachDoc/readme", f -> f.text("AttachDoc/readme", "x"));
    }

    private static void html(Stream.Builder<Seed> all) {
        add(all, "E007", "body too large", FIRST, f -> f.into(FIRST, "<p>" + "あ".repeat(900_000) + "</p>"));
        add(all, "E007", "supporting too large", SUB, f -> f.into(SUB, "<p>" + "a".repeat(2_700_000) + "</p>"));
        add(
                all,
                "E007",
                "attachment too large",
                "AttachDoc/a.htm",
                f -> f.text("AttachDoc/a.htm", page("<p>" + "1 ".repeat(1_400_000) + "</p>")));
        add(
                all,
                "E008",
                "Shift_JIS bytes",
                FIRST,
                f -> f.put(
                        FIRST,
                        new String(f.files.get(FIRST), StandardCharsets.UTF_8)
                                .replace('〜', 'ー')
                                .getBytes(Charset.forName("windows-31j"))));
        add(all, "E008", "other charset", SECOND, f -> f.swap(SECOND, "UTF-8", "Shift_JIS"));
        add(all, "E008", "no charset", SUB, f -> f.swap(SUB, "<meta charset=\"UTF-8\"/>", ""));
        add(
                all,
                "E008",
                "xml declaration",
                SUB,
                f -> f.swap(SUB, "<!DOCTYPE", "<?xml version=\"1.0\" encoding=\"euc-jp\"?>\n<!DOCTYPE"));
        add(
                all,
                "E008",
                "stray byte",
                "AttachDoc/a.htm",
                f -> f.put("AttachDoc/a.htm", page("<p>\u00ff</p>").getBytes(StandardCharsets.ISO_8859_1)));
        add(all, "E009", "no head", FIRST, f -> f.swap(FIRST, "<head>", "").swap(FIRST, "</head>", ""));
        add(all, "E009", "no body", SUB, f -> f.swap(SUB, "<body>", "").swap(SUB, "</body>", ""));
        add(all, "E009", "two bodies", SECOND, f -> f.swap(SECOND, "<body>", "<body><body>"));
        add(all, "E009", "head in a comment", SUB, f -> f.swap(SUB, "<head>", "<!--<head>-->"));
        add(all, "E010", "twice at the top", FIRST, f -> f.swap(FIRST, "<html", "<!DOCTYPE html><html"));
        add(all, "E010", "again within the body", SECOND, f -> f.into(SECOND, "<!doctype HTML>"));
        add(all, "E010", "three", SUB, f -> f.into(SUB, "<!DOCTYPE html><!DOCTYPE html>"));
        add(all, "E011", "script", FIRST, f -> f.into(FIRST, "<script>alert(1)</script>"));
        add(all, "E011", "upper case", SECOND, f -> f.into(SECOND, "<PRE>x</PRE>"));
        add(all, "E011", "iframe", SUB, f -> f.into(SUB, "<iframe></iframe>"));
        add(all, "E011", "font in inline XBRL", SUB, f -> f.into(SUB, "<ix:header></ix:header><font>x</font>"), "E012");
        add(all, "E012", "onclick", FIRST, f -> f.into(FIRST, "<p onclick=\"x()\">a</p>"));
        add(all, "E012", "unquoted onload", SECOND, f -> f.swap(SECOND, "<body>", "<body ONLOAD=x>"));
        add(all, "E012", "an event the list does not name", SUB, f -> f.into(SUB, "<p onerror='x'>a</p>"));
        add(all, "E014", "en", FIRST, f -> f.swap(FIRST, "lang=\"ja\"", "lang=\"en\""));
        add(all, "E014", "xml:lang", SECOND, f -> f.into(SECOND, "<p xml:lang=\"en-us\">a</p>"));
        add(all, "E014", "ja_JP", SUB, f -> f.swap(SUB, "lang=\"ja\"", "lang=\"ja_JP\""));
        add(
                all,
                "E015",
                "width attribute",
                FIRST,
                f -> f.into(FIRST, "<table width=\"1200\"><tr><td>a</td></tr></table>"));
        add(all, "E015", "style", SECOND, f -> f.into(SECOND, "<p style=\"color:red; width: 981px\">a</p>"));
        add(
                all,
                "E015",
                "style sheet",
                SUB,
                f -> f.swap(SUB, "</head>", "<style>table { width:2000px }</style></head>"));
        add(all, "E029", "emoji", FIRST, f -> f.swap(FIRST, "概要", "概😀要"));
        add(all, "E029", "raw letter with accent", COVER, f -> f.swap(COVER, "ある国", "Café"));
        add(all, "E029", "half-width katakana", SECOND, f -> f.swap(SECOND, "本文", "ﾃｽﾄ"));
        add(all, "E029", "control character", SUB, f -> f.into(SUB, "<p>\u0001</p>"));
        add(all, "E029", "kanji outside JIS", SUB, f -> f.into(SUB, "<p>𠮷</p>"));
    }

    private static void links(Stream.Builder<Seed> all) {
        for (String[] link : new String[][] {
            {"mail", "mailto:a@b.jp"},
            {"https", "https://www.fsa.go.jp/"},
            {"ftp", "ftp://a/b"},
            {"protocol-relative", "//a.jp/b.htm"},
            {"file", "file:///c:/a.htm"},
            {"drive", "D:\\a\\b.htm"},
            {"absolute", "/PublicDoc/fuzoku/table.htm"},
            {"script", "JavaScript:x()"},
            {"pdf", "../AttachDoc/opinion.pdf"},
            {"folder", "fuzoku"},
            {"folder with slash", "fuzoku/"},
            {"missing", "fuzoku/none.htm"},
            {"letter case", "fuzoku/Table.htm"},
            {"anchor of another", "fuzoku/table.htm#none"},
            {"own anchor", "#none"},
            {"outside", "../PublicDoc/fuzoku/table.htm"},
            {"entity", "mail&#116;o:a@b.jp"}
        }) {
            add(all, "E013", link[0], FIRST, f -> f.into(FIRST, "<p><a href=\"" + link[1] + "\">a</a></p>"));
        }
        add(all, "E013", "image by URL", SECOND, f -> f.into(SECOND, "<p><img src=\"http://a.jp/b.png\"/></p>"));
        add(
                all,
                "E013",
                "background by URL",
                SUB,
                f -> f.into(SUB, "<p style=\"background:url('https://a.jp/b.png')\">a</p>"));
        add(
                all,
                "E013",
                "refresh",
                SUB,
                f -> f.swap(SUB, "</head>", "<meta http-equiv=\"refresh\" content=\"0\"/></head>"));
        add(
                all,
                "E016",
                "page nobody links",
                "PublicDoc/fuzoku/b.htm",
                f -> f.text("PublicDoc/fuzoku/b.htm", page("<p>a</p>")));
        add(
                all,
                "E016",
                "image nobody shows",
                "PublicDoc/fuzoku/b.png",
                f -> f.put("PublicDoc/fuzoku/b.png", Filing.png()));
        add(
                all,
                "E016",
                "pages that link one another",
                "PublicDoc/fuzoku/b.htm",
                f -> f.text("PublicDoc/fuzoku/b.htm", page("<a href=\"c.htm\">a</a>"))
                        .text("PublicDoc/fuzoku/c.htm", page("<a href=\"b.htm\">a</a>")));
        add(all, "E017", "body to body", FIRST, f -> f.into(FIRST, "<p><a href=\"0201010_2bu.htm\">次へ</a></p>"));
        add(all, "E017", "supporting to body", SUB, f -> f.into(SUB, "<p><a href=\"../0101010_1bu.htm\">戻る</a></p>"));
        add(
                all,
                "E017",
                "body to cover",
                SECOND,
                f -> f.into(SECOND, "<p><a href=\"./0000000_header.htm\">表紙</a></p>"));
    }

    private static void files(Stream.Builder<Seed> all) {
        add(all, "E018", "too large", IMAGE, f -> f.put(IMAGE, Arrays.copyOf(Filing.png(), 307_201)));
        add(all, "E018", "gif named png", IMAGE, f -> f.put(IMAGE, Filing.image("gif")));
        add(all, "E018", "bmp named png", IMAGE, f -> f.put(IMAGE, Filing.image("bmp")));
        add(
                all,
                "E018",
                "beside the body",
                "PublicDoc/chart.png",
                f -> f.move(IMAGE, "PublicDoc/chart.png").swap(SECOND, "fuzoku/", ""),
                "E017");
        add(
                all,
                "E018",
                "by a link",
                SECOND,
                f -> f.swap(SECOND, "<img src=\"fuzoku/chart.png\" alt=\"図\"/>", "<a href=\"fuzoku/chart.png\">図</a>"));
        add(all, "E021", "in PublicDoc", "PublicDoc/opinion.pdf", f -> f.move(PDF, "PublicDoc/opinion.pdf"));
        add(all, "E021", "in AuditDoc", "AuditDoc/opinion.pdf", f -> f.move(PDF, "AuditDoc/opinion.pdf"));
        add(all, "E021", "in a sub-folder", "AttachDoc/a/opinion.pdf", f -> f.move(PDF, "AttachDoc/a/opinion.pdf"));
        add(all, "E032", "upper case", "AttachDoc/Qualified.htm", f -> f.text("AttachDoc/Qualified.htm", page("")));
        add(
                all,
                "E032",
                "in a sub-folder",
                "AttachDoc/a/qualified.htm",
                f -> f.text("AttachDoc/a/qualified.htm", page(""))
                        .text("AttachDoc/b.htm", page("<a href=\"a/qualified.htm\">a</a>")));
        add(all, "E032", "as a PDF", "AttachDoc/qualified.pdf", f -> f.move(PDF, "AttachDoc/qualified.pdf"));
    }

    private static void pdfs(Stream.Builder<Seed> all) {
        pdf(all, "JavaScript", d -> openAction(d, "JavaScript"));
        pdf(all, "URI", d -> annotation(d, "Link", "URI"));
        pdf(all, "movie", d -> annotation(d, "RichMedia", ""));
        pdf(all, "sound", d -> annotation(d, "Sound", ""));
        pdf(all, "attachment on a page", d -> annotation(d, "FileAttachment", ""));
        pdf(all, "attachment of the document", d -> {
            var names = new COSDictionary();
            names.setItem(COSName.EMBEDDED_FILES, new COSDictionary());
            d.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
        });
        pdf(all, "signature field", d -> {
            var field = new COSDictionary();
            field.setName(COSName.FT, "Sig");
            var fields = new COSArray();
            fields.add(field);
            var form = new COSDictionary();
            form.setItem(COSName.FIELDS, fields);
            d.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        });
        pdf(all, "password", d -> protect(d, "user"));
        pdf(all, "owner password only", d -> protect(d, ""));
        add(all, "E019", "version 1.3", PDF, f -> f.put(PDF, patched(f.files.get(PDF), "%PDF-1.4", "%PDF-1.3")));
        add(all, "E019", "truncated", PDF, f -> f.put(PDF, Arrays.copyOf(f.files.get(PDF), 300)));
        add(all, "E019", "no PDF", PDF, f -> f.text(PDF, "hello"));
        add(all, "E019", "too large", PDF, f -> f.put(PDF, new byte[52_428_801]));
        add(
                all,
                "E020",
                "compressed objects",
                PDF,
                f -> f.put(PDF, Filing.pdf(d -> {}, CompressParameters.DEFAULT_COMPRESSION)));
        add(
                all,
                "E020",
                "object stream",
                PDF,
                f -> f.put(PDF, patched(f.files.get(PDF), "%%EOF", "% /Type /ObjStm\n%%EOF")));
        add(
                all,
                "E020",
                "cross-reference stream",
                PDF,
                f -> f.put(PDF, patched(f.files.get(PDF), "%%EOF", "% /Type/XRef\n%%EOF")));
    }

    private static void covers(Stream.Builder<Seed> all) {
        add(all, "E022", "missing", COVER, f -> f.drop(COVER));
        add(all, "E022", "first item", COVER, f -> f.swap(COVER, "<h1>【表紙】</h1>", ""));
        add(all, "E022", "item missing", COVER, f -> f.swap(COVER, "【提出先】", "提出先"));
        add(all, "E022", "no name", COVER, f -> f.swap(COVER, "【発行者の名称】", "【英訳名】"));
        add(all, "E022", "unknown item", COVER, f -> f.into(COVER, "<p>【仮定】</p>"));
        add(all, "E022", "item with blank", COVER, f -> f.swap(COVER, "【提出日】", "【提 出 日】"));
        add(
                all,
                "E022",
                "in a sub-folder",
                "PublicDoc/fuzoku/0000000_header.htm",
                f -> f.text("PublicDoc/fuzoku/0000000_header.htm", page("<p>a</p>")));
        add(all, "E033", "EDINET code too short", COVER, f -> f.swap(COVER, "E12345", "E1234"));
        add(all, "E033", "EDINET code with another letter", COVER, f -> f.swap(COVER, "E12345", "G12345"));
        add(all, "E033", "document ID too long", COVER, f -> f.swap(COVER, "S100ABCD", "S100ABCDE"));
        add(all, "E033", "document ID in lower case", COVER, f -> f.swap(COVER, "S100ABCD", "S100abcd"));
        for (String number : List.of("8-1-2", "2026-外1-2", "8-外1", "8外1-2")) {
            all.add(new Seed("E034", number, COVER, Filing.shelfSupplement().swap(COVER, "8-外1-2", number), Set.of()));
        }
        add(all, "E031", "no reason", COVER, f -> f.swap(COVER, "有価証券届出書", "訂正有価証券届出書"));
        amend(
                all,
                "reason sorts last",
                "PublicDoc/0901010_teisei.htm",
                f -> f.move(TEISEI, "PublicDoc/0901010_teisei.htm"),
                "E026");
        amend(all, "cover of the parent", COVER, f -> f.swap(COVER, "有価証券届出書の訂正届出書", "有価証券届出書"));
        amend(all, "no heading for the reason", TEISEI, f -> f.swap(TEISEI, "の提出理由", ""));
        amend(
                all,
                "two files",
                "PublicDoc/0001020_teisei.htm",
                f -> f.text("PublicDoc/0001020_teisei.htm", page("<h2>1【訂正理由】</h2><p>a</p>")));
        for (String name : List.of(
                "PublicDoc/1bu.htm",
                "PublicDoc/0101010_1Bu.htm",
                "PublicDoc/010101_1bu.htm",
                "PublicDoc/0101010_" + "a".repeat(24) + ".htm")) {
            add(all, "E023", name, name, f -> f.move(FIRST, name), name.contains("aaaa") ? "E005" : "E026");
        }
    }

    private static void bodies(Stream.Builder<Seed> all) {
        add(all, "E024", "text first", FIRST, f -> f.swap(FIRST, "<body>", "<body><p>はじめに</p>"));
        add(all, "E024", "no bracket", SECOND, f -> f.swap(SECOND, "第二部【発行者情報】", "第二部 発行者情報"), "E026");
        add(all, "E024", "no text", "PublicDoc/0301010_3bu.htm", f -> f.text("PublicDoc/0301010_3bu.htm", page("")));
        heading(all, "E025", "385 bytes", "手取金の使途", "あ".repeat(128) + "a");
        heading(all, "E025", "tag", "手取金の使途", "<b>手取金</b>の使途");
        heading(all, "E025", "line break", "手取金の使途", "手取金<br/>の使途");
        heading(all, "E025", "nested", "手取金の使途", "手取金【の】使途");
        heading(all, "E025", "empty", "手取金の使途", "");
        heading(all, "E025", "two on a line", "【手取金の使途】", "【手取金】及び【使途】");
        heading(all, "E025", "unclosed", "使途】", "使途");
        heading(all, "E025", "running text", "引受けの概要", "上記【募集債券】を参照");
        heading(all, "E025", "anchor", "第2【手取金の使途】", "<a name=\"x\">第2【手取金の使途】</a>");
        heading(all, "E025", "del before the bracket", "第2【手", "第2<del>の</del>【手");
        heading(all, "E026", "gap", "第2【", "第3【");
        heading(all, "E026", "repeated", "(2)【", "(1)【");
        heading(all, "E026", "starts at two", "1【募集債券】", "3【募集債券】");
        heading(all, "E026", "beyond the last", "(2)【", "(61)【");
        heading(all, "E026", "part in Arabic", "第一部【", "第1部【");
        add(all, "E026", "across files", SECOND, f -> f.swap(SECOND, "第二部【", "第一部【"));
        amend(
                all,
                "E026",
                "order in an amendment",
                "PublicDoc/0102010_1bu.htm",
                f -> f.swap("PublicDoc/0102010_1bu.htm", "5【", "2【"));
        amend(
                all,
                "E026",
                "repeated in an amendment",
                "PublicDoc/0102010_1bu.htm",
                f -> f.swap("PublicDoc/0102010_1bu.htm", "5【", "3【"));
        heading(all, "E027", "full-width blank", "第2【", "第2　【");
        heading(all, "E027", "one bracket of each width", "(2)【", "（2)【");
        heading(all, "E027", "half-width digit in full-width brackets", "(2)【", "（2）【");
        heading(all, "E027", "pair in the title", "手取金の使途", "手取金（概要)の使途");
        heading(all, "E028", "nothing below", "<p>条件</p>", "");
        heading(all, "E028", "other words", "<p>条件</p>", "<p>特になし。</p>");
        heading(all, "E028", "children", "<h4>1【募集債券】", "<p>該当なし</p><h4>1【募集債券】");
        heading(all, "E030", "mixed digits", "100億円", "1００億円");
        heading(all, "E030", "slashes", "2026年1月9日", "2026/1/9");
        heading(all, "E030", "no commas", "1,000,000円", "1000000円");
    }

    private static void pdf(Stream.Builder<Seed> all, String name, Consumer<PDDocument> change) {
        add(all, "E019", name, PDF, f -> f.put(PDF, Filing.pdf(change)));
    }

    private static void heading(Stream.Builder<Seed> all, String rule, String name, String old, String fresh) {
        // A heading that is spoilt no longer counts, so that its number is missed.
        add(all, rule, name, FIRST, f -> f.swap(FIRST, old, fresh));
    }

    private static void amend(
            Stream.Builder<Seed> all, String name, String file, Consumer<Filing> change, String... besides) {
        amend(all, "E031", name, file, change, besides);
    }

    private static void amend(
            Stream.Builder<Seed> all,
            String rule,
            String name,
            String file,
            Consumer<Filing> change,
            String... besides) {
        Filing filing = Filing.amendment();
        change.accept(filing);
        all.add(new Seed(rule, name, file, filing, Set.of(besides)));
    }

    private static void add(
            Stream.Builder<Seed> all,
            String rule,
            String name,
            String file,
            Consumer<Filing> change,
            String... besides) {
        Filing filing = Filing.stateRegistration();
        change.accept(filing);
        all.add(new Seed(rule, name, file, filing, Set.of(besides)));
    }

    private static void openAction(PDDocument document, String kind) {
        document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action(kind));
    }

    private static COSDictionary action(String kind) {
        var action = new COSDictionary();
        action.setName(COSName.S, kind);
        return action;
    }

    private static void annotation(PDDocument document, String subtype, String action) {
        var annotation = new COSDictionary();
        annotation.setName(COSName.SUBTYPE, subtype);
        if (!action.isEmpty()) {
            annotation.setItem(COSName.A, action(action));
        }
        var list = new COSArray();
        list.add(annotation);
        document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, list);
    }

    private static void protect(PDDocument document, String user) {
        try {
            var policy = new StandardProtectionPolicy("owner", user, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] patched(byte[] pdf, String old, String fresh) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(old);
        return text.replace(old, fresh).replaceAll("/Version /1.\\d", "").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A large E001 file of noise, which deflate cannot shrink below the limit. */
    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
