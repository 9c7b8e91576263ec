package io.github.samuraidesk.review;

import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.disclosure.RenderedPaper;
import java.util.Objects;

/**
 * A reviewer's verdict on an exact paper: every rendition by hash, with the template, data and rule pack it came from.
 * It stands only while the paper's current hashes are these.
 *
 * @param role in which the reviewer spoke
 * @param fallenBecause the change that took an approval away; empty while it stands
 */
public record Verdict(
        String paper,
        Role role,
        Outcome outcome,
        String pdfSha256,
        String xhtmlSha256,
        String edinetSha256,
        String dataSha256,
        String templateSha256,
        String rulePack,
        String reviewer,
        String remark,
        String fallenBecause) {

    public static final FactKind.Per<Verdict> FACT = FactKind.per("Verdict", Verdict.class);

    /** Facts of earlier programs name no rendition for EDINET, and come from the managers' counsel alone. */
    public Verdict {
        role = Objects.requireNonNullElse(role, Role.MANAGERS_COUNSEL);
        edinetSha256 = Objects.requireNonNullElse(edinetSha256, "");
        fallenBecause = Objects.requireNonNullElse(fallenBecause, "");
    }

    public static Verdict on(RenderedPaper paper, Role role, Outcome outcome, String reviewer, String remark) {
        return new Verdict(
                paper.paper().code(),
                role,
                outcome,
                paper.pdfSha256(),
                paper.xhtmlSha256(),
                paper.edinetSha256(),
                paper.dataSha256(),
                paper.templateSha256(),
                paper.rulePack(),
                reviewer,
                remark,
                "");
    }

    public static String key(String paper, Role role) {
        return paper + "/" + role.name();
    }

    /** Whether it names exactly this version, and has not fallen. */
    public boolean isOf(RenderedPaper p) {
        return fallenBecause.isEmpty()
                && pdfSha256.equals(p.pdfSha256())
                && xhtmlSha256.equals(p.xhtmlSha256())
                && edinetSha256.equals(p.edinetSha256())
                && dataSha256.equals(p.dataSha256())
                && templateSha256.equals(p.templateSha256())
                && rulePack.equals(p.rulePack());
    }

    public Verdict fallen(String because) {
        return new Verdict(
                paper,
                role,
                outcome,
                pdfSha256,
                xhtmlSha256,
                edinetSha256,
                dataSha256,
                templateSha256,
                rulePack,
                reviewer,
                remark,
                because);
    }

    public enum Outcome {
        APPROVED,
        REJECTED
    }
}
