package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the desk refuses is an event of the deal: who tried what, and which rule stood against it. */
class RefusedActsTest extends DeskTest {

    private static final byte[] BYTES = "x".getBytes(StandardCharsets.UTF_8);

    private record Attempt(Desk desk, DealId id, java.time.Instant now) {}

    static Stream<Arguments> attempts() {
        PersonId auditor = Cast.AUDITOR.person();
        return Stream.of(
                attempt(
                        "join agent AGENT",
                        "ACCESS",
                        a -> a.desk().join(new Member(a.id(), Cast.AGENT.person(), Role.AGENT, ""), auditor),
                        auditor),
                attempt(
                        "leave lead LEAD_MANAGER",
                        "ACCESS",
                        a -> a.desk().leave(new Member(a.id(), Cast.LEAD.person(), Role.LEAD_MANAGER, ""), auditor),
                        auditor),
                attempt(
                        "upload x.bin",
                        "ACCESS",
                        a -> a.desk().upload(a.id(), "application/octet-stream", "x.bin", BYTES, auditor),
                        auditor),
                attempt(
                        "upload x.pdf",
                        "FORM",
                        a -> a.desk().upload(a.id(), "application/pdf", "x.pdf", BYTES, Cast.LEAD.person()),
                        Cast.LEAD.person()),
                attempt(
                        "evidencePack",
                        "ACCESS",
                        a -> a.desk().makeEvidencePack(a.id(), false, Cast.AGENT.person()),
                        Cast.AGENT.person()),
                attempt("practiceTime ", "ACCESS", a -> a.desk().movePracticeTime(a.id(), a.now(), auditor), auditor),
                attempt(
                        "practiceTime ",
                        "FORM",
                        a -> a.desk().movePracticeTime(a.id(), a.now().minusSeconds(9), Cast.LEAD.person()),
                        Cast.LEAD.person()),
                attempt(
                        "draft holdKickOff",
                        "ACCESS",
                        a -> a.desk().saveDraft(a.id(), HumanTask.HOLD_KICK_OFF, FormValues.empty(), 0, auditor),
                        auditor));
    }

    private static Arguments attempt(String what, String rule, Consumer<Attempt> act, PersonId by) {
        return Arguments.of(what, rule, act, by);
    }

    @ParameterizedTest(name = "{0} by {3} against {1}")
    @MethodSource("attempts")
    void everyRefusedAttemptIsAnEventOfTheDeal(String what, String rule, Consumer<Attempt> act, PersonId by) {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        int before = desk.history(id).size();
        assertThatThrownBy(() -> act.accept(new Attempt(desk, id, clock.now(id))))
                .isInstanceOf(Refused.class);
        assertThat(desk.history(id).subList(before, desk.history(id).size()))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.type()).isEqualTo("refused");
                    assertThat(e.person()).isEqualTo(by.value());
                    assertThat(e.body()).contains("\"what\":\"" + what).contains("\"rule\":\"" + rule + "\"");
                });
    }

    @Test
    void thePageOfMembersRecordsItsRefusalsAndTheHistoryShowsThem() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        var agent = new Visitor(port, Cast.AGENT.person().value(), PASSWORD);
        Visitor.Answer answer = agent.submit(
                "/deals/" + id + "/members",
                "/deals/" + id + "/members/leave",
                Map.of("person", "lead", "role", "LEAD_MANAGER"),
                "",
                "",
                new byte[0]);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(desk.history(id)).last().extracting(SealedEvent::type).isEqualTo("refused");
        assertThat(agent.get("/deals/" + id + "/history").body()).contains("leave lead LEAD_MANAGER");
    }
}
