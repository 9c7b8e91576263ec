package io.github.samuraidesk.review;

import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A remark on a paper; it is open until somebody resolves it, and open remarks keep the paper from being filed.
 *
 * @param place heading or clause it is about
 * @param figure field of the figure it is pinned to, for example {@code 5Y.coupon}, or empty
 */
public record Comment(
        Integer number,
        String paper,
        String place,
        String figure,
        String text,
        String author,
        List<Reply> replies,
        Boolean resolved) {

    public static final FactKind.Per<Comment> FACT = FactKind.per("Comment", Comment.class);

    /** Facts of earlier programs have neither figure nor replies. */
    public Comment {
        number = Objects.requireNonNullElse(number, 0);
        resolved = Objects.requireNonNullElse(resolved, false);
        figure = Objects.requireNonNullElse(figure, "");
        replies = Objects.requireNonNullElse(replies, List.of());
    }

    public record Reply(String person, LocalDateTime at, String text, boolean resolves) {}

    public Comment numbered(int as) {
        return new Comment(as, paper, place, figure, text, author, replies, resolved);
    }

    /** The same remark with one more reply. */
    public Comment with(Reply reply) {
        var all = new ArrayList<>(replies);
        all.add(reply);
        return new Comment(number, paper, place, figure, text, author, List.copyOf(all), reply.resolves());
    }
}
