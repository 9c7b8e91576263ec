package io.github.samuraidesk.rehearsal;

import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.audit.EvidencePack;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rehearses a deal to its end and writes what came of it into a folder. */
@Component
public class RehearsalOutput {

    private final Rehearsal rehearsal;
    private final Facts facts;
    private final Papers papers;
    private final Blobs blobs;
    private final EvidencePack packs;
    private final RulePacks rulePacks;

    RehearsalOutput(
            Rehearsal rehearsal, Facts facts, Papers papers, Blobs blobs, EvidencePack packs, RulePacks rulePacks) {
        this.rehearsal = rehearsal;
        this.facts = facts;
        this.papers = papers;
        this.blobs = blobs;
        this.packs = packs;
        this.rulePacks = rulePacks;
    }

    /** @return 0 when the deal closed, 1 when it was refused */
    public int write(Sample sample, Path out, PrintStream console, PrintStream err) throws IOException {
        DealId id = rehearsal.open(sample);
        List<HumanTask> done = rehearsal.run(id, task -> false);
        Files.createDirectories(out.resolve("documents"));
        for (RenderedPaper p : papers.all(facts.of(id))) {
            Files.write(
                    out.resolve("documents").resolve(p.paper().code() + ".pdf"),
                    blobs.find(id, p.pdfSha256()).orElseThrow().bytes());
        }
        writeTimetable(id, out);
        writeChecklist(id, out);
        EvidencePack.Pack pack = packs.make(id, Cast.AUDITOR.person());
        Files.write(out.resolve("evidence.zip"), pack.zip());
        console.println("リハーサル REHEARSAL " + id);
        var route = facts.of(id).one(RouteConfirmed.SUGGESTED).orElseThrow();
        console.println("route: " + route.route());
        console.println("tasks: " + done.size() + ", papers: "
                + papers.all(facts.of(id)).size());
        console.println("head: " + pack.head());
        if (route.route() == Route.NOT_A_SAMURAI) {
            route.reasons().forEach(r -> err.println("samurai-desk: refused: " + r.key() + " [" + r.source() + "]"));
            return 1;
        }
        return 0;
    }

    private void writeTimetable(DealId id, Path out) throws IOException {
        var text = new StringBuilder("\uFEFFrow,date,counted,basis,confirm_with_counsel,note\n");
        rehearsal.timetable(id).stream()
                .sorted(Comparator.comparing(d -> d.date()))
                .forEach(d -> text.append(d.row())
                        .append(',')
                        .append(d.date())
                        .append(",\"")
                        .append(d.rule())
                        .append("\",\"")
                        .append(d.basis())
                        .append("\",")
                        .append(d.confirmWithCounsel() ? "yes" : "")
                        .append(",リハーサル\n"));
        Files.writeString(out.resolve("timetable.csv"), text);
    }

    private void writeChecklist(DealId id, Path out) throws IOException {
        var text = new StringBuilder("\uFEFFtask,row,title,completed_by,completed_at,note\n");
        for (var stored : facts.of(id).all(TaskDone.FACT)) {
            HumanTask.byId(stored.key())
                    .ifPresent(task -> text.append(task.id())
                            .append(',')
                            .append(String.join(" ", task.rows()))
                            .append(",\"")
                            .append(title(rulePacks.of(facts.of(id)), task))
                            .append("\",")
                            .append(stored.person())
                            .append(',')
                            .append(stored.businessAt().atZone(DealClock.TOKYO).toLocalDateTime())
                            .append(",リハーサル\n"));
        }
        Files.writeString(out.resolve("checklist.csv"), text);
    }

    private static String title(RulePack rules, HumanTask task) {
        Map<String, String[]> names = rules.rowNames();
        return task.rows().stream()
                .filter(names::containsKey)
                .findFirst()
                .map(row -> names.get(row)[0])
                .orElse(task.id());
    }
}
