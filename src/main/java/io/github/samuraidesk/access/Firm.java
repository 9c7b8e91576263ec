package io.github.samuraidesk.access;

import java.util.List;

/**
 * A firm of the house's list.
 *
 * @param name English name, which facts, memberships and papers carry; it is the key and never changes
 * @param nameJa Japanese name, as papers print it
 * @param aliases other spellings under which people know the firm
 */
public record Firm(String name, String nameJa, Kind kind, List<String> aliases) {

    public enum Kind {
        /** 証券会社 */
        SECURITIES,
        /** 発行者 */
        ISSUER,
        /** 法律事務所 */
        LAW,
        /** 代理人（銀行） */
        BANK,
        /** 監査法人その他 */
        OTHER
    }

    public Firm {
        aliases = List.copyOf(aliases);
    }

    public static Firm securities(String name, String nameJa) {
        return new Firm(name, nameJa, Kind.SECURITIES, List.of());
    }
}
