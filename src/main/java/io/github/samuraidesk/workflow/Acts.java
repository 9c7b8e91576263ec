package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.form.FormValues;
import org.springframework.stereotype.Component;

/** Asks a deed what an act means for a deal, and records what it answers. */
@Component
class Acts {

    private final Facts facts;
    private final Standings standings;

    Acts(Facts facts, Standings standings) {
        this.facts = facts;
        this.standings = standings;
    }

    /**
     * @param values that the form's check has passed
     * @return what was answered; nothing is recorded of an act that is refused
     */
    Answer perform(Act<?> act, DealId id, FormValues values, PersonId person) {
        Answer answer = act.perform(values, standings.of(facts.of(id)), standings.asked(id, person));
        answer.facts().forEach(said -> record(id, said, person));
        return answer;
    }

    private <T extends Record> void record(DealId id, Answer.Recording<T> said, PersonId person) {
        facts.record(id, said.kind(), said.fact(), person);
    }
}
