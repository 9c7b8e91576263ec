package io.github.samuraidesk.registration;

import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the registration asks of the packages that go to EDINET and of what goes into them. */
public interface Packages extends Port {

    /**
     * @param sha256 hash of the ZIP
     * @param files hash of each file in it
     * @param termsUndecided whether price or coupon is 未定 in the paper that it files
     */
    record ToSend(String sha256, Map<String, String> files, boolean termsUndecided) {}

    /** What a stage would send today; empty until every file of it exists. */
    Optional<ToSend> toSend(DealFile deal, Filing.Stage stage, Route route);

    /** Errors of the upload check of a ZIP, the first few; the check page lists them all. */
    List<Finding> errors(RulePack pack, String field, byte[] zip);

    /** Whether the cover of a ZIP says that it amends (訂正); not where it has no readable cover. */
    boolean isAmendment(byte[] zip);

    /** A PDF as EDINET takes it, without object streams (E020); empty when the bytes are no readable PDF. */
    Optional<byte[]> withoutObjectStreams(byte[] pdf);
}
