package io.github.samuraidesk.form;

import java.util.List;

/**
 * Why a field was refused.
 *
 * @param field the field's name; for a cell {@code table[row].column}, rows from 0
 * @param code wording key without its prefix: {@code finding.<code>}
 * @param args arguments of the wording
 */
public record Fault(String field, String code, List<String> args) {

    public static Fault of(String field, String code, String... args) {
        return new Fault(field, code, List.of(args));
    }
}
