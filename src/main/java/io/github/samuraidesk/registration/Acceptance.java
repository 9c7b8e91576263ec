package io.github.samuraidesk.registration;

import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.registration.Filing.Stage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the authority accepted (受理), as a person read it from the acceptance notice.
 *
 * @param at acceptance in Japanese time
 * @param documentId EDINET document ID
 */
public record Acceptance(LocalDateTime at, String documentId) {

    /**
     * The package of a stage was accepted. The number is that of the shelf, or of its supplement.
     *
     * @param sentSha256 hash of the bytes that were sent
     */
    public void ofPackage(
            Answer.Writing writing, Standing deal, Stage stage, String sentSha256, Optional<String> number, Asked by) {
        Route route = DealRoute.signed(deal.file()).orElseThrow();
        Optional<Packages.ToSend> sent = deal.ask(Packages.class).toSend(deal.file(), stage, route);
        if (sent.isEmpty()) {
            writing.refuse("sentSha256", "noPackage");
            return;
        }
        if (!sent.get().sha256().equals(sentSha256)) {
            writing.refuse(
                    "sentSha256", "sentBytesDiffer", sentSha256, sent.get().sha256());
        }
        if (route.isShelf()) {
            numberMustBeOfTheShelf(writing, stage, number);
        }
        writing.refuse(mustBeOnOpenDay(deal.pack(), "acceptedAt", at.toLocalDate()));
        Filing.statement(deal.file())
                .filter(s -> stage == Stage.FINAL_TERMS && at.isBefore(s.acceptedAt()))
                .ifPresent(s -> writing.refuse(
                        "acceptedAt",
                        "dateBefore",
                        at.toString(),
                        "fileStatement",
                        s.acceptedAt().toString()));
        LocalDate printed = DealDates.submissionDay(deal.file(), stage);
        if (!at.toLocalDate().equals(printed)) {
            writing.refuse(
                    "acceptedAt", "coverNamesAnotherDay", at.toLocalDate().toString(), String.valueOf(printed));
        }
        record(
                writing,
                deal,
                filing(
                        deal,
                        stage,
                        route,
                        sent.get().sha256(),
                        number.orElse(""),
                        sent.get().termsUndecided(),
                        sent.get().files()),
                by);
    }

    private static void numberMustBeOfTheShelf(Answer.Writing writing, Stage stage, Optional<String> number) {
        if (number.isEmpty()) {
            writing.refuse("number", "required");
        }
        String pattern = stage == Stage.STATEMENT ? "\\d{1,2}-外(債)?\\d+" : "\\d{1,2}-外(債)?\\d+-\\d+";
        number.filter(n -> !n.matches(pattern)).ifPresent(n -> writing.refuse("number", "wrongFormat", n, pattern));
    }

    /**
     * A shelf statement was accepted before this deal began: H01 and H02 as facts, on counsel's word with the papers.
     *
     * @param receipt hash of the acceptance notice
     * @param notice of its effectiveness, where it is effective
     */
    public void ofExistingShelf(
            Answer.Writing writing,
            Standing deal,
            String number,
            String receipt,
            Optional<EffectivenessNotice> notice,
            Asked by) {
        Route route = DealRoute.signed(deal.file()).orElseThrow();
        writing.refuse(mustBeOnOpenDay(deal.pack(), "acceptedAt", at.toLocalDate()));
        Filing filing = filing(deal, Stage.STATEMENT, route, "", number, false, Map.of());
        Effectiveness effectiveness = record(writing, deal, filing, by);
        notice.ifPresent(n -> {
            boolean shortened = effectiveness
                    .computed(false)
                    .filter(n.effectiveOn()::isBefore)
                    .isPresent();
            n.confirm(writing, deal, effectiveness, Stage.STATEMENT, shortened, Optional.of(receipt));
        });
        TermSheet sheet = deal.terms();
        TermSheet.Shelf planned = sheet.shelf();
        if (planned != null) {
            // the papers of the authority win over what was typed at opening
            TermSheet.Shelf recorded = planned.recordedAs(
                    number,
                    at.toLocalDate(),
                    notice.map(EffectivenessNotice::effectiveOn).orElse(planned.effective()));
            if (!recorded.equals(planned)) {
                writing.record(TermSheet.FACT, sheet.withShelf(recorded));
            }
        }
        writing.tell(GatewayFact.SHELF_EFFECTIVE, notice.isPresent());
    }

    private Filing filing(
            Standing deal,
            Stage stage,
            Route route,
            String sentSha256,
            String number,
            boolean termsUndecided,
            Map<String, String> papers) {
        RulePack.FormRow form = DealRoute.form(deal, stage == Stage.STATEMENT ? route.statement() : route.finalTerms());
        return new Filing(
                stage,
                form.ordinanceCode(),
                form.formCode(),
                at,
                documentId,
                sentSha256,
                number,
                termsUndecided,
                papers);
    }

    private static Effectiveness record(Answer.Writing writing, Standing deal, Filing filing, Asked by) {
        writing.record(Filing.FACT.at(filing.stage().name()), filing);
        Effectiveness effectiveness = Effectiveness.of(deal).with(filing, by.person());
        writing.tell(GatewayFact.EFFECTIVE_FROM, effectiveness.timer().toString());
        return effectiveness;
    }

    /** The authority accepts on its business days only; another day is a slip of the pen (02-clocks 2.5, GK-med). */
    public static List<Finding> mustBeOnOpenDay(RulePack pack, String field, LocalDate accepted) {
        return pack.calendars().government().isBusinessDay(accepted)
                ? List.of()
                : List.of(Finding.rule(
                        "EDINET", "GK-med", field, "ISSUERS_COUNSEL", "governmentClosed", accepted.toString()));
    }

    /** What goes with a filing, or leads to it, comes before its acceptance. */
    public static List<Finding> mustBeAwaited(Standing deal, Stage stage) {
        return Filing.accepted(deal.file(), stage).isPresent()
                ? List.of(Finding.field("stage", "alreadyAccepted", stage.name()))
                : List.of();
    }

    /** What an entry records has happened. */
    public static List<Finding> mustHaveHappened(Standing deal, String field, LocalDateTime said) {
        return said.isAfter(deal.nowInJapan()) ? inTheFuture(deal, field, said) : List.of();
    }

    /** What an entry records by its day has happened. */
    public static List<Finding> mustHaveHappened(Standing deal, String field, LocalDate said) {
        return said.isAfter(deal.today()) ? inTheFuture(deal, field, said) : List.of();
    }

    private static List<Finding> inTheFuture(Standing deal, String field, Temporal said) {
        return List.of(Finding.field(
                field, "inTheFuture", said.toString(), deal.today().toString()));
    }

    /** Nothing else was accepted under this document ID. */
    public List<Finding> documentIdMustBeNew(DealFile deal) {
        boolean known =
                Filings.all(deal).stream().anyMatch(a -> a.filing().documentId().equals(documentId))
                        || deal.current(Amendment.FACT).stream()
                                .anyMatch(a -> a.documentId().equals(documentId));
        return known ? List.of(Finding.field("documentId", "duplicate", documentId)) : List.of();
    }
}
