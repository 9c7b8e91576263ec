package io.github.samuraidesk.bond;

import java.math.BigDecimal;

/**
 * What borrowing costs the issuer, all in (発行コスト).
 *
 * @param netProceeds yen received at issue after fee and expenses
 * @param semiAnnualYield yield of the net proceeds compounded twice a year, decimal
 * @param annualYield the same compounded once a year, decimal
 */
public record IssuerCostResult(BigDecimal netProceeds, double semiAnnualYield, double annualYield) {}
