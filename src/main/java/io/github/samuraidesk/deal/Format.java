package io.github.samuraidesk.deal;

/** What is being sold, before the route is decided; only the Samurai formats continue. */
public enum Format {
    /** 円建外債の公募 */
    SAMURAI_PUBLIC,
    /** 適格機関投資家私募 */
    PRIVATE_QII,
    /** 特定投資家私募 */
    PRIVATE_SPECIFIED,
    /** 少人数私募 */
    PRIVATE_SMALL,
    /** TOKYO PRO-BOND Market */
    PRO_BOND,
    /** SEC-registered global yen bond */
    GLOBAL_YEN,
    /** ユーロ円債 */
    EUROYEN,
    /** 売出債 */
    URIDASHI,
    /** ダイミョー債 */
    DAIMYO
}
