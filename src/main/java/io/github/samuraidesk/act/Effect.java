package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Sha256;

/** What an act does to a deal; it is done in the order of the answer, under the deal's lock. */
public sealed interface Effect {

    /** A fact is recorded under its kind and key. */
    record Recording<T extends Record>(FactKind.One<T> kind, T fact) implements Effect {}

    /** A fact stands no longer; nothing happens where none stood. */
    record Withdrawal(FactKind.One<?> kind, String reason) implements Effect {}

    /** Marketing and settlement begin again from every point of them. */
    record Postponing() implements Effect {}

    /** The process of the deal ends. */
    record Pulling(String reason) implements Effect {}

    /** A file is kept with the deal. */
    record Keeping(String mediaType, String fileName, byte[] bytes) implements Effect {

        /** The name by which facts and events know it. */
        public String sha256() {
            return Sha256.of(bytes);
        }
    }
}
