package bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Writes a registration statement of so many megabytes that breaks no rule: four body files for every five megabytes
 * with a megabyte of Japanese tables each, files and images under them, and PDFs of scans and text for the rest.
 */
public final class EdinetPackage {

    private static final int BODY_BYTES = 1_000_000;
    private static final int SUPPORTING_BYTES = 100_000;
    private static final int ARTICLES_OF_A_PART = 20;
    private static final int NUMBERS = 8;
    private static final int IN_BRACKETS = 6;
    private static final int IMAGES = 12;
    private static final int SUPPORTING = 10;
    private static final int PDFS = 6;
    private static final int TEXT_PAGES_FOR_A_SCAN = 3;

    private static final String[] KANJI = {"一", "二", "三", "四", "五"};
    private static final String[] PARTS = {"証券情報", "企業情報", "追完情報", "特別情報", "参照情報"};
    private static final String[] ARTICLES = {
        "募集要項", "本国における法制等の概要", "企業の概況", "事業の状況", "設備の状況", "提出会社の状況", "経理の状況", "外国為替相場の推移"
    };
    private static final String[] TITLES = {
        "主要な経営指標等の推移", "沿革", "事業の内容", "関係会社の状況", "従業員の状況", "経営方針、経営環境及び対処すべき課題等", "事業等のリスク", "重要な契約等"
    };
    private static final String[] SECTIONS = {"連結貸借対照表", "連結損益計算書", "連結株主資本等変動計算書", "連結キャッシュ・フロー計算書", "注記事項", "附属明細表"};
    private static final String[] ITEMS = {
        "現金及び預金", "受取手形、売掛金及び契約資産", "有価証券", "商品及び製品", "建物及び構築物（純額）", "機械装置及び運搬具（純額）", "のれん", "投資有価証券", "繰延税金資産",
        "支払手形及び買掛金", "短期借入金", "一年内償還予定の社債", "未払法人税等", "退職給付に係る負債", "資本剰余金", "利益剰余金", "非支配株主持分"
    };
    private static final String[] REGIONS = {"日本", "北米", "欧州", "アジア・オセアニア", "中南米", "その他の地域", "調整額", "連結"};

    private final Random random = new Random(11);

    private EdinetPackage() {}

    /** @param args megabytes, package to write */
    public static void main(String[] args) throws IOException {
        int megabytes = Integer.parseInt(args[0]);
        Files.write(Path.of(args[1]), new EdinetPackage().zip(megabytes));
    }

    private byte[] zip(int megabytes) throws IOException {
        int bodies = Math.max(1, Math.min(megabytes * 4 / 5, PARTS.length * ARTICLES_OF_A_PART));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "PublicDoc/0000000_header.htm", page(cover()));
            for (int i = 0; i < bodies; i++) {
                int part = i / ARTICLES_OF_A_PART + 1;
                int article = i % ARTICLES_OF_A_PART + 1;
                String name = String.format(Locale.ROOT, "PublicDoc/%02d%02d010_%dbu.htm", part, article, part);
                put(zip, name, page(body(i, part, article, bodies)));
            }
            for (int i = 0; i < SUPPORTING; i++) {
                var text = new StringBuilder("<p id=\"top\">附属明細表</p>\n");
                tables(text, SUPPORTING_BYTES);
                put(zip, supporting(i, "PublicDoc/"), page(text.toString()));
            }
            for (int i = 0; i < IMAGES; i++) {
                put(zip, image(i, "PublicDoc/"), chart());
            }
            long rest = megabytes * 1024L * 1024 - out.size();
            for (int i = 0; i < PDFS; i++) {
                put(zip, "AttachDoc/opinion" + (i + 1) + ".pdf", pdf(rest / PDFS));
            }
        }
        return out.toByteArray();
    }

    private String body(int file, int part, int article, int bodies) {
        var text = new StringBuilder();
        if (article == 1) {
            text.append("<h2>第").append(KANJI[part - 1]).append("部【").append(PARTS[part - 1]);
            text.append("】</h2>\n");
        }
        text.append("<h3>第").append(article).append('【').append(ARTICLES[article % ARTICLES.length]);
        text.append("】</h3>\n");
        for (int n = 1; n <= NUMBERS; n++) {
            text.append("<h4>").append(n).append('【').append(TITLES[n - 1]).append("】</h4>\n");
            for (int k = 1; k <= IN_BRACKETS; k++) {
                text.append("<h5>(").append(k).append(")【").append(SECTIONS[k - 1]).append("】</h5>\n");
                tables(text, BODY_BYTES / (NUMBERS * IN_BRACKETS));
            }
        }
        for (int i = file; i < Math.max(SUPPORTING, IMAGES); i += bodies) {
            if (i < SUPPORTING) {
                text.append("<p><a href=\"").append(supporting(i, "")).append("#top\">附属明細表へ</a></p>\n");
            }
            if (i < IMAGES) {
                text.append("<p><img src=\"").append(image(i, "")).append("\" alt=\"図\"/></p>\n");
            }
        }
        return text.toString();
    }

    /** Paragraphs and tables of so many bytes in UTF-8. */
    private void tables(StringBuilder text, int bytes) {
        int left = bytes;
        while (left > 0) {
            var table = new StringBuilder("<p>当連結会計年度における");
            table.append(ITEMS[random.nextInt(ITEMS.length)]);
            table.append("の増減の内訳は、次のとおりであります。なお、金額は百万円未満を切り捨てて表示しております。</p>\n<table style=\"width:640px\">\n");
            for (int row = 0; row < 20; row++) {
                table.append("<tr><td style=\"width:200px\">").append(ITEMS[random.nextInt(ITEMS.length)]);
                table.append("</td><td>").append(REGIONS[random.nextInt(REGIONS.length)]).append("</td>");
                for (int column = 0; column < 3; column++) {
                    table.append("<td style=\"text-align:right\">");
                    table.append(String.format(Locale.ROOT, "%,d百万円", random.nextInt(9_000_000)));
                    table.append("</td>");
                }
                table.append("<td>").append(2015 + random.nextInt(12)).append("年3月31日</td></tr>\n");
            }
            table.append("</table>\n");
            text.append(table);
            left -= table.toString().getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private static String supporting(int i, String folder) {
        return String.format(Locale.ROOT, "%sfuzoku/table%02d.htm", folder, i + 1);
    }

    private static String image(int i, String folder) {
        return String.format(Locale.ROOT, "%sfuzoku/chart%02d.png", folder, i + 1);
    }

    private static String cover() {
        return "<h1>【表紙】</h1>\n<table>\n<tr><td>【提出書類】</td><td>有価証券届出書</td></tr>\n"
                + "<tr><td>【提出先】</td><td>関東財務局長</td></tr>\n<tr><td>【提出日】</td><td>2026年11月20日</td></tr>\n"
                + "<tr><td>【会社名】</td><td>ある会社</td></tr>\n</table>\n";
    }

    private static byte[] page(String body) {
        String page = "<!DOCTYPE html>\n<html lang=\"ja\">\n<head><meta charset=\"UTF-8\"/><title>書類</title></head>\n<body>\n"
                + body + "</body>\n</html>\n";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    /** An image of some 250 KB, which is near the most that is allowed. */
    private byte[] chart() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(noise(300, 280), "png", out);
        return out.toByteArray();
    }

    private BufferedImage noise(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return image;
    }

    /** A page as a scanner gives it: print on paper that is not quite white. */
    private BufferedImage scan() {
        var image = new BufferedImage(1000, 1414, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, (0xe0 + random.nextInt(32)) * 0x010101);
            }
        }
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.DARK_GRAY);
        graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 20));
        for (int line = 0; line < 50; line++) {
            graphics.drawString(words(), 80, 100 + line * 25);
        }
        graphics.dispose();
        return image;
    }

    private String words() {
        return String.format(
                Locale.ROOT,
                "Section %d.%d of the Fiscal Agency Agreement dated %d, as amended, note %d",
                random.nextInt(20),
                random.nextInt(20),
                2000 + random.nextInt(26),
                random.nextInt(10_000));
    }

    private byte[] pdf(long bytes) throws IOException {
        try (var document = new PDDocument()) {
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (long left = bytes; left > 0; ) {
                PDImageXObject scan = JPEGFactory.createFromImage(document, scan(), 0.9f);
                left -= scan.getStream().getLength() + TEXT_PAGES_FOR_A_SCAN * 2_000L;
                var scanned = new PDPage(PDRectangle.A4);
                document.addPage(scanned);
                try (var content = new PDPageContentStream(document, scanned)) {
                    content.drawImage(scan, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
                for (int i = 0; i < TEXT_PAGES_FOR_A_SCAN; i++) {
                    text(document, font);
                }
            }
            var out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private void text(PDDocument document, PDType1Font font) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 10);
            content.newLineAtOffset(60, 780);
            for (int line = 0; line < 55; line++) {
                content.showText(words());
                content.newLineAtOffset(0, -13);
            }
            content.endText();
        }
    }

    private static void put(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(bytes);
        zip.closeEntry();
    }
}
