package io.github.samuraidesk.edinet;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Reads an HTML file once from front to back and reports what the file alone can show: rules E009 to E015, E022, E024,
 * E025, E027, E029, E030, E033 and E034. A parser would repair the source, and the source is what EDINET looks at.
 */
final class HtmlCheck {

    /** What a file is within its folder. */
    enum Role {
        COVER,
        BODY,
        OTHER
    }

    private static final Set<String> BLOCKS = Set.of(
            ("html body head div p h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr td th ul ol li dl dt dd br hr"
                            + " center blockquote address section article header footer main nav aside figure")
                    .split(" "));
    private static final Set<String> RAW_TEXT = Set.of("script", "style", "title", "textarea", "xmp");
    private static final Pattern PIXELS = Pattern.compile("(?:^|[;{\\s])(?:min-)?width\\s*:\\s*(\\d{1,6})px");
    private static final Pattern URL = Pattern.compile("url\\(\\s*['\"]?([^'\")]*)");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*['\"]?\\s*([A-Za-z0-9_-]+)");
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*['\"]([^'\"]*)");
    private static final Pattern EDINET_CODE = Pattern.compile("EDINETコード[\\s:：】]*([0-9A-Za-z]+)");
    private static final Pattern DOCUMENT_ID = Pattern.compile("書類管理番号[\\s:：】]*([0-9A-Za-z]+)");
    private static final Pattern NOTE = Pattern.compile("^[（(].*[）)]$");

    /** A file that honest people write has far fewer; beyond it the rest is not followed up. */
    private static final int MAX_KEPT = 20_000;

    /** No path within a package is longer than 259 characters. */
    private static final int MAX_TARGET = 1_000;

    private final EdinetRules rules;
    private final Characters characters;
    private final Set<String> forbiddenTags;
    private final Set<String> inlineTags;
    private final Set<String> forbiddenAttributes = new HashSet<>();
    private final List<String> forbiddenPrefixes = new ArrayList<>();
    private final Set<String> inlineAttributes;
    private final Map<String, String> linkAttributes = new LinkedHashMap<>();
    private final Set<String> languages;
    private final Set<String> knownItems;
    private final double preferredWidth;
    private final double maxWidth;
    private final long maxHeading;

    HtmlCheck(EdinetRules rules) {
        this.rules = rules;
        this.characters = new Characters(rules);
        this.forbiddenTags = Set.copyOf(rules.words("E011", "tags"));
        this.inlineTags = Set.copyOf(rules.words("E011", "inlineOnly"));
        for (String attribute : rules.words("E012", "attributes")) {
            if (attribute.endsWith("*")) {
                forbiddenPrefixes.add(attribute.substring(0, attribute.length() - 1));
            } else {
                forbiddenAttributes.add(attribute);
            }
        }
        this.inlineAttributes = Set.copyOf(rules.words("E012", "inlineOnly"));
        for (String link : rules.words("E013", "links")) {
            int at = link.indexOf('@');
            linkAttributes.put(link.substring(0, Math.max(0, at)), link.substring(at + 1));
        }
        this.languages = Set.copyOf(rules.words("E014", "values"));
        var items = new HashSet<>(rules.words("E022", "known"));
        items.addAll(rules.words("E022", "first"));
        rules.words("E022", "required").forEach(item -> items.addAll(List.of(item.split("\\|"))));
        this.knownItems = Set.copyOf(items);
        this.preferredWidth = rules.decimal("E015", "preferred");
        this.maxWidth = rules.decimal("E015", "max");
        this.maxHeading = rules.number("E025", "maxBytes");
    }

    /**
     * @param source the file as text
     * @param whole whether {@code source} is the whole file
     * @param readable whether the text is really what the file says, and not a guess at its encoding
     */
    HtmlPage check(String file, Role role, String source, boolean whole, boolean readable, FaultList faults) {
        if (readable) {
            characters(file, source, faults);
        }
        var scan = new Scan(file, role, source, whole, faults);
        scan.run();
        scan.finish(readable);
        return new HtmlPage(scan.links, scan.ids, scan.headings, scan.document, whole);
    }

    /** E029 on the source itself: a numeric reference is the sanctioned way to write a character outside the set. */
    private void characters(String file, String source, FaultList faults) {
        int line = 1;
        for (int i = 0, length = source.length(); i < length; i++) {
            char c = source.charAt(i);
            if (c == '\n') {
                line++;
            } else if (!characters.isAllowed(c)) {
                int codePoint = source.codePointAt(i);
                String hex = String.format(Locale.ROOT, "U+%04X", codePoint);
                if (codePoint >= 0xff61 && codePoint <= 0xff9f) {
                    faults.add("E029", file, line, "halfWidthKatakana", Character.toString(codePoint), hex);
                } else if (Character.isISOControl(codePoint)) {
                    faults.add("E029", file, line, "controlCharacter", hex);
                } else {
                    faults.add("E029", file, line, "characterOutside", Character.toString(codePoint), hex);
                }
                i += Character.charCount(codePoint) - 1;
            }
        }
    }

    private final class Scan {

        private final String file;
        private final Role role;
        private final String source;
        private final boolean whole;
        private final FaultList faults;
        private final boolean inline;

        private final List<HtmlPage.Link> links = new ArrayList<>();
        private final Set<String> linksSeen = new HashSet<>();
        private final Set<String> ids = new HashSet<>();
        private final List<Heading> headings = new ArrayList<>();
        private final Set<String> items = new HashSet<>();
        private String document = "";

        private int lineAt;
        private int line = 1;

        private int doctypes;
        private int heads;
        private int bodies;
        private boolean charset;
        private String charsetSeen = "";

        private final StringBuilder text = new StringBuilder();
        private int textLine;
        private boolean brackets;
        private int openBrackets;
        private boolean anchorOpen;
        private boolean anchorInText;
        private int markAt = -1;
        private boolean anyText;
        private String lastItem = "";

        Scan(String file, Role role, String source, boolean whole, FaultList faults) {
            this.file = file;
            this.role = role;
            this.source = source;
            this.whole = whole;
            this.faults = faults;
            this.inline = source.contains("<ix:");
        }

        void run() {
            int i = source.startsWith("\uFEFF") ? 1 : 0;
            int length = source.length();
            while (i < length) {
                int tag = source.indexOf('<', i);
                if (tag < 0) {
                    text(i, length);
                    break;
                }
                text(i, tag);
                i = markup(tag);
            }
            flush();
        }

        /** Takes what starts at a {@code <} and says where it ends. */
        private int markup(int at) {
            int length = source.length();
            char next = at + 1 < length ? source.charAt(at + 1) : ' ';
            if (source.startsWith("<!--", at)) {
                int end = source.indexOf("-->", at + 4);
                return end < 0 ? length : end + 3;
            }
            if (next == '!' || next == '?') {
                int end = source.indexOf('>', at);
                end = end < 0 ? length : end + 1;
                if (source.regionMatches(true, at, "<!doctype", 0, 9)) {
                    if (++doctypes == rules.number("E010", "max") + 1) {
                        faults.add("E010", file, lineOf(at), "doctypes", rules.number("E010", "max"));
                    }
                } else if (source.startsWith("<?xml ", at)) {
                    Matcher encoding = ENCODING.matcher(source.substring(at, end));
                    if (encoding.find()) {
                        charset(encoding.group(1), at);
                    }
                }
                return end;
            }
            if (next == '/' && at + 2 < length && isLetter(source.charAt(at + 2))) {
                int end = source.indexOf('>', at);
                int nameEnd = nameEnd(at + 2);
                String name = source.substring(at + 2, nameEnd).toLowerCase(Locale.ROOT);
                tagBoundary(name, at);
                if (name.equals("a")) {
                    anchorOpen = false;
                }
                return end < 0 ? length : end + 1;
            }
            if (isLetter(next)) {
                return startTag(at);
            }
            text(at, at + 1);
            return at + 1;
        }

        private int startTag(int at) {
            int length = source.length();
            int i = nameEnd(at + 1);
            String name = source.substring(at + 1, i).toLowerCase(Locale.ROOT);
            tagBoundary(name, at);
            var attributes = new LinkedHashMap<String, String>();
            while (i < length) {
                char c = source.charAt(i);
                if (c == '>') {
                    i++;
                    break;
                }
                if (c <= ' ' || c == '/') {
                    i++;
                    continue;
                }
                int start = i;
                while (i < length && "=>/".indexOf(source.charAt(i)) < 0 && source.charAt(i) > ' ') {
                    i++;
                }
                if (i == start) {
                    i++;
                }
                String attribute = source.substring(start, i).toLowerCase(Locale.ROOT);
                while (i < length && source.charAt(i) <= ' ') {
                    i++;
                }
                String value = "";
                if (i < length && source.charAt(i) == '=') {
                    i++;
                    while (i < length && source.charAt(i) <= ' ') {
                        i++;
                    }
                    char quote = i < length ? source.charAt(i) : ' ';
                    int from = i;
                    if (quote == '"' || quote == '\'') {
                        int end = source.indexOf(quote, i + 1);
                        end = end < 0 ? length : end;
                        value = source.substring(from + 1, Math.max(from + 1, end));
                        i = Math.min(length, end + 1);
                    } else {
                        while (i < length && source.charAt(i) > ' ' && source.charAt(i) != '>') {
                            i++;
                        }
                        value = source.substring(from, i);
                    }
                }
                if (attributes.size() < 1000) {
                    attributes.putIfAbsent(attribute, value);
                }
            }
            element(name, attributes, at);
            if (RAW_TEXT.contains(name) && source.charAt(i - 1) == '>' && source.charAt(i - 2) != '/') {
                int end = indexOfEnd(name, i);
                if (name.equals("style")) {
                    style(source.substring(i, end), at);
                }
                return end;
            }
            return i;
        }

        private int indexOfEnd(String name, int from) {
            for (int at = source.indexOf("</", from); at >= 0; at = source.indexOf("</", at + 2)) {
                if (source.regionMatches(true, at + 2, name, 0, name.length())) {
                    return at;
                }
            }
            return source.length();
        }

        /** A tag ends the line of text when it is a block, and must not stand within a heading when it is not. */
        private void tagBoundary(String name, int at) {
            if (BLOCKS.contains(name)) {
                if (openBrackets > 0 && (role == Role.BODY || role == Role.COVER)) {
                    faults.add("E025", file, lineOf(at), name.equals("br") ? "headingTag" : "headingUnclosed", name);
                    openBrackets = 0;
                    if (name.equals("br")) {
                        return;
                    }
                    discard();
                }
                flush();
            } else if (openBrackets > 0 && role != Role.OTHER) {
                faults.add("E025", file, lineOf(at), "headingTag", name);
            }
        }

        private void element(String name, Map<String, String> attributes, int at) {
            if (forbiddenTags.contains(name) || inline && inlineTags.contains(name)) {
                faults.add("E011", file, lineOf(at), "forbiddenTag", name);
            }
            switch (name) {
                case "head" -> heads++;
                case "body" -> bodies++;
                case "meta" -> meta(attributes, at);
                case "del", "img" -> {
                    markAt = text.length();
                    if (!headings.isEmpty() && text.toString().isBlank() && name.equals("img")) {
                        headings.set(
                                headings.size() - 1,
                                headings.get(headings.size() - 1).followedBy(""));
                    }
                }
                case "a" -> {
                    anchorOpen = true;
                    anchorInText = true;
                }
                default -> {}
            }
            for (var attribute : attributes.entrySet()) {
                attribute(attribute.getKey(), attribute.getValue(), at);
            }
            String linked = linkAttributes.get(name);
            String target = linked == null ? null : attributes.get(linked);
            if (target != null) {
                link(name, target, at);
            }
        }

        private void attribute(String name, String value, int at) {
            if (forbiddenAttributes.contains(name)
                    || forbiddenPrefixes.stream().anyMatch(name::startsWith)
                    || inline && inlineAttributes.contains(name)) {
                faults.add("E012", file, lineOf(at), "forbiddenAttribute", name);
            }
            switch (name) {
                case "id", "name" -> {
                    if (ids.size() < MAX_KEPT && value.length() <= MAX_TARGET) {
                        ids.add(decoded(value));
                    }
                }
                case "lang", "xml:lang" -> {
                    if (!languages.contains(value.strip().toLowerCase(Locale.ROOT))) {
                        faults.add("E014", file, lineOf(at), "language", value);
                    }
                }
                case "width" -> {
                    String digits = value.strip().replaceFirst("px$", "");
                    if (digits.matches("\\d{1,6}")) {
                        width(Integer.parseInt(digits), at);
                    }
                }
                case "style" -> style(value, at);
                case "background" -> link("style", value, at);
                default -> {}
            }
        }

        private void style(String css, int at) {
            if (css.contains("width")) {
                Matcher pixels = PIXELS.matcher(css);
                while (pixels.find()) {
                    width(Integer.parseInt(pixels.group(1)), at);
                }
            }
            if (css.contains("url(")) {
                Matcher url = URL.matcher(css);
                while (url.find()) {
                    link("style", url.group(1), at);
                }
            }
        }

        private void width(int pixels, int at) {
            if (pixels > maxWidth) {
                faults.add("E015", file, lineOf(at), "tooWide", pixels, (int) maxWidth);
            } else if (pixels > preferredWidth) {
                faults.addInfo("E015", file, lineOf(at), "wide", pixels, (int) preferredWidth);
            }
        }

        private void meta(Map<String, String> attributes, int at) {
            String equivalent = attributes.getOrDefault("http-equiv", "");
            if (attributes.containsKey("charset")) {
                charset(attributes.getOrDefault("charset", ""), at);
            } else if (equivalent.equalsIgnoreCase("content-type")) {
                Matcher found = CHARSET.matcher(attributes.getOrDefault("content", ""));
                charset(found.find() ? found.group(1) : "", at);
            } else if (equivalent.equalsIgnoreCase("refresh")) {
                faults.add("E013", file, lineOf(at), "linkRefresh");
            }
        }

        private void charset(String name, int at) {
            if (name.strip().equalsIgnoreCase(rules.charset("E008", "charset").name())) {
                charset = true;
            } else if (charsetSeen.isEmpty()) {
                charsetSeen = name.isBlank() ? "-" : name;
                faults.add("E008", file, lineOf(at), "charsetOther", charsetSeen);
            }
        }

        private void link(String tag, String value, int at) {
            String target = decoded(value.length() > MAX_TARGET ? value.substring(0, MAX_TARGET) : value)
                    .strip();
            if (links.size() < MAX_KEPT && linksSeen.add(tag + " " + target)) {
                links.add(new HtmlPage.Link(tag, target, lineOf(at)));
            }
        }

        private void text(int from, int to) {
            if (from >= to) {
                return;
            }
            boolean reference = false;
            boolean visible = false;
            for (int i = from; i < to; i++) {
                char c = source.charAt(i);
                if (c > ' ') {
                    if (!visible && text.length() == 0) {
                        textLine = lineOf(i);
                    }
                    visible = true;
                    if (c == '&') {
                        reference = true;
                    } else if (c == '【') {
                        brackets = true;
                        openBrackets++;
                    } else if (c == '】') {
                        brackets = true;
                        openBrackets = Math.max(0, openBrackets - 1);
                    }
                }
            }
            if (!visible && text.length() == 0) {
                return;
            }
            if (!reference) {
                text.append(source, from, to);
                return;
            }
            String plain = decoded(source.substring(from, to));
            text.append(plain);
            if (plain.indexOf('【') >= 0 || plain.indexOf('】') >= 0) {
                brackets = true;
                openBrackets = 0;
                for (int i = 0; i < text.length(); i++) {
                    openBrackets += text.charAt(i) == '【' ? 1 : text.charAt(i) == '】' && openBrackets > 0 ? -1 : 0;
                }
            }
        }

        private void discard() {
            text.setLength(0);
            brackets = false;
            openBrackets = 0;
            markAt = -1;
            anchorInText = anchorOpen;
            anyText = true;
        }

        /** Takes the line of text that a block ends. */
        private void flush() {
            if (text.length() > 0) {
                String plain = trimmed(text.toString());
                if (!plain.isEmpty()) {
                    switch (role) {
                        case COVER -> coverLine(plain);
                        case BODY -> bodyLine(plain);
                        default -> {}
                    }
                    anyText = true;
                }
                text.setLength(0);
            }
            brackets = false;
            openBrackets = 0;
            markAt = -1;
            anchorInText = anchorOpen;
        }

        private void bodyLine(String plain) {
            if (brackets) {
                heading(plain);
                return;
            }
            if (!anyText) {
                faults.add("E024", file, textLine, "bodyStart", start(plain));
            }
            if (!headings.isEmpty() && !headings.get(headings.size() - 1).hasContent()) {
                headings.set(
                        headings.size() - 1, headings.get(headings.size() - 1).followedBy(start(plain)));
            }
            numbers(plain);
        }

        private void heading(String plain) {
            int open = plain.indexOf('【');
            int close = plain.indexOf('】');
            if (open < 0 || close < open) {
                faults.add(
                        "E025", file, textLine, close < 0 || open < 0 ? "bracketAlone" : "bracketText", start(plain));
                return;
            }
            String before = plain.substring(0, open);
            String number = before.strip();
            String title = plain.substring(open + 1, close);
            String after = trimmed(plain.substring(close + 1));
            if (!HeadingNumber.isLabel(number)) {
                faults.add("E025", file, textLine, "bracketText", start(plain));
                return;
            }
            if (title.indexOf('【') >= 0 || after.startsWith("】")) {
                faults.add("E025", file, textLine, "headingNested", start(plain));
            } else if (after.indexOf('【') >= 0) {
                faults.add("E025", file, textLine, "headingTwice", start(plain));
            } else if (!after.isEmpty() && !NOTE.matcher(after).matches()) {
                faults.add("E025", file, textLine, "bracketText", start(plain));
            }
            bracketTitle(title);
            if (anchorInText) {
                faults.add("E025", file, textLine, "headingTag", "a");
            }
            if (markAt > 0 && text.indexOf("【") >= markAt && !number.isEmpty()) {
                faults.add("E025", file, textLine, "headingTag", "del / img");
            }
            if (!number.isEmpty() && before.endsWith("\u3000")) {
                faults.add("E027", file, textLine, "headingSpace", start(plain));
            }
            if (HeadingNumber.isMixed(number)) {
                faults.add("E027", file, textLine, "headingNumberMixed", number);
            }
            if (HeadingNumber.hasMixedPair(title)) {
                faults.add("E027", file, textLine, "headingPairMixed", title);
            }
            if (headings.size() < MAX_KEPT) {
                headings.add(new Heading(textLine, number, start(title.strip()), false, ""));
            }
        }

        private void bracketTitle(String title) {
            if (title.isBlank()) {
                faults.add("E025", file, textLine, "headingEmpty");
            }
            int bytes = title.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > maxHeading) {
                faults.add("E025", file, textLine, "headingLong", start(title), bytes, maxHeading);
            }
        }

        private void coverLine(String plain) {
            if (!lastItem.isEmpty() && !brackets) {
                itemValue(lastItem, plain);
            }
            numbersOnCover(plain);
            int open = plain.indexOf('【');
            if (!brackets) {
                return;
            }
            int close = plain.indexOf('】', Math.max(0, open));
            if (open < 0 || close < 0) {
                faults.add("E025", file, textLine, "bracketAlone", start(plain));
                return;
            }
            String item = plain.substring(open + 1, close);
            if (item.indexOf('【') >= 0) {
                faults.add("E025", file, textLine, "headingNested", start(plain));
                return;
            }
            bracketTitle(item);
            String first = rules.words("E022", "first").get(0);
            if (items.isEmpty() && !item.equals(first)) {
                faults.add("E022", file, textLine, "coverFirst", item, first);
            } else if (!knownItems.contains(item)) {
                faults.add("E022", file, textLine, "coverItemUnknown", item);
            }
            items.add(item);
            lastItem = item;
            String after = trimmed(plain.substring(close + 1));
            if (after.indexOf('【') >= 0) {
                faults.add("E025", file, textLine, "headingTwice", start(plain));
            } else if (!after.isEmpty()) {
                itemValue(item, after);
            }
        }

        private void itemValue(String item, String value) {
            lastItem = "";
            if (item.equals("提出書類") && document.isEmpty()) {
                document = start(value);
            }
            if (rules.words("E034", "item").contains(item)) {
                String plain = Normalizer.normalize(value, Normalizer.Form.NFKC)
                        .replaceAll("[\u2212\u2010\u2011\u2013\u2014\u2015\u30fc]", "-")
                        .strip();
                if (plain.chars().noneMatch(Character::isDigit)) {
                    faults.addInfo("E034", file, textLine, "supplementNumberOpen", start(value));
                } else if (!rules.pattern("E034", "number").matcher(plain).matches()) {
                    faults.add("E034", file, textLine, "supplementNumber", start(value));
                }
            }
        }

        private void numbersOnCover(String plain) {
            Matcher code = EDINET_CODE.matcher(plain);
            if (code.find()
                    && !rules.pattern("E033", "edinetCode")
                            .matcher(code.group(1))
                            .matches()) {
                faults.add("E033", file, textLine, "edinetCode", code.group(1));
            }
            Matcher id = DOCUMENT_ID.matcher(plain);
            if (id.find()
                    && !rules.pattern("E033", "documentId").matcher(id.group(1)).matches()) {
                faults.add("E033", file, textLine, "documentId", id.group(1));
            }
        }

        private void numbers(String plain) {
            boolean digits = false;
            for (int i = 0; i < plain.length() && !digits; i++) {
                char c = plain.charAt(i);
                digits = c >= '0' && c <= '9' || c >= '０' && c <= '９';
            }
            if (!digits) {
                return;
            }
            for (String kind : new String[] {"mixed", "date", "money"}) {
                Matcher found = rules.pattern("E030", kind).matcher(plain);
                if (found.find()) {
                    faults.add("E030", file, textLine, "number." + kind, found.group());
                }
            }
        }

        void finish(boolean readable) {
            if (heads != 1 && rules.words("E009", "tags").contains("head") && (whole || heads > 1)) {
                faults.add("E009", file, 0, heads == 0 ? "tagMissing" : "tagTwice", "head");
            }
            if (bodies != 1 && rules.words("E009", "tags").contains("body") && (whole || bodies > 1)) {
                faults.add("E009", file, 0, bodies == 0 ? "tagMissing" : "tagTwice", "body");
            }
            if (readable && whole && !charset && charsetSeen.isEmpty()) {
                faults.add("E008", file, 0, "charsetMissing");
            }
            if (role == Role.BODY && !anyText && whole) {
                faults.add("E024", file, 0, "bodyEmpty");
            }
            if (role == Role.COVER && whole) {
                if (items.isEmpty()) {
                    String first = rules.words("E022", "first").get(0);
                    faults.add("E022", file, 0, "coverItemMissing", first);
                }
                for (String item : rules.words("E022", "required")) {
                    if (List.of(item.split("\\|")).stream().noneMatch(items::contains)) {
                        faults.add("E022", file, 0, "coverItemMissing", item.replace("|", " / "));
                    }
                }
            }
        }

        private int nameEnd(int from) {
            int i = from;
            while (i < source.length()
                    && source.charAt(i) > ' '
                    && source.charAt(i) != '>'
                    && source.charAt(i) != '/') {
                i++;
            }
            return i;
        }

        /** Positions only grow, so the lines between the last one and this are counted once. */
        private int lineOf(int at) {
            for (; lineAt < at; lineAt++) {
                if (source.charAt(lineAt) == '\n') {
                    line++;
                }
            }
            return line;
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String start(String text) {
        return text.length() > 60 ? text.substring(0, 60) : text;
    }

    /** Strips blanks of every width, and makes one blank of a line break. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || Character.isWhitespace(c);
    }

    private static String decoded(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }
}
