package io.github.samuraidesk.wording;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.JapaneseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/** Dates, amounts and numbers as Japanese and English papers print them. */
public final class JapaneseText {

    private static final BigDecimal OKU = new BigDecimal("100000000");
    private static final BigDecimal MILLION = new BigDecimal("1000000");
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final SimpleDateFormat ERA = era();

    private JapaneseText() {}

    private static SimpleDateFormat era() {
        var format = new SimpleDateFormat("GGGGy年M月d日", ULocale.forLanguageTag("ja-JP-u-ca-japanese"));
        format.setCalendar(new JapaneseCalendar(TimeZone.GMT_ZONE, ULocale.JAPAN));
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }

    /** 2024年8月29日 */
    public static String western(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** 令和6年8月29日; the first year of an era is 元年. */
    public static String era(LocalDate date) {
        // formats are not safe between threads, and slow to build
        return ((SimpleDateFormat) ERA.clone())
                .format(Date.from(date.atStartOfDay().toInstant(ZoneOffset.UTC)))
                .replaceFirst("^(\\D+)1年", "$1元年");
    }

    /** 韓国 for KR; what is no code of a country stays as it is. */
    public static String country(String code) {
        return code.matches("[A-Z]{2}") ? ULocale.getDisplayCountry("und_" + code, ULocale.JAPANESE) : code;
    }

    public static String english(LocalDate date) {
        return ENGLISH.format(date);
    }

    /** 45,100,000,000円 */
    public static String yen(BigDecimal yen) {
        return grouped(yen) + "円";
    }

    /** 451億円; shows the millions where the amount is no whole 億. */
    public static String oku(BigDecimal yen) {
        BigDecimal[] parts = yen.divideAndRemainder(OKU);
        if (parts[1].signum() == 0) {
            return grouped(parts[0]) + "億円";
        }
        BigDecimal man = parts[1].movePointLeft(4);
        if (man.stripTrailingZeros().scale() > 0) {
            return yen(yen);
        }
        return (parts[0].signum() == 0 ? "" : grouped(parts[0]) + "億") + grouped(man) + "万円";
    }

    /** 45,100百万円 */
    public static String millions(BigDecimal yen) {
        return grouped(yen.divide(MILLION)) + "百万円";
    }

    /** 金四百五十一億円 style amount for contracts. */
    public static String kanji(BigDecimal yen) {
        return "金" + new RuleBasedNumberFormat(ULocale.JAPANESE, RuleBasedNumberFormat.SPELLOUT).format(yen) + "円";
    }

    public static String grouped(BigDecimal number) {
        return new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number.stripTrailingZeros());
    }

    /** At least three decimals, as coupons are printed: 0.750 */
    public static String percent(BigDecimal percent) {
        BigDecimal plain = percent.stripTrailingZeros();
        return (plain.scale() < 3 ? plain.setScale(3) : plain).toPlainString();
    }
}
