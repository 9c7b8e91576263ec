package io.github.samuraidesk.access;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.HouseEvents;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passwords and the right to sign in. Nobody but the person ever chooses a password: an administrator makes one-time
 * links, and a password that somebody else has typed is changed at the first sign-in.
 */
@Repository
public class Accounts {

    /** How long a one-time link lives. */
    public static final Duration LINK_LIFE = Duration.ofHours(72);

    /** Password of the demo people, which the demo profile alone takes. */
    public static final String DEMO_PASSWORD = Passwords.DEMO;

    /** Longest password in UTF-8; bcrypt reads no more. */
    public static final int MOST_PASSWORD_BYTES = 72;

    private static final int SECRET_BYTES = 24;
    private static final Pattern SIGN_IN = Pattern.compile("[a-z0-9][a-z0-9.@_-]{1,79}");
    private static final int MOST_NAME = 200;
    private static final String RULE = "ACCOUNT";
    private static final String SOURCE = "house rule: nobody knows another's password";

    private final JdbcClient jdbc;
    private final People people;
    private final Firms firms;
    private final PasswordEncoder passwords;
    private final HouseEvents events;
    private final Clock clock;
    private final boolean demoProfile;
    private final SecureRandom random = new SecureRandom();

    Accounts(
            JdbcClient jdbc,
            People people,
            Firms firms,
            PasswordEncoder passwords,
            HouseEvents events,
            Clock clock,
            Environment environment) {
        this.demoProfile = environment.acceptsProfiles(Profiles.of("demo"));
        this.jdbc = jdbc;
        this.people = people;
        this.firms = firms;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    public Account of(String signIn) {
        return find(signIn).orElseGet(() -> Account.ownPassword(signIn));
    }

    /** Whether the account lets anybody in: disabled ones do not, and demo accounts exist in the demo profile alone. */
    public boolean isOpen(Account account) {
        return !account.disabled() && (!account.demo() || demoProfile);
    }

    private Optional<Account> find(String signIn) {
        return jdbc.sql("SELECT sign_in, must_change, demo, disabled, version FROM account WHERE sign_in = ?")
                .param(signIn)
                .query((rs, i) -> new Account(
                        rs.getString(1), rs.getBoolean(2), rs.getBoolean(3), rs.getBoolean(4), rs.getInt(5)))
                .optional();
    }

    /** Every account by sign-in name; people without a row of their own are not in it. */
    public Map<String, Account> all() {
        var all = new LinkedHashMap<String, Account>();
        jdbc.sql("SELECT sign_in, must_change, demo, disabled, version FROM account ORDER BY sign_in")
                .query((rs, i) -> new Account(
                        rs.getString(1), rs.getBoolean(2), rs.getBoolean(3), rs.getBoolean(4), rs.getInt(5)))
                .list()
                .forEach(a -> all.put(a.signIn(), a));
        return all;
    }

    private void write(Account a) {
        int changed = jdbc.sql(
                        "UPDATE account SET must_change = ?, demo = ?, disabled = ?, version = ? WHERE sign_in = ?")
                .params(a.mustChange(), a.demo(), a.disabled(), a.version(), a.signIn())
                .update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO account (sign_in, must_change, demo, disabled, version) VALUES (?,?,?,?,?)")
                    .params(a.signIn(), a.mustChange(), a.demo(), a.disabled(), a.version())
                    .update();
        }
    }

    /** Two changes of accounts follow each other. */
    private Person locked(String signIn) {
        events.lock();
        return people.find(signIn).orElseThrow(() -> unknown(signIn));
    }

    private static Refused unknown(String signIn) {
        return new Refused(List.of(Finding.field("signIn", "unknownPerson", signIn)));
    }

    /**
     * Adds a person, who chooses a password under the one-time link.
     *
     * @return the secret of the link, told once
     * @throws Refused when the name is taken
     */
    @Transactional
    public String add(Person person, PersonId by) {
        events.lock();
        Refused.unlessNone(nameFaults(person));
        people.add(withHash(person, passwords.encode(secret())));
        write(new Account(person.signIn(), true, false, false, 1));
        events.append(
                "personAdded",
                by,
                Map.of(
                        "person", person.signIn(),
                        "firm", person.firm() == null ? "" : person.firm(),
                        "administrator", person.administrator(),
                        "mayOpenDeals", person.mayOpenDeals(),
                        "mayKeepClauses", person.mayKeepClauses()));
        return link(person.signIn(), by);
    }

    /** What is wrong with the names of a new person. */
    public List<Finding> nameFaults(Person p) {
        var findings = new ArrayList<Finding>();
        if (!SIGN_IN.matcher(p.signIn()).matches()) {
            findings.add(Finding.field("signIn", "wrongFormat", p.signIn(), "a-z 0-9 . @ _ - (2-80)"));
        } else if (PersonId.isReserved(p.signIn())) {
            findings.add(Finding.field("signIn", "signInReserved", p.signIn()));
        } else if (people.find(p.signIn()).isPresent()) {
            findings.add(Finding.field("signIn", "duplicate", p.signIn()));
        }
        name("name", p.name(), findings);
        name("nameJa", p.nameJa(), findings);
        return findings;
    }

    private static void name(String field, String name, List<Finding> findings) {
        int at = -1;
        for (int i = name.length() - 1; i >= 0; i--) {
            at = Character.isISOControl(name.charAt(i)) ? i : at;
        }
        if (name.isBlank()) {
            findings.add(Finding.field(field, "required"));
        } else if (name.length() > MOST_NAME) {
            findings.add(Finding.field(field, "tooLong", String.valueOf(name.length()), String.valueOf(MOST_NAME)));
        } else if (at >= 0) {
            findings.add(Finding.field(
                    field, "controlCharacter", String.format(Locale.ROOT, "U+%04X", (int) name.charAt(at))));
        }
    }

    private static Person withHash(Person p, String hash) {
        return new Person(
                p.signIn(),
                p.name(),
                p.nameJa(),
                hash,
                p.administrator(),
                p.mayOpenDeals(),
                p.mayKeepClauses(),
                p.firm());
    }

    /** Names the firm of an account that an earlier program made without one. @throws Refused where it has one */
    @Transactional
    public void enterFirm(String signIn, String firm, PersonId by) {
        locked(signIn);
        FirmList list = firms.list();
        Firm known = list.find(firm).orElseThrow(() -> new Refused(List.of(Firms.unknown("firm", firm, list))));
        if (!people.enterFirm(signIn, known.name())) {
            throw new Refused(List.of(Finding.field("firm", "firmStays", signIn)));
        }
        events.append("firmEntered", by, Map.of("person", signIn, "firm", known.name()));
    }

    /** Adds the first administrator with a password that the environment named, to be changed at the first sign-in. */
    @Transactional
    public void addFirst(Person person, String password) {
        events.lock();
        var findings = new ArrayList<Finding>(nameFaults(person));
        findings.addAll(Passwords.faults(person.signIn(), password, password, demoProfile));
        Refused.unlessNone(findings);
        people.add(withHash(person, passwords.encode(password)));
        write(new Account(person.signIn(), true, false, false, 1));
        events.append("personAdded", PersonId.PROGRAM, Map.of("person", person.signIn(), "administrator", true));
    }

    /** Marks an account as one of the demo profile, whose password everybody knows. */
    @Transactional
    public void markDemo(String signIn) {
        locked(signIn);
        Account known = of(signIn);
        if (!known.demo()) {
            write(new Account(signIn, false, true, known.disabled(), known.version()));
            events.append("demoAccountMarked", PersonId.PROGRAM, Map.of("person", signIn));
        }
    }

    /**
     * Makes a one-time link to a new password; earlier links of the person end, and so does every wait after failed
     * sign-ins.
     *
     * @return the secret, told once; only its hash is kept
     */
    @Transactional
    public String makeLink(String signIn, PersonId by) {
        locked(signIn);
        Account account = of(signIn);
        if (account.demo() || account.disabled()) {
            throw new Refused(List.of(Finding.rule(
                    RULE, SOURCE, "signIn", "", account.demo() ? "demoAccount" : "accountDisabled", signIn)));
        }
        return link(signIn, by);
    }

    private String link(String signIn, PersonId by) {
        String secret = secret();
        jdbc.sql("UPDATE password_link SET used = TRUE WHERE sign_in = ?")
                .param(signIn)
                .update();
        Instant expires = clock.instant().plus(LINK_LIFE);
        jdbc.sql("INSERT INTO password_link (token_sha256, sign_in, made_by, expires_at, used) VALUES (?,?,?,?,FALSE)")
                .params(hash(secret), signIn, by.value(), expires.toString())
                .update();
        jdbc.sql("DELETE FROM sign_in_failure WHERE kind = ? AND subject = ?")
                .params(SignInAttempts.ACCOUNT, signIn)
                .update();
        events.append("passwordLinkMade", by, Map.of("person", signIn, "expires", expires.toString()));
        return secret;
    }

    private String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static String hash(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Whose password a link sets, while it stands. */
    public Optional<String> personOfLink(String secret) {
        return jdbc.sql("SELECT sign_in, expires_at FROM password_link WHERE token_sha256 = ? AND used = FALSE")
                .param(hash(secret))
                .query((rs, i) -> Instant.parse(rs.getString(2)).isAfter(clock.instant()) ? rs.getString(1) : "")
                .optional()
                .filter(signIn -> !signIn.isEmpty() && isOpen(of(signIn)));
    }

    /** Sets a password under a one-time link. @throws Refused with every fault; a refused one leaves the link standing */
    @Transactional
    public void setByLink(String secret, String password, String again) {
        String signIn = personOfLink(secret)
                .orElseThrow(() -> new Refused(List.of(Finding.rule(RULE, SOURCE, "link", "", "linkGone"))));
        Person person = locked(signIn);
        Refused.unlessNone(Passwords.faults(signIn, password, again, demoProfile));
        int taken = jdbc.sql("UPDATE password_link SET used = TRUE WHERE token_sha256 = ? AND used = FALSE")
                .param(hash(secret))
                .update();
        if (taken == 0) {
            throw new Refused(List.of(Finding.rule(RULE, SOURCE, "link", "", "linkGone")));
        }
        set(person, password);
        events.append("passwordSetByLink", new PersonId(signIn), Map.of());
    }

    /** Changes one's own password. @throws Refused with every fault */
    @Transactional
    public void change(PersonId me, String current, String password, String again) {
        Person person = locked(me.value());
        var findings = new ArrayList<Finding>();
        if (of(me.value()).demo()) {
            findings.add(Finding.rule(RULE, SOURCE, "signIn", "", "demoAccount", me.value()));
        }
        boolean wrong = current.getBytes(StandardCharsets.UTF_8).length > MOST_PASSWORD_BYTES
                || !passwords.matches(current, person.passwordHash());
        if (wrong) {
            findings.add(Finding.field("currentPassword", "wrongPassword"));
        }
        findings.addAll(Passwords.faults(me.value(), password, again, demoProfile));
        // what is not the current password cannot be said to be it
        if (!wrong && password.equals(current)) {
            findings.add(Finding.field("newPassword", "passwordUnchanged"));
        }
        Refused.unlessNone(findings);
        set(person, password);
        events.append("passwordChanged", me, Map.of());
    }

    private void set(Person person, String password) {
        jdbc.sql("UPDATE person SET password_hash = ? WHERE sign_in = ?")
                .params(passwords.encode(password), person.signIn())
                .update();
        Account known = of(person.signIn());
        write(new Account(person.signIn(), false, known.demo(), known.disabled(), known.version() + 1));
        jdbc.sql("DELETE FROM sign_in_failure WHERE kind = ? AND subject = ?")
                .params(SignInAttempts.ACCOUNT, person.signIn())
                .update();
    }

    /** Shuts an account at once: its sessions, links and calendar feeds end. @throws Refused for oneself and the last one */
    @Transactional
    public void disable(String signIn, PersonId by) {
        Person person = locked(signIn);
        var findings = new ArrayList<Finding>();
        if (signIn.equals(by.value())) {
            findings.add(Finding.rule(RULE, "house rule: segregation of duties", "signIn", "", "noSelfDisabling"));
        }
        if (person.administrator()
                && people.all().stream()
                        .filter(Person::administrator)
                        .filter(p -> !p.signIn().equals(signIn))
                        .allMatch(p -> of(p.signIn()).disabled())) {
            findings.add(Finding.rule(RULE, "house rule: segregation of duties", "signIn", "", "lastAdministrator"));
        }
        Refused.unlessNone(findings);
        Account known = of(signIn);
        write(new Account(signIn, known.mustChange(), known.demo(), true, known.version() + 1));
        jdbc.sql("UPDATE password_link SET used = TRUE WHERE sign_in = ?")
                .param(signIn)
                .update();
        jdbc.sql("DELETE FROM calendar_feed WHERE person = ?").param(signIn).update();
        events.append("accountDisabled", by, Map.of("person", signIn));
    }

    /** Opens a disabled account again, with the password it had. */
    @Transactional
    public void enable(String signIn, PersonId by) {
        locked(signIn);
        Account known = of(signIn);
        write(new Account(signIn, known.mustChange(), known.demo(), false, known.version()));
        events.append("accountEnabled", by, Map.of("person", signIn));
    }
}
