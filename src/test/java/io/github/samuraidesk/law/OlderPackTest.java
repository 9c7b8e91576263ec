package io.github.samuraidesk.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.Gates;
import io.github.samuraidesk.workflow.HumanTask;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A deal pinned to a pack of an earlier program, which knows fewer gates than this one. */
class OlderPackTest extends DeskTest {

    @Autowired
    private RulePacks packs;

    @Autowired
    private Gates gates;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aGateThatThePinnedPackDoesNotKnowIsNotAskedAndStopsNoPage() throws Exception {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHECK_CONFLICTS);
        var files = new TreeMap<>(RulePack.builtIn().files());
        String rows = new String(files.get("gates.csv"), StandardCharsets.UTF_8);
        // G6 rests on G5, so a missing G5 is met inside another gate too
        files.put("gates.csv", rows.replaceAll("(?m)^G[25],.*\n", "").getBytes(StandardCharsets.UTF_8));
        RulePack older = RulePack.readKept(files);
        transaction.executeWithoutResult(t -> packs.keep(older, PersonId.PROGRAM));
        assertThat(gates.check(facts.of(id), Gate.G5)).isNotEmpty();

        desk.record(
                id,
                Entry.ADOPT_PACK,
                FormValues.of("packSha256", older.sha256(), "adopt", "yes", "reason", "the pack of its time"),
                Cast.COUNSEL.person());

        assertThat(gates.isAsked(facts.of(id), Gate.G2)).isFalse();
        assertThat(gates.isAsked(facts.of(id), Gate.G5)).isFalse();
        for (Gate gate : Gate.values()) {
            assertThat(gates.check(facts.of(id), gate))
                    .as(gate.name())
                    .noneMatch(f -> f.rule().equals("G5"));
        }
        assertThat(gates.check(facts.of(id), Gate.G1)).isEmpty();
        assertThat(gates.check(facts.of(id), Gate.G3)).isNotEmpty();
        assertThat(desk.obstacles(id, HumanTask.COMPLETE_DUE_DILIGENCE, Cast.LEAD.person()))
                .isEmpty();
        assertThat(URI.create("http://localhost:" + port + "/login").toURL().openStream())
                .isNotNull();
    }
}
