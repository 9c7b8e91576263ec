package io.github.samuraidesk.access;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and memberships. */
@Repository
public class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void add(Person p) {
        jdbc.sql(
                        "INSERT INTO person (sign_in, name, name_ja, password_hash, administrator, may_open_deals, may_keep_clauses) VALUES (?,?,?,?,?,?,?)")
                .params(
                        p.signIn(),
                        p.name(),
                        p.nameJa(),
                        p.passwordHash(),
                        p.administrator(),
                        p.mayOpenDeals(),
                        p.mayKeepClauses())
                .update();
    }

    public Optional<Person> find(String signIn) {
        return jdbc.sql(
                        "SELECT sign_in, name, name_ja, password_hash, administrator, may_open_deals, may_keep_clauses FROM person WHERE sign_in = ?")
                .param(signIn)
                .query((rs, i) -> new Person(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getBoolean(5),
                        rs.getBoolean(6),
                        rs.getBoolean(7)))
                .optional();
    }

    public List<Person> all() {
        return jdbc.sql(
                        "SELECT sign_in, name, name_ja, password_hash, administrator, may_open_deals, may_keep_clauses FROM person ORDER BY sign_in")
                .query((rs, i) -> new Person(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getBoolean(5),
                        rs.getBoolean(6),
                        rs.getBoolean(7)))
                .list();
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

    public List<Member> members(DealId dealId) {
        return jdbc.sql("SELECT person, role, firm FROM membership WHERE deal_id = ? ORDER BY role, person")
                .param(dealId.value())
                .query((rs, i) -> new Member(
                        dealId, new PersonId(rs.getString(1)), Role.valueOf(rs.getString(2)), rs.getString(3)))
                .list();
    }

    public List<Member> memberships(PersonId person) {
        return jdbc.sql("SELECT deal_id, role, firm FROM membership WHERE person = ? ORDER BY deal_id, role")
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

    public Optional<String> firm(DealId dealId, PersonId person) {
        return members(dealId).stream()
                .filter(m -> m.person().equals(person) && !m.firm().isEmpty())
                .map(Member::firm)
                .findFirst();
    }
}
