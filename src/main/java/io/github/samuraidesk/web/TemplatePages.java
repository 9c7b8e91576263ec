package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.UnreadableFact;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PinnedTemplates;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.disclosure.TemplateSet;
import io.github.samuraidesk.disclosure.TemplateSets;
import io.github.samuraidesk.disclosure.TemplatesDecided;
import io.github.samuraidesk.review.Redline;
import io.github.samuraidesk.workflow.DealProcess;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The templates of a deal's papers: which set it is pinned to, and what the set that legal is offered would change. */
@Controller
class TemplatePages {

    private static final int LINES_AROUND = 1;

    private final DealHead head;
    private final Reader reader;
    private final DealBook deals;
    private final Facts facts;
    private final DealProcess process;
    private final Papers papers;
    private final PinnedTemplates pinned;
    private final TemplateSets sets;
    private final FilingPackage filingPackage;

    TemplatePages(
            DealHead head,
            Reader reader,
            DealBook deals,
            Facts facts,
            DealProcess process,
            Papers papers,
            PinnedTemplates pinned,
            TemplateSets sets,
            FilingPackage filingPackage) {
        this.head = head;
        this.reader = reader;
        this.deals = deals;
        this.facts = facts;
        this.process = process;
        this.papers = papers;
        this.pinned = pinned;
        this.sets = sets;
        this.filingPackage = filingPackage;
    }

    /** @param change ADDED, REMOVED or CHANGED */
    public record FileChange(String name, String change, Redline lines) {}

    /**
     * A paper of the deal whose template differs.
     *
     * @param filed whether it is with the authority and stays as it is
     * @param redline its words today by the deal's set, and by the offered one
     */
    public record PaperChange(Paper paper, boolean filed, Redline redline) {}

    /** @param papers papers of the deal whose template differs @param decided what legal decided on the set, or null */
    public record DealOffer(
            DealId id,
            String issuer,
            List<Paper> papers,
            @Nullable TemplatesDecided decided) {}

    @GetMapping("/deals/{id}/templates")
    String ofDeal(@PathVariable String id, Principal principal, Model model) {
        DealFile deal = head.show(id, principal, model);
        Optional<String> name = pinned.pinned(deal);
        Optional<TemplateSet> has = name.flatMap(sets::find);
        Optional<TemplateSet> offered = pinned.offered(deal);
        boolean comparable = has.isPresent() && offered.isPresent();
        model.addAttribute("page", "papers");
        model.addAttribute("pinned", name.orElse(null));
        model.addAttribute("lost", name.isPresent() && has.isEmpty());
        model.addAttribute("offered", offered.map(TemplateSet::sha256).orElse(null));
        model.addAttribute(
                "decided", offered.flatMap(o -> pinned.decided(deal, o)).orElse(null));
        model.addAttribute("decisions", pinned.decisions(deal));
        model.addAttribute("files", comparable ? files(has.get(), offered.get()) : List.of());
        model.addAttribute("papers", comparable ? papers(deal, has.get(), offered.get()) : List.of());
        return "pages/templates";
    }

    private static List<FileChange> files(TemplateSet has, TemplateSet offered) {
        var changes = new ArrayList<FileChange>();
        for (String name : has.differences(offered)) {
            String before = has.texts().getOrDefault(name, "");
            String after = offered.texts().getOrDefault(name, "");
            String change = before.isEmpty() ? "ADDED" : after.isEmpty() ? "REMOVED" : "CHANGED";
            changes.add(
                    new FileChange(name, change, Redline.ofTexts(before, after).near(LINES_AROUND)));
        }
        return changes;
    }

    private List<PaperChange> papers(DealFile deal, TemplateSet has, TemplateSet offered) {
        return changing(deal, has, offered).stream()
                .map(p -> new PaperChange(
                        p.paper(),
                        filingPackage.wasFiled(deal, p),
                        Redline.of(papers.xhtmlWith(deal, p.paper(), has), papers.xhtmlWith(deal, p.paper(), offered))
                                .near(LINES_AROUND)))
                .toList();
    }

    /** Papers of a deal that the offered set makes otherwise. */
    private List<RenderedPaper> changing(DealFile deal, TemplateSet has, TemplateSet offered) {
        return papers.all(deal).stream()
                .filter(p -> has.knows(p.paper()) && offered.knows(p.paper()))
                .filter(p -> !has.isSameFor(p.paper(), offered))
                .toList();
    }

    /** The reader's own open deals that are on another set than the program's. */
    @GetMapping("/templates")
    String offers(Principal principal, Model model) {
        var rows = new ArrayList<DealOffer>();
        var unreadable = new ArrayList<DealId>();
        for (DealId id : deals.ids()) {
            if (reader.roles(id, principal).isEmpty() || !process.isRunning(id)) {
                continue;
            }
            try {
                offer(facts.of(id)).ifPresent(rows::add);
            } catch (UnreadableFact e) {
                unreadable.add(id);
            }
        }
        model.addAttribute("unreadable", unreadable);
        model.addAttribute("offered", sets.own().sha256());
        model.addAttribute("rows", rows);
        return "pages/templates-offered";
    }

    private Optional<DealOffer> offer(DealFile deal) {
        return pinned.offered(deal)
                .map(offered -> new DealOffer(
                        deal.id(),
                        DealBook.termSheet(deal).issuer().name(),
                        pinned.pinned(deal)
                                .flatMap(sets::find)
                                .map(has -> changing(deal, has, offered).stream()
                                        .map(RenderedPaper::paper)
                                        .toList())
                                .orElse(List.of()),
                        pinned.decided(deal, offered).map(d -> d.value()).orElse(null)));
    }
}
