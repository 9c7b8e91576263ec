package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.UnreadableFact;
import io.github.samuraidesk.edinet.PackageCheck;
import io.github.samuraidesk.law.PackAdopted;
import io.github.samuraidesk.law.PackImpact;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The rule packs: what they say, loading a newer one, and what it changes in open deals. */
@Controller
@RequestMapping("/rules")
class RulePages {

    private final RulePacks packs;
    private final DealBook deals;
    private final Facts facts;
    private final Reader reader;
    private final Desk desk;
    private final DealProcess process;

    RulePages(RulePacks packs, DealBook deals, Facts facts, Reader reader, Desk desk, DealProcess process) {
        this.packs = packs;
        this.deals = deals;
        this.facts = facts;
        this.reader = reader;
        this.desk = desk;
        this.process = process;
    }

    @GetMapping
    String rules(@RequestParam(required = false) @Nullable String pack, HttpServletRequest request, Model model) {
        RulePack inForce = packs.inForce();
        RulePack shown = pack == null
                ? inForce
                : packs.find(pack).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("rules", shown);
        model.addAttribute("checkable", PackageCheck.checkable(shown.edinet()).size());
        model.addAttribute("packs", packs.all());
        model.addAttribute("inForce", inForce.sha256());
        model.addAttribute("mayLoad", request.isUserInRole("ADMINISTRATOR"));
        return "pages/rules";
    }

    /** Administrators load packs; what a pack does to a deal is decided by the deal's people. */
    @PostMapping
    String load(
            @RequestParam("pack") MultipartFile file,
            Principal principal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (!request.isUserInRole("ADMINISTRATOR")) {
            throw Problems.onlyAdministrators("pack");
        }
        try {
            RulePack loaded = packs.load(file.getBytes(), Reader.id(principal));
            return "redirect:/rules?pack=" + loaded.sha256() + "&loaded";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", refused.findings());
            return rules(null, request, model);
        }
    }

    @PostMapping("/{sha256}/withdraw")
    String withdraw(
            @PathVariable String sha256,
            Principal principal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!request.isUserInRole("ADMINISTRATOR")) {
            throw Problems.onlyAdministrators("pack");
        }
        try {
            packs.withdraw(sha256, Reader.id(principal));
            return "redirect:/rules";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", refused.findings());
            return rules(null, request, model);
        }
    }

    /** @param decided what a person decided on this pack, or null */
    public record DealImpact(
            DealId id,
            String issuer,
            List<PackImpact.Move> moves,
            @Nullable PackAdopted decided) {}

    /** What a pack would change in the reader's own open deals. */
    @GetMapping("/{sha256}/impact")
    String impact(@PathVariable String sha256, Principal principal, Model model) {
        RulePack offered = packs.find(sha256).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var rows = new ArrayList<DealImpact>();
        var unreadable = new ArrayList<DealId>();
        for (DealId id : deals.ids()) {
            if (reader.roles(id, principal).isEmpty() || !process.isRunning(id)) {
                continue;
            }
            try {
                impact(id, offered).ifPresent(rows::add);
            } catch (UnreadableFact e) {
                unreadable.add(id);
            }
        }
        model.addAttribute("unreadable", unreadable);
        model.addAttribute("offered", offered);
        model.addAttribute("rows", rows);
        return "pages/pack-impact";
    }

    /** Nothing where the deal is under the offered pack from its opening. */
    private Optional<DealImpact> impact(DealId id, RulePack offered) {
        DealFile deal = facts.of(id);
        PackAdopted decided = deal.one(PackAdopted.FACT)
                .filter(d -> d.offered().equals(offered.sha256()))
                .orElse(null);
        return packs.pinned(deal).equals(offered.sha256()) && decided == null
                ? Optional.empty()
                : Optional.of(new DealImpact(
                        id, DealBook.termSheet(deal).issuer().name(), desk.impact(id, offered), decided));
    }
}
