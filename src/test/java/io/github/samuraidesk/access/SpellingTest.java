package io.github.samuraidesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.deal.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write for the same firm, and what they must not be taken for. */
class SpellingTest {

    private static final FirmList FIRMS = new FirmList(List.of(
            new Firm("Mizuho", "みずほ証券株式会社", Firm.Kind.SECURITIES, List.of("Mizuho Securities")),
            new Firm("Mizuho Bank", "株式会社みずほ銀行", Firm.Kind.BANK, List.of()),
            new Firm("Nomura", "野村證券株式会社", Firm.Kind.SECURITIES, List.of()),
            new Firm("SMBC Nikko", "SMBC日興証券株式会社", Firm.Kind.SECURITIES, List.of())));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mizuho",
                "MIZUHO ",
                "Ｍｉｚｕｈｏ",
                "みずほ証券株式会社",
                "みずほ證券",
                "みずほ証券㈱",
                "（株）みずほ証券",
                "Mizuho Securities Co., Ltd.",
                "mizuho securities"
            })
    void everySpellingMeansTheSameFirm(String text) {
        assertThat(FIRMS.canonical(text)).isEqualTo("Mizuho");
    }

    @Test
    void theBankIsAnotherFirmThanTheSecuritiesHouse() {
        assertThat(FIRMS.canonical("みずほ銀行")).isEqualTo("Mizuho Bank");
        assertThat(FIRMS.same("Mizuho", "Mizuho Bank")).isFalse();
    }

    @Test
    void aTextThatNamesNoFirmStaysComparableAsText() {
        assertThat(FIRMS.canonical(" Old House ")).isEqualTo("Old House");
        assertThat(FIRMS.same("Old House", "ＯＬＤ　ＨＯＵＳＥ")).isTrue();
        assertThat(FIRMS.same("Old House", "New House")).isFalse();
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThatAreNear() {
        assertThat(FIRMS.near("Mizuo")).first().isEqualTo("Mizuho（みずほ証券株式会社）");
        assertThat(FIRMS.near("日興証券")).containsExactly("SMBC Nikko（SMBC日興証券株式会社）");
        assertThat(FIRMS.near("Barclays")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"samurai-desk", "Samurai-Desk", "ｓａｍｕｒａｉ－ｄｅｓｋ", "samurai_desk", "samurai.desk", "samuraidesk"})
    void nobodyIsCalledAsTheProgramIs(String signIn) {
        assertThat(PersonId.isReserved(signIn)).isTrue();
        assertThat(PersonId.isReserved("samurai-desk-reader")).isFalse();
    }
}
