package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A paper's preparers follow from the fields that its template asks for, so none may be asked for in another form. */
class AskedFieldsTest {

    @Test
    void fieldsOfFragmentsCountAndThoseOfOtherFragmentsDoNot() {
        Map<String, String> texts = Map.of(
                "documents/a",
                "<p><b th:text=\"${d.facts['one'].text}\"/><i th:replace=\"~{documents/parts :: used(${t.facts['two']})}\"/></p>",
                "documents/parts",
                "<p><b th:fragment=\"used(x)\"><i th:each=\"c : ${t.coupons}\"/><i th:replace=\"~{documents/parts :: inner}\"/></b>"
                        + "<b th:fragment=\"inner\">${d.slot('x')}</b><b th:fragment=\"usedNot\">${d.facts['three']}</b></p>");
        assertThat(AskedFields.of("documents/a", texts::get))
                .isEqualTo(new AskedFields(
                        new TreeSet<>(Set.of("one", "slots")), new TreeSet<>(Set.of("two", "coupons"))));
    }

    @Test
    void aPaperAsksForWhatItPrints() {
        assertThat(AskedFields.of(TemplateSet.fromClassPath(), Paper.PROSPECTUS).deal())
                .contains("issuerNameJa", "payment", "net", "slots")
                .doesNotContain("underwriters", "conditions", "partTwo", "bidFee");
        assertThat(AskedFields.of(TemplateSet.fromClassPath(), Paper.PROSPECTUS).tranche())
                .contains("coupon", "commitments", "sections");
        assertThat(AskedFields.of(TemplateSet.fromClassPath(), Paper.MANDATE_LETTER)
                        .deal())
                .contains("underwriters", "bidFee");
        assertThat(AskedFields.of(TemplateSet.fromClassPath(), Paper.SECURITIES_REGISTRATION)
                        .deal())
                .contains("partTwo", "submitted");
        assertThat(AskedFields.of(TemplateSet.fromClassPath(), Paper.AGENCY_SCHEDULE)
                        .tranche())
                .doesNotContain("commitments");
        assertThat(AskedFields.of(TemplateSet.fromClassPath(), Paper.CLOSING_MEMORANDUM)
                        .deal())
                .contains("funds", "conditions");
        assertThat(AskedFields.of(TemplateSet.fromClassPath(), Paper.WITHDRAWAL_REQUEST)
                        .deal())
                .contains("ownText");
    }

    /** Every way in which a template names the data is one that is counted, or names what no person says. */
    @Test
    void templatesNameTheDataInNoOtherWay() throws IOException {
        Pattern named = Pattern.compile("\\b([dt])\\.([a-zA-Z]+)");
        var other = new TreeSet<String>();
        try (var files = Files.list(Path.of("templates/documents"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                if (file.getFileName().toString().equals("redline.html")) {
                    continue;
                }
                named.matcher(text)
                        .results()
                        .map(m -> m.group(1) + "." + m.group(2))
                        .forEach(other::add);
                assertThat(Pattern.compile("[^dt]\\.facts\\b|facts\\[[^']|\\bfacts\\.")
                                .matcher(text)
                                .results()
                                .toList())
                        .as(file.toString())
                        .isEmpty();
            }
        }
        assertThat(other)
                .containsExactlyInAnyOrder(
                        "d.facts",
                        "d.underwriters",
                        "d.ratings",
                        "d.conditions",
                        "d.timetable",
                        "d.funds",
                        "d.ownText",
                        "d.slot",
                        "d.hasSlot",
                        "t.facts",
                        "t.coupons",
                        "t.commitments",
                        "t.sections",
                        // a tranche's name and place, and all of them
                        "d.tranches",
                        "t.id",
                        "t.number",
                        // of the deal, its rule pack and its route
                        "d.dealId",
                        "d.practice",
                        "d.rulePack",
                        "d.ordinance",
                        "d.ordinanceCode",
                        "d.formNo",
                        "d.formCode",
                        "d.finalFormNo",
                        "d.finalFormCode",
                        "d.shelfRoute",
                        "d.method",
                        // words chosen by the kind of issuer
                        "d.state");
    }
}
