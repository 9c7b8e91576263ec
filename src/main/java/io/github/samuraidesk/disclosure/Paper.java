package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.law.Route.Track;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every paper the program makes, with its template under {@code templates/documents/}. */
public enum Paper {
    /** 主幹事委任状 */
    MANDATE_LETTER("mandate-letter", false),
    /** 有価証券届出書 表紙・第一部 */
    SECURITIES_REGISTRATION("securities-registration", true),
    /** 発行登録書 */
    SHELF_STATEMENT("shelf-statement", true),
    /** 訂正有価証券届出書 */
    AMENDED_REGISTRATION("amended-registration", true),
    /** 発行登録追補書類 */
    SHELF_SUPPLEMENT("shelf-supplement", true),
    /** 目論見書 */
    PROSPECTUS("prospectus", false),
    /** 債券の要項 */
    CONDITIONS_OF_BONDS("conditions-of-bonds", false),
    /** 債券の要項の英訳 */
    CONDITIONS_OF_BONDS_EN("conditions-of-bonds-en", false),
    /** 引受契約 別表 */
    SUBSCRIPTION_SCHEDULE("subscription-schedule", false),
    /** 財務代理契約 別表 */
    AGENCY_SCHEDULE("agency-schedule", false),
    TERM_SHEET_JA("term-sheet-ja", false),
    TERM_SHEET_EN("term-sheet-en", false),
    /** 前提条件一覧 */
    CP_LIST("cp-list", false),
    /** 銘柄情報 */
    JASDEC_SHEET("jasdec-sheet", false),
    /** クロージング・メモランダム */
    CLOSING_MEMORANDUM("closing-memorandum", false),
    /** 日程表 */
    TIMETABLE("timetable", false),
    /** 届出の取下げ願い */
    WITHDRAWAL_REQUEST("withdrawal-request", Track.SRS),
    /** 発行登録取下届出書 */
    SHELF_WITHDRAWAL("shelf-withdrawal", Track.SHELF),
    /** 仮目論見書 */
    PRELIMINARY_PROSPECTUS("preliminary-prospectus", Track.SRS),
    /** 目論見書の訂正事項分 */
    PROSPECTUS_AMENDMENT("prospectus-amendment", Track.SRS),
    /** 私募の告知書 */
    PRIVATE_PLACEMENT_NOTICE("private-placement-notice", Track.UNREGISTERED),
    /** コンフォート・レター依頼書 */
    COMFORT_LETTER_REQUEST("comfort-letter-request", Track.SRS, Track.SHELF, Track.UNREGISTERED),
    /** 条件決定通知 */
    PRICING_NOTICE("pricing-notice", Track.SRS, Track.SHELF, Track.UNREGISTERED),
    /** 引受会社選定のための提案依頼書 */
    REQUEST_FOR_PROPOSALS("request-for-proposals", Track.SRS, Track.SHELF, Track.UNREGISTERED),
    /** 訂正発行登録書 */
    SHELF_AMENDMENT("shelf-amendment", Track.SHELF),
    /** 特定証券情報 */
    SPECIFIED_SECURITIES_INFORMATION("specified-securities-information", Track.UNREGISTERED),
    /** プログラム情報（英文） */
    PROGRAM_INFORMATION("program-information", Track.UNREGISTERED),
    /** 機構の参加手続書類（共通_S01、SB_S11、SB_Sx1-2、SB_S02）の記載事項 */
    JASDEC_FORMS("jasdec-forms", Track.SRS, Track.SHELF, Track.UNREGISTERED),
    /** 外為法報告 データシート */
    FOREIGN_EXCHANGE_REPORT("foreign-exchange-report", Track.SRS, Track.SHELF, Track.UNREGISTERED);

    private final String code;
    private final boolean filed;
    private final List<Track> onDemand;

    Paper(String code, boolean filed) {
        this.code = code;
        this.filed = filed;
        this.onDemand = List.of();
    }

    /** A paper that a person asks for, where the deal's track has a use for it. */
    Paper(String code, Track... onDemand) {
        this.code = code;
        this.filed = false;
        this.onDemand = List.of(onDemand);
    }

    /** Papers that no step makes by itself; a person asks for them and gives what only a person can write. */
    public static List<Paper> onDemand(Track track) {
        return Arrays.stream(values()).filter(p -> p.onDemand.contains(track)).toList();
    }

    public boolean isOnDemand() {
        return !onDemand.isEmpty();
    }

    /** Stable name in files, packs and addresses. */
    public String code() {
        return code;
    }

    /** Whether it is sent to the authority. */
    public boolean isFiled() {
        return filed;
    }

    public String template() {
        return "documents/" + code;
    }

    public boolean isEnglish() {
        return this == TERM_SHEET_EN || this == CONDITIONS_OF_BONDS_EN || this == PROGRAM_INFORMATION;
    }

    /** Whether clauses of the library stand in it: the conditions, and every paper with the table of terms. */
    boolean printsClauses() {
        return switch (this) {
            case CONDITIONS_OF_BONDS,
                    CONDITIONS_OF_BONDS_EN,
                    SECURITIES_REGISTRATION,
                    AMENDED_REGISTRATION,
                    SHELF_SUPPLEMENT,
                    PROSPECTUS,
                    PRELIMINARY_PROSPECTUS,
                    PROSPECTUS_AMENDMENT,
                    PRICING_NOTICE,
                    PRIVATE_PLACEMENT_NOTICE,
                    SPECIFIED_SECURITIES_INFORMATION,
                    PROGRAM_INFORMATION -> true;
            default -> false;
        };
    }

    /** Whether counsel's wording outside the conditions stands in it. */
    boolean printsSlots() {
        return switch (this) {
            case SECURITIES_REGISTRATION,
                    SHELF_STATEMENT,
                    PROSPECTUS,
                    PRELIMINARY_PROSPECTUS,
                    SPECIFIED_SECURITIES_INFORMATION -> true;
            default -> false;
        };
    }

    public static Optional<Paper> byCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }

    /** Papers drafted, reviewed and approved together before a filing. */
    public enum Set {
        STATEMENT,
        FINAL_TERMS;

        public List<Paper> papers(boolean shelf) {
            Paper filing = this == STATEMENT
                    ? (shelf ? SHELF_STATEMENT : SECURITIES_REGISTRATION)
                    : (shelf ? SHELF_SUPPLEMENT : AMENDED_REGISTRATION);
            return this == STATEMENT
                    ? List.of(filing, CONDITIONS_OF_BONDS, CONDITIONS_OF_BONDS_EN, TERM_SHEET_JA, TERM_SHEET_EN)
                    : List.of(
                            filing,
                            PROSPECTUS,
                            CONDITIONS_OF_BONDS,
                            CONDITIONS_OF_BONDS_EN,
                            SUBSCRIPTION_SCHEDULE,
                            AGENCY_SCHEDULE,
                            TERM_SHEET_JA,
                            TERM_SHEET_EN);
        }
    }
}
