package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.Approved;
import io.github.samuraidesk.deal.DealId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every paper says, compared with what a person has read and approved. {@code mvn test -Dtest=PaperApprovalTest
 * -Dapprove=true} writes the approved files anew; their difference is then read before it is committed.
 */
class PaperApprovalTest extends GoldenDealTest {

    private static final Set<String> INLINE = Set.of("span", "b", "strong", "i", "em", "sup", "sub", "a", "code", "u");

    private static final String CELL = "\u0001";
    private static final String BLOCK_IN_CELL = "\u0002";

    /** Hashes follow from templates and rule packs, whose changes other tests judge. */
    private static final Pattern HASH = Pattern.compile("(sha256:)?\\b[0-9a-f]{16,64}(\\.\\.\\.|…)?");

    private static final Pattern PACK = Pattern.compile("ルールパック [^\\s\u3000]+");

    private static final Map<Golden, Set<Paper>> CHOSEN = new EnumMap<>(Map.of(
            Golden.SVN_2024,
            EnumSet.complementOf(EnumSet.of(
                    Paper.SHELF_STATEMENT,
                    Paper.SHELF_SUPPLEMENT,
                    Paper.SHELF_WITHDRAWAL,
                    Paper.SHELF_AMENDMENT,
                    Paper.PRIVATE_PLACEMENT_NOTICE,
                    Paper.SPECIFIED_SECURITIES_INFORMATION,
                    Paper.PROGRAM_INFORMATION)),
            Golden.IDN_2023,
            EnumSet.of(
                    Paper.SHELF_STATEMENT,
                    Paper.SHELF_SUPPLEMENT,
                    Paper.SHELF_WITHDRAWAL,
                    Paper.SHELF_AMENDMENT,
                    Paper.PROSPECTUS,
                    Paper.TIMETABLE),
            Golden.BPCE_2015_T2,
            EnumSet.of(
                    Paper.CONDITIONS_OF_BONDS,
                    Paper.CONDITIONS_OF_BONDS_EN,
                    Paper.TERM_SHEET_JA,
                    Paper.TERM_SHEET_EN,
                    Paper.SHELF_SUPPLEMENT,
                    Paper.JASDEC_SHEET,
                    Paper.PRICING_NOTICE),
            Golden.SVN_2024_QII,
            EnumSet.of(
                    Paper.PRIVATE_PLACEMENT_NOTICE,
                    Paper.SPECIFIED_SECURITIES_INFORMATION,
                    Paper.PROGRAM_INFORMATION,
                    Paper.TIMETABLE)));

    private static Path approved(Golden golden, Paper paper) {
        return APPROVED.resolve(golden.folder()).resolve(paper.code() + ".txt");
    }

    @Test
    void everyPaperHasAnApprovedTextAndEveryApprovedTextAPaper() throws IOException {
        var covered = EnumSet.noneOf(Paper.class);
        CHOSEN.values().forEach(covered::addAll);
        assertThat(covered).containsExactlyInAnyOrder(Paper.values());
        List<Path> expected = CHOSEN.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(p -> approved(e.getKey(), p)))
                .toList();
        try (Stream<Path> files = Files.walk(APPROVED)) {
            assertThat(files.filter(f -> f.toString().endsWith(".txt"))).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @TestFactory
    Stream<DynamicTest> paperSaysWhatWasApproved() {
        return Arrays.stream(Golden.values())
                .flatMap(g -> CHOSEN.get(g).stream()
                        .map(p -> DynamicTest.dynamicTest(g.folder() + " " + p.code(), () -> compare(g, p))));
    }

    private void compare(Golden golden, Paper paper) {
        DealId id = golden(golden);
        List<String> lines = lines(xhtml(id, paper));
        Approved.hold(approved(golden, paper), lines);
    }

    /** The text of a paper in reading order: a block a line, a table's row a line, its cells between bars. */
    static List<String> lines(String xhtml) {
        Element body = Jsoup.parse(xhtml, "", Parser.xmlParser()).selectFirst("body");
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            line.append(text.getWholeText());
                        } else if (node instanceof Element e && isCell(e)) {
                            line.append(e.previousElementSibling() == null ? "" : CELL);
                        } else {
                            breakAt(node);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        breakAt(node);
                    }

                    private void breakAt(Node node) {
                        if (!(node instanceof Element e) || INLINE.contains(e.normalName()) || isCell(e)) {
                            return;
                        }
                        if (e.parents().stream().anyMatch(PaperApprovalTest::isCell)) {
                            line.append(BLOCK_IN_CELL);
                            return;
                        }
                        String text = row(line.toString());
                        line.setLength(0);
                        if (!text.isEmpty()) {
                            lines.add(masked(text));
                        }
                    }
                },
                java.util.Objects.requireNonNull(body));
        return lines;
    }

    private static boolean isCell(Element e) {
        return e.normalName().equals("td") || e.normalName().equals("th");
    }

    private static String row(String marked) {
        return Arrays.stream(marked.split(CELL, -1))
                .map(cell -> Arrays.stream(cell.split(BLOCK_IN_CELL))
                        .map(block -> block.replaceAll("\\s+", " ").strip())
                        .filter(block -> !block.isEmpty())
                        .collect(Collectors.joining(" ／ ")))
                .collect(Collectors.joining(" ｜ "))
                .stripTrailing();
    }

    private static String masked(String text) {
        return HASH.matcher(PACK.matcher(text).replaceAll("ルールパック <pack>")).replaceAll("<hash>");
    }
}
