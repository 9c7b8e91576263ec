package io.github.samuraidesk.review;

import com.ibm.icu.text.Normalizer2;
import io.github.samuraidesk.disclosure.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of a Japanese text and its English twin, brought to one form and compared: era years as western ones, 億 and
 * 百万 as digits, month names as numbers. Kanji numerals beside digits are left out.
 */
public final class TwinNumbers {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Pattern KANJI_AMOUNT = Pattern.compile("金[〇一二三四五六七八九十百千万億兆]+円");
    private static final Pattern ERA = Pattern.compile("(令和|平成|昭和)(元|\\d{1,2})年");
    private static final Pattern MONTH = Pattern.compile(
            "\\b(\\d{1,2}) (" + String.join("|", MONTHS) + ")\\b|\\b(" + String.join("|", MONTHS) + ") (\\d{1,2})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCALED =
            Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)\\s*(億|百万|万|兆|billion|million|trillion)?");

    private TwinNumbers() {}

    /** @param number as digits; @param inJapanese how often there, @param inEnglish how often here */
    public record Difference(String number, int inJapanese, int inEnglish) {}

    /** Numbers and figures that do not stand equally often in both; empty where one of the texts is. */
    public static List<Difference> differences(String ja, String en) {
        if (ja.isBlank() || en.isBlank()) {
            return List.of();
        }
        List<String> japanese = numbers(ja);
        List<String> english = numbers(en);
        var differences = new ArrayList<Difference>();
        var all = new java.util.TreeSet<String>(japanese);
        all.addAll(english);
        for (String n : all) {
            int there = (int) japanese.stream().filter(n::equals).count();
            int here = (int) english.stream().filter(n::equals).count();
            if (there != here) {
                differences.add(new Difference(n, there, here));
            }
        }
        return differences;
    }

    static List<String> numbers(String text) {
        String plain = Normalizer2.getNFKCInstance().normalize(text);
        var numbers = new ArrayList<String>();
        Matcher figures = Pattern.compile("\\{([A-Za-z]+)}").matcher(plain);
        var rest = new StringBuilder();
        while (figures.find()) {
            // the same amount in kanji stands beside its digits in Japanese contracts alone
            if (!figures.group(1).endsWith("Kanji")) {
                numbers.add("{" + Figures.shared(figures.group(1)) + "}");
            }
            figures.appendReplacement(rest, " ");
        }
        figures.appendTail(rest);
        String words = KANJI_AMOUNT.matcher(rest).replaceAll(" ");
        words = ERA.matcher(words).replaceAll(m -> {
            int base = m.group(1).equals("令和") ? 2018 : m.group(1).equals("平成") ? 1988 : 1925;
            return (base + (m.group(2).equals("元") ? 1 : Integer.parseInt(m.group(2)))) + "年";
        });
        words = MONTH.matcher(words)
                .replaceAll(m -> m.group(2) != null
                        ? m.group(1) + " / " + (MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT)) + 1)
                        : (MONTHS.indexOf(m.group(3).toLowerCase(Locale.ROOT)) + 1) + " / " + m.group(4));
        Matcher scaled = SCALED.matcher(words);
        while (scaled.find()) {
            var number = new BigDecimal(scaled.group(1).replace(",", ""));
            int zeros = scaled.group(2) == null
                    ? 0
                    : switch (scaled.group(2)) {
                        case "万" -> 4;
                        case "百万", "million" -> 6;
                        case "億" -> 8;
                        case "billion" -> 9;
                        default -> 12;
                    };
            BigDecimal digits = number.movePointRight(zeros);
            numbers.add(digits.signum() == 0 ? "0" : digits.stripTrailingZeros().toPlainString());
        }
        return numbers;
    }
}
