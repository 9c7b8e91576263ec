package io.github.samuraidesk.registration;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Rule;
import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.law.Blackout;
import io.github.samuraidesk.law.PackAdopted;
import io.github.samuraidesk.registration.acts.AddAttachment;
import io.github.samuraidesk.registration.acts.AdoptPack;
import io.github.samuraidesk.registration.acts.CheckShelfAmendment;
import io.github.samuraidesk.registration.acts.ClearPreFilingReview;
import io.github.samuraidesk.registration.acts.ConfirmEffectiveness;
import io.github.samuraidesk.registration.acts.ConfirmRoute;
import io.github.samuraidesk.registration.acts.ConfirmShelfEffective;
import io.github.samuraidesk.registration.acts.FileAmendment;
import io.github.samuraidesk.registration.acts.FileFinalTerms;
import io.github.samuraidesk.registration.acts.FileStatement;
import io.github.samuraidesk.registration.acts.RecordExistingShelf;
import io.github.samuraidesk.registration.acts.RecordFilingProgress;
import io.github.samuraidesk.registration.acts.RecordShortClock;
import io.github.samuraidesk.registration.acts.RegisterFiler;
import io.github.samuraidesk.registration.acts.SetBlackout;
import io.github.samuraidesk.registration.acts.SetFilingDay;
import io.github.samuraidesk.registration.acts.WithdrawRegistration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Route, filings and their clocks, amendments, blackouts and the rule pack. */
@Component
public class Registration implements DeclaresFacts {

    public static final List<Act<?>> ACTS = List.of(
            ConfirmRoute.ACT,
            CheckShelfAmendment.ACT,
            RegisterFiler.ACT,
            ClearPreFilingReview.ACT,
            FileStatement.ACT,
            RecordExistingShelf.ACT,
            ConfirmShelfEffective.ACT,
            FileFinalTerms.ACT,
            ConfirmEffectiveness.ACT,
            RecordFilingProgress.ACT,
            AddAttachment.ACT,
            SetFilingDay.ACT,
            RecordShortClock.ACT,
            FileAmendment.ACT,
            WithdrawRegistration.ACT,
            AdoptPack.ACT,
            SetBlackout.ACT);

    public static final Map<Gate, Rule> GATES = Map.of(
            Gate.G5, RegistrationRules::statementMustBeAccepted,
            Gate.G6, RegistrationRules::registrationMustBeEffective,
            Gate.TAKEDOWN, RegistrationRules::shelfMustAllowTheTakedown);

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(
                Amendment.FACT,
                Attachment.FACT,
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
