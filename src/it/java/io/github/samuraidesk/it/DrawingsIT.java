package io.github.samuraidesk.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases on which an earlier program deployed its drawings, and a program that changes them. */
class DrawingsIT {

    /** The drawings of commit 68dde0f, whose long steps are delegates in jobs. */
    private static final String EARLIER = "--samurai-desk.drawings=file:src/test/resources/earlier/processes/*";

    private static final String LONG_FORM = "SVN-2024";
    private static final String SHELF = "IDN-2023";
    private static final String SHORT = "HUN-2022";

    @TempDir
    private Path folder;

    /** Today's drawings with another title in one of them. */
    private String oneChanged() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        folder.resolve(file.getFileName()),
                        file.endsWith("jasdec-settlement.bpmn") ? text.replace("クロージング&#10;", "決済の完了&#10;") : text);
            }
        }
        assertThat(Files.readString(folder.resolve("jasdec-settlement.bpmn"))).contains("決済の完了");
        return "--samurai-desk.drawings=file:" + folder + "/*";
    }

    private static void assertClosed(Bench bench, String deal) {
        assertThat(bench.bean(Facts.class).of(new DealId(deal)).one(Closed.FACT))
                .as(deal)
                .isPresent();
        assertThat(bench.bean(DealProcess.class).isRunning(new DealId(deal)))
                .as(deal)
                .isFalse();
    }

    private static String filesOf(String folder) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return files.count() + " files";
        }
    }

    private static List<String> deployed(Bench bench) {
        var repository = bench.bean(RepositoryService.class);
        var names = new ArrayList<String>();
        for (var deployment : repository
                .createDeploymentQuery()
                .orderByDeploymentTime()
                .asc()
                .list()) {
            names.add(repository.getDeploymentResourceNames(deployment.getId()).size() + " files");
        }
        return names;
    }

    @Test
    void aNewDealAndOneOnItsOldDrawingComeToClosingWhenOneFileChanged() throws IOException {
        String url = Bench.newH2();
        String files = filesOf("processes");
        String changed = oneChanged();
        try (Bench earlier = Bench.on(url, EARLIER)) {
            earlier.rehearseUntil(LONG_FORM, HumanTask.DRAFT_PAPERS);
            assertThat(deployed(earlier)).hasSize(1);
        }
        try (Bench today = Bench.on(url)) {
            today.rehearseUntil(SHELF, HumanTask.PRICE_TRANCHES);
            assertThat(deployed(today)).containsExactly(filesOf("src/test/resources/earlier/processes"), files);
        }
        // the same again deploys nothing
        try (Bench today = Bench.on(url)) {
            assertThat(deployed(today)).hasSize(2);
        }
        try (Bench next = Bench.on(url, changed)) {
            assertThat(deployed(next)).hasSize(3).endsWith(files, files);
            var rehearsal = next.bean(Rehearsal.class);
            rehearsal.run(new DealId(LONG_FORM), t -> false);
            assertClosed(next, LONG_FORM);
            rehearsal.run(new DealId(SHELF), t -> false);
            assertClosed(next, SHELF);
            next.rehearseToItsEnd("IDN-2018");
            assertClosed(next, "IDN-2018");
            assertThat(next.bean(DealProcess.class).diagrams(new DealId("IDN-2018")).stream()
                            .filter(d -> d.process().equals("jasdec-settlement")))
                    .singleElement()
                    .satisfies(d -> assertThat(d.bpmn()).contains("決済の完了"));
            assertThat(next.bean(DealProcess.class).diagrams(new DealId(LONG_FORM)))
                    .allSatisfy(d -> assertThat(d.bpmn()).doesNotContain("camunda:topic", "決済の完了"));
        }
    }

    /** Earlier programs deployed a changed file alone, and every new deal died at its call activity. */
    @Test
    void healsADatabaseInWhichOneFileWasDeployedAlone() throws IOException {
        String url = Bench.newH2();
        try (Bench today = Bench.on(url)) {
            today.bean(RepositoryService.class)
                    .createDeployment()
                    .name("samurai-desk")
                    .addString(
                            "samurai-issuance.bpmn", Files.readString(Path.of("processes", "samurai-issuance.bpmn")) + "\n")
                    .deploy();
        }
        try (Bench again = Bench.on(url)) {
            again.rehearseUntil(SHORT, HumanTask.CHECK_CONFLICTS);
        }
    }

    @Test
    void jobsAreLockedForLongOnlyWhileADealRunsOnADrawingThatWorksInThem() {
        String url = Bench.newH2();
        try (Bench earlier = Bench.on(url, EARLIER)) {
            earlier.open(SHORT);
        }
        try (Bench today = Bench.on(url)) {
            assertThat(today.bean(SpringJobExecutor.class).getLockTimeInMillis())
                    .isEqualTo(15 * 60_000);
            today.bean(RuntimeService.class)
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(SHORT)
                    .list()
                    .forEach(i -> today.bean(RuntimeService.class).deleteProcessInstance(i.getId(), "test"));
        }
        try (Bench today = Bench.on(url)) {
            assertThat(today.bean(SpringJobExecutor.class).getLockTimeInMillis())
                    .isEqualTo(30_000);
        }
    }
}
