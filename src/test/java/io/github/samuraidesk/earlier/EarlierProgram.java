package io.github.samuraidesk.earlier;

import io.github.samuraidesk.SamuraiDesk;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.disclosure.TemplateSet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.tukaani.xz.XZInputStream;

/** What the program of commit 68dde0f left behind: databases, evidence packs, facts, papers, drafts. See the README there. */
public final class EarlierProgram {

    public static final String COMMIT = "68dde0f";
    public static final Path KEPT = Path.of("src", "test", "fixtures", COMMIT);
    private static final Path ARCHIVE = KEPT.resolve("left-behind.tar.xz");

    private EarlierProgram() {}

    /**
     * A deal as that program left it.
     *
     * @param waits open tasks, {@code task:PAPERSET} in a drafting process, and jobs as {@code @step} or
     *     {@code @timer=moment}
     * @param end empty while it runs; else closed, pulled, terminated or refused
     * @param holds what else is to be found in it
     */
    public record Left(DealId id, String route, Set<String> waits, String end, String holds) {

        public boolean isRunning() {
            return end.isEmpty();
        }

        @Override
        public String toString() {
            return id + " " + waits;
        }
    }

    /** Reads a table of deals, for example {@code deals.tsv}. */
    public static List<Left> deals(String table) {
        return rows(table).stream()
                .map(r -> new Left(
                        new DealId(r.get("deal")),
                        r.get("route"),
                        new TreeSet<>(Arrays.asList(
                                r.get("waits").isEmpty()
                                        ? new String[0]
                                        : r.get("waits").split(" "))),
                        r.get("end"),
                        r.get("holds")))
                .toList();
    }

    /** Rows of a tab-separated table by the names in its first line. */
    public static List<Map<String, String>> rows(String table) {
        try {
            List<String> lines = Files.readAllLines(KEPT.resolve(table));
            String[] names = lines.get(0).split("\t", -1);
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        String[] cells = line.split("\t", -1);
                        var row = new LinkedHashMap<String, String>();
                        for (int i = 0; i < names.length; i++) {
                            row.put(names[i], cells[i]);
                        }
                        return (Map<String, String>) row;
                    })
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The unpacked archive. It is unpacked once, and every file compared with the hash that was kept beside it. */
    public static synchronized Path unpacked() {
        try {
            Path folder = Path.of("target", "earlier", Sha256.of(ARCHIVE).substring(0, 16));
            if (!Files.exists(folder)) {
                unpackTo(folder);
            }
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpackTo(Path folder) throws IOException {
        Map<String, String> known = new LinkedHashMap<>();
        for (String line : Files.readAllLines(KEPT.resolve("SHA256SUMS"))) {
            known.put(line.substring(66), line.substring(0, 64));
        }
        Path half = folder.resolveSibling(folder.getFileName() + "-" + UUID.randomUUID());
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(Files.newInputStream(ARCHIVE))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                Path file = half.resolve(entry.getName()).normalize();
                if (!file.startsWith(half)) {
                    throw new IOException("a name that leaves the archive: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
                if (!Sha256.of(file).equals(known.remove(entry.getName()))) {
                    throw new IOException(entry.getName() + " is not what SHA256SUMS says");
                }
            }
        }
        if (!known.isEmpty()) {
            throw new IOException("the archive lacks " + known.keySet());
        }
        try {
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            // another process was faster; what it unpacked is the same
        }
    }

    /** Opens a copy of an H2 file with today's program, jobs stepped by hand, without its web server. */
    public static ConfigurableApplicationContext openH2(String file, Path copyTo) throws IOException {
        return open(copyOf(file, copyTo), "sa", "");
    }

    /** The same with a program that comes with other templates than today's. */
    public static ConfigurableApplicationContext openH2(String file, Path copyTo, TemplateSet templates)
            throws IOException {
        return program(templates)
                .run(
                        "--spring.datasource.url=" + copyOf(file, copyTo),
                        "--spring.datasource.username=sa",
                        "--spring.datasource.password=");
    }

    /** A program that comes with these templates, without its web server, jobs stepped by hand. */
    static SpringApplicationBuilder program(TemplateSet templates) {
        ApplicationContextInitializer<GenericApplicationContext> comesWith = c ->
                c.registerBean("templatesOfThatProgram", TemplateSet.class, () -> templates, b -> b.setPrimary(true));
        return new SpringApplicationBuilder(SamuraiDesk.class)
                .web(WebApplicationType.NONE)
                .profiles("rehearsal")
                .logStartupInfo(false)
                .initializers(comesWith);
    }

    private static String copyOf(String file, Path copyTo) throws IOException {
        Path copy = copyTo.resolve("samurai-desk.mv.db");
        Files.copy(unpacked().resolve(file), copy);
        String name = copy.toAbsolutePath().toString().replaceFirst("\\.mv\\.db$", "");
        // the address with which the program serves its own file
        return "jdbc:h2:file:" + name + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
    }

    public static ConfigurableApplicationContext open(String url, String user, String password) {
        return new SpringApplicationBuilder(SamuraiDesk.class)
                .web(WebApplicationType.NONE)
                .profiles("rehearsal")
                .logStartupInfo(false)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.datasource.password=" + password);
    }
}
