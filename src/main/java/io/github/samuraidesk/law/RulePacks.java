package io.github.samuraidesk.law;

import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.HouseEvents;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every rule pack the house has loaded, and which one a deal is pinned to. A pack once used is kept for good. */
@Component
public class RulePacks {

    /** A pack is some 100 KB of text; more is not one. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final DealBook deals;
    private final Facts facts;
    private final Clock clock;
    private final HouseEvents events;
    private final Map<String, RulePack> read = new ConcurrentHashMap<>();

    RulePacks(JdbcClient jdbc, DealBook deals, Facts facts, Clock clock, HouseEvents events) {
        this.jdbc = jdbc;
        this.deals = deals;
        this.facts = facts;
        this.clock = clock;
        this.events = events;
    }

    /** The pack a deal is pinned to; the program's own where that one was not kept, see {@link #isLost}. */
    public RulePack of(DealFile file) {
        return find(asPinned(file)).orElseGet(RulePack::builtIn);
    }

    /** Hash of {@link #of}. */
    public String pinned(DealFile file) {
        return of(file).sha256();
    }

    /**
     * Whether the deal was pinned to a pack that an earlier program came with and did not keep. Its papers then count as
     * stale, and its pages say so.
     */
    public boolean isLost(DealFile file) {
        return find(asPinned(file)).isEmpty();
    }

    private static String asPinned(DealFile file) {
        return file.history(PackAdopted.FACT).stream()
                .map(Said::value)
                .filter(PackAdopted::adopted)
                .map(PackAdopted::offered)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> file.deal().rulePack());
    }

    /** @throws IllegalStateException when no such pack was ever kept */
    public RulePack bySha(String sha256) {
        return find(sha256).orElseThrow(() -> new IllegalStateException("no rule pack " + sha256));
    }

    public Optional<RulePack> find(String sha256) {
        Optional<RulePack> builtIn = RulePack.allBuiltIn().stream()
                .filter(p -> p.sha256().equals(sha256))
                .findFirst();
        if (builtIn.isPresent()) {
            return builtIn;
        }
        RulePack known = read.get(sha256);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<byte[]> zip = jdbc.sql("SELECT bytes FROM rule_pack WHERE sha256 = ?")
                .param(sha256)
                .query((rs, i) -> rs.getBytes(1))
                .optional();
        return zip.map(bytes -> read.computeIfAbsent(sha256, s -> kept(s, bytes)));
    }

    /** A pack as the database keeps it. @throws Refused when its bytes are not those that its hash names */
    private static RulePack kept(String sha256, byte[] bytes) {
        RulePack pack = RulePack.readKept(unzip(bytes));
        if (!pack.sha256().equals(sha256)) {
            throw new Refused(
                    List.of(Finding.rule("TRAIL", "", "pack", "AUDITOR", "packBytesChanged", sha256, pack.sha256())));
        }
        return pack;
    }

    /** All packs, the one with the latest first day first. */
    public List<RulePack> all() {
        var all = new ArrayList<>(RulePack.allBuiltIn());
        jdbc.sql("SELECT sha256 FROM rule_pack").query(String.class).list().stream()
                .filter(s -> !isBuiltIn(s))
                .forEach(s -> all.add(bySha(s)));
        all.sort(Comparator.comparing((RulePack p) -> p.head().validFrom()).reversed());
        return all;
    }

    /** Today in Tokyo. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(DealClock.TOKYO));
    }

    /** The pack in force today. */
    public RulePack inForce() {
        return inForce(today());
    }

    /** The pack in force on a day: the last that began by then; before all of them, the first. */
    public RulePack inForce(LocalDate day) {
        List<RulePack> all = all();
        return all.stream()
                .filter(p -> !p.head().validFrom().isAfter(day))
                .findFirst()
                .orElseGet(() -> all.get(all.size() - 1));
    }

    /** Keeps a pack that a deal is about to be pinned to: a later program may come with another. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(RulePack pack, PersonId person) {
        boolean kept = jdbc.sql("SELECT COUNT(*) FROM rule_pack WHERE sha256 = ?")
                        .param(pack.sha256())
                        .query(Long.class)
                        .single()
                > 0;
        if (!kept) {
            jdbc.sql("INSERT INTO rule_pack (sha256, pack_id, bytes, loaded_by, loaded_at) VALUES (?,?,?,?,?)")
                    .params(
                            pack.sha256(),
                            pack.head().id(),
                            CanonicalZip.of(new TreeMap<>(pack.files())),
                            person.value(),
                            clock.instant().toString())
                    .update();
        }
    }

    /**
     * Loads a newer pack.
     *
     * @throws Refused with every fault; nothing is kept then
     */
    @Transactional
    public RulePack load(byte[] zip, PersonId person) {
        RulePack pack = RulePack.read(unzip(zip));
        var findings = new ArrayList<Finding>();
        for (RulePack other : all()) {
            if (other.sha256().equals(pack.sha256())) {
                findings.add(
                        Finding.field("pack", "packAlreadyLoaded", other.head().id()));
            } else if (other.head().id().equals(pack.head().id())) {
                findings.add(Finding.field("pack", "packIdTaken", other.head().id()));
            } else if (overlaps(pack.head(), other.head())) {
                findings.add(Finding.field(
                        "pack",
                        "packValidityOverlapsPack",
                        pack.head().validFrom().toString(),
                        other.head().id(),
                        String.valueOf(other.head().validFrom())));
            }
        }
        Refused.unlessNone(findings);
        keep(pack, person);
        events.append("rulePackLoaded", person, Map.of("pack", pack.head().id(), "sha256", pack.sha256()));
        return pack;
    }

    /** Takes back a pack that no deal was ever pinned to. @throws Refused where one was */
    @Transactional
    public void withdraw(String sha256, PersonId person) {
        boolean pinned =
                deals.ids().stream().anyMatch(id -> pinned(facts.of(id)).equals(sha256));
        if (pinned || isBuiltIn(sha256)) {
            throw refused("packInUse");
        }
        jdbc.sql("DELETE FROM rule_pack WHERE sha256 = ?").param(sha256).update();
        events.append("rulePackWithdrawn", person, Map.of("sha256", sha256));
        read.remove(sha256);
    }

    private static boolean isBuiltIn(String sha256) {
        return RulePack.allBuiltIn().stream().anyMatch(p -> p.sha256().equals(sha256));
    }

    /** An open-ended pack is ended by the next; two that begin on one day, or a stated end that is overrun, overlap. */
    private static boolean overlaps(RulePack.Head one, RulePack.Head other) {
        RulePack.Head first = one.validFrom().isBefore(other.validFrom()) ? one : other;
        RulePack.Head second = first == one ? other : one;
        return first.validFrom().equals(second.validFrom())
                || (first.validTo() != null && !first.validTo().isBefore(second.validFrom()));
    }

    /** Files of a pack's ZIP; one folder around them is allowed. @throws Refused when it is none */
    static Map<String, byte[]> unzip(byte[] zip) {
        if (zip.length > MOST_BYTES) {
            throw refused("packTooLarge", String.valueOf(zip.length), String.valueOf(MOST_BYTES));
        }
        var files = new TreeMap<String, byte[]>();
        long total = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.getName().contains("..") || entry.getName().startsWith("/")) {
                    throw refused("packNotAZip", entry.getName());
                }
                if (name.equals("README.md")) {
                    continue;
                }
                byte[] bytes = in.readNBytes((int) (MOST_BYTES - total) + 1);
                total += bytes.length;
                if (total > MOST_BYTES || files.size() > 100) {
                    throw refused("packTooLarge", name, String.valueOf(MOST_BYTES));
                }
                if (files.put(name, bytes) != null) {
                    throw refused("packFileTwice", name);
                }
            }
        } catch (ZipException e) {
            throw refused("packNotAZip", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw refused("packNotAZip", String.valueOf(e.getMessage()));
        }
        if (files.isEmpty()) {
            throw refused("packNotAZip", "");
        }
        return files;
    }

    private static Refused refused(String code, String... args) {
        return new Refused(List.of(Finding.field("pack", code, args)));
    }
}
