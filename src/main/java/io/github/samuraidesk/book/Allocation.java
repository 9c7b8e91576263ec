package io.github.samuraidesk.book;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who gets how much of which tranche through whom (配分). Amounts in yen. */
public record Allocation(List<Line> lines) {

    public static final FactKind.One<Allocation> FACT = FactKind.one("Allocation", Allocation.class, "allocation");

    public record Line(String tranche, String investor, String manager, BigDecimal amountYen) {}

    /** Everybody who gets something, once, in the order of the lines. */
    public Set<String> investors() {
        return lines.stream().map(Line::investor).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public BigDecimal total(String tranche) {
        return lines.stream()
                .filter(l -> l.tranche().equals(tranche))
                .map(Line::amountYen)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
