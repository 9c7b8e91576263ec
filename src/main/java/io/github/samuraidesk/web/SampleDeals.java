package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.rehearsal.Sample;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sample deals of the demo, each at a stage of its own. They are prepared one after the other beside people's first
 * clicks; every start takes each up from where it stands.
 */
@Component
class SampleDeals {

    private static final Logger LOG = LoggerFactory.getLogger(SampleDeals.class);

    /** Where a sample deal is left to its people. */
    private record Stage(String sample, Optional<HumanTask> stop) {

        static Stage before(String sample, HumanTask stop) {
            return new Stage(sample, Optional.of(stop));
        }

        static Stage closed(String sample) {
            return new Stage(sample, Optional.empty());
        }

        DealId id() {
            return new DealId(sample);
        }
    }

    private static final List<Stage> STAGES = List.of(
            Stage.before("SVN-2024", HumanTask.REVIEW_PAPERS),
            Stage.before("KOR-2023", HumanTask.FILE_FINAL_TERMS),
            Stage.before("IDN-2023", HumanTask.RUN_BOOK),
            Stage.before("BPCE-2015-T2", HumanTask.PRICE_TRANCHES),
            Stage.before("KEXIM-2018", HumanTask.CONFIRM_NEW_RECORD),
            Stage.closed("IDN-2018"),
            Stage.closed("BRK-2023A"),
            Stage.before("HUN-2022", HumanTask.CHECK_CONFLICTS),
            Stage.before("PHL-2019", HumanTask.DRAFT_PAPERS),
            Stage.before("RENAULT-S19-2017", HumanTask.CONFIRM_ROUTE),
            Stage.before("CASA-2025", HumanTask.CHOOSE_SELECTION),
            Stage.before("IDN-2024", HumanTask.CONFIRM_ROUTE));

    private final Rehearsal rehearsal;
    private final DealBook deals;
    private final DealProcess process;
    private final Map<String, Preparation> unfinished = new LinkedHashMap<>();

    SampleDeals(Rehearsal rehearsal, DealBook deals, DealProcess process) {
        this.rehearsal = rehearsal;
        this.deals = deals;
        this.process = process;
    }

    /**
     * A sample that is not at its stage yet.
     *
     * @param now whether it is the one in work
     * @param stoppedBy why it did not come further; empty while it waits or is in work
     */
    public record Preparation(String deal, boolean now, String stoppedBy) {}

    /** Samples that are still being prepared, or that stopped; empty when all are ready. */
    List<Preparation> unfinished() {
        synchronized (unfinished) {
            return List.copyOf(unfinished.values());
        }
    }

    private void put(Stage stage, boolean now, String stoppedBy) {
        synchronized (unfinished) {
            unfinished.put(stage.sample(), new Preparation(stage.sample(), now, stoppedBy));
        }
    }

    /** Says that samples will be prepared, before the first page is served. */
    void announce() {
        STAGES.forEach(s -> put(s, false, ""));
    }

    /** Begins to prepare what is not ready, in a thread of its own. */
    void load() {
        announce();
        var thread = new Thread(this::prepareAll, "samples");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setContextClassLoader(SampleDeals.class.getClassLoader());
        thread.start();
    }

    /** Again and again while any sample comes further: what hindered one may pass. */
    private void prepareAll() {
        var left = new ArrayList<>(STAGES);
        boolean progress = true;
        while (progress && !left.isEmpty()) {
            progress = false;
            for (Stage stage : List.copyOf(left)) {
                int before = walked(stage);
                if (prepare(stage)) {
                    left.remove(stage);
                }
                progress |= walked(stage) > before;
            }
        }
    }

    private int walked(Stage stage) {
        return deals.find(stage.id()).isPresent() ? process.path(stage.id()).size() : 0;
    }

    private boolean prepare(Stage stage) {
        put(stage, true, "");
        try {
            rehearsal.openOrResume(Sample.of(
                    resource(stage.sample() + ".yaml").orElseThrow(), resource(stage.sample() + ".assumed.yaml")));
            if (!isReached(stage)) {
                rehearsal.run(stage.id(), t -> stage.stop().filter(s -> s == t).isPresent());
            }
            LOG.info("Sample deal {} is ready", stage.sample());
            synchronized (unfinished) {
                unfinished.remove(stage.sample());
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Sample deal {} stopped early: {}", stage.sample(), e.getMessage());
            put(stage, false, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Whether the deal once stood at its stage: from then on it is its people's, wherever they led it. */
    private boolean isReached(Stage stage) {
        return !process.isRunning(stage.id())
                || stage.stop()
                        .filter(stop -> process.path(stage.id()).stream()
                                .anyMatch(p -> p.activity().equals(stop.id())))
                        .isPresent();
    }

    private static Optional<String> resource(String name) {
        try (InputStream in = SampleDeals.class.getResourceAsStream("/samples/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
