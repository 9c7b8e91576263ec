package io.github.samuraidesk.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.samuraidesk.Approved;
import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.context.WebApplicationContext;

/**
 * Who reads what, and where: each kind of fact that carries a secret holds a word that stands nowhere else, and every
 * way out is searched for it as every reader. {@code secrecy/seen.txt} is what is so, {@code secrecy/rules.csv} what
 * ought to be so, and {@code secrecy/differences.txt} the difference, which may only shrink. The program has no search;
 * what lists all deals of a person is the home page. Drafts come out in forms. Of an entry in figures alone the figure
 * or the minute is the word.
 */
class SecrecyTest extends DeskTest {

    private static final Path NETS = Path.of("src/test/resources/nets/secrecy");

    private static final String HEADING =
            "# what is told although it ought not to be, or not told although it ought to be";

    /** Everybody who might read; a rival is a manager of a firm that none of the planted facts is of. */
    enum Reads {
        ISSUER(Cast.ISSUER.person().value()),
        LEAD_MANAGER(Cast.LEAD.person().value()),
        MANAGER(Cast.MANAGER.person().value()),
        RIVAL("secrecy-rival"),
        ISSUERS_COUNSEL(Cast.COUNSEL.person().value()),
        MANAGERS_COUNSEL(Cast.REVIEWER.person().value()),
        AGENT(Cast.AGENT.person().value()),
        AUDITOR(Cast.AUDITOR.person().value()),
        NO_MEMBER("secrecy-stranger"),
        ADMINISTRATOR("secrecy-administrator");

        private final String person;

        Reads(String person) {
            this.person = person;
        }

        private boolean isMember() {
            return this != NO_MEMBER && this != ADMINISTRATOR;
        }
    }

    /** What is kept, and when it is looked for. */
    enum Kind {
        BID_SEALED,
        BID_FILE_SEALED,
        BID_REFUSED_SEALED,
        UPLOAD_OF_BIDDER_SEALED,
        BID_OPENED,
        BID_FILE_OPENED,
        SCORE_DRAFT,
        SCORE,
        MANDATE_REASONS,
        CONFLICT_OF_MANAGER(Word.figure("37.91826453")),
        CONFLICT_OF_LEAD(Word.figure("28.46175392")),
        CONFLICT_FILE,
        EXAMINATION_MEMO,
        EXAMINATION_FILE,
        SOUNDING_INVESTOR,
        WALL_CROSSING_RECORD,
        ORDER_OF_MANAGER,
        ORDER_OF_LEAD,
        PRICE_BEFORE_SIGNING,
        PRICE_IN_FIGURES_BEFORE_SIGNING(Word.exactly("99.7163")),
        DRAFT_OF_LEAD,
        DRAFT_OF_ISSUER,
        DRAFT_OF_MANAGER,
        COMMENT_OF_ISSUERS_COUNSEL,
        COMMENT_OF_MANAGERS_COUNSEL,
        CHANGE_OF_ISSUERS_COUNSEL,
        CHANGE_OF_MANAGERS_COUNSEL,
        UPLOAD_OF_LEAD,
        REFUSED_ACT_OF_LEAD,
        ALLOCATION_OF_MANAGER(Word.figure("0.73915284")),
        ALLOCATION_OF_LEAD(Word.figure("0.86249173")),
        DELIVERY_OF_MANAGER(Word.minute("2023-05-19T04:53")),
        DELIVERY_OF_LEAD(Word.minute("2023-05-19T03:47"));

        private final Word word;

        Kind() {
            String text = "ZQ" + ordinal() + "X" + name().replace("_", "") + "QZ";
            this.word = new Word(text, Pattern.compile(text));
        }

        Kind(Word word) {
            this.word = word;
        }

        private String word() {
            return word.typed();
        }

        private boolean isIn(String text) {
            return word.spelt().matcher(text).find();
        }
    }

    /** What stands nowhere else: as it is typed, and however it is printed. */
    private record Word(String typed, Pattern spelt) {

        /** A number, in whatever unit: its digits with points and commas between them. */
        private static Word figure(String typed) {
            String digits = typed.replace(".", "").replaceFirst("^0", "");
            return new Word(typed, Pattern.compile(String.join("[.,]?", digits.split(""))));
        }

        /** A number that is never printed otherwise. */
        private static Word exactly(String typed) {
            return new Word(typed, Pattern.compile("(?<!\\d)" + Pattern.quote(typed)));
        }

        private static Word minute(String typed) {
            return new Word(typed, Pattern.compile(typed.replace("T", "[T ]?")));
        }
    }

    private static final List<String> TABS = List.of(
            "",
            "/registration",
            "/calendar",
            "/clauses",
            "/papers",
            "/book",
            "/prices",
            "/bids",
            "/members",
            "/tranches/{tranche}",
            "/papers/mandate-letter",
            "/papers/mandate-letter/figures",
            "/papers/mandate-letter/redline");

    private static final List<String> FORMS = List.of(
            "/tasks/scoreBids",
            "/tasks/awardMandate",
            "/tasks/checkConflicts",
            "/tasks/completeDueDiligence",
            "/tasks/runBook",
            "/tasks/priceTranches",
            "/tasks/approvePricing",
            "/tasks/allocate",
            "/tasks/deliverProspectus",
            "/tasks/requestFunds",
            "/entries/bid",
            "/entries/order",
            "/entries/proposeChange",
            "/entries/decideProposal",
            "/entries/replyComment");

    private static final List<String> REST = List.of(
            "",
            "/gates",
            "/differences",
            "/forms/scoreBids",
            "/forms/checkConflicts",
            "/forms/allocate",
            "/forms/deliverProspectus",
            "/forms/order");

    private static final List<String> PDFS = List.of(
            "/tranches/{tranche}/sheet.pdf",
            "/timetable.pdf",
            "/papers/conditions-of-bonds/preview",
            "/papers/mandate-letter/redline.pdf");

    private static final List<String> WORKBOOKS = List.of("/tranches/{tranche}/sheet.xlsx", "/timetable.xlsx");

    private static final List<String> WORDS = List.of("/papers/mandate-letter/redline.docx");

    private static final List<String> PACKAGES = List.of("/packages/FINAL_TERMS");

    /** Forms sent empty: each refuses, and says why. */
    private static final List<String> REFUSING = List.of(
            "/tasks/scoreBids",
            "/tasks/awardMandate",
            "/tasks/checkConflicts",
            "/tasks/allocate",
            "/tasks/deliverProspectus",
            "/tasks/requestFunds",
            "/entries/bid",
            "/entries/order",
            "/entries/proposeChange",
            "/entries/decideProposal");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Papers papers;

    @Autowired
    private DealClauses clauses;

    @Autowired
    private PasswordEncoder passwords;

    private final Map<Kind, Map<Reads, List<String>>> seen = new EnumMap<>(Kind.class);
    private final PlainText plain = new PlainText();

    /** Addresses that were asked, and whether anybody was ever answered: what is always refused proves nothing. */
    private final Map<String, Boolean> answered = new TreeMap<>();

    @Test
    void everyKindIsReadWhereItIsApproved() {
        account(Reads.RIVAL, "SMBC Nikko", false);
        account(Reads.NO_MEMBER, "Daiwa", false);
        account(Reads.ADMINISTRATOR, null, true);
        bids();
        book();

        var lines = new ArrayList<String>();
        for (Kind kind : Kind.values()) {
            lines.add(kind.name());
            for (Reads reader : Reads.values()) {
                List<String> ways = seen.get(kind).get(reader);
                lines.add("  " + reader + ": " + (ways.isEmpty() ? "-" : String.join(", ", ways)));
            }
        }
        assertThat(answered)
                .as("whether somebody is answered at every address, once")
                .doesNotContainValue(false);
        Approved.hold(NETS.resolve("seen.txt"), lines);
        mayOnlyShrink(differences());
    }

    private void account(Reads reader, String firm, boolean administrator) {
        if (people.find(reader.person).isEmpty()) {
            people.add(new Person(
                    reader.person, "Person", "人", passwords.encode(PASSWORD), administrator, false, false, firm));
        }
    }

    /** Everything around the bids: while they are sealed, and after they were opened and scored. */
    private void bids() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHOOSE_SELECTION);
        desk.join(new Member(id, new PersonId(Reads.RIVAL.person), Role.MANAGER, ""), Cast.ISSUER.person());
        desk.complete(id, HumanTask.CHOOSE_SELECTION, null, FormValues.of("selection", "RFP"), Cast.ISSUER.person());
        complete(id, HumanTask.ISSUE_RFP);
        String document = upload(id, Kind.BID_FILE_SEALED, Cast.MANAGER);
        upload(id, Kind.UPLOAD_OF_BIDDER_SEALED, Cast.MANAGER);
        desk.record(id, Entry.BID, bid(Kind.BID_SEALED).with("document", document), Cast.MANAGER.person());
        refused(() -> desk.record(
                id,
                Entry.BID,
                bid(Kind.BID_SEALED).with("manager", Kind.BID_REFUSED_SEALED.word()),
                Cast.MANAGER.person()));
        look(id, Kind.BID_SEALED, Kind.BID_FILE_SEALED, Kind.BID_REFUSED_SEALED, Kind.UPLOAD_OF_BIDDER_SEALED);

        document = upload(id, Kind.BID_FILE_OPENED, Cast.MANAGER);
        desk.record(id, Entry.BID, bid(Kind.BID_OPENED).with("document", document), Cast.MANAGER.person());
        desk.movePracticeTime(id, clock.now(id).plus(Duration.ofDays(4)), Cast.LEAD.person());
        desk.complete(id, HumanTask.OPEN_BIDS, null, script.values(id, HumanTask.OPEN_BIDS), Cast.ISSUER.person());
        FormValues scores = script.values(id, HumanTask.SCORE_BIDS);
        desk.saveDraft(
                id,
                HumanTask.SCORE_BIDS,
                marked(scores, "scores", "reason", Kind.SCORE_DRAFT),
                0,
                Cast.ISSUER.person());
        look(id, Kind.BID_OPENED, Kind.BID_FILE_OPENED, Kind.SCORE_DRAFT);

        desk.complete(
                id, HumanTask.SCORE_BIDS, null, marked(scores, "scores", "reason", Kind.SCORE), Cast.ISSUER.person());
        desk.complete(
                id,
                HumanTask.AWARD_MANDATE,
                null,
                script.values(id, HumanTask.AWARD_MANDATE).with("reasons", Kind.MANDATE_REASONS.word()),
                Cast.ISSUER.person());
        look(id, Kind.SCORE, Kind.MANDATE_REASONS);
    }

    /**
     * Everything around the book: after the prices were decided and before anything is signed, and after the bonds were
     * allocated and their buyers were served.
     */
    private void book() {
        DealId id = openAndStopBefore("IDN-2023", HumanTask.CHECK_CONFLICTS);
        desk.join(new Member(id, new PersonId(Reads.RIVAL.person), Role.MANAGER, ""), Cast.ISSUER.person());
        FormValues conflicts = script.values(id, HumanTask.CHECK_CONFLICTS);
        conflicts =
                row(conflicts, "checks", "manager", firm(id, Cast.MANAGER), "votingPercent", Kind.CONFLICT_OF_MANAGER);
        conflicts = row(conflicts, "checks", "manager", firm(id, Cast.LEAD), "votingPercent", Kind.CONFLICT_OF_LEAD);
        desk.complete(
                id,
                HumanTask.CHECK_CONFLICTS,
                null,
                conflicts.with("evidence", upload(id, Kind.CONFLICT_FILE, Cast.LEAD)),
                Cast.LEAD.person());
        rehearsal.run(id, t -> t == HumanTask.COMPLETE_DUE_DILIGENCE);
        desk.complete(
                id,
                HumanTask.COMPLETE_DUE_DILIGENCE,
                null,
                script.values(id, HumanTask.COMPLETE_DUE_DILIGENCE)
                        .with("memo", Kind.EXAMINATION_MEMO.word())
                        .with("evidence", upload(id, Kind.EXAMINATION_FILE, Cast.LEAD)),
                Cast.LEAD.person());
        rehearsal.run(id, t -> t == HumanTask.RUN_BOOK);
        String tranche = deals.liveTranches(id).get(0).id();
        desk.record(
                id,
                Entry.SOUNDING,
                FormValues.of(
                        "investor",
                        Kind.SOUNDING_INVESTOR.word(),
                        "investorClass",
                        "LIFE_INSURER",
                        "at",
                        clock.today(id) + "T09:00",
                        "wallCrossed",
                        "yes",
                        "script",
                        Kind.WALL_CROSSING_RECORD.word(),
                        "tranche",
                        tranche),
                Cast.LEAD.person());
        order(id, tranche, Kind.ORDER_OF_MANAGER, Cast.MANAGER);
        order(id, tranche, Kind.ORDER_OF_LEAD, Cast.LEAD);
        refused(() -> order(id, Kind.REFUSED_ACT_OF_LEAD.word(), "REFUSED", Cast.LEAD));
        comment(id, Kind.COMMENT_OF_ISSUERS_COUNSEL, Cast.COUNSEL);
        comment(id, Kind.COMMENT_OF_MANAGERS_COUNSEL, Cast.REVIEWER);
        propose(id, Kind.CHANGE_OF_ISSUERS_COUNSEL, Cast.COUNSEL);
        propose(id, Kind.CHANGE_OF_MANAGERS_COUNSEL, Cast.REVIEWER);
        upload(id, Kind.UPLOAD_OF_LEAD, Cast.LEAD);
        desk.saveDraft(
                id,
                HumanTask.DELIVER_PROSPECTUS,
                FormValues.empty().withTable("deliveries", List.of(Map.of("investor", Kind.DRAFT_OF_LEAD.word()))),
                0,
                Cast.LEAD.person());
        desk.saveDraft(
                id,
                HumanTask.APPROVE_PRICING,
                FormValues.of("decision", Kind.DRAFT_OF_ISSUER.word()),
                0,
                Cast.ISSUER.person());
        desk.saveDraft(
                id,
                HumanTask.REQUEST_FUNDS,
                FormValues.empty().withTable("funds", List.of(Map.of("bojNetReference", Kind.DRAFT_OF_MANAGER.word()))),
                0,
                Cast.MANAGER.person());
        complete(id, HumanTask.RUN_BOOK);
        complete(id, HumanTask.REPORT_DEMAND);
        var pricing = deals.termSheet(id)
                .dates()
                .pricing()
                .atTime(10, 0)
                .atZone(DealClock.TOKYO)
                .toInstant();
        if (pricing.isAfter(clock.now(id))) {
            desk.movePracticeTime(id, pricing, Cast.LEAD.person());
        }
        script.entriesBefore(id, HumanTask.PRICE_TRANCHES)
                .forEach(l -> desk.record(id, l.entry(), l.values(), l.by().person()));
        FormValues prices = marked(
                script.values(id, HumanTask.PRICE_TRANCHES), "prices", "benchmarkSource", Kind.PRICE_BEFORE_SIGNING);
        prices = row(prices, "prices", "tranche", tranche, "issuePrice", Kind.PRICE_IN_FIGURES_BEFORE_SIGNING);
        // off par the published coupon is none of the rule's, which gives its own where none is typed
        List<Map<String, String>> priced = rows(prices, "prices");
        priced.stream().filter(r -> r.get("tranche").equals(tranche)).forEach(r -> r.remove("couponPercent"));
        desk.complete(id, HumanTask.PRICE_TRANCHES, null, prices.withTable("prices", priced), Cast.LEAD.person());
        look(
                id,
                Kind.CONFLICT_OF_MANAGER,
                Kind.CONFLICT_OF_LEAD,
                Kind.CONFLICT_FILE,
                Kind.EXAMINATION_MEMO,
                Kind.EXAMINATION_FILE,
                Kind.SOUNDING_INVESTOR,
                Kind.WALL_CROSSING_RECORD,
                Kind.ORDER_OF_MANAGER,
                Kind.ORDER_OF_LEAD,
                Kind.PRICE_BEFORE_SIGNING,
                Kind.PRICE_IN_FIGURES_BEFORE_SIGNING,
                Kind.DRAFT_OF_LEAD,
                Kind.DRAFT_OF_ISSUER,
                Kind.DRAFT_OF_MANAGER,
                Kind.COMMENT_OF_ISSUERS_COUNSEL,
                Kind.COMMENT_OF_MANAGERS_COUNSEL,
                Kind.CHANGE_OF_ISSUERS_COUNSEL,
                Kind.CHANGE_OF_MANAGERS_COUNSEL,
                Kind.UPLOAD_OF_LEAD,
                Kind.REFUSED_ACT_OF_LEAD);

        // open proposals keep the papers from being filed
        refuse(id, "1", Cast.REVIEWER);
        refuse(id, "2", Cast.COUNSEL);
        rehearsal.run(id, t -> t == HumanTask.ALLOCATE);
        FormValues allocations = script.values(id, HumanTask.ALLOCATE);
        allocations = allocated(allocations, Kind.ORDER_OF_MANAGER, Kind.ALLOCATION_OF_MANAGER);
        allocations = allocated(allocations, Kind.ORDER_OF_LEAD, Kind.ALLOCATION_OF_LEAD);
        desk.complete(id, HumanTask.ALLOCATE, null, allocations, Cast.LEAD.person());
        rehearsal.run(id, t -> t == HumanTask.DELIVER_PROSPECTUS);
        FormValues deliveries = script.values(id, HumanTask.DELIVER_PROSPECTUS);
        deliveries = delivered(deliveries, Kind.ORDER_OF_MANAGER, Kind.DELIVERY_OF_MANAGER);
        deliveries = delivered(deliveries, Kind.ORDER_OF_LEAD, Kind.DELIVERY_OF_LEAD);
        desk.complete(id, HumanTask.DELIVER_PROSPECTUS, null, deliveries, Cast.LEAD.person());
        look(id, Kind.ALLOCATION_OF_MANAGER, Kind.ALLOCATION_OF_LEAD, Kind.DELIVERY_OF_MANAGER, Kind.DELIVERY_OF_LEAD);
    }

    /** The firm that one of the cast speaks for. */
    private String firm(DealId id, Cast by) {
        return people.biddingFirms(id, by.person()).iterator().next();
    }

    /** A clause worded anew, with a word in its texts and in the reason alike. */
    private void propose(DealId id, Kind kind, Cast by) {
        DealClauses.Worded clause = clauses.find(facts.of(id), "prescription").orElseThrow();
        desk.record(
                id,
                Entry.PROPOSE_CHANGE,
                FormValues.of(
                        "clause",
                        "prescription",
                        "textJa",
                        clause.ja() + kind.word(),
                        "textEn",
                        clause.en() + kind.word(),
                        "reason",
                        kind.word()),
                by.person());
    }

    private void refuse(DealId id, String proposal, Cast by) {
        desk.record(
                id,
                Entry.DECIDE_PROPOSAL,
                FormValues.of("proposal", proposal, "accepted", "no", "remark", "x"),
                by.person());
    }

    /** Gives the investor of an order the amount that is the word, at the cost of another of the same manager. */
    private static FormValues allocated(FormValues values, Kind order, Kind kind) {
        List<Map<String, String>> rows = rows(values, "allocations");
        Map<String, String> row = rows.stream()
                .filter(r -> r.get("investor").equals(order.word()))
                .findFirst()
                .orElseThrow();
        Map<String, String> other = rows.stream()
                .filter(r -> r != row && !r.get("investor").startsWith("ZQ"))
                .filter(r -> List.of("tranche", "manager").stream()
                        .allMatch(c -> r.get(c).equals(row.get(c))))
                .findFirst()
                .orElseThrow();
        row.put("amountBillionYen", kind.word());
        other.merge(
                "amountBillionYen",
                kind.word(),
                (had, gives) ->
                        new BigDecimal(had).subtract(new BigDecimal(gives)).toPlainString());
        return values.withTable("allocations", rows);
    }

    private static FormValues delivered(FormValues values, Kind order, Kind kind) {
        FormValues delivered = row(values, "deliveries", "investor", order.word(), "deliveredAt", kind);
        return row(delivered, "deliveries", "investor", order.word(), "soldAt", kind);
    }

    private static FormValues bid(Kind kind) {
        return FormValues.of(
                "manager",
                "Nomura",
                "feePer100",
                "0.3",
                "expensesCapYen",
                "1",
                "ideas",
                kind.word(),
                "conflictStatement",
                "x",
                "team",
                "x");
    }

    private void order(DealId id, String tranche, Kind kind, Cast by) {
        order(id, kind.word(), tranche, by);
    }

    private void order(DealId id, String investor, String tranche, Cast by) {
        desk.record(
                id,
                Entry.ORDER,
                FormValues.of(
                        "investor",
                        investor,
                        "investorClass",
                        "LIFE_INSURER",
                        "tranche",
                        // a refusal repeats what it does not know
                        tranche.equals("REFUSED") ? investor : tranche,
                        "manager",
                        people.biddingFirms(id, by.person()).iterator().next(),
                        "amountBillionYen",
                        "1"),
                by.person());
    }

    private void comment(DealId id, Kind kind, Cast by) {
        desk.record(
                id,
                Entry.COMMENT,
                FormValues.of("paper", Paper.MANDATE_LETTER.code(), "place", "1", "text", kind.word()),
                by.person());
    }

    /** A file that says its word. @return its SHA-256 */
    private String upload(DealId id, Kind kind, Cast by) {
        return desk.upload(
                id, "text/plain", "file.txt", (kind.word() + " " + id).getBytes(StandardCharsets.UTF_8), by.person());
    }

    private static FormValues marked(FormValues values, String table, String column, Kind kind) {
        List<Map<String, String>> rows = rows(values, table);
        rows.forEach(row -> row.put(column, kind.word()));
        return values.withTable(table, rows);
    }

    /** The same with the word in the one row that says {@code key}. */
    private static FormValues row(
            FormValues values, String table, String keyColumn, String key, String column, Kind kind) {
        List<Map<String, String>> rows = rows(values, table);
        List<Map<String, String>> found =
                rows.stream().filter(r -> r.get(keyColumn).equals(key)).toList();
        assertThat(found).as(table + " of " + key).hasSize(1);
        found.get(0).put(column, kind.word());
        return values.withTable(table, rows);
    }

    /** Rows that can be changed. */
    private static List<Map<String, String>> rows(FormValues values, String table) {
        return values.tables().get(table).stream()
                .<Map<String, String>>map(LinkedHashMap::new)
                .toList();
    }

    private static void refused(Runnable act) {
        assertThat(catchThrowableOfType(Refused.class, act::run)).isNotNull();
    }

    private void look(DealId id, Kind... kinds) {
        for (Reads reader : Reads.values()) {
            Map<String, String> out = waysOut(id, reader);
            for (Kind kind : kinds) {
                seen.computeIfAbsent(kind, k -> new EnumMap<>(Reads.class))
                        .put(
                                reader,
                                out.entrySet().stream()
                                        .filter(e -> kind.isIn(e.getValue()))
                                        .map(Map.Entry::getKey)
                                        .toList());
            }
        }
    }

    /** All that comes out for one reader, by way. */
    private Map<String, String> waysOut(DealId id, Reads reader) {
        var asked = new Asked(context);
        String deal = "/deals/" + id;
        String tranche = deals.liveTranches(id).get(0).id();
        Function<List<String>, String> of = addresses -> all(asked, reader, deal, tranche, addresses);
        var out = new LinkedHashMap<String, String>();
        out.put("page", of.apply(TABS));
        out.put("form", of.apply(FORMS));
        out.put("history", of.apply(List.of("/history")));
        out.put("rest", all(asked, reader, "/api" + deal, tranche, REST) + texts(asked, reader, scripts(id)));
        out.put("home", texts(asked, reader, List.of("/")));
        out.put(
                "file",
                texts(
                        asked,
                        reader,
                        files(id).stream().map(f -> deal + "/files/" + f).toList()));
        out.put("calendar", calendar(asked, reader, deal));
        out.put("pdf", of.apply(PDFS));
        out.put("workbook", of.apply(WORKBOOKS));
        out.put("word", of.apply(WORDS));
        out.put("package", of.apply(PACKAGES));
        out.put("finding", findings(asked, reader, deal));
        out.put(
                "pack",
                plain.of(asked.post(deal + "/evidence", reader.person, Map.of()).bytes()));
        if (!reader.isMember()) {
            assertThat(asked.get(deal, reader.person, "ja").status()).isEqualTo(404);
        }
        return out;
    }

    /** What one deal says at addresses that are its own. */
    private String all(Asked asked, Reads reader, String deal, String tranche, List<String> addresses) {
        var text = new StringBuilder();
        for (String address : addresses) {
            String said = texts(asked, reader, List.of(deal + address.replace("{tranche}", tranche)));
            answered.merge(deal.replaceAll("[^/]*$", "") + "{id}" + address, !said.isEmpty(), Boolean::logicalOr);
            text.append(said);
        }
        return text.toString();
    }

    private String texts(Asked asked, Reads reader, List<String> addresses) {
        var text = new StringBuilder();
        for (String address : addresses) {
            Asked.Answer answer = asked.get(address, reader.person, "ja");
            if (answer.status() == 200) {
                text.append(plain.of(answer.bytes())).append('\n');
            }
        }
        return text.toString();
    }

    /** Of the tasks that are open; there is no script of another. */
    private List<String> scripts(DealId id) {
        return process.openTasks(id).stream()
                .map(t -> "/api/deals/" + id + "/script/" + t.task().id() + "/values")
                .distinct()
                .toList();
    }

    /** Every file that was ever stored for the deal, whoever knows its hash. */
    private List<String> files(DealId id) {
        var files = new TreeSet<String>();
        desk.history(id).stream()
                .filter(e -> e.type().equals("fileStored"))
                .map(e -> e.body().replaceAll("(?s).*\"sha256\":\"([0-9a-f]{64})\".*", "$1"))
                .forEach(files::add);
        papers.all(facts.of(id)).forEach(p -> files.addAll(List.of(p.xhtmlSha256(), p.pdfSha256())));
        return List.copyOf(files);
    }

    private String calendar(Asked asked, Reads reader, String deal) {
        asked.post(deal + "/calendar/feed", reader.person, Map.of());
        String page = asked.get(deal + "/calendar", reader.person, "ja").text();
        Optional<String> feed = Pattern.compile("/feeds/[0-9a-f]+\\.ics")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst();
        return texts(
                asked,
                reader,
                Stream.concat(feed.stream(), Stream.of(deal + "/timetable.ics")).toList());
    }

    private static String findings(Asked asked, Reads reader, String deal) {
        var text = new StringBuilder();
        for (String address : REFUSING) {
            text.append(asked.post(deal + address, reader.person, Map.of()).text());
            text.append(asked.postJson("/api" + deal + address, reader.person, "{\"values\":{}}")
                    .text());
        }
        return text.toString();
    }

    private List<String> differences() {
        var differences = new ArrayList<>(List.of(HEADING));
        Map<Kind, Set<Reads>> may = rules();
        for (Kind kind : Kind.values()) {
            for (Reads reader : Reads.values()) {
                List<String> ways = seen.get(kind).get(reader);
                if (!may.get(kind).contains(reader)) {
                    ways.forEach(way -> differences.add(kind + " " + reader + " reads it and ought not to: " + way));
                } else if (ways.isEmpty()) {
                    differences.add(kind + " " + reader + " ought to read it and does not");
                }
            }
        }
        return differences;
    }

    private static Map<Kind, Set<Reads>> rules() {
        var may = new EnumMap<Kind, Set<Reads>>(Kind.class);
        List<String> lines = read("rules.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", 3);
            assertThat(cells[2]).as("a reason for " + cells[0]).isNotBlank();
            var readers = new TreeSet<Reads>();
            Arrays.stream(cells[1].split(" "))
                    .filter(r -> !r.isBlank())
                    .map(Reads::valueOf)
                    .forEach(readers::add);
            may.put(Kind.valueOf(cells[0]), readers);
        }
        assertThat(may.keySet()).containsExactlyInAnyOrder(Kind.values());
        return may;
    }

    /** What is mended goes from the list, and nothing comes onto it: no approval adds a line. */
    private static void mayOnlyShrink(List<String> now) {
        List<String> known = read("differences.txt");
        assertThat(now).as("secrets that are told since").isSubsetOf(known);
        Approved.hold(NETS.resolve("differences.txt"), now);
    }

    private static List<String> read(String name) {
        try {
            return Files.readAllLines(NETS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
