package io.github.samuraidesk.market;

import io.github.samuraidesk.bond.Tenor;
import io.github.samuraidesk.form.Fault;
import io.github.samuraidesk.form.NumberText;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Quotes as people paste them: a line for each tenor, tenor then value, parted by comma, tab or spaces; or the Ministry
 * of Finance's file of government bond yields (国債金利情報, jgbcm.csv), Japanese or English, Shift_JIS or UTF-8.
 */
public final class QuoteText {

    private static final Pattern LINE = Pattern.compile("([0-9]{1,4}[DWMY])[,\\t ;]+([^,\\t ;].*)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,6}(\\.[0-9]{1,10})?");
    private static final Pattern MINISTRY_TENOR = Pattern.compile("([0-9]{1,2})(年|Y)");
    private static final Pattern ERA_DATE = Pattern.compile("([MTSHR])([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{1,2})");
    private static final Pattern WESTERN_DATE = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    private static final String NO_VALUE = "-";

    /**
     * @param quotes what could be read
     * @param date day in the file, where it names one
     * @param faults every line that could not be read, with its number from 1
     */
    public record Read(List<QuoteSet.Quote> quotes, Optional<LocalDate> date, List<Fault> faults) {}

    private QuoteText() {}

    /** Text of a file: UTF-8 with or without a mark, else Shift_JIS as the Ministry's Japanese files are. */
    public static String decoded(byte[] file) {
        Charset[] charsets = {StandardCharsets.UTF_8, Charset.forName("windows-31j")};
        for (Charset charset : charsets) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // the next charset is tried; the last one leaves through the return below
            }
        }
        return new String(file, StandardCharsets.UTF_8);
    }

    /**
     * @param field form field that faults name
     * @param on the day wanted of a file with several, or empty for its last
     */
    public static Read read(QuoteKind kind, String text, String field, Optional<LocalDate> on) {
        List<String> lines = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .lines()
                .map(String::strip)
                .toList();
        if (kind.shape() == QuoteKind.Shape.ONE_NUMBER) {
            return oneNumber(lines, field);
        }
        int header = ministryHeader(lines);
        return header >= 0 ? ministry(lines, header, field, on) : byTenor(lines, field);
    }

    private static Read oneNumber(List<String> lines, String field) {
        List<String> given = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (given.size() != 1 || !isNumber(given.get(0))) {
            Fault fault = (given.size() == 1 ? commaAsked(given.get(0), field) : Optional.<Fault>empty())
                    .orElseGet(() -> Fault.of(field, "oneNumberWanted"));
            return new Read(List.of(), Optional.empty(), List.of(fault));
        }
        BigDecimal value = new BigDecimal(given.get(0));
        return value.signum() <= 0
                ? new Read(List.of(), Optional.empty(), List.of(Fault.of(field, "mustBeAboveZero")))
                : new Read(List.of(new QuoteSet.Quote("", value)), Optional.empty(), List.of());
    }

    private static Read byTenor(List<String> lines, String field) {
        List<QuoteSet.Quote> quotes = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        LocalDate before = LocalDate.EPOCH;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line.toUpperCase(java.util.Locale.ROOT));
            String number = Integer.toString(i + 1);
            if (!parts.matches()) {
                faults.add(Fault.of(field, "quoteLineNotRead", number, line));
                continue;
            }
            if (!isNumber(parts.group(2))) {
                faults.add(commaAsked(parts.group(2), field)
                        .orElseGet(() -> Fault.of(field, "quoteNotANumber", number, parts.group(2))));
                continue;
            }
            Tenor tenor = Tenor.parse(parts.group(1));
            LocalDate end = tenor.after(LocalDate.EPOCH);
            if (!seen.add(tenor.toString()) || end.equals(before)) {
                faults.add(Fault.of(field, "tenorTwice", number, tenor.toString()));
            } else if (end.isBefore(before)) {
                faults.add(Fault.of(field, "tenorOutOfOrder", number, tenor.toString()));
            } else {
                quotes.add(new QuoteSet.Quote(tenor.toString(), new BigDecimal(parts.group(2))));
                before = end;
            }
        }
        if (quotes.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.of(field, "noQuotes"));
        }
        return new Read(quotes, Optional.empty(), faults);
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** What to ask of a quote with a comma: 0,965 is 0.965, and never 965. */
    private static Optional<Fault> commaAsked(String text, String field) {
        List<String> meanings = NumberText.read(text).meanings();
        return switch (meanings.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Fault.of(field, "decimalComma", text, meanings.get(0)));
            default -> Optional.of(Fault.of(field, "commaOfTwoMeanings", text, meanings.get(0), meanings.get(1)));
        };
    }

    private static int ministryHeader(List<String> lines) {
        for (int i = 0; i < Math.min(3, lines.size()); i++) {
            if (lines.get(i).startsWith("基準日,") || lines.get(i).startsWith("Date,")) {
                return i;
            }
        }
        return -1;
    }

    private static Read ministry(List<String> lines, int header, String field, Optional<LocalDate> on) {
        String[] names = lines.get(header).split(",", -1);
        List<Fault> faults = new ArrayList<>();
        String[] found = null;
        LocalDate foundDate = LocalDate.MIN;
        for (int i = header + 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            Optional<LocalDate> date = date(cells[0].strip());
            if (date.isEmpty()) {
                // notes of the publisher follow the table
                continue;
            }
            boolean wanted =
                    on.isEmpty() ? !date.get().isBefore(foundDate) : on.get().equals(date.get());
            if (wanted) {
                found = cells;
                foundDate = date.get();
            }
        }
        if (found == null) {
            faults.add(Fault.of(field, "noRowOfDay", on.map(LocalDate::toString).orElse("")));
            return new Read(List.of(), Optional.empty(), faults);
        }
        List<QuoteSet.Quote> quotes = new ArrayList<>();
        for (int column = 1; column < Math.min(names.length, found.length); column++) {
            Matcher tenor = MINISTRY_TENOR.matcher(names[column].strip());
            String value = found[column].strip();
            if (!tenor.matches() || value.isEmpty() || value.equals(NO_VALUE)) {
                continue;
            }
            if (NUMBER.matcher(value).matches()) {
                quotes.add(new QuoteSet.Quote(tenor.group(1) + "Y", new BigDecimal(value)));
            } else {
                faults.add(Fault.of(field, "quoteNotANumber", tenor.group(1) + "Y", value));
            }
        }
        if (quotes.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.of(field, "noQuotes"));
        }
        return new Read(quotes, Optional.of(foundDate), faults);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            Matcher era = ERA_DATE.matcher(text);
            if (era.matches()) {
                JapaneseEra name = switch (era.group(1)) {
                    case "R" -> JapaneseEra.REIWA;
                    case "H" -> JapaneseEra.HEISEI;
                    case "S" -> JapaneseEra.SHOWA;
                    case "T" -> JapaneseEra.TAISHO;
                    default -> JapaneseEra.MEIJI;
                };
                return Optional.of(LocalDate.from(JapaneseDate.of(
                        name,
                        Integer.parseInt(era.group(2)),
                        Integer.parseInt(era.group(3)),
                        Integer.parseInt(era.group(4)))));
            }
            Matcher western = WESTERN_DATE.matcher(text);
            return western.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(western.group(1)),
                            Integer.parseInt(western.group(2)),
                            Integer.parseInt(western.group(3))))
                    : Optional.empty();
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
