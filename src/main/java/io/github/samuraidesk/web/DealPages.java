package io.github.samuraidesk.web;

import io.github.samuraidesk.access.Account;
import io.github.samuraidesk.access.Accounts;
import io.github.samuraidesk.access.FirmList;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.audit.EvidencePack;
import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.book.Delivery;
import io.github.samuraidesk.book.DemandReport;
import io.github.samuraidesk.book.Guidance;
import io.github.samuraidesk.book.Order;
import io.github.samuraidesk.book.Sounding;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PartTwo;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.disclosure.Slot;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.Filings;
import io.github.samuraidesk.review.ApprovalMatrix;
import io.github.samuraidesk.review.Comment;
import io.github.samuraidesk.review.PaperRead;
import io.github.samuraidesk.underwriting.Bid;
import io.github.samuraidesk.underwriting.BidsOpened;
import io.github.samuraidesk.underwriting.Mandate;
import io.github.samuraidesk.underwriting.Rfp;
import io.github.samuraidesk.workflow.Approvals;
import io.github.samuraidesk.workflow.Blocked;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.Gates;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.OpenTask;
import io.github.samuraidesk.workflow.Sealed;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of one deal: overview, calendar, papers and review, book, prices, bids, history, members. */
@Controller
@RequestMapping("/deals/{id}")
class DealPages {

    private final DealHead head;
    private final Reader reader;
    private final Desk desk;
    private final Blobs blobs;
    private final Accounts accounts;
    private final DealClock clock;
    private final DealClauses clauses;
    private final Approvals approvals;
    private final DealProcess process;
    private final Gates gates;
    private final Papers papers;
    private final FilingPackage filingPackage;
    private final People people;
    private final Firms firms;
    private final Sealed sealed;
    private final JsonMapper json;
    private final TrancheCharts charts;
    private final Differences differences;
    private final Wording wording;

    DealPages(
            DealHead head,
            Reader reader,
            Desk desk,
            Blobs blobs,
            Accounts accounts,
            DealClock clock,
            DealClauses clauses,
            Approvals approvals,
            DealProcess process,
            Gates gates,
            Papers papers,
            FilingPackage filingPackage,
            People people,
            Firms firms,
            Sealed sealed,
            JsonMapper json,
            TrancheCharts charts,
            Differences differences,
            Wording wording) {
        this.wording = wording;
        this.differences = differences;
        this.charts = charts;
        this.head = head;
        this.reader = reader;
        this.desk = desk;
        this.blobs = blobs;
        this.accounts = accounts;
        this.clock = clock;
        this.clauses = clauses;
        this.approvals = approvals;
        this.process = process;
        this.gates = gates;
        this.papers = papers;
        this.filingPackage = filingPackage;
        this.people = people;
        this.firms = firms;
        this.sealed = sealed;
        this.json = json;
    }

    /** A task as a list shows it. @param days days until due, negative when overdue; null without a due date */
    public record TaskRow(
            HumanTask task,
            String paperSet,
            LocalDate due,
            String rule,
            boolean confirmWithCounsel,
            Long days,
            boolean mine,
            List<Finding> obstacles,
            String blockedReason) {}

    /**
     * @param asked whether the gate applies to the deal at all
     * @param waits whether that is known only when the route is signed
     */
    public record GateRow(Gate gate, boolean asked, boolean waits, boolean open, List<Finding> findings) {}

    @ModelAttribute(binding = false)
    DealFile head(@PathVariable String id, Principal principal, Model model) {
        return head.show(id, principal, model);
    }

    @GetMapping
    String overview(DealFile deal, Principal principal, Model model) {
        DealId dealId = deal.id();
        model.addAttribute("tasks", taskRows(deal, Reader.id(principal)));
        model.addAttribute(
                "waiting", StepPages.rows(process.waiting(dealId), desk.roles(dealId, Reader.id(principal))));
        model.addAttribute("mayTryAgain", Desk.MAY_TRY_AGAIN.stream().sorted().toList());
        model.addAttribute("gates", gateRows(deal, Reader.id(principal)));
        model.addAttribute("tranches", DealBook.termSheet(deal).tranches());
        model.addAttribute("dropped", deal.current(TrancheDropped.FACT));
        model.addAttribute("runs", runs(deal));
        model.addAttribute("filings", Filings.all(deal));
        model.addAttribute("effective", deal.current(EffectivenessConfirmed.FACT));
        model.addAttribute("mandate", deal.one(Mandate.FACT).orElse(null));
        model.addAttribute("firmNames", firms.list());
        model.addAttribute("page", "overview");
        return "pages/deal";
    }

    private Map<String, PricingRun> runs(DealFile deal) {
        var runs = new LinkedHashMap<String, PricingRun>();
        deal.current(PricingRun.FACT).forEach(r -> runs.put(r.tranche().id(), r));
        return runs;
    }

    List<TaskRow> taskRows(DealFile deal, PersonId person) {
        DealId id = deal.id();
        var rows = new ArrayList<TaskRow>();
        var due = desk.dueDates(id);
        LocalDate today = clock.today(id);
        Set<Role> roles = desk.roles(id, person);
        Sealed.Reading reading = sealed.reading(id, person);
        for (OpenTask open : process.openTasks(id)) {
            var date = open.task().rows().stream()
                    .map(due::get)
                    .filter(java.util.Objects::nonNull)
                    .findFirst();
            rows.add(new TaskRow(
                    open.task(),
                    open.paperSet(),
                    date.map(d -> d.date()).orElse(null),
                    date.map(d -> d.row() + "  " + d.rule()).orElse(""),
                    date.map(d -> d.confirmWithCounsel()).orElse(false),
                    date.map(d -> ChronoUnit.DAYS.between(today, d.date())).orElse(null),
                    open.task().roles().stream().anyMatch(roles::contains),
                    reading.cut(gates.check(deal, open.task().gates())),
                    deal.one(Blocked.FACT.at(open.task().id()))
                            .map(Blocked::reason)
                            .orElse("")));
        }
        rows.sort(Comparator.comparing(TaskRow::due, Comparator.nullsFirst(Comparator.naturalOrder())));
        return rows;
    }

    private List<GateRow> gateRows(DealFile deal, PersonId person) {
        var rows = new ArrayList<GateRow>();
        Sealed.Reading reading = sealed.reading(deal.id(), person);
        for (Gate gate : Gate.values()) {
            List<Finding> findings = reading.cut(gates.check(deal, gate));
            rows.add(new GateRow(
                    gate, gates.isAsked(deal, gate), Gates.waitsForRoute(findings), findings.isEmpty(), findings));
        }
        return rows;
    }

    /**
     * @param current whether it still says what the facts say
     * @param says what each role of the matrix says of it
     * @param lacking roles that nobody on the deal is free to speak for
     */
    public record PaperRow(
            RenderedPaper paper, boolean current, List<Approvals.Say> says, boolean filed, List<Role> lacking) {

        public boolean isApproved() {
            return (current || filed)
                    && !says.isEmpty()
                    && says.stream().allMatch(s -> s.state() == Approvals.State.APPROVED);
        }

        public boolean isRejected() {
            return says.stream().anyMatch(s -> s.state() == Approvals.State.REJECTED);
        }

        /** Whether the paper waits for one of these roles. */
        public boolean awaits(Set<Role> roles) {
            return says.stream()
                    .anyMatch(s -> roles.contains(s.role())
                            && s.state() != Approvals.State.APPROVED
                            && s.state() != Approvals.State.REJECTED);
        }

        public long given() {
            return says.stream()
                    .filter(s -> s.state() == Approvals.State.APPROVED)
                    .count();
        }
    }

    List<PaperRow> paperRows(DealFile deal) {
        return papers.all(deal).stream()
                .map(p -> {
                    boolean current = papers.isCurrent(deal, p);
                    List<Approvals.Say> says = approvals.of(deal, p, current);
                    boolean filed = filingPackage.wasFiled(deal, p);
                    return new PaperRow(
                            p, current, says, filed, filed ? List.of() : approvals.lacking(deal, p.paper(), says));
                })
                .toList();
    }

    boolean hasPrepared(DealFile deal, Paper paper, String person) {
        return papers.preparers(deal, paper).contains(person);
    }

    /** Whether a person has read this very version. */
    boolean hasRead(DealFile deal, RenderedPaper paper, String person) {
        return deal.one(PaperRead.FACT.at(PaperRead.key(paper.paper().code(), person)))
                .filter(r -> r.pdfSha256().equals(paper.pdfSha256()))
                .isPresent();
    }

    @GetMapping("/papers")
    String papers(DealFile deal, Model model) {
        model.addAttribute("papers", paperRows(deal));
        model.addAttribute("openSlots", papers.openSlots(deal));
        model.addAttribute(
                "stale",
                paperRows(deal).stream()
                        .anyMatch(r -> !r.current() && !r.filed() && !r.says().isEmpty()));
        model.addAttribute("slots", slots(deal));
        model.addAttribute(
                "onDemand",
                DealHead.route(deal).map(r -> Paper.onDemand(r.route().track())).orElse(List.of()));
        model.addAttribute("packages", packages(deal));
        model.addAttribute("page", "papers");
        return "pages/papers";
    }

    /** The packages that counsel sends, by stage, as far as their files exist. */
    private Map<String, FilingPackage.Package> packages(DealFile deal) {
        var found = new LinkedHashMap<String, FilingPackage.Package>();
        DealHead.route(deal).filter(r -> r.route().isRegistered()).ifPresent(r -> {
            for (Filing.Stage stage : Filing.Stage.values()) {
                filingPackage.of(deal, stage, r.route()).ifPresent(p -> found.put(stage.name(), p));
            }
        });
        return found;
    }

    /** @param clause whether it is a clause of the conditions, with an English twin */
    public record SlotRow(String id, String text, String textEn, boolean clause) {

        public boolean isOpen() {
            return text.isBlank() || (clause && textEn.isBlank());
        }
    }

    private List<SlotRow> slots(DealFile deal) {
        var rows = new ArrayList<SlotRow>();
        clauses.all(deal).stream()
                .filter(w -> w.clause().slot())
                .forEach(w -> rows.add(new SlotRow(w.clause().id(), w.ja(), w.en(), true)));
        for (Slot slot : Slot.values()) {
            rows.add(new SlotRow(
                    slot.id(),
                    deal.one(SlotText.FACT.at(slot.id())).map(SlotText::text).orElse(""),
                    "",
                    false));
        }
        return rows;
    }

    @GetMapping("/packages/{stage}")
    ResponseEntity<byte[]> filingPackage(DealFile deal, @PathVariable String stage) {
        FilingPackage.Package found = packages(deal).get(stage);
        if (found == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Downloads.attachment(
                found.bytes(), "application/zip", deal.id() + "-" + stage.toLowerCase(java.util.Locale.ROOT) + ".zip");
    }

    @GetMapping("/papers/{code}")
    String review(DealFile deal, @PathVariable String code, Principal principal, Model model) {
        DealId dealId = deal.id();
        Paper paper = Paper.byCode(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        PaperRow row = paperRows(deal).stream()
                .filter(r -> r.paper().paper() == paper)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("row", row);
        model.addAttribute("paper", paper);
        model.addAttribute(
                "comments",
                deal.all(Comment.FACT).stream()
                        .filter(c -> c.value().paper().equals(code))
                        // the key is the number, also of comments whose fact does not carry it yet
                        .map(c -> c.value().numbered(Integer.parseInt(c.key())))
                        .toList());
        model.addAttribute(
                "read",
                deal.one(PaperRead.FACT.at(PaperRead.key(code, principal.getName())))
                        .map(PaperRead::pdfSha256)
                        .orElse(""));
        model.addAttribute(
                "partTwo",
                paper == Paper.SECURITIES_REGISTRATION ? deal.one(PartTwo.FACT).orElse(null) : null);
        model.addAttribute("slots", slots(deal));
        model.addAttribute("obstacles", desk.obstacles(dealId, Entry.APPROVE, Reader.id(principal)));
        model.addAttribute(
                "mySay", ApprovalMatrix.roles(paper).stream().anyMatch(reader.roles(dealId, principal)::contains));
        model.addAttribute("preparer", papers.preparers(deal, paper).contains(principal.getName()));
        model.addAttribute(
                "canEditSlots", reader.roles(dealId, principal).stream().anyMatch(Role::isLegal));
        model.addAttribute("siblings", paperRows(deal));
        model.addAttribute("page", "papers");
        return "pages/review";
    }

    @GetMapping("/files/{sha256}")
    ResponseEntity<Resource> file(
            DealFile deal,
            @PathVariable String sha256,
            @RequestParam(required = false) String download,
            Principal principal) {
        if (sealed.reading(deal.id(), Reader.id(principal)).hidesFile(sha256)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Blobs.Spooled stored =
                blobs.spool(deal.id(), sha256).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        // Only what the program itself rendered is shown in place; anything uploaded is handed over as a file.
        boolean inline = download == null && stored.mediaType().equals("application/pdf");
        return Downloads.stored(stored, inline);
    }

    @GetMapping("/book")
    String book(DealFile deal, Principal principal, Model model) {
        Sealed.Reading reading = sealed.reading(deal.id(), Reader.id(principal));
        List<Order> orders = reading.orders();
        Allocation allocation = new Allocation(reading.allocated());
        boolean allocated = !allocation.lines().isEmpty();
        model.addAttribute("soundings", deal.current(Sounding.FACT));
        model.addAttribute("guidance", deal.all(Guidance.FACT));
        model.addAttribute("guidanceHistory", guidanceHistory(deal.id()));
        model.addAttribute("orders", orders);
        model.addAttribute("report", DemandReport.of(orders));
        model.addAttribute("given", deal.one(DemandReport.Given.FACT).orElse(null));
        model.addAttribute("allocation", allocated ? allocation : null);
        model.addAttribute("sales", allocated ? DemandReport.sales(allocation, orders) : List.of());
        model.addAttribute(
                "deliveries",
                deal.current(Delivery.FACT).stream()
                        .filter(d -> reading.seesAllOrders()
                                || allocation.lines().stream()
                                        .anyMatch(l -> l.investor().equals(d.investor())))
                        .toList());
        model.addAttribute("liveTranches", DealBook.liveTranches(deal));
        model.addAttribute("firmNames", firms.list());
        model.addAttribute("page", "book");
        return "pages/book";
    }

    /** Every guidance that was ever shown, from the trail: a later one replaces the standing fact only. */
    private List<Map<String, String>> guidanceHistory(DealId id) {
        var history = new ArrayList<Map<String, String>>();
        for (var event : desk.history(id)) {
            if (!event.type().equals("factRecorded")) {
                continue;
            }
            JsonNode body = json.readTree(event.body());
            if (body.path("kind").asString().equals("Guidance")) {
                JsonNode after = body.path("after");
                history.add(Map.of(
                        "at", japanTime(event.businessAt()),
                        "person", event.person(),
                        "tranche", after.path("tranche").asString(),
                        "low", after.path("lowBp").asString(),
                        "high", after.path("highBp").asString(),
                        "reason", after.path("reason").asString()));
            }
        }
        return history;
    }

    static String japanTime(String instant) {
        return Instant.parse(instant)
                .atZone(DealClock.TOKYO)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ');
    }

    @GetMapping("/prices")
    String prices(DealFile deal, Model model) {
        List<PricingRun> priced = deal.current(PricingRun.FACT);
        model.addAttribute("runs", priced);
        model.addAttribute("compare", charts.comparison(priced));
        model.addAttribute(
                "tranches",
                DealBook.liveTranches(deal).stream().map(t -> t.id()).toList());
        model.addAttribute("shown", new Shown());
        model.addAttribute("stored", deal.all(PricingRun.FACT));
        model.addAttribute("approved", deal.one(PricingApproved.FACT).orElse(null));
        model.addAttribute("page", "prices");
        return "pages/prices";
    }

    @GetMapping("/bids")
    String bids(DealFile deal, Principal principal, Model model) {
        DealId dealId = deal.id();
        PersonId person = Reader.id(principal);
        boolean issuersSide = desk.roles(dealId, person).stream().anyMatch(Role::isIssuersSide)
                || desk.roles(dealId, person).contains(Role.AUDITOR);
        Sealed.Reading reading = sealed.reading(dealId, person);
        boolean opened = deal.one(BidsOpened.FACT).isPresent();
        model.addAttribute("rfp", deal.one(Rfp.FACT).orElse(null));
        model.addAttribute("opened", opened);
        model.addAttribute("mandate", deal.one(Mandate.FACT).orElse(null));
        // Before the opening not even the issuer sees inside; a manager sees its own bid alone.
        model.addAttribute("bids", reading.bids());
        model.addAttribute("versions", reading.bidVersions());
        model.addAttribute("bidCount", issuersSide ? deal.current(Bid.FACT).size() : 0);
        model.addAttribute("scores", reading.scores());
        model.addAttribute("issuersSide", issuersSide);
        model.addAttribute("firmNames", firms.list());
        model.addAttribute("page", "bids");
        return "pages/bids";
    }

    /** An event as the history page shows it. */
    public record EventRow(
            long seq,
            String at,
            String recorded,
            String person,
            String type,
            String what,
            List<Change> changes,
            List<Finding> findings,
            String hash) {}

    public record Change(String name, String before, String after) {

        /** Whether a value is a body of several, which is shown as it is stored. */
        public static boolean isBody(String value) {
            return value.startsWith("{") || value.startsWith("[");
        }

        public boolean wasBody() {
            return isBody(before);
        }

        public boolean isBody() {
            return isBody(after);
        }
    }

    @GetMapping("/history")
    String history(DealFile deal, Principal principal, Model model) {
        DealId dealId = deal.id();
        Set<Role> roles = reader.roles(dealId, principal);
        var rows = new ArrayList<EventRow>();
        for (var e : sealed.reading(dealId, Reader.id(principal)).events()) {
            JsonNode body = json.readTree(e.body());
            rows.add(new EventRow(
                    e.seq(),
                    japanTime(e.businessAt()),
                    japanTime(e.recordedAt()),
                    e.person(),
                    e.type(),
                    what(body),
                    changes(body),
                    findings(body),
                    e.hash()));
        }
        java.util.Collections.reverse(rows);
        model.addAttribute("differences", differences.whole(dealId, Reader.id(principal)));
        model.addAttribute("events", rows);
        model.addAttribute("path", process.path(dealId));
        model.addAttribute("diagrams", process.diagrams(dealId));
        model.addAttribute("canPack", mayPack(roles));
        model.addAttribute("page", "history");
        return "pages/history";
    }

    private static boolean mayPack(Set<Role> roles) {
        return roles.contains(Role.AUDITOR) || roles.stream().anyMatch(Role::isIssuersSide);
    }

    private String what(JsonNode body) {
        if (body.has("confirmedBy")) {
            // an override stands out: gate, act, both people and the reason at a glance
            return body.path("gate").asString() + " → "
                    + wording.field(body.path("act").asString()) + " · "
                    + body.path("askedBy").asString() + " + "
                    + body.path("confirmedBy").asString() + " · "
                    + body.path("reason").asString();
        }
        for (String name : List.of("task", "entry")) {
            if (body.has(name)) {
                return wording.about(body.path(name).asString());
            }
        }
        // names of files and people are their own words
        for (String name : List.of("what", "fileName", "person", "to")) {
            if (body.has(name)) {
                return wording.value(body.path(name).asString());
            }
        }
        return wording.about(
                (body.path("kind").asString("") + " " + body.path("key").asString("")).strip());
    }

    private static List<Change> changes(JsonNode body) {
        JsonNode before = body.path("before");
        JsonNode after = body.path("after");
        var changes = new ArrayList<Change>();
        for (String name : after.propertyNames()) {
            String was = text(before.path(name));
            String is = text(after.path(name));
            if (!was.equals(is)) {
                changes.add(new Change(name, was, is));
            }
        }
        return changes;
    }

    private static String text(JsonNode node) {
        String text =
                node.isMissingNode() || node.isNull() ? "" : node.isValueNode() ? node.asString() : node.toString();
        return text.length() > 400 ? text.substring(0, 400) + " …" : text;
    }

    private static List<Finding> findings(JsonNode body) {
        var findings = new ArrayList<Finding>();
        for (JsonNode f : body.path("findings")) {
            var args = new ArrayList<String>();
            f.path("args").forEach(a -> args.add(a.asString()));
            findings.add(new Finding(
                    f.path("code").asString(),
                    args,
                    f.path("rule").asString(),
                    f.path("source").asString(""),
                    f.path("field").asString(),
                    f.path("whoCanAct").asString("")));
        }
        return findings;
    }

    /** @param differences whether a pack is wanted although the deal differs from its trail */
    @PostMapping("/evidence")
    ResponseEntity<byte[]> evidence(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean differences, Principal principal) {
        DealId dealId = new DealId(id);
        EvidencePack.Pack pack = desk.makeEvidencePack(dealId, differences, Reader.id(principal));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + (differences ? "-evidence-with-differences-" : "-evidence-")
                                        + pack.head().substring(0, 12) + ".zip")
                                .build()
                                .toString())
                .header("X-Chain-Head", pack.head())
                .contentType(MediaType.parseMediaType("application/zip"))
                .body(pack.zip());
    }

    /** A colleague on the deal, or somebody of a firm that is on it; nobody else's account is shown to anybody. */
    @GetMapping("/members")
    String members(DealFile deal, Principal principal, Model model) {
        DealId dealId = deal.id();
        FirmList known = firms.list();
        model.addAttribute("firmNames", known);
        model.addAttribute(
                "members",
                people.named(dealId).stream()
                        .map(m -> m.of(known.canonical(m.firm())))
                        .toList());
        var names = new LinkedHashMap<String, Person>();
        people.seenOn(dealId).forEach(p -> names.put(p.signIn(), p));
        model.addAttribute("people", names);
        var offered = new LinkedHashMap<>(names);
        accounts.all().values().stream().filter(Account::disabled).forEach(a -> offered.remove(a.signIn()));
        offered.values().removeIf(Person::administrator);
        model.addAttribute("offered", offered);
        model.addAttribute("rolesToGive", desk.rolesToGive(dealId, Reader.id(principal)));
        model.addAttribute("page", "members");
        return "pages/members";
    }

    /** @param signIn name of somebody whose firm is not on the deal yet; the program shows no list of those */
    @PostMapping("/members")
    String join(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String signIn,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String firm,
            Principal principal) {
        String named = signIn.isBlank() ? person : signIn.strip();
        desk.join(new Member(new DealId(id), new PersonId(named), role, firm.strip()), Reader.id(principal));
        return "redirect:/deals/" + id + "/members";
    }

    @PostMapping("/members/leave")
    String leave(@PathVariable String id, @RequestParam String person, @RequestParam Role role, Principal principal) {
        desk.leave(new Member(new DealId(id), new PersonId(person), role, ""), Reader.id(principal));
        return "redirect:/deals/" + id + "/members";
    }

    @PostMapping("/practice-time")
    String practiceTime(@PathVariable String id, @RequestParam(defaultValue = "") String to, Principal principal) {
        if (to.isBlank()) {
            throw new Refused(List.of(Finding.field("practiceNow", "practiceDateMissing")));
        }
        Instant moment;
        try {
            moment = LocalDate.parse(to).atTime(10, 0).atZone(DealClock.TOKYO).toInstant();
        } catch (java.time.DateTimeException e) {
            throw new Refused(List.of(Finding.field("practiceNow", "notADate", to)));
        }
        desk.movePracticeTime(new DealId(id), moment, Reader.id(principal));
        return "redirect:/deals/" + id;
    }
}
