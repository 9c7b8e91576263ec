package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.clause.Clause;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A template that asks for a fact nobody gives would print a dash and say nothing. */
class TemplateFieldsTest extends DeskTest {

    private static final Pattern ASKED = Pattern.compile("(d|t)\\.facts\\['([A-Za-z.]+)'\\]");

    @Autowired
    private PaperFacts paperFacts;

    @Autowired
    private Papers papers;

    @Autowired
    private JsonMapper json;

    private record Given(TreeSet<String> deal, TreeSet<String> tranche) {}

    private Given given() {
        var given = new Given(new TreeSet<>(), new TreeSet<>());
        Map<String, HumanTask> deals = new LinkedHashMap<>();
        // a statement with a tranche dropped since, a shelf, floaters with a call date, an RFP, and securities that
        // have been numbered
        deals.put("SVN-2024", HumanTask.ALLOCATE);
        deals.put("IDN-2018", HumanTask.RUN_BOOK);
        deals.put("BPCE-2015-T2", HumanTask.CONFIRM_CONDITIONS);
        for (var e : deals.entrySet()) {
            DealId id = openAndStopBefore(e.getKey(), e.getValue());
            for (Paper paper : Paper.values()) {
                PaperData data = paperFacts.of(facts.of(id), paper);
                given.deal().addAll(data.facts().keySet());
                data.tranches().forEach(t -> given.tranche().addAll(t.facts().keySet()));
            }
        }
        DealId selected = openAndStopBefore("SVN-2024", HumanTask.CHOOSE_SELECTION);
        desk.complete(
                selected, HumanTask.CHOOSE_SELECTION, null, FormValues.of("selection", "RFP"), Cast.ISSUER.person());
        rehearsal.run(selected, t -> t == HumanTask.OPEN_BIDS);
        script.entriesBefore(selected, HumanTask.OPEN_BIDS)
                .forEach(l -> desk.record(selected, l.entry(), l.values(), l.by().person()));
        desk.movePracticeTime(selected, clock.now(selected).plus(Duration.ofDays(4)), Cast.LEAD.person());
        rehearsal.run(selected, t -> t == HumanTask.HOLD_KICK_OFF);
        for (Paper paper : List.of(Paper.REQUEST_FOR_PROPOSALS, Paper.MANDATE_LETTER)) {
            given.deal().addAll(paperFacts.of(facts.of(selected), paper).facts().keySet());
        }
        return given;
    }

    @Test
    void everyFactThatATemplateOrAClauseAsksForIsGiven() throws IOException {
        Given given = given();
        var missing = new TreeSet<String>();
        try (var files = Files.list(Path.of("templates/documents"))) {
            for (Path file : files.toList()) {
                Matcher asked = ASKED.matcher(Files.readString(file));
                while (asked.find()) {
                    var known = asked.group(1).equals("d") ? given.deal() : given.tranche();
                    if (!known.contains(asked.group(2))) {
                        missing.add(file.getFileName() + ": " + asked.group(1) + " " + asked.group(2));
                    }
                }
            }
        }
        for (String figure : Clause.FIGURES) {
            if (!given.deal().contains(figure) && !given.tranche().contains(figure)) {
                missing.add("clause: " + figure);
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The machine's reader and the person's reader see the same. */
    @Test
    void everyFigureOfAPaperEqualsItsJsonTwin() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ALLOCATE);
        int figures = 0;
        for (Paper paper :
                List.of(Paper.AMENDED_REGISTRATION, Paper.PROSPECTUS, Paper.CONDITIONS_OF_BONDS, Paper.TERM_SHEET_EN)) {
            Papers.Draft draft = papers.draft(facts.of(id), paper);
            var twin = new LinkedHashMap<String, String>();
            collect(json.valueToTree(draft.data()), twin);
            for (Element e : Jsoup.parse(draft.xhtml(), "", Parser.xmlParser()).select("[data-field]")) {
                String field = e.attr("data-field");
                if (!e.text().equals("―")) {
                    assertThat(e.text()).as(paper + " " + field).isEqualTo(twin.get(field));
                    figures++;
                }
            }
        }
        assertThat(figures).isGreaterThan(100);
    }

    private static void collect(JsonNode node, Map<String, String> twin) {
        if (node.isObject() && node.has("field") && node.has("text")) {
            twin.put(node.path("field").asString(), node.path("text").asString().strip());
        }
        node.forEach(child -> collect(child, twin));
    }
}
