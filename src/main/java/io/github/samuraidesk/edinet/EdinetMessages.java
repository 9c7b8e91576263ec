package io.github.samuraidesk.edinet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says in words what a fault is and how to mend it, in English or Japanese. */
public final class EdinetMessages {

    private static final Map<Locale, EdinetMessages> READ = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Properties texts;

    private EdinetMessages(Locale locale, Properties texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /** The wording of a language: Japanese, simplified or traditional Chinese, else English. */
    public static EdinetMessages of(Locale locale) {
        Locale spoken = switch (locale.getLanguage()) {
            case "ja" -> Locale.JAPANESE;
            case "zh" ->
                locale.equals(Locale.TRADITIONAL_CHINESE) ? Locale.TRADITIONAL_CHINESE : Locale.SIMPLIFIED_CHINESE;
            default -> Locale.ENGLISH;
        };
        // a page words each of its faults: the texts are read once
        return READ.computeIfAbsent(spoken, EdinetMessages::read);
    }

    private static EdinetMessages read(Locale locale) {
        String path = "/i18n/edinet_" + locale + ".properties";
        try (InputStream in = EdinetMessages.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("wording is missing: " + path);
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new EdinetMessages(locale, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is wrong.
     *
     * @throws IllegalArgumentException when the code has no message
     */
    public String text(EdinetFault fault) {
        String pattern = texts.getProperty("fault." + fault.code());
        if (pattern == null) {
            throw new IllegalArgumentException("no message for " + fault.code());
        }
        return new MessageFormat(pattern, locale).format(fault.args().toArray());
    }

    /** How to mend it: the code's own advice where it has one, else that of the rule. */
    public String mend(EdinetFault fault, EdinetRules rules) {
        String own = texts.getProperty("mend." + fault.code());
        if (own != null) {
            return new MessageFormat(own, locale).format(fault.args().toArray());
        }
        EdinetRule rule = rules.rule(fault.rule());
        return locale.equals(Locale.JAPANESE) ? rule.mendJa() : rule.mendEn();
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
