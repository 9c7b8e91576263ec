package io.github.samuraidesk.bond;

import java.time.LocalDate;

/**
 * Year fractions that need no coupon schedule (日数計算). Days are epoch days, the first counts and the last does not.
 * Act/Act ICMA needs a schedule and lives in {@link AccrualBasis#ICMA}.
 */
public enum DayCount {
    /** Actual days / 365 (ISDA 2006 4.16(d)). Yen swaps, accrued interest of yen bonds. */
    ACT_365F("Act/365F", 365) {
        @Override
        public long days(long start, long end) {
            return end - start;
        }
    },
    /** Actual days / 360 (ISDA 2006 4.16(e)). Dollar and euro money markets and overnight swaps. */
    ACT_360("Act/360", 360) {
        @Override
        public long days(long start, long end) {
            return end - start;
        }
    },
    /** Actual days without any 29 February in (start, end] / 365. Remaining years of the Japanese simple yield. */
    ACT_365_NO_LEAP("Act/365 no leap", 365) {
        @Override
        public long days(long start, long end) {
            return end - start - (CivilDays.leapDaysThrough(end) - CivilDays.leapDaysThrough(start));
        }
    },
    /**
     * Months of 30 days / 360 (ISDA 2006 4.16(f)): a start on the 31st counts as the 30th, and then an end on the 31st
     * too. SEC-registered global yen notes.
     */
    THIRTY_360("30/360", 360) {
        @Override
        public long days(long start, long end) {
            int startDay = Math.min(CivilDays.dayOfMonth(start), 30);
            int endDay = CivilDays.dayOfMonth(end);
            return thirtyDayMonths(start, startDay, end, startDay == 30 ? Math.min(endDay, 30) : endDay);
        }
    },
    /** Months of 30 days / 360 (ISDA 2006 4.16(g)): every 31st counts as the 30th. Eurobonds. */
    THIRTY_E_360("30E/360", 360) {
        @Override
        public long days(long start, long end) {
            return thirtyDayMonths(
                    start, Math.min(CivilDays.dayOfMonth(start), 30), end, Math.min(CivilDays.dayOfMonth(end), 30));
        }
    };

    private final String label;
    private final int daysAYear;

    DayCount(String label, int daysAYear) {
        this.label = label;
        this.daysAYear = daysAYear;
    }

    /** The name on a term sheet. */
    public String label() {
        return label;
    }

    /** Divisor: 360 or 365. */
    public int daysAYear() {
        return daysAYear;
    }

    /** Days that count from {@code start} to {@code end}. */
    public abstract long days(long start, long end);

    /** {@link #days(long, long)} on dates. */
    public long days(LocalDate start, LocalDate end) {
        return days(start.toEpochDay(), end.toEpochDay());
    }

    /** Days over the divisor. */
    public double years(long start, long end) {
        return (double) days(start, end) / daysAYear;
    }

    private static long thirtyDayMonths(long start, int startDay, long end, int endDay) {
        return 30L * (CivilDays.monthIndex(end) - CivilDays.monthIndex(start)) + endDay - startDay;
    }
}
