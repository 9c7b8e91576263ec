package io.github.samuraidesk.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** SIGKILL while the sample deals are prepared: the next start goes on where they stand, and says what is not ready. */
class SamplesIT {

    /** Killed in the middle of this one, after so many events of it. */
    private static final String HALF_WAY = "KOR-2023";

    private static final Map<String, String> STAGES = Map.of(
            "SVN-2024", "reviewPapers",
            "KOR-2023", "fileFinalTerms",
            "IDN-2023", "runBook",
            "BPCE-2015-T2", "priceTranches",
            "KEXIM-2018", "confirmNewRecord",
            "HUN-2022", "checkConflicts",
            "PHL-2019", "draftPapers",
            "CASA-2025", "chooseSelection");

    @TempDir
    private Path folder;

    private static List<String> tasks(ServedProgram program, String deal) throws Exception {
        return program.get("/api/deals/" + deal, "lead").body().path("tasks").valueStream()
                .map(t -> t.path("task").asString())
                .toList();
    }

    @Test
    void aStartAfterAKillWhileSamplesArePreparedCompletesThem() throws Exception {
        try (var program = new ServedProgram(folder)) {
            program.start();
            assertThat(program.signInPage()).contains("Sample deals are still being prepared");
            program.awaitSample("SVN-2024");
            // somewhere within the next sample
            JsonNode half = program.get("/api/deals/" + HALF_WAY, "lead").body();
            while (half.path("completed").size() < 4) {
                Thread.sleep(50);
                half = program.get("/api/deals/" + HALF_WAY, "lead").body();
            }
            program.kill();
            program.start();
            program.awaitSamples();
            for (var stage : STAGES.entrySet()) {
                assertThat(tasks(program, stage.getKey())).as(stage.getKey()).contains(stage.getValue());
            }
            JsonNode issued = program.get("/api/deals/IDN-2018", "lead").body();
            assertThat(issued.path("closed").asBoolean()).isTrue();
            // the one that is no Samurai bond
            JsonNode refused = program.get("/api/deals/BRK-2023A", "lead").body();
            assertThat(refused.path("running").asBoolean(true)).isFalse();
            assertThat(program.signInPage()).doesNotContain("Sample deals are still being prepared");
        }
    }
}
