package io.github.samuraidesk.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form. Names are stable: they are the keys of saved drafts, of the REST body and of the wording
 * ({@code field.<name>}).
 *
 * @param name key of the field, unique in its form
 * @param maxLength longest text in UTF-16 units
 * @param min smallest number, in the unit of the type, or null
 * @param max largest number, in the unit of the type, or null
 * @param choices allowed values of a CHOICE, and of a PICK once it is known who asks and when
 * @param columns fields of one row of a TABLE
 * @param asked where this field is asked at all; null for everywhere
 * @param list name of the list that a PICK takes its choices from; otherwise empty
 * @param refusal code of the fault when a PICK names none of its choices
 * @param labels what people read for a choice of a PICK; a text that begins with # is a wording key
 * @param planned whether it names a day or moment to come: all others say what has happened
 */
public record Field(
        String name,
        FieldType type,
        boolean required,
        int maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Pattern pattern,
        List<String> choices,
        List<Field> columns,
        @Nullable Asked asked,
        String list,
        String refusal,
        Map<String, String> labels,
        boolean planned) {

    /**
     * A field is asked only where another field of its form, or of its row, has one of these values; the empty text stands
     * for no answer. Elsewhere an answer to it contradicts the other.
     */
    public record Asked(String field, List<String> values) {}

    private static final int ORDINARY_TEXT = 200;
    private static final int LONG_TEXT = 20_000;

    /** A field that is asked everywhere and has no list. */
    private Field(
            String name,
            FieldType type,
            boolean required,
            int maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Pattern pattern,
            List<String> choices,
            List<Field> columns) {
        this(name, type, required, maxLength, min, max, pattern, choices, columns, null, "", "", Map.of(), false);
    }

    /** A value that people choose from what the deal knows; the choices come with {@link #offering}. */
    public static Field pick(String name, String list, String refusal) {
        return new Field(
                name,
                FieldType.PICK,
                true,
                ORDINARY_TEXT,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                list,
                refusal,
                Map.of(),
                false);
    }

    /** The same field with its choices, in their order, and their labels. */
    public Field offering(Map<String, String> choicesWithLabels) {
        return new Field(
                name,
                type,
                required,
                maxLength,
                min,
                max,
                pattern,
                List.copyOf(choicesWithLabels.keySet()),
                columns,
                asked,
                list,
                refusal,
                Map.copyOf(choicesWithLabels),
                planned);
    }

    public Field withColumns(List<Field> others) {
        return new Field(
                name,
                type,
                required,
                maxLength,
                min,
                max,
                pattern,
                choices,
                List.copyOf(others),
                asked,
                list,
                refusal,
                labels,
                planned);
    }

    /** A needed field of a kind, with the limits that the kind has everywhere. */
    static Field of(String name, FieldType type) {
        Field plain = new Field(
                name,
                type,
                true,
                type == FieldType.LINES ? LONG_TEXT : ORDINARY_TEXT,
                null,
                null,
                null,
                List.of(),
                List.of());
        return switch (type) {
            case WHOLE, YEN -> plain.between("0", null);
            case BILLION_YEN -> plain.between("0", "5000");
            case BASIS_POINTS -> plain.between("-1000", "5000");
            case SEEN -> plain.optional();
            default -> plain;
        };
    }

    public static Field text(String name) {
        return of(name, FieldType.TEXT);
    }

    public static Field lines(String name) {
        return of(name, FieldType.LINES);
    }

    public static Field date(String name) {
        return of(name, FieldType.DATE);
    }

    /** Date and time in Japan, {@code yyyy-MM-ddTHH:mm}. */
    public static Field dateTime(String name) {
        return of(name, FieldType.DATE_TIME);
    }

    public static Field yesNo(String name) {
        return of(name, FieldType.YES_NO);
    }

    public static Field file(String name) {
        return of(name, FieldType.FILE);
    }

    public static Field sha256(String name) {
        return of(name, FieldType.SHA256);
    }

    /** Hash of what the page showed when it was opened; it travels with the form unseen. */
    public static Field seen(String name) {
        return of(name, FieldType.SEEN);
    }

    public static Field whole(String name) {
        return of(name, FieldType.WHOLE);
    }

    public static Field decimal(String name) {
        return of(name, FieldType.DECIMAL);
    }

    public static Field percent(String name) {
        return of(name, FieldType.PERCENT);
    }

    public static Field basisPoints(String name) {
        return of(name, FieldType.BASIS_POINTS);
    }

    public static Field yen(String name) {
        return of(name, FieldType.YEN);
    }

    public static Field billionYen(String name) {
        return of(name, FieldType.BILLION_YEN);
    }

    public static Field choice(String name, String... choices) {
        return new Field(name, FieldType.CHOICE, true, ORDINARY_TEXT, null, null, null, List.of(choices), List.of());
    }

    public static <E extends Enum<E>> Field choice(String name, Class<E> values) {
        return choice(
                name,
                java.util.Arrays.stream(values.getEnumConstants())
                        .map(Enum::name)
                        .toArray(String[]::new));
    }

    public static Field table(String name, Field... columns) {
        return new Field(name, FieldType.TABLE, true, ORDINARY_TEXT, null, null, null, List.of(), List.of(columns));
    }

    public Field optional() {
        return new Field(
                name, type, false, maxLength, min, max, pattern, choices, columns, asked, list, refusal, labels,
                planned);
    }

    public Field between(@Nullable String lowest, @Nullable String highest) {
        return new Field(
                name,
                type,
                required,
                maxLength,
                lowest == null ? null : new BigDecimal(lowest),
                highest == null ? null : new BigDecimal(highest),
                pattern,
                choices,
                columns,
                asked,
                list,
                refusal,
                labels,
                planned);
    }

    public Field matching(String regex) {
        return new Field(
                name,
                type,
                required,
                maxLength,
                min,
                max,
                Pattern.compile(regex),
                choices,
                columns,
                asked,
                list,
                refusal,
                labels,
                planned);
    }

    /** The same field for a day or moment that may lie ahead. */
    Field lyingAhead() {
        return new Field(
                name, type, required, maxLength, min, max, pattern, choices, columns, asked, list, refusal, labels,
                true);
    }

    public Field atMost(int characters) {
        return new Field(
                name,
                type,
                required,
                characters,
                min,
                max,
                pattern,
                choices,
                columns,
                asked,
                list,
                refusal,
                labels,
                planned);
    }

    public Field onlyIf(String otherField, String... values) {
        return new Field(
                name,
                type,
                required,
                maxLength,
                min,
                max,
                pattern,
                choices,
                columns,
                new Asked(otherField, List.of(values)),
                list,
                refusal,
                labels,
                planned);
    }

    /** Whether the other answers of its form, or of its row, ask for this field. */
    public boolean isAsked(FormValues others) {
        return asked == null || asked.values().contains(others.text(asked.field()));
    }
}
