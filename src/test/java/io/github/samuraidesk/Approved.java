package io.github.samuraidesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts that a person has read and approved. {@code mvn test -Dtest=… -Dapprove=true} writes them anew; their difference
 * is then read before it is committed.
 */
public final class Approved {

    private static final int MOST_SHOWN = 8;

    private Approved() {}

    /** Holds what the program says to the approved file, line by line. */
    public static void hold(Path file, List<String> lines) {
        try {
            if (Boolean.getBoolean("approve")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, String.join("\n", lines) + "\n");
            }
            assertThat(file).as("nobody has approved %s; %s", file, howTo()).exists();
            assertThat(difference(Files.readAllLines(file), lines))
                    .as("%s differs from what was approved (- approved, + now); %s", file, howTo())
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String howTo() {
        return "mvn test -Dtest=<this test> -Dapprove=true writes the files; read their difference, then commit";
    }

    /** The first lines that differ, each with its number. */
    public static List<String> difference(List<String> approved, List<String> now) {
        var shown = new ArrayList<String>();
        for (int i = 0; i < Math.max(approved.size(), now.size()) && shown.size() < MOST_SHOWN; i++) {
            String was = i < approved.size() ? approved.get(i) : null;
            String is = i < now.size() ? now.get(i) : null;
            if (was == null || !was.equals(is)) {
                if (was != null) {
                    shown.add((i + 1) + " - " + was);
                }
                if (is != null) {
                    shown.add((i + 1) + " + " + is);
                }
            }
        }
        return shown;
    }
}
