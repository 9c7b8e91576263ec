package io.github.samuraidesk.web;

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
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.law.Planner;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.lifecycle.Obligation;
import io.github.samuraidesk.workflow.DealCalendar;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The timetable of a deal: the page with its what-if, its files, and the feed that calendars subscribe to. */
@Controller
class CalendarPages {

    /** Farther is a new plan rather than a slip of one date. */
    private static final int MOST_DAYS = 60;

    /** A chart of more than this has bars too short to read; what is later stays in the table. */
    private static final long MOST_CHART_DAYS = 500;

    private final DealHead head;
    private final Facts facts;
    private final DealClock clock;
    private final DealCalendar calendar;
    private final CalendarFiles files;
    private final CalendarFeeds feeds;
    private final Papers papers;
    private final People people;
    private final Reader reader;
    private final HouseDeals houseDeals;
    private final RulePacks packs;
    private final Wording wording;

    CalendarPages(
            DealHead head,
            Facts facts,
            DealClock clock,
            DealCalendar calendar,
            CalendarFiles files,
            CalendarFeeds feeds,
            Papers papers,
            People people,
            Reader reader,
            HouseDeals houseDeals,
            RulePacks packs,
            Wording wording) {
        this.head = head;
        this.facts = facts;
        this.clock = clock;
        this.calendar = calendar;
        this.files = files;
        this.feeds = feeds;
        this.papers = papers;
        this.people = people;
        this.reader = reader;
        this.houseDeals = houseDeals;
        this.packs = packs;
        this.wording = wording;
    }

    /** A bar or a point of the chart, in percent of its width. */
    public record Mark(
            String ja,
            String en,
            String row,
            LocalDate from,
            LocalDate to,
            double left,
            double width,
            String kind,
            boolean forecast) {

        Mark(String ja, String en, String row, LocalDate from, LocalDate to, double left, double width, String kind) {
            this(ja, en, row, from, to, left, width, kind, false);
        }
    }

    @GetMapping("/deals/{id}/calendar")
    String page(
            @PathVariable String id,
            @RequestParam(defaultValue = "P") String move,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(defaultValue = "Asia/Tokyo") String zone,
            Principal principal,
            Model model) {
        DealFile deal = head.show(id, principal, model);
        List<DealCalendar.Entry> entries = calendar.entries(deal);
        model.addAttribute("page", "calendar");
        model.addAttribute(
                "entries",
                entries.stream().filter(e -> !e.key().startsWith("obligation/")).toList());
        chart(deal, entries, model);
        whatIf(deal, move, days, principal, model);
        LocalDate pricing = DealBook.termSheet(deal).dates().pricing();
        model.addAttribute(
                "conflicts", calendar.anchors(deal).isEmpty() ? List.of() : calendar.conflicts(deal, "P", 0));
        model.addAttribute(
                "remarks",
                pricing == null ? List.of() : calendar.remarks(deal, pricing, houseDeals.besides(deal, principal)));
        model.addAttribute(
                "obligations",
                deal.current(Obligation.FACT).stream()
                        .sorted(Comparator.comparing(Obligation::due))
                        .toList());
        model.addAttribute("rowNames", packs.of(deal).rowNames());
        model.addAttribute("zone", zone(zone).getId());
        model.addAttribute("readerZone", zone(zone));
        model.addAttribute("tokyo", DealClock.TOKYO);
        model.addAttribute(
                "feed",
                feeds.find(deal.id(), Reader.id(principal))
                        .map(token -> ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/feeds/" + token + ".ics")
                                .queryParam("zone", zone(zone).getId())
                                .queryParam("lang", wording.isJapanese() ? "ja" : "en")
                                .toUriString())
                        .orElse(null));
        model.addAttribute(
                "mayFeed",
                people.roles(deal.id(), Reader.id(principal)).stream().anyMatch(r -> r != Role.AUDITOR));
        return "pages/calendar";
    }

    /** What moves, alone, for a slider that is being dragged. */
    @GetMapping("/deals/{id}/calendar/what-if")
    String whatIf(
            @PathVariable String id,
            @RequestParam(defaultValue = "P") String move,
            @RequestParam(defaultValue = "0") int days,
            Principal principal,
            Model model) {
        DealFile deal = reader.deal(id, principal);
        whatIf(deal, move, days, principal, model);
        return "pages/what-if :: shifts";
    }

    private void whatIf(DealFile deal, String move, int days, Principal principal, Model model) {
        int within = Math.max(-MOST_DAYS, Math.min(MOST_DAYS, days));
        Map<String, LocalDate> anchors = calendar.anchors(deal);
        model.addAttribute("anchors", anchors);
        model.addAttribute("move", anchors.containsKey(move) ? move : "P");
        model.addAttribute("days", within);
        model.addAttribute("mostDays", MOST_DAYS);
        model.addAttribute("shifts", calendar.whatIf(deal, move, within));
        LocalDate pricing = anchors.get("P");
        var against = new ArrayList<Planner.Remark>();
        if (within != 0 && pricing != null) {
            against.addAll(calendar.conflicts(deal, move, within));
            if (move.equals("P")) {
                against.addAll(calendar.remarks(deal, pricing.plusDays(within), houseDeals.besides(deal, principal)));
            }
        }
        model.addAttribute("movedRemarks", against);
    }

    private void chart(DealFile deal, List<DealCalendar.Entry> entries, Model model) {
        Map<String, LocalDate> anchors = calendar.anchors(deal);
        List<DealCalendar.Entry> rows =
                entries.stream().filter(e -> !e.key().contains("/")).toList();
        if (anchors.isEmpty() || rows.isEmpty()) {
            return;
        }
        LocalDate first = rows.get(0).date().minusDays(3);
        LocalDate end = rows.get(rows.size() - 1).date().plusDays(7);
        LocalDate last = ChronoUnit.DAYS.between(first, end) > MOST_CHART_DAYS ? first.plusDays(MOST_CHART_DAYS) : end;
        double span = ChronoUnit.DAYS.between(first, last);
        var marks = new ArrayList<Mark>();
        phase(marks, "準備", "Preparation", rows.get(0).date(), anchors.get("F"), first, span);
        rows.stream()
                .filter(e -> e.row().equals("S12"))
                .findFirst()
                .ifPresent(e -> phase(marks, "待機期間", "Waiting period", anchors.get("F"), e.date(), first, span));
        phase(marks, "マーケティング", "Marketing", anchors.get("P").minusDays(3), anchors.get("P"), first, span);
        phase(marks, "決済", "Settlement", anchors.get("P"), anchors.get("D"), first, span);
        for (DealCalendar.Entry e : rows) {
            if (!e.date().isAfter(last)) {
                marks.add(new Mark(
                        e.ja(),
                        e.en(),
                        e.row(),
                        e.date(),
                        e.date(),
                        100 * ChronoUnit.DAYS.between(first, e.date()) / span,
                        0,
                        e.cancelled() ? "cancelled" : e.done() ? "done" : "point",
                        e.forecast()));
            }
        }
        model.addAttribute("marks", marks);
        var shades = new ArrayList<Mark>();
        var pack = packs.of(deal);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate shaded = day;
            pack.windows().stream()
                    .filter(w -> w.covers(shaded))
                    .findFirst()
                    .ifPresent(w -> shades.add(new Mark(
                            w.ja(),
                            w.en(),
                            w.id(),
                            shaded,
                            shaded,
                            100 * ChronoUnit.DAYS.between(first, shaded) / span,
                            100 / span,
                            "window")));
        }
        model.addAttribute("shades", shades);
        var ticks = new ArrayList<Mark>();
        for (LocalDate day = first.plusMonths(1).withDayOfMonth(1); day.isBefore(last); day = day.plusMonths(1)) {
            ticks.add(new Mark(
                    day.getYear() + "年" + day.getMonthValue() + "月",
                    day.toString().substring(0, 7),
                    "",
                    day,
                    day,
                    100 * ChronoUnit.DAYS.between(first, day) / span,
                    0,
                    "tick"));
        }
        model.addAttribute("ticks", ticks);
        model.addAttribute("todayAt", 100 * ChronoUnit.DAYS.between(first, clock.today(deal.id())) / span);
    }

    private static void phase(
            List<Mark> marks, String ja, String en, LocalDate from, LocalDate to, LocalDate first, double span) {
        if (from != null && to != null && to.isAfter(from)) {
            marks.add(new Mark(
                    ja,
                    en,
                    "",
                    from,
                    to,
                    100 * ChronoUnit.DAYS.between(first, from) / span,
                    100 * ChronoUnit.DAYS.between(from, to) / span,
                    "phase"));
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return DealClock.TOKYO;
        }
    }

    @GetMapping("/deals/{id}/timetable.{kind}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "Asia/Tokyo") String zone,
            Principal principal) {
        DealFile deal = reader.deal(id, principal);
        return switch (kind) {
            case "ics" ->
                Downloads.attachment(iCalendar(deal, zone(zone)), "text/calendar;charset=UTF-8", id + "-timetable.ics");
            case "xlsx" ->
                Downloads.attachment(
                        files.workbook(
                                deal.id(), calendar.entries(deal), deal.deal().practice(), zone(zone)),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        id + "-timetable.xlsx");
            case "pdf" ->
                Downloads.attachment(
                        papers.draft(deal, Paper.TIMETABLE).pdf(), "application/pdf", id + "-timetable.pdf");
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private byte[] iCalendar(DealFile deal, ZoneId zone) {
        return files.iCalendar(
                deal.id(),
                calendar.entries(deal),
                wording.isJapanese(),
                deal.deal().practice(),
                deal.history(io.github.samuraidesk.deal.TermSheet.FACT).stream()
                        .map(Said::businessAt)
                        .max(Comparator.naturalOrder())
                        .orElseGet(() -> clock.now(deal.id())),
                zone);
    }

    /** Gives the reader an address that a calendar program can subscribe to without signing in. */
    @PostMapping("/deals/{id}/calendar/feed")
    String subscribe(@PathVariable String id, Principal principal) {
        DealId dealId = reader.deal(id, principal).id();
        if (people.roles(dealId, Reader.id(principal)).stream().allMatch(r -> r == Role.AUDITOR)) {
            // an auditor reads and leaves nothing behind
            throw new Refused(List.of(Finding.rule("ACCESS", Problems.SEGREGATION, "feed", "", "auditorsOnlyRead")));
        }
        feeds.renew(dealId, Reader.id(principal));
        return "redirect:/deals/" + dealId + "/calendar#feed";
    }

    /** The address is the key; it works while its person is a member of the deal. */
    @GetMapping("/feeds/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token, @RequestParam(defaultValue = "Asia/Tokyo") String zone) {
        CalendarFeeds.Feed feed =
                feeds.byToken(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (people.roles(feed.dealId(), new PersonId(feed.person())).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Downloads.attachment(
                iCalendar(facts.of(feed.dealId()), zone(zone)), "text/calendar;charset=UTF-8", feed.dealId() + ".ics");
    }
}
