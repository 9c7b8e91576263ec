package io.github.samuraidesk.web;

import io.github.samuraidesk.access.Account;
import io.github.samuraidesk.access.Accounts;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.access.SignInAttempts;
import io.github.samuraidesk.deal.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Who may sign in, and how often one may try. */
@Component
@ConditionalOnWebApplication
class SignIn implements AuthenticationProvider {

    private static final int MOST_NAME = 80;

    private final People people;
    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final PasswordEncoder passwords;
    /** Compared with where there is no such account, so that the answer takes as long. */
    private final String nobodysHash;

    SignIn(People people, Accounts accounts, SignInAttempts attempts, PasswordEncoder passwords) {
        this.people = people;
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.nobodysHash = passwords.encode("nobody");
    }

    /** A wait after failed attempts. */
    static final class Wait extends LockedException {
        private final transient Instant until;

        Wait(Instant until) {
            super("wait until " + until);
            this.until = until;
        }

        Instant until() {
            return until;
        }
    }

    /** What the database takes as a name; nothing else can be one. */
    private static boolean isName(String name) {
        return name.length() <= MOST_NAME
                && name.chars().noneMatch(Character::isISOControl)
                // an earlier program may have let somebody take the program's own name
                && !PersonId.isReserved(name);
    }

    /** Marks the sign-ins of REST, which come with every request. */
    static final class RestDetails extends WebAuthenticationDetails {
        RestDetails(HttpServletRequest request) {
            super(request);
        }
    }

    /** @param version of the account when it signed in */
    record Signed(String name, int version) implements Principal, Serializable {
        @Override
        public String getName() {
            return name;
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName();
        String address = asked.getDetails() instanceof WebAuthenticationDetails d ? d.getRemoteAddress() : "";
        Optional<Person> person = isName(name) ? people.find(name) : Optional.empty();
        String account = person.map(Person::signIn).orElse("");
        attempts.blockedUntil(account, address).ifPresent(until -> {
            throw new Wait(until);
        });
        String password = String.valueOf(asked.getCredentials());
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= Accounts.MOST_PASSWORD_BYTES
                && passwords.matches(password, person.map(Person::passwordHash).orElse(nobodysHash));
        if (person.isEmpty() || !fits) {
            throw refused(account, address, new BadCredentialsException("name or password"));
        }
        Account known = accounts.of(account);
        if (!accounts.isOpen(known)) {
            throw refused(account, address, new DisabledException(known.disabled() ? "disabled" : "demo account"));
        }
        boolean rest = asked.getDetails() instanceof RestDetails;
        if (!rest || attempts.isNews(account, address)) {
            attempts.succeeded(account, address, rest);
        }
        UsernamePasswordAuthenticationToken signedIn = signedIn(person.get(), known);
        signedIn.setDetails(asked.getDetails());
        return signedIn;
    }

    static UsernamePasswordAuthenticationToken signedIn(Person person, Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new Signed(person.signIn(), account.version()),
                null,
                AuthorityUtils.createAuthorityList(person.administrator() ? "ROLE_ADMINISTRATOR" : "ROLE_PERSON"));
    }

    private AuthenticationException refused(String account, String address, AuthenticationException e) {
        attempts.failed(account, address, String.valueOf(e.getMessage()));
        return e;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
