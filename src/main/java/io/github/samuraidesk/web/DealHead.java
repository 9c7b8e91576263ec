package io.github.samuraidesk.web;

import io.github.samuraidesk.audit.Difference;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.TermSheet;
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
    private final DealBook deals;
    private final DealClock clock;
    private final DealProcess process;
    private final Facts facts;
    private final Differences differences;
    private final Desk desk;
    private final HaltWords halts;

    DealHead(
            Reader reader,
            DealBook deals,
            DealClock clock,
            DealProcess process,
            Facts facts,
            Differences differences,
            Desk desk,
            HaltWords halts) {
        this.halts = halts;
        this.desk = desk;
        this.reader = reader;
        this.deals = deals;
        this.clock = clock;
        this.process = process;
        this.facts = facts;
        this.differences = differences;
    }

    void show(String id, Principal principal, Model model) {
        DealId dealId = reader.deal(id, principal);
        List<Difference> found = differences.known(dealId, Reader.id(principal));
        model.addAttribute("differences", found);
        try {
            show(dealId, principal, model);
        } catch (RuntimeException e) {
            // where somebody took a fact away or made it unreadable, a page can say no more than that
            Refused.unlessNone(Differences.findings(differences.whole(dealId, Reader.id(principal))));
            throw e;
        }
    }

    private void show(DealId dealId, Principal principal, Model model) {
        boolean closed = facts.of(dealId).one(Closed.FACT).isPresent();
        model.addAttribute("dealId", dealId);
        model.addAttribute("deal", deals.get(dealId));
        model.addAttribute("sheet", deals.termSheet(dealId));
        model.addAttribute("roles", reader.roles(dealId, principal));
        model.addAttribute("today", clock.today(dealId));
        model.addAttribute(
                "now",
                clock.now(dealId).atZone(DealClock.TOKYO).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES));
        model.addAttribute("running", process.isRunning(dealId));
        model.addAttribute("closed", facts.of(dealId).one(Closed.FACT).orElse(null));
        model.addAttribute("route", route(dealId).orElse(null));
        model.addAttribute("withoutTrack", desk.routeWithoutTrack(dealId).orElse(null));
        model.addAttribute(
                "halts",
                facts.of(dealId).current(Halt.FACT).stream()
                        .map(h -> halts.of(dealId, h))
                        .toList());
        model.addAttribute(
                "failed", !closed && facts.of(dealId).one(FundingFailed.FACT).isPresent());
        model.addAttribute(
                "withdrawal", facts.of(dealId).one(RegistrationWithdrawn.FACT).orElse(null));
        model.addAttribute("page", "overview");
    }

    TermSheet sheet(DealId id) {
        return deals.termSheet(id);
    }

    /** The route that counsel signed, or the one that was suggested. */
    Optional<RouteConfirmed> route(DealId id) {
        return facts.of(id).one(RouteConfirmed.SIGNED).or(() -> facts.of(id).one(RouteConfirmed.SUGGESTED));
    }
}
