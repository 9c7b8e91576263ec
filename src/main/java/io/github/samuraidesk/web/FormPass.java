package io.github.samuraidesk.web;

import io.github.samuraidesk.access.People;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in a form for whom it was shown, in a way that outlives the session and the program. What was typed into a form
 * whose session has ended is kept for that person alone. It lets nobody do anything: acts need a session and its token.
 */
@Component
class FormPass {

    static final String FIELD = "typedBy";

    /** A form opened before a long weekend can still be rescued after it. */
    private static final Duration VALID = Duration.ofDays(5);

    private static final String MAC = "HmacSHA256";

    private final People people;
    private final Clock clock;

    FormPass(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** The pass of whoever is signed in, or null; read once per page. */
    @Nullable
    String of(HttpServletRequest request, String person) {
        String name = FormPass.class.getName();
        if (request.getAttribute(name) instanceof String known) {
            return known;
        }
        long until = clock.instant().plus(VALID).getEpochSecond();
        Optional<String> pass = seal(until, person).map(seal -> until + "." + seal + "." + person);
        pass.ifPresent(p -> request.setAttribute(name, p));
        return pass.orElse(null);
    }

    /** Whose pass it is, while it is valid. */
    Optional<String> person(@Nullable String pass) {
        if (pass == null || pass.length() > 300 || !pass.matches("\\d{1,12}\\.[0-9a-f]{64}\\..+")) {
            return Optional.empty();
        }
        String[] parts = pass.split("\\.", 3);
        long until = Long.parseLong(parts[0]);
        if (until < clock.instant().getEpochSecond()) {
            return Optional.empty();
        }
        return seal(until, parts[2])
                .filter(seal -> MessageDigest.isEqual(
                        seal.getBytes(StandardCharsets.US_ASCII), parts[1].getBytes(StandardCharsets.US_ASCII)))
                .map(seal -> parts[2]);
    }

    /** The key is the person's password hash: every node knows it, a restart keeps it, a new password ends the passes. */
    private Optional<String> seal(long until, String person) {
        return people.find(person).map(p -> {
            try {
                Mac mac = Mac.getInstance(MAC);
                mac.init(new SecretKeySpec(p.passwordHash().getBytes(StandardCharsets.UTF_8), MAC));
                String text = FIELD + "\n" + until + "\n" + person;
                return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
