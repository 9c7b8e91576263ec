package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * What the scripted people of a rehearsal say in an act's form.
 *
 * @param <I> what the form says
 */
@FunctionalInterface
public interface Practice<I extends Record> {

    I say(Stage stage);

    /** What a scripted person sees and has at hand. */
    interface Stage {

        Standing deal();

        /** The deal's present in Japan, to the minute. */
        default LocalDateTime minute() {
            return deal().nowInJapan().truncatedTo(ChronoUnit.MINUTES);
        }

        /** Firm for which the scripted person of a role speaks. */
        String firm(Role role);

        /** The scripted person of a role. */
        PersonId person(Role role);

        /** What stands wherever a rehearsal makes something up. */
        String mark();

        /** A file of evidence that is made up for a field and stored before the form is sent; its SHA-256. */
        String evidence(String field);
    }
}
