package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Sample;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Deals rehearsed to their end whose papers are compared with approved ones. Their ids are printed and give the ISINs, so
 * they must not depend on what other tests have opened.
 */
abstract class GoldenDealTest extends DeskTest {

    static final Path APPROVED = Path.of("src", "test", "resources", "approved");

    /** Who writes the approved files: a person who has read the difference. */
    static final boolean APPROVE = Boolean.getBoolean("approve");

    @Autowired
    Papers papers;

    enum Golden {
        /** A state's first registration with final terms by amendment. */
        SVN_2024("SVN-2024", t -> t),
        /** A state's takedown from its shelf. */
        IDN_2023("IDN-2023", t -> t),
        /** A bank's subordinated notes, one of them with a floating rate. */
        BPCE_2015_T2("BPCE-2015-T2", t -> t),
        /** The first, placed with qualified institutions alone. */
        SVN_2024_QII("SVN-2024", t -> t.with("format", "PRIVATE_QII").with("offering.transferLocked", "yes"));

        private final String sample;
        private final UnaryOperator<FormValues> changed;

        Golden(String sample, UnaryOperator<FormValues> changed) {
            this.sample = sample;
            this.changed = changed;
        }

        String folder() {
            return name().replace('_', '-');
        }
    }

    /** The deal at its end; rehearsed by the first test that asks. */
    final DealId golden(Golden golden) {
        var id = new DealId("GOLDEN-" + golden.folder());
        if (deals.find(id).isEmpty()) {
            Sample s = sample(golden.sample);
            rehearsal.open(new Sample(
                    golden.changed.apply(s.termSheet()).with("dealId", id.value()), s.outcome(), s.assumed()));
            rehearsal.run(id, task -> false);
        }
        return id;
    }

    /** As stored on its way; what nobody asks for in a rehearsal is drafted from the same facts. */
    final String xhtml(DealId id, Paper paper) {
        return paper.isOnDemand()
                ? papers.draft(id, paper).xhtml()
                : papers.xhtml(id, papers.find(id, paper).orElseThrow());
    }
}
