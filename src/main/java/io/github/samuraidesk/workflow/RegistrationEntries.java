package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.disclosure.Attachment;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.UploadedPdf;
import io.github.samuraidesk.edinet.CheckReport;
import io.github.samuraidesk.edinet.EdinetFault;
import io.github.samuraidesk.edinet.PackageCheck;
import io.github.samuraidesk.edinet.Severity;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.AmendmentClass;
import io.github.samuraidesk.law.Blackout;
import io.github.samuraidesk.law.PackAdopted;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.registration.Amendment;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.FilingDay;
import io.github.samuraidesk.registration.FilingProgress;
import io.github.samuraidesk.registration.Filings;
import io.github.samuraidesk.registration.RegistrationWithdrawn;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.registration.ShortClockGranted;
import io.github.samuraidesk.settlement.Closed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.stereotype.Component;

/** What the entries of the registration mean: progress on EDINET, amendments, withdrawal, short clock, rule pack. */
@Component
class RegistrationEntries {

    /** One HTML file may hold no more (E007). */
    private static final int MOST_COVER_BYTES = 2_621_440;

    private final DealBook deals;
    private final Facts facts;
    private final Blobs blobs;
    private final RulePacks packs;
    private final FilingPackage filingPackage;
    private final DealClock clock;
    private final Filings filings;

    RegistrationEntries(
            DealBook deals,
            Facts facts,
            Blobs blobs,
            RulePacks packs,
            FilingPackage filingPackage,
            DealClock clock,
            Filings filings) {
        this.filings = filings;
        this.deals = deals;
        this.facts = facts;
        this.blobs = blobs;
        this.packs = packs;
        this.filingPackage = filingPackage;
        this.clock = clock;
    }

    private Route route(DealId id) {
        return facts.of(id)
                .one(RouteConfirmed.SIGNED)
                .map(RouteConfirmed::route)
                .orElse(Route.NOT_A_SAMURAI);
    }

    private LocalDateTime now(DealId id) {
        return clock.now(id).atZone(DealClock.TOKYO).toLocalDateTime();
    }

    void progress(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        var stage = v.choice("stage", Filing.Stage.class);
        var next = v.choice("state", FilingProgress.State.class);
        if (facts.of(id).one(Filing.FACT.at(stage.name())).isPresent()) {
            findings.add(Finding.field("stage", "alreadyAccepted", stage.name()));
            return;
        }
        var last = facts.of(id).one(FilingProgress.FACT.at(stage.name()));
        var now = last.map(FilingProgress::state).orElse(FilingProgress.State.DRAFT);
        if (!FilingProgress.mayFollow(now, next)) {
            findings.add(Finding.field("state", "stateMayNotFollow", next.name(), now.name()));
        }
        last.filter(p -> v.dateTime("at").isBefore(p.at()))
                .ifPresent(p -> findings.add(Finding.field(
                        "at", "dateBefore", v.text("at"), p.state().name(), p.at().toString())));
        notInTheFuture(id, v, "at", findings);
        Optional<FilingPackage.Package> sent = filingPackage.of(facts.of(id), stage, route(id));
        if (sent.isEmpty()) {
            findings.add(Finding.field("sentSha256", "noPackage"));
        } else if (!sent.get().sha256().equals(v.text("sentSha256"))) {
            findings.add(Finding.field(
                    "sentSha256",
                    "sentBytesDiffer",
                    v.text("sentSha256"),
                    sent.get().sha256()));
        }
        facts.record(
                id,
                stage.name(),
                new FilingProgress(stage, next, v.dateTime("at"), v.text("sentSha256"), v.text("note")),
                person);
    }

    /** A PDF is kept as EDINET wants it, without object streams, once and for all: the package must not change later. */
    void attachment(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        var stage = v.choice("stage", Filing.Stage.class);
        if (facts.of(id).one(Filing.FACT.at(stage.name())).isPresent()) {
            findings.add(Finding.field("stage", "alreadyAccepted", stage.name()));
            return;
        }
        Blobs.Blob blob = blobs.find(id, v.text("document")).orElseThrow();
        String lower = blob.fileName().toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".pdf") && !lower.endsWith(".htm") && !lower.endsWith(".html")) {
            findings.add(Finding.field("document", "attachmentKind", blob.fileName()));
            return;
        }
        String sha256 = blob.sha256();
        if (lower.endsWith(".pdf")) {
            Optional<byte[]> plain = UploadedPdf.withoutObjectStreams(blob.bytes());
            if (plain.isEmpty()) {
                findings.add(Finding.field("document", "notAPdf", blob.fileName()));
                return;
            }
            sha256 = blobs.store(id, "application/pdf", blob.fileName(), plain.get());
        }
        var attachment = new Attachment(
                stage,
                v.choice("attachmentKind", Attachment.Kind.class),
                v.text("attachmentName").replaceFirst("\\.(pdf|htm)$", ""),
                sha256,
                blob.fileName());
        facts.record(id, attachment.key(), attachment, person);
    }

    private void notInTheFuture(DealId id, FormValues v, String field, List<Finding> findings) {
        if (v.dateTime(field).isAfter(now(id))) {
            findings.add(Finding.field(
                    field, "inTheFuture", v.text(field), now(id).toLocalDate().toString()));
        }
    }

    /** The authority accepts on its business days only; another day is a slip of the pen (02-clocks 2.5, GK-med). */
    static Optional<Finding> closedDay(RulePack pack, String field, LocalDate accepted) {
        return pack.calendars().government().isBusinessDay(accepted)
                ? Optional.empty()
                : Optional.of(Finding.rule(
                        "EDINET", "GK-med", field, "ISSUERS_COUNSEL", "governmentClosed", accepted.toString()));
    }

    void filingDay(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        var stage = v.choice("stage", Filing.Stage.class);
        LocalDate day = v.date("filingDay");
        if (facts.of(id).one(Filing.FACT.at(stage.name())).isPresent()) {
            findings.add(Finding.field("stage", "alreadyAccepted", stage.name()));
            return;
        }
        closedDay(packs.of(facts.of(id)), "filingDay", day).ifPresent(findings::add);
        LocalDate today = clock.today(id);
        if (day.isBefore(today)) {
            findings.add(Finding.field("filingDay", "dateBefore", v.text("filingDay"), "today", today.toString()));
        }
        LocalDate pricing = deals.termSheet(id).dates().pricing();
        if (pricing != null && stage == Filing.Stage.STATEMENT && day.isAfter(pricing)) {
            findings.add(Finding.field("pricing", "dateBefore", pricing.toString(), "filing", day.toString()));
        }
        if (pricing != null && stage == Filing.Stage.FINAL_TERMS && day.isBefore(pricing)) {
            findings.add(Finding.field("filingDay", "dateBefore", v.text("filingDay"), "pricing", pricing.toString()));
        }
        facts.record(id, stage.name(), new FilingDay(stage, day, v.text("reason")), person);
    }

    void shortClock(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        Route route = route(id);
        if (route != Route.SRS_INCORPORATION && route != Route.SRS_REFERENCE) {
            findings.add(
                    Finding.rule("K01", "S:GL8-2", "grantedOn", "ISSUERS_COUNSEL", "shortClockNotOpen", route.name()));
        }
        if (v.date("grantedOn").isAfter(clock.today(id))) {
            findings.add(Finding.field(
                    "grantedOn",
                    "inTheFuture",
                    v.text("grantedOn"),
                    clock.today(id).toString()));
        }
        facts.record(id, "short", new ShortClockGranted(v.date("grantedOn"), v.text("evidence")), person);
    }

    void amendment(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        Route route = route(id);
        RulePack pack = packs.of(facts.of(id));
        Optional<Filing> statement = facts.of(id).one(Filing.FACT.at(Filing.Stage.STATEMENT.name()));
        var kind = v.choice("amendmentClass", AmendmentClass.class);
        if (statement.isEmpty() || !route.isRegistered()) {
            findings.add(Finding.field("amendmentClass", "nothingToAmend"));
            return;
        }
        if (kind.isOfShelf() != route.isShelf()) {
            findings.add(Finding.field("amendmentClass", "amendmentOfOtherRoute", kind.name(), route.name()));
        }
        if (kind.isNeverAllowed()) {
            findings.add(Finding.rule(
                    kind.clock(), "S:FIEA23-4", "amendmentClass", "ISSUERS_COUNSEL", "shelfMayNotBeAmendedSo"));
        }
        if (kind == AmendmentClass.PRICE_AFTER_BOOK) {
            findings.add(Finding.field("amendmentClass", "termsAreFiledByTheirTask"));
        }
        if (v.dateTime("acceptedAt").isBefore(statement.get().acceptedAt())) {
            findings.add(Finding.field(
                    "acceptedAt",
                    "dateBefore",
                    v.text("acceptedAt"),
                    "fileStatement",
                    statement.get().acceptedAt().toString()));
        }
        notInTheFuture(id, v, "acceptedAt", findings);
        closedDay(pack, "acceptedAt", v.dateTime("acceptedAt").toLocalDate()).ifPresent(findings::add);
        documentIdMustBeNew(id, v, findings);
        if (!v.text("package").equals(v.text("sentSha256"))) {
            findings.add(Finding.field("sentSha256", "sentBytesDiffer", v.text("sentSha256"), v.text("package")));
        }
        blobs.find(id, v.text("package")).ifPresent(blob -> {
            packageMustBeClean(pack, "package", blob.bytes(), findings);
            if (!coverSays(blob.bytes(), "訂正")) {
                findings.add(Finding.rule("E031", "S:EDI-FILE", "package", "ISSUERS_COUNSEL", "packageIsNoAmendment"));
            }
        });
        packageMustBeNew(id, route, v.text("package"), findings);
        if (kind == AmendmentClass.TRANCHE_DROPPED
                && facts.of(id).current(TrancheDropped.FACT).isEmpty()) {
            findings.add(Finding.field("amendmentClass", "noTrancheDropped"));
        }
        String ordinance = deals.termSheet(id).issuer().kind().ordinanceCode();
        facts.record(
                id,
                v.text("documentId"),
                new Amendment(
                        kind,
                        pack.form(route, ordinance, route.amendment()).formCode(),
                        v.dateTime("acceptedAt"),
                        v.text("documentId"),
                        v.text("sentSha256"),
                        v.yes("electronic"),
                        v.text("reason"),
                        v.text("evidence")),
                person);
    }

    /** Bytes that were filed once, or that their own task files, are no amendment. */
    private void packageMustBeNew(DealId id, Route route, String sha256, List<Finding> findings) {
        boolean filed = filings.all(facts.of(id)).stream()
                        .anyMatch(a -> a.filing().sentSha256().equals(sha256))
                || facts.of(id).current(Amendment.FACT).stream()
                        .anyMatch(a -> a.sentSha256().equals(sha256));
        boolean ownTask = Arrays.stream(Filing.Stage.values())
                .flatMap(stage -> filingPackage.of(facts.of(id), stage, route).stream())
                .anyMatch(p -> p.sha256().equals(sha256));
        if (filed || ownTask) {
            findings.add(Finding.field("package", "packageFiledOtherwise", sha256));
        }
    }

    /** Whether the cover of a package has a word; false when it has no readable cover. */
    private static boolean coverSays(byte[] zip, String word) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith("PublicDoc/0000000_header.htm")) {
                    return new String(in.readNBytes(MOST_COVER_BYTES), StandardCharsets.UTF_8).contains(word);
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }

    private void documentIdMustBeNew(DealId id, FormValues v, List<Finding> findings) {
        boolean known = filings.all(facts.of(id)).stream()
                        .anyMatch(a -> a.filing().documentId().equals(v.text("documentId")))
                || facts.of(id).current(Amendment.FACT).stream()
                        .anyMatch(a -> a.documentId().equals(v.text("documentId")));
        if (known) {
            findings.add(Finding.field("documentId", "duplicate", v.text("documentId")));
        }
    }

    /** Errors of the upload check, the first few by name; the check page lists them all. */
    static void packageMustBeClean(RulePack pack, String field, byte[] zip, List<Finding> findings) {
        CheckReport report = new PackageCheck(pack.edinet()).check(zip);
        report.faults().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .limit(10)
                .forEach(f -> findings.add(fault(f, field)));
    }

    /** A fault of the upload check as a finding; its wording is that of the check. */
    static Finding fault(EdinetFault fault, String field) {
        var args = new ArrayList<String>();
        args.add(fault.file() + (fault.line() > 0 ? ":" + fault.line() : ""));
        args.add(fault.code());
        args.addAll(fault.args());
        return Finding.rule(
                fault.rule(), "S:EDI-FILE", field, "ISSUERS_COUNSEL", "packageFault", args.toArray(String[]::new));
    }

    void withdrawal(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        Route route = route(id);
        Optional<Filing> statement = facts.of(id).one(Filing.FACT.at(Filing.Stage.STATEMENT.name()));
        if (statement.isEmpty()) {
            findings.add(Finding.field("documentId", "nothingToWithdraw"));
            return;
        }
        if (!v.yes("wholeRegistration")) {
            findings.add(
                    Finding.rule("K04", "GK-med", "wholeRegistration", "ISSUERS_COUNSEL", "withdrawalIsOfTheWhole"));
        }
        if (facts.of(id).one(Closed.FACT).isPresent()) {
            findings.add(Finding.field("documentId", "alreadyClosed"));
        }
        notInTheFuture(id, v, "acceptedAt", findings);
        closedDay(packs.of(facts.of(id)), "acceptedAt", v.dateTime("acceptedAt").toLocalDate())
                .ifPresent(findings::add);
        documentIdMustBeNew(id, v, findings);
        boolean effective = facts.of(id)
                .one(EffectivenessConfirmed.FACT.at(Filing.Stage.FINAL_TERMS.name()))
                .isPresent();
        if (effective && !route.isShelf()) {
            findings.add(Finding.field("documentId", "alreadyEffective"));
        }
        String ordinance = deals.termSheet(id).issuer().kind().ordinanceCode();
        facts.record(
                id,
                "withdrawn",
                new RegistrationWithdrawn(
                        packs.of(facts.of(id))
                                .form(route, ordinance, route.withdrawal())
                                .formCode(),
                        v.dateTime("acceptedAt"),
                        v.text("documentId"),
                        v.text("reason"),
                        v.text("evidence")),
                person);
    }

    void adoptPack(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        if (packs.find(v.text("packSha256")).isEmpty()) {
            findings.add(Finding.field("packSha256", "unknownPack", v.text("packSha256")));
            return;
        }
        if (packs.pinned(facts.of(id)).equals(v.text("packSha256"))) {
            findings.add(Finding.field("packSha256", "alreadyOnPack"));
        }
        facts.record(
                id,
                "pack",
                new PackAdopted(packs.pinned(facts.of(id)), v.text("packSha256"), v.yes("adopt"), v.text("reason")),
                person);
    }

    void blackout(DealId id, FormValues v, PersonId person, List<Finding> findings) {
        if (v.date("to").isBefore(v.date("from"))) {
            findings.add(Finding.field("to", "rangeReversed"));
        }
        facts.record(
                id,
                v.text("from") + "/" + v.text("to"),
                new Blackout(v.date("from"), v.date("to"), v.text("blackoutReason")),
                person);
    }
}
