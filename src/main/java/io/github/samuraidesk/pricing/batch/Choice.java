package io.github.samuraidesk.pricing.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts that a column takes and what each means. */
final class Choice<T> {

    private record Option<T>(byte[] text, T meaning) {}

    private final List<Option<T>> options = new ArrayList<>();

    /** @param texts in the order in which a finding names them */
    @SafeVarargs
    static <T> Choice<T> of(Map.Entry<String, T>... texts) {
        Choice<T> choice = new Choice<>();
        for (Map.Entry<String, T> text : texts) {
            choice.options.add(new Option<>(text.getKey().getBytes(StandardCharsets.US_ASCII), text.getValue()));
        }
        return choice;
    }

    @Nullable
    T read(CsvLine line, int cell) {
        for (int i = 0; i < options.size(); i++) {
            Option<T> option = options.get(i);
            if (Arrays.equals(option.text, 0, option.text.length, line.bytes(), line.start(cell), line.end(cell))) {
                return option.meaning;
            }
        }
        return null;
    }

    String texts() {
        return options.stream()
                .map(option -> new String(option.text, StandardCharsets.US_ASCII))
                .collect(Collectors.joining(", "));
    }
}
