package io.github.samuraidesk.workflow;

import io.github.samuraidesk.clause.ClauseText;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.law.AmendmentClass;
import io.github.samuraidesk.law.Document;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.law.StatutoryClocks;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.Filing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has changed since the statement was accepted, and what each change asks for: an amendment with its clock, the
 * paper that carries the final terms, or a new shelf. It proposes; a person decides what is material.
 */
@Component
public class MaterialChanges {

    private final DealBook deals;
    private final Facts facts;
    private final RulePacks packs;
    private final Papers papers;
    private final FilingPackage filingPackage;
    private final DealClock clock;
    private final JsonMapper json;

    MaterialChanges(
            DealBook deals,
            Facts facts,
            RulePacks packs,
            Papers papers,
            FilingPackage filingPackage,
            DealClock clock,
            JsonMapper json) {
        this.filingPackage = filingPackage;
        this.deals = deals;
        this.facts = facts;
        this.packs = packs;
        this.papers = papers;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param proposed document that would carry the change; empty where no amendment may (a new shelf is filed)
     * @param ifFiledToday the clock of that document, were it accepted today; empty where none is
     * @param toApproveAgain papers that print it and no longer say what the facts say
     */
    public record Change(
            String field,
            String before,
            String after,
            AmendmentClass kind,
            Optional<Document> proposed,
            Optional<StatutoryClocks.Counted> ifFiledToday,
            List<Paper> toApproveAgain,
            String basis) {

        public boolean needsCounsel() {
            return RulePack.needsCounsel(basis);
        }
    }

    /** Changes of filed facts since the statement was recorded; empty before it. */
    public List<Change> since(DealFile deal) {
        Route route = DealRoute.signedOrNone(deal);
        Optional<Said<Filing>> filed = deal.said(Filing.FACT.at(Filing.Stage.STATEMENT.name()));
        if (filed.isEmpty() || !route.isRegistered()) {
            return List.of();
        }
        Map<String, String> before = flat(deal.history(TermSheet.FACT).stream()
                .filter(v -> !v.businessAt().isAfter(filed.get().businessAt()))
                .reduce((earlier, later) -> later)
                .map(Said::value)
                .orElseGet(() -> deals.termSheet(deal.id())));
        Map<String, String> now = flat(deals.termSheet(deal.id()));
        RulePack pack = packs.of(deal);
        List<Paper> stale = papers.all(deal).stream()
                // what is with the authority is amended, not approved again
                .filter(p -> !papers.isCurrent(deal, p) && !filingPackage.wasFiled(deal, p))
                .map(p -> p.paper())
                .toList();
        var edits = new ArrayList<Edit>();
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(now.keySet());
        for (String field : fields) {
            String was = before.getOrDefault(field, "");
            String is = now.getOrDefault(field, "");
            if (!was.equals(is)) {
                edits.add(new Edit(field, field, was, is));
            }
        }
        Instant since = filed.get().businessAt();
        deal.all(TrancheDropped.FACT).stream()
                .filter(t -> t.businessAt().isAfter(since))
                .forEach(t -> edits.add(new Edit("tranches." + t.key(), "tranche-dropped", t.key(), "")));
        deal.all(SlotText.FACT).stream()
                .filter(s -> s.businessAt().isAfter(since))
                .forEach(s -> edits.add(new Edit(
                        "slot:" + s.key(), "slot." + s.key(), "", s.value().text())));
        deal.all(ClauseText.FACT).stream()
                .filter(t -> t.businessAt().isAfter(since))
                .forEach(t -> edits.add(new Edit(
                        "slot:" + t.key(), "slot." + t.key(), "", t.value().ja())));
        var changes = new ArrayList<Change>();
        for (Edit edit : edits) {
            pack.materialField(edit.row())
                    .ifPresent(row -> changes.add(change(deal, edit, row.of(route), route, pack, stale, row.basis())));
        }
        return changes;
    }

    /** @param row path by which the rule pack knows the field */
    private record Edit(String field, String row, String before, String after) {}

    private Change change(
            DealFile deal,
            Edit edit,
            AmendmentClass kind,
            Route route,
            RulePack pack,
            List<Paper> stale,
            String basis) {
        if (kind.isNeverAllowed()) {
            return new Change(
                    edit.field(),
                    edit.before(),
                    edit.after(),
                    kind,
                    Optional.of(route.statement()),
                    Optional.empty(),
                    stale,
                    basis);
        }
        // Under a shelf, and for terms fixed after the book, the paper of the final terms carries the change.
        boolean carriedByFinalTerms = (route.isShelf() && !kind.isOfShelf()) || kind == AmendmentClass.PRICE_AFTER_BOOK;
        Document document = carriedByFinalTerms ? route.finalTerms() : route.amendment();
        Optional<StatutoryClocks.Counted> counted = route.isShelf() && !kind.isOfShelf()
                ? Optional.empty()
                : Optional.of(pack.statutoryClocks().amendment(kind, clock.today(deal.id()), ""));
        return new Change(
                edit.field(), edit.before(), edit.after(), kind, Optional.of(document), counted, stale, basis);
    }

    /** A term sheet as field → text; tranches by their id, so that a reordering is no change. */
    private Map<String, String> flat(TermSheet sheet) {
        var fields = new TreeMap<String, String>();
        JsonNode tree = json.valueToTree(sheet);
        flatten("", tree, fields);
        return fields;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.propertyStream()
                    .forEach(e -> flatten(path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), fields));
        } else if (node.isArray()) {
            int i = 0;
            for (JsonNode element : node) {
                JsonNode name = element.path("id");
                flatten(path + "." + (name.isMissingNode() ? String.valueOf(i) : name.asString()), element, fields);
                i++;
            }
        } else if (!node.isNull()) {
            fields.put(path, node.asString());
        }
    }
}
