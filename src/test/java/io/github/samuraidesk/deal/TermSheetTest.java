package io.github.samuraidesk.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.disclosure.Typesetter;
import io.github.samuraidesk.form.FormCheck;
import io.github.samuraidesk.form.FormValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bad term sheets: every fault at once, by field, and nothing half-saved. */
class TermSheetTest {

    private static final FormCheck CHECK = new FormCheck(new Typesetter()::canPrint);
    private final FormValues good = DeskTest.sample("SVN-2024").termSheet();

    private List<String> codes(FormValues values) {
        return TermSheetForm.check(values, CHECK).stream()
                .map(f -> f.field() + ":" + f.code())
                .toList();
    }

    private FormValues withTranche(String column, String value) {
        var rows = new ArrayList<>(good.tables().get("tranches"));
        var row = new LinkedHashMap<>(rows.get(0));
        row.put(column, value);
        rows.set(0, row);
        return good.withTable("tranches", rows);
    }

    @Test
    void aGoodSheetHasNoFaults() {
        assertThat(codes(good)).isEmpty();
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        FormValues bad = good.with("issuer.name", "x".repeat(300))
                .with("dates.payment", "2024-02-30")
                .with("issuer.homeCountry", "JP")
                .with("colour", "blue");
        assertThat(codes(bad))
                .contains(
                        "issuer.name:tooLong",
                        "dates.payment:notADate",
                        "issuer.homeCountry:issuerMustBeForeign",
                        "colour:unknownField");
    }

    @Test
    void impossibleDatesAreNamed() {
        assertThat(codes(good.with("dates.payment", "2024-08-01"))).contains("dates.payment:dateBefore");
        assertThat(codes(good.with("dates.pricing", "20244-08-01"))).contains("dates.pricing:notADate");
    }

    @Test
    void anUnusualSizeAsksForItsWords() {
        assertThat(codes(withTranche("sizeBillionYen", "451"))).contains("tranches[0].sizeInWords:sizeUnusual");
        var rows = new ArrayList<>(withTranche("sizeBillionYen", "451").tables().get("tranches"));
        Map<String, String> row = new LinkedHashMap<>(rows.get(0));
        row.put("sizeInWords", "四千五百十億円");
        rows.set(0, row);
        assertThat(codes(good.withTable("tranches", rows))).isEmpty();
    }

    @Test
    void aSizeThatIsNoWholeNumberOfBondsIsRefused() {
        assertThat(codes(withTranche("sizeBillionYen", "45.15")))
                .contains("tranches[0].denominationYen:denominationDoesNotDivide");
    }

    @Test
    void charactersThatCannotBePrintedAreRefused() {
        assertThat(codes(good.with("issuer.nameJa", "スロベニア😀"))).contains("issuer.nameJa:notPrintable");
        assertThat(codes(good.with("issuer.name", "Republic of Slovenia 😀"))).contains("issuer.name:notPrintable");
        assertThat(codes(good.with("issuer.nameJa", "ｽﾛﾍﾞﾆｱ"))).contains("issuer.nameJa:halfWidthKatakana");
        assertThat(codes(good.with("issuer.nameJa", "𠮷野共和国")))
                .contains("issuer.nameJa:notPrintable"); // U+20BB7 is in no document font
    }

    @Test
    void aYamlBombIsRefusedWithoutBeingExpanded() {
        var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'n'; c++) {
            bomb.append(c).append(": &").append(c).append(" [");
            for (int i = 0; i < 9; i++) {
                bomb.append(i == 0 ? "*" : ",*").append((char) (c - 1));
            }
            bomb.append("]\n");
        }
        assertThatThrownBy(() -> TermSheetYaml.read(bomb.toString()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("yamlUnreadable"));
    }

    @Test
    void aFileOfFiftyMegabytesIsRefused() {
        assertThatThrownBy(() -> TermSheetYaml.read("x".repeat(50_000_000)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("fileTooLarge"));
    }

    @Test
    void scalarsStayAsTheyWereWritten() {
        assertThat(TermSheetYaml.read("a: 0.750\nb: no\nc: 2024-08-13\n")
                        .values()
                        .values())
                .containsEntry("a", "0.750")
                .containsEntry("b", "no")
                .containsEntry("c", "2024-08-13");
    }

    @Test
    void aSourcedValueIsNeverReplacedByAnAssumption() {
        var assumed = new java.util.HashSet<String>();
        FormValues merged = TermSheetYaml.withAssumed(
                FormValues.of("a", "sourced"), FormValues.of("a", "assumed", "b", "assumed"), assumed);
        assertThat(merged.text("a")).isEqualTo("sourced");
        assertThat(assumed).containsExactly("b");
    }
}
