package io.github.samuraidesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.law.RulePack;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** Every field of the term sheet whose change may have to be filed has a name in every language, with values to match. */
class TermSheetWordsTest extends DeskTest {

    @Autowired
    private TermSheetWords words;

    @AfterEach
    void nobodyReads() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static void paths(String prefix, Class<?> type, List<String> into) {
        for (RecordComponent c : type.getRecordComponents()) {
            String path = prefix + c.getName();
            if (c.getType().isRecord()) {
                paths(path + ".", c.getType(), into);
            } else if (path.equals("tranches")) {
                into.add("tranches.3Y");
                paths("tranches.3Y.", Tranche.class, into);
            } else if (path.equals("managers")) {
                paths("managers.0.", TermSheet.Underwriter.class, into);
            } else if (path.equals("issuer.ratings")) {
                paths("issuer.ratings.0.", TermSheet.Rating.class, into);
            } else {
                into.add(path);
            }
        }
    }

    @Test
    void everyMaterialFieldIsNamed() {
        var paths = new ArrayList<String>();
        paths("", TermSheet.class, paths);
        List<String> material = paths.stream()
                .filter(p -> RulePack.builtIn().materialField(p).isPresent())
                .toList();
        assertThat(material).contains("dates.payment", "tranches.3Y.sizeYen", "shelf.plannedYen", "managers.0.lead");
        for (String language : List.of("en", "ja", "zh-CN", "zh-TW")) {
            LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
            assertThat(material)
                    .allSatisfy(path -> assertThat(words.field(path))
                            .as("%s in %s", path, language)
                            .isNotBlank()
                            .doesNotContain("field.", "??")
                            .isNotEqualTo(path)
                            .doesNotMatch(".*[a-z]\\.[a-z].*"));
        }
    }

    @Test
    void saysItAsTheFormDoes() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.field("slot:negativePledge")).isEqualTo("Negative pledge");
        assertThat(words.field("tranches.3Y.sizeYen")).isEqualTo("3Y Size (JPY billion)");
        assertThat(words.value("tranches.3Y.sizeYen", "45100000000")).isEqualTo("45.1");
        assertThat(words.field("managers.1.lead"))
                .isEqualTo("Lead managers and underwriters 2 Position (lead or co-manager)");
        assertThat(words.value("managers.1.lead", "false")).isEqualTo("Co-manager");
        assertThat(words.value("offering.transferLocked", "true")).isEqualTo("Yes");
        assertThat(words.value("dates.payment", "2024-09-05")).isEqualTo("2024-09-05");
        assertThat(words.value("issuer.homeCountry", "SI")).isEqualTo("SI");
    }
}
