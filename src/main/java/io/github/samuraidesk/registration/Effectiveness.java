package io.github.samuraidesk.registration;

import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.law.AmendmentClass;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.StatutoryClocks;
import io.github.samuraidesk.registration.Filing.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** When a deal's registration takes effect (効力発生) by the clocks of a rule pack, from what was filed and granted. */
public final class Effectiveness {

    /** A filing and who recorded it. */
    private record Filed(Filing filing, String person) {}

    private final DealFile deal;
    private final RulePack pack;
    private final Offering offering;
    private final Map<Stage, Filed> filed;

    private Effectiveness(DealFile deal, RulePack pack, Offering offering, Map<Stage, Filed> filed) {
        this.deal = deal;
        this.pack = pack;
        this.offering = offering;
        this.filed = filed;
    }

    public static Effectiveness of(Standing deal) {
        var filed = new EnumMap<Stage, Filed>(Stage.class);
        for (Stage stage : Stage.values()) {
            deal.file()
                    .said(Filing.FACT.at(stage.name()))
                    .ifPresent(f -> filed.put(stage, new Filed(f.value(), f.person())));
        }
        return new Effectiveness(deal.file(), deal.pack(), deal.ask(Offering.class), filed);
    }

    /** The same after one more filing, which is not recorded yet. */
    Effectiveness with(Filing filing, PersonId by) {
        var more = new EnumMap<Stage, Filed>(Stage.class);
        more.putAll(filed);
        more.put(filing.stage(), new Filed(filing, by.value()));
        return new Effectiveness(deal, pack, offering, more);
    }

    /** The same by the clocks of another rule pack. */
    public Effectiveness under(RulePack other) {
        return new Effectiveness(deal, other, offering, filed);
    }

    /** When the registration is, or would be, effective; empty while price or coupon is 未定. */
    public Optional<LocalDate> computed(boolean shelfClockGranted) {
        return reckoned(shelfClockGranted).flatMap(StatutoryClocks.Effectiveness::date);
    }

    /** All that decides when the registration is effective; empty before the statement is accepted. */
    public Optional<StatutoryClocks.Effectiveness> reckoned() {
        return reckoned(deal.one(EffectivenessConfirmed.FACT.at(Stage.STATEMENT.name()))
                .filter(EffectivenessConfirmed::shortClockGranted)
                .isPresent());
    }

    /** The latest of the clocks known so far, whether or not terms are still 未定; empty before the statement. */
    public Optional<LocalDate> notBefore() {
        return reckoned()
                .flatMap(e -> e.counted().stream()
                        .filter(c -> pack.clock(c.clock()).enforced())
                        .map(StatutoryClocks.Counted::date)
                        .max(Comparator.naturalOrder()));
    }

    /**
     * Moment at which the task to confirm effectiveness should open. A shelf may have been shortened by grant, so its
     * task opens on the short date; the confirmation itself is held to the clock that was granted.
     */
    public Instant timer() {
        return computed(true)
                .map(d -> d.atStartOfDay(DealClock.TOKYO).toInstant())
                .orElse(Instant.EPOCH);
    }

    private Optional<StatutoryClocks.Effectiveness> reckoned(boolean shelfClockGranted) {
        StatutoryClocks clocks = pack.statutoryClocks();
        Optional<Filed> statement = Optional.ofNullable(filed.get(Stage.STATEMENT));
        if (DealRoute.signedOrNone(deal).isShelf()) {
            Optional<String> grantedBy = deal.said(EffectivenessConfirmed.FACT.at(Stage.STATEMENT.name()))
                    .map(Said::person)
                    .or(() -> Optional.of(""))
                    .filter(who -> shelfClockGranted);
            return statement.map(s -> clocks.shelfEffectiveness(s.filing().acceptedOn(), grantedBy)
                    .recordedBy(s.person()));
        }
        Optional<String> grantedBy = deal.said(ShortClockGranted.FACT).map(Said::person);
        var amendments = new ArrayList<StatutoryClocks.Amended>();
        deal.all(Amendment.FACT)
                .forEach(a -> amendments.add(
                        new StatutoryClocks.Amended(a.value().kind(), a.value().acceptedOn(), false, a.person())));
        Optional.ofNullable(filed.get(Stage.FINAL_TERMS))
                .ifPresent(f -> amendments.add(new StatutoryClocks.Amended(
                        offering.rangeShownAndDemandTaken(deal)
                                ? AmendmentClass.PRICE_AFTER_BOOK
                                : AmendmentClass.SECURITIES,
                        f.filing().acceptedOn(),
                        true,
                        f.person())));
        return statement.map(
                s -> clocks.effectiveness(s.filing(), amendments, grantedBy).recordedBy(s.person()));
    }
}
