package io.github.samuraidesk.pricing.batch;

/**
 * What is wrong with one line of a table and how to mend it.
 *
 * @param file name of the file, empty for the table of bonds
 * @param line line of the file, the header's is 1
 * @param field column name, or {@link #ROW} for the line as a whole
 * @param message what is wrong and how to mend it
 * @param note whether it only informs: nothing was refused
 */
public record RowFinding(String file, long line, String field, String message, boolean note) {

    /** The field of a finding about the line as a whole. */
    public static final String ROW = "row";

    static RowFinding refused(String file, long line, String field, String message) {
        return new RowFinding(file, line, field, message, false);
    }

    static RowFinding note(String file, long line, String field, String message) {
        return new RowFinding(file, line, field, message, true);
    }

    RowFinding movedDown(long lines) {
        return new RowFinding(file, line + lines, field, message, note);
    }

    /** {@code line N: field: message}, the file's name before it where one is given. */
    @Override
    public String toString() {
        return (note ? "note: " : "") + (file.isEmpty() ? "" : file + " ") + "line " + line + ": " + field + ": "
                + message;
    }
}
