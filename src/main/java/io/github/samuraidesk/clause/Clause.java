package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of a clause of the conditions of the bonds (債券の要項): Japanese and English twins.
 *
 * @param section number of the section it stands in
 * @param owner who keeps its wording
 * @param effective first day on which a deal may be opened with it
 * @param when values by name of {@link Condition}; the clause applies to a tranche that has one of each
 * @param slot whether only counsel can write it; the library then holds no text
 * @param source where its content comes from, with the confidence of the reading
 * @param ja Japanese text with figures in braces, for example {@code {maturity}}
 */
public record Clause(
        String id,
        Integer section,
        Integer version,
        String owner,
        LocalDate effective,
        Use use,
        Map<String, List<String>> when,
        Boolean slot,
        String reason,
        String source,
        String ja,
        String en) {

    /** Figures of the tranche and the deal that a clause may print. */
    public static final Set<String> FIGURES = Set.of(
            "amount",
            "amountOku",
            "amountMillions",
            "amountKanji",
            "amountPlain",
            "denomination",
            "denominationPlain",
            "payment",
            "paymentEn",
            "paymentEra",
            "coupon",
            "frequency",
            "firstCoupon",
            "firstCouponEn",
            "floatingReference",
            "margin",
            "spread",
            "callDate",
            "callDateEn",
            "maturity",
            "maturityEn",
            "maturityEra",
            "issuePrice",
            "status",
            "label",
            "fiscalAgent",
            "issuingAgent",
            "payingAgent",
            "issuerName",
            "issuerNameJa",
            "guarantor");

    private static final Pattern FIGURE = Pattern.compile("\\{([^{}]*)}");

    /** When a clause is printed, where its conditions hold. */
    public enum Use {
        REQUIRED,
        /** Unless legal leaves it out. */
        STANDARD,
        /** Only when legal takes it in. */
        OPTIONAL
    }

    /** A piece of a clause: words, or the name of a figure. */
    public record Piece(String text, boolean figure) {}

    /** The text cut at its figures. */
    public static List<Piece> pieces(String text) {
        var pieces = new java.util.ArrayList<Piece>();
        Matcher figure = FIGURE.matcher(text);
        int at = 0;
        while (figure.find()) {
            if (figure.start() > at) {
                pieces.add(new Piece(text.substring(at, figure.start()), false));
            }
            pieces.add(new Piece(figure.group(1), true));
            at = figure.end();
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return pieces;
    }

    public List<Piece> jaPieces() {
        return pieces(ja);
    }

    public List<Piece> enPieces() {
        return pieces(en);
    }

    /** Names in braces that are no figure a clause may print. */
    public static Set<String> unknownFigures(String text) {
        var unknown = new LinkedHashSet<String>();
        pieces(text).stream()
                .filter(p -> p.figure() && !FIGURES.contains(p.text()))
                .forEach(p -> unknown.add(p.text()));
        return unknown;
    }

    /** Hash that a signature on one twin names. */
    public static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
