package io.github.samuraidesk.web;

import io.github.samuraidesk.clause.ChangeProposal;
import io.github.samuraidesk.clause.Clause;
import io.github.samuraidesk.clause.ClauseLibrary;
import io.github.samuraidesk.clause.ClausesSigned;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.review.Redline;
import io.github.samuraidesk.review.TwinNumbers;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.Entry;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The clauses of one deal: twins side by side, signatures, choices, proposals, and what a newer library would change. */
@Controller
@RequestMapping("/deals/{id}/clauses")
class ClausePages {

    private final DealHead head;
    private final Reader reader;
    private final Desk desk;
    private final DealClauses clauses;

    ClausePages(DealHead head, Reader reader, Desk desk, DealClauses clauses) {
        this.head = head;
        this.reader = reader;
        this.desk = desk;
        this.clauses = clauses;
    }

    @ModelAttribute(binding = false)
    DealFile head(@PathVariable String id, Principal principal, Model model) {
        DealFile deal = head.show(id, principal, model);
        model.addAttribute("page", "clauses");
        return deal;
    }

    /** @param numbers figures that stand in one twin alone */
    public record Row(DealClauses.State state, List<TwinNumbers.Difference> numbers, List<String> tranches) {

        public List<Clause.Piece> ja() {
            return Clause.pieces(state.worded().ja());
        }

        public List<Clause.Piece> en() {
            return Clause.pieces(state.worded().en());
        }
    }

    public record Section(ClauseLibrary.Heading heading, List<Row> rows) {}

    /** A text against another, as words taken out and put in. */
    public record Compared(Redline ja, Redline en) {

        static Compared of(String jaBefore, String enBefore, String ja, String en) {
            return new Compared(Redline.ofTexts(jaBefore, ja), Redline.ofTexts(enBefore, en));
        }
    }

    public record ProposalRow(ChangeProposal proposal, Compared compared) {}

    public record UpgradeRow(DealClauses.Upgrade upgrade, Compared compared) {}

    @GetMapping
    String clauses(DealFile deal, Principal principal, Model model) {
        Map<String, List<DealClauses.Worded>> byTranche = clauses.byTranche(deal);
        var sections = new LinkedHashMap<Integer, Section>();
        List<DealClauses.State> states = clauses.states(deal);
        for (DealClauses.State s : states) {
            Clause clause = s.worded().clause();
            sections.computeIfAbsent(
                            clause.section(),
                            n -> new Section(ClauseLibrary.builtIn().headings().get(n), new ArrayList<>()))
                    .rows()
                    .add(new Row(
                            s,
                            TwinNumbers.differences(s.worded().ja(), s.worded().en()),
                            byTranche.entrySet().stream()
                                    .filter(e -> e.getValue().contains(s.worded()))
                                    .map(Map.Entry::getKey)
                                    .toList()));
        }
        Set<Role> roles = reader.roles(deal.id(), principal);
        List<ChangeProposal> proposals = deal.current(ChangeProposal.FACT);
        model.addAttribute("sections", sections);
        model.addAttribute("clauseCount", states.size());
        model.addAttribute(
                "numbersDiffer",
                sections.values().stream()
                        .flatMap(s -> s.rows().stream())
                        .anyMatch(r -> !r.numbers().isEmpty()));
        model.addAttribute("choices", clauses.choices(deal));
        model.addAttribute(
                "proposals",
                proposals.stream()
                        .map(p -> new ProposalRow(p, Compared.of(p.jaBefore(), p.enBefore(), p.ja(), p.en())))
                        .toList());
        model.addAttribute(
                "upgrades",
                clauses.upgrades(deal).stream()
                        .map(u -> new UpgradeRow(
                                u, Compared.of(u.from().ja(), u.from().en(), u.to().ja(), u.to().en())))
                        .toList());
        model.addAttribute("upgradeSha256", clauses.upgradeSha256(deal));
        String textsSha256 = clauses.textsSha256(deal);
        model.addAttribute("textsSha256", textsSha256);
        model.addAttribute("legal", roles.stream().anyMatch(Role::isLegal));
        model.addAttribute("mayPropose", roles.stream().anyMatch(Entry.PROPOSE_CHANGE.roles()::contains));
        var mayNotSign = new LinkedHashMap<ClausesSigned.Capacity, List<Finding>>();
        for (ClausesSigned.Capacity c : ClausesSigned.Capacity.values()) {
            boolean needed = states.stream().anyMatch(s -> s.missing().contains(c));
            if (needed) {
                mayNotSign.put(c, clauses.mayNotSign(deal, c, textsSha256, Reader.id(principal)));
            }
        }
        model.addAttribute("mayNotSign", mayNotSign);
        model.addAttribute("obstacles", desk.obstacles(deal.id(), Entry.SIGN_CLAUSES, Reader.id(principal)));
        model.addAttribute(
                "signed",
                deal.all(ClausesSigned.FACT).stream()
                        .map(s -> s.value().capacity().name() + " " + s.person())
                        .toList());
        return "pages/clauses";
    }
}
