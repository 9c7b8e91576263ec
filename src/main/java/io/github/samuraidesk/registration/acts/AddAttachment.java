package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Files;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Matching;
import io.github.samuraidesk.registration.Acceptance;
import io.github.samuraidesk.registration.Attachment;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.Packages;
import java.util.Locale;
import java.util.Optional;

/** A document that goes with a filing (添付書類). */
public record AddAttachment(
        Filing.Stage stage,
        Attachment.Kind attachmentKind,
        @Matching("[A-Za-z0-9_-]{1,31}(\\.(pdf|htm))?") String attachmentName,
        @As(FILE) String document) {

    public static final Act<AddAttachment> ACT = Act.of("attachment", AddAttachment.class)
            .by(Role.ISSUERS_COUNSEL)
            .deed(AddAttachment::add)
            .entered();

    /** A PDF is kept as EDINET wants it, without object streams, for good: the package must not change later. */
    private Answer add(Standing deal, Asked by) {
        var writing = new Answer.Writing().refuse(Acceptance.mustBeAwaited(deal, stage));
        if (writing.isRefused()) {
            return writing.answer();
        }
        Blobs.Blob blob = deal.ask(Files.class).find(deal.file().id(), document).orElseThrow();
        String lower = blob.fileName().toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".pdf") && !lower.endsWith(".htm") && !lower.endsWith(".html")) {
            return writing.refuse("document", "attachmentKind", blob.fileName()).answer();
        }
        String sha256 = blob.sha256();
        if (lower.endsWith(".pdf")) {
            Optional<byte[]> plain = deal.ask(Packages.class).withoutObjectStreams(blob.bytes());
            if (plain.isEmpty()) {
                return writing.refuse("document", "notAPdf", blob.fileName()).answer();
            }
            sha256 = writing.keep("application/pdf", blob.fileName(), plain.get());
        }
        var attachment = new Attachment(
                stage, attachmentKind, attachmentName.replaceFirst("\\.(pdf|htm)$", ""), sha256, blob.fileName());
        return writing.record(Attachment.FACT.at(attachment.key()), attachment).answer();
    }
}
