package io.github.samuraidesk.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as people type or paste it. A decimal point is a point; commas part thousands where they stand in threes from
 * the point. A comma that can be a decimal point is never passed over: 99,5 read without its comma would be ten times
 * the value, so that the person is asked.
 *
 * @param value the number, empty where it is none or where two readings are left
 * @param meanings what may have been meant where there is no value, each to be typed as it stands; empty: no number
 */
public record NumberText(Optional<BigDecimal> value, List<String> meanings) {

    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]*)?");
    /** One comma before three digits: 1,234 is a thousand and more, or one and a part. */
    private static final Pattern ONE_GROUP = Pattern.compile("[+-]?[1-9][0-9]{0,2},[0-9]{3}");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]*,[0-9]+");
    /** 1.234,5 and 1'234,5 and 1 234,5: other marks of thousands, and a decimal comma. */
    private static final Pattern MARKED_COMMA = Pattern.compile("[+-]?[1-9][0-9]{0,2}([. '][0-9]{3})+,[0-9]+");

    private static final Pattern MARKED_POINT = Pattern.compile("[+-]?[1-9][0-9]{0,2}([ '][0-9]{3})+(\\.[0-9]+)?");

    public NumberText {
        meanings = List.copyOf(meanings);
    }

    /**
     * Reads a number that may be broken: a rate, a price.
     *
     * @param text with full-width digits and marks or without
     */
    public static NumberText read(String text) {
        String typed = typed(text);
        return ONE_GROUP.matcher(typed).matches()
                ? asked(typed.replace(",", ""), typed.replace(',', '.'))
                : readThousands(typed);
    }

    /** Reads an amount that people write in thousands: 1,234 is a thousand and more. */
    public static NumberText readAmount(String text) {
        return readThousands(typed(text));
    }

    private static NumberText readThousands(String typed) {
        if (PLAIN.matcher(typed).matches()) {
            return number(typed);
        }
        if (THOUSANDS.matcher(typed).matches()) {
            return number(typed.replace(",", ""));
        }
        if (DECIMAL_COMMA.matcher(typed).matches()) {
            return asked(typed.replace(',', '.'));
        }
        if (MARKED_COMMA.matcher(typed).matches()) {
            return asked(typed.replaceAll("[. ']", "").replace(',', '.'));
        }
        return MARKED_POINT.matcher(typed).matches() ? asked(typed.replaceAll("[ ']", "")) : asked();
    }

    private static NumberText number(String plain) {
        return new NumberText(Optional.of(new BigDecimal(plain)), List.of());
    }

    private static NumberText asked(String... meanings) {
        return new NumberText(Optional.empty(), List.of(meanings));
    }

    /** Full-width digits and marks, unbreakable blanks, the minus sign and typographic apostrophes as plain ones. */
    private static String typed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replace('\u2212', '-')
                .replace('\u2019', '\'')
                .replace('\u3001', ',');
    }
}
