package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDateTime;

/**
 * How far a package has come on EDINET, as the person at the browser recorded it.
 *
 * @param sentSha256 hash of the ZIP that was uploaded
 */
public record FilingProgress(Filing.Stage stage, State state, LocalDateTime at, String sentSha256, String note) {

    public static final FactKind.Per<FilingProgress> FACT = FactKind.per("FilingProgress", FilingProgress.class);

    /** Before a person records anything a package is {@link #DRAFT}; {@code ACCEPTED} and later are facts of their own. */
    public enum State {
        DRAFT,
        /** アップロード */
        UPLOADED,
        /** 事前チェック済 */
        PRECHECKED,
        /** 仮登録 */
        PROVISIONAL,
        /** 本登録 */
        SUBMITTED
    }

    /** One step on, or back to a draft when the check found faults. */
    public static boolean mayFollow(State now, State next) {
        return next == State.DRAFT || next.ordinal() == now.ordinal() + 1;
    }
}
