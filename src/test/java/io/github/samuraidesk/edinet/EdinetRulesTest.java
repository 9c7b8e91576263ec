package io.github.samuraidesk.edinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EdinetRulesTest {

    @Test
    void readsTheBuiltInRules() {
        EdinetRules rules = EdinetRules.builtIn();
        assertThat(rules.all()).hasSize(36).allSatisfy(rule -> {
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.ecCode()).matches("(EC\\d{4}E( |$))*");
        });
        assertThat(rules.number("E001", "maxBytes")).isEqualTo(104_857_600);
        assertThat(rules.rule("E020").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void refusesATableWithoutAColumn() {
        refused(builtIn().replaceFirst(",mend_ja", ",mend"), "column mend_ja is missing");
        refused("", "is missing");
    }

    @Test
    void refusesARuleWithoutSource() {
        refused(builtIn() + "E099,file,error,a,b,c,d,,,\n", "E099: no source");
    }

    @Test
    void refusesADuplicateRule() {
        refused(builtIn() + "E003,file,error,a,b,c,d,,,S:X\n", "E003: duplicate rule_id");
    }

    @Test
    void refusesAnUnknownSeverity() {
        refused(builtIn() + "E099,file,fatal,a,b,c,d,,,S:X\n", "E099: unknown severity fatal");
    }

    @Test
    void refusesParametersThatCannotBeRead() {
        refused(builtIn().replace("maxBytes=2621440", "maxBytes=2.5MB"), "E007: parameter maxBytes is no number");
        refused(builtIn().replace("maxBytes=2621440", "maxBytes=-1"), "E007: parameter maxBytes is no number");
        refused(builtIn().replace("name=^\\d{7}_", "name=^\\d{7_"), "E023: parameter name is no pattern");
        refused(builtIn().replace("charset=windows-31j", "charset=klingon"), "E029: parameter charset is no charset");
        refused(builtIn().replace("maxBytes=307200", ""), "E018: parameter maxBytes is missing");
        refused(builtIn().replace("max=1,", "max=1;min=0,"), "E010: unknown parameter min");
    }

    @Test
    void namesEveryFaultAtOnce() {
        String csv = builtIn().replace("maxBytes=2621440", "maxBytes=x") + "E099,file,error,a,b,c,d,,,\n";
        refused(csv, "E007");
        refused(csv, "E099");
    }

    @Test
    void refusesAMissingRule() {
        refused(builtIn().replaceFirst("\nE003,[^\n]*", ""), "rule E003 is missing");
    }

    @Test
    void followsAChangeOfTheData() {
        EdinetRules rules = EdinetRules.read(
                builtIn().replace("applet embed", "center applet embed").getBytes(StandardCharsets.UTF_8));
        byte[] zip = Filing.stateRegistration()
                .into(Filing.SUB, "<center>a</center>")
                .zip();
        assertThat(new PackageCheck(EdinetRules.builtIn()).check(zip).isClean()).isTrue();
        assertThat(new PackageCheck(rules).check(zip).hasErrors()).isTrue();
    }

    @Test
    void saysTheSameInBothLanguages() throws IOException {
        EdinetMessages en = EdinetMessages.of(Locale.ENGLISH);
        EdinetMessages ja = EdinetMessages.of(Locale.JAPANESE);
        assertThat(en.keys()).isEqualTo(ja.keys());
        Properties english = texts("en");
        Properties japanese = texts("ja");
        for (String key : en.keys()) {
            assertThat(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(japanese.getProperty(key)).getFormatsByArgumentIndex());
        }
    }

    private static Properties texts(String language) throws IOException {
        try (InputStream in = EdinetRulesTest.class.getResourceAsStream("/i18n/edinet_" + language + ".properties")) {
            var texts = new Properties();
            texts.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        }
    }

    private static void refused(String csv, String says) {
        assertThatThrownBy(() -> EdinetRules.read(csv.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    private static String builtIn() {
        try (InputStream in = EdinetRules.class.getResourceAsStream("/rules/pack/edinet-rules.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
