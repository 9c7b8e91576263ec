package io.github.samuraidesk.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.audit.Verifier;
import io.github.samuraidesk.it.ScriptedWalk.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at random moments: {@code -Dkills=50} for a long run, {@code -Dkills=5} for a short one, {@code -Dseed=N} to repeat one. */
class KillIT {

    private static final int KILLS = Integer.getInteger("kills", 12);
    private static final long SEED = Long.getLong("seed", new Random().nextInt(1_000_000));
    private static final int SHORTEST_LIFE_MILLIS = 200;
    private static final int LONGEST_LIFE_MILLIS = 4_000;
    /** A lease so short that the setting of a set of papers outlasts it, in every life of the program. */
    private static final String SHORT_LEASE = "--samurai-desk.steps.lease=1s";

    /** The deal that is walked first, then the others that have not ended. */
    private static final List<String> DEALS = List.of(
            "CASA-2025", "RENAULT-S19-2017", "IDN-2024", "HUN-2022", "PHL-2019", "SVN-2024", "KOR-2023", "IDN-2023",
            "BPCE-2015-T2", "KEXIM-2018");

    @TempDir
    private Path folder;

    @Test
    void losesNoAcknowledgedStepAndRepeatsNoneWhenKilledAtAnyMoment() throws Exception {
        System.out.printf("KillIT: %d kills, seed %d%n", KILLS, SEED);
        var random = new Random(SEED);
        int whileInFlight = 0;
        int acknowledged = 0;
        var walked = new TreeSet<>(List.of(DEALS.get(0)));
        try (var program = new ServedProgram(folder)) {
            program.start(SHORT_LEASE);
            program.awaitSamples();
            Map<Step, Integer> before = completed(program);
            for (int kill = 1; kill <= KILLS; kill++) {
                var walk = new ScriptedWalk(program, DEALS);
                var trouble = new AtomicReference<Throwable>();
                Thread driver = drive(walk, trouble);
                // The random moment is the test.
                Thread.sleep(random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS));
                program.kill();
                driver.join();
                assertThat(trouble.get()).as("the walk before kill %d, seed %d", kill, SEED).isNull();
                assertThat(walk.isFinished())
                        .as("every deal ended before kill %d: shorten the lives", kill)
                        .isFalse();
                program.start(SHORT_LEASE);
                Map<Step, Integer> after = completed(program);
                assertNothingLostOrRepeated(kill, before, walk, after);
                whileInFlight += walk.inFlight().isPresent() ? 1 : 0;
                acknowledged += walk.acknowledged().values().stream().mapToInt(n -> n).sum();
                walk.acknowledged().keySet().forEach(s -> walked.add(s.deal()));
                before = after;
            }
            System.out.printf(
                    "KillIT: %d steps acknowledged, %d kills with a step in flight, walked %s%n",
                    acknowledged, whileInFlight, walked);
            assertDealsEnd(program, walked);
        }
    }

    private static Thread drive(ScriptedWalk walk, AtomicReference<Throwable> trouble) {
        var driver = new Thread(
                () -> {
                    try {
                        walk.run();
                    } catch (IOException killed) {
                        // what the test is for
                    } catch (Throwable t) {
                        trouble.set(t);
                    }
                },
                "driver");
        driver.start();
        return driver;
    }

    private static void assertNothingLostOrRepeated(
            int kill, Map<Step, Integer> before, ScriptedWalk walk, Map<Step, Integer> after) {
        var expected = new HashMap<>(before);
        walk.acknowledged().forEach((step, times) -> expected.merge(step, times, Integer::sum));
        // The step that was sent but not answered may have been taken or not; nothing else may differ.
        walk.inFlight().filter(s -> !expected.equals(after)).ifPresent(s -> expected.merge(s, 1, Integer::sum));
        assertThat(after).as("completed tasks after kill %d, seed %d", kill, SEED).isEqualTo(expected);
    }

    private static Map<Step, Integer> completed(ServedProgram program) throws IOException, InterruptedException {
        var times = new HashMap<Step, Integer>();
        for (String deal : DEALS) {
            for (var task : program.get("/api/deals/" + deal, "lead").body().path("completed")) {
                times.put(new Step(deal, task.path("task").asString()), task.path("times").asInt());
            }
        }
        return times;
    }

    private static void assertDealsEnd(ServedProgram program, Set<String> deals)
            throws IOException, InterruptedException {
        new ScriptedWalk(program, List.copyOf(deals)).run();
        for (String deal : deals) {
            assertThat(program.get("/api/deals/" + deal, "lead").body().path("closed").asBoolean())
                    .as("%s is closed", deal)
                    .isTrue();
            Verifier.Result result = Verifier.verify(program.evidencePack(deal, "auditor"), Optional.empty());
            assertThat(result.faults()).as("evidence pack of %s", deal).isEmpty();
        }
    }
}
