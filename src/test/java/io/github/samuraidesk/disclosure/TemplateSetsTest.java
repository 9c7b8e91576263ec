package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.HouseEvents;
import io.github.samuraidesk.deal.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.context.Context;

/** Programs keep their sets side by side, each once, and find those of others. */
class TemplateSetsTest extends DeskTest {

    @Autowired
    private TemplateSets sets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HouseEvents house;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MessageSource messages;

    private TemplateSets program(TemplateSet own, HouseEvents house) {
        return new TemplateSets(jdbc, house, transaction, Clock.systemUTC(), own, messages);
    }

    private static TemplateSet with(String title) {
        return OlderTemplates.changed(TemplateSet.fromClassPath(), "documents/cp-list.html", "払込みの前提条件一覧", title);
    }

    private long rows(String sha256) {
        return jdbc.sql("SELECT COUNT(*) FROM template_set WHERE sha256 = ?")
                .param(sha256)
                .query(Long.class)
                .single();
    }

    @Test
    void aProgramKeepsItsSetWhenItStarts() {
        assertThat(rows(sets.own().sha256())).isEqualTo(sets.own().files().size());
        assertThat(sets.asStored(sets.own().sha256()).keySet())
                .isEqualTo(sets.own().files().keySet());
    }

    /** Both find nothing kept before either has the lock; one keeps the set, the other finds it. */
    @Test
    void twoNodesThatStartAtOnceKeepItOnce() {
        TemplateSet own = with("二つのノード");
        var bothHaveLooked = new CountDownLatch(2);
        var waiting = new HouseEvents() {
            @Override
            public void lock() {
                bothHaveLooked.countDown();
                try {
                    bothHaveLooked.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                house.lock();
            }

            @Override
            public void append(String type, PersonId person, Map<String, Object> body) {
                throw new UnsupportedOperationException();
            }
        };
        List<CompletableFuture<Void>> nodes = Stream.of(program(own, waiting), program(own, waiting))
                .map(node -> CompletableFuture.runAsync(node::keepOwn))
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(bothHaveLooked.getCount()).isZero();
        assertThat(rows(own.sha256())).isEqualTo(own.files().size());
        assertThat(sets.find(own.sha256())).map(TemplateSet::files).contains(own.files());
    }

    @Test
    void aSetOfAnotherProgramIsReadWithItsOwnParts() {
        TemplateSet other = OlderTemplates.changed(with("旧一覧"), "documents/parts.html", "Samurai Desk 作成", "旧 作成");
        program(other, house).keepOwn();
        TemplateSet found = sets.find(other.sha256()).orElseThrow();
        var context = new Context(Locale.JAPANESE, Map.of("d", new Data("X", "p", List.of()), "preview", false));
        assertThat(sets.process(found, "documents/cp-list", context)).contains("旧一覧", "旧 作成");
        assertThat(sets.process(sets.own(), "documents/cp-list", context)).contains("払込みの前提条件一覧", "Samurai Desk 作成");
    }

    /** What a list of conditions precedent asks of a deal's data. */
    public record Data(String dealId, String rulePack, List<String> conditions) {

        public boolean practice() {
            return false;
        }

        public Map<String, PaperData.Value> facts() {
            return Map.of("issuerNameJa", PaperData.Value.of("発行者"), "issuerName", PaperData.Value.of("Issuer"));
        }
    }

    @Test
    void aSetWhoseTextWasChangedIsNotFoundButShownAsItIs() {
        TemplateSet other = with("改変前");
        program(other, house).keepOwn();
        jdbc.sql("UPDATE template_text SET body = ? WHERE sha256 = ?")
                .params("改変後", other.files().get("documents/cp-list.html"))
                .update();
        assertThat(sets.find(other.sha256())).isEmpty();
        assertThat(new String(
                        sets.asStored(other.sha256()).get("documents/cp-list.html"),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("改変後");
        assertThat(sets.find("0".repeat(64))).as("one that nobody kept").isEmpty();
    }
}
