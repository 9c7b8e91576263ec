package io.github.samuraidesk.market;

import io.github.samuraidesk.bond.Tenor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether quotes look as quotes of their kind do: level, sign, unit, a slip of the point, the jump from the day before, a
 * spike of the forward rate. A doubt refuses nothing; it is asked, and nothing is used until somebody answers.
 */
public final class QuotePlausibility {

    /**
     * What is usual for a kind, in its own unit. Wide of what was seen from 2015 to 2026, so that a doubt is worth a look,
     * and narrow enough that a factor of ten leaves it.
     *
     * @param lowest level, as {@code highest}
     * @param jump from one day to the next; of a spot rate a part of it
     * @param forward by how much the forward rate of one year may stand out of its neighbours'
     */
    private record Usual(double lowest, double highest, double jump, double forward) {}

    private static final Map<QuoteKind, Usual> USUAL = new EnumMap<>(Map.of(
            QuoteKind.TONA_OIS, new Usual(-1, 5, 0.4, 2),
            QuoteKind.JGB_PAR, new Usual(-1, 5.5, 0.4, 2),
            QuoteKind.SOFR_OIS, new Usual(-1, 9, 0.6, 3),
            QuoteKind.ESTR_OIS, new Usual(-1.5, 8, 0.6, 3),
            QuoteKind.USDJPY_BASIS, new Usual(-150, 5, 25, 120),
            QuoteKind.EURJPY_BASIS, new Usual(-120, 10, 25, 120),
            QuoteKind.USDJPY_SPOT, new Usual(70, 250, 0.06, 0),
            QuoteKind.EURJPY_SPOT, new Usual(85, 280, 0.06, 0)));

    /** A basis for a year and more is tens of basis points: all of them below this look like percent. */
    private static final double LEAST_BASIS = 2;
    /** Quotes older than this say nothing of today's. */
    private static final int LONGEST_LOOK_BACK = 14;

    private static final double[] SLIPS = {10, 100, 0.1, 0.01};
    private static final double NEAR = 0.2;

    private QuotePlausibility() {}

    /**
     * Every doubt, at most one a quote, tenor by tenor.
     *
     * @param before quotes of the same kind of an earlier day, the last there are
     */
    public static List<QuoteDoubt> doubts(QuoteSet set, Optional<QuoteSet> before) {
        Usual usual = USUAL.get(set.kind());
        if (usual == null) {
            return List.of();
        }
        List<QuoteDoubt> doubts = new ArrayList<>();
        boolean basis = isBasis(set.kind());
        if (basis && looksLikePercent(set)) {
            doubts.add(QuoteDoubt.of(
                    "quoteUnit", set.kind().name(), set.quotes().get(0).value().toPlainString()));
            return doubts;
        }
        for (int i = 0; i < set.quotes().size(); i++) {
            QuoteSet.Quote quote = set.quotes().get(i);
            against(set, quote, before, usual)
                    .or(() -> level(set.kind(), quote, usual, basis))
                    .ifPresent(doubts::add);
        }
        if (doubts.isEmpty() && set.kind().shape() == QuoteKind.Shape.BY_TENOR) {
            spikes(set, usual, doubts);
        }
        return doubts;
    }

    private static boolean isBasis(QuoteKind kind) {
        return kind == QuoteKind.USDJPY_BASIS || kind == QuoteKind.EURJPY_BASIS;
    }

    private static boolean looksLikePercent(QuoteSet set) {
        List<QuoteSet.Quote> long_ = set.quotes().stream()
                .filter(quote -> Tenor.parse(quote.tenor()).months() >= 12)
                .toList();
        return !long_.isEmpty()
                && long_.stream().allMatch(quote -> Math.abs(quote.value().doubleValue()) < LEAST_BASIS)
                && long_.stream().anyMatch(quote -> quote.value().signum() != 0);
    }

    private static Optional<QuoteDoubt> against(
            QuoteSet set, QuoteSet.Quote quote, Optional<QuoteSet> before, Usual usual) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(before.get().date(), set.date());
        Optional<QuoteSet.Quote> then = before.get().quotes().stream()
                .filter(q -> q.tenor().equals(quote.tenor()))
                .findFirst();
        if (then.isEmpty() || days <= 0 || days > LONGEST_LOOK_BACK) {
            return Optional.empty();
        }
        double value = quote.value().doubleValue();
        double old = then.get().value().doubleValue();
        boolean spot = set.kind().shape() == QuoteKind.Shape.ONE_NUMBER;
        double moved = spot ? Math.abs(value / old - 1) : Math.abs(value - old);
        String name = name(set.kind(), quote);
        String[] args = {
            name,
            quote.value().toPlainString(),
            then.get().value().toPlainString(),
            before.get().date().toString()
        };
        for (double slip : SLIPS) {
            if (moved > usual.jump / 4 && Math.abs(value / old / slip - 1) < NEAR) {
                return Optional.of(QuoteDoubt.of("quoteFactor", args));
            }
        }
        if (moved > usual.jump / 2 && Math.abs(value / old + 1) < NEAR) {
            return Optional.of(QuoteDoubt.of("quoteSign", args));
        }
        // what a day may move grows with the root of the days
        return moved > usual.jump * Math.sqrt(days) ? Optional.of(QuoteDoubt.of("quoteJump", args)) : Optional.empty();
    }

    private static Optional<QuoteDoubt> level(QuoteKind kind, QuoteSet.Quote quote, Usual usual, boolean basis) {
        double value = quote.value().doubleValue();
        if (isUsual(value, usual)) {
            return Optional.empty();
        }
        String name = name(kind, quote);
        String typed = quote.value().toPlainString();
        if (basis && value > 0 && isUsual(-value, usual)) {
            return Optional.of(QuoteDoubt.of("quoteSignOfBasis", name, typed));
        }
        for (double slip : SLIPS) {
            if (isUsual(value / slip, usual)) {
                BigDecimal meant = quote.value().divide(BigDecimal.valueOf(slip), MathContext.DECIMAL64);
                return Optional.of(QuoteDoubt.of(
                        "quoteLevelMeant",
                        name,
                        typed,
                        meant.stripTrailingZeros().toPlainString()));
            }
        }
        return Optional.of(QuoteDoubt.of(
                "quoteLevel",
                name,
                typed,
                BigDecimal.valueOf(usual.lowest).stripTrailingZeros().toPlainString(),
                BigDecimal.valueOf(usual.highest).stripTrailingZeros().toPlainString()));
    }

    private static boolean isUsual(double value, Usual usual) {
        return value >= usual.lowest && value <= usual.highest;
    }

    /** Forward rates from year to year: one that stands out of both neighbours, or of the one at the end. */
    private static void spikes(QuoteSet set, Usual usual, List<QuoteDoubt> doubts) {
        List<QuoteSet.Quote> quotes = set.quotes().stream()
                .filter(quote -> Tenor.parse(quote.tenor()).months() >= 12)
                .toList();
        double[] forwards = new double[quotes.size()];
        double years = 0;
        double rate = 0;
        for (int i = 0; i < forwards.length; i++) {
            double to = Tenor.parse(quotes.get(i).tenor()).months() / 12.0;
            double at = quotes.get(i).value().doubleValue();
            forwards[i] = (at * to - rate * years) / (to - years);
            years = to;
            rate = at;
        }
        for (int i = 1; i < forwards.length; i++) {
            double fromLeft = forwards[i] - forwards[i - 1];
            boolean last = i == forwards.length - 1;
            double fromRight = last ? fromLeft : forwards[i] - forwards[i + 1];
            if (Math.abs(fromLeft) > usual.forward && Math.abs(fromRight) > usual.forward && fromLeft * fromRight > 0) {
                doubts.add(QuoteDoubt.of(
                        "quoteForward",
                        name(set.kind(), quotes.get(i)),
                        quotes.get(i).value().toPlainString(),
                        BigDecimal.valueOf(forwards[i])
                                .round(new MathContext(4))
                                .toPlainString(),
                        BigDecimal.valueOf(forwards[i - 1])
                                .round(new MathContext(4))
                                .toPlainString()));
            }
        }
    }

    private static String name(QuoteKind kind, QuoteSet.Quote quote) {
        return (kind.name() + " " + quote.tenor()).strip();
    }

    /** The last set of {@code set}'s kind of an earlier day. */
    public static Optional<QuoteSet> lastBefore(QuoteSet set, List<QuoteSet> known) {
        LocalDate day = set.date();
        return known.stream()
                .filter(other -> other.kind() == set.kind() && other.date().isBefore(day))
                .max(java.util.Comparator.comparing(QuoteSet::date));
    }
}
