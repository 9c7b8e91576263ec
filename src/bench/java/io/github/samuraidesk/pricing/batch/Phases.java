package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.JapanCalendars;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/** What a row of the batch costs on one thread: reading, arithmetic, writing, each added to the one before. */
public final class Phases {

    private static final int MOST_BYTES = 20_000_000;
    private static final int ROUNDS = 8;

    private Phases() {}

    /** @param args table of bonds, swap quotes, government yields */
    public static void main(String[] args) throws IOException {
        BusinessCalendar tokyo = JapanCalendars.load().bank();
        Curves curves;
        try (InputStream swaps = Files.newInputStream(Path.of(args[1]));
                InputStream government = Files.newInputStream(Path.of(args[2]))) {
            curves = Curves.read(
                    tokyo,
                    Optional.of(new Curves.Table("curves", swaps)),
                    Optional.of(new Curves.Table("jgb", government)),
                    System.err::println);
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            bytes = in.readNBytes(MOST_BYTES);
        }
        int end = bytes.length;
        while (bytes[end - 1] != '\n') {
            end--;
        }
        int headerEnd = LineChunks.lineEnd(bytes, 0, end);
        TableHeader header =
                TableHeader.read("", bytes, 0, headerEnd, BondColumn.required(), BondColumn.optional());
        BondRow row = new BondRow(header, tokyo, curves);
        PriceRow price = new PriceRow(tokyo);
        ByteText out = new ByteText(1 << 20);
        ResultColumn[] columns = ResultColumn.values();
        for (int round = 0; round < ROUNDS; round++) {
            long[] nanos = new long[3];
            int rows = 0;
            double sink = 0;
            for (int phase = 0; phase < nanos.length; phase++) {
                long begin = System.nanoTime();
                rows = 0;
                for (int from = headerEnd + 1; from < end; ) {
                    int to = LineChunks.lineEnd(bytes, from, end);
                    rows++;
                    BondRow.Read read = row.read(bytes, from, to, false, rows, new ArrayList<>(0));
                    sink += read.quote().value();
                    if (phase >= 1) {
                        price.price(read.quote(), read.curves());
                        sink += price.value(ResultColumn.DIRTY);
                    }
                    if (phase >= 2) {
                        out.backTo(0);
                        row.writeCaseId(out);
                        for (int k = 1; k < columns.length; k++) {
                            out.append(',');
                            columns[k].write(price, out);
                        }
                        sink += out.length();
                    }
                    from = to + 1;
                }
                nanos[phase] = System.nanoTime() - begin;
            }
            System.out.printf(
                    "%d rows, ns a row: read %.0f, arithmetic %.0f, write %.0f (%s)%n",
                    rows,
                    nanos[0] / (double) rows,
                    (nanos[1] - nanos[0]) / (double) rows,
                    (nanos[2] - nanos[1]) / (double) rows,
                    Double.isNaN(sink) ? "?" : "all numbers");
        }
    }
}
