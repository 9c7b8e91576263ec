package io.github.samuraidesk.workflow.camunda;

import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.registration.Route;
import io.github.samuraidesk.registration.RouteDecider;
import io.github.samuraidesk.underwriting.Criterion;
import io.github.samuraidesk.underwriting.Scorecard;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Answers the features' decision ports from the decision tables under {@code processes/}. */
@Component
class Decisions implements RouteDecider, Scorecard {

    private final ObjectProvider<ProcessEngine> engine;

    Decisions(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public Decision decide(TermSheet s) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("format", s.format().name());
        facts.put("treatyConsent", s.issuer().treatyConsent());
        facts.put("guaranteedByJapan", s.issuer().guaranteedByJapan());
        facts.put(
                "offerees",
                s.offering().offerees() == null ? 1_000_000 : s.offering().offerees());
        facts.put("transferLocked", s.offering().transferLocked());
        facts.put("annualReportsYears", s.issuer().annualReportsYears());
        facts.put("wellKnown", s.issuer().wellKnown());
        facts.put("shelfWanted", s.routeWish() == TermSheet.RouteWish.SHELF);
        var rows = engine.getObject()
                .getDecisionService()
                .evaluateDecisionTableByKey("route", facts)
                .getResultList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("the route table has no rule for " + facts);
        }
        Map<String, Object> first = rows.get(0);
        Route route = Route.valueOf(String.valueOf(first.get("route")));
        List<Reason> reasons = Arrays.stream(String.valueOf(first.get("reason")).split(" "))
                .map(r -> new Reason(r, String.valueOf(first.get("source"))))
                .toList();
        return new Decision(route, reasons);
    }

    @Override
    public BigDecimal total(Map<Criterion, Integer> weights, Map<Criterion, Integer> marks) {
        Map<String, Object> facts = new HashMap<>();
        for (Criterion c : Criterion.values()) {
            String name = c.name().toLowerCase(java.util.Locale.ROOT);
            facts.put(name + "Weight", weights.get(c));
            facts.put(name + "Mark", marks.get(c));
        }
        Object total = engine.getObject()
                .getDecisionService()
                .evaluateDecisionTableByKey("bid-score", facts)
                .getSingleEntry();
        return new BigDecimal(String.valueOf(total));
    }
}
