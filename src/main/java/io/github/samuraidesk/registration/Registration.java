package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.law.Blackout;
import io.github.samuraidesk.law.PackAdopted;
import java.util.List;
import org.springframework.stereotype.Component;

/** Route, filings and their clocks, amendments, blackouts and the rule pack. */
@Component
public class Registration implements DeclaresFacts {

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(
                Amendment.FACT,
                Blackout.FACT,
                EffectivenessConfirmed.FACT,
                Filing.FACT,
                FilingDay.FACT,
                FilingProgress.FACT,
                PackAdopted.FACT,
                RegistrationWithdrawn.FACT,
                RouteConfirmed.FACT,
                ShelfChecked.FACT,
                ShortClockGranted.FACT);
    }
}
