package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.FirmList;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.audit.Trail;
import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.book.Order;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.underwriting.Bid;
import io.github.samuraidesk.underwriting.BidsOpened;
import io.github.samuraidesk.underwriting.Rfp;
import io.github.samuraidesk.underwriting.Score;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may read bids and orders. A bid and all around it (versions, events, refused attempts, files) is its firm's alone
 * until the issuer opens all bids together, then the issuer's side's and the auditors' too; never another bidder's. The
 * issuer's scores are never a bidder's. A manager who does not lead sees the orders, allocations and deliveries of its own
 * firm, in facts, forms, drafts, events and the words of refusals alike.
 */
@Component
public class Sealed {

    /** Refusals by G10 that name an investor of whoever's allocation. */
    private static final Set<String> NAMES_AN_INVESTOR = Set.of("prospectusNotDelivered", "prospectusLate");

    /** Forms whose rows are of several firms' investors. */
    private static final Set<String> ALLOCATION_FORMS =
            Set.of(HumanTask.ALLOCATE.id(), HumanTask.DELIVER_PROSPECTUS.id());

    /** Forms that several firms may fill, each for itself. */
    private static final Set<HumanTask> SHARED_FORMS = Set.of(HumanTask.DELIVER_PROSPECTUS, HumanTask.REQUEST_FUNDS);

    private final Facts facts;
    private final People people;
    private final Firms firms;
    private final Trail trail;
    private final JsonMapper json;

    Sealed(Facts facts, People people, Firms firms, Trail trail, JsonMapper json) {
        this.facts = facts;
        this.people = people;
        this.firms = firms;
        this.trail = trail;
        this.json = json;
    }

    /** Whether proposals have been asked for and not yet been opened. */
    public boolean areSealed(DealId id) {
        return facts.of(id).one(Rfp.FACT).isPresent()
                && facts.of(id).one(BidsOpened.FACT).isEmpty();
    }

    /** What one person may read of a deal, as its members, firms and events are now. */
    public Reading reading(DealId id, PersonId person) {
        return new Reading(id, person);
    }

    /** Everybody who was ever named on the deal, whoever was taken off since. */
    List<Member> everNamed(DealId id) {
        return told(id).stream()
                .filter(t -> t.event().type().equals("memberJoined"))
                .map(t -> new Member(id, new PersonId(t.text("person")), Role.valueOf(t.text("role")), t.text("firm")))
                .toList();
    }

    public final class Reading {

        private final DealId id;
        private final PersonId person;
        private final Set<Role> roles;
        private final FirmList known = firms.list();
        private final Set<String> mine;
        private final boolean sealed;
        private final boolean seesOpened;
        private @Nullable List<Told> told;
        /** Firms that a person ever bid for on the deal: whoever was taken off it stays a bidder of then. */
        private final Map<String, Set<String>> firmsOf = new HashMap<>();

        private @Nullable Set<String> investorsOfOthers;

        private Reading(DealId id, PersonId person) {
            this.id = id;
            this.person = person;
            this.roles = people.roles(id, person);
            this.mine = people.biddingFirms(id, person);
            this.sealed = areSealed(id);
            this.seesOpened = roles.contains(Role.AUDITOR) || roles.stream().anyMatch(Role::isIssuersSide);
        }

        /** The trail, read when it is first asked for: most of what is read needs none of it. */
        private List<Told> told() {
            if (told != null) {
                return told;
            }
            List<Told> read = Sealed.this.told(id);
            told = read;
            read.stream()
                    .filter(t -> t.event().type().equals("memberJoined"))
                    .filter(t -> Role.valueOf(t.text("role")).bids())
                    .forEach(t -> firmsOf.computeIfAbsent(t.text("person"), k -> new HashSet<>())
                            .add(known.canonical(t.text("firm"))));
            return read;
        }

        private boolean isMine(String firm) {
            return mine.stream().anyMatch(m -> known.same(m, firm));
        }

        private boolean isColleague(String someone) {
            return someone.equals(person.value()) || bidsFor(someone).stream().anyMatch(this::isMine);
        }

        /** Whether every bid, and all around it, is open to this person. */
        public boolean seesAllBids() {
            return seesOpened && !sealed;
        }

        /** Bids as they stand. */
        public List<Bid> bids() {
            return facts.of(id).current(Bid.FACT).stream()
                    .filter(b -> seesAllBids() || isMine(b.manager()))
                    .toList();
        }

        /** Every version of the bids that this person may read, the first first. */
        public List<Said<Bid>> bidVersions() {
            return bids().stream()
                    .flatMap(b -> facts.of(id).history(Bid.FACT.at(b.manager())).stream())
                    .toList();
        }

        /** The issuer's scores, best first. */
        public List<Score> scores() {
            return roles.stream().anyMatch(Role::isIssuersSide) || roles.contains(Role.AUDITOR)
                    ? facts.of(id).current(Score.FACT).stream()
                            .sorted(Comparator.comparing(Score::total).reversed())
                            .toList()
                    : List.of();
        }

        /** Whether all orders are shown; otherwise those of the own firm. */
        public boolean seesAllOrders() {
            return roles.stream().anyMatch(r -> r != Role.MANAGER);
        }

        public List<Order> orders() {
            return facts.of(id).current(Order.FACT).stream()
                    .filter(o -> seesAllOrders() || isMine(o.manager()))
                    .toList();
        }

        public List<Allocation.Line> allocated() {
            return facts.of(id).one(Allocation.FACT).map(Allocation::lines).orElse(List.of()).stream()
                    .filter(l -> seesAllOrders() || isMine(l.manager()))
                    .toList();
        }

        /** The events that this person may read, in their order. */
        public List<SealedEvent> events() {
            return told().stream().filter(this::mayRead).map(Told::event).toList();
        }

        private boolean mayRead(Told t) {
            return (!isAboutABid(t) || seesAllBids() || isFromMyFirm(t))
                    && (!isAScore(t) || seesAllBids() || isMyOwnAct(t))
                    && (seesAllOrders() || !isOfAnothersOrder(t));
        }

        /** A bid, a refused attempt at one, or a file that may belong to one. */
        private boolean isAboutABid(Told t) {
            String what = t.text("what");
            boolean file = t.event().type().equals("fileStored") || what.startsWith("upload");
            return (t.sealedThen() && file && !bidsFor(t.event().person()).isEmpty())
                    || t.text("kind").equals("Bid")
                    || t.text("entry").equals("bid")
                    || what.equals("entry bid");
        }

        /** The issuer's marks and reasons, standing or refused: they name a manager, and are not that manager's to read. */
        private boolean isAScore(Told t) {
            String form = HumanTask.SCORE_BIDS.id();
            return t.text("kind").equals("Score")
                    || (t.text("kind").equals("TaskDone") && t.text("key").equals(form))
                    || Set.of("task " + form, "draft " + form).contains(t.text("what"));
        }

        private boolean isMyOwnAct(Told t) {
            return t.event().type().equals("refused") && t.event().person().equals(person.value());
        }

        /** An order, allocation or delivery that is not wholly the own firm's, or a refusal that tells of one. */
        private boolean isOfAnothersOrder(Told t) {
            JsonNode fact =
                    t.body().has("after") ? t.body().path("after") : t.body().path("before");
            String key = t.text("key");
            return switch (t.text("kind")) {
                case "Order" -> !isMine(fact.path("manager").asString(""));
                case "Allocation" ->
                    fact.path("lines")
                            .valueStream()
                            .anyMatch(l -> !isMine(l.path("manager").asString("")));
                case "Delivery" -> !isOfMyInvestor(key);
                case "TaskDone" -> ALLOCATION_FORMS.contains(key) && !isWhollyMine(fact.path("tables"));
                default ->
                    t.text("entry").equals(Entry.ORDER.id())
                            ? !isFromMyFirm(t)
                            : t.event().type().equals("refused") && isAnothersRefusal(t);
            };
        }

        private boolean isWhollyMine(JsonNode tables) {
            return tables.valueStream()
                    .flatMap(JsonNode::valueStream)
                    .allMatch(row -> isMyRow(
                            row.path("manager").asString(""),
                            row.path("investor").asString("")));
        }

        /** A row names the manager that sold, or else the investor alone. */
        private boolean isMyRow(String manager, String investor) {
            return manager.isEmpty() ? isOfMyInvestor(investor) : isMine(manager);
        }

        private boolean isOfMyInvestor(String investor) {
            return allocated().stream().anyMatch(l -> l.investor().equals(investor));
        }

        private boolean isAnothersRefusal(Told t) {
            String what = t.text("what");
            boolean aboutOrders = what.equals("entry " + Entry.ORDER.id())
                    || ALLOCATION_FORMS.stream().anyMatch(f -> what.equals("task " + f) || what.equals("draft " + f));
            boolean namesOthers = t.body()
                    .path("findings")
                    .valueStream()
                    .flatMap(f -> f.path("args").valueStream())
                    .anyMatch(a -> investorsOfOthers().contains(a.asString("")));
            return namesOthers || (aboutOrders && (!isColleague(t.event().person()) || isLeading(t)));
        }

        /** Whether somebody else acted who has led the deal, and so knows every order. */
        private boolean isLeading(Told t) {
            String someone = t.event().person();
            return !someone.equals(person.value())
                    && told().stream()
                            .filter(j -> j.event().type().equals("memberJoined"))
                            .anyMatch(j -> j.text("person").equals(someone)
                                    && j.text("role").equals(Role.LEAD_MANAGER.name()));
        }

        /** Investors of whom only other firms ever had an order or an allocation. */
        private Set<String> investorsOfOthers() {
            if (investorsOfOthers == null) {
                var others = new HashSet<String>();
                var own = new HashSet<String>();
                for (Told t : told()) {
                    JsonNode after = t.body().path("after");
                    if (t.text("kind").equals("Order")) {
                        sort(after, own, others);
                    } else if (t.text("kind").equals("Allocation")) {
                        after.path("lines").forEach(l -> sort(l, own, others));
                    }
                }
                others.removeAll(own);
                others.remove("");
                investorsOfOthers = others;
            }
            return investorsOfOthers;
        }

        private void sort(JsonNode sold, Set<String> own, Set<String> others) {
            (isMine(sold.path("manager").asString("")) ? own : others)
                    .add(sold.path("investor").asString(""));
        }

        /**
         * Findings as this person may read them: those that name investors of other firms are one that counts them.
         */
        public List<Finding> cut(List<Finding> findings) {
            if (seesAllOrders() || findings.stream().noneMatch(this::namesAnothersInvestor)) {
                return findings;
            }
            var cut = new ArrayList<Finding>(
                    findings.stream().filter(f -> !namesAnothersInvestor(f)).toList());
            List<Finding> others =
                    findings.stream().filter(this::namesAnothersInvestor).toList();
            long count = others.stream().map(f -> f.args().get(0)).distinct().count();
            Finding first = others.get(0);
            cut.add(Finding.rule(
                    first.rule(),
                    first.source(),
                    first.field(),
                    Role.LEAD_MANAGER.name(),
                    "deliveriesOfOthersMissing",
                    String.valueOf(count)));
            return List.copyOf(cut);
        }

        private boolean namesAnothersInvestor(Finding f) {
            return NAMES_AN_INVESTOR.contains(f.code())
                    && !isOfMyInvestor(f.args().get(0));
        }

        /** What was filled in on a form, as this person may read it: rows of other firms' investors are cut away. */
        public FormValues cut(HumanTask form, FormValues values) {
            if (seesAllOrders() || !ALLOCATION_FORMS.contains(form.id())) {
                return values;
            }
            var tables = new LinkedHashMap<String, List<Map<String, String>>>();
            values.tables()
                    .forEach((name, rows) -> tables.put(
                            name,
                            rows.stream()
                                    .filter(row ->
                                            isMyRow(row.getOrDefault("manager", ""), row.getOrDefault("investor", "")))
                                    .toList()));
            return new FormValues(values.values(), tables);
        }

        /** Under what the half-filled form is kept: managers who do not lead have one a firm of what several may fill. */
        public String draftKey(HumanTask form) {
            return seesAllOrders() || !SHARED_FORMS.contains(form)
                    ? form.id()
                    : form.id()
                            + Drafts.OF
                            + Sha256.of(String.join("\n", new TreeSet<>(mine)).getBytes(StandardCharsets.UTF_8))
                                    .substring(0, 16);
        }

        /** By the firm that the event names; an event that names none belongs to the firm of the person who acted. */
        private boolean isFromMyFirm(Told t) {
            for (String part : List.of("after", "before", "values")) {
                if (t.body().path(part).has("manager")) {
                    return isMine(t.body().path(part).path("manager").asString(""));
                }
            }
            return isColleague(t.event().person());
        }

        private Set<String> bidsFor(String someone) {
            told();
            return firmsOf.getOrDefault(someone, Set.of());
        }

        /**
         * Whether a stored file is kept from this person: it is or was part of another firm's bid, or a bidder of another
         * firm stored it while bids were sealed and nobody else did.
         */
        public boolean hidesFile(String sha256) {
            List<Told> stored = told().stream()
                    .filter(t -> t.event().type().equals("fileStored")
                            && t.text("sha256").equals(sha256))
                    .toList();
            boolean known = stored.stream()
                    .map(t -> t.event().person())
                    .anyMatch(p -> isColleague(p) || bidsFor(p).isEmpty());
            if (seesAllBids() || known) {
                return false;
            }
            boolean ofAnothersBid = facts.of(id).current(Bid.FACT).stream()
                    .filter(b -> !isMine(b.manager()))
                    .flatMap(b -> facts.of(id).history(Bid.FACT.at(b.manager())).stream())
                    .anyMatch(b -> b.value().document().equals(sha256));
            return ofAnothersBid
                    || (sealed && !stored.isEmpty() && stored.stream().allMatch(Told::sealedThen));
        }
    }

    /** @param sealedThen whether bids were sealed when the event happened */
    private record Told(SealedEvent event, JsonNode body, boolean sealedThen) {

        String text(String name) {
            return body.path(name).asString("");
        }
    }

    private List<Told> told(DealId id) {
        var told = new ArrayList<Told>();
        boolean asked = false;
        boolean opened = false;
        for (SealedEvent e : trail.events(id)) {
            JsonNode body = json.readTree(e.body());
            asked |= body.path("kind").asString("").equals("Rfp");
            opened |= body.path("kind").asString("").equals("BidsOpened");
            told.add(new Told(e, body, asked && !opened));
        }
        return told;
    }
}
