package io.github.samuraidesk.web;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.CentreCalendars;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Format;
import io.github.samuraidesk.deal.IssuerKind;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.registration.Planner;
import io.github.samuraidesk.registration.Route;
import io.github.samuraidesk.registration.RouteComparison;
import io.github.samuraidesk.registration.RouteDecider;
import io.github.samuraidesk.registration.RouteQuestion;
import io.github.samuraidesk.registration.RulePack;
import io.github.samuraidesk.registration.RulePacks;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Before a deal: which routes are open to an issuer, and whether a wanted payment date can be met. */
@Controller
class RoutePages {

    private final RulePacks packs;
    private final RouteDecider decider;
    private final RouteComparison comparison;
    private final DealBook deals;
    private final Reader reader;
    private final CentreCalendars centres;
    private final Clock clock;

    RoutePages(
            RulePacks packs,
            RouteDecider decider,
            RouteComparison comparison,
            DealBook deals,
            Reader reader,
            CentreCalendars centres,
            Clock clock) {
        this.packs = packs;
        this.decider = decider;
        this.comparison = comparison;
        this.deals = deals;
        this.reader = reader;
        this.centres = centres;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(DealClock.TOKYO));
    }

    @GetMapping("/routes")
    String routes(
            @RequestParam(required = false) @Nullable String deal,
            @RequestParam(defaultValue = "SAMURAI_PUBLIC") Format format,
            @RequestParam(defaultValue = "COMPANY") IssuerKind issuerKind,
            @RequestParam(defaultValue = "false") boolean treatyConsent,
            @RequestParam(defaultValue = "false") boolean guaranteedByJapan,
            @RequestParam(defaultValue = "false") boolean guarantor,
            @RequestParam(required = false) @Nullable Integer offerees,
            @RequestParam(defaultValue = "false") boolean transferLocked,
            @RequestParam(defaultValue = "0") int annualReportsYears,
            @RequestParam(defaultValue = "false") boolean wellKnown,
            @RequestParam(defaultValue = "NONE") TermSheet.RouteWish wish,
            Principal principal,
            Model model) {
        RouteQuestion question;
        RulePack pack;
        if (deal != null) {
            DealId id = reader.deal(deal, principal);
            question = RouteQuestion.of(deals.termSheet(id));
            pack = packs.of(id);
            model.addAttribute("dealId", id);
        } else {
            question = new RouteQuestion(
                    format,
                    issuerKind,
                    treatyConsent,
                    guaranteedByJapan,
                    guarantor,
                    offerees,
                    transferLocked,
                    annualReportsYears,
                    wellKnown,
                    wish);
            pack = packs.inForce(today());
        }
        model.addAttribute("q", question);
        model.addAttribute("pack", pack);
        model.addAttribute("decision", decider.decide(question, pack, today()));
        model.addAttribute("options", comparison.compare(question, pack, today()));
        model.addAttribute("formats", Format.values());
        model.addAttribute("issuerKinds", IssuerKind.values());
        model.addAttribute("wishes", TermSheet.RouteWish.values());
        return "pages/routes";
    }

    @GetMapping("/plan")
    String plan(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate payment,
            @RequestParam(defaultValue = "SRS") Route.Track track,
            @RequestParam(defaultValue = "") String home,
            @RequestParam(defaultValue = "false") boolean participates,
            @RequestParam(defaultValue = "") String fiscalYearEnd,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate shelfEffective,
            Principal principal,
            Model model) {
        RulePack pack = packs.inForce(today());
        model.addAttribute("pack", pack);
        model.addAttribute("today", today());
        model.addAttribute("payment", payment);
        model.addAttribute("track", track);
        model.addAttribute("home", home);
        model.addAttribute("participates", participates);
        model.addAttribute("fiscalYearEnd", fiscalYearEnd);
        model.addAttribute("shelfEffective", shelfEffective);
        model.addAttribute("tracks", List.of(Route.Track.SRS, Route.Track.SHELF, Route.Track.UNREGISTERED));
        if (payment != null) {
            boolean known = !payment.isAfter(pack.calendars().horizon()) && payment.getYear() > 2002;
            model.addAttribute("outside", !known);
            if (known) {
                var wish = new Planner.Wish(
                        track,
                        payment,
                        today(),
                        homeCalendar(home),
                        shelfEffective,
                        participates,
                        fiscalYearEnd.isBlank() ? null : fiscalYearEnd,
                        List.of(),
                        otherDeals(principal));
                model.addAttribute("plan", new Planner(pack).plan(wish));
            }
        }
        return "pages/plan";
    }

    private @Nullable BusinessCalendar homeCalendar(String home) {
        return switch (home) {
            case "LONDON" -> centres.london();
            case "NEW_YORK" -> centres.newYork();
            case "TARGET" -> centres.target();
            default -> null;
        };
    }

    /** Pricing dates of real deals; the name only where the reader is a member. */
    private List<Planner.OtherDeal> otherDeals(Principal principal) {
        var others = new ArrayList<Planner.OtherDeal>();
        for (DealId id : deals.ids()) {
            LocalDate pricing = deals.termSheet(id).dates().pricing();
            if (pricing != null && !deals.get(id).practice()) {
                others.add(new Planner.OtherDeal(reader.roles(id, principal).isEmpty() ? "" : id.value(), pricing));
            }
        }
        return others;
    }
}
