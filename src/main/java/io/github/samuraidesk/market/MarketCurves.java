package io.github.samuraidesk.market;

import io.github.samuraidesk.bond.CrossCurrencyCurve;
import io.github.samuraidesk.bond.CurveInterpolation;
import io.github.samuraidesk.bond.GovernmentCurve;
import io.github.samuraidesk.bond.OisConvention;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.CentreCalendars;
import io.github.samuraidesk.calendar.JapanCalendars;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes curves of quotes. What cannot be made is said, never guessed. */
@Component
public class MarketCurves {

    private static final CurveInterpolation INTERPOLATION = CurveInterpolation.LOG_LINEAR_DISCOUNT;

    private static final int MOST_KEPT = 16;

    private final BusinessCalendar tokyo;
    private final CentreCalendars centres;
    private final Map<MarketSnapshot, Built> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MarketSnapshot, Built> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public MarketCurves(JapanCalendars japan, CentreCalendars centres) {
        this.tokyo = japan.bank();
        this.centres = centres;
    }

    /**
     * The curves of a snapshot.
     *
     * @param swap home currencies whose swaps, basis and spot rate are all there
     * @param refused why a set makes no curve, one line each
     */
    public record Built(
            Optional<OisCurve> tona,
            Optional<GovernmentCurve> government,
            Map<Home, SwapMarket> swap,
            List<String> refused) {}

    /** @param yenPerHome spot rate, yen for one unit of home currency */
    public record SwapMarket(CrossCurrencyCurve curve, double yenPerHome) {}

    /** The same quotes give the same curves, so the last ones are kept: a page asks again with every key typed. */
    public Built build(MarketSnapshot snapshot) {
        synchronized (kept) {
            return kept.computeIfAbsent(snapshot, this::made);
        }
    }

    private Built made(MarketSnapshot snapshot) {
        List<String> refused = new ArrayList<>();
        Optional<OisCurve> tona =
                snapshot.find(QuoteKind.TONA_OIS).flatMap(set -> ois(set, OisConvention.tona(tokyo), refused));
        Optional<GovernmentCurve> government =
                snapshot.find(QuoteKind.JGB_PAR).flatMap(set -> government(set, refused));
        Map<Home, SwapMarket> swap = new EnumMap<>(Home.class);
        for (Home home : Home.values()) {
            Optional<QuoteSet> swaps = snapshot.find(home.swaps());
            Optional<QuoteSet> basis = snapshot.find(home.basis());
            Optional<QuoteSet> spot = snapshot.find(home.spot());
            if (tona.isPresent() && swaps.isPresent() && basis.isPresent() && spot.isPresent()) {
                swapMarket(home, tona.get(), swaps.get(), basis.get(), refused)
                        .ifPresent(curve -> swap.put(
                                home, new SwapMarket(curve, spot.get().only().doubleValue())));
            }
        }
        return new Built(tona, government, swap, List.copyOf(refused));
    }

    /** Why a set of quotes makes no curve on its own; empty when it does, or when it needs others to make one. */
    public Optional<String> whyNoCurve(QuoteSet set) {
        List<String> refused = new ArrayList<>();
        switch (set.kind()) {
            case TONA_OIS -> ois(set, OisConvention.tona(tokyo), refused);
            case SOFR_OIS -> ois(set, convention(Home.USD), refused);
            case ESTR_OIS -> ois(set, convention(Home.EUR), refused);
            case JGB_PAR -> government(set, refused);
            case USDJPY_BASIS, EURJPY_BASIS -> parQuotes(set, refused);
            case USDJPY_SPOT, EURJPY_SPOT -> {
                // any number above zero is a rate
            }
        }
        return refused.stream().findFirst();
    }

    private OisConvention convention(Home home) {
        return switch (home) {
            case USD -> OisConvention.sofr(centres.newYork());
            case EUR -> OisConvention.estr(centres.target());
        };
    }

    private static void parQuotes(QuoteSet set, List<String> refused) {
        try {
            set.parQuotes();
        } catch (IllegalArgumentException e) {
            refused.add(set.described() + ": " + e.getMessage());
        }
    }

    private Optional<CrossCurrencyCurve> swapMarket(
            Home home, OisCurve tona, QuoteSet swaps, QuoteSet basis, List<String> refused) {
        OisConvention convention = convention(home);
        Optional<OisCurve> homeCurve = ois(swaps, convention, refused);
        if (homeCurve.isEmpty()) {
            return Optional.empty();
        }
        BusinessCalendar joint = BusinessCalendar.joint(tokyo, centres.london(), convention.calendar());
        try {
            return Optional.of(new CrossCurrencyCurve(tona, homeCurve.get(), joint, INTERPOLATION, basis.parQuotes()));
        } catch (RuntimeException e) {
            refused.add(basis.described() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<OisCurve> ois(QuoteSet set, OisConvention convention, List<String> refused) {
        try {
            return Optional.of(OisCurve.bootstrap(convention, INTERPOLATION, set.date(), set.parQuotes()));
        } catch (RuntimeException e) {
            refused.add(set.described() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<GovernmentCurve> government(QuoteSet set, List<String> refused) {
        try {
            return Optional.of(new GovernmentCurve(
                    set.date(),
                    set.parQuotes().stream()
                            .mapToDouble(q -> q.tenor().months() / 12.0)
                            .toArray(),
                    set.parQuotes().stream().mapToDouble(q -> q.rate()).toArray()));
        } catch (RuntimeException e) {
            refused.add(set.described() + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
