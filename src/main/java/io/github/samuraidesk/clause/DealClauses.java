package io.github.samuraidesk.clause;

import io.github.samuraidesk.clause.ClausesSigned.Capacity;
import io.github.samuraidesk.clause.ClausesSigned.Twins;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Origin;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The clauses of a deal: those it was opened with, legal's choices among them, its own wording, and who vouches. */
@Component
public class DealClauses {

    private static final String KEY = "clauses";

    private final Facts facts;
    private final HouseClauses house;

    DealClauses(Facts facts, HouseClauses house) {
        this.facts = facts;
        this.house = house;
    }

    /**
     * A clause as a deal prints it.
     *
     * @param ja Japanese text, empty while its slot is open
     * @param own whether the wording is the deal's own
     */
    public record Worded(Clause clause, String ja, String en, boolean own) {

        public boolean isOpen() {
            return ja.isBlank() || en.isBlank();
        }

        /** Names the wording that a person had before them. */
        public String seenSha256() {
            return Clause.sha256(ja + "\u0000" + en);
        }

        public Twins twins() {
            return new Twins(Clause.sha256(ja), Clause.sha256(en));
        }
    }

    /** Pins a deal to the library of a day; done once, when it is opened. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pin(DealId id, LocalDate day, PersonId person) {
        facts.record(id, KEY, new ClausesPinned(house.inForce(day)), person);
    }

    /** The deal's versions, in the order of printing; deals of earlier programs have the program's. */
    private static List<Clause> pinned(DealFile file) {
        return file.one(ClausesPinned.FACT)
                .map(ClausesPinned::clauses)
                .orElseGet(() -> ClauseLibrary.builtIn().clauses());
    }

    /** Everything of a deal that decides its clauses, read once. */
    private record Reading(TermSheet sheet, Map<String, ClauseText> texts, Map<String, ClauseChoice> choices) {}

    private static Reading reading(DealFile file) {
        var texts = new LinkedHashMap<String, ClauseText>();
        file.current(SlotText.FACT).forEach(t -> texts.put(t.slot(), new ClauseText(t.slot(), t.text(), "", "")));
        file.current(ClauseText.FACT).forEach(t -> texts.put(t.clause(), t));
        var choices = new LinkedHashMap<String, ClauseChoice>();
        file.current(ClauseChoice.FACT).forEach(c -> choices.put(c.clause(), c));
        return new Reading(DealBook.termSheet(file), texts, choices);
    }

    /** The clauses of each live tranche, in the order of printing. */
    public Map<String, List<Worded>> byTranche(DealFile file) {
        Reading reading = reading(file);
        List<Clause> pinned = pinned(file);
        var byTranche = new LinkedHashMap<String, List<Worded>>();
        for (Tranche t : DealBook.liveTranches(file)) {
            byTranche.put(
                    t.id(),
                    pinned.stream()
                            .filter(c -> isTaken(c, reading, t))
                            .map(c -> worded(c, reading))
                            .toList());
        }
        return byTranche;
    }

    /** Every clause that some live tranche prints. */
    public List<Worded> all(DealFile file) {
        var all = new LinkedHashSet<Worded>();
        Reading reading = reading(file);
        List<Tranche> tranches = DealBook.liveTranches(file);
        pinned(file).stream()
                .filter(c -> tranches.stream().anyMatch(t -> isTaken(c, reading, t)))
                .forEach(c -> all.add(worded(c, reading)));
        return List.copyOf(all);
    }

    /** Clauses that some tranche could print and legal decides on; with whether they are taken. */
    public Map<Clause, Boolean> choices(DealFile file) {
        Reading reading = reading(file);
        var choices = new LinkedHashMap<Clause, Boolean>();
        for (Clause c : pinned(file)) {
            List<Tranche> could = DealBook.liveTranches(file).stream()
                    .filter(t -> Condition.hold(c.when(), reading.sheet(), t))
                    .toList();
            if (c.use() != Clause.Use.REQUIRED && !could.isEmpty()) {
                choices.put(c, could.stream().anyMatch(t -> isTaken(c, reading, t)));
            }
        }
        return choices;
    }

    private static boolean isTaken(Clause c, Reading reading, Tranche tranche) {
        if (!Condition.hold(c.when(), reading.sheet(), tranche)) {
            return false;
        }
        ClauseChoice choice = reading.choices().get(c.id());
        return switch (c.use()) {
            case REQUIRED -> true;
            case STANDARD -> choice == null || choice.taken();
            case OPTIONAL -> choice != null && choice.taken();
        };
    }

    private static Worded worded(Clause c, Reading reading) {
        ClauseText own = reading.texts().get(c.id());
        return own == null ? new Worded(c, c.ja(), c.en(), false) : new Worded(c, own.ja(), own.en(), true);
    }

    public Optional<Worded> find(DealFile file, String clause) {
        Reading reading = reading(file);
        return pinned(file).stream()
                .filter(c -> c.id().equals(clause))
                .map(c -> worded(c, reading))
                .findFirst();
    }

    /** What is wrong with a deal's wording of a clause; empty when it may be recorded. */
    public List<Finding> faults(DealFile file, String clause, String ja, String en) {
        var findings = new ArrayList<Finding>();
        if (find(file, clause).isEmpty()) {
            findings.add(Finding.field("clause", "unknownClause", clause));
        }
        findings.addAll(ClauseFaults.in("textJa", ja));
        findings.addAll(ClauseFaults.in("textEn", en));
        return findings;
    }

    /** Slots that some tranche prints and nobody has filled in both languages. */
    public List<String> openSlots(DealFile file) {
        return all(file).stream()
                .filter(Worded::isOpen)
                .map(w -> w.clause().id())
                .toList();
    }

    /** Hash of every twin that the deal prints now; a signature names it so that nobody signs what they did not see. */
    public String textsSha256(DealFile file) {
        var texts = new StringBuilder();
        all(file).forEach(w -> texts.append(w.clause().id()).append(w.twins()));
        return Clause.sha256(texts.toString());
    }

    /** Where a clause stands. @param staleTwin {@code ja} or {@code en} where only the other was changed since the signature */
    public record State(Worded worded, Set<Capacity> missing, String staleTwin) {

        public boolean isSigned() {
            return missing.isEmpty();
        }
    }

    /** Every clause that the deal prints, with the signatures it lacks. */
    public List<State> states(DealFile file) {
        Map<Capacity, ClausesSigned> signed = new LinkedHashMap<>();
        file.current(ClausesSigned.FACT).forEach(s -> signed.put(s.capacity(), s));
        Set<String> signedByTheHouse = house.signed();
        var states = new ArrayList<State>();
        for (Worded w : all(file)) {
            boolean byTheHouse = !w.own() && !w.clause().slot() && HouseClauses.isAmong(signedByTheHouse, w.clause());
            var missing = new LinkedHashSet<Capacity>();
            String stale = "";
            for (Capacity capacity : Capacity.values()) {
                Twins vouched = signed.containsKey(capacity)
                        ? signed.get(capacity).clauses().get(w.clause().id())
                        : null;
                if (!byTheHouse && !w.twins().equals(vouched)) {
                    missing.add(capacity);
                    if (vouched != null && capacity == Capacity.TRANSLATOR) {
                        boolean jaChanged = !vouched.jaSha256().equals(w.twins().jaSha256());
                        boolean enChanged = !vouched.enSha256().equals(w.twins().enSha256());
                        stale = jaChanged == enChanged ? "" : jaChanged ? "en" : "ja";
                    }
                }
            }
            states.add(new State(w, missing, stale));
        }
        return states;
    }

    /** Findings that keep a person from signing in a capacity. */
    public List<Finding> mayNotSign(DealFile file, Capacity capacity, String textsSha256, PersonId person) {
        var findings = new ArrayList<Finding>();
        if (!textsSha256.equals(textsSha256(file))) {
            findings.add(Finding.field("textsSha256", "clausesChangedMeanwhile"));
        }
        openSlots(file).forEach(slot -> findings.add(Finding.field("slot:" + slot, "slotOpen", slot)));
        Capacity other = capacity == Capacity.TRANSLATOR ? Capacity.REVIEWER : Capacity.TRANSLATOR;
        boolean both = file.said(ClausesSigned.FACT.at(other.name()))
                .filter(s -> s.person().equals(person.value()))
                .isPresent();
        boolean wrote = file.current(ClauseText.FACT).stream()
                .anyMatch(t -> file.authors(ClauseText.FACT.at(t.clause())).contains(person.value()));
        if (both || (capacity == Capacity.REVIEWER && wrote)) {
            findings.add(ClauseFaults.anotherPerson(person));
        }
        return findings;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void sign(DealId id, Capacity capacity, PersonId person) {
        var clauses = new LinkedHashMap<String, Twins>();
        all(facts.of(id)).forEach(w -> clauses.put(w.clause().id(), w.twins()));
        facts.record(id, capacity.name(), new ClausesSigned(capacity, clauses), person);
    }

    /** What the house's library has beyond the deal's versions. */
    public record Upgrade(Clause from, Clause to, boolean ownWording) {}

    public List<Upgrade> upgrades(DealFile file) {
        Map<String, ClauseText> texts = reading(file).texts();
        var latest = new LinkedHashMap<String, Clause>();
        house.latest().forEach(c -> latest.put(c.id(), c));
        var upgrades = new ArrayList<Upgrade>();
        for (Clause c : pinned(file)) {
            Clause last = latest.get(c.id());
            if (last != null && last.version() > c.version()) {
                upgrades.add(new Upgrade(c, last, texts.containsKey(c.id())));
            }
        }
        return upgrades;
    }

    /** Hash of what an upgrade would bring. */
    public String upgradeSha256(DealFile file) {
        var texts = new StringBuilder();
        upgrades(file).forEach(u -> texts.append(u.to().id()).append(u.to().version()));
        return Clause.sha256(texts.toString());
    }

    /** Moves the deal to the library as it is; its own wording stays its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void upgrade(DealId id, PersonId person) {
        facts.record(id, KEY, new ClausesPinned(house.latest()), person);
    }

    /**
     * Where the clauses of a tranche come from: the version of the library, the deal's own words and the proposals that were
     * taken into them, and the choices by which a clause that could stand there is in or out.
     */
    public static Set<Origin> origins(DealFile file, Tranche tranche) {
        Reading reading = reading(file);
        var origins = new LinkedHashSet<Origin>();
        for (Clause c : pinned(file)) {
            if (!Condition.hold(c.when(), reading.sheet(), tranche)) {
                continue;
            }
            file.said(ClauseChoice.FACT.at(c.id()))
                    .filter(x -> c.use() != Clause.Use.REQUIRED)
                    .ifPresent(x -> origins.add(Origin.of(ClauseChoice.FACT, x, "taken")));
            if (!isTaken(c, reading, tranche)) {
                continue;
            }
            boolean own = reading.texts().containsKey(c.id());
            if (!own) {
                file.said(ClausesPinned.FACT)
                        .ifPresent(x -> origins.add(Origin.of(ClausesPinned.FACT, x, "clauses." + c.id())));
            }
            file.said(ClauseText.FACT.at(c.id())).ifPresent(x -> origins.add(Origin.of(ClauseText.FACT, x, "")));
            // counsel of an earlier program wrote the Japanese text there, before it had a twin
            file.said(SlotText.FACT.at(c.id())).ifPresent(x -> origins.add(Origin.of(SlotText.FACT, x, "text")));
            file.all(ChangeProposal.FACT).stream()
                    .filter(x -> x.value().state() == ChangeProposal.State.ACCEPTED
                            && x.value().clause().equals(c.id()))
                    .forEach(x -> origins.add(Origin.of(ChangeProposal.FACT, x, "")));
        }
        return origins;
    }
}
