package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.HumanTask;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a finding of a deal is mended when its field is no field of the form that shows it. */
@Component("findingPlaces")
class FindingPlaces {

    private static final String SLOT = "slot:";
    private static final String OBLIGATION = "obligation:";

    private final Facts facts;
    private final Papers papers;

    FindingPlaces(Facts facts, Papers papers) {
        this.facts = facts;
        this.papers = papers;
    }

    /** Address of the page that has the field, or null where no page of the deal has it. */
    public @Nullable String of(DealId id, Finding f) {
        String field = f.field();
        if (f.code().equals("figuresDiffer")) {
            // the figure's name and the two papers that print it: the first of them shows where
            return address(
                    id,
                    List.of("papers", f.args().get(2), "figures"),
                    "field",
                    f.args().get(0));
        }
        if (field.startsWith(SLOT)) {
            return address(id, List.of("entries", Entry.SLOT.id()), "slot", field.substring(SLOT.length()));
        }
        if (field.startsWith(OBLIGATION)) {
            return address(
                    id, List.of("entries", Entry.OBLIGATION.id()), "obligation", field.substring(OBLIGATION.length()));
        }
        if (field.equals("clauses")) {
            return address(id, List.of("clauses"), "", "");
        }
        if (field.equals("package")) {
            return address(id, List.of("registration"), "", "");
        }
        if (field.equals("partTwo")) {
            return address(id, List.of("tasks", HumanTask.DRAFT_PAPERS.id()), "", "");
        }
        if (field.equals("net")) {
            return address(id, List.of("papers"), "", "");
        }
        if (Paper.byCode(field).isPresent()) {
            boolean made = Paper.byCode(field)
                    .flatMap(p -> papers.find(facts.of(id), p))
                    .isPresent();
            return address(id, made ? List.of("papers", field) : List.of("papers"), "", "");
        }
        if (HumanTask.byId(field).isPresent()) {
            return address(id, List.of("tasks", field), "", "");
        }
        if (Entry.byId(field).isPresent()) {
            return address(id, List.of("entries", field), "", "");
        }
        // a figure of a tranche, for example 5Y.firstCoupon
        return field.matches("[A-Za-z0-9]+\\.[A-Za-z]+") ? address(id, List.of("prices"), "", "") : null;
    }

    private static String address(DealId id, List<String> segments, String parameter, String value) {
        var to = UriComponentsBuilder.fromPath("/deals").pathSegment(id.value());
        to.pathSegment(segments.toArray(String[]::new));
        if (!parameter.isEmpty()) {
            to.queryParam(parameter, "{value}");
            return to.encode().buildAndExpand(value).toUriString();
        }
        return to.encode().build().toUriString();
    }
}
