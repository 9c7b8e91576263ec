package io.github.samuraidesk.web;

import io.github.samuraidesk.form.FormValues;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Fields of the term sheet as its facts hold them, named as the form names them. The facts hold yen where the form takes
 * billions of yen, and name tranches by their id.
 */
@Component("termSheetWords")
class TermSheetWords {

    private static final Pattern OF_A_TRANCHE = Pattern.compile("tranches\\.([^.]+)(?:\\.(.+))?");
    private static final Pattern ROW = Pattern.compile("(?:issuer\\.)?(managers|ratings)\\.(\\d{1,4})\\.(.+)");
    private static final Pattern IN_BILLIONS = Pattern.compile("(.*\\.)?(size|planned|issued|redeemed|reduced)Yen");
    private static final Map<String, String> OTHERWISE_IN_THE_FORM = Map.of(
            "useOfProceedsJa", "useOfProceeds.ja",
            "useOfProceedsEn", "useOfProceeds.en");

    private final Wording wording;

    TermSheetWords(Wording wording) {
        this.wording = wording;
    }

    /** @param path as {@code dates.payment}, {@code tranches.3Y.sizeYen} or {@code slot:negativePledge} */
    public String field(String path) {
        Matcher tranche = OF_A_TRANCHE.matcher(path);
        if (tranche.matches()) {
            String what = tranche.group(2) == null ? "tranche" : inTheForm(tranche.group(2));
            return tranche.group(1) + " " + wording.field(what);
        }
        Matcher row = ROW.matcher(path);
        if (row.matches()) {
            String column = row.group(3).equals("lead") ? "position" : row.group(3);
            return wording.field(row.group(1) + "[" + row.group(2) + "]." + column);
        }
        return wording.field(inTheForm(path));
    }

    private static String inTheForm(String path) {
        Matcher yen = IN_BILLIONS.matcher(path);
        return yen.matches()
                ? path.substring(0, path.length() - "Yen".length()) + "BillionYen"
                : OTHERWISE_IN_THE_FORM.getOrDefault(path, path);
    }

    /** A value of that field as the form shows it. */
    public String value(String path, String value) {
        if (IN_BILLIONS.matcher(path).matches() && !value.isEmpty()) {
            return new BigDecimal(value)
                    .divide(FormValues.BILLION)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        if (value.equals("true") || value.equals("false")) {
            boolean yes = value.equals("true");
            boolean position = path.startsWith("managers.") && path.endsWith(".lead");
            return wording.text("choice." + (position ? (yes ? "lead" : "co") : (yes ? "yes" : "no")));
        }
        // an answer of a choice; initials and codes in capitals have no wording and stand as they are
        return value.matches("[A-Z][A-Z0-9_]+") ? wording.choice(value) : value;
    }
}
