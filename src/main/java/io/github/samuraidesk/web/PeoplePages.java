package io.github.samuraidesk.web;

import io.github.samuraidesk.access.Account;
import io.github.samuraidesk.access.Accounts;
import io.github.samuraidesk.access.Firm;
import io.github.samuraidesk.access.FirmList;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.audit.HouseTrail;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.SealedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** For administrators: who has an account, and what happened in the house. */
@Controller
@RequestMapping("/people")
class PeoplePages {

    private static final int EVENTS_A_PAGE = 200;

    private final People people;
    private final Firms firms;
    private final Accounts accounts;
    private final HouseTrail house;
    private final JsonMapper json;

    PeoplePages(People people, Firms firms, Accounts accounts, HouseTrail house, JsonMapper json) {
        this.firms = firms;
        this.json = json;
        this.people = people;
        this.accounts = accounts;
        this.house = house;
    }

    public record Row(Person person, Account account) {}

    @GetMapping
    String people(Model model) {
        Map<String, Account> known = accounts.all();
        model.addAttribute(
                "rows",
                people.all().stream()
                        .map(p -> new Row(
                                p, known.getOrDefault(p.signIn(), new Account(p.signIn(), false, false, false, 1))))
                        .toList());
        model.addAttribute("firms", firms.list().all());
        model.addAttribute("firmKinds", Firm.Kind.values());
        return "pages/people";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String signIn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameJa,
            @RequestParam(defaultValue = "") String firm,
            @RequestParam(defaultValue = "false") boolean mayOpenDeals,
            @RequestParam(defaultValue = "false") boolean mayKeepClauses,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        FirmList list = firms.list();
        Optional<Firm> known = list.find(firm);
        var person = new Person(
                signIn.strip(),
                name.strip(),
                nameJa.strip(),
                "",
                false,
                mayOpenDeals,
                mayKeepClauses,
                known.map(Firm::name).orElse(null));
        try {
            var findings = new ArrayList<>(accounts.nameFaults(person));
            if (known.isEmpty()) {
                findings.add(firm.isBlank() ? Finding.field("firm", "required") : Firms.unknown("firm", firm, list));
            }
            Refused.unlessNone(findings);
            return showLink(person.signIn(), accounts.add(person, Reader.id(principal)), response, model);
        } catch (Refused refused) {
            model.addAttribute("typed", person);
            return refused(refused, response, model);
        }
    }

    /** The firm of an account that an earlier program made without one. */
    @PostMapping("/firm")
    String enterFirm(
            @RequestParam String signIn,
            @RequestParam String firm,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        return doing(by -> accounts.enterFirm(signIn, firm, by), principal, response, model);
    }

    @PostMapping("/firms")
    String addFirm(
            @RequestParam String name,
            @RequestParam String nameJa,
            @RequestParam Firm.Kind kind,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        return doing(
                by -> firms.add(new Firm(name.strip(), nameJa.strip(), kind, List.of()), by),
                principal,
                response,
                model);
    }

    @PostMapping("/firms/alias")
    String addAlias(
            @RequestParam String firm,
            @RequestParam String alias,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        return doing(by -> firms.addAlias(firm, alias.strip(), by), principal, response, model);
    }

    private String refused(Refused refused, HttpServletResponse response, Model model) {
        Problems.mark(response, refused.findings());
        model.addAttribute("findings", refused.findings());
        return people(model);
    }

    /** The secret is on this page and nowhere else; whoever reloads it makes another. */
    private String showLink(String signIn, String secret, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("linkOf", signIn);
        model.addAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(AccountPages.LINK + "/" + secret)
                        .toUriString());
        return people(model);
    }

    @PostMapping("/{signIn}/link")
    String link(@PathVariable String signIn, Principal principal, HttpServletResponse response, Model model) {
        try {
            return showLink(signIn, accounts.makeLink(signIn, Reader.id(principal)), response, model);
        } catch (Refused refused) {
            return refused(refused, response, model);
        }
    }

    @PostMapping("/{signIn}/disable")
    String disable(@PathVariable String signIn, Principal principal, HttpServletResponse response, Model model) {
        return doing(by -> accounts.disable(signIn, by), principal, response, model);
    }

    @PostMapping("/{signIn}/enable")
    String enable(@PathVariable String signIn, Principal principal, HttpServletResponse response, Model model) {
        return doing(by -> accounts.enable(signIn, by), principal, response, model);
    }

    private String doing(Consumer<PersonId> act, Principal principal, HttpServletResponse response, Model model) {
        try {
            act.accept(Reader.id(principal));
            return "redirect:/people";
        } catch (Refused refused) {
            return refused(refused, response, model);
        }
    }

    /** @param at Tokyo time */
    public record EventRow(long seq, String at, String person, String type, Map<String, String> what) {}

    private EventRow row(SealedEvent e) {
        var what = new LinkedHashMap<String, String>();
        json.readTree(e.body())
                .properties()
                .forEach(p -> what.put(p.getKey(), p.getValue().asString()));
        return new EventRow(e.seq(), DealPages.japanTime(e.recordedAt()), e.person(), e.type(), what);
    }

    /** The chain of the house, the latest events first. */
    @GetMapping("/events")
    String events(@RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        List<SealedEvent> events = house.before(before, EVENTS_A_PAGE);
        model.addAttribute("state", house.check());
        model.addAttribute("events", events.stream().map(this::row).toList());
        model.addAttribute(
                "older",
                events.size() == EVENTS_A_PAGE ? events.get(events.size() - 1).seq() : null);
        return "pages/house-events";
    }
}
