package bench;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.SamuraiDesk;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.rehearsal.Sample;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The papers of the four tranches of KOR-2023: one after an edit, all of them at once, and each printed by headless
 * Chromium from the same XHTML.
 */
public final class PapersBenchmark {

    private static final int ROUNDS = 12;

    private PapersBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (var context = new SpringApplicationBuilder(SamuraiDesk.class)
                .web(WebApplicationType.NONE)
                .profiles("rehearsal")
                .run()) {
            var rehearsal = context.getBean(Rehearsal.class);
            var facts = context.getBean(Facts.class);
            var papers = context.getBean(Papers.class);
            Sample sample = DeskTest.sample("KOR-2023");
            DealId id = rehearsal.open(sample);
            rehearsal.run(id, task -> false);
            var all = new ArrayList<Paper>();
            papers.all(facts.of(id)).forEach(p -> all.add(p.paper()));
            all.addAll(Paper.onDemand(Route.Track.SHELF));

            // another deal of the same terms that is still being drafted, so that its wording can be edited
            var drafting = new Sample(
                    sample.termSheet().with("dealId", "KOR-2023-D"), sample.outcome(), sample.assumed());
            DealId open = rehearsal.open(drafting);
            rehearsal.run(open, task -> task == io.github.samuraidesk.workflow.HumanTask.REVIEW_PAPERS);
            var desk = context.getBean(Desk.class);
            var preview = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                desk.record(
                        open,
                        Entry.SLOT,
                        FormValues.of("slot", "notices", "text", "公告の方法 " + round, "textEn", "Notices " + round),
                        Cast.COUNSEL.person());
                long start = System.nanoTime();
                papers.draft(facts.of(open), Paper.CONDITIONS_OF_BONDS);
                preview.add((System.nanoTime() - start) / 1e9);
            }
            print("preview of the conditions after an edit", preview);

            var set = new ArrayList<Double>();
            List<Papers.Draft> drafts = List.of();
            boolean same = true;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                List<Papers.Draft> made = papers.drafts(facts.of(id), all);
                set.add((System.nanoTime() - start) / 1e9);
                for (int i = 0; i < drafts.size(); i++) {
                    same &= java.util.Arrays.equals(drafts.get(i).pdf(), made.get(i).pdf());
                }
                drafts = made;
            }
            int pages = drafts.stream().mapToInt(Papers.Draft::pages).sum();
            long bytes = drafts.stream().mapToLong(d -> d.pdf().length).sum();
            print("set of " + all.size() + " papers, " + pages + " pages", set);
            System.out.printf(
                    "%.0f pages a second, %,d bytes, every round byte for byte the same: %s%n",
                    pages / median(set), bytes, same);
            chromium(drafts, pages);
        }
    }

    /** Prints every paper with headless Chromium, one process a paper and one process for all of them joined. */
    private static void chromium(List<Papers.Draft> drafts, int pages) throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory("papers");
        long bytes = 0;
        long start = System.nanoTime();
        for (Papers.Draft d : drafts) {
            Path xhtml = dir.resolve(d.paper().code() + ".xhtml");
            Files.write(xhtml, d.xhtml().getBytes(StandardCharsets.UTF_8));
            Path pdf = dir.resolve(d.paper().code() + ".pdf");
            print(xhtml, pdf);
            bytes += Files.size(pdf);
        }
        double took = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "Chromium, a process a paper: %.2f s, %.0f of our pages a second, %,d bytes%n",
                took, pages / took, bytes);
        var one = new StringBuilder();
        for (Papers.Draft d : drafts) {
            String x = d.xhtml();
            one.append(one.isEmpty() ? x.substring(0, x.indexOf("</body>")) : body(x));
        }
        Path xhtml = dir.resolve("all.xhtml");
        Files.writeString(xhtml, one + "</body></html>");
        Path pdf = dir.resolve("all.pdf");
        start = System.nanoTime();
        print(xhtml, pdf);
        took = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "Chromium, one process, all papers in one file: %.2f s, %.0f of our pages a second, %,d bytes%n",
                took, pages / took, Files.size(pdf));
    }

    private static String body(String xhtml) {
        int from = xhtml.indexOf('>', xhtml.indexOf("<body")) + 1;
        return "<div style=\"page-break-before: always\"></div>" + xhtml.substring(from, xhtml.indexOf("</body>"));
    }

    private static void print(Path xhtml, Path pdf) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-component-update",
                        "--disable-extensions",
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + pdf,
                        xhtml.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("chromium ended with " + exit);
        }
    }

    private static double median(List<Double> seconds) {
        var warm = new ArrayList<>(seconds.subList(seconds.size() / 3, seconds.size()));
        Collections.sort(warm);
        return warm.get(warm.size() / 2);
    }

    private static void print(String what, List<Double> seconds) {
        var warm = new ArrayList<>(seconds.subList(seconds.size() / 3, seconds.size()));
        System.out.printf(
                "%s: first %.2f s; warm median %.2f s, worst %.2f s%n",
                what, seconds.get(0), median(seconds), Collections.max(warm));
    }
}
