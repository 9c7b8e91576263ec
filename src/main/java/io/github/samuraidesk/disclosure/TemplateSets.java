package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.HouseEvents;
import io.github.samuraidesk.deal.Remembered;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.IContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * Every set of templates that a program on this database ever came with. Each program keeps its own when it starts, so a
 * later one can still set a paper of an earlier deal. What was kept is only added to.
 */
@Component
public class TemplateSets implements SmartInitializingSingleton {

    /** A deal seldom outlives more versions of the program; what is forgotten is read again. */
    private static final int MOST_REMEMBERED = 8;

    private final JdbcClient jdbc;
    private final HouseEvents house;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final TemplateSet own;
    private final MessageSource messages;
    private final Map<String, TemplateSet> read = Remembered.atMost(MOST_REMEMBERED);
    private final Map<String, ITemplateEngine> engines = Remembered.atMost(MOST_REMEMBERED);

    TemplateSets(
            JdbcClient jdbc,
            HouseEvents house,
            TransactionTemplate transaction,
            Clock clock,
            TemplateSet own,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.house = house;
        this.transaction = transaction;
        this.clock = clock;
        this.own = own;
        this.messages = messages;
    }

    /** Before any page is served or paper set: what a deal is pinned to must have been kept. */
    @Override
    public void afterSingletonsInstantiated() {
        keepOwn();
    }

    /** The set that this program comes with. */
    public TemplateSet own() {
        return own;
    }

    /** Keeps the program's set; nodes that start at once wait for each other on the lock of the house. */
    void keepOwn() {
        if (!isKept()) {
            transaction.executeWithoutResult(status -> {
                house.lock();
                if (!isKept()) {
                    insertOwn();
                }
            });
        }
    }

    private boolean isKept() {
        return count("SELECT COUNT(*) FROM template_set WHERE sha256 = ?", own.sha256()) > 0;
    }

    private long count(String sql, String sha256) {
        return jdbc.sql(sql).param(sha256).query(Long.class).single();
    }

    private void insertOwn() {
        String now = clock.instant().toString();
        own.files().forEach((name, hash) -> {
            if (count("SELECT COUNT(*) FROM template_text WHERE sha256 = ?", hash) == 0) {
                jdbc.sql("INSERT INTO template_text (sha256, body) VALUES (?,?)")
                        .params(hash, own.texts().get(name))
                        .update();
            }
            jdbc.sql("INSERT INTO template_set (sha256, file_name, text_sha256, kept_at) VALUES (?,?,?,?)")
                    .params(own.sha256(), name, hash, now)
                    .update();
        });
    }

    /** Empty for a set that was never kept, and for one that is no longer what its hash names. */
    public Optional<TemplateSet> find(String sha256) {
        if (own.sha256().equals(sha256)) {
            return Optional.of(own);
        }
        TemplateSet known = read.get(sha256);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<TemplateSet> kept = Optional.of(TemplateSet.of(textsAsStored(sha256)))
                .filter(s -> s.sha256().equals(sha256));
        kept.ifPresent(s -> read.put(sha256, s));
        return kept;
    }

    private Map<String, String> textsAsStored(String sha256) {
        var texts = new TreeMap<String, String>();
        jdbc.sql("SELECT s.file_name, t.body FROM template_set s JOIN template_text t ON t.sha256 = s.text_sha256"
                        + " WHERE s.sha256 = ?")
                .param(sha256)
                .query(rs -> {
                    texts.put(rs.getString(1), rs.getString(2));
                });
        return texts;
    }

    /** Files of a set by name, whatever they have become: evidence shows them as they are. */
    public Map<String, byte[]> asStored(String sha256) {
        var files = new TreeMap<String, byte[]>();
        textsAsStored(sha256).forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    /** A template of a set with its variables put in; parts that it names come from the same set. */
    String process(TemplateSet set, String template, IContext context) {
        ITemplateEngine engine = engines.computeIfAbsent(set.sha256(), hash -> engineOf(set));
        return engine.process(template, context);
    }

    /** An engine of its own for each set knows no other template; the titles of open slots are wording of the program. */
    private ITemplateEngine engineOf(TemplateSet set) {
        var resolver = new AbstractConfigurableTemplateResolver() {
            @Override
            protected ITemplateResource computeTemplateResource(
                    IEngineConfiguration configuration,
                    String ownerTemplate,
                    String template,
                    String resourceName,
                    String characterEncoding,
                    Map<String, Object> attributes) {
                return new StringTemplateResource(set.text(resourceName));
            }
        };
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
