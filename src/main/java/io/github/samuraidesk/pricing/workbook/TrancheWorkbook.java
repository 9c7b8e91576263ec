package io.github.samuraidesk.pricing.workbook;

import io.github.samuraidesk.bond.ResolvedBond;
import io.github.samuraidesk.calendar.JapanCalendars;
import io.github.samuraidesk.market.MarketCurves;
import io.github.samuraidesk.market.MarketSnapshot;
import io.github.samuraidesk.pricing.TrancheInputs;
import io.github.samuraidesk.pricing.TrancheSheet;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * A tranche as an XLSX file (計算シート). Terms, prices, dates, quotes and discount factors are input cells; every other
 * number is a formula over them, roots by Newton's steps in cells. Discount factors stay values because a curve comes
 * from all its quotes at once. Key rates, stress and the break-even basis need new curves and are left to the program.
 */
@Component
public class TrancheWorkbook {

    private final JapanCalendars calendars;
    private final MarketCurves curves;

    TrancheWorkbook(JapanCalendars calendars, MarketCurves curves) {
        this.calendars = calendars;
        this.curves = curves;
    }

    /**
     * The file's bytes.
     *
     * @param title below every sheet's name: deal, issuer, tranche
     * @param sheet the program's figures; its inputs fill the input cells
     * @param bond the bond of the same inputs
     * @param market the quotes that {@code sheet} was worked out with
     * @param wording text of a key that begins with {@code sheet.}, in the reader's language
     */
    public byte[] of(
            String title,
            TrancheSheet sheet,
            ResolvedBond bond,
            MarketSnapshot market,
            Function<String, String> wording) {
        TrancheInputs in = sheet.inputs();
        MarketCurves.Built built = curves.build(market.of(in.valuation()));
        boolean onCurve = sheet.midSwap() != null;
        int coupons = bond.periods().size();
        try (Book book = new Book(title, wording)) {
            InputsPage.write(book, in);
            FlowsPage.write(book, coupons);
            YieldsPage.write(book);
            if (onCurve || built.government().isPresent()) {
                CurvePage.write(book, sheet, onCurve ? built.tona() : Optional.empty(), built.government());
                SpreadsPage.write(book, coupons, onCurve, built.government().isPresent());
            }
            if (onCurve) {
                for (TrancheSheet.AllIn all : sheet.allIns()) {
                    SwapPage.write(book, all.home(), built.swap().get(all.home()), coupons);
                }
            }
            CheckPage.write(book, sheet, bond, onCurve);
            HolidaysPage.write(book, in, bond, calendars);
            return book.bytes();
        }
    }
}
