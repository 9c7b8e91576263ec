package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.rehearsal.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Pages speak in words: no reader of Japanese or Chinese meets a code of the program, whoever reads and at what stage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibleWordsTest extends DeskTest {

    private static final String ADMINISTRATOR = "visible-words-administrator";

    /** A code such as NOT_HELD, a key such as couponPercent, a wording that is missing such as page.forecast. */
    private static final Pattern CODE = Pattern.compile(
            "\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b"
                    + "|(?<![A-Za-z0-9./_-])[a-z]+[a-z0-9]*[A-Z][A-Za-z0-9]*(?![A-Za-z0-9_.-]*\\.[a-z])"
                    + "|\\b(?:page|field|choice|role|task|entry|finding|house|event|rule|count|step|gate)\\.[A-Za-z][A-Za-z0-9.]*");

    /** Whole texts that are codes although they look like words. */
    private static final Set<String> WHOLE = Set.of("true", "false", "yes", "no", "FORM", "HELD", "PASS");

    /** What is meant to be read as it stands, with the reason. */
    private static final List<Pattern> ALLOWED = List.of(
            // names as their owners write them
            Pattern.compile("iCalendar|bpmn|i-spread|openGamma|eSignature"),
            // fields of the EDINET API by the names that its specification gives them
            Pattern.compile("parentDocID|currentReportReason"),
            // JASDEC names its own forms so (共通_S01, SB_S11)
            Pattern.compile("SB_S[0-9x-]+"));

    /**
     * Elements whose text is a thing itself: a fact's body as the trail sealed it, which auditors compare with the evidence
     * pack; a hash; a figure of the clause library, which its authors write by that name.
     */
    private static final String NOT_WORDS =
            "script, style, template, iframe, svg, .stored-body, .hash, .secret, code.fig";

    @Autowired
    private Papers papers;

    @Autowired
    private RulePacks packs;

    @Autowired
    private PasswordEncoder encoder;

    private final List<DealId> stages = new ArrayList<>();

    @BeforeEach
    void stages() {
        if (!stages.isEmpty()) {
            return;
        }
        people.add(
                new Person(ADMINISTRATOR, "Administrator", "管理者", encoder.encode(PASSWORD), true, false, false, null));
        stages.add(openAndStopBefore("IDN-2023", HumanTask.CONFIRM_ROUTE));
        stages.add(openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK));
        DealId done = open("IDN-2018");
        rehearsal.run(done, t -> false);
        stages.add(done);
    }

    private Stream<String> addresses(String reader) {
        var house = new ArrayList<>(List.of(
                "/",
                "/deals/new",
                "/routes",
                "/plan",
                "/check-edinet",
                "/clauses",
                "/rules",
                "/method",
                "/account/password"));
        packs.all().forEach(p -> house.add("/rules?pack=" + p.sha256()));
        packs.all().forEach(p -> house.add("/rules/" + p.sha256() + "/impact"));
        if (reader.equals(ADMINISTRATOR)) {
            house.addAll(List.of("/people", "/people/events"));
            return house.stream();
        }
        return Stream.concat(house.stream(), stages.stream().flatMap(id -> ofDeal(id)));
    }

    private Stream<String> ofDeal(DealId id) {
        var pages = new ArrayList<String>();
        for (String tab : List.of(
                "",
                "/registration",
                "/calendar",
                "/clauses",
                "/papers",
                "/book",
                "/prices",
                "/bids",
                "/history",
                "/members")) {
            pages.add("/deals/" + id + tab);
        }
        for (Paper paper : List.of(Paper.SECURITIES_REGISTRATION, Paper.SHELF_SUPPLEMENT, Paper.CONDITIONS_OF_BONDS)) {
            papers.find(facts.of(id), paper).ifPresent(p -> {
                pages.add("/deals/" + id + "/papers/" + paper.code());
                pages.add("/deals/" + id + "/papers/" + paper.code() + "/figures");
            });
        }
        deals.liveTranches(id).stream().limit(1).forEach(t -> pages.add("/deals/" + id + "/tranches/" + t.id()));
        process.openTasks(id)
                .forEach(t -> pages.add("/deals/" + id + "/tasks/" + t.task().id()));
        for (Entry entry : List.of(Entry.ORDER, Entry.ASK_OVERRIDE, Entry.CHANGE_TRANCHE, Entry.REMAKE_PAPERS)) {
            pages.add("/deals/" + id + "/entries/" + entry.id());
        }
        return pages.stream();
    }

    /** Text of a page outside of what is a thing itself. */
    private static List<String> texts(Document page) {
        var texts = new ArrayList<String>();
        page.select(NOT_WORDS).remove();
        for (Element e : page.body().getAllElements()) {
            for (TextNode node : e.textNodes()) {
                if (!node.text().isBlank()) {
                    texts.add(node.text().strip());
                }
            }
        }
        return texts;
    }

    private static Set<String> codes(String text, Set<String> ids) {
        var found = new TreeSet<String>();
        if (WHOLE.contains(text)) {
            found.add(text);
        }
        Matcher m = CODE.matcher(text);
        while (m.find()) {
            String code = m.group();
            if (ids.stream().noneMatch(id -> id.contains(code) || code.contains(id))
                    && ALLOWED.stream().noneMatch(a -> a.matcher(code).matches())) {
                found.add(code);
            }
        }
        return found;
    }

    @Test
    void noCodeOfTheProgramStandsOnAPage() {
        var found = new TreeSet<String>();
        var ids = new TreeSet<String>();
        stages.forEach(id -> ids.add(id.value()));
        for (String reader : List.of(
                Cast.LEAD.person().value(),
                Cast.COUNSEL.person().value(),
                Cast.AUDITOR.person().value(),
                ADMINISTRATOR)) {
            var visitor = new Visitor(port, reader, PASSWORD);
            for (String language : List.of("ja", "zh-CN")) {
                visitor.get("/?lang=" + language);
                addresses(reader).forEach(address -> {
                    Visitor.Answer answer = visitor.get(address);
                    if (answer.status() != 200) {
                        return;
                    }
                    for (String text : texts(Jsoup.parse(answer.body()))) {
                        codes(text, ids)
                                .forEach(code -> found.add(code + " on " + address.replaceAll("[0-9a-f]{64}", "…")
                                        + " (" + language + "): " + text.substring(0, Math.min(90, text.length()))));
                    }
                });
            }
        }
        assertThat(found).isEmpty();
    }
}
