package io.github.samuraidesk.disclosure;

import static io.github.samuraidesk.disclosure.WordStyles.attribute;
import static io.github.samuraidesk.disclosure.WordStyles.child;
import static io.github.samuraidesk.disclosure.WordStyles.children;
import static io.github.samuraidesk.disclosure.WordStyles.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Counts the lists of a DOCX as its word processor shows them (ISO/IEC 29500-1, 17.9): lists of one definition count on
 * together, an override restarts or reformats a level at its first use, a level begins anew after a higher one.
 */
final class WordNumbering {

    private static final Pattern PLACE = Pattern.compile("%([1-9])");
    private static final String KANJI = "〇一二三四五六七八九";
    private static final String LEGAL = "〇壱弐参四伍六七八九";
    private static final String IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
    private static final String AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final int LEVELS = 9;
    private static final int CIRCLED = 20;
    private static final int ROMAN = 3_999;

    private final WordStyles styles;
    private final Map<String, Element> numbers = new HashMap<>();
    private final Map<String, Element> definitions = new HashMap<>();
    private final Map<String, Element> definitionsOfStyles = new HashMap<>();
    private final Map<String, Integer[]> counters = new HashMap<>();
    private final Set<String> restarted = new HashSet<>();

    /** @param root element of {@code numbering.xml}, or null where the document has none */
    WordNumbering(@Nullable Element root, WordStyles styles) {
        this.styles = styles;
        if (root == null) {
            return;
        }
        for (Element e : children(root)) {
            if (e.getLocalName().equals("num")) {
                numbers.put(attribute(e, "numId").orElse(""), e);
            } else if (e.getLocalName().equals("abstractNum")) {
                definitions.put(attribute(e, "abstractNumId").orElse(""), e);
                value(e, "styleLink").ifPresent(s -> definitionsOfStyles.put(s, e));
            }
        }
    }

    /** @param unknownFormat a format of numbers without a rule here, or empty */
    record Label(String text, String unknownFormat) {
        static final Label NONE = new Label("", "");
    }

    /** The number or bullet that stands before a paragraph, with a blank behind it; asked once for each in their order. */
    Label next(Element paragraph) {
        String id = "";
        Optional<Integer> level = Optional.empty();
        String saidByStyle = "";
        Optional<Element> own = child(paragraph, "pPr").flatMap(p -> child(p, "numPr"));
        if (own.isPresent()) {
            id = value(own.get(), "numId").orElse("");
            level = value(own.get(), "ilvl").map(WordNumbering::level);
        }
        for (Element style : id.isEmpty() ? styles.paragraphStyles(paragraph) : List.<Element>of()) {
            Optional<Element> of = child(style, "pPr").flatMap(p -> child(p, "numPr"));
            if (of.isPresent() && id.isEmpty()) {
                id = value(of.get(), "numId").orElse("");
                saidByStyle = id.isEmpty() ? "" : attribute(style, "styleId").orElse("");
            }
            if (of.isPresent() && level.isEmpty()) {
                level = value(of.get(), "ilvl").map(WordNumbering::level);
            }
        }
        Element number = numbers.get(id);
        if (number == null || id.equals("0")) {
            return Label.NONE;
        }
        String definitionId = value(number, "abstractNumId").orElse("");
        Element definition = definition(definitionId);
        if (definition == null) {
            return Label.NONE;
        }
        int at = level.orElse(0);
        boolean saidByParagraph = own.flatMap(n -> child(n, "ilvl")).isPresent();
        if (!saidByStyle.isEmpty() && !saidByParagraph) {
            at = levelOf(definition, saidByStyle).orElse(at);
        }
        Element shown = level(number, definition, at);
        if (shown == null) {
            return Label.NONE;
        }
        Integer[] counts = counters.computeIfAbsent(
                attribute(definition, "abstractNumId").orElse(definitionId), key -> new Integer[LEVELS]);
        count(id, number, definition, at, counts);
        boolean hidden = child(shown, "rPr").flatMap(p -> child(p, "vanish")).isPresent();
        if (hidden) {
            return Label.NONE;
        }
        return label(number, definition, shown, counts);
    }

    private void count(String id, Element number, Element definition, int at, Integer[] counts) {
        Optional<Integer> restart =
                override(number, at).flatMap(o -> value(o, "startOverride")).map(Integer::parseInt);
        if (restart.isPresent() && restarted.add(id + "/" + at)) {
            counts[at] = restart.get();
        } else if (counts[at] == null) {
            counts[at] = start(level(number, definition, at));
        } else {
            counts[at]++;
        }
        for (int lower = at + 1; lower < LEVELS; lower++) {
            Element of = level(number, definition, lower);
            int after = of == null
                    ? lower
                    : value(of, "lvlRestart").map(Integer::parseInt).orElse(lower);
            // 0: never; otherwise after that level (from 1) or a higher one
            if (after > 0 && at < after) {
                counts[lower] = null;
            }
        }
    }

    private Label label(Element number, Element definition, Element shown, Integer[] counts) {
        String format = format(shown);
        String pattern = value(shown, "lvlText").orElse("");
        if (format.equals("bullet")) {
            boolean ownSign = pattern.codePoints().noneMatch(c -> c >= 0xE000 && c <= 0xF8FF)
                    && pattern.strip().length() == 1
                    && "・※◆◇●○■□▲△▼▽★☆◎→－".contains(pattern.strip());
            return new Label(ownSign ? pattern.strip() : "・", "");
        }
        boolean legal = child(shown, "isLgl")
                .filter(l -> attribute(l, "val").map(WordStyles::isOn).orElse(true))
                .isPresent();
        String unknown = "";
        Matcher place = PLACE.matcher(pattern);
        var text = new StringBuilder();
        while (place.find()) {
            int of = Integer.parseInt(place.group(1)) - 1;
            Element counted = level(number, definition, of);
            String printed = "";
            if (counted != null) {
                int n = counts[of] == null ? start(counted) : counts[of];
                String in = legal ? "decimal" : format(counted);
                Optional<String> known = formatted(in, n);
                unknown = known.isPresent() ? unknown : in;
                printed = known.orElse("");
            }
            place.appendReplacement(text, Matcher.quoteReplacement(printed));
        }
        place.appendTail(text);
        return new Label(text + (text.toString().isBlank() ? "" : " "), unknown);
    }

    /** A definition may stand for that of a style of lists. */
    private @Nullable Element definition(String id) {
        Element definition = definitions.get(id);
        Optional<String> link = definition == null ? Optional.empty() : value(definition, "numStyleLink");
        if (link.isEmpty()) {
            return definition;
        }
        Element linked = definitionsOfStyles.get(link.get());
        return linked != null
                ? linked
                : styles.numberingOf(link.get())
                        .flatMap(n -> value(n, "numId"))
                        .map(numbers::get)
                        .flatMap(n -> value(n, "abstractNumId"))
                        .map(definitions::get)
                        .orElse(definition);
    }

    private static Optional<Element> override(Element number, int level) {
        return children(number).stream()
                .filter(e -> e.getLocalName().equals("lvlOverride")
                        && attribute(e, "ilvl").map(WordNumbering::level).orElse(-1) == level)
                .findFirst();
    }

    private static @Nullable Element level(Element number, Element definition, int level) {
        return override(number, level)
                .flatMap(o -> child(o, "lvl"))
                .or(() -> children(definition).stream()
                        .filter(e -> e.getLocalName().equals("lvl")
                                && attribute(e, "ilvl")
                                                .map(WordNumbering::level)
                                                .orElse(-1)
                                        == level)
                        .findFirst())
                .orElse(null);
    }

    private static Optional<Integer> levelOf(Element definition, String style) {
        return children(definition).stream()
                .filter(e -> e.getLocalName().equals("lvl")
                        && value(e, "pStyle").orElse("").equals(style))
                .flatMap(e -> attribute(e, "ilvl").stream())
                .map(WordNumbering::level)
                .findFirst();
    }

    private static int level(String text) {
        return Math.max(0, Math.min(LEVELS - 1, Integer.parseInt(text.strip())));
    }

    private static int start(@Nullable Element level) {
        return level == null ? 1 : value(level, "start").map(Integer::parseInt).orElse(0);
    }

    private static String format(Element level) {
        return value(level, "numFmt")
                .or(() -> child(level, "AlternateContent").map(a -> "custom"))
                .orElse("decimal");
    }

    /** Empty for a format without a rule: another number than the author saw must not be filed. */
    static Optional<String> formatted(String format, int n) {
        return Optional.ofNullable(
                switch (format) {
                    case "none" -> "";
                    case "decimal", "decimalHalfWidth" -> String.valueOf(n);
                    case "decimalZero" -> n < 10 ? "0" + n : String.valueOf(n);
                    case "numberInDash" -> "- " + n + " -";
                    case "lowerLetter" -> letter(n, 'a');
                    case "upperLetter" -> letter(n, 'A');
                    case "lowerRoman" -> n <= 0 || n > ROMAN ? null : roman(n).toLowerCase(Locale.ROOT);
                    case "upperRoman" -> n <= 0 || n > ROMAN ? null : roman(n);
                    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                        n >= 1 && n <= CIRCLED ? String.valueOf((char) ('①' + n - 1)) : String.valueOf(n);
                    // ⑴ and ⒈ are outside the characters of EDINET
                    case "decimalEnclosedParen" -> "(" + n + ")";
                    case "decimalEnclosedFullstop" -> n + ".";
                    case "decimalFullWidth", "decimalFullWidth2" -> wide(n);
                    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" -> digits(n);
                    case "japaneseCounting", "chineseCounting", "chineseCountingThousand", "taiwaneseCounting" ->
                        n < 1 || n >= 100 ? null : kanji(n, KANJI, "十");
                    case "japaneseLegal" -> n < 1 || n >= 100 ? null : legal(n);
                    case "iroha", "irohaFullWidth" -> cycled(IROHA, n);
                    case "aiueo", "aiueoFullWidth" -> cycled(AIUEO, n);
                    case "ideographTraditional" -> n > STEMS.length() ? null : cycled(STEMS, n);
                    case "ideographZodiac" -> n > BRANCHES.length() ? null : cycled(BRANCHES, n);
                    case "ordinal" -> ordinal(n);
                    default -> null;
                });
    }

    private static String wide(int n) {
        var wide = new StringBuilder();
        String.valueOf(n).chars().forEach(c -> wide.append(c == '-' ? '－' : (char) (c - '0' + '０')));
        return wide.toString();
    }

    private static @Nullable String letter(int n, char first) {
        return n < 1 ? null : String.valueOf((char) (first + (n - 1) % 26)).repeat(1 + (n - 1) / 26);
    }

    private static @Nullable String cycled(String order, int n) {
        return n < 1 ? null : String.valueOf(order.charAt((n - 1) % order.length()));
    }

    private static String digits(int n) {
        var text = new StringBuilder();
        String.valueOf(n).chars().forEach(c -> text.append(KANJI.charAt(c - '0')));
        return text.toString();
    }

    private static String kanji(int n, String signs, String ten) {
        String tens = n < 10 ? "" : (n < 20 ? "" : String.valueOf(signs.charAt(n / 10))) + ten;
        return tens + (n % 10 == 0 ? "" : signs.charAt(n % 10));
    }

    private static String legal(int n) {
        String tens = n < 10 ? "" : LEGAL.charAt(n / 10) + "拾";
        return tens + (n % 10 == 0 ? "" : LEGAL.charAt(n % 10));
    }

    private static String ordinal(int n) {
        boolean teen = n % 100 >= 11 && n % 100 <= 13;
        String ending = teen
                ? "th"
                : switch (n % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return n + ending;
    }

    private static String roman(int n) {
        String[] letters = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        var text = new StringBuilder();
        int rest = n;
        for (int i = 0; i < values.length; i++) {
            for (; rest >= values[i]; rest -= values[i]) {
                text.append(letters[i]);
            }
        }
        return text.toString();
    }
}
