package io.github.samuraidesk.settlement;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** 銘柄情報 of one tranche as registered at JASDEC. @param interestPerUnit 1通貨あたりの利子額, or null for a floater */
public record IssueInformation(
        String tranche,
        String isin,
        String securitiesCode,
        BigDecimal amountYen,
        @Nullable BigDecimal couponPercent,
        @Nullable BigDecimal interestPerUnit) {
    public static final FactKind.Per<IssueInformation> FACT = FactKind.per("IssueInformation", IssueInformation.class);
}
