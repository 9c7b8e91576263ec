package io.github.samuraidesk.web;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.edinet.CheckReport;
import io.github.samuraidesk.edinet.EdinetMessages;
import io.github.samuraidesk.law.PackAdopted;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.registration.Amendment;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.FilingProgress;
import io.github.samuraidesk.registration.RegistrationWithdrawn;
import io.github.samuraidesk.workflow.GateOverride;
import io.github.samuraidesk.workflow.Gates;
import io.github.samuraidesk.workflow.MaterialChanges;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The registration of a deal: where each filing stands, what decides its effectiveness, and what has changed since. */
@Controller
@RequestMapping("/deals/{id}/registration")
class RegistrationPages {

    private final DealHead head;
    private final Gates gates;
    private final RulePacks packs;
    private final FilingPackage filingPackage;
    private final MaterialChanges changes;

    RegistrationPages(
            DealHead head, Gates gates, RulePacks packs, FilingPackage filingPackage, MaterialChanges changes) {
        this.head = head;
        this.gates = gates;
        this.packs = packs;
        this.filingPackage = filingPackage;
        this.changes = changes;
    }

    /** States of a filing in their order, as the page draws them. */
    private static final List<String> STATES =
            List.of("DRAFT", "UPLOADED", "PRECHECKED", "PROVISIONAL", "SUBMITTED", "ACCEPTED", "EFFECTIVE");

    /**
     * @param state one of DRAFT to EFFECTIVE, or WITHDRAWN
     * @param recorded last step before acceptance that a person recorded; steps after it are known only by their end
     * @param report what the upload check says of the package, or null before there is one
     */
    public record FilingRow(
            Filing.Stage stage,
            String form,
            String formName,
            String state,
            int reached,
            int recorded,
            @Nullable Filing filing,
            @Nullable FilingProgress progress,
            FilingPackage.@Nullable Package sent,
            @Nullable CheckReport report) {}

    @ModelAttribute(binding = false)
    DealFile head(@PathVariable String id, Principal principal, Model model) {
        DealFile deal = head.show(id, principal, model);
        model.addAttribute("page", "registration");
        return deal;
    }

    @GetMapping
    String page(DealFile deal, Model model) {
        RulePack pack = packs.of(deal);
        Route route = DealRoute.likely(deal);
        model.addAttribute("pack", pack);
        model.addAttribute("packLost", packs.isLost(deal));
        model.addAttribute("registered", route.isRegistered());
        model.addAttribute("states", STATES);
        model.addAttribute("filings", route.isRegistered() ? filings(deal, route, pack) : List.of());
        model.addAttribute("effectiveness", gates.effectiveness(deal).reckoned().orElse(null));
        Filing.Stage stage = route.isShelf() ? Filing.Stage.STATEMENT : Filing.Stage.FINAL_TERMS;
        model.addAttribute(
                "confirmed",
                deal.said(EffectivenessConfirmed.FACT.at(stage.name())).stream().toList());
        model.addAttribute("amendments", deal.all(Amendment.FACT));
        model.addAttribute("open", gates.check(deal, Gate.G4));
        model.addAttribute("changes", changes.since(deal));
        model.addAttribute("overrides", deal.all(GateOverride.FACT));
        model.addAttribute("decisions", deal.history(PackAdopted.FACT));
        model.addAttribute("messages", EdinetMessages.of(LocaleContextHolder.getLocale()));
        return "pages/registration";
    }

    private List<FilingRow> filings(DealFile deal, Route route, RulePack pack) {
        String ordinance = DealBook.termSheet(deal).issuer().kind().ordinanceCode();
        boolean withdrawn = deal.one(RegistrationWithdrawn.FACT).isPresent();
        var rows = new ArrayList<FilingRow>();
        for (Filing.Stage stage : Filing.Stage.values()) {
            Optional<Filing> filing = Filing.accepted(deal, stage);
            Optional<FilingProgress> progress = deal.one(FilingProgress.FACT.at(stage.name()));
            boolean effective =
                    deal.one(EffectivenessConfirmed.FACT.at(stage.name())).isPresent()
                            || (stage == Filing.Stage.STATEMENT
                                    && deal.one(EffectivenessConfirmed.FACT.at(Filing.Stage.FINAL_TERMS.name()))
                                            .isPresent());
            String state = filing.isPresent()
                    ? (effective ? "EFFECTIVE" : "ACCEPTED")
                    : progress.map(p -> p.state().name()).orElse("DRAFT");
            var form = pack.form(
                    route, ordinance, stage == Filing.Stage.STATEMENT ? route.statement() : route.finalTerms());
            Optional<FilingPackage.Package> sent = filingPackage.of(deal, stage, route);
            rows.add(new FilingRow(
                    stage,
                    form.ordinanceCode() + "/" + form.formCode(),
                    form.formNoJa() + " " + form.ja(),
                    withdrawn ? "WITHDRAWN" : state,
                    STATES.indexOf(state),
                    progress.map(p -> STATES.indexOf(p.state().name())).orElse(0),
                    filing.orElse(null),
                    progress.orElse(null),
                    sent.orElse(null),
                    sent.map(p -> filingPackage.check(deal, p)).orElse(null)));
        }
        return rows;
    }
}
