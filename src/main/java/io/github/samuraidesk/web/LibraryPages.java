package io.github.samuraidesk.web;

import io.github.samuraidesk.access.People;
import io.github.samuraidesk.clause.Clause;
import io.github.samuraidesk.clause.ClauseLibrary;
import io.github.samuraidesk.clause.ClausesSigned.Capacity;
import io.github.samuraidesk.clause.HouseClauses;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.disclosure.Typesetter;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FormCheck;
import io.github.samuraidesk.form.FormValues;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The house's clause library: every version with its owner, dates, conditions and signatures. */
@Controller
@RequestMapping("/clauses")
class LibraryPages {

    private static final List<Field> NEXT_VERSION =
            List.of(Field.lines("textJa"), Field.lines("textEn"), Field.date("effective"), Field.lines("reason"));

    private final HouseClauses house;
    private final People people;
    private final FormCheck formCheck;

    LibraryPages(HouseClauses house, People people, Typesetter typesetter) {
        this.formCheck = new FormCheck(typesetter::canPrint);
        this.house = house;
        this.people = people;
    }

    @GetMapping
    String library(Model model) {
        Map<Integer, ClauseLibrary.Heading> headings = ClauseLibrary.builtIn().headings();
        var sections = new LinkedHashMap<ClauseLibrary.Heading, List<HouseClauses.Kept>>();
        house.library()
                .forEach(k -> sections.computeIfAbsent(headings.get(k.clause().section()), h -> new ArrayList<>())
                        .add(k));
        model.addAttribute("sections", sections);
        return "pages/library";
    }

    @GetMapping("/{clause}")
    String clause(@PathVariable String clause, Principal principal, Model model) {
        return show(clause, principal, null, model);
    }

    public record Typed(String textJa, String textEn, String effective, String reason) {}

    private String show(String id, Principal principal, @Nullable Typed typed, Model model) {
        List<HouseClauses.Kept> kept = house.versions(id);
        if (kept.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Clause latest = kept.get(kept.size() - 1).clause();
        model.addAttribute("clause", latest);
        model.addAttribute(
                "typed",
                typed != null
                        ? typed
                        : new Typed(latest.ja(), latest.en(), latest.effective().toString(), ""));
        var versions = new ArrayList<Version>();
        for (int i = kept.size() - 1; i >= 0; i--) {
            Clause before = i == 0 ? null : kept.get(i - 1).clause();
            Clause c = kept.get(i).clause();
            versions.add(new Version(
                    kept.get(i),
                    before == null ? null : ClausePages.Compared.of(before.ja(), before.en(), c.ja(), c.en())));
        }
        model.addAttribute("versions", versions);
        model.addAttribute("figures", new java.util.TreeSet<>(Clause.FIGURES));
        model.addAttribute("keeper", mayKeep(principal));
        model.addAttribute("capacities", Capacity.values());
        return "pages/library-clause";
    }

    public record Version(HouseClauses.Kept kept, ClausePages.@Nullable Compared compared) {}

    private boolean mayKeep(Principal principal) {
        return people.find(principal.getName()).filter(p -> p.mayKeepClauses()).isPresent();
    }

    private void mustKeep(Principal principal) {
        if (!mayKeep(principal)) {
            throw new Refused(List.of(
                    Finding.rule("ACCESS", "house rule: segregation of duties", "clause", "", "mayNotKeepClauses")));
        }
    }

    @PostMapping("/{clause}")
    String edit(
            @PathVariable String clause,
            @RequestParam String textJa,
            @RequestParam String textEn,
            @RequestParam String effective,
            @RequestParam String reason,
            Principal principal,
            Model model) {
        mustKeep(principal);
        FormValues values = FormValues.of(
                "textJa", lines(textJa), "textEn", lines(textEn), "effective", effective, "reason", lines(reason));
        try {
            Refused.unlessNone(formCheck.check(NEXT_VERSION, values).stream()
                    .map(Finding::of)
                    .toList());
            house.edit(
                    clause,
                    values.text("textJa"),
                    values.text("textEn"),
                    values.date("effective"),
                    values.text("reason"),
                    new PersonId(principal.getName()));
        } catch (Refused refused) {
            model.addAttribute("findings", refused.findings());
            return show(clause, principal, new Typed(textJa, textEn, effective, reason), model);
        }
        return "redirect:/clauses/" + clause;
    }

    /** What a browser sends, with the line ends that the library keeps. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    @PostMapping("/{clause}/sign")
    String sign(
            @PathVariable String clause,
            @RequestParam int version,
            @RequestParam Capacity capacity,
            Principal principal) {
        mustKeep(principal);
        house.sign(clause, version, capacity, new PersonId(principal.getName()));
        return "redirect:/clauses/" + clause;
    }
}
