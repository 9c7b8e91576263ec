package io.github.samuraidesk.calendar;

/**
 * The calendars of the centres that a Samurai bond's payments meet outside Japan. Their tables are in
 * {@code rules/calendars}, 2002 to 2099; days outside them are refused.
 */
public final class CentreCalendars {

    private final CentreCalendar london;
    private final CentreCalendar newYork;
    private final CentreCalendar target;

    private CentreCalendars(CentreCalendar london, CentreCalendar newYork, CentreCalendar target) {
        this.london = london;
        this.newYork = newYork;
        this.target = target;
    }

    /**
     * Reads the tables from the classpath.
     *
     * @throws IllegalStateException when a table is missing or has a row that cannot be read
     */
    public static CentreCalendars load() {
        return new CentreCalendars(
                CentreCalendar.load("GB-LONDON", "rules/calendars/london-holidays.csv"),
                CentreCalendar.load("US-NEW-YORK", "rules/calendars/new-york-holidays.csv"),
                CentreCalendar.load("EU-TARGET", "rules/calendars/target-holidays.csv"));
    }

    /**
     * London: bank holidays of England and Wales (Banking and Financial Dealings Act 1971, royal proclamations), Good
     * Friday and Christmas Day. Official as far as gov.uk lists the proclaimed days; later years may still gain a day.
     */
    public CentreCalendar london() {
        return london;
    }

    /**
     * New York: the days the Federal Reserve Bank of New York is closed, and with it Fedwire (5 U.S.C. 6103, Federal
     * Reserve K.8). A holiday on a Saturday is not moved, one on a Sunday moves to Monday. Official as far as K.8 goes.
     *
     * <p>Not the calendar of SOFR: that rate follows the SIFMA calendar of U.S. government securities, which also
     * closes on most Good Fridays and on Fridays such as 3 July 2020 (New York Fed statement of 25 June 2020).
     */
    public CentreCalendar newYork() {
        return newYork;
    }

    /**
     * TARGET, today T2: closed on the six days of the ECB's decision of 14 December 2000. The decision names days, not
     * years, and stands until further notice, so nothing will ever confirm a far year. The year in which the table was
     * set up and the next count as official, later ones as projected, because the decision may be changed.
     */
    public CentreCalendar target() {
        return target;
    }
}
