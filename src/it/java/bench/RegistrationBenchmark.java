package bench;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.SamuraiDesk;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.rehearsal.Sample;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.HumanTask;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A registration statement of some hundred pages with an uploaded Part 2, as XHTML and as DOCX: reading, binding and
 * setting in type, and the same XHTML printed by Chromium.
 */
public final class RegistrationBenchmark {

    /** Pages that a section of the generated Part 2 fills, about. */
    private static final double PAGES_OF_A_SECTION = 0.85;

    private static final String SENTENCE = "当社は、本国の会社法に基づき設立された有限責任会社であり、主要な事業として電力及びガスの供給、送配電網の運営並びに"
            + "再生可能エネルギー発電所の開発を行っている。当連結会計年度の売上高は前年度に比べて%d.%d％増加し、%,d百万ユーロとなった。"
            + "かかる増加は、主として欧州域内の需要の回復及び為替相場の変動によるものである。";

    private final Random random = new Random(20240830);

    private RegistrationBenchmark() {}

    public static void main(String[] args) throws Exception {
        int pages = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        var benchmark = new RegistrationBenchmark();
        int sections = (int) Math.ceil(pages / PAGES_OF_A_SECTION);
        try (var context = new SpringApplicationBuilder(SamuraiDesk.class)
                .web(WebApplicationType.NONE)
                .profiles("rehearsal")
                .run()) {
            var run = new Run(
                    context.getBean(Rehearsal.class),
                    context.getBean(Desk.class),
                    context.getBean(DealProcess.class),
                    context.getBean(Facts.class),
                    context.getBean(Papers.class));
            run.of("part-two.zip", benchmark.zip(sections));
            run.of("part-two.docx", benchmark.docx(sections));
            run.again(3);
            run.chromium();
        }
    }

    private static final class Run {

        private final Rehearsal rehearsal;
        private final Desk desk;
        private final DealProcess process;
        private final Facts facts;
        private final Papers papers;
        private DealId id;
        private int number;

        Run(Rehearsal rehearsal, Desk desk, DealProcess process, Facts facts, Papers papers) {
            this.rehearsal = rehearsal;
            this.desk = desk;
            this.process = process;
            this.facts = facts;
            this.papers = papers;
        }

        void of(String fileName, byte[] bytes) {
            Sample sample = DeskTest.sample("SVN-2024");
            number++;
            id = rehearsal.open(new Sample(
                    sample.termSheet().with("dealId", "SVN-2024-B" + number), sample.outcome(), sample.assumed()));
            rehearsal.run(id, task -> task == HumanTask.DRAFT_PAPERS);
            String sha = desk.upload(id, "application/octet-stream", fileName, bytes, Cast.COUNSEL.person());
            forget();
            long start = System.nanoTime();
            desk.complete(id, HumanTask.DRAFT_PAPERS, null, FormValues.of("partTwo", sha), Cast.COUNSEL.person());
            System.out.printf(
                    "%s, %,d bytes: read, cleaned and stored in %.2f s, %s%n",
                    fileName, bytes.length, seconds(start), memory());
            draft();
        }

        void again(int times) {
            for (int i = 0; i < times; i++) {
                draft();
            }
        }

        private void draft() {
            forget();
            long start = System.nanoTime();
            Papers.Draft draft = papers.draft(facts.of(id), Paper.SECURITIES_REGISTRATION);
            double took = seconds(start);
            System.out.printf(
                    "  bound and set in type: %.2f s, %d pages, %.0f pages a second, %,d bytes, %s%n",
                    took, draft.pages(), draft.pages() / took, draft.pdf().length, memory());
        }

        /** The XHTML that the paper was set from, with the paper's fonts, as Chromium prints it. */
        void chromium() throws IOException, InterruptedException {
            Path dir = Files.createTempDirectory("srs");
            String fonts = new File("src/main/resources/fonts").toURI().toString();
            String faces = "<style>@font-face{font-family:'BIZ UDMincho';src:url('" + fonts
                    + "BIZUDMincho-Regular.ttf')}@font-face{font-family:'BIZ UDGothic';src:url('" + fonts
                    + "BIZUDGothic-Regular.ttf')}@font-face{font-family:'BIZ UDGothic';font-weight:700;src:url('" + fonts
                    + "BIZUDGothic-Bold.ttf')}</style></head>";
            Path page = dir.resolve("srs.html");
            Files.writeString(
                    page,
                    papers.draft(facts.of(id), Paper.SECURITIES_REGISTRATION).xhtml().replaceFirst("</head>", faces));
            for (int i = 0; i < 3; i++) {
                Path pdf = dir.resolve("srs-" + i + ".pdf");
                long start = System.nanoTime();
                int status = new ProcessBuilder(
                                "/usr/bin/chromium",
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-component-update",
                                "--disable-extensions",
                                "--user-data-dir=" + dir.resolve("profile"),
                                "--print-to-pdf=" + pdf,
                                page.toUri().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(dir.resolve("said").toFile())
                        .start()
                        .waitFor();
                double took = seconds(start);
                if (status != 0 || !Files.exists(pdf)) {
                    System.out.println("Chromium: " + Files.readString(dir.resolve("said")));
                    return;
                }
                try (var document = Loader.loadPDF(pdf.toFile())) {
                    System.out.printf(
                            "Chromium, start included: %.2f s, %d pages, %.0f pages a second, %,d bytes%n",
                            took,
                            document.getNumberOfPages(),
                            document.getNumberOfPages() / took,
                            Files.size(pdf));
                }
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void forget() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static String memory() {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .mapToLong(p -> p.getPeakUsage().getUsed())
                .sum();
        return "peak heap " + heap / (1 << 20) + " of " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB";
    }

    private static final List<String> CHAPTERS = List.of("募集債券の状況", "外国為替相場の推移", "発行者の概況");

    private String sentences(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(SENTENCE.formatted(random.nextInt(30), random.nextInt(10), 1_000 + random.nextInt(90_000)));
        }
        return text.toString();
    }

    private String[][] table() {
        var rows = new String[12][6];
        rows[0] = new String[] {"科目", "2020年度", "2021年度", "2022年度", "2023年度", "2024年度"};
        for (int r = 1; r < rows.length; r++) {
            rows[r][0] = List.of("売上高", "売上原価", "営業利益", "支払利息", "税引前利益", "当期純利益", "総資産", "純資産", "有利子負債", "設備投資", "従業員数")
                    .get(r - 1);
            for (int c = 1; c < 6; c++) {
                rows[r][c] = "%,d".formatted(random.nextInt(9_000_000));
            }
        }
        return rows;
    }

    private static byte[] image(int seed) throws IOException {
        var image = new BufferedImage(900, 420, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, 900, 420);
        var heights = new Random(seed);
        for (int i = 0; i < 24; i++) {
            int height = 40 + heights.nextInt(340);
            drawing.setColor(i % 2 == 0 ? new Color(0x00118f) : new Color(0x7f7f7f));
            drawing.fillRect(20 + i * 36, 400 - height, 26, height);
        }
        drawing.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static boolean hasImage(int section) {
        return section % 10 == 5;
    }

    private byte[] zip(int sections) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int part = (sections + CHAPTERS.size() - 1) / CHAPTERS.size();
        int section = 0;
        for (int chapter = 0; chapter < CHAPTERS.size(); chapter++) {
            var body = new StringBuilder("<html lang=\"ja\"><head><meta http-equiv=\"Content-Type\""
                    + " content=\"text/html; charset=utf-8\" /><title>第二部</title></head><body>");
            body.append(chapter == 0 ? "<h2>第二部【発行者情報】</h2>" : "");
            body.append("<h3>第").append(chapter + 1).append("【").append(CHAPTERS.get(chapter)).append("】</h3>");
            for (int i = 0; i < part && section < sections; i++, section++) {
                body.append("<h4>事業の部門 ").append(section + 1).append("</h4>");
                body.append("<p>").append(sentences(3)).append("</p>");
                if (hasImage(section)) {
                    String name = "images/fig%03d.png".formatted(section);
                    files.put(name, image(section));
                    body.append("<p><img src=\"").append(name).append("\" width=\"400\" alt=\"\" /></p>");
                }
                body.append("<table><thead>");
                String[][] rows = table();
                for (int r = 0; r < rows.length; r++) {
                    body.append("<tr>");
                    for (int c = 0; c < rows[r].length; c++) {
                        String tag = r == 0 ? "th" : "td";
                        body.append('<').append(tag).append(c > 0 ? " style=\"text-align:right\">" : ">");
                        body.append(rows[r][c]).append("</").append(tag).append('>');
                    }
                    body.append(r == 0 ? "</tr></thead><tbody>" : "</tr>");
                }
                body.append("</tbody></table><p>").append(sentences(2)).append("</p>\n");
            }
            files.put(
                    "020%d010_2bu.htm".formatted(chapter + 1),
                    body.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8));
        }
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    private byte[] docx(int sections) throws Exception {
        try (var document = new XWPFDocument()) {
            int part = (sections + CHAPTERS.size() - 1) / CHAPTERS.size();
            var lines = new ArrayList<>(List.of("第二部【発行者情報】"));
            for (int section = 0; section < sections; section++) {
                if (section % part == 0) {
                    lines.add("第" + (section / part + 1) + "【" + CHAPTERS.get(section / part) + "】");
                }
                lines.add("事業の部門 " + (section + 1));
                lines.add(sentences(3));
                lines.forEach(l -> document.createParagraph().createRun().setText(l));
                lines.clear();
                if (hasImage(section)) {
                    document.createParagraph()
                            .createRun()
                            .addPicture(
                                    new ByteArrayInputStream(image(section)),
                                    Document.PICTURE_TYPE_PNG,
                                    "fig.png",
                                    Units.toEMU(300),
                                    Units.toEMU(140));
                }
                String[][] rows = table();
                var table = document.createTable(rows.length, rows[0].length);
                table.getRow(0).setRepeatHeader(true);
                for (int r = 0; r < rows.length; r++) {
                    for (int c = 0; c < rows[r].length; c++) {
                        table.getRow(r).getCell(c).setText(rows[r][c]);
                    }
                }
                lines.add(sentences(2));
                lines.forEach(l -> document.createParagraph().createRun().setText(l));
                lines.clear();
            }
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }
}
