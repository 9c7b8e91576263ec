package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.Accounts;
import io.github.samuraidesk.access.FirmList;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may name whom for which firm. The issuer names anybody; a firm's people on the deal name their colleagues for the
 * role that they hold themselves; while there is no issuer yet, the lead manager who opened the deal names whoever does
 * not bid. Nobody who bids names anybody while bids are sealed. The caller holds the deal's lock.
 */
@Component
class Naming {

    private static final String SEGREGATION = "house rule: segregation of duties";
    private static final String FIRMS = "house rule: a person speaks for the own firm";

    private final People people;
    private final Accounts accounts;
    private final Firms firms;
    private final Sealed sealed;

    Naming(People people, Accounts accounts, Firms firms, Sealed sealed) {
        this.people = people;
        this.accounts = accounts;
        this.firms = firms;
        this.sealed = sealed;
    }

    /** The membership with the firm that the person belongs to, where none was said. */
    Member withFirm(Member member) {
        FirmList known = firms.list();
        String said = known.canonical(member.firm());
        return member.of(
                said.isEmpty()
                        ? people.find(member.person().value()).map(Person::firm).orElse("")
                        : said);
    }

    /** @param member as {@link #withFirm} completed it */
    List<Finding> onJoining(Member member, PersonId by) {
        if (member.person().value().isBlank()) {
            return List.of(Finding.field("person", "required"));
        }
        List<Member> members = people.members(member.dealId());
        if (!mayName(member, by, members)) {
            // who may not name is not told whether the person exists either
            return List.of(noRight());
        }
        var findings = new ArrayList<Finding>();
        Set<Role> mine = people.roles(member.dealId(), by);
        if (!mine.contains(Role.ISSUER) && mine.stream().anyMatch(Role::bids) && sealed.areSealed(member.dealId())) {
            findings.add(Finding.rule("SEALED", SEGREGATION, "member", "ISSUER", "noNamingWhileBidding"));
        }
        if (member.person().equals(by)) {
            findings.add(Finding.rule("FOUR-EYES", SEGREGATION, "member", "ISSUER", "noSelfNaming"));
        }
        Optional<Person> person = people.find(member.person().value());
        if (person.isEmpty()) {
            findings.add(
                    Finding.field("person", "unknownPerson", member.person().value()));
        }
        Set<Role> theirs = people.roles(member.dealId(), member.person());
        if (theirs.contains(member.role())) {
            findings.add(Finding.field("role", "alreadyMember", member.role().name()));
        }
        theirs.stream()
                .filter(r -> !r.isCompatibleWith(member.role()))
                .forEach(r -> findings.add(Finding.rule(
                        "FOUR-EYES",
                        SEGREGATION,
                        "member",
                        "ISSUER",
                        "rolesConflict",
                        r.name(),
                        member.role().name())));
        person.ifPresent(p -> findings.addAll(onAccount(p)));
        person.ifPresent(p -> findings.addAll(onFirm(member, p)));
        // who was taken off the deal has read what the own side reads
        List<Member> everNamed = sealed.everNamed(member.dealId());
        everNamed.stream()
                .filter(m -> m.person().equals(member.person()))
                .map(Member::role)
                .distinct()
                .filter(r -> !theirs.contains(r) && !r.isCompatibleWith(member.role()))
                .forEach(r -> findings.add(
                        onTwoSides("roleHeldBefore", member.person().value(), r, member.role())));
        otherSideOfFirm(members, member)
                .map(r -> onTwoSides("firmOnTwoSides", member.firm(), r, member.role()))
                .or(() -> otherSideOfFirm(everNamed, member)
                        .map(r -> onTwoSides("firmHeldBefore", member.firm(), r, member.role())))
                .ifPresent(findings::add);
        return findings;
    }

    private static Finding onTwoSides(String code, String who, Role held, Role asked) {
        return Finding.rule("FOUR-EYES", SEGREGATION, "member", "ISSUER", code, who, held.name(), asked.name());
    }

    /** A role of a colleague that the firm cannot hold together with the one asked for. */
    private Optional<Role> otherSideOfFirm(List<Member> members, Member asked) {
        FirmList known = firms.list();
        return members.stream()
                .filter(m -> !m.person().equals(asked.person())
                        && !m.role().isCompatibleWith(asked.role())
                        && !m.firm().isBlank()
                        && known.same(m.firm(), asked.firm()))
                .map(Member::role)
                .findFirst();
    }

    /** Administrators give out accounts and are on no deal; a disabled account acts nowhere. */
    List<Finding> onAccount(Person person) {
        var findings = new ArrayList<Finding>();
        if (person.administrator()) {
            findings.add(
                    Finding.rule("ACCESS", SEGREGATION, "person", "ISSUER", "administratorOnNoDeal", person.signIn()));
        }
        if (accounts.of(person.signIn()).disabled()) {
            findings.add(
                    Finding.rule("ACCESS", SEGREGATION, "person", "ADMINISTRATOR", "personDisabled", person.signIn()));
        }
        return findings;
    }

    /** A person speaks for the firm that the house's list says they belong to, and for no other. */
    List<Finding> onFirm(Member member, Person person) {
        String own = person.firm();
        if (own == null) {
            return member.role().bids() || !member.firm().isBlank()
                    ? List.of(Finding.rule("FIRM", FIRMS, "firm", "ADMINISTRATOR", "personHasNoFirm", person.signIn()))
                    : List.of();
        }
        return own.equals(member.firm())
                ? List.of()
                : List.of(Finding.rule(
                        "FIRM", FIRMS, "firm", "ADMINISTRATOR", "notTheirFirm", person.signIn(), own, member.firm()));
    }

    /** Roles that this person may give on the deal today, for the page. */
    List<Role> rolesToGive(DealId id, PersonId by) {
        List<Member> members = people.members(id);
        String own = people.find(by.value()).map(Person::firm).orElse("");
        return List.of(Role.values()).stream()
                .filter(role -> mayName(new Member(id, by, role, own), by, members))
                .toList();
    }

    private boolean mayName(Member member, PersonId by, List<Member> members) {
        List<Member> mine = members.stream().filter(m -> m.person().equals(by)).toList();
        boolean issuer = mine.stream().anyMatch(m -> m.role() == Role.ISSUER);
        boolean noIssuerYet = members.stream().noneMatch(m -> m.role() == Role.ISSUER);
        boolean opener = mine.stream().anyMatch(m -> m.role() == Role.LEAD_MANAGER)
                && noIssuerYet
                && !member.role().bids();
        FirmList known = firms.list();
        boolean delegate = mine.stream()
                .anyMatch(m -> m.role() == member.role()
                        && m.role() != Role.AUDITOR
                        && !m.firm().isBlank()
                        && known.same(m.firm(), member.firm()));
        return issuer || opener || delegate;
    }

    List<Finding> onLeaving(Member member, PersonId by) {
        var findings = new ArrayList<Finding>();
        if (!people.roles(member.dealId(), by).contains(Role.ISSUER)) {
            findings.add(noRight());
        }
        if (member.person().equals(by)) {
            findings.add(Finding.rule("FOUR-EYES", SEGREGATION, "member", "ISSUER", "noSelfNaming"));
        }
        return findings;
    }

    private static Finding noRight() {
        return Finding.rule("ACCESS", SEGREGATION, "member", "ISSUER", "noRight", "ISSUER");
    }
}
