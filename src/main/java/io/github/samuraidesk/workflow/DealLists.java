package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.Firm;
import io.github.samuraidesk.access.FirmList;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Spelling;
import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.book.Order;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.Slot;
import io.github.samuraidesk.form.DealList;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FieldType;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.lifecycle.Obligation;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.underwriting.BidsOpened;
import io.github.samuraidesk.underwriting.Mandate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The lists that a deal's forms offer, for one person at one moment, and what was typed read as a choice of them. */
@Component
class DealLists {

    private final DealBook deals;
    private final Facts facts;
    private final People people;
    private final Firms firms;
    private final Papers papers;
    private final DealClauses clauses;
    private final DealProcess process;
    private final Sealed sealed;

    DealLists(
            DealBook deals,
            Facts facts,
            People people,
            Firms firms,
            Papers papers,
            DealClauses clauses,
            DealProcess process,
            Sealed sealed) {
        this.deals = deals;
        this.facts = facts;
        this.people = people;
        this.firms = firms;
        this.papers = papers;
        this.clauses = clauses;
        this.process = process;
        this.sealed = sealed;
    }

    /** The fields of a form with today's choices. */
    List<Field> fields(DealId id, FormSpec form, PersonId person) {
        return form.fields().stream().map(f -> resolved(id, f, person)).toList();
    }

    private Field resolved(DealId id, Field field, PersonId person) {
        if (field.type() == FieldType.TABLE) {
            return field.withColumns(
                    field.columns().stream().map(c -> resolved(id, c, person)).toList());
        }
        return field.type() == FieldType.PICK
                ? field.offering(labels(id, DealList.valueOf(field.list()), person))
                : field;
    }

    /**
     * What was typed, with every text that means a choice written as that choice: in another width or case, by its label,
     * or a firm by another of its names. What means none stays, to be refused.
     */
    FormValues chosen(List<Field> fields, FormValues typed) {
        FirmList known = firms.list();
        FormValues chosen = typed;
        for (Field f : fields) {
            if (f.type() == FieldType.PICK && typed.has(f.name())) {
                chosen = chosen.with(f.name(), chosen(f, typed.text(f.name()), known));
            } else if (f.type() == FieldType.TABLE && typed.tables().containsKey(f.name())) {
                var rows = new ArrayList<Map<String, String>>();
                for (Map<String, String> row : typed.tables().get(f.name())) {
                    rows.add(chosen(f.columns(), FormValues.of(row)).values());
                }
                chosen = chosen.withTable(f.name(), rows);
            }
        }
        return chosen;
    }

    private static String chosen(Field field, String text, FirmList known) {
        if (field.choices().contains(text)) {
            return text;
        }
        String folded = Spelling.folded(text);
        return field.choices().stream()
                .filter(c -> Spelling.folded(c).equals(folded)
                        || Spelling.folded(field.labels().getOrDefault(c, "")).equals(folded)
                        || (isOfFirms(field) && known.same(c, text)))
                .findFirst()
                .orElse(text);
    }

    private static boolean isOfFirms(Field field) {
        return switch (DealList.valueOf(field.list())) {
            case FIRM, BIDDER, MANAGER, OWN_FIRM, OWN_MANAGER, AGENT_FIRM -> true;
            default -> false;
        };
    }

    /** A refusal of a firm names those that are near instead of the whole list of the house. */
    Finding explained(Finding finding) {
        return finding.code().equals(DealList.FIRM.refusal())
                ? Firms.unknown(finding.field(), finding.args().get(0), firms.list())
                : finding;
    }

    /** Choices with their labels; a label that begins with # is a wording key. */
    private Map<String, String> labels(DealId id, DealList list, PersonId person) {
        return switch (list) {
            case TRANCHE -> named(deals.liveTranches(id).stream().map(t -> t.id()));
            case FIRM ->
                firmNames(Stream.concat(
                        deals.termSheet(id).managers().stream().map(TermSheet.Underwriter::name),
                        firms.list().of(Firm.Kind.SECURITIES).stream().map(Firm::name)));
            case BIDDER -> firmNames(facts.of(id).one(BidsOpened.FACT).stream().flatMap(o -> o.managers().stream()));
            case MANAGER -> firmNames(mandated(id));
            case OWN_FIRM -> firmNames(people.biddingFirms(id, person).stream());
            case OWN_MANAGER -> {
                FirmList known = firms.list();
                var own = people.biddingFirms(id, person);
                yield firmNames(mandated(id).filter(m -> own.stream().anyMatch(o -> known.same(o, m))));
            }
            case AGENT_FIRM -> {
                TermSheet.Agents agents = deals.termSheet(id).agents();
                yield firmNames(Stream.of(
                                Stream.of(agents.fiscal(), agents.issuing(), agents.paying())
                                        .filter(Objects::nonNull),
                                people.members(id).stream()
                                        .filter(m -> m.role() == Role.AGENT)
                                        .map(Member::firm),
                                firms.list().of(Firm.Kind.BANK).stream().map(Firm::name))
                        .flatMap(s -> s));
            }
            case INVESTOR -> {
                Sealed.Reading reading = sealed.reading(id, person);
                yield named(Stream.concat(
                        reading.orders().stream().map(Order::investor),
                        reading.allocated().stream().map(Allocation.Line::investor)));
            }
            case ISSUER_PERSON -> persons(id, Role.ISSUER);
            case ROLE_OR_PERSON -> {
                var labels = new LinkedHashMap<String, String>();
                for (Role role : Role.values()) {
                    var holders = persons(id, role);
                    if (!holders.isEmpty() && role != Role.AUDITOR) {
                        labels.put(role.name(), "#role." + role.name());
                    }
                }
                for (Role role : Role.values()) {
                    if (role != Role.AUDITOR) {
                        labels.putAll(persons(id, role));
                    }
                }
                yield labels;
            }
            case TASK ->
                worded("task.", process.openTasks(id).stream().map(t -> t.task().id()));
            case ACT -> {
                var labels = worded(
                        "task.",
                        Arrays.stream(HumanTask.values())
                                .filter(t -> !t.gates().isEmpty())
                                .map(HumanTask::id));
                labels.putAll(worded(
                        "entry.",
                        Arrays.stream(Entry.values())
                                .filter(e -> !e.gates().isEmpty())
                                .map(Entry::id)));
                yield labels;
            }
            case PAPER ->
                worded(
                        "paper.",
                        papers.all(facts.of(id)).stream().map(p -> p.paper().code()));
            case PAPER_ON_DEMAND ->
                worded(
                        "paper.",
                        facts
                                .of(id)
                                .one(RouteConfirmed.SIGNED)
                                .map(r -> Paper.onDemand(r.route().track()))
                                .orElse(Paper.onDemand(Route.Track.NONE))
                                .stream()
                                .map(Paper::code));
            case SLOT ->
                worded(
                        "slot.",
                        Stream.concat(
                                clauses.all(facts.of(id)).stream()
                                        .filter(w -> w.clause().slot())
                                        .map(w -> w.clause().id()),
                                Arrays.stream(Slot.values()).map(Slot::id)));
            case CLAUSE ->
                worded(
                        "slot.",
                        clauses.all(facts.of(id)).stream().map(w -> w.clause().id()));
            case OPTIONAL_CLAUSE ->
                worded("slot.", clauses.choices(facts.of(id)).keySet().stream().map(c -> c.id()));
            case OBLIGATION ->
                named(facts.of(id).all(Obligation.FACT).stream()
                        .filter(o -> !o.value().isDone())
                        .map(Said::key));
        };
    }

    private Stream<String> mandated(DealId id) {
        return facts.of(id).one(Mandate.FACT).stream()
                .flatMap(m -> m.managers().stream())
                .map(Mandate.Appointed::manager);
    }

    private Map<String, String> persons(DealId id, Role role) {
        var labels = new LinkedHashMap<String, String>();
        people.members(id).stream()
                .filter(m -> m.role() == role)
                .map(m -> m.person().value())
                .forEach(p -> labels.put(
                        p,
                        people.find(p).map(found -> p + " — " + found.shown()).orElse(p)));
        return labels;
    }

    /** Both names of a firm, so that either finds it. */
    private Map<String, String> firmNames(Stream<String> names) {
        FirmList known = firms.list();
        var labels = new LinkedHashMap<String, String>();
        names.filter(n -> !n.isBlank())
                .forEach(n -> labels.putIfAbsent(
                        n, known.find(n).map(f -> n + "　" + f.nameJa()).orElse(n)));
        return labels;
    }

    private static Map<String, String> named(Stream<String> values) {
        var labels = new LinkedHashMap<String, String>();
        values.forEach(v -> labels.put(v, v));
        return labels;
    }

    private static Map<String, String> worded(String prefix, Stream<String> values) {
        var labels = new LinkedHashMap<String, String>();
        values.forEach(v -> labels.put(v, "#" + prefix + v));
        return labels;
    }
}
