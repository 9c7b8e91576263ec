package io.github.samuraidesk.workflow.acts;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Somebody was told that the deal does not go on as planned. */
public record Notice(String party, LocalDateTime at, String means) {

    /** As the fact keeps them. */
    static List<Map<String, String>> texts(List<Notice> notices) {
        return notices.stream()
                .map(n -> Map.of("party", n.party(), "at", n.at().toString(), "means", n.means()))
                .toList();
    }
}
