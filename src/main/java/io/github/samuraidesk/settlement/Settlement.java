package io.github.samuraidesk.settlement;

import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** JASDEC registration, funds, conditions precedent and closing. */
@Component
public class Settlement implements DeclaresFacts {

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(
                AccountSplit.FACT,
                Closed.FACT,
                ConditionPrecedent.FACT,
                FundingFailed.FACT,
                FundsMemo.FACT,
                FundsRequested.FACT,
                IssueInformation.FACT,
                NewRecord.FACT);
    }
}
