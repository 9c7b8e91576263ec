package io.github.samuraidesk.web;

import io.github.samuraidesk.access.Firm;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheetForm;
import io.github.samuraidesk.deal.TermSheetYaml;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.registration.RulePacks;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** First pages by role, opening a deal, the rule pack, accounts. */
@Controller
class HomePages {

    private final Reader reader;
    private final People people;
    private final Firms firms;
    private final DealBook deals;
    private final Desk desk;
    private final DealPages dealPages;
    private final DealProcess process;
    private final DealClock clock;
    private final RulePacks packs;
    private final PasswordEncoder passwords;
    private final DemoPeople demo;

    HomePages(
            Reader reader,
            People people,
            Firms firms,
            DealBook deals,
            Desk desk,
            DealPages dealPages,
            DealProcess process,
            DealClock clock,
            RulePacks packs,
            PasswordEncoder passwords,
            DemoPeople demo) {
        this.reader = reader;
        this.people = people;
        this.firms = firms;
        this.deals = deals;
        this.desk = desk;
        this.dealPages = dealPages;
        this.process = process;
        this.clock = clock;
        this.packs = packs;
        this.passwords = passwords;
        this.demo = demo;
    }

    public record DealRow(
            DealId id,
            String issuer,
            String issuerJa,
            Set<Role> roles,
            boolean running,
            List<String> stages,
            String today,
            boolean practice) {}

    public record HomeTask(DealId dealId, String issuer, String issuerJa, DealPages.TaskRow row) {}

    public record HomePaper(DealId dealId, String issuer, String issuerJa, DealPages.PaperRow row, boolean read) {}

    @GetMapping("/")
    String home(Principal principal, Model model) {
        PersonId me = Reader.id(principal);
        var rows = new ArrayList<DealRow>();
        var tasks = new ArrayList<HomeTask>();
        var papers = new ArrayList<HomePaper>();
        boolean reviewer = false;
        boolean auditor = false;
        var ids = people.memberships(me).stream().map(Member::dealId).distinct().toList();
        for (DealId id : ids) {
            var sheet = deals.termSheet(id);
            Set<Role> roles = people.roles(id, me);
            reviewer |= roles.contains(Role.MANAGERS_COUNSEL);
            auditor |= roles.contains(Role.AUDITOR);
            var open = dealPages.taskRows(id, me);
            rows.add(new DealRow(
                    id,
                    sheet.issuer().name(),
                    sheet.issuer().nameJa(),
                    roles,
                    process.isRunning(id),
                    open.stream().map(t -> t.task().id()).limit(3).toList(),
                    clock.today(id).toString(),
                    deals.get(id).practice()));
            open.stream()
                    .filter(DealPages.TaskRow::mine)
                    .forEach(t -> tasks.add(new HomeTask(
                            id, sheet.issuer().name(), sheet.issuer().nameJa(), t)));
            if (roles.stream().anyMatch(r -> r != Role.AUDITOR && r != Role.AGENT && r != Role.MANAGER)) {
                boolean inReview =
                        open.stream().anyMatch(t -> t.task() == io.github.samuraidesk.workflow.HumanTask.REVIEW_PAPERS);
                (inReview ? dealPages.paperRows(id) : List.<DealPages.PaperRow>of())
                        .stream()
                                .filter(p -> p.current() && p.awaits(roles))
                                // whoever prepared a paper has nothing to approve
                                .filter(p ->
                                        !dealPages.hasPrepared(id, p.paper().paper(), principal.getName()))
                                .forEach(p -> papers.add(new HomePaper(
                                        id,
                                        sheet.issuer().name(),
                                        sheet.issuer().nameJa(),
                                        p,
                                        dealPages.hasRead(id, p.paper(), principal.getName()))));
            }
        }
        // what the reader has not read comes first
        papers.sort(Comparator.comparing(HomePaper::read));
        tasks.sort(Comparator.comparing(t -> t.row().days(), Comparator.nullsFirst(Comparator.naturalOrder())));
        model.addAttribute("deals", rows);
        model.addAttribute("tasks", tasks);
        model.addAttribute("papers", papers);
        model.addAttribute("reviewer", reviewer);
        model.addAttribute("auditor", auditor);
        model.addAttribute("person", reader.person(principal));
        return "pages/home";
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("demo", demo.accounts());
        model.addAttribute("nobody", people.all().isEmpty());
        return "pages/login";
    }

    @GetMapping("/deals/new")
    String newDeal(Model model) {
        return termSheet(FormValues.empty(), List.of(), model);
    }

    private String termSheet(FormValues values, List<Finding> findings, Model model) {
        model.addAttribute("misconceptions", packs.inForce().misconceptions());
        model.addAttribute("form", FormView.of(termSheetFields(), values, findings, 2));
        return "pages/new-deal";
    }

    /** On the page, managers are chosen from the house's list; files may name them in any spelling. */
    private List<Field> termSheetFields() {
        var labels = new LinkedHashMap<String, String>();
        firms.list().of(Firm.Kind.SECURITIES).forEach(f -> labels.put(f.name(), f.name() + "　" + f.nameJa()));
        return TermSheetForm.FIELDS.stream()
                .map(f -> f.name().equals("managers")
                        ? f.withColumns(f.columns().stream()
                                .map(c -> c.name().equals("name")
                                        ? Field.pick("name", "FIRM", "unknownFirm")
                                                .offering(labels)
                                        : c)
                                .toList())
                        : f)
                .toList();
    }

    @PostMapping("/deals/new")
    String open(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "LEAD_MANAGER") Role openerRole,
            @RequestParam(defaultValue = "") String openerFirm,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        return open(
                FormReading.read(TermSheetForm.FIELDS, parameters), openerRole, openerFirm, principal, response, model);
    }

    @PostMapping("/deals/upload")
    String upload(
            @RequestParam("termSheet") MultipartFile file,
            @RequestParam(defaultValue = "LEAD_MANAGER") Role openerRole,
            @RequestParam(defaultValue = "") String openerFirm,
            Principal principal,
            HttpServletResponse response,
            Model model)
            throws IOException {
        try {
            if (file.getSize() > TermSheetYaml.MOST_CHARACTERS) {
                throw new Refused(List.of(Finding.field(
                        "file",
                        "fileTooLarge",
                        String.valueOf(file.getSize()),
                        String.valueOf(TermSheetYaml.MOST_CHARACTERS))));
            }
            String text;
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(file.getBytes()))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new Refused(List.of(Finding.field("file", "notUtf8")));
            }
            return open(TermSheetYaml.read(text).values(), openerRole, openerFirm, principal, response, model);
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return termSheet(FormValues.empty(), refused.findings(), model);
        }
    }

    private String open(
            FormValues values,
            Role openerRole,
            String openerFirm,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        PersonId me = Reader.id(principal);
        try {
            Refused.unlessNone(desk.check(values));
            DealId id = new DealId(values.text("dealId"));
            desk.open(
                    values,
                    Set.of(),
                    null,
                    me,
                    List.of(new Member(
                            id, me, openerRole == Role.ISSUER ? openerRole : Role.LEAD_MANAGER, openerFirm.strip())));
            return "redirect:/deals/" + id + "/members";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return termSheet(values, refused.findings(), model);
        }
    }

    @GetMapping("/people")
    String people(Model model) {
        model.addAttribute("people", people.all());
        model.addAttribute("firms", firms.list().all());
        model.addAttribute("firmKinds", Firm.Kind.values());
        return "pages/people";
    }

    @PostMapping("/people")
    String addPerson(
            @RequestParam String signIn,
            @RequestParam String name,
            @RequestParam String nameJa,
            @RequestParam(defaultValue = "") String firm,
            @RequestParam String password,
            @RequestParam(defaultValue = "false") boolean mayOpenDeals,
            @RequestParam(defaultValue = "false") boolean mayKeepClauses,
            HttpServletResponse response,
            Model model) {
        var findings = new ArrayList<Finding>();
        if (!signIn.matches("[a-z0-9][a-z0-9.@_-]{1,79}")) {
            findings.add(Finding.field("signIn", "wrongFormat", signIn, "[a-z0-9.@_-]"));
        } else if (PersonId.isReserved(signIn)) {
            findings.add(Finding.field("signIn", "signInReserved", signIn));
        } else if (people.find(signIn).isPresent()) {
            findings.add(Finding.field("signIn", "duplicate", signIn));
        }
        if (password.length() < 12) {
            findings.add(Finding.field("password", "tooShort", "12"));
        }
        if (name.isBlank() || nameJa.isBlank()) {
            findings.add(Finding.field("name", "required"));
        }
        Optional<Firm> known = firms.list().find(firm);
        if (known.isEmpty()) {
            findings.add(
                    firm.isBlank() ? Finding.field("firm", "required") : Firms.unknown("firm", firm, firms.list()));
        }
        if (!findings.isEmpty()) {
            return refused(findings, response, model);
        }
        people.add(new Person(
                signIn,
                name,
                nameJa,
                passwords.encode(password),
                false,
                mayOpenDeals,
                mayKeepClauses,
                known.orElseThrow().name()));
        return "redirect:/people";
    }

    private String refused(List<Finding> findings, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("findings", findings);
        return people(model);
    }

    /** The firm of an account that an earlier program made without one. */
    @PostMapping("/people/firm")
    String enterFirm(
            @RequestParam String signIn, @RequestParam String firm, HttpServletResponse response, Model model) {
        Optional<Firm> known = firms.list().find(firm);
        if (known.isEmpty()) {
            return refused(List.of(Firms.unknown("firm", firm, firms.list())), response, model);
        }
        return people.enterFirm(signIn, known.get().name())
                ? "redirect:/people"
                : refused(List.of(Finding.field("firm", "firmStays", signIn)), response, model);
    }

    @PostMapping("/people/firms")
    String addFirm(
            @RequestParam String name,
            @RequestParam String nameJa,
            @RequestParam Firm.Kind kind,
            HttpServletResponse response,
            Model model) {
        try {
            firms.add(new Firm(name.strip(), nameJa.strip(), kind, List.of()));
            return "redirect:/people";
        } catch (Refused refused) {
            return refused(refused.findings(), response, model);
        }
    }

    @PostMapping("/people/firms/alias")
    String addAlias(@RequestParam String firm, @RequestParam String alias, HttpServletResponse response, Model model) {
        try {
            firms.addAlias(firm, alias.strip());
            return "redirect:/people";
        } catch (Refused refused) {
            return refused(refused.findings(), response, model);
        }
    }
}
