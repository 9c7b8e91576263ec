package io.github.samuraidesk.deal;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A version of a fact in a deal's file: its text, which is read when somebody first asks for it. */
final class StoredFact {

    private final String kind;
    private final String key;
    private final int version;
    private final String person;
    private final String businessAt;
    private final DealFile.StoredText text;
    private final boolean withdrawn;
    /** Read by whoever asked first; two who ask at once read the same. */
    private volatile @Nullable Said<?> read;

    StoredFact(
            String kind,
            String key,
            int version,
            String person,
            String businessAt,
            DealFile.StoredText text,
            boolean withdrawn) {
        this.kind = kind;
        this.key = key;
        this.version = version;
        this.person = person;
        this.businessAt = businessAt;
        this.text = text;
        this.withdrawn = withdrawn;
    }

    boolean withdrawn() {
        return withdrawn;
    }

    String person() {
        return person;
    }

    DealFile.StoredText storedText() {
        return text;
    }

    @SuppressWarnings("unchecked") // a kind has one type
    <T extends Record> Said<T> read(DealId dealId, FactKind<T> as) {
        Said<?> known = read;
        if (known == null) {
            try {
                T value = FactText.read(text.text(), as, text.version());
                if (value == null) {
                    throw new UnreadableFact(dealId, kind, key, version, null);
                }
                known = new Said<>(key, version, person, Instant.parse(businessAt), value);
            } catch (JacksonException | DateTimeException e) {
                throw new UnreadableFact(dealId, kind, key, version, e);
            }
            read = known;
        }
        return (Said<T>) known;
    }

    DealFile.Raw raw() {
        return new DealFile.Raw(key, version, person, businessAt, FactText.node(text.text()));
    }
}
