package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.workflow.DealProcess.Waiting;
import io.github.samuraidesk.workflow.Desk;
import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Steps of the program that a deal waits for: since when, what failed, and the way on. */
@Controller
class StepPages {

    private final Reader reader;
    private final Desk desk;

    StepPages(Reader reader, Desk desk) {
        this.reader = reader;
        this.desk = desk;
    }

    /**
     * A step as a page shows it.
     *
     * @param since real time in Tokyo
     * @param due business time in Tokyo
     * @param mine whether the reader may let it be tried again
     */
    public record Row(Waiting step, String since, String due, boolean mine) {}

    static List<Row> rows(List<Waiting> waiting, Set<Role> roles) {
        boolean mine = roles.stream().anyMatch(Desk.MAY_TRY_AGAIN::contains);
        return waiting.stream()
                .map(w -> new Row(w, tokyo(w.since()), tokyo(w.due()), mine && w.isIncident()))
                .toList();
    }

    private static String tokyo(Instant instant) {
        return instant.atZone(DealClock.TOKYO)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }

    @PostMapping("/deals/{id}/steps/{step}/again")
    String again(@PathVariable String id, @PathVariable String step, Principal principal) {
        DealId dealId = reader.deal(id, principal).id();
        desk.tryAgain(dealId, step, Reader.id(principal));
        return "redirect:/deals/" + id;
    }
}
