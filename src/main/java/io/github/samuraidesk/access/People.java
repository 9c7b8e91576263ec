package io.github.samuraidesk.access;

import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealFiles;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and memberships. */
@Repository
public class People {

    private static final String COLUMNS =
            "sign_in, name, name_ja, password_hash, administrator, may_open_deals, may_keep_clauses, firm";

    private static final String NO_ADMINISTRATOR = "NOT EXISTS (SELECT 1 FROM person"
            + " WHERE person.sign_in = membership.person AND person.administrator = TRUE)";

    private final JdbcClient jdbc;
    private final Firms firms;
    private final DealFiles files;

    People(JdbcClient jdbc, Firms firms, DealFiles files) {
        this.jdbc = jdbc;
        this.files = files;
        this.firms = firms;
    }

    @Transactional
    public void add(Person p) {
        if (PersonId.isReserved(p.signIn())) {
            throw new Refused(List.of(Finding.field("signIn", "signInReserved", p.signIn())));
        }
        jdbc.sql("INSERT INTO person (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?)")
                .params(
                        p.signIn(),
                        p.name(),
                        p.nameJa(),
                        p.passwordHash(),
                        p.administrator(),
                        p.mayOpenDeals(),
                        p.mayKeepClauses(),
                        p.firm())
                .update();
    }

    public Optional<Person> find(String signIn) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM person WHERE sign_in = ?")
                .param(signIn)
                .query((rs, i) -> person(rs))
                .optional();
    }

    public List<Person> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM person ORDER BY sign_in")
                .query((rs, i) -> person(rs))
                .list();
    }

    private static Person person(ResultSet rs) throws SQLException {
        return new Person(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getBoolean(5),
                rs.getBoolean(6),
                rs.getBoolean(7),
                rs.getString(8));
    }

    /**
     * Enters the firm of a person who has none yet. A firm once entered stays: whoever changes firms gets a new account,
     * so that nobody carries one firm's memberships into another.
     *
     * @return whether it was entered
     */
    @Transactional
    public boolean enterFirm(String signIn, String firm) {
        return jdbc.sql("UPDATE person SET firm = ? WHERE sign_in = ? AND firm IS NULL AND administrator = FALSE")
                        .params(firm, signIn)
                        .update()
                == 1;
    }

    @Transactional
    public void join(Member m) {
        long known = jdbc.sql("SELECT COUNT(*) FROM membership WHERE deal_id = ? AND person = ? AND role = ?")
                .params(m.dealId().value(), m.person().value(), m.role().name())
                .query(Long.class)
                .single();
        if (known == 0) {
            jdbc.sql("INSERT INTO membership (deal_id, person, role, firm) VALUES (?,?,?,?)")
                    .params(m.dealId().value(), m.person().value(), m.role().name(), m.firm())
                    .update();
        }
    }

    @Transactional
    public void leave(Member m) {
        jdbc.sql("DELETE FROM membership WHERE deal_id = ? AND person = ? AND role = ?")
                .params(m.dealId().value(), m.person().value(), m.role().name())
                .update();
    }

    /** The members of a deal. An administrator who was once named is none: administrators neither read deals nor approve. */
    public List<Member> members(DealId dealId) {
        Set<String> administrators = files.once(People.class, this::administrators);
        return named(dealId).stream()
                .filter(m -> !administrators.contains(m.person().value()))
                .toList();
    }

    /** Everybody who was named and not taken off, administrators of earlier programs among them; by role and person. */
    public List<Member> named(DealId dealId) {
        return files.find(dealId).map(DealFile::members).orElse(List.of()).stream()
                .sorted(Comparator.comparing(DealFile.Named::role).thenComparing(DealFile.Named::person))
                .map(n -> new Member(dealId, new PersonId(n.person()), Role.valueOf(n.role()), n.firm()))
                .toList();
    }

    private Set<String> administrators() {
        return Set.copyOf(jdbc.sql("SELECT sign_in FROM person WHERE administrator = TRUE")
                .query(String.class)
                .list());
    }

    public List<Member> memberships(PersonId person) {
        return jdbc.sql("SELECT deal_id, role, firm FROM membership WHERE person = ? AND " + NO_ADMINISTRATOR
                        + " ORDER BY deal_id, role")
                .param(person.value())
                .query((rs, i) ->
                        new Member(new DealId(rs.getString(1)), person, Role.valueOf(rs.getString(2)), rs.getString(3)))
                .list();
    }

    /** The person's roles on the deal; empty means that the deal does not exist for this person. */
    public Set<Role> roles(DealId dealId, PersonId person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        members(dealId).stream().filter(m -> m.person().equals(person)).forEach(m -> roles.add(m.role()));
        return roles;
    }

    /** Names of the firms for which a person bids and takes orders on the deal: one, but in a rehearsal. */
    public Set<String> biddingFirms(DealId dealId, PersonId person) {
        FirmList known = firms.list();
        var mine = new LinkedHashSet<String>();
        members(dealId).stream()
                .filter(m -> m.person().equals(person)
                        && m.role().bids()
                        && !m.firm().isBlank())
                .forEach(m -> mine.add(known.canonical(m.firm())));
        return mine;
    }

    /** The people whom members of a deal may see: its members, and everybody of a firm that is on it. */
    public List<Person> seenOn(DealId dealId) {
        FirmList known = firms.list();
        List<Member> members = members(dealId);
        Set<String> onTheDeal = new HashSet<>();
        members.forEach(m -> onTheDeal.add(known.canonical(m.firm())));
        Set<String> named = members.stream().map(m -> m.person().value()).collect(java.util.stream.Collectors.toSet());
        return all().stream()
                .filter(p -> named.contains(p.signIn()) || (p.firm() != null && onTheDeal.contains(p.firm())))
                .toList();
    }
}
