package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import java.util.List;

/** What is refused in the wording of a clause. */
final class ClauseFaults {

    private ClauseFaults() {}

    static List<Finding> in(String field, String text) {
        return Clause.unknownFigures(text).stream()
                .map(f -> Finding.field(
                        field, "unknownFigure", f, String.join(" ", new java.util.TreeSet<>(Clause.FIGURES))))
                .toList();
    }

    static Finding anotherPerson(PersonId person) {
        return Finding.rule(
                "FOUR-EYES",
                "house rule: segregation of duties",
                "signAs",
                "ISSUERS_COUNSEL, MANAGERS_COUNSEL",
                "signedByAnother",
                person.value());
    }
}
