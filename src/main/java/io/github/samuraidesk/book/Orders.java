package io.github.samuraidesk.book;

import io.github.samuraidesk.deal.DealFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The book as it stands: the orders of all firms. Amounts in yen. */
public record Orders(List<Order> all) {

    public static Orders of(DealFile deal) {
        return new Orders(deal.current(Order.FACT));
    }

    public List<Order> ofTranche(String tranche) {
        return all.stream().filter(o -> o.tranche().equals(tranche)).toList();
    }

    /** The same investor through several firms, or in several tranches, is one customer. */
    public int customers() {
        return (int) all.stream().map(Order::investor).distinct().count();
    }

    /** Demand (需要) for all tranches. */
    public BigDecimal demandYen() {
        return sum(all.stream());
    }

    public BigDecimal demandYen(String tranche) {
        return sum(ofTranche(tranche).stream());
    }

    /**
     * The most that an investor may be given of a tranche: its largest order, since orders through several firms may be
     * one and the same demand. Zero where it ordered nothing.
     */
    public BigDecimal largestYen(String investor, String tranche) {
        return ofTranche(tranche).stream()
                .filter(o -> o.investor().equals(investor))
                .map(Order::amountYen)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal sum(Stream<Order> orders) {
        return orders.map(Order::amountYen).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
