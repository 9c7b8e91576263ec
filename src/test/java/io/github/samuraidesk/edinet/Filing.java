package io.github.samuraidesk.edinet;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A package in memory which a test may spoil: path to bytes, a path that ends in a slash being a folder. */
final class Filing {

    static final String COVER = "PublicDoc/0000000_header.htm";
    static final String FIRST = "PublicDoc/0101010_1bu.htm";
    static final String SECOND = "PublicDoc/0201010_2bu.htm";
    static final String SUB = "PublicDoc/fuzoku/table.htm";
    static final String IMAGE = "PublicDoc/fuzoku/chart.png";
    static final String PDF = "AttachDoc/opinion.pdf";
    static final String TEISEI = "PublicDoc/0001010_teisei.htm";

    final Map<String, byte[]> files = new TreeMap<>();

    static Filing stateRegistration() {
        return new Filing()
                .text(COVER, page(cover("有価証券届出書", "発行者の名称", "ある国")))
                .text(
                        FIRST,
                        page("<h2>第一部【証券情報】</h2>\n<h3>第1【募集債券に関する基本事項】</h3>\n<h4>1【募集債券】</h4>\n"
                                + "<p>100億円の債券〜を発行する。&#233;</p>\n<h4>2【引受け】</h4><p>引受けの概要</p>\n"
                                + "<p>(注) 2026年1月9日</p><h5>(1)【条件】</h5><p>条件</p><h5>(2)【費用】（概算）</h5><p>1,000,000円</p>\n"
                                + "<h3>第2【手取金の使途】</h3><p>該当事項はありません。</p>\n"
                                + "<p><a href=\"fuzoku/table.htm#top\">次へ</a></p>"))
                .text(
                        SECOND,
                        page("<h2>第二部【発行者情報】</h2>\n<h3>第1【概況】</h3><p><img src=\"fuzoku/chart.png\" alt=\"図\"/></p>\n"
                                + "<h4>【経済】</h4><h5>①【総論】</h5><p>本文</p><h5>②【各論】</h5><p>本文</p>\n"
                                + "<h4>【財政】</h4><h5>①【総論】</h5><p>本文</p>"))
                .text(SUB, page("<p id=\"top\">表【付随】</p><p><a href=\"#top\">上へ</a></p>"))
                .put(IMAGE, png())
                .put(PDF, pdf(document -> {}));
    }

    static Filing shelfSupplement() {
        return new Filing()
                .text(
                        COVER,
                        page(cover("発行登録追補書類", "会社名", "ある会社")
                                + "<table><tr><td>【発行登録追補書類番号】</td><td>8-外1-2</td></tr>\n"
                                + "<tr><td>【発行登録書の内容】</td><td></td></tr><tr><td>【提出日】</td><td>2026年1月9日</td></tr>\n"
                                + "<tr><td>【残額】（今回の募集前）</td><td>1,000億円</td></tr></table>"))
                .text(FIRST, page("<h2>第一部【証券情報】</h2><h3>第1【募集要項】</h3><p>要項</p>"))
                .text(SECOND, page("<h2>第二部【参照情報】</h2><h3>第1【参照書類】</h3><p>書類</p>"))
                .text("AttachDoc/qualified.htm", page("<p>適格要件</p>"))
                .put(PDF, pdf(document -> {}));
    }

    static Filing amendment() {
        return new Filing()
                .text(COVER, page(cover("有価証券届出書の訂正届出書", "会社名", "ある会社")))
                .text(TEISEI, page("<h2>1【有価証券届出書の訂正届出書の提出理由】</h2><p>条件の決定</p>\n" + "<h2>2【訂正の内容】</h2><p>次のとおり</p>"))
                .text(
                        "PublicDoc/0102010_1bu.htm",
                        page("<h2>第一部【証券情報】</h2>\n<h3>第2【募集要項】</h3><h4>3【利率】</h4><p>年1.2％</p>\n"
                                + "<h4>5【償還】</h4><p>満期</p>"));
    }

    Filing text(String path, String text) {
        return put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Filing put(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** Replaces text that must be there, so that a seed cannot silently miss. */
    Filing swap(String path, String old, String fresh) {
        String text = new String(files.get(path), StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(path + " has no " + old);
        }
        return text(path, text.replace(old, fresh));
    }

    Filing into(String path, String html) {
        return swap(path, "</body>", html + "\n</body>");
    }

    Filing move(String from, String to) {
        files.put(to, files.remove(from));
        return this;
    }

    Filing drop(String path) {
        files.remove(path);
        return this;
    }

    byte[] zip() {
        return zip("");
    }

    byte[] zip(String root) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(root + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String page(String body) {
        return "<!DOCTYPE html>\n<html lang=\"ja\">\n<head><meta charset=\"UTF-8\"/><title>書類</title></head>\n<body>\n"
                + body
                + "\n</body>\n</html>\n";
    }

    private static String cover(String document, String nameItem, String name) {
        return "<h1>【表紙】</h1>\n<table>\n<tr><td>【提出書類】</td><td>" + document + "</td></tr>\n"
                + "<tr><td>【提出先】</td><td>関東財務局長</td></tr>\n<tr><td>【提出日】</td><td>2026年11月20日</td></tr>\n"
                + "<tr><td>【" + nameItem + "】</td><td>" + name + "</td></tr>\n</table>\n"
                + "<p>EDINETコード：E12345</p><p>書類管理番号：S100ABCD</p>\n";
    }

    static byte[] png() {
        return image("png");
    }

    static byte[] image(String format) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdf(Consumer<PDDocument> change) {
        return pdf(change, CompressParameters.NO_COMPRESSION);
    }

    static byte[] pdf(Consumer<PDDocument> change, CompressParameters compression) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.accept(document);
            var out = new ByteArrayOutputStream();
            document.save(out, compression);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
