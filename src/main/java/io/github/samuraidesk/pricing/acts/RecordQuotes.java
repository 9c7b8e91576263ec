package io.github.samuraidesk.pricing.acts;

import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Files;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.market.QuoteDoubt;
import io.github.samuraidesk.market.QuoteDoubtsConfirmed;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.market.QuotePlausibility;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.market.QuoteText;
import io.github.samuraidesk.market.Side;
import io.github.samuraidesk.pricing.Curves;
import io.github.samuraidesk.pricing.Pricing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Quotes of one kind, day, side and source, typed or as a published file; the day of such a file stands in the file. */
public record RecordQuotes(
        QuoteKind quoteKind,
        LocalDate quoteDate,
        Side quoteSide,
        String quoteSource,
        @As(LINES) Optional<String> quoteLines,
        @As(FILE) Optional<String> quoteFile,
        Optional<Boolean> quotesConfirmed) {

    public static final Act<RecordQuotes> ACT = Act.of("quotes", RecordQuotes.class)
            .by(Role.LEAD_MANAGER, Role.MANAGER)
            .deed(RecordQuotes::record)
            .entered();

    private Answer record(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        if (quoteDate.isAfter(deal.today())) {
            writing.refuse(
                    "quoteDate",
                    "quotesAfterToday",
                    quoteDate.toString(),
                    deal.today().toString());
        }
        if (quoteLines.isPresent() == quoteFile.isPresent()) {
            return writing.refuse("quoteLines", "linesOrFile").answer();
        }
        String field = quoteLines.isPresent() ? "quoteLines" : "quoteFile";
        QuoteText.Read read = QuoteText.read(quoteKind, text(deal), field, Optional.of(quoteDate));
        read.faults().forEach(fault -> writing.refuse(Finding.of(fault)));
        if (writing.isRefused()) {
            return writing.answer();
        }
        var set = new QuoteSet(quoteKind, quoteDate, quoteSide, quoteSource, read.quotes());
        deal.ask(Curves.class).whyNoCurve(set).ifPresent(why -> writing.refuse(field, "quotesMakeNoCurve", why));
        List<QuoteDoubt> doubts = doubts(deal, set);
        if (!quotesConfirmed.orElse(false)) {
            doubts.forEach(doubt ->
                    writing.refuse("quotesConfirmed", doubt.code(), doubt.args().toArray(String[]::new)));
        }
        writing.record(Pricing.QUOTES.at(quoteKind.name()), set);
        if (!doubts.isEmpty()) {
            writing.record(
                    Pricing.QUOTE_DOUBTS.at(quoteKind.name()),
                    new QuoteDoubtsConfirmed(
                            quoteKind,
                            quoteDate,
                            doubts.stream()
                                    .map(doubt -> doubt.code() + "|" + String.join("|", doubt.args()))
                                    .toList()));
        }
        return writing.answer();
    }

    private String text(Standing deal) {
        return quoteLines.orElseGet(() -> QuoteText.decoded(deal.ask(Files.class)
                .find(deal.file().id(), quoteFile.orElseThrow())
                .orElseThrow()
                .bytes()));
    }

    private static List<QuoteDoubt> doubts(Standing deal, QuoteSet set) {
        return QuotePlausibility.doubts(set, QuotePlausibility.lastBefore(set, deal.current(Pricing.QUOTES)));
    }
}
