package io.github.samuraidesk.web;

import io.github.samuraidesk.access.Accounts;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The secret addresses of calendar feeds, one a person and deal; a new one ends the old. */
@Repository
class CalendarFeeds {

    private static final int SECRET_BYTES = 24;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    record Feed(DealId dealId, String person) {}

    Optional<String> find(DealId id, PersonId person) {
        return jdbc.sql("SELECT token FROM calendar_feed WHERE deal_id = ? AND person = ?")
                .params(id.value(), person.value())
                .query(String.class)
                .optional();
    }

    @Transactional
    public String renew(DealId id, PersonId person) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        jdbc.sql("DELETE FROM calendar_feed WHERE deal_id = ? AND person = ?")
                .params(id.value(), person.value())
                .update();
        jdbc.sql("INSERT INTO calendar_feed (token, deal_id, person) VALUES (?,?,?)")
                .params(token, id.value(), person.value())
                .update();
        return token;
    }

    Optional<Feed> byToken(String token) {
        return jdbc.sql("SELECT deal_id, person FROM calendar_feed WHERE token = ?")
                .param(token)
                .query((rs, i) -> new Feed(new DealId(rs.getString(1)), rs.getString(2)))
                .optional()
                .filter(f -> accounts.isOpen(accounts.of(f.person())));
    }
}
