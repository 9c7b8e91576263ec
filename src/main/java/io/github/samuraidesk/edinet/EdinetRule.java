package io.github.samuraidesk.edinet;

/**
 * One rule of the package, as a lawyer keeps it in {@code edinet-rules.csv}.
 *
 * @param id E001 to E036
 * @param scope what the rule looks at: package, file, html, image, pdf, cover, body, heading, chars and so on
 * @param en the rule in English
 * @param ja the rule in Japanese
 * @param mendEn how to mend a breach, in English
 * @param mendJa how to mend a breach, in Japanese
 * @param parameter {@code name=value} pairs joined by {@code ;}, empty when the rule has no figure or list
 * @param ecCode EDINET's own error code or several joined by a blank, empty where no public source gives one
 * @param source key of the source, never blank
 */
public record EdinetRule(
        String id,
        String scope,
        Severity severity,
        String en,
        String ja,
        String mendEn,
        String mendJa,
        String parameter,
        String ecCode,
        String source) {}
