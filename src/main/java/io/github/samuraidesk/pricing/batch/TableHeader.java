package io.github.samuraidesk.pricing.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the columns of a table are. Columns go by name, in any order; names that nobody asks for are passed over. */
final class TableHeader {

    /** The place of a column that is not there. */
    static final int ABSENT = -1;

    private final int[] places;
    private final int count;

    private TableHeader(int[] places, int count) {
        this.places = places;
        this.count = count;
    }

    /**
     * Reads a header.
     *
     * @param required columns that must be there, then {@code optional} ones
     * @throws UnreadableTableException with one finding for each column that is missing or there twice
     */
    static TableHeader read(String file, byte[] bytes, int from, int to, List<String> required, List<String> optional)
            throws UnreadableTableException {
        if (to - from >= 2 && (bytes[from] == (byte) 0xFF || bytes[from] == (byte) 0xFE) && bytes[from + 1] < 0) {
            throw unreadable(file, "the file is UTF-16; save it as UTF-8");
        }
        CsvLine line = new CsvLine();
        if (LineChunks.isBlank(bytes, from, to)) {
            throw unreadable(file, "the first line is empty; begin with " + String.join(",", required));
        }
        if (to - from > LineChunks.LONGEST_LINE || !line.cut(bytes, from, to)) {
            throw unreadable(file, "the first line is no header; begin with " + String.join(",", required));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < line.count(); i++) {
            names.add(line.text(i, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
        }
        if (names.size() == 1 && names.get(0).matches(".*[;\t].*")) {
            throw unreadable(file, "the columns are not separated by commas; save the file with commas");
        }
        List<RowFinding> findings = new ArrayList<>();
        int[] places = new int[required.size() + optional.size()];
        for (int i = 0; i < places.length; i++) {
            boolean isRequired = i < required.size();
            String name = isRequired ? required.get(i) : optional.get(i - required.size());
            places[i] = names.indexOf(name);
            if (places[i] < 0 && isRequired) {
                findings.add(RowFinding.refused(
                        file, 1, name, "the header has no such column; add " + name + " to the first line"));
            } else if (places[i] != names.lastIndexOf(name)) {
                findings.add(RowFinding.refused(file, 1, name, "the header names the column twice; leave one"));
            }
        }
        if (!findings.isEmpty()) {
            throw new UnreadableTableException(findings);
        }
        return new TableHeader(places, names.size());
    }

    private static UnreadableTableException unreadable(String file, String message) {
        return new UnreadableTableException(List.of(RowFinding.refused(file, 1, RowFinding.ROW, message)));
    }

    /** Place of the {@code i}-th column asked for. */
    int place(int i) {
        return places[i];
    }

    /** Cells of a line. */
    int count() {
        return count;
    }

    /** What is wrong with a line of another number of cells. */
    String otherCount(int cells) {
        return "has " + cells + " cells under " + count
                + " column names; put a cell with a comma into quotes, and write numbers without thousands separators";
    }
}
