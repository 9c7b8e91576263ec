package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Script;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No GET writes anything, and no script writes in another person's name. */
class ReadingWritesNothingTest extends DeskTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Map<String, Set<String>> content() {
        var content = new TreeMap<String, Set<String>>();
        for (String table : jdbc.sql("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'")
                .query(String.class)
                .list()) {
            var rows = new TreeSet<String>();
            jdbc.sql("SELECT * FROM \"" + table + "\"").query(rs -> {
                var row = new StringBuilder();
                for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
                    byte[] bytes = rs.getObject(i) instanceof byte[] b ? b : null;
                    row.append(bytes == null ? rs.getString(i) : Sha256.of(bytes))
                            .append('|');
                }
                rows.add(row.toString());
            });
            content.put(table, rows);
        }
        return content;
    }

    private List<String> addresses(DealId id) {
        RenderedPaper paper = facts.of(id).current(RenderedPaper.FACT).get(0);
        Map<String, String> known = Map.of(
                "id", id.value(),
                "task", HumanTask.REVIEW_PAPERS.id(),
                "entry", Entry.COMMENT.id(),
                "form", Entry.COMMENT.id(),
                "code", Paper.TERM_SHEET_JA.code(),
                "sha256", paper.pdfSha256(),
                "stage", "STATEMENT",
                "trancheId", "3Y",
                "kind", "ics",
                "clause", "prescription");
        var addresses = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().stream()
                .filter(m -> m.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(m -> m.getPatternValues().stream())
                .filter(p -> p.contains("{id}"))
                .forEach(p -> {
                    String address = p;
                    for (var name : known.entrySet()) {
                        address = address.replaceAll("\\{" + name.getKey() + "(:[^}]*)?}", name.getValue());
                    }
                    addresses.add(address);
                });
        // tasks and entries by one address each have forms of their own
        for (HumanTask task : HumanTask.values()) {
            addresses.add("/deals/" + id + "/tasks/" + task.id());
            addresses.add("/api/deals/" + id + "/script/" + task.id());
            addresses.add("/api/deals/" + id + "/script/" + task.id() + "/values");
        }
        for (Entry entry : Entry.values()) {
            addresses.add("/deals/" + id + "/entries/" + entry.id());
        }
        assertThat(addresses)
                .as("a name in an address that this test does not know")
                .noneMatch(a -> a.contains("{"));
        return List.copyOf(addresses);
    }

    @Test
    void noGetOfADealWritesAnything() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        List<String> addresses = addresses(id);
        assertThat(addresses).hasSizeGreaterThan(100);
        for (Cast reader : List.of(Cast.LEAD, Cast.COUNSEL)) {
            var visitor = new Visitor(port, reader.person().value(), PASSWORD);
            // signing in is an event of the house, once by the form and once by Basic
            visitor.get("/deals/" + id);
            visitor.read("/api/deals/" + id + "/gates");
            Map<String, Set<String>> before = content();
            for (String address : addresses) {
                if (address.startsWith("/api/")) {
                    visitor.read(address);
                } else {
                    visitor.get(address);
                }
            }
            Map<String, Set<String>> after = content();
            assertThat(after.keySet()).isEqualTo(before.keySet());
            // table by table, so that a failure names the row
            after.forEach((table, rows) -> assertThat(rows)
                    .as("what reading as " + reader + " changed in " + table)
                    .isEqualTo(before.get(table)));
        }
    }

    @Test
    void theScriptSaysWhichFilesToStoreAndStoresNone() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        int before = desk.history(id).size();
        Script.Filled filled = script.filled(id, HumanTask.HOLD_KICK_OFF);
        assertThat(filled.files()).extracting(Script.ScriptFile::field).contains("mandateLetter", "workingGroupList");
        assertThat(filled.values().text("mandateLetter"))
                .isEqualTo(filled.files().get(0).sha256());
        assertThat(desk.history(id)).hasSize(before);
    }

    @Test
    void fillingAFormFromTheScriptWritesInNobodyElsesName() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        long seq = desk.history(id).size();
        var partner = new Visitor(port, Cast.PARTNER.person().value(), PASSWORD);
        String page = "/deals/" + id + "/tasks/draftPapers";
        Visitor.Answer answer = partner.submit(page, Map.of("action", "script"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("counsel");
        assertThat(desk.history(id).stream().filter(e -> e.seq() > seq))
                .extracting(e -> e.person())
                .containsOnly("partner");
    }
}
