package io.github.samuraidesk.edinet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules E026 and E028: follows the headings of all body files of a folder in the order EDINET builds the table of
 * contents from.
 *
 * <p>Levels follow S:EDI-FILE, table 3-4-5 and figure 3-4-6: four sequences have a fixed level, the others lie below
 * whatever stands before them, and a heading without number lies below the heading before it, as do its successors
 * until a heading of a higher level comes. Numbers start again under a new parent.
 */
final class HeadingOrder {

    private static final class Level {

        private final HeadingNumber.Kind kind;
        private final BitSet seen = new BitSet();
        private int last;

        Level(HeadingNumber.Kind kind) {
            this.kind = kind;
        }
    }

    private final EdinetRules rules;
    private final FaultList faults;
    private final boolean gapsAllowed;
    private final Set<String> phrases = new HashSet<>();
    private final List<Level> levels = new ArrayList<>();
    private String lastFile = "";
    private Heading last = new Heading(0, "", "", true, "");
    private int lastDepth;

    /** @param gapsAllowed whether numbers may be left out, as in an amendment, which holds corrected parts only */
    HeadingOrder(EdinetRules rules, boolean gapsAllowed, FaultList faults) {
        this.rules = rules;
        this.faults = faults;
        this.gapsAllowed = gapsAllowed;
        rules.words("E028", "phrases").forEach(phrase -> phrases.add(bare(phrase)));
    }

    void take(String file, Heading heading) {
        HeadingNumber number = heading.number().isEmpty()
                ? new HeadingNumber(HeadingNumber.Kind.NONE, 0)
                : HeadingNumber.of(
                        heading.number(),
                        rules.number("E026", "parts"),
                        rules.number("E026", "numbers"),
                        rules.number("E026", "circled"),
                        List.of(rules.words("E026", "kana").get(0).split("")));
        Level level = enter(number.kind());
        if (number.kind() != HeadingNumber.Kind.NONE) {
            count(file, heading, number.value(), level);
        }
        close(levels.size());
        last = heading;
        lastFile = file;
        lastDepth = levels.size();
    }

    /** Judges the last heading once no other can follow. */
    void end() {
        close(0);
        last = new Heading(0, "", "", true, "");
    }

    /** Starts a new table: what follows is numbered for itself. */
    void restart() {
        levels.clear();
        lastDepth = 0;
    }

    private Level enter(HeadingNumber.Kind kind) {
        for (int i = levels.size() - 1; i >= 0; i--) {
            if (levels.get(i).kind == kind) {
                levels.subList(i + 1, levels.size()).clear();
                return levels.get(i);
            }
        }
        if (kind.hasFixedLevel()) {
            for (int i = 0; i < levels.size(); i++) {
                HeadingNumber.Kind other = levels.get(i).kind;
                if (other.hasFixedLevel() && other.compareTo(kind) > 0) {
                    levels.subList(i, levels.size()).clear();
                    break;
                }
            }
        }
        var level = new Level(kind);
        levels.add(level);
        return level;
    }

    private void count(String file, Heading heading, int value, Level level) {
        if (value == 0) {
            faults.add("E026", file, heading.line(), "headingRange", heading.number(), heading.title());
            return;
        }
        if (level.seen.get(value)) {
            faults.add("E026", file, heading.line(), "headingRepeated", heading.number(), heading.title());
        } else if (value < level.last) {
            faults.add("E026", file, heading.line(), "headingOrder", heading.number(), heading.title());
        } else if (value > level.last + 1 && !gapsAllowed) {
            faults.add("E026", file, heading.line(), "headingGap", heading.number(), heading.title());
        }
        level.seen.set(value);
        level.last = value;
    }

    private void close(int nextDepth) {
        String text = bare(last.firstLine());
        if (!last.hasContent()) {
            if (nextDepth <= lastDepth) {
                faults.add("E028", lastFile, last.line(), "headingBare", last.number(), last.title());
            }
        } else if (phrases.contains(text)) {
            if (nextDepth > lastDepth) {
                faults.add("E028", lastFile, last.line(), "headingChildren", last.number(), last.title());
            }
        } else if (rules.pattern("E028", "near").matcher(text).matches()) {
            faults.add("E028", lastFile, last.line(), "headingPhrase", last.firstLine());
        }
    }

    private static String bare(String text) {
        return text.endsWith("。") ? text.substring(0, text.length() - 1) : text;
    }
}
