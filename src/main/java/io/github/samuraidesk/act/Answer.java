package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a deed answers: either every finding for which it is refused, or what is recorded, in its order, and what the
 * gateways of the process must know.
 */
public record Answer(List<Finding> refused, List<Effect> effects, Map<GatewayFact, Object> gateway) {

    public Answer {
        refused = List.copyOf(refused);
        effects = refused.isEmpty() ? List.copyOf(effects) : List.of();
        gateway = refused.isEmpty() ? Map.copyOf(gateway) : Map.of();
    }

    public boolean isRefused() {
        return !refused.isEmpty();
    }

    /** The facts among the effects. */
    public List<Effect.Recording<?>> facts() {
        return effects.stream()
                .<Effect.Recording<?>>mapMulti((e, take) -> {
                    if (e instanceof Effect.Recording<?> recording) {
                        take.accept(recording);
                    }
                })
                .toList();
    }

    /** An answer under way: findings gather, so that all are told at once. */
    public static final class Writing {

        private final List<Finding> refused = new ArrayList<>();
        private final List<Effect> effects = new ArrayList<>();
        private final Map<GatewayFact, Object> gateway = new EnumMap<>(GatewayFact.class);

        public Answer answer() {
            return new Answer(refused, effects, gateway);
        }

        public boolean isRefused() {
            return !refused.isEmpty();
        }

        /** @param field as in {@link Finding#field()}; a cell is {@code table[row].column} with rows from 0 */
        public Writing refuse(String field, String code, String... args) {
            return refuse(Finding.field(field, code, args));
        }

        public Writing refuse(Finding finding) {
            refused.add(finding);
            return this;
        }

        public Writing refuse(List<Finding> findings) {
            refused.addAll(findings);
            return this;
        }

        public Writing mustBeYes(String field, boolean said) {
            return said ? this : refuse(field, "mustBeYes");
        }

        /** Amounts and rates are equal by value, whatever their scale. */
        public Writing mustEqual(String field, BigDecimal said, BigDecimal expected) {
            return said.compareTo(expected) == 0
                    ? this
                    : refuse(field, "valueDiffers", said.toPlainString(), expected.toPlainString());
        }

        /** A value that was left out differs from every other. */
        public Writing mustEqual(String field, Optional<BigDecimal> said, BigDecimal expected) {
            return said.isPresent()
                    ? mustEqual(field, said.get(), expected)
                    : refuse(field, "valueDiffers", "—", expected.toPlainString());
        }

        public <T extends Record> Writing record(FactKind.One<T> kind, T fact) {
            effects.add(new Effect.Recording<>(kind, fact));
            return this;
        }

        public Writing withdraw(FactKind.One<?> kind, String reason) {
            effects.add(new Effect.Withdrawal(kind, reason));
            return this;
        }

        /** The process goes back to the beginning of marketing. */
        public Writing postpone() {
            effects.add(new Effect.Postponing());
            return this;
        }

        /** The process ends here. */
        public Writing pull(String reason) {
            effects.add(new Effect.Pulling(reason));
            return this;
        }

        /** @return the hash by which facts name the file */
        public String keep(String mediaType, String fileName, byte[] bytes) {
            var keeping = new Effect.Keeping(mediaType, fileName, bytes);
            effects.add(keeping);
            return keeping.sha256();
        }

        public Writing tell(GatewayFact fact, Object value) {
            gateway.put(fact, value);
            return this;
        }
    }
}
