package io.github.samuraidesk.nets;

import io.github.samuraidesk.Approved;
import io.github.samuraidesk.deal.TermSheetForm;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.review.ApprovalMatrix;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.FormSpec;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Everything that people and the program can do to a deal, and every paper it makes, as tables: whatever moves in the house,
 * they stay equal. A line that a change moves on purpose is approved with that change.
 */
class ActsTest {

    private static final Path NETS = Path.of("src/test/resources/nets");

    /** Act × roles × gates × rows of the rule pack × way back, each followed by its fields. */
    @Test
    void everyActHasItsRolesGatesRowsAndFields() {
        var lines = new ArrayList<String>();
        lines.add("termSheet");
        TermSheetForm.FIELDS.forEach(f -> field("  ", f, lines));
        for (HumanTask task : HumanTask.values()) {
            act("task", task, task.rows(), lines);
        }
        for (Entry entry : Entry.values()) {
            act("entry", entry, List.of(), lines);
        }
        for (Step step : Step.values()) {
            lines.add("step " + step.id() + (step.isLong() ? " long" : ""));
        }
        Approved.hold(NETS.resolve("acts.txt"), lines);
    }

    /** Paper × who approves it × whether it is filed × the sets that it goes with. */
    @Test
    void everyPaperHasItsApproversAndSets() {
        var lines = new ArrayList<String>();
        for (Paper paper : Paper.values()) {
            lines.add(paper.code() + " approve=" + joined(ApprovalMatrix.roles(paper)) + " filed=" + paper.isFiled()
                    + " sets=" + sets(paper));
        }
        Approved.hold(NETS.resolve("papers.txt"), lines);
    }

    private static String sets(Paper paper) {
        var sets = new ArrayList<String>();
        for (Paper.Set set : Paper.Set.values()) {
            for (boolean shelf : new boolean[] {false, true}) {
                if (set.papers(shelf).contains(paper)) {
                    sets.add(set + (shelf ? "/shelf" : "/statement"));
                }
            }
        }
        return joined(sets);
    }

    private static void act(String kind, FormSpec act, List<String> rows, List<String> lines) {
        lines.add(kind + " " + act.id() + " roles=" + joined(act.roles()) + " gates=" + joined(act.gates()) + " rows="
                + joined(rows) + (act.hasWayBack() ? " wayBack" : ""));
        act.fields().forEach(f -> field("  ", f, lines));
    }

    private static void field(String indent, Field f, List<String> lines) {
        var line = new StringBuilder(indent)
                .append(f.name())
                .append(' ')
                .append(f.type())
                .append(f.required() ? " required" : " optional")
                .append(" atMost=")
                .append(f.maxLength());
        say(line, "min", f.min());
        say(line, "max", f.max());
        say(line, "matches", f.pattern());
        say(line, "choices", joined(f.choices()));
        say(line, "list", f.list());
        say(line, "refusal", f.refusal());
        if (f.asked() != null) {
            say(line, "onlyIf", f.asked().field() + " in " + joined(f.asked().values()));
        }
        lines.add(line.toString());
        f.columns().forEach(c -> field(indent + "  ", c, lines));
    }

    private static void say(StringBuilder line, String what, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            line.append(' ').append(what).append('=').append(value);
        }
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
