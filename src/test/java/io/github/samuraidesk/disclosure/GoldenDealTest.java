package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Sample;
import io.github.samuraidesk.workflow.HumanTask;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

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

    @Autowired
    private TransactionTemplate transaction;

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
            Sample changed = new Sample(
                    golden.changed.apply(s.termSheet()).with("dealId", id.value()), s.outcome(), s.assumed());
            switch (golden) {
                // four weeks before its shelf was filed, so that the shelf statement is a paper of the deal
                case IDN_2023 -> rehearsal.open(changed, LocalDate.of(2022, 4, 25));
                case SVN_2024, BPCE_2015_T2, SVN_2024_QII -> rehearsal.open(changed);
            }
            if (golden == Golden.SVN_2024_QII) {
                pricedOnAnotherRoute(id);
            }
            rehearsal.run(id, task -> false);
            if (golden == Golden.SVN_2024_QII) {
                record(id, facts.of(id).history(RouteConfirmed.SIGNED).get(0).value());
            }
        }
        return id;
    }

    /** The program does not carry a private placement to its price; its papers are set in type from one that has a price. */
    private void pricedOnAnotherRoute(DealId id) {
        rehearsal.run(id, task -> task == HumanTask.CONDUCT_SOUNDING);
        record(id, new RouteConfirmed(Route.EXEMPT_JAPAN_GUARANTEED, Route.QII, List.of(), ""));
    }

    private void record(DealId id, RouteConfirmed route) {
        transaction.executeWithoutResult(t -> {
            deals.lock(id);
            facts.record(id, "route", route, Cast.COUNSEL.person());
        });
    }

    /** As stored on its way; what nobody asks for in a rehearsal is drafted from the same facts. */
    final String xhtml(DealId id, Paper paper) {
        return paper.isOnDemand()
                ? papers.draft(facts.of(id), paper).xhtml()
                : papers.xhtml(id, papers.find(facts.of(id), paper).orElseThrow());
    }
}
