package io.github.samuraidesk.access;

import io.github.samuraidesk.deal.DealFiles;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.HouseEvents;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The house's list of firms, which administrators keep. A firm is never taken off it: facts name it. */
@Repository
public class Firms {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final HouseEvents events;
    private final DealFiles files;

    Firms(JdbcClient jdbc, HouseEvents events, DealFiles files) {
        this.jdbc = jdbc;
        this.files = files;
        this.events = events;
    }

    public FirmList list() {
        return files.once(FirmList.class, this::read);
    }

    private FirmList read() {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        jdbc.sql("SELECT firm, shown FROM firm_spelling ORDER BY firm, shown").query(rs -> {
            shown.computeIfAbsent(rs.getString(1), k -> new ArrayList<>()).add(rs.getString(2));
        });
        return new FirmList(jdbc.sql("SELECT name, name_ja, kind FROM firm ORDER BY name")
                .query((rs, i) -> new Firm(
                        rs.getString(1),
                        rs.getString(2),
                        Firm.Kind.valueOf(rs.getString(3)),
                        aliases(rs.getString(1), rs.getString(2), shown)))
                .list());
    }

    private static List<String> aliases(String name, String nameJa, Map<String, List<String>> shown) {
        return shown.getOrDefault(name, List.of()).stream()
                .filter(s -> !s.equals(name) && !s.equals(nameJa))
                .toList();
    }

    /** Adds a firm. @throws Refused when a name is missing or names another firm already */
    @Transactional
    public void add(Firm firm, PersonId by) {
        var findings = new ArrayList<Finding>();
        mustBeAName("name", firm.name(), findings);
        mustBeAName("nameJa", firm.nameJa(), findings);
        firm.aliases().forEach(a -> mustBeAName("aliases", a, findings));
        Refused.unlessNone(findings);
        lock();
        FirmList known = list();
        FirmList.spellings(firm).values().forEach(s -> mustBeFree(s, known, findings));
        Refused.unlessNone(findings);
        jdbc.sql("INSERT INTO firm (name, name_ja, kind) VALUES (?,?,?)")
                .params(firm.name(), firm.nameJa(), firm.kind().name())
                .update();
        FirmList.spellings(firm).forEach((folded, shown) -> write(folded, firm.name(), shown));
        events.append("firmAdded", by, Map.of("firm", firm.name(), "nameJa", firm.nameJa()));
    }

    /** Adds a spelling to a firm. @throws Refused when there is no such firm, or the spelling names one already */
    @Transactional
    public void addAlias(String name, String alias, PersonId by) {
        var findings = new ArrayList<Finding>();
        mustBeAName("aliases", alias, findings);
        Refused.unlessNone(findings);
        lock();
        FirmList known = list();
        if (known.all().stream().noneMatch(f -> f.name().equals(name))) {
            findings.add(unknown("firm", name, known));
        }
        mustBeFree(alias, known, findings);
        Refused.unlessNone(findings);
        write(Spelling.folded(alias), name, alias);
        events.append("firmSpellingAdded", by, Map.of("firm", name, "spelling", alias));
    }

    private void lock() {
        events.lock();
        jdbc.sql("UPDATE firm_list SET version = version + 1").update();
    }

    private static void mustBeAName(String field, String text, List<Finding> findings) {
        if (Spelling.folded(text).isEmpty()) {
            findings.add(Finding.field(field, "required"));
        } else if (text.length() > LONGEST_NAME) {
            findings.add(Finding.field(field, "tooLong", String.valueOf(text.length()), String.valueOf(LONGEST_NAME)));
        }
    }

    private static void mustBeFree(String spelling, FirmList known, List<Finding> findings) {
        known.find(spelling).ifPresent(f -> findings.add(Finding.field("name", "firmNameTaken", spelling, f.name())));
    }

    private void write(String folded, String firm, String shown) {
        jdbc.sql("INSERT INTO firm_spelling (folded, firm, shown) VALUES (?,?,?)")
                .params(folded, firm, shown)
                .update();
    }

    /** Adds what is missing of these firms; for practice houses, whose firms come from their term sheets. */
    @Transactional
    public void keep(List<Firm> wanted) {
        lock();
        for (Firm firm : wanted) {
            FirmList known = list();
            if (known.find(firm.name()).isEmpty() && known.find(firm.nameJa()).isEmpty()) {
                add(firm, PersonId.PROGRAM);
            }
        }
    }

    /** A text names no firm; the finding tells which names are near. */
    public static Finding unknown(String field, String text, FirmList known) {
        return Finding.rule(
                "FIRM",
                "house rule: firms are chosen",
                field,
                "ADMINISTRATOR",
                "unknownFirm",
                text,
                known.near(text).isEmpty() ? "—" : String.join(", ", known.near(text)));
    }
}
