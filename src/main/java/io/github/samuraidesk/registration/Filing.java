package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.law.StatutoryClocks;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A paper accepted on EDINET, as a person recorded it.
 *
 * @param stage STATEMENT (届出書・発行登録書) or FINAL_TERMS (訂正届出書・追補書類)
 * @param acceptedAt acceptance in Japanese time
 * @param documentId EDINET document ID, S and seven letters or digits
 * @param sentSha256 hash of the bytes that were sent, equal to the approved package
 * @param termsUndecided whether price or coupon was 未定 in it
 * @param papers hash of each paper in the package, by paper
 */
public record Filing(
        Stage stage,
        String ordinanceCode,
        String formCode,
        LocalDateTime acceptedAt,
        String documentId,
        String sentSha256,
        String number,
        boolean termsUndecided,
        Map<String, String> papers)
        implements StatutoryClocks.Filed {

    public static final FactKind.Per<Filing> FACT = FactKind.per("Filing", Filing.class);

    public enum Stage {
        STATEMENT,
        FINAL_TERMS
    }

    /** What was accepted at a stage, and is in use. */
    public static Optional<Filing> accepted(DealFile deal, Stage stage) {
        return deal.one(FACT.at(stage.name()));
    }

    /** What was accepted as the statement, and is in use. */
    public static Optional<Filing> statement(DealFile deal) {
        return accepted(deal, Stage.STATEMENT);
    }

    /** What was accepted with the final terms, and is in use. */
    public static Optional<Filing> finalTerms(DealFile deal) {
        return accepted(deal, Stage.FINAL_TERMS);
    }

    @Override
    public LocalDate acceptedOn() {
        return acceptedAt.toLocalDate();
    }
}
