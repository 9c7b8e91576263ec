package io.github.samuraidesk.bond;

/**
 * One bond at one price against a swap curve. Spreads and rates are decimals (0.00905 is 90.5 bp).
 *
 * @param presentValue flows at the curve, per 100, on the settlement day
 * @param zSpreadContinuous spread on continuously compounded zero rates
 * @param zSpreadSemiAnnual spread on zero rates compounded twice a year
 * @param parAssetSwapAnnual (present value − dirty) / (100 × annual annuity): par-par asset swap spread
 * @param parAssetSwapSemiAnnual the same on a half-yearly annuity
 * @param marketAssetSwapAnnual the same on a notional of the dirty price: market-value asset swap spread
 * @param marketAssetSwapSemiAnnual the same on a half-yearly annuity
 * @param midSwapInterpolated quotes read linearly at maturity
 * @param midSwapOnCurve (1 − DF) / annuity from settlement
 * @param spreadOverMidSwapInterpolated ICMA yield − interpolated mid swap, without converting compounding: market usage
 * @param spreadOverMidSwapOnCurve the same over the curve's mid swap
 * @param iSpread ICMA yield compounded annually − interpolated mid swap: both on one frequency
 */
public record CurveMeasures(
        double presentValue,
        double zSpreadContinuous,
        double zSpreadSemiAnnual,
        double parAssetSwapAnnual,
        double parAssetSwapSemiAnnual,
        double marketAssetSwapAnnual,
        double marketAssetSwapSemiAnnual,
        double midSwapInterpolated,
        double midSwapOnCurve,
        double spreadOverMidSwapInterpolated,
        double spreadOverMidSwapOnCurve,
        double iSpread) {}
