package io.github.samuraidesk.deal;

import java.util.regex.Pattern;

/** Business key of a deal and of its process instance, for example {@code SVN-2024}. */
public record DealId(String value) {

    public static final String FORMAT = "[A-Z0-9][A-Z0-9-]{1,39}";
    private static final Pattern PATTERN = Pattern.compile(FORMAT);

    /** @throws IllegalArgumentException when the text is no deal id */
    public DealId {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a deal id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
