package io.github.samuraidesk.nets;

import io.github.samuraidesk.rehearsal.Cast;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What several people read at one address: those who read the same stand together, the first in full, the others by the
 * lines in which they differ from the nearest before them.
 */
final class Readings {

    private final Map<List<String>, List<Cast>> byText = new LinkedHashMap<>();

    void add(Cast reader, List<String> text) {
        byText.computeIfAbsent(text, k -> new ArrayList<>()).add(reader);
    }

    /** @param heading what was read */
    List<String> lines(String heading) {
        var lines = new ArrayList<String>();
        var before = new ArrayList<List<String>>();
        byText.forEach((text, readers) -> {
            if (before.isEmpty()) {
                lines.add("=== " + heading + " — " + names(readers));
                lines.addAll(text);
            } else {
                List<String> nearest = before.get(0);
                List<String> least = LineDifference.of(nearest, text);
                for (List<String> other : before.subList(1, before.size())) {
                    List<String> difference = LineDifference.of(other, text);
                    if (difference.size() < least.size()) {
                        nearest = other;
                        least = difference;
                    }
                }
                lines.add("--- " + heading + " — " + names(readers) + " — as " + names(byText.get(nearest)) + ", but");
                lines.addAll(least);
            }
            before.add(text);
        });
        return lines;
    }

    private static String names(List<Cast> readers) {
        return readers.stream().map(c -> c.role().name()).collect(Collectors.joining(", "));
    }
}
