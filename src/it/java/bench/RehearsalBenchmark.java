package bench;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.SamuraiDesk;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.rehearsal.Sample;
import java.util.ArrayList;
import java.util.Collections;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Rehearses the four tranches of KOR-2023 again and again in one process, papers included, and prints the seconds. */
public final class RehearsalBenchmark {

    private RehearsalBenchmark() {}

    public static void main(String[] args) {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        try (var context = new SpringApplicationBuilder(SamuraiDesk.class)
                .web(WebApplicationType.NONE)
                .profiles("rehearsal")
                .run()) {
            var rehearsal = context.getBean(Rehearsal.class);
            var facts = context.getBean(Facts.class);
            var papers = context.getBean(Papers.class);
            Sample sample = DeskTest.sample("KOR-2023");
            var seconds = new ArrayList<Double>();
            for (int run = 1; run <= runs; run++) {
                var one = new Sample(
                        sample.termSheet().with("dealId", "KOR-2023-B" + run), sample.outcome(), sample.assumed());
                long start = System.nanoTime();
                DealId id = rehearsal.open(one);
                int tasks = rehearsal.run(id, task -> false).size();
                double took = (System.nanoTime() - start) / 1e9;
                seconds.add(took);
                int pages = papers.all(facts.of(id)).stream().mapToInt(RenderedPaper::pages).sum();
                System.out.printf("run %d: %.2f s, %d tasks, %d papers, %d pages%n", run, took, tasks, papers.all(facts.of(id)).size(), pages);
            }
            var warm = new ArrayList<>(seconds.subList(runs / 3, runs));
            Collections.sort(warm);
            System.out.printf("first %.2f s; warm median %.2f s, worst %.2f s%n", seconds.get(0), warm.get(warm.size() / 2), warm.get(warm.size() - 1));
        }
    }
}
