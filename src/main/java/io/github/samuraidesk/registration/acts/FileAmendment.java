package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.LINES;
import static io.github.samuraidesk.form.FieldType.SHA256;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Files;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Matching;
import io.github.samuraidesk.law.AmendmentClass;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.registration.Acceptance;
import io.github.samuraidesk.registration.Amendment;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.Filings;
import io.github.samuraidesk.registration.Packages;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;

/** An amendment (訂正届出書・訂正発行登録書) was accepted on EDINET beside the one that carries the final terms. */
public record FileAmendment(
        AmendmentClass amendmentClass,
        LocalDateTime acceptedAt,
        @Matching("S[0-9A-Z]{7}") String documentId,
        @As(value = FILE, name = "package") String packageSha256,
        @As(SHA256) String sentSha256,
        boolean electronic,
        @As(LINES) String reason,
        @As(FILE) String evidence) {

    public static final Act<FileAmendment> ACT = Act.of("fileAmendment", FileAmendment.class)
            .by(Role.ISSUERS_COUNSEL)
            .passing(Gate.G5)
            .deed(FileAmendment::file)
            .entered();

    private Answer file(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        Route route = DealRoute.signedOrNone(deal.file());
        Optional<Filing> statement = Filing.statement(deal.file());
        if (statement.isEmpty() || !route.isRegistered()) {
            return writing.refuse("amendmentClass", "nothingToAmend").answer();
        }
        classMustFit(writing, route);
        if (acceptedAt.isBefore(statement.get().acceptedAt())) {
            writing.refuse(
                    "acceptedAt",
                    "dateBefore",
                    acceptedAt.toString(),
                    "fileStatement",
                    statement.get().acceptedAt().toString());
        }
        writing.refuse(Acceptance.mustHaveHappened(deal, "acceptedAt", acceptedAt))
                .refuse(Acceptance.mustBeOnOpenDay(deal.pack(), "acceptedAt", acceptedAt.toLocalDate()))
                .refuse(new Acceptance(acceptedAt, documentId).documentIdMustBeNew(deal.file()));
        packageMustBeAnAmendment(writing, deal);
        packageMustBeNew(writing, deal, route);
        if (amendmentClass == AmendmentClass.TRANCHE_DROPPED
                && deal.current(TrancheDropped.FACT).isEmpty()) {
            writing.refuse("amendmentClass", "noTrancheDropped");
        }
        return writing.record(
                        Amendment.FACT.at(documentId),
                        new Amendment(
                                amendmentClass,
                                DealRoute.form(deal, route.amendment()).formCode(),
                                acceptedAt,
                                documentId,
                                sentSha256,
                                electronic,
                                reason,
                                evidence))
                .answer();
    }

    private void classMustFit(Answer.Writing writing, Route route) {
        if (amendmentClass.isOfShelf() != route.isShelf()) {
            writing.refuse("amendmentClass", "amendmentOfOtherRoute", amendmentClass.name(), route.name());
        }
        if (amendmentClass.isNeverAllowed()) {
            writing.refuse(Finding.rule(
                    amendmentClass.clock(),
                    "S:FIEA23-4",
                    "amendmentClass",
                    "ISSUERS_COUNSEL",
                    "shelfMayNotBeAmendedSo"));
        }
        if (amendmentClass == AmendmentClass.PRICE_AFTER_BOOK) {
            writing.refuse("amendmentClass", "termsAreFiledByTheirTask");
        }
    }

    private void packageMustBeAnAmendment(Answer.Writing writing, Standing deal) {
        if (!packageSha256.equals(sentSha256)) {
            writing.refuse("sentSha256", "sentBytesDiffer", sentSha256, packageSha256);
        }
        Packages packages = deal.ask(Packages.class);
        deal.ask(Files.class).find(deal.file().id(), packageSha256).ifPresent(blob -> {
            writing.refuse(packages.errors(deal.pack(), "package", blob.bytes()));
            if (!packages.isAmendment(blob.bytes())) {
                writing.refuse(
                        Finding.rule("E031", "S:EDI-FILE", "package", "ISSUERS_COUNSEL", "packageIsNoAmendment"));
            }
        });
    }

    /** Bytes that were filed once, or that their own task files, are no amendment. */
    private void packageMustBeNew(Answer.Writing writing, Standing deal, Route route) {
        boolean filed = Filings.all(deal.file()).stream()
                        .anyMatch(a -> a.filing().sentSha256().equals(packageSha256))
                || deal.current(Amendment.FACT).stream()
                        .anyMatch(a -> a.sentSha256().equals(packageSha256));
        Packages packages = deal.ask(Packages.class);
        boolean ownTask = Arrays.stream(Filing.Stage.values())
                .flatMap(stage -> packages.toSend(deal.file(), stage, route).stream())
                .anyMatch(p -> p.sha256().equals(packageSha256));
        if (filed || ownTask) {
            writing.refuse("package", "packageFiledOtherwise", packageSha256);
        }
    }
}
