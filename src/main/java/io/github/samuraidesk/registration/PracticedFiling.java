package io.github.samuraidesk.registration;

import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.registration.Filing.Stage;
import java.util.Optional;

/**
 * What a rehearsal says was filed.
 *
 * @param sentSha256 hash of the package, empty while it is not whole
 * @param number of the shelf or its supplement; empty where there is no shelf
 */
public record PracticedFiling(Optional<String> sentSha256, Optional<String> number) {

    /** Document IDs that EDINET does not give. */
    public static final String STATEMENT_ID = "S000REH1";

    public static final String FINAL_TERMS_ID = "S000REH2";

    public static PracticedFiling of(Practice.Stage stage, Stage filed) {
        Standing deal = stage.deal();
        Route route = DealRoute.likely(deal.file());
        Optional<String> sent =
                deal.ask(Packages.class).toSend(deal.file(), filed, route).map(Packages.ToSend::sha256);
        if (!route.isShelf()) {
            return new PracticedFiling(sent, Optional.empty());
        }
        String number = shelfNumber(deal.terms());
        return new PracticedFiling(sent, Optional.of(filed == Stage.STATEMENT ? number : number + "-1"));
    }

    /** Number of the shelf that the term sheet names, or one that is made up. */
    public static String shelfNumber(TermSheet sheet) {
        return Optional.ofNullable(sheet.shelf())
                .map(TermSheet.Shelf::number)
                .orElseGet(() -> "1-外" + (sheet.issuer().kind().isState() ? "債" : "") + "1");
    }
}
