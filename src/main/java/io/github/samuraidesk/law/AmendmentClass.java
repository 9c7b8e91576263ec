package io.github.samuraidesk.law;

import java.util.Arrays;
import java.util.List;

/** What an amendment changes, which decides its clock (訂正の区分). */
public enum AmendmentClass {
    /** 証券情報 */
    SECURITIES(false, "K02"),
    /** 発行価格・利率（需要状況に基づく条件決定） */
    PRICE_AFTER_BOOK(false, "K03"),
    /** 発行者情報 */
    ISSUER_INFORMATION(false, "K18"),
    /** 募集の一部（トランシェ）の取止め */
    TRANCHE_DROPPED(false, "K02"),
    /** その他（原則） */
    OTHER(false, "K04"),
    /** 発行登録：有価証券報告書の提出 */
    ANNUAL_REPORT(true, "K06"),
    /** 発行登録：半期報告書の提出 */
    SEMIANNUAL_REPORT(true, "K07"),
    /** 発行登録：臨時報告書・訂正報告書の提出 */
    EXTRAORDINARY_REPORT(true, "K08"),
    /** 発行登録：発行予定額・発行残高の上限の増額、発行予定期間の変更（訂正不可） */
    AMOUNT_OR_PERIOD(true, "K10");

    private final boolean shelf;
    private final String clock;

    AmendmentClass(boolean shelf, String clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Row of the rule pack's clocks. */
    public String clock() {
        return clock;
    }

    /** Whether it belongs to a shelf statement; the others belong to a registration statement. */
    public boolean isOfShelf() {
        return shelf;
    }

    /** FIEA Art. 23-4: raising the amount or changing the period takes a new shelf. */
    public boolean isNeverAllowed() {
        return this == AMOUNT_OR_PERIOD;
    }

    public static List<AmendmentClass> of(Route route) {
        return Arrays.stream(values()).filter(c -> c.shelf == route.isShelf()).toList();
    }
}
