package io.github.samuraidesk.pricing.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: values that came from outside, or one formula for every row.
 *
 * @param key wording key of the header
 * @param name workbook name of the cells, or null
 * @param formula with {r} for the row and {p} for the row before; null for given values
 * @param first formula of the first row where it differs
 * @param given values, one a row; null for a formula
 */
record Column(
        String key,
        @Nullable String name,
        Format format,
        @Nullable String formula,
        @Nullable String first,
        @Nullable List<?> given) {

    static Column formula(String key, @Nullable String name, Format format, String formula) {
        return new Column(key, name, format, formula, null, null);
    }

    static Column given(String key, @Nullable String name, Format format, List<?> values) {
        return new Column(key, name, format, null, null, values);
    }

    Column first(String formulaOfFirstRow) {
        return new Column(key, name, format, formula, formulaOfFirstRow, given);
    }

    String formulaAt(int index, int row) {
        String text = index == 0 && first != null ? first : formula;
        return String.valueOf(text).replace("{r}", Integer.toString(row)).replace("{p}", Integer.toString(row - 1));
    }
}
