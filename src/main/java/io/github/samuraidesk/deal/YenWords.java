package io.github.samuraidesk.deal;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Yen amounts in kanji numerals, as contracts write them and as an unusual amount is confirmed: 四百五十一億円. */
public final class YenWords {

    private YenWords() {}

    public static String oku(BigInteger yen) {
        // ICU's number formats are mutable: one per call.
        var format = new RuleBasedNumberFormat(ULocale.JAPANESE, RuleBasedNumberFormat.SPELLOUT);
        return format.format(new BigDecimal(yen)) + "円";
    }
}
