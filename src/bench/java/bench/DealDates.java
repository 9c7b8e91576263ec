package bench;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.law.AmendmentClass;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.law.Route.Track;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.StatutoryClocks;
import io.github.samuraidesk.law.StatutoryClocks.Amended;
import io.github.samuraidesk.law.StatutoryClocks.Counted;
import io.github.samuraidesk.law.StatutoryClocks.Effectiveness;
import io.github.samuraidesk.law.Timetable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** All dates of so many deals, as a new rule pack would ask for: due dates and effectiveness, on one thread. */
public final class DealDates {

    private static final int WARM = 10;
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 5);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);

    private DealDates() {}

    /**
     * @param filing of the statement, or of the shelf
     * @param amended day of the first amendment: issuer information, or the annual report of a shelf
     * @param amendedAgain day of the second: the terms, or an extraordinary report of a shelf
     */
    record Deal(
            Track track,
            LocalDate filing,
            LocalDate pricing,
            LocalDate payment,
            LocalDate amended,
            LocalDate amendedAgain) {}

    /** @param args number of deals */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        long begin = System.nanoTime();
        RulePack pack = RulePack.builtIn();
        long read = System.nanoTime() - begin;
        List<Deal> deals = deals(pack, count);
        begin = System.nanoTime();
        long dates = dates(pack, deals);
        long first = System.nanoTime() - begin;
        long[] warm = new long[WARM];
        for (int i = 0; i < WARM; i++) {
            begin = System.nanoTime();
            dates(pack, deals);
            warm[i] = System.nanoTime() - begin;
        }
        Arrays.sort(warm);
        System.out.printf(
                "%,d deals, %,d dates: rule pack read %.2f s, first %.2f s, warm median %.3f s, worst %.3f s%n",
                count,
                dates,
                read / 1e9,
                first / 1e9,
                (warm[WARM / 2 - 1] + warm[WARM / 2]) / 2e9,
                warm[WARM - 1] / 1e9);
    }

    private static long dates(RulePack pack, List<Deal> deals) {
        long dates = 0;
        for (Deal deal : deals) {
            dates += dates(pack, deal).size();
        }
        return dates;
    }

    /** Two registration statements for one shelf takedown, fixed seed. */
    static List<Deal> deals(RulePack pack, int count) {
        var random = new Random(13);
        BusinessCalendar government = pack.calendars().government();
        BusinessCalendar bank = pack.calendars().bank();
        int days = (int) (LAST.toEpochDay() - FIRST.toEpochDay());
        var deals = new ArrayList<Deal>(count);
        for (int i = 0; i < count; i++) {
            LocalDate filing = government.preceding(FIRST.plusDays(random.nextInt(days)));
            LocalDate pricing = bank.following(filing.plusDays(17L + random.nextInt(40)));
            LocalDate payment = bank.plusBusinessDays(pricing, 5 + random.nextInt(4));
            LocalDate amended = government.following(filing.plusDays(1L + random.nextInt(10)));
            boolean shelf = i % 3 == 2;
            deals.add(new Deal(
                    shelf ? Track.SHELF : Track.SRS,
                    filing,
                    pricing,
                    payment,
                    amended,
                    shelf ? government.plusBusinessDays(amended, 2) : pricing));
        }
        return deals;
    }

    /** Due dates in the order of the pack, then what each filing and amendment gives, then the effective date. */
    static List<LocalDate> dates(RulePack pack, Deal deal) {
        boolean shelf = deal.track() == Track.SHELF;
        var anchors = Timetable.anchors(
                deal.filing(),
                deal.pricing(),
                deal.payment(),
                shelf ? Optional.of(deal.filing()) : Optional.empty());
        var dates = new ArrayList<LocalDate>();
        pack.plan().dueDates(deal.track().name(), anchors).values().forEach(due -> dates.add(due.date()));
        StatutoryClocks clocks = pack.statutoryClocks();
        Effectiveness effectiveness;
        if (shelf) {
            effectiveness = clocks.shelfEffectiveness(deal.filing(), Optional.empty());
            dates.add(clocks.amendment(AmendmentClass.ANNUAL_REPORT, deal.amended(), "").date());
            dates.add(clocks.amendment(AmendmentClass.EXTRAORDINARY_REPORT, deal.amendedAgain(), "").date());
        } else {
            effectiveness = clocks.effectiveness(
                    new Filing(
                            Filing.Stage.STATEMENT,
                            "010",
                            "070000",
                            deal.filing().atTime(10, 0),
                            "S100ABCD",
                            "",
                            "",
                            true,
                            Map.of()),
                    List.of(
                            new Amended(AmendmentClass.ISSUER_INFORMATION, deal.amended(), false, ""),
                            new Amended(AmendmentClass.SECURITIES, deal.amendedAgain(), true, "")),
                    Optional.empty());
            effectiveness.counted().stream().map(Counted::date).forEach(dates::add);
        }
        dates.add(effectiveness.date().orElseThrow());
        return dates;
    }
}
