package io.github.samuraidesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.HouseEvents;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** What nobody looks at is looked at once a night. */
class NightlySweepTest extends DeskTest {

    @Autowired
    private TrailCheck check;

    @Autowired
    private DealBook deals;

    @Autowired
    private HouseEvents events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PasswordEncoder encoder;

    @Test
    void aRowThatWasChangedIsAnEventOfTheHouse() throws InterruptedException {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ISSUE_RFP);
        var sweep = new NightlySweep(check, deals, events, transaction);
        sweep.sweep();
        assertThat(told(id)).isZero();
        String spoil = "UPDATE deal_fact SET person = ? WHERE deal_id = ? AND kind = 'TermSheet' AND version = 1";
        String person = jdbc.queryForObject(
                "SELECT person FROM deal_fact WHERE deal_id = ? AND kind = 'TermSheet' AND version = 1",
                String.class,
                id.value());
        jdbc.update(spoil, "mallory", id.value());
        try {
            sweep.sweep();
            assertThat(told(id)).isEqualTo(1);
            people.add(new Person(
                    "sweep-administrator", "Administrator", "管理者", encoder.encode(PASSWORD), true, false, false));
            var admin = new Visitor(port, "sweep-administrator", PASSWORD);
            for (String language : List.of("ja", "en", "zh-CN", "zh-TW")) {
                assertThat(admin.get("/people/events?lang=" + language).body())
                        .as(language)
                        .contains(id.value())
                        .doesNotContain("house.", "event.dealDiffers");
            }
        } finally {
            jdbc.update(spoil, person, id.value());
            check.whole(id);
        }
    }

    private int told(DealId id) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM house_event WHERE type = 'dealDiffers' AND body LIKE ?",
                Integer.class,
                "%\"" + id.value() + "\"%");
    }
}
