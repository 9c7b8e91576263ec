package bench;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.SamuraiDesk;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.nets.CountedStatements;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.rehearsal.Sample;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * SQL statements and milliseconds of every page of a deal, of the home page and the plan, as the lead manager reads them:
 * with the twelve samples, and with as many deals in all as the arguments say; those beyond the samples wait for their
 * route. The cost of a deal's page must not grow with the number of deals.
 */
public final class PagesBenchmark {

    private static final String DEAL = "KOR-2023";
    private static final List<String> PAGES = List.of(
            "/",
            "/plan?payment=2027-05-10",
            "/deals/" + DEAL,
            "/deals/" + DEAL + "/registration",
            "/deals/" + DEAL + "/calendar",
            "/deals/" + DEAL + "/clauses",
            "/deals/" + DEAL + "/papers",
            "/deals/" + DEAL + "/papers/amended-registration",
            "/deals/" + DEAL + "/book",
            "/deals/" + DEAL + "/prices",
            "/deals/" + DEAL + "/bids",
            "/deals/" + DEAL + "/history",
            "/deals/" + DEAL + "/members",
            "/deals/" + DEAL + "/entries/sounding",
            "/api/deals/" + DEAL);

    private static final int READINGS = 5;

    private PagesBenchmark() {}

    /** @param args numbers of deals in all, rising; without them 100 and 1000 */
    public static void main(String[] args) throws InterruptedException {
        List<Integer> numbers = args.length == 0
                ? List.of(100, 1000)
                : List.of(args).stream().map(Integer::valueOf).toList();
        try (var context = new SpringApplicationBuilder(SamuraiDesk.class, CountedStatements.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                                + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")) {
            int port = Integer.parseInt(context.getEnvironment().getProperty("local.server.port"));
            var lead = new Visitor(port, "lead", "samurai-demo");
            while (lead.get("/login?lang=en").body().contains("Sample deals are still being prepared")) {
                Thread.sleep(1_000);
            }
            var deals = context.getBean(DealBook.class);
            var desk = context.getBean(Desk.class);
            var rehearsal = context.getBean(Rehearsal.class);
            Sample sample = DeskTest.sample("SVN-2024");
            var columns = new ArrayList<List<String>>();
            columns.add(measured(lead, desk));
            var heads = new ArrayList<>(List.of(deals.ids().size() + " deals"));
            for (int wanted : numbers) {
                for (int i = deals.ids().size(); i < wanted; i++) {
                    rehearsal.open(
                            new Sample(sample.termSheet().with("dealId", "MORE-" + i), sample.outcome(), sample.assumed()));
                }
                columns.add(measured(lead, desk));
                heads.add(wanted + " deals");
            }
            System.out.println("| statements after a change, statements, ms | " + String.join(" | ", heads) + " |");
            System.out.println("|---|" + "---|".repeat(heads.size()));
            for (int page = 0; page < PAGES.size(); page++) {
                var cells = new ArrayList<String>();
                for (List<String> column : columns) {
                    cells.add(column.get(page));
                }
                System.out.println("| " + PAGES.get(page) + " | " + String.join(" | ", cells) + " |");
            }
        }
    }

    /**
     * Statements of the first reading after something was done on the deal and of a later one, and the milliseconds of the
     * fastest of the later ones. What is compiled once was compiled before.
     */
    private static List<String> measured(Visitor lead, Desk desk) {
        var cells = new ArrayList<String>();
        for (String page : PAGES) {
            read(lead, page);
            change(desk);
            CountedStatements.clear();
            read(lead, page);
            int first = CountedStatements.count();
            long least = Long.MAX_VALUE;
            for (int i = 0; i < READINGS; i++) {
                CountedStatements.clear();
                long start = System.nanoTime();
                read(lead, page);
                least = Math.min(least, System.nanoTime() - start);
            }
            cells.add(first + ", " + CountedStatements.count() + ", " + least / 1_000_000);
        }
        return cells;
    }

    /** An event at the head of the deal's trail. */
    private static void change(Desk desk) {
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        desk.upload(new DealId(DEAL), "text/plain", "note.txt", bytes, Cast.LEAD.person());
    }

    private static void read(Visitor lead, String page) {
        Visitor.Answer answer = page.startsWith("/api/") ? lead.read(page) : lead.get(page);
        if (answer.status() != 200) {
            throw new IllegalStateException(page + " answers " + answer.status());
        }
    }
}
