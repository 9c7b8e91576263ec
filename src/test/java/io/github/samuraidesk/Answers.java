package io.github.samuraidesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.deal.Finding;
import java.util.List;

/** What tests of acts read in an answer. */
public final class Answers {

    private Answers() {}

    /** Field and code of each finding of an act that was refused, and so does nothing. */
    public static List<String> refusals(Answer answer) {
        assertThat(answer.effects()).as("a refused act does nothing").isEmpty();
        assertThat(answer.gateway())
                .as("a refused act tells the process nothing")
                .isEmpty();
        return places(answer.refused());
    }

    /** Field and code of each finding. */
    public static List<String> places(List<Finding> findings) {
        return findings.stream().map(f -> f.field() + " " + f.code()).toList();
    }
}
