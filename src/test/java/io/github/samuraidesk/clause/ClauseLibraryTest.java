package io.github.samuraidesk.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.TermSheetForm;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.rehearsal.Sample;
import io.github.samuraidesk.review.TwinNumbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The clauses that the program comes with: whole, level in both languages, and each printed by some real deal. */
class ClauseLibraryTest {

    private static final List<String> SAMPLES = List.of(
            "SVN-2024",
            "KOR-2023",
            "IDN-2023",
            "IDN-2024",
            "IDN-2018",
            "BPCE-2015-T2",
            "KEXIM-2018",
            "BRK-2023A",
            "HUN-2022",
            "PHL-2019",
            "RENAULT-S19-2017",
            "CASA-2025");

    private static TermSheet sheet(String name, Map<String, String> everyTranche) {
        Sample sample = DeskTest.sample(name);
        FormValues v = sample.termSheet();
        var rows = new ArrayList<Map<String, String>>();
        for (Map<String, String> row : v.tables().get("tranches")) {
            var changed = new LinkedHashMap<>(row);
            changed.putAll(everyTranche);
            rows.add(changed);
        }
        var tables = new LinkedHashMap<>(v.tables());
        tables.put("tranches", rows);
        return TermSheetForm.termSheet(new FormValues(v.values(), tables), new HashSet<>());
    }

    private static TreeSet<String> possible(TermSheet sheet) {
        var ids = new TreeSet<String>();
        for (Clause c : ClauseLibrary.builtIn().clauses()) {
            if (sheet.tranches().stream().anyMatch(t -> Condition.hold(c.when(), sheet, t))) {
                ids.add(c.id());
            }
        }
        return ids;
    }

    /** The twelve samples, and a retail bond of Renault's and day rules that no sample has: every branch is taken. */
    @Test
    void everyClauseIsHitBySomeGoldenDeal() {
        var hit = new TreeSet<String>();
        SAMPLES.forEach(name -> hit.addAll(possible(sheet(name, Map.of()))));
        hit.addAll(possible(sheet("RENAULT-S19-2017", Map.of("retail", "yes", "denominationYen", "1000000"))));
        for (String rule : List.of("PRECEDING", "MODIFIED_FOLLOWING", "UNADJUSTED", "FOLLOWING")) {
            hit.addAll(possible(sheet("SVN-2024", Map.of("dayRule", rule))));
        }
        for (String method : List.of("ACTUAL_365", "HALF_YEAR_PRO_RATA")) {
            hit.addAll(possible(sheet("SVN-2024", Map.of("oddPeriodMethod", method))));
        }
        for (String start : List.of("PAYMENT_DATE", "DAY_AFTER_PAYMENT")) {
            hit.addAll(possible(sheet("SVN-2024", Map.of("accrualStart", start))));
        }
        var all = new TreeSet<String>();
        ClauseLibrary.builtIn().clauses().forEach(c -> all.add(c.id()));
        assertThat(hit).isEqualTo(all);
    }

    @Test
    void aSubordinatedBankBondHasNoNegativePledgeButABailIn() {
        TermSheet bpce = sheet("BPCE-2015-T2", Map.of());
        assertThat(possible(bpce))
                .contains(
                        "subordination", "bailIn", "subordinatedAcceleration", "regulatory", "interestFixedToFloating")
                .doesNotContain("negativePledge", "eventsOfDefault", "waiverOfImmunity", "labelOfProceeds");
        assertThat(possible(sheet("HUN-2022", Map.of())))
                .contains("negativePledge", "waiverOfImmunity", "labelOfProceeds")
                .doesNotContain("bailIn", "regulatory");
    }

    /** A wrong digit in a translation is the end of trust. */
    @Test
    void bothTwinsOfEveryClauseSayTheSameNumbers() {
        for (Clause c : ClauseLibrary.builtIn().clauses()) {
            assertThat(TwinNumbers.differences(c.ja(), c.en())).as(c.id()).isEmpty();
        }
    }

    /** A reader can follow every source: its key is in the rule pack, or it says how sure general knowledge is. */
    @Test
    void everySourceIsInTheRulePackOrSaysItsConfidence() {
        for (Clause c : ClauseLibrary.builtIn().clauses()) {
            Matcher key = Pattern.compile("S:([A-Z0-9-]+)").matcher(c.source());
            boolean said = c.source().matches(".*GK-(high|med|low).*");
            while (key.find()) {
                assertThat(RulePack.builtIn().sources()).as(c.id()).containsKey(key.group(1));
                said = true;
            }
            assertThat(said).as(c.id() + " " + c.source()).isTrue();
        }
    }

    @Test
    void everyClauseHasASourceAndAReason() {
        assertThat(ClauseLibrary.builtIn().clauses())
                .allMatch(c -> !c.source().isBlank()
                        && !c.reason().isBlank()
                        && !c.owner().isBlank());
    }

    @Test
    void aBrokenLibraryNamesEveryFaultAtOnce() {
        assertThatThrownBy(() -> ClauseLibrary.read("""
                        sections:
                          - {number: "1", ja: "総額", en: "Amount"}
                        clauses:
                          - {id: one, section: "9", version: "x", owner: h, effective: "2026-13-01", use: SOMETIMES, when: {weather: ["fine"]}, reason: r, source: s, ja: "{amuont}", en: "e"}
                          - {id: one, section: "1", version: "1", owner: "", effective: "2026-01-01", use: REQUIRED, reason: r, source: s, slot: "yes", ja: "text", en: ""}
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no figure {amuont}")
                .hasMessageContaining("no section 9")
                .hasMessageContaining("not a number: x")
                .hasMessageContaining("not a date: 2026-13-01")
                .hasMessageContaining("not SOMETIMES")
                .hasMessageContaining("no condition weather")
                .hasMessageContaining("an id is one word, once")
                .hasMessageContaining("owner is missing")
                .hasMessageContaining("a slot holds no text");
    }
}
