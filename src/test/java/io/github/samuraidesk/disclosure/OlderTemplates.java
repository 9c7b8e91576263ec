package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.deal.HouseEvents;
import java.time.Clock;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Templates of a program that came before this one: three sentences of three papers were other ones. */
public final class OlderTemplates {

    /** Of the statement, which is filed, and of the conditions in English and the Japanese term sheet, which are not. */
    public static final String STATEMENT = "本書は旧版の雛形によります。";

    public static final String CONDITIONS_EN = "Rendered into English for reference.";
    public static final String TERM_SHEET = "条件の概略（タームシート）";

    private OlderTemplates() {}

    public static TemplateSet now() {
        return TemplateSet.fromClassPath();
    }

    public static TemplateSet set() {
        return changed(
                changed(
                        changed(
                                TemplateSet.fromClassPath(),
                                "documents/conditions-of-bonds-en.html",
                                "Translation for reference.",
                                CONDITIONS_EN),
                        "documents/term-sheet-ja.html",
                        "条件概要（タームシート）",
                        TERM_SHEET),
                "documents/securities-registration.html",
                "<p th:replace=\"~{documents/parts :: provenance}\"></p>",
                "<p class=\"note\">" + STATEMENT + "</p>");
    }

    /** A set with one text changed in one file. */
    public static TemplateSet changed(TemplateSet set, String file, String was, String is) {
        var texts = new TreeMap<>(set.texts());
        assertThat(texts.get(file)).contains(was);
        texts.put(file, texts.get(file).replace(was, is));
        return TemplateSet.of(texts);
    }

    /** What a program with a set does when it starts. */
    public static void keep(
            TemplateSet set,
            JdbcClient jdbc,
            HouseEvents house,
            TransactionTemplate transaction,
            MessageSource messages) {
        new TemplateSets(jdbc, house, transaction, Clock.systemUTC(), set, messages).keepOwn();
    }
}
