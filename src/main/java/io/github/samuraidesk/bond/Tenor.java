package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.Locale;

/** A quoted term: a whole number of days, weeks, months or years, written 1W, 18M, 10Y. */
public record Tenor(int length, Unit unit) {

    /** What {@link #length} counts. */
    public enum Unit {
        D {
            @Override
            LocalDate after(LocalDate start, int length) {
                return start.plusDays(length);
            }
        },
        W {
            @Override
            LocalDate after(LocalDate start, int length) {
                return start.plusWeeks(length);
            }
        },
        M {
            @Override
            LocalDate after(LocalDate start, int length) {
                return start.plusMonths(length);
            }
        },
        Y {
            @Override
            LocalDate after(LocalDate start, int length) {
                return start.plusYears(length);
            }
        };

        abstract LocalDate after(LocalDate start, int length);
    }

    /** @throws IllegalArgumentException when {@code length} is not from 1 to 9999 */
    public Tenor {
        if (length < 1 || length > 9999) {
            throw new IllegalArgumentException("tenor " + length + unit + " must be from 1 to 9999 " + unit);
        }
    }

    /** @throws IllegalArgumentException when {@code text} is not a number with D, W, M or Y */
    public static Tenor parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (!upper.matches("[0-9]{1,4}[DWMY]")) {
            throw new IllegalArgumentException("tenor " + text + " must be a number with D, W, M or Y, as 1W or 10Y");
        }
        int end = upper.length() - 1;
        return new Tenor(Integer.parseInt(upper.substring(0, end)), Unit.valueOf(upper.substring(end)));
    }

    /** {@code start} plus this term, unadjusted. */
    public LocalDate after(LocalDate start) {
        return unit.after(start, length);
    }

    /** Months of a term in months or years; 0 of one in days or weeks. */
    public int months() {
        return unit == Unit.Y ? 12 * length : unit == Unit.M ? length : 0;
    }

    @Override
    public String toString() {
        return length + unit.name();
    }
}
