package io.github.samuraidesk.workflow.camunda;

import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RouteDecider;
import io.github.samuraidesk.law.RouteQuestion;
import io.github.samuraidesk.law.RulePack;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides the route by the decision table of a rule pack. */
@Component
class Decisions implements RouteDecider {

    private static final Set<Route> EXEMPT = Set.of(Route.EXEMPT_TREATY, Route.EXEMPT_JAPAN_GUARANTEED);

    private final Map<String, Tables> routeTables = new ConcurrentHashMap<>();
    private @Nullable DmnEngine dmnEngine;

    /** Asks the table of the pack itself, which need not be the one this program came with. */
    @Override
    public Decision decide(RouteQuestion q, RulePack pack, LocalDate day) {
        int limit = pack.threshold("T-OFFEREES", day).value().intValueExact();
        int years = pack.threshold("T-REPORT-YEARS", day).value().intValueExact();
        Map<String, Object> facts = new HashMap<>();
        facts.put("format", q.format().name());
        facts.put("issuerKind", q.issuerKind().name());
        facts.put("guarantor", q.guarantor());
        facts.put("treatyConsent", q.treatyConsent());
        facts.put("guaranteedByJapan", q.guaranteedByJapan());
        facts.put("offereesBelowLimit", q.offerees() != null && q.offerees() < limit);
        facts.put("transferLocked", q.transferLocked());
        facts.put("reportsLongEnough", q.annualReportsYears() >= years);
        facts.put("wellKnown", q.wellKnown());
        facts.put("wish", q.wish().name());
        Tables tables = tables(pack);
        var rows = dmn().evaluateDecisionTable(tables.route(), facts).getResultList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("the route table has no rule for " + facts);
        }
        Map<String, Object> first = rows.get(0);
        Route route = Route.valueOf(String.valueOf(first.get("route")));
        var reasons = new ArrayList<Reason>();
        for (String reason : String.valueOf(first.get("reason")).split(" ")) {
            reasons.add(new Reason(reason, String.valueOf(first.get("source"))));
        }
        if (route.isRegistered() || route.track() == Route.Track.UNREGISTERED && !EXEMPT.contains(route)) {
            dmn().evaluateDecisionTable(tables.notes(), facts)
                    .getResultList()
                    .forEach(n ->
                            reasons.add(new Reason(String.valueOf(n.get("reason")), String.valueOf(n.get("source")))));
        }
        return new Decision(route, List.copyOf(reasons));
    }

    private record Tables(DmnDecision route, DmnDecision notes) {}

    private Tables tables(RulePack pack) {
        return routeTables.computeIfAbsent(pack.sha256(), sha -> {
            byte[] table = pack.files().get("route.dmn");
            return new Tables(
                    dmn().parseDecision("route", new ByteArrayInputStream(table)),
                    dmn().parseDecision("route-notes", new ByteArrayInputStream(table)));
        });
    }

    private synchronized DmnEngine dmn() {
        if (dmnEngine == null) {
            dmnEngine =
                    DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        }
        return dmnEngine;
    }
}
