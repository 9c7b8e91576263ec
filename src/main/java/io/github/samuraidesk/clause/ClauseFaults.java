package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is refused in the wording of a clause. */
final class ClauseFaults {

    /** Tags would print as they are written: nothing but words and figures belongs into a clause. */
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*(?:\\s[^<>]*)?/?>|<!--");

    private ClauseFaults() {}

    static List<Finding> in(String field, String text) {
        var findings = new ArrayList<Finding>();
        if (MARKUP.matcher(text).find()) {
            findings.add(Finding.field(field, "clauseMarkup"));
        }
        Clause.unknownFigures(text).stream()
                .map(f -> Finding.field(
                        field, "unknownFigure", f, String.join(" ", new java.util.TreeSet<>(Clause.FIGURES))))
                .forEach(findings::add);
        return findings;
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
