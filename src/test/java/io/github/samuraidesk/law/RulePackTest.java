package io.github.samuraidesk.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.law.PackImpact.Kind;
import io.github.samuraidesk.law.PackImpact.Move;
import io.github.samuraidesk.registration.Filing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A pack is read whole or refused whole; each test spoils one copy of the pack that comes with the program. */
class RulePackTest {

    private static final RulePack BUILT_IN = RulePack.builtIn();

    /** The files of the built-in pack, to be spoiled. */
    private static final class Copy {

        private final Map<String, byte[]> files = new TreeMap<>(BUILT_IN.files());

        private String text(String file) {
            return new String(files.get(file), StandardCharsets.UTF_8);
        }

        Copy with(String file, String text) {
            files.put(file, text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Copy changing(String file, String was, String is) {
            assertThat(text(file).split(java.util.regex.Pattern.quote(was), -1))
                    .as("%s must hold %s once", file, was)
                    .hasSize(2);
            return with(file, text(file).replace(was, is));
        }

        Copy adding(String file, String row) {
            String text = text(file);
            return with(file, (text.endsWith("\n") ? text : text + "\n") + row + "\n");
        }

        Copy without(String file) {
            files.remove(file);
            return this;
        }

        /** Line of the file on which a text stands, from 1. */
        int line(String file, String beginning) {
            List<String> lines = text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith(beginning)) {
                    return i + 1;
                }
            }
            throw new IllegalArgumentException(beginning);
        }

        int lastLineOf(String file, String beginning) {
            List<String> lines = text(file).lines().toList();
            int last = 0;
            for (int i = 0; i < lines.size(); i++) {
                last = lines.get(i).startsWith(beginning) ? i + 1 : last;
            }
            return last;
        }

        int lastLine(String file) {
            return (int) text(file).lines().count();
        }

        RulePack read() {
            return RulePack.read(files);
        }

        List<Finding> faults() {
            Refused refused = catchThrowableOfType(Refused.class, this::read);
            assertThat(refused).as("the pack was taken").isNotNull();
            return refused.findings();
        }
    }

    private static void assertOnly(List<Finding> faults, String code, String place) {
        assertThat(faults).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(code);
            assertThat(f.args().get(0)).isEqualTo(place);
            assertThat(f.field()).isEqualTo("pack");
        });
    }

    @Test
    void theBuiltInPackReads() {
        assertThat(BUILT_IN.sha256()).matches("[0-9a-f]{64}");
        assertThat(BUILT_IN.files().keySet()).containsAll(RulePack.FILES).containsAll(RulePack.LATER_FILES);
        assertThat(BUILT_IN.head().id()).isNotBlank();
        assertThat(BUILT_IN.routes()).extracting(RulePack.RouteRow::route).containsExactlyInAnyOrder(Route.values());
        assertThat(BUILT_IN.clock("K01").value()).isEqualTo(15); // 02-clocks.md, K01
        assertThat(BUILT_IN.clock("K01").shortLeastGovernmentDays()).isEqualTo(4); // S:GL8-2
        assertThat(BUILT_IN.clock("K17").enforced()).isFalse(); // GK-low
        assertThat(BUILT_IN.gates()).extracting(RulePack.GateRow::id).contains("G1", "G13");
    }

    @Test
    void theSameFilesGiveTheSameNameAndAnotherByteAnother() {
        assertThat(new Copy().read().sha256()).isEqualTo(BUILT_IN.sha256());
        assertThat(new Copy()
                        .adding("misconceptions.csv", "X99,a,b,c,d,GK-high")
                        .read()
                        .sha256())
                .isNotEqualTo(BUILT_IN.sha256());
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        var copy = new Copy();
        copy.with("gates.csv", "\ufeff" + copy.text("gates.csv"));
        assertThat(copy.read().gates()).isEqualTo(BUILT_IN.gates());
    }

    @Test
    void everyFileIsNeeded() {
        for (String file : RulePack.FILES) {
            assertOnly(new Copy().without(file).faults(), "packFileMissing", file);
        }
    }

    @Test
    void aFileTooManyIsRefused() {
        assertOnly(new Copy().with("notes.txt", "x").faults(), "packFileUnknown", "notes.txt");
    }

    @Test
    void aColumnMissingIsNamed() {
        var faults = new Copy().changing("gates.csv", "title_en", "heading").faults();
        assertOnly(faults, "packColumnMissing", "gates.csv:1 title_en");
    }

    @Test
    void aRowNobodyVouchesForIsRefused() {
        var copy = new Copy().adding("misconceptions.csv", "X99,a,b,c,d,somebody said so");
        int line = copy.lastLine("misconceptions.csv");
        assertOnly(copy.faults(), "packRowWithoutSource", "misconceptions.csv:" + line + " basis");
    }

    @Test
    void aSourceThePackDoesNotListIsRefused() {
        var copy = new Copy().adding("misconceptions.csv", "X99,a,b,c,d,S:NOBODY");
        var faults = copy.faults();
        assertOnly(faults, "packSourceUnknown", "misconceptions.csv:" + copy.lastLine("misconceptions.csv") + " basis");
        assertThat(faults.get(0).args()).containsExactly(faults.get(0).args().get(0), "NOBODY");
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        var copy = new Copy().changing("clocks.csv", ",15,7,4,,yes,S:GL8-2", ",fifteen,7,4,,yes,S:GL8-2");
        var faults = copy.faults();
        assertOnly(faults, "packCellWrong", "clocks.csv:" + copy.line("clocks.csv", "K01") + " value");
        assertThat(faults.get(0).args()).contains("fifteen");
    }

    @ParameterizedTest
    @CsvSource({
        "thresholds.csv, T-BOND-RECORD, 10000000000;JPY, 10.000.000.000;JPY, value",
        "taxes.csv, 'X-DEFENCE', ',1,income', ',one,income', rate",
        "timetable.csv, 'SRS,S11', -3;bd, three;bd, offset",
        "timetable.csv, 'SRS,S11', -3;bd, -3;days, unit",
        "jasdec-checklist.csv, J03, -20, x20, offset_bd",
        "windows.csv, W01, 03-16, 03-32, from_mmdd",
        "routes.csv, QII, QII;;;any;4;1, QII;;;any;four;1, lead_weeks",
        "forms.csv, 'foreign_company,NOTICE,Securities', 第六号様式;060000, 第六号様式;6000, edinet_form_code",
    })
    void aCellThatCannotBeReadIsNamedByLineAndColumn(String file, String row, String was, String is, String column) {
        var copy = new Copy();
        List<String> lines = copy.text(file).lines().toList();
        int at = copy.line(file, row);
        String line = lines.get(at - 1);
        String changed = line.replaceFirst(
                java.util.regex.Pattern.quote(was.replace(';', ',')),
                java.util.regex.Matcher.quoteReplacement(is.replace(';', ',')));
        assertThat(changed).isNotEqualTo(line);
        copy.changing(file, line, changed);
        assertOnly(copy.faults(), "packCellWrong", file + ":" + at + " " + column);
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        assertOnly(
                new Copy()
                        .changing("pack.csv", "2026-11-29,2026-11-29,,", "2026-11-29,2026-11-31,,")
                        .faults(),
                "packCellWrong",
                "pack.csv:2 valid_from");
        assertOnly(
                new Copy()
                        .adding("holiday-changes.csv", "24/11/2026,ADDED,特別の休日,GK-high")
                        .faults(),
                "packCellWrong",
                "holiday-changes.csv:2 date");
        assertOnly(
                new Copy()
                        .adding("holiday-changes.csv", "2026-11-24,MOVED,特別の休日,GK-high")
                        .faults(),
                "packCellWrong",
                "holiday-changes.csv:2 change");
    }

    @ParameterizedTest
    @CsvSource({
        "clocks.csv, K02",
        "gates.csv, G4",
        "misconceptions.csv, X1",
        "sources.csv, FIEA7",
        "windows.csv, W02",
        "routes.csv, QII",
        "material-changes.csv, costs.",
        "jasdec-checklist.csv, J03",
    })
    void anIdThatStandsTwiceIsRefused(String file, String id) {
        var copy = new Copy();
        String row = copy.text(file).lines().toList().get(copy.line(file, id) - 1);
        assertOnly(copy.adding(file, row).faults(), "packRowTwice", file + " " + id);
    }

    @Test
    void aFormThatStandsTwiceUnderOneOrdinanceIsRefused() {
        var copy = new Copy();
        String row = copy.text("forms.csv").lines().toList().get(1);
        assertOnly(copy.adding("forms.csv", row).faults(), "packRowTwice", "forms.csv 010/060000");
    }

    @Test
    void valuesThatHoldOnTheSameDayAreRefused() {
        var copy = new Copy().changing("thresholds.csv", "6,months,,2021-12-31", "6,months,,2022-01-01");
        var faults = copy.faults();
        int line = copy.lastLineOf("thresholds.csv", "T-SMALL-LOOKBACK");
        assertOnly(faults, "packValidityOverlaps", "thresholds.csv:" + line + " T-SMALL-LOOKBACK");
        assertThat(faults.get(0).args()).endsWith(String.valueOf(line - 1));
    }

    @Test
    void aValueThatEndsBeforeItBeginsIsRefused() {
        var faults = new Copy()
                .adding("thresholds.csv", "T-OTHER,x,x,1,persons,2022-01-01,2021-01-01,GK-high")
                .faults();
        assertThat(faults).extracting(Finding::code).containsExactly("packValidityReversed");
    }

    @Test
    void aClockThatNobodyVerifiedMayNotRefuse() {
        var copy = new Copy()
                .changing("clocks.csv", ",20,,,,no,\"GK-med; S:BOJ-QA, text", ",20,,,,yes,\"GK-med; S:BOJ-QA, text");
        assertOnly(copy.faults(), "packEnforcesUnverified", "clocks.csv K17");
    }

    @Test
    void aClockThatIsCountedByMustBeThere() {
        var copy = new Copy();
        String row = copy.text("clocks.csv").lines().toList().get(copy.line("clocks.csv", "K03") - 1);
        assertOnly(copy.changing("clocks.csv", row + "\n", "").faults(), "packRowMissing", "clocks.csv K03");
    }

    @ParameterizedTest
    @CsvSource({
        "thresholds.csv, T-PAYMENT-LAG",
        "thresholds.csv, T-OFFEREES",
        "thresholds.csv, T-REPORT-YEARS",
        "clocks.csv, K11"
    })
    void aRowThatTheProgramAsksForMustBeThere(String file, String id) {
        // Planner asks for T-PAYMENT-LAG and K11, the route decider for the other two
        var copy = new Copy();
        String row = copy.text(file).lines().toList().get(copy.line(file, id) - 1);
        assertOnly(copy.changing(file, row + "\n", "").faults(), "packRowMissing", file + " " + id);
    }

    @ParameterizedTest
    @EnumSource(io.github.samuraidesk.act.Gate.class)
    void aPackWithoutAGateThatTheProgramAsksIsRefused(io.github.samuraidesk.act.Gate gate) {
        var copy = new Copy();
        String row = copy.text("gates.csv").lines().toList().get(copy.line("gates.csv", gate + ",") - 1);
        assertOnly(copy.changing("gates.csv", row + "\n", "").faults(), "packRowMissing", "gates.csv " + gate);
    }

    @Test
    void aPackThatWasKeptIsReadWithoutAGateOfALaterProgram() {
        var copy = new Copy();
        String row = copy.text("gates.csv").lines().toList().get(copy.line("gates.csv", "G7,") - 1);
        RulePack kept = RulePack.readKept(copy.changing("gates.csv", row + "\n", "").files);
        assertThat(kept.findGate("G7")).isEmpty();
        assertThat(kept.findGate("G8")).isPresent();
    }

    @Test
    void aRaggedRowIsRefused() {
        var copy = new Copy().adding("gates.csv", "G99,題,Title");
        assertOnly(copy.faults(), "packRowRagged", "gates.csv:" + copy.lastLine("gates.csv"));
    }

    @Test
    void shiftJisIsRefused() {
        var copy = new Copy();
        copy.files.put("gates.csv", copy.text("gates.csv").getBytes(Charset.forName("Shift_JIS")));
        assertOnly(copy.faults(), "packNotUtf8", "gates.csv");
    }

    @Test
    void aPackHasOneHead() {
        var two = new Copy();
        two.adding("pack.csv", two.text("pack.csv").lines().toList().get(1));
        assertOnly(two.faults(), "packNeedsOneHead", "pack.csv");
        var none = new Copy();
        none.with("pack.csv", none.text("pack.csv").lines().toList().get(0) + "\n");
        assertOnly(none.faults(), "packNeedsOneHead", "pack.csv");
    }

    @Test
    void anUploadRuleThatCannotBeReadIsRefused() {
        var faults = new Copy()
                .changing("edinet-rules.csv", "maxBytes=104857600", "maxBytes=much")
                .faults();
        assertOnly(faults, "packEdinetRules", "edinet-rules.csv");
        assertThat(faults.get(0).args().get(1)).contains("E001");
    }

    @Test
    void aHeaderThatNamesAColumnTwiceIsRefused() {
        var faults = new Copy()
                .changing("gates.csv", "gate,title_ja,title_en,source\n", "gate,title_ja,title_en,source,gate\n")
                .faults();
        assertOnly(faults, "packNotCsv", "gates.csv");
    }

    @Test
    void aQuoteThatNeverClosesIsAFaultAndNoCrash() {
        var faults = new Copy().adding("gates.csv", "G99,\"題,Title,GK-high").faults();
        assertThat(faults)
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.args().get(0)).startsWith("gates.csv"));
    }

    @Test
    void aTableThatIsNoTableIsRefused() {
        assertThat(new Copy().with("route.dmn", "<html>not a table</html>").faults())
                .extracting(f -> f.args().get(0))
                .containsExactly("route.dmn route", "route.dmn route-notes");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        var copy = new Copy()
                .changing("clocks.csv", ",15,7,4,,yes,S:GL8-2", ",fifteen,7,4,,yes,S:GL8-2")
                .adding("misconceptions.csv", "X99,a,b,c,d,S:NOBODY")
                .changing("pack.csv", "2026-11-29,2026-11-29,,", "2026-11-29,soon,,");
        assertThat(copy.faults())
                .extracting(Finding::code, f -> f.args().get(0))
                .containsExactlyInAnyOrder(
                        tuple("packCellWrong", "pack.csv:2 valid_from"),
                        tuple("packCellWrong", "clocks.csv:" + copy.line("clocks.csv", "K01") + " value"),
                        tuple(
                                "packSourceUnknown",
                                "misconceptions.csv:" + copy.lastLine("misconceptions.csv") + " basis"));
    }

    @Test
    void twoFaultsOfOneRowAreBothNamed() {
        var faults = new Copy()
                .adding("holiday-changes.csv", "tomorrow,ADDED,x,nobody")
                .faults();
        assertThat(faults).extracting(Finding::code).containsExactlyInAnyOrder("packCellWrong", "packRowWithoutSource");
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Finding fault(byte[] zip) {
        Refused refused = catchThrowableOfType(Refused.class, () -> RulePacks.unzip(zip));
        assertThat(refused).as("the ZIP was taken").isNotNull();
        assertThat(refused.findings()).hasSize(1);
        return refused.findings().get(0);
    }

    @Test
    void aZippedPackReadsAsTheSamePack() {
        assertThat(RulePack.read(RulePacks.unzip(zip(BUILT_IN.files()))).sha256())
                .isEqualTo(BUILT_IN.sha256());
        var inFolder = new TreeMap<String, byte[]>();
        BUILT_IN.files().forEach((name, bytes) -> inFolder.put("pack-2026/" + name, bytes));
        inFolder.put("pack-2026/README.md", new byte[] {1});
        assertThat(RulePack.read(RulePacks.unzip(zip(inFolder))).sha256()).isEqualTo(BUILT_IN.sha256());
    }

    @Test
    void whatIsNoZipIsRefused() {
        assertThat(fault("clock_id,en\nK01,x\n".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("packNotAZip");
        assertThat(fault(new byte[0]).code()).isEqualTo("packNotAZip");
        assertThat(fault(zip(Map.of())).code()).isEqualTo("packNotAZip");
    }

    @ParameterizedTest
    @CsvSource({"0.25", "0.5", "0.9"})
    void aZipCutShortNeverBecomesAPack(double share) {
        byte[] whole = zip(BUILT_IN.files());
        byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));
        Refused refused = catchThrowableOfType(Refused.class, () -> RulePack.read(RulePacks.unzip(cut)));
        assertThat(refused).isNotNull();
        assertThat(refused.findings()).isNotEmpty();
    }

    @Test
    void aZipCutWithinAFileIsNamedAsNoZip() {
        byte[] whole = zip(Map.of("clocks.csv", BUILT_IN.files().get("clocks.csv")));
        assertThat(fault(Arrays.copyOf(whole, 400)).code()).isEqualTo("packNotAZip");
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        Finding up = fault(zip(Map.of("../clocks.csv", new byte[] {1})));
        assertThat(up.code()).isEqualTo("packNotAZip");
        assertThat(up.args()).containsExactly("../clocks.csv");
        assertThat(fault(zip(Map.of("/etc/clocks.csv", new byte[] {1}))).code()).isEqualTo("packNotAZip");
    }

    @Test
    void aPackOfSixMegabytesIsRefusedWhetherPackedOrNot() {
        Finding unpacked = fault(zip(Map.of("clocks.csv", new byte[6 * 1024 * 1024])));
        assertThat(unpacked.code()).isEqualTo("packTooLarge");
        assertThat(unpacked.args().get(0)).isEqualTo("clocks.csv");
        assertThat(fault(new byte[6 * 1024 * 1024]).code()).isEqualTo("packTooLarge");
        var two = new LinkedHashMap<String, byte[]>();
        two.put("clocks.csv", new byte[3 * 1024 * 1024]);
        two.put("forms.csv", new byte[3 * 1024 * 1024]);
        assertThat(fault(zip(two)).code()).isEqualTo("packTooLarge");
    }

    @Test
    void aFileThatStandsInTwoFoldersIsRefused() {
        Finding twice = fault(zip(Map.of("a/clocks.csv", new byte[] {1}, "b/clocks.csv", new byte[] {2})));
        assertThat(twice.code()).isEqualTo("packFileTwice");
        assertThat(twice.args()).containsExactly("clocks.csv");
    }

    @Test
    void aPackAgainstItselfMovesNothing() {
        RulePack copy = new Copy().read();
        assertThat(PackImpact.rows(BUILT_IN, copy)).isEmpty();
        assertThat(PackImpact.dates(BUILT_IN, copy, Route.SRS_FULL, slovenia())).isEmpty();
        assertThat(PackImpact.forms(BUILT_IN, copy, Route.SRS_FULL, "020")).isEmpty();
    }

    private static Map<String, LocalDate> slovenia() {
        return Timetable.anchors(
                LocalDate.of(2024, 8, 13), LocalDate.of(2024, 8, 29), LocalDate.of(2024, 9, 5), Optional.empty());
    }

    private static Filing filedByHand() {
        return new Filing(
                Filing.Stage.STATEMENT,
                "020",
                "020000",
                LocalDate.of(2024, 8, 13).atTime(10, 0),
                "S1000000",
                "",
                "",
                false,
                Map.of());
    }

    @Test
    void aLongerClockMovesTheClockAndTheEffectiveDate() {
        RulePack longer = new Copy()
                .changing("clocks.csv", ",15,7,4,,yes,S:GL8-2", ",20,7,4,,yes,S:GL8-2")
                .read();
        assertThat(PackImpact.rows(BUILT_IN, longer))
                .containsExactly(new Move(
                        Kind.CLOCK,
                        "K01",
                        "15 calendar days; short 7, least 4 gbd; paper -",
                        "20 calendar days; short 7, least 4 gbd; paper -"));
        Filing filed = filedByHand();
        // 13 August + 16 and + 21; worked by hand
        assertThat(PackImpact.effectiveness(
                        BUILT_IN.statutoryClocks()
                                .effectiveness(filed, List.of(), Optional.empty())
                                .date(),
                        longer.statutoryClocks()
                                .effectiveness(filed, List.of(), Optional.empty())
                                .date()))
                .containsExactly(new Move(Kind.EFFECTIVENESS, "effectiveOn", "2024-08-29", "2024-09-03"));
    }

    @Test
    void aClockThatChangesOnlyItsLeastGovernmentDaysOrPaperDaysIsListed() {
        RulePack least = new Copy()
                .changing("clocks.csv", ",15,7,4,,yes,S:GL8-2", ",15,7,5,,yes,S:GL8-2")
                .read();
        assertThat(PackImpact.rows(BUILT_IN, least)).extracting(Move::field).containsExactly("K01");
        RulePack paper = new Copy()
                .changing("clocks.csv", ",2,,,4,yes,S:GL23-5-3", ",2,,,6,yes,S:GL23-5-3")
                .read();
        assertThat(PackImpact.rows(BUILT_IN, paper)).extracting(Move::field).containsExactly("K06");
    }

    @Test
    void aThresholdThatChangesIsListed() {
        RulePack raised = new Copy()
                .changing("thresholds.csv", "時価総額）,100000000000,JPY", "時価総額）,200000000000,JPY")
                .read();
        assertThat(PackImpact.rows(BUILT_IN, raised))
                .containsExactly(new Move(Kind.THRESHOLD, "T-FOREIGN-CAP", "100000000000 JPY", "200000000000 JPY"));
    }

    @Test
    void aThresholdThatEndsIsListed() {
        RulePack ended = new Copy()
                .changing("thresholds.csv", "50,persons,,,", "50,persons,,2026-12-31,")
                .read();
        assertThat(PackImpact.rows(BUILT_IN, ended)).extracting(Move::field).containsExactly("T-OFFEREES");
    }

    @Test
    void anUploadRuleThatChangesIsListed() {
        RulePack larger = new Copy()
                .changing("edinet-rules.csv", "maxBytes=104857600", "maxBytes=209715200")
                .read();
        assertThat(PackImpact.rows(BUILT_IN, larger)).singleElement().satisfies(m -> {
            assertThat(m.kind()).isEqualTo(Kind.UPLOAD_RULE);
            assertThat(m.field()).isEqualTo("E001");
            assertThat(m.before()).contains("104857600");
            assertThat(m.after()).contains("209715200");
        });
    }

    @Test
    void anOffsetThatChangesMovesThatDateAlone() {
        // marketing three bank days before 29 August 2024 is 26, four is Friday 23; worked by hand
        RulePack earlier = new Copy()
                .changing("timetable.csv", "SRS,S11,P,-3,bd", "SRS,S11,P,-4,bd")
                .read();
        assertThat(PackImpact.dates(BUILT_IN, earlier, Route.SRS_FULL, slovenia()))
                .containsExactly(new Move(Kind.DATE, "S11", "2024-08-26", "2024-08-23"));
        assertThat(PackImpact.dates(BUILT_IN, earlier, Route.SHELF_TAKEDOWN, slovenia()))
                .isEmpty();
    }

    @Test
    void aRowThatIsNewOrGoneHasAnEmptySide() {
        RulePack more = new Copy()
                .adding("timetable.csv", "SRS,S99,P,1,cd,Extra,追加,issuer,,note,,GK-high")
                .read();
        assertThat(PackImpact.dates(BUILT_IN, more, Route.SRS_FULL, slovenia()))
                .containsExactly(new Move(Kind.DATE, "S99", "", "2024-08-30"));
        assertThat(PackImpact.dates(more, BUILT_IN, Route.SRS_FULL, slovenia()))
                .containsExactly(new Move(Kind.DATE, "S99", "2024-08-30", ""));
    }

    @Test
    void aFormThatChangesIsListedForItsOrdinanceOnly() {
        RulePack other = new Copy()
                .changing("forms.csv", "020,第二号様式,020000", "020,第二号様式,029000")
                .read();
        assertThat(PackImpact.forms(BUILT_IN, other, Route.SRS_FULL, "020"))
                .containsExactly(new Move(Kind.FORM, "REGISTRATION_STATEMENT", "第二号様式 / 020000", "第二号様式 / 029000"));
        assertThat(PackImpact.forms(BUILT_IN, other, Route.SRS_FULL, "010")).isEmpty();
        assertThat(PackImpact.forms(BUILT_IN, other, Route.QII, "020")).isEmpty();
    }

    @Test
    void aHolidayThatIsAddedMovesAGovernmentDay() {
        // Friday 20 November 2026: Monday 23 is a holiday, Tuesday 24 passes, effective on 25; worked by hand
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertThat(BUILT_IN.statutoryClocks().termsAmendmentEffective(friday, false))
                .isEqualTo(LocalDate.of(2026, 11, 25));
        RulePack added = new Copy()
                .adding("holiday-changes.csv", "2026-11-24,ADDED,特別の休日,GK-high")
                .read();
        assertThat(added.statutoryClocks().termsAmendmentEffective(friday, false))
                .isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(added.calendars().bank().isBusinessDay(LocalDate.of(2026, 11, 24)))
                .isFalse();
        assertThat(added.calendars().holidayName(LocalDate.of(2026, 11, 24))).contains("特別の休日");
        assertThat(added.statutoryClocks()
                        .amendment(AmendmentClass.SECURITIES, friday, "")
                        .skipped())
                .contains(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24));
    }

    @Test
    void aHolidayThatIsRemovedMovesItBack() {
        // without 23 November Monday passes, effective on Tuesday 24; worked by hand
        RulePack removed = new Copy()
                .adding("holiday-changes.csv", "2026-11-23,REMOVED,勤労感謝の日,GK-high")
                .read();
        assertThat(removed.statutoryClocks().termsAmendmentEffective(LocalDate.of(2026, 11, 20), false))
                .isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(removed.calendars().bank().isBusinessDay(LocalDate.of(2026, 11, 23)))
                .isTrue();
    }

    @Test
    void aHolidayChangeLeavesTheBuiltInCalendarsAlone() {
        new Copy()
                .adding("holiday-changes.csv", "2026-11-24,ADDED,特別の休日,GK-high")
                .read();
        assertThat(BUILT_IN.calendars().bank().isBusinessDay(LocalDate.of(2026, 11, 24)))
                .isTrue();
    }
}
