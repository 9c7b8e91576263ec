package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealEvents;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.FactText;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.registration.RulePacks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.core.JacksonException;

/** Makes, stores and finds the papers of a deal. */
@Service
public class Papers {

    private final PaperFacts paperFacts;
    private final DealClauses clauses;
    private final Facts facts;
    private final Blobs blobs;
    private final DealBook deals;
    private final DealClock clock;
    private final RulePacks packs;
    private final Typesetter typesetter;
    private final TemplateEngine templates;
    private final DealEvents events;
    private final ExecutorService typesetting;
    /** Hashes of data of earlier programs, as this one writes it. */
    private final Map<String, String> readAgain = new ConcurrentHashMap<>();

    private final Map<String, String> templateHashes = new ConcurrentHashMap<>();

    Papers(
            PaperFacts paperFacts,
            DealClauses clauses,
            Facts facts,
            Blobs blobs,
            DealBook deals,
            DealClock clock,
            RulePacks packs,
            Typesetter typesetter,
            TemplateEngine templates,
            DealEvents events,
            @Value("${samurai-desk.jobs:true}") boolean served) {
        // A program that serves pages keeps one processor for them.
        int processors = Runtime.getRuntime().availableProcessors() - (served ? 1 : 0);
        this.typesetting = Executors.newFixedThreadPool(Math.max(1, processors), Papers::typesettingThread);
        this.paperFacts = paperFacts;
        this.clauses = clauses;
        this.facts = facts;
        this.blobs = blobs;
        this.deals = deals;
        this.clock = clock;
        this.packs = packs;
        this.typesetter = typesetter;
        this.templates = templates;
        this.events = events;
    }

    private static Thread typesettingThread(Runnable work) {
        var thread = new Thread(work, "typesetting");
        thread.setDaemon(true);
        // Templates and fonts are found through the application's class loader, also from within its jar.
        thread.setContextClassLoader(Papers.class.getClassLoader());
        return thread;
    }

    /**
     * A paper set in type but not yet stored.
     *
     * @param moment the moment that the PDF names
     * @param edinet the files for EDINET as one ZIP; null for a paper that is not filed
     */
    public record Draft(
            Paper paper,
            PaperData data,
            Instant moment,
            String xhtml,
            byte[] pdf,
            int pages,
            byte @Nullable [] edinet) {}

    /** Sets a paper in type from the facts as they are; needs no lock. */
    public Draft draft(DealId id, Paper paper) {
        return draft(id, paper, paperFacts.of(id, paper), false);
    }

    /** The same with what a person wants to say in a paper on demand, before it is recorded. */
    public Draft draft(DealId id, Paper paper, String ownText) {
        return draft(id, paper, paperFacts.of(id, paper, ownText), false);
    }

    /** The same with a mark in its running head: nobody takes it for the paper that is approved. */
    public Draft preview(DealId id, Paper paper) {
        return draft(id, paper, paperFacts.of(id, paper), true);
    }

    private Draft draft(DealId id, Paper paper, PaperData data, boolean preview) {
        return typeset(written(id, paper, data, preview));
    }

    /** A paper's words as the facts give them now, still to be set in type. */
    private record Written(Paper paper, PaperData data, String xhtml, Instant moment) {}

    private Written written(DealId id, Paper paper, PaperData data, boolean preview) {
        String xhtml = xhtml(paper, data, trailHeadFor(id, paper), partTwo(id, data), preview);
        return new Written(paper, data, xhtml, momentOf(id));
    }

    private Draft typeset(Written w) {
        Typesetter.Typeset typeset = typesetter.typeset(w.xhtml(), w.moment());
        byte[] edinet = w.paper().isFiled() ? EdinetRendition.zip(EdinetRendition.of(w.xhtml())) : null;
        return new Draft(w.paper(), w.data(), w.moment(), w.xhtml(), typeset.pdf(), typeset.pages(), edinet);
    }

    /** Whether a draft says what the facts say now; under the deal's lock it may then be stored. */
    public boolean holds(DealId id, Draft draft) {
        return draft.data().equals(paperFacts.of(id, draft.paper()))
                && draft.moment().equals(momentOf(id));
    }

    public List<Draft> drafts(DealId id, List<Paper> papers) {
        // Read here, on the connection that the caller may hold: a thread that asked for another one could wait for
        // ever.
        List<Written> written;
        try (var reading = facts.reading()) {
            written = papers.stream()
                    .map(p -> written(id, p, paperFacts.of(id, p), false))
                    .toList();
        }
        // Papers are independent of each other: each is set in its own thread.
        var running = written.stream()
                .map(w -> CompletableFuture.supplyAsync(() -> typeset(w), typesetting))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    /** Stores a draft; the same bytes and sources leave the stored fact as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public RenderedPaper store(DealId id, Draft draft, PersonId person) {
        Paper paper = draft.paper();
        String name = id + "-" + paper.code();
        byte[] edinet = draft.edinet();
        var rendered = new RenderedPaper(
                paper,
                blobs.store(id, "application/pdf", name + ".pdf", draft.pdf()),
                blobs.store(
                        id,
                        "application/xhtml+xml",
                        name + ".xhtml",
                        draft.xhtml().getBytes(StandardCharsets.UTF_8)),
                edinet == null ? "" : blobs.store(id, "application/zip", name + "-edinet.zip", edinet),
                // the JSON twin of the paper: its hash is the hash of the data
                blobs.store(id, "application/json", name + ".json", dataOf(draft.data())),
                templateHash(paper),
                packs.pinned(id),
                draft.data().undecided(),
                draft.pages());
        if (!find(id, paper).equals(Optional.of(rendered))) {
            facts.record(id, paper.code(), rendered, person);
        }
        return rendered;
    }

    public Optional<RenderedPaper> find(DealId id, Paper paper) {
        return facts.of(id).one(RenderedPaper.FACT.at(paper.code()));
    }

    public List<RenderedPaper> all(DealId id) {
        return facts.of(id).current(RenderedPaper.FACT);
    }

    /** Whether a stored paper still says what the facts say. */
    public boolean isCurrent(DealId id, RenderedPaper rendered) {
        return saysWhat(id, rendered.dataSha256(), paperFacts.of(id, rendered.paper()))
                && rendered.templateSha256().equals(templateHash(rendered.paper()))
                && rendered.rulePack().equals(packs.pinned(id));
    }

    /** Slots, of the conditions and outside them, that no person has filled yet. */
    public List<String> openSlots(DealId id) {
        var open = new ArrayList<>(clauses.openSlots(id));
        for (Slot slot : Slot.values()) {
            if (facts.of(id)
                    .one(SlotText.FACT.at(slot.id()))
                    .filter(t -> !t.text().isBlank())
                    .isEmpty()) {
                open.add(slot.id());
            }
        }
        return open;
    }

    /** Everyone who entered, changed or proposed what this paper prints, or generated it; none of them may approve it. */
    public Set<String> preparers(DealId id, Paper paper) {
        DealFile file = facts.of(id);
        var people = new LinkedHashSet<String>();
        paperFacts.printed(file, paper).of(AskedFields.of(paper)).forEach(o -> people.addAll(file.authors(o)));
        file.said(RenderedPaper.FACT.at(paper.code())).ifPresent(p -> people.add(p.person()));
        return people;
    }

    /** The data that a paper would print today. */
    public byte[] dataNow(DealId id, Paper paper) {
        return dataOf(paperFacts.of(id, paper));
    }

    /** The XHTML that a stored paper was set from. */
    public String xhtml(DealId id, RenderedPaper rendered) {
        return new String(blobs.find(id, rendered.xhtmlSha256()).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    /** Every figure of the papers that still say what the facts say. */
    public List<Figures.Place> figures(DealId id) {
        return all(id).stream()
                .filter(p -> isCurrent(id, p))
                .flatMap(p -> Figures.in(p.paper(), xhtml(id, p)).stream())
                .toList();
    }

    public PaperFacts paperFacts() {
        return paperFacts;
    }

    private static String dataHash(PaperData data) {
        return Blobs.sha256(dataOf(data));
    }

    private static byte[] dataOf(PaperData data) {
        return FactText.of(data).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether stored data says what these say, in whatever text its program wrote it. */
    private boolean saysWhat(DealId id, String storedSha256, PaperData now) {
        String hash = dataHash(now);
        return hash.equals(storedSha256)
                || hash.equals(readAgain.computeIfAbsent(storedSha256, sha256 -> asWrittenNow(id, sha256)));
    }

    /** Hash of the text that this program gives stored data; data that cannot be read keeps the hash that it has. */
    private String asWrittenNow(DealId id, String sha256) {
        return blobs.find(id, sha256)
                .map(blob -> {
                    try {
                        String text = new String(blob.bytes(), StandardCharsets.UTF_8);
                        return dataHash(FactText.read(text, PaperData.class));
                    } catch (JacksonException e) {
                        return sha256;
                    }
                })
                .orElse(sha256);
    }

    /** The body of Part 2 that a paper binds; empty where it binds none. */
    private String partTwo(DealId id, PaperData data) {
        return data.partTwo().isEmpty()
                ? ""
                : PartTwoBody.of(EdinetRendition.unzip(
                                blobs.find(id, data.partTwo()).orElseThrow().bytes()))
                        .xhtml();
    }

    private String xhtml(Paper paper, PaperData data, String trailHead, String partTwo, boolean preview) {
        var context = new Context(paper.isEnglish() ? Locale.ENGLISH : Locale.JAPANESE);
        context.setVariable("partTwo", partTwo);
        context.setVariable("d", data);
        context.setVariable("trailHead", trailHead);
        context.setVariable("preview", preview);
        return Bookmarks.in(ReadingOrder.of(Ruby.in(templates.process(paper.template(), context))));
    }

    /** The closing memorandum prints the head of the trail; other papers do not, and stay the same while it grows. */
    private String trailHeadFor(DealId id, Paper paper) {
        return paper == Paper.CLOSING_MEMORANDUM ? events.head(id) : "";
    }

    /** The moment a PDF names comes from the facts, so that rendering twice gives the same bytes. */
    private Instant momentOf(DealId id) {
        TermSheet sheet = deals.termSheet(id);
        var date = sheet.dates().pricing() == null
                ? java.time.LocalDate.EPOCH
                : sheet.dates().pricing();
        return date.atStartOfDay(DealClock.TOKYO).toInstant();
    }

    private String templateHash(Paper paper) {
        return templateHashes.computeIfAbsent(paper.template(), name -> {
            var all = new LinkedHashMap<String, byte[]>();
            for (String file : List.of("documents/parts", "documents/bond-terms", name)) {
                try (InputStream in = Papers.class.getResourceAsStream("/templates/" + file + ".html")) {
                    if (in == null) {
                        throw new IllegalStateException("template is missing: " + file);
                    }
                    all.put(file, in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            var bytes = new java.io.ByteArrayOutputStream();
            all.values().forEach(bytes::writeBytes);
            return Blobs.sha256(bytes.toByteArray());
        });
    }
}
