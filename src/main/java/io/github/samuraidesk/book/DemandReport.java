package io.github.samuraidesk.book;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Demand information for the issuer (JSDA rule in force from 2021-01-01 [JSDA-DEM]): number of customers and demand per
 * spread, names where the rule asks: certain classes always, others from one billion yen; retail is left out. The same
 * investor and tranche through several managers is one customer and is flagged as a possible duplicate.
 */
public record DemandReport(List<Level> levels, List<Named> named, List<String> duplicates) {

    private static final BigDecimal NAMED_FROM_YEN = new BigDecimal("1000000000");

    /** @param spread limit in basis points, or empty text for orders without a limit */
    public record Level(String tranche, String spread, int customers, BigDecimal demandYen) {}

    public record Named(String investor, String tranche, BigDecimal demandYen) {}

    /** The report was handed to the issuer. */
    public record Given(LocalDateTime at, int customers, BigDecimal demandYen) {
        public static final FactKind.One<Given> FACT = FactKind.one("Given", Given.class, "before");

        public static Given of(LocalDateTime at, Orders orders) {
            return new Given(at, orders.customers(), orders.demandYen());
        }
    }

    public static DemandReport of(List<Order> orders) {
        var levels = new TreeMap<String, List<Order>>();
        var byInvestor = new LinkedHashMap<String, List<Order>>();
        for (Order o : orders) {
            if (o.investorClass() == InvestorClass.RETAIL) {
                continue;
            }
            BigDecimal limitBp = o.limitBp();
            String level = limitBp == null ? "" : limitBp.stripTrailingZeros().toPlainString();
            levels.computeIfAbsent(o.tranche() + "\t" + level, k -> new ArrayList<>())
                    .add(o);
            byInvestor
                    .computeIfAbsent(o.investor() + "\t" + o.tranche(), k -> new ArrayList<>())
                    .add(o);
        }
        return new DemandReport(
                levels.entrySet().stream()
                        .map(e -> new Level(
                                e.getKey().substring(0, e.getKey().indexOf('\t')),
                                e.getKey().substring(e.getKey().indexOf('\t') + 1),
                                (int) e.getValue().stream()
                                        .map(Order::investor)
                                        .distinct()
                                        .count(),
                                sum(e.getValue())))
                        .toList(),
                byInvestor.values().stream()
                        .filter(os ->
                                os.get(0).investorClass().isAlwaysNamed() || sum(os).compareTo(NAMED_FROM_YEN) >= 0)
                        .map(os -> new Named(os.get(0).investor(), os.get(0).tranche(), sum(os)))
                        .toList(),
                byInvestor.entrySet().stream()
                        .filter(e -> e.getValue().stream()
                                        .map(Order::manager)
                                        .distinct()
                                        .count()
                                > 1)
                        .map(Map.Entry::getKey)
                        .map(k -> k.replace('\t', '/'))
                        .toList());
    }

    /**
     * Sales by investor after pricing (販売先情報), with names where the rule asks; the class of an investor is that of its
     * order.
     */
    public static List<Named> sales(Allocation allocation, List<Order> orders) {
        var sold = new LinkedHashMap<String, BigDecimal>();
        allocation.lines().forEach(l -> sold.merge(l.investor() + "\t" + l.tranche(), l.amountYen(), BigDecimal::add));
        var named = new ArrayList<Named>();
        sold.forEach((key, amount) -> {
            String investor = key.substring(0, key.indexOf('\t'));
            boolean always = orders.stream()
                    .filter(o -> o.investor().equals(investor))
                    .anyMatch(o -> o.investorClass().isAlwaysNamed());
            boolean retail = orders.stream()
                    .filter(o -> o.investor().equals(investor))
                    .anyMatch(o -> o.investorClass() == InvestorClass.RETAIL);
            if (!retail && (always || amount.compareTo(NAMED_FROM_YEN) >= 0)) {
                named.add(new Named(investor, key.substring(key.indexOf('\t') + 1), amount));
            }
        });
        return named;
    }

    private static BigDecimal sum(List<Order> orders) {
        return orders.stream().map(Order::amountYen).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
