package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import java.util.Optional;

/** The files of a deal, by their hash. */
public interface Files extends Port {

    Optional<Blobs.Blob> find(DealId id, String sha256);
}
