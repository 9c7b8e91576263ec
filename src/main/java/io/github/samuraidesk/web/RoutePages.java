package io.github.samuraidesk.web;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.CentreCalendars;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Format;
import io.github.samuraidesk.deal.IssuerKind;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.law.Planner;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RouteComparison;
import io.github.samuraidesk.law.RouteDecider;
import io.github.samuraidesk.law.RouteQuestion;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final Reader reader;
    private final HouseDeals houseDeals;
    private final CentreCalendars centres;

    RoutePages(
            RulePacks packs,
            RouteDecider decider,
            RouteComparison comparison,
            Reader reader,
            HouseDeals houseDeals,
            CentreCalendars centres) {
        this.packs = packs;
        this.decider = decider;
        this.comparison = comparison;
        this.reader = reader;
        this.houseDeals = houseDeals;
        this.centres = centres;
    }

    private LocalDate today() {
        return packs.today();
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
            DealFile file = reader.deal(deal, principal);
            question = RouteQuestion.of(DealBook.termSheet(file));
            pack = packs.of(file);
            model.addAttribute("dealId", file.id());
        } else {
            if (annualReportsYears < 0 || (offerees != null && offerees < 1)) {
                model.addAttribute(
                        "findings",
                        List.of(Finding.field(
                                annualReportsYears < 0 ? "issuer.annualReportsYears" : "offering.offerees",
                                "notANumberOfThem",
                                String.valueOf(annualReportsYears < 0 ? annualReportsYears : offerees))));
                annualReportsYears = Math.max(0, annualReportsYears);
                offerees = offerees != null && offerees < 1 ? null : offerees;
            }
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
            pack = packs.inForce();
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
            @RequestParam(defaultValue = "") String payment,
            @RequestParam(defaultValue = "SRS") String track,
            @RequestParam(defaultValue = "") String home,
            @RequestParam(defaultValue = "false") boolean participates,
            @RequestParam(defaultValue = "") String fiscalYearEnd,
            @RequestParam(defaultValue = "false") boolean state,
            @RequestParam(defaultValue = "") String shelfEffective,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        RulePack pack = packs.inForce();
        List<Route.Track> tracks = List.of(Route.Track.SRS, Route.Track.SHELF, Route.Track.UNREGISTERED);
        var findings = new ArrayList<Finding>();
        Optional<LocalDate> wanted = date("payment", payment, pack, findings);
        Optional<LocalDate> effective = date("shelf.effective", shelfEffective, pack, findings);
        Route.Track chosen =
                tracks.stream().filter(t -> t.name().equals(track)).findFirst().orElse(Route.Track.SRS);
        if (!fiscalYearEnd.isBlank() && Planner.monthDay(fiscalYearEnd).isEmpty()) {
            findings.add(Finding.field("issuer.fiscalYearEnd", "notADay", fiscalYearEnd, "MM-DD"));
        }
        model.addAttribute("pack", pack);
        model.addAttribute("today", today());
        model.addAttribute("payment", payment);
        model.addAttribute("track", chosen);
        model.addAttribute("home", home);
        model.addAttribute("participates", participates);
        model.addAttribute("fiscalYearEnd", fiscalYearEnd);
        model.addAttribute("state", state);
        model.addAttribute("shelfEffective", shelfEffective);
        model.addAttribute("tracks", tracks);
        model.addAttribute("findings", findings);
        if (!findings.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        } else if (wanted.isPresent()) {
            var wish = new Planner.Wish(
                    chosen,
                    wanted.get(),
                    today(),
                    homeCalendar(home),
                    effective.orElse(null),
                    participates,
                    fiscalYearEnd.isBlank() ? null : fiscalYearEnd,
                    state,
                    List.of(),
                    houseDeals.real(principal));
            model.addAttribute("plan", new Planner(pack).plan(wish));
        }
        return "pages/plan";
    }

    /** A day within ten years of today; another is a slip of the pen or beyond what anybody plans. */
    private Optional<LocalDate> date(String field, String text, RulePack pack, List<Finding> findings) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            LocalDate first = today().minusYears(10);
            LocalDate last = today().plusYears(10);
            if (day.isBefore(first) || day.isAfter(last)) {
                findings.add(Finding.field(field, "dayOutOfReach", text, first.toString(), last.toString()));
                return Optional.empty();
            }
            return Optional.of(day);
        } catch (DateTimeParseException e) {
            findings.add(Finding.field(field, "notADay", text, "YYYY-MM-DD"));
            return Optional.empty();
        }
    }

    private @Nullable BusinessCalendar homeCalendar(String home) {
        return switch (home) {
            case "LONDON" -> centres.london();
            case "NEW_YORK" -> centres.newYork();
            case "TARGET" -> centres.target();
            default -> null;
        };
    }
}
