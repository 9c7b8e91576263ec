package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.law.RulePacks;
import org.springframework.stereotype.Component;

/** Gathers a deal's file at one moment into the one data set that all its papers print, and tells where each value is from. */
@Component
public class PaperFacts {

    private final RulePacks packs;
    private final DealClauses clauses;

    PaperFacts(RulePacks packs, DealClauses clauses) {
        this.packs = packs;
        this.clauses = clauses;
    }

    /** What a paper prints. */
    public PaperData of(DealFile file, Paper paper) {
        return printed(file, paper).data();
    }

    /** @param ownText what a person says in a paper on demand; other papers have no such text */
    public PaperData of(DealFile file, Paper paper, String ownText) {
        return printed(file, paper, ownText).data();
    }

    public Printed printed(DealFile file, Paper paper) {
        return printed(
                file,
                paper,
                file.one(SlotText.FACT.at(paper.code())).map(SlotText::text).orElse(""));
    }

    private Printed printed(DealFile file, Paper paper, String ownText) {
        return new Gathering(file, paper, packs.of(file), clauses).printed(ownText);
    }
}
