package io.github.samuraidesk.law;

import java.time.LocalDate;
import java.util.List;

/** Decides the route; answered by the decision table of a rule pack. */
public interface RouteDecider {

    Decision decide(RouteQuestion question, RulePack pack, LocalDate day);

    /**
     * @param route suggested route; counsel signs it
     * @param reasons why this route, then what else to know of it
     */
    record Decision(Route route, List<Reason> reasons) {}

    /** @param key wording key {@code route.reason.<key>} */
    record Reason(String key, String source) {

        public boolean needsCounsel() {
            return RulePack.needsCounsel(source);
        }
    }
}
