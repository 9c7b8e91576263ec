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
import io.github.samuraidesk.deal.Remembered;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.law.RulePacks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.context.Context;
import tools.jackson.core.JacksonException;

/** Makes, stores and finds the papers of a deal. */
@Service
public class Papers {

    /** Some hundred deals of earlier programs with all their papers. */
    private static final int MOST_READ_AGAIN = 5_000;

    private final PaperFacts paperFacts;
    private final DealClauses clauses;
    private final Facts facts;
    private final Blobs blobs;
    private final RulePacks packs;
    private final Typesetter typesetter;
    private final TemplateSets templates;
    private final PinnedTemplates pinned;
    private final DealEvents events;
    private final ExecutorService typesetting;
    /** Hashes of data of earlier programs, as this one writes it. */
    private final Map<String, String> readAgain = Remembered.atMost(MOST_READ_AGAIN);

    Papers(
            PaperFacts paperFacts,
            DealClauses clauses,
            Facts facts,
            Blobs blobs,
            RulePacks packs,
            Typesetter typesetter,
            TemplateSets templates,
            PinnedTemplates pinned,
            DealEvents events,
            @Value("${samurai-desk.jobs:true}") boolean served) {
        // A program that serves pages keeps one processor for them.
        int processors = Runtime.getRuntime().availableProcessors() - (served ? 1 : 0);
        this.typesetting = Executors.newFixedThreadPool(Math.max(1, processors), Papers::typesettingThread);
        this.paperFacts = paperFacts;
        this.clauses = clauses;
        this.facts = facts;
        this.blobs = blobs;
        this.packs = packs;
        this.typesetter = typesetter;
        this.templates = templates;
        this.pinned = pinned;
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
            TemplateSet templates,
            Instant moment,
            String xhtml,
            byte[] pdf,
            int pages,
            byte @Nullable [] edinet) {}

    /** Sets a paper in type from the facts as they are; needs no lock. */
    public Draft draft(DealFile deal, Paper paper) {
        return draft(deal, paper, paperFacts.of(deal, paper), false);
    }

    /** The same with what a person wants to say in a paper on demand, before it is recorded. */
    public Draft draft(DealFile deal, Paper paper, String ownText) {
        return draft(deal, paper, paperFacts.of(deal, paper, ownText), false);
    }

    /** The same with a mark in its running head: nobody takes it for the paper that is approved. */
    public Draft preview(DealFile deal, Paper paper) {
        return draft(deal, paper, paperFacts.of(deal, paper), true);
    }

    private Draft draft(DealFile deal, Paper paper, PaperData data, boolean preview) {
        return typeset(written(deal, paper, data, preview));
    }

    /** A paper's words as the facts give them now, still to be set in type. */
    private record Written(Paper paper, PaperData data, TemplateSet templates, String xhtml, Instant moment) {}

    private Written written(DealFile deal, Paper paper, PaperData data, boolean preview) {
        TemplateSet set = pinned.of(deal, paper);
        return new Written(paper, data, set, xhtml(deal.id(), paper, data, set, preview), momentOf(deal));
    }

    private Draft typeset(Written w) {
        Typesetter.Typeset typeset = typesetter.typeset(w.xhtml(), w.moment());
        byte[] edinet = w.paper().isFiled() ? EdinetRendition.zip(EdinetRendition.of(w.xhtml())) : null;
        return new Draft(
                w.paper(), w.data(), w.templates(), w.moment(), w.xhtml(), typeset.pdf(), typeset.pages(), edinet);
    }

    /** Whether a draft says what the facts say now; under the deal's lock it may then be stored. */
    public boolean holds(DealFile deal, Draft draft) {
        return draft.data().equals(paperFacts.of(deal, draft.paper()))
                && draft.templates()
                        .sha256()
                        .equals(pinned.of(deal, draft.paper()).sha256())
                && draft.moment().equals(momentOf(deal));
    }

    public List<Draft> drafts(DealFile deal, List<Paper> papers) {
        // Read here, on the connection that the caller may hold: a thread that asked for another one could wait for
        // ever.
        List<Written> written = papers.stream()
                .map(p -> written(deal, p, paperFacts.of(deal, p), false))
                .toList();
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
        pinned.pinIfNone(id, draft.templates(), person);
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
                draft.templates().hashOf(paper),
                packs.pinned(facts.of(id)),
                draft.data().undecided(),
                draft.pages());
        if (!find(facts.of(id), paper).equals(Optional.of(rendered))) {
            facts.record(id, paper.code(), rendered, person);
        }
        return rendered;
    }

    public Optional<RenderedPaper> find(DealFile deal, Paper paper) {
        return deal.one(RenderedPaper.FACT.at(paper.code()));
    }

    public List<RenderedPaper> all(DealFile deal) {
        return deal.current(RenderedPaper.FACT);
    }

    /** Whether a stored paper still says what the facts say. */
    public boolean isCurrent(DealFile deal, RenderedPaper rendered) {
        return saysWhat(deal.id(), rendered.dataSha256(), paperFacts.of(deal, rendered.paper()))
                && pinned.isCurrent(deal, rendered)
                && rendered.rulePack().equals(packs.pinned(deal));
    }

    /** Whether a stored paper is made from the texts that the deal's templates have for it. */
    public boolean isOnTheDealsTemplates(DealFile deal, RenderedPaper rendered) {
        return pinned.isCurrent(deal, rendered);
    }

    /** Hash of the template that a paper would be made from now. */
    public String templateSha256(DealFile deal, Paper paper) {
        return pinned.of(deal, paper).hashOf(paper);
    }

    /** Slots, of the conditions and outside them, that no person has filled yet. */
    public List<String> openSlots(DealFile deal) {
        var open = new ArrayList<>(clauses.openSlots(deal));
        for (Slot slot : Slot.values()) {
            if (deal.one(SlotText.FACT.at(slot.id()))
                    .filter(t -> !t.text().isBlank())
                    .isEmpty()) {
                open.add(slot.id());
            }
        }
        return open;
    }

    /** Everyone who entered, changed or proposed what this paper prints, or generated it; none of them may approve it. */
    public Set<String> preparers(DealFile deal, Paper paper) {
        var people = new LinkedHashSet<String>();
        paperFacts
                .printed(deal, paper)
                .of(AskedFields.of(pinned.ofOrOwn(deal, paper), paper))
                .forEach(o -> people.addAll(deal.authors(o)));
        deal.said(RenderedPaper.FACT.at(paper.code())).ifPresent(p -> people.add(p.person()));
        return people;
    }

    /** The data that a paper would print today. */
    public PaperData dataNow(DealFile deal, Paper paper) {
        return paperFacts.of(deal, paper);
    }

    /** What a paper would say today if it were set with a set of templates. */
    public String xhtmlWith(DealFile deal, Paper paper, TemplateSet set) {
        return xhtml(deal.id(), paper, paperFacts.of(deal, paper), set, false);
    }

    /** The XHTML that a stored paper was set from. */
    public String xhtml(DealId id, RenderedPaper rendered) {
        return new String(blobs.find(id, rendered.xhtmlSha256()).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    /** Every figure of the papers that still say what the facts say. */
    public List<Figures.Place> figures(DealFile deal) {
        return all(deal).stream()
                .filter(p -> isCurrent(deal, p))
                .flatMap(p -> Figures.in(p.paper(), xhtml(deal.id(), p)).stream())
                .toList();
    }

    public PaperFacts paperFacts() {
        return paperFacts;
    }

    private static String dataHash(PaperData data) {
        return Sha256.of(dataOf(data));
    }

    /** The text of data, as they are stored and hashed. */
    public static byte[] dataOf(PaperData data) {
        return FactText.of(data).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether stored data says what these say, in whatever text its program wrote it. */
    private boolean saysWhat(DealId id, String storedSha256, PaperData now) {
        String hash = dataHash(now);
        return hash.equals(storedSha256) || hash.equals(asWrittenNow(id, storedSha256));
    }

    /** Hash of the text that this program gives stored data. */
    private String asWrittenNow(DealId id, String storedSha256) {
        String known = readAgain.get(storedSha256);
        if (known == null) {
            known = blobs.find(id, storedSha256)
                    .map(blob -> Sha256.of(asWrittenNow(blob.bytes())))
                    .orElse(storedSha256);
            readAgain.put(storedSha256, known);
        }
        return known;
    }

    /** Stored data of any program as this one writes it; data that cannot be read stay as they are. */
    public static byte[] asWrittenNow(byte[] data) {
        try {
            return dataOf(FactText.read(new String(data, StandardCharsets.UTF_8), PaperData.class));
        } catch (JacksonException e) {
            return data;
        }
    }

    /** The body of Part 2 that a paper binds; empty where it binds none. */
    private String partTwo(DealId id, PaperData data) {
        return data.partTwo().isEmpty()
                ? ""
                : PartTwoBody.of(EdinetRendition.unzip(
                                blobs.find(id, data.partTwo()).orElseThrow().bytes()))
                        .xhtml();
    }

    private String xhtml(DealId id, Paper paper, PaperData data, TemplateSet set, boolean preview) {
        var context = new Context(paper.isEnglish() ? Locale.ENGLISH : Locale.JAPANESE);
        context.setVariable("partTwo", partTwo(id, data));
        context.setVariable("d", data);
        context.setVariable("trailHead", trailHeadFor(id, paper));
        context.setVariable("preview", preview);
        return Bookmarks.in(ReadingOrder.of(Ruby.in(templates.process(set, paper.template(), context))));
    }

    /** The closing memorandum prints the head of the trail; other papers do not, and stay the same while it grows. */
    private String trailHeadFor(DealId id, Paper paper) {
        return paper == Paper.CLOSING_MEMORANDUM ? events.head(id) : "";
    }

    /** The moment a PDF names comes from the facts, so that rendering twice gives the same bytes. */
    private static Instant momentOf(DealFile deal) {
        TermSheet sheet = DealBook.termSheet(deal);
        var date = sheet.dates().pricing() == null
                ? java.time.LocalDate.EPOCH
                : sheet.dates().pricing();
        return date.atStartOfDay(DealClock.TOKYO).toInstant();
    }
}
