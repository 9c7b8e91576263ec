package io.github.samuraidesk.web;

import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.rehearsal.Sample;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Demo profile: people with known passwords, and the sample deals at different stages. Otherwise: how to begin. */
@Component
class DemoPeople {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPeople.class);
    private static final String PASSWORD = "samurai-demo";
    private static final String ADMINISTRATOR = "admin";
    private static final Set<String> OPENERS =
            Set.of(Cast.LEAD.person().value(), Cast.ISSUER.person().value());

    private static final Set<String> CLAUSE_KEEPERS =
            Set.of(Cast.COUNSEL.person().value(), Cast.REVIEWER.person().value());

    private final People people;
    private final Firms firms;
    private final PasswordEncoder passwords;
    private final Rehearsal rehearsal;
    private final DealBook deals;
    private final Environment environment;

    DemoPeople(
            People people,
            Firms firms,
            PasswordEncoder passwords,
            Rehearsal rehearsal,
            DealBook deals,
            Environment environment) {
        this.people = people;
        this.firms = firms;
        this.passwords = passwords;
        this.rehearsal = rehearsal;
        this.deals = deals;
        this.environment = environment;
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
        if (!isDemo()) {
            return List.of();
        }
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
            var thread = new Thread(this::loadSamples, "samples");
            thread.setDaemon(true);
            thread.setContextClassLoader(DemoPeople.class.getClassLoader());
            thread.start();
        } else {
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

    /** Without accounts nobody can sign in: the first one comes from the environment, and start-up says how. */
    private void createFirstAdministrator() {
        if (!people.all().isEmpty()) {
            return;
        }
        String signIn = environment.getProperty("samurai-desk.first-administrator");
        String password = environment.getProperty("samurai-desk.first-password");
        if (signIn != null && password != null && password.length() >= 12 && !PersonId.isReserved(signIn)) {
            people.add(new Person(signIn, signIn, signIn, passwords.encode(password), true, false, false));
            LOG.info("Created the first administrator {}", signIn);
        } else if (!environment.acceptsProfiles(Profiles.of("rehearsal"))) {
            LOG.warn("There is no account yet. Start once with --samurai-desk.first-administrator=NAME"
                    + " and SAMURAI_DESK_FIRST_PASSWORD (12 characters or more) in the environment.");
        }
    }

    private record Stage(String sample, Predicate<HumanTask> stopBefore) {}

    private void loadSamples() {
        List<Stage> stages = List.of(
                new Stage("SVN-2024", t -> t == HumanTask.REVIEW_PAPERS),
                new Stage("KOR-2023", t -> t == HumanTask.FILE_FINAL_TERMS),
                new Stage("IDN-2023", t -> t == HumanTask.RUN_BOOK),
                new Stage("BPCE-2015-T2", t -> t == HumanTask.PRICE_TRANCHES),
                new Stage("KEXIM-2018", t -> t == HumanTask.CONFIRM_NEW_RECORD),
                new Stage("IDN-2018", t -> false),
                new Stage("BRK-2023A", t -> false),
                new Stage("HUN-2022", t -> t == HumanTask.CHECK_CONFLICTS),
                new Stage("PHL-2019", t -> t == HumanTask.DRAFT_PAPERS),
                new Stage("RENAULT-S19-2017", t -> t == HumanTask.CONFIRM_ROUTE),
                new Stage("CASA-2025", t -> t == HumanTask.CHOOSE_SELECTION),
                new Stage("IDN-2024", t -> t == HumanTask.CONFIRM_ROUTE));
        for (Stage stage : stages) {
            try {
                if (deals.find(new DealId(stage.sample())).isEmpty()) {
                    DealId id = rehearsal.open(Sample.of(
                            resource(stage.sample() + ".yaml").orElseThrow(),
                            resource(stage.sample() + ".assumed.yaml")));
                    rehearsal.run(id, stage.stopBefore());
                    LOG.info("Sample deal {} is ready", id);
                }
            } catch (Refused | org.springframework.dao.DataAccessException | IllegalStateException e) {
                LOG.warn("Sample deal {} stopped early: {}", stage.sample(), e.getMessage());
            }
        }
    }

    private static Optional<String> resource(String name) {
        try (InputStream in = DemoPeople.class.getResourceAsStream("/samples/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
