package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.edinet.EdinetFault;
import io.github.samuraidesk.edinet.EdinetMessages;
import io.github.samuraidesk.edinet.Severity;
import io.github.samuraidesk.registration.Planner;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts for pages, in the reader's language. */
@Component("wording")
class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    public String text(String key, Object... args) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, args, key, locale);
    }

    /** Wording of a finding; fields and roles in its arguments are named as the page names them. */
    public String finding(Finding f) {
        if (f.code().equals("packageFault") && f.args().size() >= 2) {
            // the upload check has words of its own for each fault
            var fault = new EdinetFault(
                    f.rule(),
                    Severity.ERROR,
                    f.args().get(0),
                    0,
                    f.args().get(1),
                    f.args().subList(2, f.args().size()));
            return f.args().get(0)
                    + (isWide() ? "：" : ": ")
                    + EdinetMessages.of(LocaleContextHolder.getLocale()).text(fault);
        }
        Object[] args = f.args().stream().map(this::named).toArray();
        return text("finding." + f.code(), args);
    }

    /** Wording of a planner's remark. */
    public String remark(Planner.Remark r) {
        return text("plan." + r.code(), r.args().toArray());
    }

    private String named(String arg) {
        for (String prefix : List.of("field.", "paper.", "slot.", "task.", "choice.", "role.")) {
            String found = messages.getMessage(prefix + arg, null, "", LocaleContextHolder.getLocale());
            if (found != null && !found.isEmpty()) {
                return found;
            }
        }
        return arg;
    }

    /** Name of a field by its path: {@code prices[1].spreadBp} becomes table, row and column. */
    public String field(String path) {
        if (path.isEmpty()) {
            return "";
        }
        if (path.startsWith("slot:")) {
            // clauses that are no slots go by their id
            return Objects.requireNonNullElse(
                    messages.getMessage(
                            "slot." + path.substring(5), null, path.substring(5), LocaleContextHolder.getLocale()),
                    path);
        }
        int bracket = path.indexOf('[');
        if (bracket > 0 && path.indexOf(']') > bracket) {
            String row = path.substring(bracket + 1, path.indexOf(']'));
            String table = text("field." + path.substring(0, bracket));
            String rest = path.substring(path.indexOf(']') + 1);
            String column = rest.startsWith(".") ? " " + text("field." + rest.substring(1)) : "";
            return table + " " + (Integer.parseInt(row) + 1) + column;
        }
        for (String prefix : List.of("field.", "task.", "paper.", "entry.")) {
            String found = messages.getMessage(prefix + path, null, "", LocaleContextHolder.getLocale());
            if (found != null && !found.isEmpty()) {
                return found;
            }
        }
        return path;
    }

    /** Name of a form's control as people know it; what is no field of a form goes by its own name. */
    public String typed(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9.]*\\[\\d{1,4}]\\.[A-Za-z0-9]+") || !name.contains("[")
                ? field(name)
                : name;
    }

    /** Names of the roles in a comma-separated list. */
    public String roles(String roles) {
        if (roles.isEmpty()) {
            return "";
        }
        return java.util.Arrays.stream(roles.split(", "))
                .map(r -> messages.getMessage("role." + r, null, r, LocaleContextHolder.getLocale()))
                .reduce((a, b) -> a + (isWide() ? "・" : ", ") + b)
                .orElse("");
    }

    /** Name of an answer of a choice; what is none stands as it is. */
    public String choice(String answer) {
        return Objects.requireNonNullElse(
                messages.getMessage("choice." + answer, null, answer, LocaleContextHolder.getLocale()), answer);
    }

    /** Names of the answers of a choice. */
    public String choices(List<String> answers) {
        return answers.stream()
                .map(a -> text("choice." + a))
                .reduce((a, b) -> a + (isWide() ? "・" : ", ") + b)
                .orElse("");
    }

    /** Whether the reader's language is written with full-width punctuation. */
    private static boolean isWide() {
        return !LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    public boolean isEnglish() {
        return !isWide();
    }

    public boolean isJapanese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("ja");
    }
}
