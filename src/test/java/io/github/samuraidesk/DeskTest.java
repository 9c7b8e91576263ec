package io.github.samuraidesk;

import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealEvent;
import io.github.samuraidesk.deal.DealEvents;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.rehearsal.Sample;
import io.github.samuraidesk.rehearsal.Script;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** One context for every test of the whole program: in memory, jobs stepped by hand, pages and REST on a free port. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("rehearsal")
@Import(WalkedFlows.class)
public abstract class DeskTest {

    protected static final String PASSWORD = "rehearsal-password";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    protected Desk desk;

    @Autowired
    protected DealBook deals;

    @Autowired
    protected Facts facts;

    @Autowired
    protected DealClock clock;

    @Autowired
    protected DealProcess process;

    @Autowired
    protected Rehearsal rehearsal;

    @Autowired
    protected Script script;

    @Autowired
    protected People people;

    @Autowired
    protected Firms firms;

    @Autowired
    private RulePacks packs;

    @Autowired
    private DealEvents events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PasswordEncoder passwords;

    @Value("${local.server.port}")
    protected int port;

    @BeforeEach
    void everybodyHasAnAccount() {
        firms.keep(Sample.firms());
        for (Cast c : Cast.values()) {
            if (people.find(c.person().value()).isEmpty()) {
                people.add(new Person(
                        c.person().value(),
                        c.displayName(),
                        c.displayNameJa(),
                        passwords.encode(PASSWORD),
                        false,
                        c == Cast.LEAD,
                        c == Cast.COUNSEL || c == Cast.REVIEWER,
                        c.firm()));
            }
        }
    }

    /** Names of the published samples. */
    protected static Stream<String> samples() throws IOException {
        try (var files = Files.list(Path.of("samples"))) {
            return files
                    .map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".expected.yaml"))
                    .map(n -> n.replace(".expected.yaml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    public static Sample sample(String name) {
        try {
            Path assumed = Path.of("samples", name + ".assumed.yaml");
            return Sample.of(
                    Files.readString(Path.of("samples", name + ".yaml")), Optional.of(Files.readString(assumed)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Opens a sample under an id of its own, so that tests do not meet. */
    protected DealId open(String name) {
        return rehearsal.open(sampleOfItsOwn(name));
    }

    /** The same on another day than the rehearsal's first. */
    protected DealId open(String name, LocalDate firstDay) {
        return rehearsal.open(sampleOfItsOwn(name), firstDay);
    }

    /** A sample at its end, rehearsed by the first test that asks: read only. Its id is printed and gives its ISINs. */
    protected DealId rehearsed(String name) {
        var id = new DealId("NET-" + name);
        if (deals.find(id).isEmpty()) {
            Sample s = sample(name);
            rehearsal.open(new Sample(s.termSheet().with("dealId", id.value()), s.outcome(), s.assumed()));
            rehearsal.run(id, task -> false);
        }
        return id;
    }

    private static Sample sampleOfItsOwn(String name) {
        Sample s = sample(name);
        return new Sample(
                s.termSheet().with("dealId", name + "-T" + NUMBER.incrementAndGet()), s.outcome(), s.assumed());
    }

    protected DealId openAndStopBefore(String name, HumanTask task) {
        DealId id = open(name);
        rehearsal.run(id, t -> t == task);
        return id;
    }

    /** Runs the scripted entries of a task and completes it with the script's values. */
    protected void complete(DealId id, HumanTask task) {
        script.entriesBefore(id, task).forEach(l -> desk.record(id, l.entry(), l.values(), l.by().person()));
        desk.complete(
                id, task, null, script.values(id, task), script.by(id, task).person());
        while (process.runDueJobs(id, clock.now(id)) > 0) {
            // papers
        }
    }

    /** A member as an earlier program named them, which asked less: said by an event, as everything that stands. */
    protected void namedByAnEarlierProgram(DealId id, String person, Role role, String firm) {
        transaction.executeWithoutResult(status -> {
            deals.lock(id);
            Map<String, Object> body = Map.of("person", person, "role", role.name(), "firm", firm);
            if (facts.of(id).members().stream().anyMatch(m -> m.person().equals(person))) {
                events.append(new DealEvent(id, "memberLeft", Cast.ISSUER.person(), clock.now(id), body));
            }
            events.append(new DealEvent(id, "memberJoined", Cast.ISSUER.person(), clock.now(id), body));
        });
    }

    /** Postpones by two weeks, in the lead manager's name, with one notice given. */
    protected void postpone(DealId id) {
        var today = clock.today(id);
        var bank = packs.of(facts.of(id)).calendars().bank();
        desk.record(
                id,
                Entry.POSTPONE,
                FormValues.of(
                                "reason",
                                "市況",
                                "pricing",
                                bank.following(today.plusDays(14)).toString(),
                                "payment",
                                bank.following(today.plusDays(22)).toString())
                        .withTable("notices", List.of(Map.of("party", "引受団", "at", today + "T09:00", "means", "電話"))),
                Cast.LEAD.person());
    }
}
