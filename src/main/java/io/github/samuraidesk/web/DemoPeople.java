package io.github.samuraidesk.web;

import io.github.samuraidesk.access.Accounts;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Demo profile: people with known passwords, and the sample deals. Otherwise: how to begin. */
@Component
class DemoPeople {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPeople.class);
    private static final String PASSWORD = Accounts.DEMO_PASSWORD;
    private static final String ADMINISTRATOR = "admin";
    private static final Set<String> OPENERS =
            Set.of(Cast.LEAD.person().value(), Cast.ISSUER.person().value());

    private static final Set<String> CLAUSE_KEEPERS =
            Set.of(Cast.COUNSEL.person().value(), Cast.REVIEWER.person().value());

    private final People people;
    private final Firms firms;
    private final PasswordEncoder passwords;
    private final Accounts logins;
    private final SampleDeals samples;
    private final Environment environment;

    DemoPeople(
            People people,
            Firms firms,
            PasswordEncoder passwords,
            Accounts logins,
            SampleDeals samples,
            Environment environment) {
        this.people = people;
        this.firms = firms;
        this.logins = logins;
        this.passwords = passwords;
        this.samples = samples;
        this.environment = environment;
        if (isDemo()) {
            samples.announce();
        }
    }

    public record Account(
            String signIn,
            String password,
            String name,
            String nameJa,
            @Nullable String firm) {}

    private boolean isDemo() {
        return environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** What the login page may print: only the demo accounts, only in the demo profile. */
    List<Account> accounts() {
        return isDemo() ? demoAccounts() : List.of();
    }

    private static List<Account> demoAccounts() {
        var accounts = new ArrayList<Account>();
        for (Cast c : Cast.values()) {
            accounts.add(new Account(c.person().value(), PASSWORD, c.displayName(), c.displayNameJa(), c.firm()));
        }
        accounts.add(new Account(ADMINISTRATOR, PASSWORD, "Administrator", "システム管理者", null));
        return accounts;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (isDemo()) {
            addDemoPeople();
            markDemoAccounts();
            samples.load();
        } else {
            markDemoAccounts();
            createFirstAdministrator();
        }
    }

    private void addDemoPeople() {
        String hash = passwords.encode(PASSWORD);
        firms.keep(Sample.firms());
        for (Account a : accounts()) {
            if (people.find(a.signIn()).isPresent()) {
                // an earlier program knew no firms
                Optional.ofNullable(a.firm()).ifPresent(firm -> people.enterFirm(a.signIn(), firm));
            } else {
                people.add(new Person(
                        a.signIn(),
                        a.name(),
                        a.nameJa(),
                        hash,
                        a.signIn().equals(ADMINISTRATOR),
                        OPENERS.contains(a.signIn()),
                        CLAUSE_KEEPERS.contains(a.signIn()),
                        a.firm()));
            }
        }
    }

    /** Accounts with the printed password exist in the demo profile alone, also those of a database that once was one. */
    private void markDemoAccounts() {
        for (Account a : demoAccounts()) {
            boolean printed = !logins.of(a.signIn()).demo()
                    && people.find(a.signIn())
                            .filter(p -> passwords.matches(PASSWORD, p.passwordHash()))
                            .isPresent();
            if (printed) {
                logins.markDemo(a.signIn());
            }
        }
    }

    /** Without accounts nobody can sign in: the first one comes from the environment, and start-up says how. */
    private void createFirstAdministrator() {
        if (!people.all().isEmpty()) {
            return;
        }
        String signIn = environment.getProperty("samurai-desk.first-administrator");
        String password = environment.getProperty("samurai-desk.first-password");
        if (signIn != null && password != null) {
            try {
                logins.addFirst(new Person(signIn, signIn, signIn, "", true, false, false), password);
                LOG.info("Created the first administrator {}; the first sign-in changes the password", signIn);
            } catch (Refused refused) {
                LOG.warn("The first administrator was not created: {}", refused.getMessage());
            }
        } else if (!environment.acceptsProfiles(Profiles.of("rehearsal"))) {
            LOG.warn("There is no account yet. Start once with --samurai-desk.first-administrator=NAME"
                    + " and SAMURAI_DESK_FIRST_PASSWORD (12 characters or more) in the environment.");
        }
    }
}
