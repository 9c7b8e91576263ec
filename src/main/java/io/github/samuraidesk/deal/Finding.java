package io.github.samuraidesk.deal;

import io.github.samuraidesk.form.Fault;
import java.util.List;

/**
 * A refusal as a value: what is wrong, by which rule, and who can mend it.
 *
 * @param code wording key without prefix ({@code finding.<code>})
 * @param args arguments of the wording
 * @param rule id of the rule, gate or field check, for example {@code G5}
 * @param source source of the rule, as in the rule pack; empty for plain form checks
 * @param field field that must change, or empty
 * @param whoCanAct role or person that can mend it, or empty
 */
public record Finding(String code, List<String> args, String rule, String source, String field, String whoCanAct) {

    /** Rule of a finding that says "not now": nothing is wrong with what was sent, and sending it again later is right. */
    public static final String BUSY = "BUSY";

    /** Rule of a finding about a request that is longer than the server takes. */
    public static final String TOO_LARGE = "TOO-LARGE";

    /** Rule of a finding about a request that did not arrive in time. */
    public static final String TOO_SLOW = "TOO-SLOW";

    /** Rule of a finding about a deal that a newer program wrote to. */
    public static final String NEWER = "NEWER";

    /** Rule of a finding about a deal that is not what its audit trail says. */
    public static final String TRAIL = "TRAIL";

    public static Finding of(Fault fault) {
        return new Finding(fault.code(), fault.args(), "FORM", "", fault.field(), "");
    }

    public static Finding field(String field, String code, String... args) {
        return new Finding(code, List.of(args), "FORM", "", field, "");
    }

    public static Finding rule(
            String rule, String source, String field, String whoCanAct, String code, String... args) {
        return new Finding(code, List.of(args), rule, source, field, whoCanAct);
    }

    /** The same about another field. */
    public Finding at(String otherField) {
        return new Finding(code, args, rule, source, otherField, whoCanAct);
    }
}
