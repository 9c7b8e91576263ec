package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Said;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which set of templates a deal's papers are set with. A deal is pinned when it first drafts and stays with that set,
 * whatever later programs come with, until legal takes another.
 */
@Component
public class PinnedTemplates {

    private static final String KEY = "templates";

    private final TemplateSets sets;
    private final Facts facts;

    PinnedTemplates(TemplateSets sets, Facts facts) {
        this.sets = sets;
        this.facts = facts;
    }

    /** Names of the sets that a deal was ever pinned to, the present one last; none before it drafts under a program that pins. */
    public List<String> everPinned(DealFile deal) {
        return deal.history(TemplatesPinned.FACT).stream()
                .map(s -> s.value().set())
                .toList();
    }

    /** Name of the set that a deal is pinned to. */
    public Optional<String> pinned(DealFile deal) {
        return deal.one(TemplatesPinned.FACT).map(TemplatesPinned::set);
    }

    /**
     * The set that a paper of a deal is to be set with: the deal's; the program's own for a deal that has none yet, and for
     * a paper that came into the program after the deal's set.
     *
     * @throws Refused when the deal's set is not there any more, or not what its name says
     */
    public TemplateSet of(DealFile deal, Paper paper) {
        Optional<String> pinned = pinned(deal);
        if (pinned.isEmpty()) {
            return sets.own();
        }
        TemplateSet set = sets.find(pinned.get())
                .orElseThrow(() -> new Refused(
                        List.of(Finding.rule("TRAIL", "", KEY, "AUDITOR", "templatesDoNotHold", pinned.get()))));
        return set.knows(paper) ? set : sets.own();
    }

    /** The same, but the program's own too where the deal's is not there any more: who prepared a paper is told all the same. */
    TemplateSet ofOrOwn(DealFile deal, Paper paper) {
        return pinned(deal).flatMap(sets::find).filter(set -> set.knows(paper)).orElseGet(sets::own);
    }

    /** The set that legal is offered: the program's own, for a deal that is pinned to another. */
    public Optional<TemplateSet> offered(DealFile deal) {
        return pinned(deal).filter(p -> !p.equals(sets.own().sha256())).map(p -> sets.own());
    }

    /** What legal last decided on a set, with who and when. */
    public Optional<Said<TemplatesDecided>> decided(DealFile deal, TemplateSet offered) {
        return decisions(deal).stream()
                .filter(d -> d.value().offered().equals(offered.sha256()))
                .reduce((earlier, later) -> later);
    }

    /** Every decision, the first first. */
    public List<Said<TemplatesDecided>> decisions(DealFile deal) {
        return deal.history(TemplatesDecided.FACT);
    }

    /**
     * Whether a stored paper is, as far as templates go, what would be made now: it is made from the same texts as the
     * deal's set has for it. A paper of an earlier program, which pinned nothing, counts as made with the deal's first set.
     */
    boolean isCurrent(DealFile deal, RenderedPaper rendered) {
        List<String> names = everPinned(deal);
        if (names.isEmpty()) {
            return true;
        }
        String last = names.get(names.size() - 1);
        if (names.stream().allMatch(last::equals)) {
            return true;
        }
        Paper paper = rendered.paper();
        Optional<TemplateSet> present = sets.find(last);
        Optional<TemplateSet> madeWith = names.stream()
                .flatMap(n -> sets.find(n).stream())
                .filter(s -> s.knows(paper) && s.hashOf(paper).equals(rendered.templateSha256()))
                .reduce((earlier, later) -> later)
                .or(() -> sets.find(names.get(0)));
        return present.isPresent() && madeWith.isPresent() && madeWith.get().isSameFor(paper, present.get());
    }

    /** Pins a deal that has no set yet to the one that its papers were just set with. The caller holds the deal's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pinIfNone(DealId id, TemplateSet set, PersonId person) {
        if (pinned(facts.of(id)).isEmpty()) {
            facts.record(id, TemplatesPinned.FACT.key(), TemplatesPinned.to(set), person);
        }
    }

    /** Records what legal decided; a set that is taken is the deal's from now on. The caller holds the deal's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(
            DealId id, String offered, boolean adopt, String reason, PersonId person, List<Finding> findings) {
        Optional<TemplateSet> set = sets.find(offered);
        Optional<String> pinned = pinned(facts.of(id));
        if (set.isEmpty()) {
            findings.add(Finding.field("templatesSha256", "unknownTemplates", offered));
        } else if (pinned.isEmpty()) {
            findings.add(Finding.field("templatesSha256", "noTemplatesYet"));
        } else if (pinned.get().equals(offered)) {
            findings.add(Finding.field("templatesSha256", "alreadyOnTemplates"));
        } else {
            facts.record(
                    id,
                    TemplatesDecided.FACT.key(),
                    new TemplatesDecided(pinned.get(), offered, adopt, reason),
                    person);
            if (adopt) {
                facts.record(id, TemplatesPinned.FACT.key(), TemplatesPinned.to(set.get()), person);
            }
        }
    }
}
