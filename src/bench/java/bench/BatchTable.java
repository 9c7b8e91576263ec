package bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes a table of so many bonds: the reference bonds over and over, prices and coupons moved at random, fixed seed. */
public final class BatchTable {

    private static final int COUPON = 7;
    private static final int MODE = 12;
    private static final int VALUE = 13;

    private BatchTable() {}

    /** @param args reference table, number of rows, table to write */
    public static void main(String[] args) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        int rows = Integer.parseInt(args[1]);
        Random random = new Random(7);
        try (PrintWriter out =
                new PrintWriter(Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8))) {
            out.println(lines.get(0));
            for (int i = 0; i < rows; i++) {
                List<String> cells =
                        new ArrayList<>(List.of(lines.get(1 + random.nextInt(lines.size() - 1)).split(",", -1)));
                cells.set(0, cells.get(0) + "_" + i);
                double value = Double.parseDouble(cells.get(VALUE));
                double moved = cells.get(MODE).equals("YIELD")
                        ? value + random.nextDouble() / 10 - 0.05
                        : value * (0.998 + random.nextDouble() / 250);
                cells.set(VALUE, String.format(Locale.ROOT, "%.4f", moved));
                double coupon = Double.parseDouble(cells.get(COUPON));
                cells.set(COUPON, String.format(Locale.ROOT, "%.3f", coupon * (0.9 + random.nextDouble() / 5)));
                out.println(String.join(",", cells));
            }
        }
    }
}
