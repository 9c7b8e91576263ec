package io.github.samuraidesk.web;

import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Origin;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.disclosure.FigureOrigin;
import io.github.samuraidesk.disclosure.Figures;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.PaperLint;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.disclosure.SumChecks;
import io.github.samuraidesk.disclosure.Typesetter;
import io.github.samuraidesk.review.PaperRead;
import io.github.samuraidesk.review.Redline;
import io.github.samuraidesk.review.TrackedChanges;
import io.github.samuraidesk.review.TwinNumbers;
import java.security.Principal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** What legal reads beside the PDF: every figure with its source and places, and what changed since another version. */
@Controller
@RequestMapping("/deals/{id}/papers/{code}")
class ReviewPages {

    /** Lines shown on either side of a change, unless the whole paper is asked for. */
    private static final int LINES_AROUND = 2;

    private final DealHead head;
    private final Papers papers;
    private final SumChecks sums;
    private final DealClauses clauses;
    private final PaperLint lint;
    private final TemplateEngine templates;
    private final Typesetter typesetter;
    private final Wording wording;

    ReviewPages(
            DealHead head,
            Papers papers,
            SumChecks sums,
            DealClauses clauses,
            PaperLint lint,
            TemplateEngine templates,
            Typesetter typesetter,
            Wording wording) {
        this.head = head;
        this.papers = papers;
        this.sums = sums;
        this.clauses = clauses;
        this.lint = lint;
        this.templates = templates;
        this.typesetter = typesetter;
        this.wording = wording;
    }

    @ModelAttribute(binding = false)
    DealFile head(@PathVariable String id, Principal principal, Model model) {
        DealFile deal = head.show(id, principal, model);
        model.addAttribute("page", "papers");
        return deal;
    }

    private static Paper paper(String code) {
        return Paper.byCode(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A paper as text with its figures as links; a chosen figure shows its sources and every place it prints. */
    @GetMapping("/figures")
    String figures(
            DealFile deal,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(required = false) @Nullable String beside,
            Model model) {
        Paper paper = paper(code);
        RenderedPaper rendered =
                papers.find(deal, paper).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<RenderedPaper> twin = Optional.ofNullable(beside)
                .flatMap(Paper::byCode)
                .flatMap(p -> papers.find(deal, p))
                .filter(p -> p.paper() != paper);
        String besideParameter = twin.map(t -> "&beside=" + t.paper().code()).orElse("");
        String link =
                "/deals/" + deal.id() + "/papers/" + code + "/figures?field={field}" + besideParameter + "#figure";
        String text = papers.xhtml(deal.id(), rendered);
        model.addAttribute("paper", paper);
        // attributes of the markup may not ask beans
        model.addAttribute("paperTitle", wording.text("paper." + paper.code()));
        model.addAttribute(
                "twinTitle",
                twin.map(t -> wording.text("paper." + t.paper().code())).orElse(""));
        model.addAttribute("text", Figures.asPage(text, link, field));
        model.addAttribute("twin", twin.map(RenderedPaper::paper).orElse(null));
        model.addAttribute(
                "twinText",
                twin.map(t -> Figures.asPage(papers.xhtml(deal.id(), t), link, field))
                        .orElse(null));
        List<RenderedPaper> all = papers.all(deal);
        List<Figures.Place> places = papers.figures(deal);
        model.addAttribute("field", field);
        model.addAttribute(
                "places",
                places.stream()
                        .filter(p ->
                                !field.isEmpty() && Figures.shared(p.field()).equals(Figures.shared(field)))
                        .toList());
        model.addAttribute("sources", sources(deal, paper, twin, field));
        model.addAttribute("disagreements", Figures.disagreements(places));
        var wrongSums = new ArrayList<Finding>(sums.of(deal));
        wrongSums.addAll(SumChecks.printed(places));
        model.addAttribute("sums", wrongSums);
        model.addAttribute("lint", remarks(deal, paper, text));
        model.addAttribute("papers", all.stream().map(RenderedPaper::paper).toList());
        return "pages/figures";
    }

    /** Where a figure comes from that stands in the paper, or only in the one beside it. */
    private List<FigureOrigin> sources(DealFile deal, Paper paper, Optional<RenderedPaper> twin, String field) {
        Set<Origin> origins = papers.paperFacts().printed(deal, paper).of(field);
        if (origins.isEmpty() && twin.isPresent()) {
            origins = papers.paperFacts().printed(deal, twin.get().paper()).of(field);
        }
        return FigureOrigin.of(deal, origins);
    }

    /** Remarks on the wording; in the conditions also the numbers that stand in one language alone. */
    private List<PaperLint.Remark> remarks(DealFile deal, Paper paper, String text) {
        var remarks = new ArrayList<>(lint.of(paper, text, DealBook.termSheet(deal)));
        if (paper == Paper.CONDITIONS_OF_BONDS || paper == Paper.CONDITIONS_OF_BONDS_EN) {
            List<String> order = PaperLint.clauseParagraphs(text);
            for (DealClauses.Worded w : clauses.all(deal)) {
                for (TwinNumbers.Difference n : TwinNumbers.differences(w.ja(), w.en())) {
                    remarks.add(new PaperLint.Remark(
                            "twinNumber",
                            order.indexOf(w.clause().id()) + 1,
                            w.clause().id(),
                            List.of(n.number(), String.valueOf(n.inJapanese()), String.valueOf(n.inEnglish()))));
                }
            }
        }
        return remarks;
    }

    /** The paper as today's facts would print it; nothing is stored, and nothing can be approved by it. */
    @GetMapping("/preview")
    ResponseEntity<byte[]> preview(DealFile deal, @PathVariable String code) {
        Paper paper = paper(code);
        boolean conditions = paper == Paper.CONDITIONS_OF_BONDS || paper == Paper.CONDITIONS_OF_BONDS_EN;
        if (!conditions && papers.find(deal, paper).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Downloads.inline(
                papers.preview(deal, paper).pdf(), "application/pdf", deal.id() + "-" + code + "-preview.pdf");
    }

    /** Versions of a paper, the first first. */
    private List<Said<RenderedPaper>> versions(DealFile deal, Paper paper) {
        return deal.history(RenderedPaper.FACT.at(paper.code()));
    }

    private Optional<Integer> readVersion(DealFile deal, Paper paper, Principal principal) {
        return deal.one(PaperRead.FACT.at(PaperRead.key(paper.code(), principal.getName())))
                .flatMap(read -> versions(deal, paper).stream()
                        .filter(v -> v.value().pdfSha256().equals(read.pdfSha256()))
                        .map(Said::version)
                        .reduce((earlier, later) -> later));
    }

    private record Compared(Said<RenderedPaper> from, Said<RenderedPaper> to, Redline redline) {}

    private Compared compared(DealFile deal, Paper paper, @Nullable Integer from, @Nullable Integer to) {
        List<Said<RenderedPaper>> versions = versions(deal, paper);
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var last = versions.get(versions.size() - 1);
        var newer = versions.stream()
                .filter(v -> to != null && v.version() == to)
                .findFirst()
                .orElse(last);
        var older = versions.stream()
                .filter(v -> from != null && v.version() == from)
                .findFirst()
                .orElse(versions.get(Math.max(0, versions.size() - 2)));
        return new Compared(
                older,
                newer,
                Redline.of(papers.xhtml(deal.id(), older.value()), papers.xhtml(deal.id(), newer.value())));
    }

    @GetMapping("/redline")
    String redline(
            DealFile deal,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            @RequestParam(defaultValue = "false") boolean all,
            Principal principal,
            Model model) {
        Paper paper = paper(code);
        // without a wish, a reader sees what has changed since the version that they read
        Compared compared = compared(
                deal,
                paper,
                from != null ? from : readVersion(deal, paper, principal).orElse(null),
                to);
        model.addAttribute("paper", paper);
        model.addAttribute(
                "versions",
                versions(deal, paper).stream()
                        .map(v -> new Version(
                                v.version(),
                                v.person(),
                                v.businessAt()
                                        .atZone(DealClock.TOKYO)
                                        .toLocalDateTime()
                                        .truncatedTo(ChronoUnit.MINUTES)
                                        .toString()
                                        .replace('T', ' ')))
                        .toList());
        model.addAttribute("from", compared.from().version());
        model.addAttribute("to", compared.to().version());
        model.addAttribute("all", all);
        model.addAttribute("changes", compared.redline().changes());
        model.addAttribute(
                "redline", all ? compared.redline() : compared.redline().near(LINES_AROUND));
        return "pages/redline";
    }

    public record Version(int number, String person, String at) {}

    @GetMapping("/redline.{kind}")
    ResponseEntity<byte[]> redlineFile(
            DealFile deal,
            @PathVariable String code,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to) {
        Paper paper = paper(code);
        Compared compared = compared(deal, paper, from, to);
        String title = deal.id() + " " + wording.text("paper." + paper.code()) + " v"
                + compared.from().version() + " → v" + compared.to().version();
        String name = deal.id() + "-" + code + "-v" + compared.from().version() + "-v"
                + compared.to().version();
        return switch (kind) {
            case "docx" ->
                Downloads.attachment(
                        TrackedChanges.docx(
                                compared.redline(),
                                title,
                                compared.to().person(),
                                compared.to().businessAt()),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        name + ".docx");
            case "pdf" -> {
                var context = new Context(paper.isEnglish() ? Locale.ENGLISH : Locale.JAPANESE);
                context.setVariable("title", title);
                context.setVariable("redline", compared.redline());
                context.setVariable("practice", deal.deal().practice());
                yield Downloads.attachment(
                        typesetter
                                .typeset(
                                        templates.process("documents/redline", context),
                                        compared.to().businessAt())
                                .pdf(),
                        "application/pdf",
                        name + ".pdf");
            }
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
