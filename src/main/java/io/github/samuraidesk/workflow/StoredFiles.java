package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Files;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The files of a deal, as acts read them. */
@Component
class StoredFiles implements Files {

    private final Blobs blobs;

    StoredFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public Optional<Blobs.Blob> find(DealId deal, String sha256) {
        return blobs.find(deal, sha256);
    }
}
