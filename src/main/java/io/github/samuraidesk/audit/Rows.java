package io.github.samuraidesk.audit;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A deal's rows as they are stored, of the tables that are held to its events. Their order is that of storing. */
record Rows(
        List<Fact> facts, List<Member> members, @Nullable Deal deal) {

    /** @param body JSON as stored */
    record Fact(
            String kind, String key, int version, String body, String person, String businessAt, boolean withdrawn) {

        Fact {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(key);
            Objects.requireNonNull(body);
            Objects.requireNonNull(person);
            Objects.requireNonNull(businessAt);
        }
    }

    record Member(String person, String role, String firm) {

        Member {
            Objects.requireNonNull(person);
            Objects.requireNonNull(role);
            Objects.requireNonNull(firm);
        }
    }

    /** @param practiceNow null for a real deal */
    record Deal(boolean practice, String rulePack, @Nullable String practiceNow, String openedBy) {

        Deal {
            Objects.requireNonNull(rulePack);
            Objects.requireNonNull(openedBy);
        }
    }
}
