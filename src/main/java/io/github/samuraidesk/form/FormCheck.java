package io.github.samuraidesk.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Checks what was typed against the fields of a form and returns every fault, in the order of the fields. */
public final class FormCheck {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern HALF_WIDTH_KATAKANA = Pattern.compile("[\uFF61-\uFF9F]");
    private static final int MOST_ROWS = 2_000;
    /** Far outside any bond: a typing slip such as 20244 or 0204 must not become a date of the deal. */
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private final Predicate<String> printable;

    /** @param printable whether every character of a text can be set in the document fonts */
    public FormCheck(Predicate<String> printable) {
        this.printable = printable;
    }

    /** Whether a text is written as hashes are, lower-case hex. */
    public static boolean isSha256(String text) {
        return SHA_256.matcher(text).matches();
    }

    public List<Fault> check(List<Field> fields, FormValues values) {
        var faults = new ArrayList<Fault>();
        checkFields("", fields, values, faults);
        return faults;
    }

    private void checkFields(String prefix, List<Field> fields, FormValues values, List<Fault> faults) {
        Set<String> known = new HashSet<>();
        for (Field field : fields) {
            known.add(field.name());
            if (!field.isAsked(values)) {
                mustBeEmpty(prefix, fields, field, values, faults);
            } else if (field.type() == FieldType.TABLE) {
                checkTable(field, values, faults);
            } else {
                checkOne(prefix + field.name(), field, values.text(field.name()), faults);
            }
        }
        values.values().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> faults.add(Fault.of(prefix + name, "unknownField")));
        values.tables().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> faults.add(Fault.of(prefix + name, "unknownField")));
    }

    /** What is answered where nobody asked contradicts the answer that decides whether it is asked. */
    private static void mustBeEmpty(
            String prefix, List<Field> fields, Field field, FormValues values, List<Fault> faults) {
        if (field.asked() == null) {
            return;
        }
        String other = field.asked().field();
        // where the other is missing altogether, that is the fault, and there is nothing yet to contradict
        boolean missing =
                !values.has(other) && fields.stream().anyMatch(f -> f.name().equals(other) && f.required());
        boolean rows = !values.tables().getOrDefault(field.name(), List.of()).isEmpty();
        if (!missing && (rows || values.has(field.name()))) {
            faults.add(Fault.of(prefix + field.name(), "contradicts", other, values.text(other)));
        }
    }

    private void checkTable(Field table, FormValues values, List<Fault> faults) {
        List<Map<String, String>> rows = values.tables().getOrDefault(table.name(), List.of());
        if (values.values().containsKey(table.name())) {
            faults.add(Fault.of(table.name(), "notATable"));
            return;
        }
        if (table.required() && rows.isEmpty()) {
            faults.add(Fault.of(table.name(), "required"));
        }
        if (rows.size() > MOST_ROWS) {
            faults.add(Fault.of(table.name(), "tooManyRows", String.valueOf(MOST_ROWS)));
            return;
        }
        for (int row = 0; row < rows.size(); row++) {
            checkFields(table.name() + "[" + row + "].", table.columns(), FormValues.of(rows.get(row)), faults);
        }
    }

    private void checkOne(String path, Field field, String text, List<Fault> faults) {
        if (text.isEmpty()) {
            if (field.required()) {
                faults.add(Fault.of(path, "required"));
            }
            return;
        }
        if (text.length() > field.maxLength()) {
            faults.add(Fault.of(path, "tooLong", String.valueOf(text.length()), String.valueOf(field.maxLength())));
            return;
        }
        switch (field.type()) {
            case TEXT, LINES -> checkText(path, field, text, faults);
            case CHOICE -> {
                if (!field.choices().contains(text)) {
                    faults.add(Fault.of(path, "notAChoice", text, String.join(", ", field.choices())));
                }
            }
            case PICK -> {
                if (!field.choices().contains(text)) {
                    faults.add(Fault.of(path, field.refusal(), text, String.join(", ", field.choices())));
                }
            }
            case YES_NO -> {
                if (!text.equals("yes") && !text.equals("no")) {
                    faults.add(Fault.of(path, "notAChoice", text, "yes, no"));
                }
            }
            case WHOLE, DECIMAL, PERCENT, BASIS_POINTS, YEN, BILLION_YEN -> checkNumber(path, field, text, faults);
            case DATE -> checkDate(path, text, faults);
            case DATE_TIME -> {
                try {
                    checkDateLimits(path, LocalDateTime.parse(text).toLocalDate(), faults);
                } catch (DateTimeException e) {
                    faults.add(Fault.of(path, "notADateTime", text));
                }
            }
            case SHA256, SEEN, FILE -> {
                if (!isSha256(text)) {
                    faults.add(Fault.of(path, field.type() == FieldType.FILE ? "notAFile" : "notASha256", text));
                }
            }
            case TABLE -> throw new IllegalStateException("a table inside a table: " + path);
        }
    }

    private void checkText(String path, Field field, String text, List<Fault> faults) {
        if (HALF_WIDTH_KATAKANA.matcher(text).find()) {
            faults.add(Fault.of(path, "halfWidthKatakana"));
        }
        text.codePoints()
                .filter(c -> Character.isISOControl(c)
                        && !(field.type() == FieldType.LINES && (c == '\n' || c == '\r' || c == '\t')))
                .findFirst()
                .ifPresent(c -> faults.add(Fault.of(path, "controlCharacter", String.format("U+%04X", c))));
        text.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .mapToObj(Character::toString)
                .filter(printable.negate())
                .findFirst()
                .ifPresent(
                        c -> faults.add(Fault.of(path, "notPrintable", c, String.format("U+%04X", c.codePointAt(0)))));
        if (field.pattern() != null && !field.pattern().matcher(text).matches()) {
            faults.add(Fault.of(path, "wrongFormat", text, field.pattern().pattern()));
        }
    }

    private static void checkNumber(String path, Field field, String text, List<Fault> faults) {
        boolean mustBeWhole = field.type() == FieldType.WHOLE || field.type() == FieldType.YEN;
        boolean amount = mustBeWhole || field.type() == FieldType.BILLION_YEN;
        NumberText read = amount ? NumberText.readAmount(text) : NumberText.read(text);
        if (read.value().isEmpty()) {
            List<String> meanings = read.meanings();
            faults.add(
                    meanings.isEmpty()
                            ? Fault.of(path, "notANumber", text)
                            : meanings.size() == 1
                                    ? Fault.of(path, "decimalComma", text, meanings.get(0))
                                    : Fault.of(path, "commaOfTwoMeanings", text, meanings.get(0), meanings.get(1)));
            return;
        }
        BigDecimal number = read.value().get();
        // Precision and scale first: 1E+999999999 must not be expanded.
        if (number.precision() > 30 || Math.abs((long) number.scale()) > 30) {
            faults.add(Fault.of(path, "notANumber", text));
            return;
        }
        if (mustBeWhole && number.stripTrailingZeros().scale() > 0) {
            faults.add(Fault.of(path, "notWhole", text));
        }
        if (field.min() != null && number.compareTo(field.min()) < 0) {
            faults.add(Fault.of(path, "tooSmall", text, field.min().toPlainString()));
        }
        if (field.max() != null && number.compareTo(field.max()) > 0) {
            faults.add(Fault.of(path, "tooLarge", text, field.max().toPlainString()));
        }
    }

    private static void checkDate(String path, String text, List<Fault> faults) {
        try {
            checkDateLimits(path, LocalDate.parse(text), faults);
        } catch (DateTimeException e) {
            faults.add(Fault.of(path, "notADate", text));
        }
    }

    private static void checkDateLimits(String path, LocalDate date, List<Fault> faults) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            faults.add(Fault.of(path, "dateOutOfRange", date.toString(), EARLIEST.toString(), LATEST.toString()));
        }
    }
}
