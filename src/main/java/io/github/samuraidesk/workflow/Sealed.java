package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.FirmList;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.audit.SealedEvent;
import io.github.samuraidesk.audit.Trail;
import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.book.Order;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.underwriting.Bid;
import io.github.samuraidesk.underwriting.BidsOpened;
import io.github.samuraidesk.underwriting.Rfp;
import io.github.samuraidesk.underwriting.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may read bids and orders. A bid and all around it (versions, events, refused attempts, files) is its firm's alone
 * until the issuer opens all bids together, then the issuer's side's and the auditors' too; never another bidder's. A
 * manager who does not lead sees the orders of its own firm.
 */
@Component
public class Sealed {

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
        return facts.find(id, Rfp.class, "rfp").isPresent()
                && facts.find(id, BidsOpened.class, "opened").isEmpty();
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
        private final List<Told> told;
        /** Firms that a person ever bid for on the deal: whoever was taken off it stays a bidder of then. */
        private final Map<String, Set<String>> firmsOf = new HashMap<>();

        private Reading(DealId id, PersonId person) {
            this.id = id;
            this.person = person;
            this.roles = people.roles(id, person);
            this.mine = people.biddingFirms(id, person);
            this.sealed = areSealed(id);
            this.seesOpened = roles.contains(Role.AUDITOR) || roles.stream().anyMatch(Role::isIssuersSide);
            this.told = told(id);
            told.stream()
                    .filter(t -> t.event().type().equals("memberJoined"))
                    .filter(t -> Role.valueOf(t.text("role")).bids())
                    .forEach(t -> firmsOf.computeIfAbsent(t.text("person"), k -> new HashSet<>())
                            .add(known.canonical(t.text("firm"))));
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
            return facts.current(id, Bid.class).stream()
                    .filter(b -> seesAllBids() || isMine(b.manager()))
                    .toList();
        }

        /** Every version of the bids that this person may read, the first first. */
        public List<Facts.Stored<Bid>> bidVersions() {
            return bids().stream()
                    .flatMap(b -> facts.history(id, Bid.class, b.manager()).stream())
                    .toList();
        }

        /** The issuer's scores, best first. */
        public List<Score> scores() {
            return roles.stream().anyMatch(Role::isIssuersSide) || roles.contains(Role.AUDITOR)
                    ? facts.current(id, Score.class).stream()
                            .sorted(Comparator.comparing(Score::total).reversed())
                            .toList()
                    : List.of();
        }

        /** Whether all orders are shown; otherwise those of the own firm. */
        public boolean seesAllOrders() {
            return roles.stream().anyMatch(r -> r != Role.MANAGER);
        }

        public List<Order> orders() {
            return facts.current(id, Order.class).stream()
                    .filter(o -> seesAllOrders() || isMine(o.manager()))
                    .toList();
        }

        public List<Allocation.Line> allocated() {
            return facts.find(id, Allocation.class, "allocation").map(Allocation::lines).orElse(List.of()).stream()
                    .filter(l -> seesAllOrders() || isMine(l.manager()))
                    .toList();
        }

        /** The events that this person may read, in their order. */
        public List<SealedEvent> events() {
            return told.stream().filter(this::mayRead).map(Told::event).toList();
        }

        private boolean mayRead(Told t) {
            return (!isAboutABid(t) || seesAllBids() || isFromMyFirm(t))
                    && (!isAnOrder(t) || seesAllOrders() || isFromMyFirm(t));
        }

        /** A bid, its scores, a refused attempt at one, or a file that may belong to one. */
        private boolean isAboutABid(Told t) {
            String what = t.text("what");
            boolean file = t.event().type().equals("fileStored") || what.startsWith("upload");
            return (t.sealedThen() && file && !bidsFor(t.event().person()).isEmpty())
                    || Set.of("Bid", "Score").contains(t.text("kind"))
                    || (t.text("kind").equals("TaskDone") && t.text("key").equals("scoreBids"))
                    || t.text("entry").equals("bid")
                    || Set.of("entry bid", "task scoreBids").contains(what);
        }

        private boolean isAnOrder(Told t) {
            return Set.of("Order", "Allocation").contains(t.text("kind"))
                    || (t.text("kind").equals("TaskDone") && t.text("key").equals("allocate"))
                    || t.text("entry").equals("order")
                    || t.text("what").equals("entry order");
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
            return firmsOf.getOrDefault(someone, Set.of());
        }

        /**
         * Whether a stored file is kept from this person: it is or was part of another firm's bid, or a bidder of another
         * firm stored it while bids were sealed and nobody else did.
         */
        public boolean hidesFile(String sha256) {
            List<Told> stored = told.stream()
                    .filter(t -> t.event().type().equals("fileStored")
                            && t.text("sha256").equals(sha256))
                    .toList();
            boolean known = stored.stream()
                    .map(t -> t.event().person())
                    .anyMatch(p -> isColleague(p) || bidsFor(p).isEmpty());
            if (seesAllBids() || known) {
                return false;
            }
            boolean ofAnothersBid = facts.current(id, Bid.class).stream()
                    .filter(b -> !isMine(b.manager()))
                    .flatMap(b -> facts.history(id, Bid.class, b.manager()).stream())
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
