package io.github.samuraidesk.pricing;

import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.FactText;
import io.github.samuraidesk.deal.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * The seal of a pricing run: SHA-256 over its text with the seal itself empty, so that equal inputs and results have equal
 * seals. It is checked over the text as it was stored, never over a run that was read and written again: a program that
 * knows more or fewer components finds the same seal.
 */
public final class Seal {

    private static final String COMPONENT = "seal";

    private Seal() {}

    /** @param unsealed a run whose seal is empty */
    static String of(PricingRun unsealed) {
        return sha256(FactText.of(unsealed));
    }

    /** Whether a stored run is what its seal was made of. */
    public static boolean holds(DealFile.StoredText stored, String seal) {
        return sha256(FactText.emptied(stored, COMPONENT, PricingRun.class)).equals(seal);
    }

    private static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
