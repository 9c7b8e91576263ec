package io.github.samuraidesk.bond;

/**
 * Epoch days and their civil dates without making objects, for the loops that price a million bonds. The proleptic
 * Gregorian calendar of {@link java.time.LocalDate}; years 1 to 9999.
 */
final class CivilDays {

    private static final int DAYS_IN_400_YEARS = 146_097;
    /** Days from 0000-03-01 to 1970-01-01; years begin in March so that the leap day comes last. */
    private static final int EPOCH_FROM_MARCH_0 = 719_468;

    private CivilDays() {}

    /** Epoch day of a civil date whose day is clamped to its month; {@code monthIndex} = 12 × year + month − 1. */
    static long epochDay(long monthIndex, int dayOfMonth) {
        int length = lengthOfMonth(monthIndex);
        long march = monthIndex - 2;
        long year = Math.floorDiv(march, 12L);
        long month = march - 12 * year;
        return 365 * year
                + year / 4
                - year / 100
                + year / 400
                + (153 * month + 2) / 5
                + Math.min(dayOfMonth, length)
                - 1
                - EPOCH_FROM_MARCH_0;
    }

    static int lengthOfMonth(long monthIndex) {
        long year = Math.floorDiv(monthIndex, 12L);
        int month = (int) (monthIndex - 12 * year) + 1;
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    static long monthIndex(long epochDay) {
        long day = epochDay + EPOCH_FROM_MARCH_0;
        int ofEra = dayOfEra(day);
        int year = yearOfEra(ofEra);
        int month = marchMonth(ofEra, year);
        return 12 * (400 * Math.floorDiv(day, (long) DAYS_IN_400_YEARS) + year) + month + 2;
    }

    static int dayOfMonth(long epochDay) {
        int ofEra = dayOfEra(epochDay + EPOCH_FROM_MARCH_0);
        int year = yearOfEra(ofEra);
        int ofYear = ofEra - (365 * year + year / 4 - year / 100);
        return ofYear - (153 * marchMonth(ofEra, year) + 2) / 5 + 1;
    }

    /** How many 29 Februaries lie on or before the day, counted from year 0. */
    static long leapDaysThrough(long epochDay) {
        // with years from March, the leap day is the last day of its year, so whole years are all that counts
        long day = epochDay + 1 + EPOCH_FROM_MARCH_0;
        int ofEra = dayOfEra(day);
        int year = yearOfEra(ofEra);
        return 97 * Math.floorDiv(day, (long) DAYS_IN_400_YEARS) + year / 4 - year / 100;
    }

    private static int dayOfEra(long dayFromMarch0) {
        return (int) Math.floorMod(dayFromMarch0, (long) DAYS_IN_400_YEARS);
    }

    private static int yearOfEra(int dayOfEra) {
        return (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    }

    private static int marchMonth(int dayOfEra, int yearOfEra) {
        int ofYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        return (5 * ofYear + 2) / 153;
    }
}
