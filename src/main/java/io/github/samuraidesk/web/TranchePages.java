package io.github.samuraidesk.web;

import io.github.samuraidesk.bond.CurveRangeException;
import io.github.samuraidesk.bond.NoSolutionException;
import io.github.samuraidesk.book.Guidance;
import io.github.samuraidesk.calendar.CalendarHorizonException;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.RateType;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.disclosure.Typesetter;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.market.MarketSnapshot;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.pricing.Pricer;
import io.github.samuraidesk.pricing.Pricing;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.TrancheCalculator;
import io.github.samuraidesk.pricing.TrancheForm;
import io.github.samuraidesk.pricing.TrancheSheet;
import io.github.samuraidesk.pricing.workbook.TrancheWorkbook;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** A tranche to look at from every side. Nothing that is typed here changes the deal; prices are made by the task. */
@Controller
@RequestMapping("/deals/{id}/tranches/{trancheId}")
class TranchePages {

    private final DealHead head;
    private final DealClock clock;
    private final Pricer pricer;
    private final TrancheCalculator calculator;
    private final TrancheCharts charts;
    private final Wording wording;
    private final TemplateEngine templates;
    private final Typesetter typesetter;
    private final TrancheWorkbook workbook;
    private final Shown shown = new Shown();

    TranchePages(
            DealHead head,
            DealClock clock,
            Pricer pricer,
            TrancheCalculator calculator,
            TrancheCharts charts,
            Wording wording,
            TemplateEngine templates,
            Typesetter typesetter,
            TrancheWorkbook workbook) {
        this.workbook = workbook;
        this.head = head;
        this.clock = clock;
        this.pricer = pricer;
        this.calculator = calculator;
        this.charts = charts;
        this.wording = wording;
        this.templates = templates;
        this.typesetter = typesetter;
    }

    /** Guidance as it was given, with when and by whom. */
    public record GuidanceRow(int version, String at, BigDecimal lowBp, BigDecimal highBp, String reason) {}

    @ModelAttribute(binding = false)
    DealFile head(@PathVariable String id, Principal principal, Model model) {
        DealFile deal = head.show(id, principal, model);
        model.addAttribute("page", "prices");
        model.addAttribute("shown", shown);
        return deal;
    }

    @GetMapping
    String page(DealFile deal, @PathVariable String trancheId, @RequestParam Map<String, String> typed, Model model) {
        Tranche tranche = tranche(deal, trancheId);
        model.addAttribute("tranche", tranche);
        model.addAttribute("run", run(deal, trancheId).orElse(null));
        model.addAttribute("sealed", asSealed(deal, tranche, typed).isPresent());
        model.addAttribute("guidance", guidance(deal, trancheId));
        model.addAttribute("quotes", deal.all(Pricing.QUOTES));
        model.addAttribute(
                "siblings",
                DealBook.liveTranches(deal).stream().map(Tranche::id).toList());
        if (tranche.rateType() != RateType.FLOATING) {
            fill(deal, tranche, typed, model);
        } else {
            floating(deal, tranche, model);
        }
        return "pages/tranche";
    }

    /** The figures alone, for a page that is being typed in. */
    @GetMapping("/sheet")
    String sheet(DealFile deal, @PathVariable String trancheId, @RequestParam Map<String, String> typed, Model model) {
        Tranche tranche = tranche(deal, trancheId);
        model.addAttribute("tranche", tranche);
        // the reader is in the middle of a field, and its findings may not take the focus away
        model.addAttribute("whileTyping", true);
        fill(deal, tranche, typed, model);
        return "pages/tranche-sheet :: sheet";
    }

    @GetMapping("/sheet.pdf")
    ResponseEntity<byte[]> pdf(DealFile deal, @PathVariable String trancheId, @RequestParam Map<String, String> typed) {
        Tranche tranche = tranche(deal, trancheId);
        TrancheSheet sheet = required(deal, tranche, typed);
        var context = new Context(LocaleContextHolder.getLocale());
        context.setVariable("sheet", sheet);
        context.setVariable("shown", shown);
        context.setVariable("wording", wording);
        context.setVariable("charts", charts.of(sheet, shown));
        context.setVariable("tranche", tranche);
        context.setVariable("notes", notes(sheet.notes()));
        context.setVariable("moves", moves(sheet));
        context.setVariable("practice", deal.deal().practice());
        context.setVariable("issuer", issuer(deal));
        context.setVariable("dealId", deal.id().value());
        context.setVariable(
                "seal", asSealed(deal, tranche, typed).map(PricingRun::seal).orElse(null));
        byte[] pdf = typesetter
                .typeset(templates.process("documents/pricing-sheet", context), clock.now(deal.id()))
                .pdf();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + deal.id() + "-" + trancheId + ".pdf\"")
                .body(pdf);
    }

    @GetMapping("/sheet.xlsx")
    ResponseEntity<byte[]> workbook(
            DealFile deal, @PathVariable String trancheId, @RequestParam Map<String, String> typed) {
        Tranche tranche = tranche(deal, trancheId);
        TrancheSheet sheet = required(deal, tranche, typed);
        String rehearsal = deal.deal().practice() ? wording.text("page.rehearsalSheet") + " " : "";
        byte[] file = workbook.of(
                rehearsal + deal.id() + " " + issuer(deal) + " " + trancheId,
                sheet,
                calculator.bond(sheet.inputs()),
                market(deal),
                wording::text);
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + deal.id() + "-" + trancheId + ".xlsx\"")
                .body(file);
    }

    private String issuer(DealFile deal) {
        TermSheet.Issuer issuer = DealBook.termSheet(deal).issuer();
        return wording.isJapanese() ? issuer.nameJa() : issuer.name();
    }

    /** The run whose terms are shown; empty before pricing, and once anything was typed over them. */
    private Optional<PricingRun> asSealed(DealFile deal, Tranche tranche, Map<String, String> typed) {
        return run(deal, tranche.id())
                .filter(run -> values(deal, tranche, typed).equals(values(deal, tranche, Map.of())));
    }

    private TrancheSheet required(DealFile deal, Tranche tranche, Map<String, String> typed) {
        FormValues values = values(deal, tranche, typed);
        List<Finding> findings =
                TrancheForm.check(values).stream().map(Finding::of).toList();
        if (tranche.rateType() == RateType.FLOATING || !findings.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    String.join("; ", findings.stream().map(wording::finding).toList()));
        }
        return calculator.calculate(TrancheForm.inputs(values), market(deal));
    }

    private void fill(DealFile deal, Tranche tranche, Map<String, String> typed, Model model) {
        FormValues values = values(deal, tranche, typed);
        List<Finding> findings = new ArrayList<>(
                TrancheForm.check(values).stream().map(Finding::of).toList());
        if (findings.isEmpty()) {
            try {
                TrancheSheet sheet = calculator.calculate(TrancheForm.inputs(values), market(deal));
                model.addAttribute("result", sheet);
                model.addAttribute("charts", charts.of(sheet, shown));
                model.addAttribute("notes", notes(withSizeNote(deal, tranche, sheet.notes())));
                model.addAttribute("moves", moves(sheet));
            } catch (IllegalArgumentException
                    | NoSolutionException
                    | CurveRangeException
                    | CalendarHorizonException e) {
                findings.add(Finding.field("maturity", "cannotPrice", String.valueOf(e.getMessage())));
            }
        }
        model.addAttribute("values", values);
        model.addAttribute("fields", TrancheForm.FIELDS);
        model.addAttribute("findings", findings);
        model.addAttribute(
                "faulty", findings.stream().map(Finding::field).distinct().toList());
        model.addAttribute(
                "targets", TrancheForm.FIELDS.stream().collect(Collectors.toMap(Field::name, f -> "in-" + f.name())));
        var query = UriComponentsBuilder.newInstance();
        new TreeMap<>(values.values()).forEach(query::queryParam);
        model.addAttribute("query", query.encode().build().getQuery());
    }

    private void floating(DealFile deal, Tranche tranche, Model model) {
        if (!tranche.floatsOverTona()) {
            model.addAttribute("floatingRefused", tranche.floatingReference());
            return;
        }
        Optional<PricingRun> run = run(deal, tranche.id());
        LocalDate issue = issueDate(deal);
        LocalDate maturity = run.map(PricingRun::maturity).orElseGet(() -> end(tranche, issue));
        BigDecimal margin = run.map(PricingRun::spreadBp)
                .or(() -> Optional.ofNullable(tranche.marginBp()))
                .or(() -> Optional.ofNullable(tranche.guidanceLowBp()))
                .orElse(BigDecimal.ZERO);
        var sheet = calculator.floating(
                issue,
                maturity,
                tranche.frequency(),
                tranche.dayRule(),
                margin.movePointLeft(4).doubleValue(),
                run.map(PricingRun::issuePrice).orElse(tranche.issuePrice()).doubleValue(),
                valuation(deal, run),
                market(deal));
        model.addAttribute("floating", sheet);
        model.addAttribute("notes", notes(sheet.notes()));
    }

    private FormValues values(DealFile deal, Tranche tranche, Map<String, String> typed) {
        Optional<PricingRun> run = run(deal, tranche.id());
        LocalDate issue = issueDate(deal);
        LocalDate end = tranche.rateType() == RateType.FIXED_TO_FLOATING && tranche.callDate() != null
                ? tranche.callDate()
                : run.map(PricingRun::maturity).orElseGet(() -> end(tranche, issue));
        TermSheet sheet = DealBook.termSheet(deal);
        FormValues values = TrancheForm.beginning(
                tranche,
                run.orElse(null),
                issue,
                end,
                pricer.couponsEnd(issue, tranche.tenorYears(), end),
                valuation(deal, run),
                Optional.ofNullable(sheet.costs().feePer100()).orElse(BigDecimal.ZERO),
                Optional.ofNullable(sheet.costs().expensesYen()).orElse(BigDecimal.ZERO));
        for (Map.Entry<String, String> entry : typed.entrySet()) {
            if (TrancheForm.FIELDS.stream().anyMatch(f -> f.name().equals(entry.getKey()))) {
                values = values.with(entry.getKey(), entry.getValue().strip());
            }
        }
        return values;
    }

    private LocalDate end(Tranche tranche, LocalDate issue) {
        return tranche.maturity() != null ? tranche.maturity() : pricer.maturity(issue, tranche.tenorYears());
    }

    private LocalDate issueDate(DealFile deal) {
        return Optional.ofNullable(DealBook.termSheet(deal).dates().payment()).orElseGet(() -> clock.today(deal.id()));
    }

    private LocalDate valuation(DealFile deal, Optional<PricingRun> run) {
        LocalDate wanted = run.map(PricingRun::pricingDate)
                .orElseGet(() -> market(deal).sets().stream()
                        .map(QuoteSet::date)
                        .max(Comparator.naturalOrder())
                        .orElseGet(() -> clock.today(deal.id())));
        LocalDate issue = issueDate(deal);
        return wanted.isAfter(issue) ? issue : wanted;
    }

    private MarketSnapshot market(DealFile deal) {
        return new MarketSnapshot(deal.current(Pricing.QUOTES));
    }

    private Optional<PricingRun> run(DealFile deal, String trancheId) {
        return deal.one(PricingRun.FACT.at(trancheId));
    }

    private Tranche tranche(DealFile deal, String trancheId) {
        return DealBook.termSheet(deal).tranches().stream()
                .filter(t -> t.id().equals(trancheId))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<GuidanceRow> guidance(DealFile deal, String trancheId) {
        return deal.history(Guidance.FACT.at(trancheId)).stream()
                .map(s -> new GuidanceRow(
                        s.version(),
                        DealPages.japanTime(s.businessAt().toString()),
                        s.value().lowBp(),
                        s.value().highBp(),
                        s.value().reason()))
                .toList();
    }

    private List<String> withSizeNote(DealFile deal, Tranche tranche, List<String> notes) {
        if (tranche.sizeYen() != null || run(deal, tranche.id()).isPresent()) {
            return notes;
        }
        var all = new ArrayList<String>(List.of("sizeUnknown"));
        all.addAll(notes);
        return all;
    }

    /** Notes come as key and arguments parted by a bar. */
    private List<String> notes(List<String> notes) {
        return notes.stream()
                .map(note -> {
                    String[] parts = note.split("\\|", 2);
                    return wording.text("page.sheetNote." + parts[0], (Object[])
                            (parts.length > 1 ? parts[1].split("\\|") : new String[0]));
                })
                .toList();
    }

    /** Reasons of moved payments in words, by the coupon's number. */
    private Map<Integer, String> moves(TrancheSheet sheet) {
        var moves = new TreeMap<Integer, String>();
        for (TrancheSheet.Flow flow : sheet.flows()) {
            if (!flow.moved().isEmpty()) {
                String[] parts = flow.moved().split("\\|", 3);
                moves.put(flow.number(), wording.text("page.moved", wording.text("choice." + parts[0]), parts[2]));
            }
        }
        return moves;
    }
}
