package io.github.samuraidesk.deal;

import java.util.List;

/**
 * A kind of fact: the name under which it is stored, and the version of its text that this program writes and reads. The
 * name is given here and nowhere taken from a class: a class may be renamed, a stored name may not.
 *
 * @param <T> what the text is read as
 */
public sealed interface FactKind<T extends Record> {

    /** Stored name, for example {@code RouteConfirmed}. */
    String name();

    Class<T> type();

    /** The same kind, whatever the key. */
    Per<T> perKey();

    /** Version of the text, from 1; 0 is the text of programs that knew no versions. */
    int version();

    /** Steps from an older version to the next one; the first leads from version 0 to 1. */
    List<Upcast> upcasts();

    /** A kind of which a deal has one fact, or the one of a kind that stands under a key. */
    static <T extends Record> One<T> one(String name, Class<T> type, String key) {
        return new One<>(per(name, type), key);
    }

    /** A kind of which a deal has a fact per key, as per tranche or per firm. */
    static <T extends Record> Per<T> per(String name, Class<T> type) {
        return new Per<>(name, type, 1, List.of());
    }

    record Per<T extends Record>(String name, Class<T> type, int version, List<Upcast> upcasts) implements FactKind<T> {

        public Per {
            upcasts = List.copyOf(upcasts);
            if (version < 1 || upcasts.size() >= version + 1) {
                throw new IllegalArgumentException(name + ": version " + version + ", upcasts " + upcasts.size());
            }
        }

        @Override
        public Per<T> perKey() {
            return this;
        }

        /** The fact of this kind that stands under a key. */
        public One<T> at(String key) {
            return new One<>(this, key);
        }

        /** The same kind in a later version: its texts need this upcast to be read by it. */
        public Per<T> then(Upcast upcast) {
            var all = new java.util.ArrayList<>(upcasts);
            while (all.size() < version) {
                all.add(Upcast.NONE);
            }
            all.add(upcast);
            return new Per<>(name, type, version + 1, all);
        }
    }

    record One<T extends Record>(Per<T> kind, String key) implements FactKind<T> {

        @Override
        public Per<T> perKey() {
            return kind;
        }

        @Override
        public String name() {
            return kind.name();
        }

        @Override
        public Class<T> type() {
            return kind.type();
        }

        @Override
        public int version() {
            return kind.version();
        }

        @Override
        public List<Upcast> upcasts() {
            return kind.upcasts();
        }

        /** The same kind in a later version. */
        public One<T> then(Upcast upcast) {
            return new One<>(kind.then(upcast), key);
        }
    }

    /** Turns the text of one version into that of the next. */
    @FunctionalInterface
    interface Upcast {

        /** For a version that only added components: what was not said stays not said. */
        Upcast NONE = text -> text;

        /** @param text components by name, as {@link FactText} reads them; may be changed in place */
        java.util.Map<String, Object> apply(java.util.Map<String, Object> text);
    }
}
