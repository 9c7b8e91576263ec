package io.github.samuraidesk.web;

import io.github.samuraidesk.access.Firm;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheetForm;
import io.github.samuraidesk.deal.TermSheetYaml;
import io.github.samuraidesk.deal.UnreadableFact;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.HumanTask;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** First pages by role, and opening a deal. */
@Controller
class HomePages {

    private final Reader reader;
    private final People people;
    private final Firms firms;
    private final DealBook deals;
    private final Facts facts;
    private final Desk desk;
    private final DealPages dealPages;
    private final DealProcess process;
    private final DealClock clock;
    private final RulePacks packs;
    private final DemoPeople demo;
    private final SampleDeals samples;

    HomePages(
            Reader reader,
            People people,
            Firms firms,
            DealBook deals,
            Facts facts,
            Desk desk,
            DealPages dealPages,
            DealProcess process,
            DealClock clock,
            RulePacks packs,
            DemoPeople demo,
            SampleDeals samples) {
        this.samples = samples;
        this.reader = reader;
        this.people = people;
        this.firms = firms;
        this.deals = deals;
        this.facts = facts;
        this.desk = desk;
        this.dealPages = dealPages;
        this.process = process;
        this.clock = clock;
        this.packs = packs;
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

    public record HomeStep(DealId dealId, String issuer, String issuerJa, StepPages.Row row) {}

    public record HomePaper(DealId dealId, String issuer, String issuerJa, DealPages.PaperRow row, boolean read) {}

    @GetMapping("/")
    String home(Principal principal, Model model) {
        PersonId me = Reader.id(principal);
        var mine = new Mine();
        var ids = people.memberships(me).stream().map(Member::dealId).distinct().toList();
        for (DealId id : ids) {
            try {
                read(facts.of(id), me, mine);
            } catch (UnreadableFact | DateTimeException | IllegalArgumentException e) {
                // one deal whose facts were spoilt must not shut the others: its history page says what was changed
                mine.unreadable.add(id);
            }
        }
        model.addAttribute(
                "stopped",
                stopped(ids.stream().filter(id -> !mine.unreadable.contains(id)).toList(), me));
        model.addAttribute("samples", samples.unfinished());
        // what the reader has not read comes first
        mine.papers.sort(Comparator.comparing(HomePaper::read));
        mine.tasks.sort(Comparator.comparing(t -> t.row().days(), Comparator.nullsFirst(Comparator.naturalOrder())));
        model.addAttribute("unreadable", mine.unreadable);
        model.addAttribute("deals", mine.rows);
        model.addAttribute("tasks", mine.tasks);
        model.addAttribute("papers", mine.papers);
        model.addAttribute("reviewer", mine.reviewer);
        model.addAttribute("auditor", mine.auditor);
        model.addAttribute("person", reader.person(principal));
        return "pages/home";
    }

    /** What one person has to do with all deals together. */
    private static final class Mine {
        private final List<DealRow> rows = new ArrayList<>();
        private final List<HomeTask> tasks = new ArrayList<>();
        private final List<HomePaper> papers = new ArrayList<>();
        private final List<DealId> unreadable = new ArrayList<>();
        private boolean reviewer;
        private boolean auditor;
    }

    private void read(DealFile deal, PersonId me, Mine mine) {
        DealId id = deal.id();
        var issuer = DealBook.termSheet(deal).issuer();
        Set<Role> roles = people.roles(id, me);
        var open = dealPages.taskRows(deal, me);
        var row = new DealRow(
                id,
                issuer.name(),
                issuer.nameJa(),
                roles,
                process.isRunning(id),
                open.stream().map(t -> t.task().id()).limit(3).toList(),
                clock.today(id).toString(),
                deal.deal().practice());
        var papers = new ArrayList<HomePaper>();
        boolean mayReview = roles.stream().anyMatch(r -> r != Role.AUDITOR && r != Role.AGENT && r != Role.MANAGER);
        if (mayReview && open.stream().anyMatch(t -> t.task() == HumanTask.REVIEW_PAPERS)) {
            dealPages.paperRows(deal).stream()
                    .filter(p -> p.current() && p.awaits(roles))
                    // whoever prepared a paper has nothing to approve
                    .filter(p -> !dealPages.hasPrepared(deal, p.paper().paper(), me.value()))
                    .forEach(p -> papers.add(new HomePaper(
                            id, issuer.name(), issuer.nameJa(), p, dealPages.hasRead(deal, p.paper(), me.value()))));
        }
        mine.reviewer |= roles.contains(Role.MANAGERS_COUNSEL);
        mine.auditor |= roles.contains(Role.AUDITOR);
        mine.rows.add(row);
        open.stream()
                .filter(DealPages.TaskRow::mine)
                .forEach(t -> mine.tasks.add(new HomeTask(id, issuer.name(), issuer.nameJa(), t)));
        mine.papers.addAll(papers);
    }

    /** Steps of the program that stopped and that this person may let be tried again. */
    private List<HomeStep> stopped(List<DealId> mine, PersonId me) {
        var stopped = new ArrayList<HomeStep>();
        for (DealId id : process.dealsWithIncidents()) {
            if (mine.contains(id)) {
                var issuer = deals.termSheet(id).issuer();
                StepPages.rows(process.waiting(id), people.roles(id, me)).stream()
                        .filter(StepPages.Row::mine)
                        .forEach(row -> stopped.add(new HomeStep(id, issuer.name(), issuer.nameJa(), row)));
            }
        }
        return stopped;
    }

    @GetMapping("/login")
    String login(@RequestParam(defaultValue = "") String wait, HttpServletRequest request, Model model) {
        model.addAttribute("waitUntil", wait.isEmpty() ? null : AccountPages.until(wait));
        var session = request.getSession(false);
        model.addAttribute(
                "keptFor",
                session != null && session.getAttribute(Kept.ATTRIBUTE) instanceof Kept kept ? kept.by() : null);
        model.addAttribute("samples", samples.unfinished());
        model.addAttribute("demo", demo.accounts());
        model.addAttribute("nobody", people.all().isEmpty());
        return "pages/login";
    }

    @GetMapping("/deals/new")
    String newDeal(Model model) {
        return termSheet(FormValues.empty(), Role.LEAD_MANAGER, List.of(), model);
    }

    /** Everything as it was typed: who opened it as which side and firm is part of the form. */
    private String termSheet(FormValues values, Role openerRole, List<Finding> findings, Model model) {
        model.addAttribute("openerRoles", List.of(Role.LEAD_MANAGER, Role.ISSUER));
        model.addAttribute("openerRole", openerRole);
        model.addAttribute("misconceptions", packs.inForce().misconceptions());
        model.addAttribute(
                "routesWithoutTrack",
                Arrays.stream(Route.values()).filter(r -> !r.isWhole()).toList());
        FormView form = FormView.of(termSheetFields(), values, findings, 2);
        var targets = new LinkedHashMap<>(form.targets());
        targets.put("file", "file");
        form.targets().forEach((field, id) -> {
            if (field.startsWith("managers[") && field.endsWith(".name")) {
                targets.putIfAbsent(field + "Ja", id);
            }
        });
        model.addAttribute("form", form);
        model.addAttribute("targets", targets);
        return "pages/new-deal";
    }

    /** On the page, managers are chosen from the house's list; files may name them in any spelling. */
    private List<Field> termSheetFields() {
        var labels = new LinkedHashMap<String, String>();
        firms.list().of(Firm.Kind.SECURITIES).forEach(f -> labels.put(f.name(), f.name() + "　" + f.nameJa()));
        return TermSheetForm.FIELDS.stream()
                .map(f -> f.name().equals("managers")
                        ? f.withColumns(f.columns().stream()
                                // a chosen firm brings its Japanese name along
                                .filter(c -> !c.name().equals("nameJa"))
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
            @RequestParam(defaultValue = "open") String action,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        FormValues values = FormReading.read(TermSheetForm.FIELDS, parameters);
        if (action.equals("show")) {
            return termSheet(values, openerRole, List.of(), model);
        }
        return open(values, openerRole, principal, response, model);
    }

    @PostMapping("/deals/upload")
    String upload(
            @RequestParam("termSheet") MultipartFile file,
            @RequestParam(defaultValue = "LEAD_MANAGER") Role openerRole,
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
            return open(TermSheetYaml.read(text).values(), openerRole, principal, response, model);
        } catch (Refused refused) {
            Problems.mark(response, refused.findings());
            return termSheet(FormValues.empty(), openerRole, refused.findings(), model);
        }
    }

    private String open(
            FormValues values, Role openerRole, Principal principal, HttpServletResponse response, Model model) {
        PersonId me = Reader.id(principal);
        try {
            Refused.unlessNone(desk.check(values));
            DealId id = new DealId(values.text("dealId"));
            // who opens a deal speaks for the firm of the account
            desk.open(
                    values,
                    Set.of(),
                    null,
                    me,
                    List.of(new Member(id, me, openerRole == Role.ISSUER ? openerRole : Role.LEAD_MANAGER, "")));
            return "redirect:/deals/" + id + "/members";
        } catch (Refused refused) {
            Problems.mark(response, refused.findings());
            return termSheet(values, openerRole, refused.findings(), model);
        }
    }
}
