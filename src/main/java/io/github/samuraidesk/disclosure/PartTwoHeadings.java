package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.IssuerKind;
import io.github.samuraidesk.wording.ResourceTable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The headings that Part 2 must have, by kind of issuer. Their official wording is not verified, so what is amiss is a
 * notice to confirm with counsel and never a refusal.
 */
final class PartTwoHeadings {

    /** Which table applies; {@code INCORPORATION} stands for any issuer under the incorporation method (組込方式). */
    enum Table {
        COMPANY,
        STATE,
        LOCAL_GOVERNMENT,
        INTERNATIONAL_BODY,
        INCORPORATION;

        static Table of(IssuerKind kind, String method) {
            if (method.equals("incorporation")) {
                return INCORPORATION;
            }
            return switch (kind) {
                case COMPANY, BANK, FINANCE_SUBSIDIARY -> COMPANY;
                case SOVEREIGN -> STATE;
                case MUNICIPALITY -> LOCAL_GOVERNMENT;
                case SPECIAL_LAW_AGENCY, TREATY_BODY -> INTERNATIONAL_BODY;
            };
        }
    }

    /** @param titles wordings of the title, any of which will do */
    record Required(Table table, LegalHeading.Kind kind, String number, List<String> titles, String source) {

        String text() {
            return number + "【" + titles.get(0) + "】";
        }

        boolean isMetBy(LegalHeading heading) {
            boolean sameSequence = kind == LegalHeading.Kind.NONE || kind == heading.kind();
            return sameSequence && titles.stream().anyMatch(t -> bare(t).equals(bare(heading.title())));
        }
    }

    /** Read once; the table comes with the program. */
    private static final List<Required> ALL = read();

    private PartTwoHeadings() {}

    static List<Required> of(Table table) {
        return ALL.stream().filter(r -> r.table() == table).toList();
    }

    /** The heading that Part 2 starts with. */
    static LegalHeading first(Table table) {
        Required first = of(table).get(0);
        return new LegalHeading(first.kind(), first.number(), first.titles().get(0), "");
    }

    /** @param found headings of the upload in their order */
    static List<Finding> check(Table table, List<LegalHeading> found) {
        var notices = new ArrayList<Finding>();
        int furthest = -1;
        for (Required required : of(table)) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                if (required.isMetBy(found.get(i))) {
                    places.add(i);
                }
            }
            if (places.isEmpty()) {
                notices.add(notice("partTwoHeadingMissing", required));
                continue;
            }
            if (places.size() > 1) {
                notices.add(Finding.rule(
                        "PART2",
                        required.source(),
                        "partTwo",
                        "ISSUERS_COUNSEL",
                        "partTwoHeadingTwice",
                        required.text(),
                        String.valueOf(places.size())));
            }
            if (places.get(0) < furthest) {
                notices.add(notice("partTwoHeadingOrder", required));
            }
            furthest = Math.max(furthest, places.get(0));
        }
        return notices;
    }

    private static Finding notice(String code, Required required) {
        return code.equals("partTwoHeadingMissing")
                ? Finding.rule(
                        "PART2",
                        required.source(),
                        "partTwo",
                        "ISSUERS_COUNSEL",
                        "partTwoHeadingMissing",
                        required.text())
                : Finding.rule(
                        "PART2",
                        required.source(),
                        "partTwo",
                        "ISSUERS_COUNSEL",
                        "partTwoHeadingOrder",
                        required.text());
    }

    /** Brackets and middle dots come in two widths, and blanks mean nothing in a heading. */
    private static String bare(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC).replaceAll("[\\s　]", "");
    }

    private static List<Required> read() {
        var all = new ArrayList<Required>();
        ResourceTable.rows("/rules/part-two-headings.csv").forEach(row -> {
            String source =
                    row.get("source").strip() + " " + row.get("confidence").strip();
            if (row.get("source").isBlank() || row.get("confidence").isBlank()) {
                throw new IllegalStateException("a heading of Part 2 without source or confidence: " + row);
            }
            String number = row.get("number").strip();
            List<String> titles = Arrays.asList(row.get("heading_ja").split("\\|"));
            LegalHeading heading = LegalHeading.in(number + "【" + titles.get(0) + "】")
                    .orElseThrow(() -> new IllegalStateException("no heading of Part 2: " + row));
            all.add(new Required(Table.valueOf(row.get("kind")), heading.kind(), number, titles, source));
        });
        return List.copyOf(all);
    }
}
