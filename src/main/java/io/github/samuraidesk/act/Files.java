package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import java.util.Optional;

/** The files that a deal keeps, by the SHA-256 of their bytes. */
public interface Files extends Port {

    Optional<Blobs.Blob> find(DealId deal, String sha256);
}
