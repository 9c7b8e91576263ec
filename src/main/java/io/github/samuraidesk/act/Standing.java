package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.law.RulePack;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A deal as it stands at one moment: all that its rules and deeds decide by.
 *
 * @param file what was said so far
 * @param pack the law that the deal is pinned to
 * @param now the deal's present; business time on a practice deal
 * @param ports who answers what was not said as a fact
 */
public record Standing(DealFile file, RulePack pack, Instant now, FirmNames firms, Ports ports) {

    /** A deal whose rules ask no port. */
    public Standing(DealFile file, RulePack pack, Instant now, FirmNames firms) {
        this(file, pack, now, firms, Ports.NONE);
    }

    /** What answers a port. */
    public <P extends Port> P ask(Class<P> port) {
        return ports.of(port);
    }

    public <T extends Record> Optional<T> one(FactKind.One<T> kind) {
        return file.one(kind);
    }

    public <T extends Record> List<T> current(FactKind.Per<T> kind) {
        return file.current(kind);
    }

    public TermSheet terms() {
        return DealBook.termSheet(file);
    }

    /** Tranches that were not dropped. */
    public List<Tranche> liveTranches() {
        return DealBook.liveTranches(file);
    }

    /** @return nothing, or that there is no such tranche (any more) */
    public List<Finding> trancheMustBeLive(String field, String tranche) {
        return liveTranches().stream().anyMatch(t -> t.id().equals(tranche))
                ? List.of()
                : List.of(Finding.field(field, "unknownTranche", tranche));
    }

    /** The deal's present in Japan. */
    public LocalDateTime nowInJapan() {
        return now.atZone(DealClock.TOKYO).toLocalDateTime();
    }

    /** The deal's day in Japan. */
    public LocalDate today() {
        return nowInJapan().toLocalDate();
    }

    /** A finding of a gate, with the source that the deal's pack gives for it. */
    public Finding shut(Gate gate, String field, Role who, String code, String... args) {
        return Finding.rule(gate.name(), source(gate), field, who.name(), code, args);
    }

    /** The source that the deal's pack gives for a gate; empty where it does not know it. */
    public String source(Gate gate) {
        return pack.findGate(gate.name()).map(RulePack.GateRow::source).orElse("");
    }
}
