package io.github.samuraidesk.access;

import io.github.samuraidesk.deal.HouseEvents;
import io.github.samuraidesk.deal.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delay and lockout by account and by address. After three failures in a row the next attempt has to wait, twice as long
 * each time; after ten of an account, or fifty from an address, it waits {@link #LOCKOUT}. Nobody waits on a thread: an
 * attempt that comes too early is refused without looking at its password.
 */
@Repository
public class SignInAttempts {

    static final String ACCOUNT = "ACCOUNT";
    static final String ADDRESS = "ADDRESS";

    public static final Duration LOCKOUT = Duration.ofMinutes(15);

    private static final int FREE_FAILURES = 3;
    private static final int ACCOUNT_FAILURES = 10;
    private static final int ADDRESS_FAILURES = 50;
    private static final int MOST_REMEMBERED = 10_000;
    /** REST signs in with every request; one event an hour says that a person was there. */
    private static final Duration ONE_EVENT_PER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final HouseEvents events;
    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    SignInAttempts(JdbcClient jdbc, HouseEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record Failures(int count, Instant last, Instant blockedUntil) {}

    private Optional<Failures> find(String kind, String subject) {
        return jdbc.sql("SELECT failures, last_at, blocked_until FROM sign_in_failure WHERE kind = ? AND subject = ?")
                .params(kind, subject)
                .query((rs, i) ->
                        new Failures(rs.getInt(1), Instant.parse(rs.getString(2)), Instant.parse(rs.getString(3))))
                .optional();
    }

    /** Until when an attempt of this account, or from this address, is refused unseen. */
    public Optional<Instant> blockedUntil(String account, String address) {
        Instant now = clock.instant();
        Instant by = find(ACCOUNT, cut(account)).map(Failures::blockedUntil).orElse(Instant.EPOCH);
        Instant from = find(ADDRESS, cut(address)).map(Failures::blockedUntil).orElse(Instant.EPOCH);
        Instant until = by.isAfter(from) ? by : from;
        return until.isAfter(now) ? Optional.of(until) : Optional.empty();
    }

    /**
     * Counts a failure.
     *
     * @param account the name typed, where there is such an account; empty otherwise, since people type passwords there
     */
    @Transactional
    public void failed(String account, String address, String reason) {
        var body = new LinkedHashMap<String, Object>();
        body.put("account", account);
        body.put("address", address);
        body.put("reason", reason);
        // first the chain's lock: two failures of one account follow each other
        events.append("signInRefused", PersonId.PROGRAM, body);
        if (!account.isEmpty()) {
            count(ACCOUNT, account, ACCOUNT_FAILURES);
        }
        count(ADDRESS, address, ADDRESS_FAILURES);
    }

    private void count(String kind, String subject, int lockedAt) {
        Instant now = clock.instant();
        Optional<Failures> known = find(kind, cut(subject));
        int count = known.filter(f -> f.last().plus(LOCKOUT).isAfter(now))
                        .map(Failures::count)
                        .orElse(0)
                + 1;
        Duration wait = count >= lockedAt ? LOCKOUT : kind.equals(ADDRESS) ? Duration.ZERO : delay(count);
        if (known.isEmpty()) {
            jdbc.sql("INSERT INTO sign_in_failure (failures, last_at, blocked_until, kind, subject) VALUES (?,?,?,?,?)")
                    .params(count, now.toString(), now.plus(wait).toString(), kind, cut(subject))
                    .update();
        } else {
            jdbc.sql("UPDATE sign_in_failure SET failures = ?, last_at = ?, blocked_until = ?"
                            + " WHERE kind = ? AND subject = ?")
                    .params(count, now.toString(), now.plus(wait).toString(), kind, cut(subject))
                    .update();
        }
        if (count == lockedAt) {
            events.append(
                    "signInLocked",
                    PersonId.PROGRAM,
                    Map.of(
                            "kind",
                            kind,
                            "subject",
                            subject,
                            "until",
                            now.plus(wait).toString()));
        }
    }

    /** No wait for the first failures, then 1, 2, 4, … seconds. */
    private static Duration delay(int count) {
        return count <= FREE_FAILURES ? Duration.ZERO : Duration.ofSeconds(1L << (count - FREE_FAILURES - 1));
    }

    /** Remembers a success and forgets the account's failures; those of its address stay. */
    @Transactional
    public void succeeded(String account, String address, boolean rest) {
        events.append("signedIn", new PersonId(account), Map.of("address", address, "rest", rest));
        jdbc.sql("DELETE FROM sign_in_failure WHERE kind = ? AND subject = ?")
                .params(ACCOUNT, account)
                .update();
    }

    /** Whether a request of REST is to be remembered as a sign-in: the first of an hour, or after a failure. */
    public boolean isNews(String account, String address) {
        Instant now = clock.instant();
        String key = account + "\n" + address;
        Instant last = told.get(key);
        if (last != null && last.plus(ONE_EVENT_PER).isAfter(now)) {
            return false;
        }
        if (told.size() >= MOST_REMEMBERED) {
            told.clear();
        }
        told.put(key, now);
        return true;
    }

    /** Subjects longer than their column are told apart by their beginning. */
    private static String cut(String subject) {
        return subject.length() <= 200 ? subject : subject.substring(0, 200);
    }
}
