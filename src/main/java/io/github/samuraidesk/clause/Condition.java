package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.IssuerKind;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a clause may ask of a tranche; the answer is one word. */
public enum Condition {
    /** Legal nature of the issuer, as {@link IssuerKind}. */
    ISSUER("issuer") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return sheet.issuer().kind().name();
        }
    },
    /** Whether the issuer files under the ordinance for foreign states and the like (020). */
    STATE("state") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return word(sheet.issuer().kind().isState());
        }
    },
    RATE("rate") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return tranche.rateType().name();
        }
    },
    /** {@code senior} or {@code subordinated}, read from the status or the label that the term sheet states. */
    STATUS("status") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return SUBORDINATED.matcher(stated(tranche)).find() ? "subordinated" : "senior";
        }
    },
    /** Whether the term sheet states a status in its own words. */
    STATUS_STATED("statusStated") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return word(tranche.status() != null && !tranche.status().isBlank());
        }
    },
    /** A bank's bond that its status puts in line for write-down: subordinated, non-preferred, or counted as TLAC. */
    BAIL_IN("bailIn") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return word(sheet.issuer().kind() == IssuerKind.BANK
                    && (SUBORDINATED.matcher(stated(tranche)).find()
                            || LOSS_ABSORBING.matcher(stated(tranche)).find()));
        }
    },
    CALL("call") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return word(tranche.callDate() != null);
        }
    },
    /** Whether the tranche has a label on the use of its proceeds. */
    LABEL("label") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return word(USE_OF_PROCEEDS
                    .matcher(Objects.requireNonNullElse(tranche.label(), ""))
                    .find());
        }
    },
    RETAIL("retail") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return word(tranche.retail());
        }
    },
    DAY_RULE("dayRule") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return tranche.dayRule().name();
        }
    },
    ODD_PERIOD("oddPeriod") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return tranche.oddPeriodMethod().name();
        }
    },
    ACCRUAL_START("accrualStart") {
        @Override
        String of(TermSheet sheet, Tranche tranche) {
            return tranche.accrualStart().name();
        }
    };

    private static final Pattern SUBORDINATED =
            Pattern.compile("(?<!un)subordinated|劣後|tier ?[12]", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOSS_ABSORBING =
            Pattern.compile("non-?preferred|TLAC|bail-?in|ベイルイン", Pattern.CASE_INSENSITIVE);
    private static final Pattern USE_OF_PROCEEDS = Pattern.compile(
            "green|social|sustainab|blue|transition|climate|グリーン|ソーシャル|サステナ|ブルー|トランジション", Pattern.CASE_INSENSITIVE);

    private final String id;

    Condition(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    abstract String of(TermSheet sheet, Tranche tranche);

    static Optional<Condition> byId(String id) {
        return Arrays.stream(values()).filter(c -> c.id.equals(id)).findFirst();
    }

    /** Whether a tranche has one of the values of every condition. */
    static boolean hold(Map<String, List<String>> when, TermSheet sheet, Tranche tranche) {
        return when.entrySet().stream()
                .allMatch(e -> byId(e.getKey())
                        .filter(c -> e.getValue().contains(c.of(sheet, tranche)))
                        .isPresent());
    }

    private static String word(boolean yes) {
        return yes ? "yes" : "no";
    }

    private static String stated(Tranche tranche) {
        return (Objects.requireNonNullElse(tranche.status(), "") + " "
                        + Objects.requireNonNullElse(tranche.label(), ""))
                .toLowerCase(Locale.ROOT);
    }
}
