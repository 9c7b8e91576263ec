package io.github.samuraidesk.registration;

import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.registration.Filing.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The authority's notice that a registration has taken effect (効力発生通知).
 *
 * @param field of the form that holds the notice
 * @param sha256 hash of the notice
 * @param effectiveOn day that it names
 */
public record EffectivenessNotice(String field, String sha256, LocalDate effectiveOn) {

    /** Tasks whose evidence is the receipt of a filing. */
    private static final List<String> RECEIPTS = List.of("fileStatement", "fileFinalTerms", "recordExistingShelf");

    /** What a task's evidence shows. */
    public void confirm(
            Answer.Writing writing, Standing deal, Effectiveness effectiveness, Stage upTo, boolean shortClockGranted) {
        confirm(writing, deal, effectiveness, upTo, shortClockGranted, Optional.empty());
    }

    /** @param receipt hash of a receipt that comes with the notice */
    void confirm(
            Answer.Writing writing,
            Standing deal,
            Effectiveness effectiveness,
            Stage upTo,
            boolean shortClockGranted,
            Optional<String> receipt) {
        Optional<LocalDate> computed = effectiveness.computed(shortClockGranted);
        if (computed.isEmpty()) {
            writing.refuse(Finding.rule("K01", "S:GL8-4", "effectiveOn", "ISSUERS_COUNSEL", "termsStillUndecided"));
            return;
        }
        String clock = upTo == Stage.STATEMENT ? "K05" : "K01";
        boolean isAReceipt = receipt.filter(sha256::equals).isPresent()
                || RECEIPTS.stream()
                        .flatMap(task -> deal.one(TaskDone.FACT.at(task)).stream())
                        .anyMatch(t -> sha256.equals(t.values().get("evidence")));
        if (isAReceipt) {
            writing.refuse(Finding.rule(clock, "S:GL8-2", field, "ISSUERS_COUNSEL", "receiptIsNoNotice"));
        }
        if (effectiveOn.isBefore(computed.get())) {
            writing.refuse(Finding.rule(
                    clock,
                    "S:GL8-2",
                    "effectiveOn",
                    "ISSUERS_COUNSEL",
                    "notEffectiveBefore",
                    computed.get().toString()));
        }
        writing.record(
                EffectivenessConfirmed.FACT.at(upTo.name()),
                new EffectivenessConfirmed(upTo, effectiveOn, computed.get(), shortClockGranted, sha256));
    }
}
