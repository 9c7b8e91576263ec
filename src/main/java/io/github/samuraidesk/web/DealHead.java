package io.github.samuraidesk.web;

import io.github.samuraidesk.audit.Difference;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.registration.RegistrationWithdrawn;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.settlement.FundingFailed;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.Halt;
import java.security.Principal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of a deal shows in its head; to people without a role the deal is not found. */
@Component
class DealHead {

    private final Reader reader;
    private final DealClock clock;
    private final DealProcess process;
    private final Differences differences;
    private final Desk desk;
    private final HaltWords halts;

    DealHead(Reader reader, DealClock clock, DealProcess process, Differences differences, Desk desk, HaltWords halts) {
        this.halts = halts;
        this.desk = desk;
        this.reader = reader;
        this.clock = clock;
        this.process = process;
        this.differences = differences;
    }

    /** The deal's file, from which the rest of the page is made. */
    DealFile show(String id, Principal principal, Model model) {
        DealFile deal = reader.deal(id, principal);
        List<Difference> found = differences.known(deal.id(), Reader.id(principal));
        model.addAttribute("differences", found);
        try {
            show(deal, principal, model);
            return deal;
        } catch (RuntimeException e) {
            // where somebody took a fact away or made it unreadable, a page can say no more than that
            Refused.unlessNone(Differences.findings(differences.whole(deal.id(), Reader.id(principal))));
            throw e;
        }
    }

    private void show(DealFile deal, Principal principal, Model model) {
        DealId dealId = deal.id();
        boolean closed = deal.one(Closed.FACT).isPresent();
        model.addAttribute("dealId", dealId);
        model.addAttribute("deal", deal.deal());
        model.addAttribute("sheet", DealBook.termSheet(deal));
        model.addAttribute("roles", reader.roles(dealId, principal));
        model.addAttribute("today", clock.today(dealId));
        model.addAttribute(
                "now",
                clock.now(dealId).atZone(DealClock.TOKYO).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES));
        model.addAttribute("running", process.isRunning(dealId));
        model.addAttribute("closed", deal.one(Closed.FACT).orElse(null));
        model.addAttribute("route", route(deal).orElse(null));
        model.addAttribute("withoutTrack", desk.routeWithoutTrack(dealId).orElse(null));
        model.addAttribute(
                "halts",
                deal.current(Halt.FACT).stream().map(h -> halts.of(deal, h)).toList());
        model.addAttribute("failed", !closed && deal.one(FundingFailed.FACT).isPresent());
        model.addAttribute("withdrawal", deal.one(RegistrationWithdrawn.FACT).orElse(null));
        model.addAttribute("page", "overview");
    }

    /** The route that counsel signed, or the one that was suggested. */
    static Optional<RouteConfirmed> route(DealFile deal) {
        return deal.one(RouteConfirmed.SIGNED).or(() -> deal.one(RouteConfirmed.SUGGESTED));
    }
}
