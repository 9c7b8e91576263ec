package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The templates of all papers at one time, with the style sheet and the parts that they share: immutable. Its name is the
 * SHA-256 over the names and hashes of its files; a deal is pinned to that.
 */
public final class TemplateSet {

    /** What every paper may be put together from; the hash of a paper's template begins with both. */
    private static final List<String> SHARED = List.of("documents/parts.html", "documents/bond-terms.html");

    private static final Pattern NAMED = Pattern.compile("~\\{\\s*(documents/[a-z0-9-]+)");

    private final SortedMap<String, String> texts;
    private final SortedMap<String, String> files;
    private final String sha256;

    private TemplateSet(Map<String, String> texts) {
        this.texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        var hashes = new TreeMap<String, String>();
        texts.forEach((name, text) -> hashes.put(name, Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
        this.files = Collections.unmodifiableSortedMap(hashes);
        this.sha256 = nameOf(hashes);
    }

    /** @param texts text of each file by its name below {@code templates/} */
    public static TemplateSet of(Map<String, String> texts) {
        return new TemplateSet(texts);
    }

    /** The set that a program comes with. @throws IllegalStateException when the template of a paper is missing */
    static TemplateSet fromClassPath() {
        var names = new TreeSet<>(SHARED);
        for (Paper paper : Paper.values()) {
            names.add(file(paper));
        }
        var texts = new TreeMap<String, String>();
        for (String name : names) {
            try (InputStream in = TemplateSet.class.getResourceAsStream("/templates/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("template is missing: " + name);
                }
                texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return of(texts);
    }

    /** The name of a set: SHA-256 over a line of hash and name for each file, in the order of the names. */
    private static String nameOf(Map<String, String> files) {
        var lines = new StringBuilder();
        new TreeMap<>(files)
                .forEach((name, hash) ->
                        lines.append(hash).append("  ").append(name).append('\n'));
        return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    public String sha256() {
        return sha256;
    }

    /** SHA-256 of each file's text by name. */
    public SortedMap<String, String> files() {
        return files;
    }

    /** Text of each file by name. */
    public SortedMap<String, String> texts() {
        return texts;
    }

    /** Whether the set has a template for a paper; a set of an earlier program lacks the papers that came later. */
    public boolean knows(Paper paper) {
        return texts.containsKey(file(paper));
    }

    /**
     * Hash of a paper's template, as papers and verdicts name it: over the shared files and its own, one after the other.
     *
     * @throws IllegalStateException when the set does not know the paper
     */
    public String hashOf(Paper paper) {
        var bytes = new ByteArrayOutputStream();
        SHARED.forEach(name -> bytes.writeBytes(text(name).getBytes(StandardCharsets.UTF_8)));
        bytes.writeBytes(text(file(paper)).getBytes(StandardCharsets.UTF_8));
        return Sha256.of(bytes.toByteArray());
    }

    /** Whether a paper is made from the same texts in both sets; files that it does not use may differ. */
    public boolean isSameFor(Paper paper, TemplateSet other) {
        return used(paper).equals(other.used(paper));
    }

    /** Files that a paper is made from, by name and hash; none for a paper that the set does not know. */
    private Map<String, String> used(Paper paper) {
        var used = new TreeMap<String, String>();
        use(file(paper), used);
        return used;
    }

    private void use(String name, Map<String, String> used) {
        String hash = files.get(name);
        if (hash == null || used.put(name, hash) != null) {
            return;
        }
        NAMED.matcher(text(name)).results().forEach(m -> use(m.group(1) + ".html", used));
    }

    /** Names of the files that are not the same in both sets. */
    public Set<String> differences(TemplateSet other) {
        var names = new TreeSet<>(files.keySet());
        names.addAll(other.files.keySet());
        names.removeIf(n -> files.containsKey(n) && files.get(n).equals(other.files.get(n)));
        return names;
    }

    /** @throws IllegalStateException when there is no such file */
    String text(String file) {
        String text = texts.get(file);
        if (text == null) {
            throw new IllegalStateException("template is missing: " + file);
        }
        return text;
    }

    private static String file(Paper paper) {
        return paper.template() + ".html";
    }
}
