package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.form.FormValues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Half-filled forms, one per deal and form, or one a firm of forms that several fill, with a version that tells when somebody else saved in between. */
@Repository
public class Drafts {

    /** Between a form and the firm whose draft of it this is; a form's own draft has neither. */
    static final String OF = "@";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Drafts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public record Draft(FormValues values, int version, String person, String savedAt) {}

    Optional<Draft> find(DealId id, String form) {
        return jdbc.sql("SELECT body, version, person, saved_at FROM draft WHERE deal_id = ? AND form = ?")
                .params(id.value(), form)
                .query((rs, i) -> new Draft(
                        json.readValue(rs.getString(1), FormValues.class),
                        rs.getInt(2),
                        rs.getString(3),
                        rs.getString(4)))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    int save(DealId id, String form, FormValues values, int version, PersonId person, Instant at) {
        Optional<Draft> known = find(id, form);
        String body = json.writeValueAsString(values);
        if (known.isEmpty()) {
            jdbc.sql("INSERT INTO draft (deal_id, form, version, body, person, saved_at) VALUES (?,?,1,?,?,?)")
                    .params(id.value(), form, body, person.value(), at.toString())
                    .update();
            return 1;
        }
        if (known.get().version() != version) {
            throw new Refused(List.of(Finding.rule(
                    "STALE",
                    "",
                    "form",
                    known.get().person(),
                    "draftChanged",
                    known.get().person(),
                    Desk.tokyo(Instant.parse(known.get().savedAt())))));
        }
        jdbc.sql("UPDATE draft SET version = ?, body = ?, person = ?, saved_at = ? WHERE deal_id = ? AND form = ?")
                .params(version + 1, body, person.value(), at.toString(), id.value(), form)
                .update();
        return version + 1;
    }

    /** Takes away the drafts of a form, whosever they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    void remove(DealId id, String form) {
        jdbc.sql("DELETE FROM draft WHERE deal_id = ? AND (form = ? OR form LIKE ?)")
                .params(id.value(), form, form + OF + "%")
                .update();
    }
}
