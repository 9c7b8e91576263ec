package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Files;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers rules that read a file which was stored with its form. */
@Component
class StoredFiles implements Files {

    private final Blobs blobs;

    StoredFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public Optional<Blobs.Blob> find(DealId id, String sha256) {
        return blobs.find(id, sha256);
    }
}
