package io.github.samuraidesk.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Every paper is an archivable PDF/A-2u, and the figures of each tranche stand in its own section. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VeraPdfIT {

    private static final String LONG_FORM = "SVN-2024";
    private static final String SHELF = "IDN-2018";
    private static final String FLOATER = "BPCE-2015-T2";

    private final Map<Paper, byte[]> onePerType = new EnumMap<>(Paper.class);
    private byte[] amendedRegistration = new byte[0];

    @BeforeAll
    void rehearse() {
        try (Bench bench = Bench.onH2()) {
            // The floater first: where it has a paper too, its longer terms are the harder case.
            for (String sample : List.of(FLOATER, LONG_FORM, SHELF)) {
                bench.rehearseToItsEnd(sample);
                DealId id = new DealId(sample);
                DealFile deal = bench.bean(Facts.class).of(id);
                for (Paper p : Paper.values()) {
                    if (p.isOnDemand()) {
                        // nobody asks for these in a rehearsal; they are set in type from the same facts
                        onePerType.putIfAbsent(p, bench.bean(Papers.class).draft(deal, p).pdf());
                    }
                }
                for (RenderedPaper p : bench.bean(Papers.class).all(deal)) {
                    byte[] pdf = bench.bean(Blobs.class).find(id, p.pdfSha256()).orElseThrow().bytes();
                    onePerType.putIfAbsent(p.paper(), pdf);
                    if (sample.equals(LONG_FORM) && p.paper() == Paper.AMENDED_REGISTRATION) {
                        amendedRegistration = pdf;
                    }
                }
            }
        }
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void rehearsalsMakeEveryTypeOfPaper() {
        assertThat(onePerType.keySet()).containsExactlyInAnyOrder(Paper.values());
    }

    @TestFactory
    Stream<DynamicTest> everyTypeOfPaperConformsToPdfA2u() {
        return Arrays.stream(Paper.values())
                .filter(onePerType::containsKey)
                .map(p -> DynamicTest.dynamicTest(
                        p.code(), () -> assertThat(failedRules(onePerType.get(p), PDFAFlavour.PDFA_2_U))
                                .isEmpty()));
    }

    /** Tagged for readers who do not see the page: structure, language, titles. */
    @TestFactory
    Stream<DynamicTest> everyTypeOfPaperConformsToPdfUa1() {
        return Arrays.stream(Paper.values())
                .filter(onePerType::containsKey)
                .map(p -> DynamicTest.dynamicTest(
                        p.code(), () -> assertThat(failedRules(onePerType.get(p), PDFAFlavour.PDFUA_1))
                                .isEmpty()));
    }

    /** One line per failed rule: clause, test, place. */
    static List<String> failedRules(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            List<String> failed = result.getTestAssertions().stream()
                    .filter(a -> a.getStatus() == org.verapdf.pdfa.results.TestAssertion.Status.FAILED)
                    .map(a -> a.getRuleId().getClause() + " test " + a.getRuleId().getTestNumber() + ": "
                            + a.getMessage() + " at " + a.getLocation().getContext())
                    .distinct()
                    .toList();
            return result.isCompliant() || !failed.isEmpty() ? failed : List.of("not compliant");
        }
    }

    @Test
    void amendedRegistrationKeepsTheFiguresOfEachTrancheInItsOwnSection() throws IOException {
        String text = text(amendedRegistration);
        String first = between(text, "【募集債券（3Y）】", "【募集債券（5Y）】");
        String second = between(text, "【募集債券（5Y）】", "【手取金の使途】");
        assertThat(first).contains("0.750", "45,100,000,000円").doesNotContain("0.890", "4,900,000,000円");
        assertThat(second).contains("0.890", "4,900,000,000円").doesNotContain("0.750", "45,100,000,000円");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            // As read on the page: the typesetter paints what stands in a span after the line around it.
            stripper.setSortByPosition(true);
            // A line may break anywhere in Japanese text, so white space means nothing here.
            return stripper.getText(document).replaceAll("\\s", "");
        }
    }

    private static String between(String text, String start, String end) {
        assertThat(text).contains(start, end);
        int from = text.indexOf(start);
        return text.substring(from, text.indexOf(end, from));
    }
}
