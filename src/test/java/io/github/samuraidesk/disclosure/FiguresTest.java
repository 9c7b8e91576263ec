package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.workflow.HumanTask;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every figure of a paper can be followed to its source, and no two papers of a deal disagree. */
class FiguresTest extends DeskTest {

    @Autowired
    private Papers papers;

    @Autowired
    private Blobs blobs;

    @Autowired
    private SumChecks sums;

    @Autowired
    private PaperLint lint;

    private String xhtml(DealId id, RenderedPaper paper) {
        return new String(blobs.find(id, paper.xhtmlSha256()).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void allPapersOfAPricedDealPrintTheSameFigures() {
        DealId id = openAndStopBefore("KOR-2023", HumanTask.ALLOCATE);
        var places = new ArrayList<Figures.Place>();
        papers.all(facts.of(id)).stream()
                .filter(p -> papers.isCurrent(facts.of(id), p))
                .forEach(p -> places.addAll(Figures.in(p.paper(), xhtml(id, p))));
        assertThat(Figures.disagreements(places)).isEmpty();
        assertThat(sums.of(facts.of(id))).isEmpty();
        assertThat(SumChecks.printed(places)).isEmpty();
        assertThat(places).extracting(Figures.Place::field).contains("gross", "costs", "net");
        var wrong = new ArrayList<>(places);
        wrong.replaceAll(p -> p.field().equals("costs") && p.paper() == Paper.PROSPECTUS
                ? new Figures.Place(p.paper(), p.field(), "1円", p.heading(), p.number())
                : p);
        assertThat(SumChecks.printed(wrong))
                .singleElement()
                .satisfies(f -> assertThat(f.code()).isEqualTo("netDiffers"));
        // the coupon of the 3-year tranche: 0.475 percent, toushi.kankei.me S100RSK4
        assertThat(places)
                .filteredOn(p -> p.field().equals("3Y.coupon") && !p.text().contains("未定"))
                .isNotEmpty()
                .allMatch(p -> p.text().equals("0.475"))
                .extracting(Figures.Place::paper)
                .contains(Paper.AMENDED_REGISTRATION, Paper.CONDITIONS_OF_BONDS, Paper.PROSPECTUS);
    }

    @Test
    void aFigureThatDiffersIsFoundWithBothPlaces() {
        String one = "<html><body><h2>募集要項</h2><p><span data-field=\"5Y.coupon\">0.98</span></p></body></html>";
        String other = "<html><body><h2>利息</h2><p><span data-field=\"5Y.coupon\">0.89</span></p></body></html>";
        String open = "<html><body><p><span data-field=\"5Y.coupon\">未定</span></p></body></html>";
        var places = new ArrayList<Figures.Place>();
        places.addAll(Figures.in(Paper.SECURITIES_REGISTRATION, open));
        places.addAll(Figures.in(Paper.PROSPECTUS, one));
        places.addAll(Figures.in(Paper.CONDITIONS_OF_BONDS, other));
        assertThat(Figures.disagreements(places)).singleElement().satisfies(d -> {
            assertThat(d.one().paper()).isEqualTo(Paper.PROSPECTUS);
            assertThat(d.other().text()).isEqualTo("0.89");
            assertThat(d.other().heading()).isEqualTo("利息");
        });
    }

    @Test
    void theLinterFindsWhatACarefulReaderFinds() {
        var sheet = sample("SVN-2024");
        DealId id = open("SVN-2024");
        String name = deals.termSheet(id).issuer().nameJa();
        String paper = "<html><body><p>払込日は２0日とする。</p><p>ｶﾀｶﾅの使用</p><p>2024年8月29日及び令和6年9月5日</p>"
                + "<p>令和5年（2024年）</p><p>100億円（9,000,000,000円）</p><p>" + name.charAt(0) + "・" + name.substring(1)
                + "</p><p>😀の絵</p><p>社債、株式等の振替に関する法律（平成13年法律第75号）</p></body></html>";
        List<PaperLint.Remark> remarks = lint.of(Paper.SECURITIES_REGISTRATION, paper, deals.termSheet(id));
        assertThat(remarks)
                .extracting(r -> r.rule() + " " + r.paragraph())
                .contains(
                        "mixedWidth 1",
                        "glossary 1",
                        "halfWidthKatakana 2",
                        "eraAmongWestern 3",
                        "eraIsNotTheYear 4",
                        "okuIsNotTheYen 5",
                        "nameSpelledOtherwise 6",
                        "notOnEdinet 7")
                .noneMatch(r -> r.endsWith(" 8"));
        assertThat(sheet).isNotNull();
    }

    @Test
    void thePapersOfTheProgramHaveNothingToRemark() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ALLOCATE);
        for (RenderedPaper p : papers.all(facts.of(id))) {
            assertThat(lint.of(p.paper(), xhtml(id, p), deals.termSheet(id)))
                    .as(p.paper().code())
                    .isEmpty();
        }
    }

    @Test
    void theJsonTwinOfAPaperIsItsDataByHash() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        for (RenderedPaper p : papers.all(facts.of(id))) {
            byte[] twin = blobs.find(id, p.dataSha256()).orElseThrow().bytes();
            assertThat(new String(twin, StandardCharsets.UTF_8)).contains("\"dealId\":\"" + id + "\"");
        }
    }
}
