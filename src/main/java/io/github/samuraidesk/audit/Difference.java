package io.github.samuraidesk.audit;

/**
 * A value of a deal's tables that is not what the deal's events say.
 *
 * @param table for example {@code deal_fact}
 * @param kind kind of the fact, type of the event or role of the member; empty for other rows
 * @param key key of the fact, number of the event, person, or hash of the file; empty for the deal itself
 * @param version version of the fact, or 0
 * @param column column, and for a body the path of the component after it, for example {@code body.tranche.id}
 * @param stored what the table says; empty where nothing is stored
 * @param byEvents what the events say; empty where no event knows of it
 */
public record Difference(
        String table, String kind, String key, int version, String column, String stored, String byEvents) {

    private static final int MOST_SHOWN = 200;

    /** The row that differs, in one line. */
    public String row() {
        return (kind + " " + key).strip() + (version > 0 ? " v" + version : "");
    }

    /** The row, or the table where a deal has one row in it. */
    public String rowOrTable() {
        return row().isEmpty() ? table : row();
    }

    public String qualifiedColumn() {
        return table + "." + column;
    }

    @Override
    public String toString() {
        return (table + " " + row()).strip() + ": " + column + " is \"" + shown(stored) + "\", by the events \""
                + shown(byEvents) + "\"";
    }

    private static String shown(String value) {
        return value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + " …" : value;
    }
}
