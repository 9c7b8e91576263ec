package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.workflow.Halt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a postponed or pulled deal still has to file, by the names of the forms; its fact holds their codes. */
@Component
class HaltWords {

    private static final Pattern BY_CODE = Pattern.compile("(amend|withdraw) (\\d{3})/(\\d{6})");
    private static final String THE_DATES = "amend the dates";

    private final RulePacks packs;
    private final Wording wording;

    HaltWords(RulePacks packs, Wording wording) {
        this.packs = packs;
        this.wording = wording;
    }

    /** @param toFile in the reader's language; empty where nothing is */
    public record Row(Halt halt, String toFile) {}

    Row of(DealFile deal, Halt halt) {
        return new Row(halt, toFile(deal, halt.filing()));
    }

    private String toFile(DealFile deal, String filing) {
        Matcher code = BY_CODE.matcher(filing);
        if (code.matches()) {
            return wording.text("page.haltFiling." + code.group(1), form(packs.of(deal), code.group(2), code.group(3)));
        }
        return filing.equals(THE_DATES) ? wording.text("page.haltFiling.amendTheDates") : filing;
    }

    /** A form that the deal's pack does not know goes by its codes. */
    private String form(RulePack pack, String ordinance, String code) {
        return pack.forms().stream()
                .filter(f -> f.ordinanceCode().equals(ordinance) && f.formCode().equals(code))
                .findFirst()
                .map(f -> wording.isEnglish() ? f.en() : f.formNoJa() + " " + f.ja())
                .orElse(ordinance + "/" + code);
    }
}
