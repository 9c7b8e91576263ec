package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Effect;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.form.FormValues;
import org.springframework.stereotype.Component;

/** Asks a deed what an act means for a deal, and records what it answers. */
@Component
class Acts {

    private final Facts facts;
    private final Blobs blobs;
    private final DealProcess process;
    private final Standings standings;

    Acts(Facts facts, Blobs blobs, DealProcess process, Standings standings) {
        this.process = process;
        this.facts = facts;
        this.blobs = blobs;
        this.standings = standings;
    }

    /**
     * @param values that the form's check has passed
     * @return what was answered; nothing is recorded of an act that is refused
     */
    Answer perform(Act<?> act, DealId id, FormValues values, PersonId person) {
        Answer answer = act.perform(values, standings.of(facts.of(id)), standings.asked(id, person));
        answer.effects().forEach(effect -> perform(effect, id, person));
        return answer;
    }

    private void perform(Effect effect, DealId id, PersonId person) {
        if (effect instanceof Effect.Recording<?> said) {
            record(id, said, person);
        } else if (effect instanceof Effect.Withdrawal fallen) {
            facts.withdraw(id, fallen.kind(), fallen.reason(), person);
        } else if (effect instanceof Effect.Keeping file) {
            blobs.store(id, file.mediaType(), file.fileName(), file.bytes());
        } else if (effect instanceof Effect.Postponing) {
            process.postpone(id);
        } else if (effect instanceof Effect.Pulling pulling) {
            process.pull(id, pulling.reason());
        } else {
            throw new IllegalStateException("nobody does " + effect);
        }
    }

    private <T extends Record> void record(DealId id, Effect.Recording<T> said, PersonId person) {
        facts.record(id, said.kind(), said.fact(), person);
    }
}
