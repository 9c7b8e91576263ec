package io.github.samuraidesk.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.audit.EvidencePack;
import io.github.samuraidesk.audit.Trail;
import io.github.samuraidesk.audit.Verifier;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PinnedTemplates;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.disclosure.TemplateSets;
import io.github.samuraidesk.earlier.EarlierProgram.Left;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.pricing.Pricer;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.Seal;
import io.github.samuraidesk.registration.DealDates;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.rehearsal.Script;
import io.github.samuraidesk.review.Comment;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.underwriting.Rfp;
import io.github.samuraidesk.workflow.Approvals;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.Gates;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Deals of an earlier program in today's: whether nothing of them was lost, and whether they can go on to their end. */
public final class EarlierDeals {

    private static final int MOST_MENDINGS = 12;
    private static final Set<String> PAPERS_ARE_MADE =
            Set.of("reviewPapers", "clearPreFilingReview", "fileStatement", "fileFinalTerms");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Desk desk;
    private final DealBook deals;
    private final Facts facts;
    private final Blobs blobs;
    private final Papers papers;
    private final Trail trail;
    private final People people;
    private final Pricer pricer;
    private final Approvals approvals;
    private final Gates gates;
    private final DealClock clock;
    private final DealProcess process;
    private final Rehearsal rehearsal;
    private final Script script;
    private final EvidencePack packs;
    private final RulePacks rulePacks;
    private final FilingPackage filingPackage;
    private final PinnedTemplates pinned;
    private final TemplateSets templates;
    private final TransactionTemplate transaction;

    public EarlierDeals(ApplicationContext context) {
        this.desk = context.getBean(Desk.class);
        this.deals = context.getBean(DealBook.class);
        this.facts = context.getBean(Facts.class);
        this.blobs = context.getBean(Blobs.class);
        this.papers = context.getBean(Papers.class);
        this.trail = context.getBean(Trail.class);
        this.people = context.getBean(People.class);
        this.pricer = context.getBean(Pricer.class);
        this.approvals = context.getBean(Approvals.class);
        this.gates = context.getBean(Gates.class);
        this.clock = context.getBean(DealClock.class);
        this.process = context.getBean(DealProcess.class);
        this.rehearsal = context.getBean(Rehearsal.class);
        this.script = context.getBean(Script.class);
        this.packs = context.getBean(EvidencePack.class);
        this.rulePacks = context.getBean(RulePacks.class);
        this.filingPackage = context.getBean(FilingPackage.class);
        this.pinned = context.getBean(PinnedTemplates.class);
        this.templates = context.getBean(TemplateSets.class);
        this.transaction = context.getBean(TransactionTemplate.class);
    }

    /** Each deal of a table is there, and no other, and waits where it was left. */
    public void standWhereTheyWereLeft(String table) {
        List<Left> left = EarlierProgram.deals(table);
        assertThat(deals.ids())
                .as("deals of %s", table)
                .containsExactlyInAnyOrderElementsOf(left.stream().map(Left::id).toList());
        var softly = new SoftAssertions();
        for (Left deal : left) {
            softly.assertThat(standing(deal.id()))
                    .as("%s (%s): open tasks, steps and timers", deal.id(), deal.holds())
                    .isEqualTo(deal.waits());
            softly.assertThat(process.isRunning(deal.id()))
                    .as("%s still runs", deal.id())
                    .isEqualTo(deal.isRunning());
            softly.assertThat(facts.of(deal.id())
                            .one(RouteConfirmed.SIGNED)
                            .map(r -> r.route().name())
                            .orElse(""))
                    .as("%s: route that counsel signed", deal.id())
                    .isEqualTo(deal.route());
        }
        softly.assertAll();
    }

    private Set<String> standing(DealId id) {
        var at = new TreeSet<String>();
        process.openTasks(id).forEach(t -> at.add(t.task().id() + (t.paperSet().isEmpty() ? "" : ":" + t.paperSet())));
        process.waiting(id)
                .forEach(w -> at.add("@" + w.activity() + (w.due().equals(Instant.EPOCH) ? "" : "=" + w.due())));
        return at;
    }

    /** Whoever approved or rejected is still heard: templates that changed with the program take no approval away. */
    public void approvalsStand(String table) {
        var softly = new SoftAssertions();
        for (Map<String, String> row : EarlierProgram.rows(table)) {
            DealId id = new DealId(row.get("deal"));
            Paper paper = Paper.byCode(row.get("paper")).orElseThrow();
            Optional<Approvals.Say> say = approvals.of(facts.of(id), paper).stream()
                    .filter(s -> s.role().name().equals(row.get("role")))
                    .findFirst();
            if (row.get("reviewer").isEmpty()) {
                continue;
            }
            String what = id + " " + paper.code() + " " + row.get("role");
            softly.assertThat(say.map(Approvals.Say::verdict))
                    .as("%s: the verdict of %s", what, row.get("reviewer"))
                    .get()
                    .satisfies(v -> {
                        assertThat(v.reviewer()).isEqualTo(row.get("reviewer"));
                        assertThat(v.pdfSha256()).isEqualTo(row.get("pdf"));
                    });
            // That program took approvals of a filed paper for fallen when its facts or templates changed later. What
            // was
            // filed stays approved: exactly such a paper, and no other, may read APPROVED where it read WITHDRAWN.
            boolean standsWithItsFiling = row.get("state").equals("WITHDRAWN")
                    && say.map(Approvals.Say::state).orElse(null) == Approvals.State.APPROVED
                    && papers.find(facts.of(id), paper)
                            .filter(p ->
                                    p.pdfSha256().equals(row.get("pdf")) && filingPackage.wasFiled(facts.of(id), p))
                            .isPresent();
            if (standsWithItsFiling) {
                continue;
            }
            softly.assertThat(say.map(s -> s.state().name()))
                    .as("%s: state, withdrawn by %s", what, say.map(Approvals.Say::changes))
                    .contains(row.get("state"));
        }
        softly.assertAll();
    }

    /** One deal makes its timetable anew; what it holds besides is as current as it was. */
    public void pinnedWhenItNextDrafts() {
        DealId id = deals.ids().stream()
                .filter(d -> process.isRunning(d)
                        && papers.find(facts.of(d), Paper.TIMETABLE).isPresent()
                        && papers.all(facts.of(d)).stream()
                                        .filter(p -> papers.isCurrent(facts.of(d), p))
                                        .count()
                                > 3)
                .findFirst()
                .orElseThrow();
        assertThat(pinned.pinned(facts.of(id))).isEmpty();
        List<RenderedPaper> others = papers.all(facts.of(id)).stream()
                .filter(p -> p.paper() != Paper.TIMETABLE)
                .toList();
        List<Boolean> current =
                others.stream().map(p -> papers.isCurrent(facts.of(id), p)).toList();
        RenderedPaper earlier = papers.find(facts.of(id), Paper.TIMETABLE).orElseThrow();
        assertThat(papers.isOnTheDealsTemplates(facts.of(id), earlier)).isTrue();

        RenderedPaper made = transaction.execute(status -> {
            deals.lock(id);
            return papers.store(id, papers.draft(facts.of(id), Paper.TIMETABLE), PersonId.PROGRAM);
        });
        assertThat(pinned.pinned(facts.of(id))).contains(templates.own().sha256());
        assertThat(made.templateSha256())
                .isEqualTo(templates.own().hashOf(Paper.TIMETABLE))
                .isNotEqualTo(earlier.templateSha256());
        assertThat(others).extracting(p -> papers.isCurrent(facts.of(id), p)).isEqualTo(current);
    }

    /** @param least how many sealed prices the database holds at least */
    public void priceSealsHold(int least) {
        var softly = new SoftAssertions();
        int sealed = 0;
        for (DealId id : deals.ids()) {
            List<PricingRun> runs = facts.of(id).current(PricingRun.FACT);
            for (PricingRun run : runs) {
                sealed++;
                softly.assertThat(Seal.holds(
                                facts.of(id)
                                        .text(PricingRun.FACT.at(run.tranche().id()))
                                        .orElseThrow(),
                                run.seal()))
                        .as(
                                "%s %s: the seal fits what it seals",
                                id, run.tranche().id())
                        .isTrue();
            }
            facts.of(id)
                    .one(PricingApproved.FACT)
                    .ifPresent(approved -> runs.forEach(run -> softly.assertThat(
                                    approved.seals().get(run.tranche().id()))
                            .as(
                                    "%s %s: the seal that the issuer approved",
                                    id, run.tranche().id())
                            .isEqualTo(run.seal())));
        }
        softly.assertThat(sealed).as("sealed prices").isGreaterThanOrEqualTo(least);
        softly.assertAll();
    }

    /**
     * Every rendition that a stored paper names is there and has that hash; every chain is whole.
     *
     * @param least how many renditions the database holds at least
     */
    public void papersAndChainsAreWhole(int least) {
        var softly = new SoftAssertions();
        int read = 0;
        for (DealId id : deals.ids()) {
            for (RenderedPaper p : papers.all(facts.of(id))) {
                for (String sha256 : List.of(p.pdfSha256(), p.xhtmlSha256(), p.edinetSha256(), p.dataSha256())) {
                    if (!sha256.isEmpty()) {
                        read++;
                        softly.assertThat(blobs.find(id, sha256).map(b -> Sha256.of(b.bytes())))
                                .as("%s %s", id, p.paper().code())
                                .contains(sha256);
                    }
                }
            }
            String previous = SealedEvent.BEFORE_ALL;
            for (SealedEvent e : trail.events(id)) {
                softly.assertThat(e.isIntact() && e.previousHash().equals(previous))
                        .as("%s event %d (%s) follows on the one before", id, e.seq(), e.type())
                        .isTrue();
                previous = e.hash();
            }
            softly.assertThat(trail.head(id)).as("%s: head of the chain", id).isEqualTo(previous);
        }
        softly.assertThat(read).as("renditions").isGreaterThanOrEqualTo(least);
        softly.assertAll();
    }

    /** Half-filled forms as they were typed. */
    public void draftsAreRead() throws IOException {
        var softly = new SoftAssertions();
        List<String> lines = Files.readAllLines(EarlierProgram.KEPT.resolve("drafts.jsonl"));
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            JsonNode row = JSON.readTree(line);
            DealId id = new DealId(row.path("deal_id").asString());
            HumanTask form = HumanTask.byId(row.path("form").asString()).orElseThrow();
            FormValues typed = JSON.readValue(row.path("body").asString(), FormValues.class);
            PersonId author = new PersonId(row.path("person").asString());
            softly.assertThat(desk.draft(id, form, author).map(d -> d.values()))
                    .as("%s: draft of %s", id, form.id())
                    .contains(typed);
            softly.assertThat(desk.draft(id, form, author).map(d -> d.version() + " " + d.person()))
                    .as("%s: draft of %s", id, form.id())
                    .contains(row.path("version").asInt() + " "
                            + row.path("person").asString());
        }
        softly.assertAll();
    }

    /**
     * Drives a deal to closing with the scripted people, as they would go on: what fell is made and approved anew, open
     * remarks are answered, a filing that is overdue gets another day, and who joined the cast since is named.
     *
     * @return how often somebody had to mend something first
     */
    public int driveToItsEnd(Left deal) {
        DealId id = deal.id();
        letThePresentCastJoin(id);
        int mended = 0;
        // what is open is settled first: the day that a cover names does not wait for it
        if (deal.waits().stream().anyMatch(w -> PAPERS_ARE_MADE.contains(w.replaceFirst(":.*", ""))) && mend(id)) {
            mended++;
        }
        while (true) {
            try {
                rehearsal.run(id, task -> false);
                break;
            } catch (Refused refused) {
                if (mended++ == MOST_MENDINGS || !mend(id)) {
                    throw new AssertionError(
                            "%s (%s) was left at %s and cannot go on from %s: %s"
                                    .formatted(id, deal.holds(), deal.waits(), standing(id), refused.findings()),
                            refused);
                }
            }
        }
        assertThat(process.isRunning(id)).as("%s has ended", deal).isFalse();
        assertThat(facts.of(id).one(Closed.FACT)).as("%s has closed", deal).isPresent();
        return mended;
    }

    private boolean mend(DealId id) {
        int before = trail.events(id).size();
        for (Comment c : facts.of(id).current(Comment.FACT)) {
            if (!c.resolved()) {
                desk.record(
                        id,
                        Entry.REPLY_COMMENT,
                        FormValues.of("comment", String.valueOf(c.number()), "text", "確認済み", "resolved", "yes"),
                        Cast.COUNSEL.person());
            }
        }
        if (process.openTask(id, HumanTask.OPEN_BIDS).isPresent()) {
            LocalDateTime deadline = facts.of(id).one(Rfp.FACT).orElseThrow().deadline();
            desk.movePracticeTime(id, deadline.atZone(DealClock.TOKYO).toInstant(), Cast.LEAD.person());
            return true;
        }
        if (gates.nextPapers(facts.of(id)).stream()
                .allMatch(p -> papers.find(facts.of(id), p).isEmpty())) {
            return trail.events(id).size() > before;
        }
        moveAFilingThatIsOverdue(id);
        boolean stale = gates.nextPapers(facts.of(id)).stream()
                .anyMatch(p -> papers.find(facts.of(id), p)
                        .filter(r -> !papers.isCurrent(facts.of(id), r))
                        .isPresent());
        if (stale) {
            desk.record(id, Entry.REMAKE_PAPERS, FormValues.of("reason", "今日の様式で作り直す"), Cast.COUNSEL.person());
        }
        for (Script.Line line : script.entriesBefore(id, HumanTask.REVIEW_PAPERS)) {
            desk.record(id, line.entry(), line.values(), line.by().person());
        }
        return trail.events(id).size() > before;
    }

    /** The cover names the day of filing; where that has gone by, it is filed on the next day that the authority accepts. */
    private void moveAFilingThatIsOverdue(DealId id) {
        LocalDate today = clock.today(id);
        LocalDate printed = DealDates.submissionDay(facts.of(id), Filing.Stage.STATEMENT);
        if (printed == null
                || !printed.isBefore(today)
                || Filing.statement(facts.of(id)).isPresent()) {
            return;
        }
        TermSheet.Dates dates = deals.termSheet(id).dates();
        LocalDate day = rulePacks.of(facts.of(id)).calendars().government().following(today);
        long days = (Math.max(0, ChronoUnit.DAYS.between(dates.pricing(), day.plusDays(18))) + 6) / 7 * 7;
        if (days == 0) {
            desk.record(
                    id,
                    Entry.SET_FILING_DAY,
                    FormValues.of("stage", "STATEMENT", "filingDay", day.toString(), "reason", "提出日の変更"),
                    Cast.COUNSEL.person());
            return;
        }
        var bank = rulePacks.of(facts.of(id)).calendars().bank();
        desk.record(
                id,
                Entry.POSTPONE,
                FormValues.of(
                                "filing", day.toString(),
                                "pricing",
                                        bank.following(dates.pricing().plusDays(days))
                                                .toString(),
                                "payment",
                                        bank.following(dates.payment().plusDays(days))
                                                .toString(),
                                "reason", "提出日の変更")
                        .withTable(
                                "notices",
                                List.of(Map.of("party", "引受団", "at", clock.today(id) + "T10:00", "means", "電話"))),
                Cast.LEAD.person());
    }

    private void letThePresentCastJoin(DealId id) {
        List<Member> members = people.members(id);
        for (Cast c : Cast.values()) {
            if (members.stream().anyMatch(m -> m.person().equals(c.person()))) {
                continue;
            }
            if (people.find(c.person().value()).isEmpty()) {
                people.add(new Person(
                        c.person().value(), c.displayName(), c.displayNameJa(), "{noop}none", false, false, false));
            }
            String firm = members.stream()
                    .filter(m -> m.role() == c.role())
                    .map(Member::firm)
                    .findFirst()
                    .orElse("");
            desk.join(new Member(id, c.person(), c.role(), firm), Cast.ISSUER.person());
        }
    }

    /** Makes an evidence pack of the deal and verifies it against its head. */
    public void packVerifies(DealId id) {
        EvidencePack.Pack pack = packs.make(id, Cast.AUDITOR.person());
        Verifier.Result result = Verifier.verify(pack.zip(), Optional.of(pack.head()));
        assertThat(result.faults()).as("%s: faults of a pack made today", id).isEmpty();
        assertThat(result.deal()).isEqualTo(id.value());
    }

    /** Deals that run, by what is asked for: all, or those that were chosen. */
    public static List<Left> running(String table, List<String> chosen) {
        var wanted = new ArrayList<Left>();
        for (Left deal : EarlierProgram.deals(table)) {
            if (deal.isRunning()
                    && (chosen.isEmpty() || chosen.contains(deal.id().value()))) {
                wanted.add(deal);
            }
        }
        return wanted;
    }
}
