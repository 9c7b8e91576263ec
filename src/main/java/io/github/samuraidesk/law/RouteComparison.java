package io.github.samuraidesk.law;

import io.github.samuraidesk.deal.Format;
import io.github.samuraidesk.deal.TermSheet.RouteWish;
import io.github.samuraidesk.law.RouteDecider.Reason;
import io.github.samuraidesk.law.RulePack.FormRow;
import io.github.samuraidesk.law.RulePack.RouteRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * All routes for one issuer side by side. Every answer comes from the decision table itself: it is asked once for each
 * way in which the issuer could offer, so that the comparison cannot disagree with the route of a deal.
 */
@Component
public class RouteComparison {

    private final RouteDecider decider;

    RouteComparison(RouteDecider decider) {
        this.decider = decider;
    }

    /**
     * @param rank 1 for the quickest open route, then by cost; 0 where closed
     * @param suggested what the table answers to the question as asked
     * @param forms documents with their form codes; empty where nothing is filed
     */
    public record Option(
            RouteRow row, boolean open, int rank, boolean suggested, List<Reason> reasons, List<FormRow> forms) {}

    public List<Option> compare(RouteQuestion question, RulePack pack, LocalDate day) {
        RouteDecider.Decision asAsked = decider.decide(question, pack, day);
        Map<Route, List<Reason>> open = new LinkedHashMap<>();
        open.put(asAsked.route(), asAsked.reasons());
        for (RouteQuestion way : waysToOffer(question, pack, day)) {
            RouteDecider.Decision answer = decider.decide(way, pack, day);
            open.putIfAbsent(answer.route(), answer.reasons());
        }
        List<RouteRow> ranked = pack.routes().stream()
                .filter(r -> r.route() != Route.NOT_A_SAMURAI && open.containsKey(r.route()))
                .sorted(Comparator.comparing((RouteRow r) -> Objects.requireNonNullElse(r.leadWeeks(), 99))
                        .thenComparing(r -> Objects.requireNonNullElse(r.costRank(), 9)))
                .toList();
        var options = new ArrayList<Option>();
        for (RouteRow row : ranked) {
            options.add(new Option(
                    row,
                    true,
                    options.size() + 1,
                    row.route() == asAsked.route(),
                    open.get(row.route()),
                    forms(row, question, pack)));
        }
        pack.routes().stream()
                .filter(r -> r.route() != Route.NOT_A_SAMURAI && !open.containsKey(r.route()))
                .forEach(r -> options.add(new Option(r, false, 0, false, List.of(), forms(r, question, pack))));
        return options;
    }

    private static List<RouteQuestion> waysToOffer(RouteQuestion q, RulePack pack, LocalDate day) {
        int few = pack.threshold("T-OFFEREES", day).value().intValueExact() - 1;
        RouteQuestion open = q.offering(Format.SAMURAI_PUBLIC, RouteWish.NONE, false, null);
        return List.of(
                open,
                open.leaving(true, false),
                open.leaving(false, false),
                q.offering(Format.SAMURAI_PUBLIC, RouteWish.SHELF, false, null),
                q.offering(Format.SAMURAI_PUBLIC, RouteWish.ENGLISH_SRS, false, null),
                q.offering(Format.PRO_BOND, RouteWish.NONE, true, null),
                q.offering(Format.PRIVATE_QII, RouteWish.NONE, true, null),
                q.offering(Format.PRIVATE_SPECIFIED, RouteWish.NONE, true, null),
                q.offering(Format.PRIVATE_SMALL, RouteWish.NONE, true, few));
    }

    private static List<FormRow> forms(RouteRow row, RouteQuestion question, RulePack pack) {
        String ordinance = question.issuerKind().ordinanceCode();
        return row.docTypes().stream()
                .map(type -> pack.form(row.route(), ordinance, type))
                .toList();
    }
}
