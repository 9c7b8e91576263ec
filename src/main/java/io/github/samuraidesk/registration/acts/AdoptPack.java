package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.LINES;
import static io.github.samuraidesk.form.FieldType.SHA256;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.law.PackAdopted;
import io.github.samuraidesk.registration.KnownPacks;

/** The deal moves to another rule pack, or counsel decides that it keeps its own. */
public record AdoptPack(
        @As(SHA256) String packSha256,
        boolean adopt,
        @As(LINES) String reason) {

    public static final Act<AdoptPack> ACT = Act.of("adoptPack", AdoptPack.class)
            .by(Role.ISSUERS_COUNSEL, Role.MANAGERS_COUNSEL)
            .deed(AdoptPack::decide)
            .entered();

    private Answer decide(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        KnownPacks packs = deal.ask(KnownPacks.class);
        if (!packs.has(packSha256)) {
            return writing.refuse("packSha256", "unknownPack", packSha256).answer();
        }
        String pinned = packs.pinned(deal.file());
        if (pinned.equals(packSha256)) {
            writing.refuse("packSha256", "alreadyOnPack");
        }
        return writing.record(PackAdopted.FACT, new PackAdopted(pinned, packSha256, adopt, reason))
                .answer();
    }
}
