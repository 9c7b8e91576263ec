package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads an uploaded Part 2 into the files it puts under {@code PublicDoc/}. */
public final class PartTwoFiles {

    /** Name of a Part 2 that comes as one file: part 2, first chapter. */
    static final String SINGLE = "0201010_2bu.htm";

    /** As much as a whole package may hold on EDINET (E001). */
    private static final long MOST_BYTES = 100L * 1024 * 1024;

    private static final int MOST_FILES = 2_000;

    private PartTwoFiles() {}

    /**
     * Names relative to {@code PublicDoc/}, with their bytes.
     *
     * @throws Refused when it is neither HTML nor a ZIP of body files; the upload check says more about their content
     */
    public static Map<String, byte[]> read(String fileName, byte[] bytes) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".htm") || lower.endsWith(".html") || lower.endsWith(".xhtml")) {
            return Map.of(SINGLE, bytes);
        }
        if (!lower.endsWith(".zip")) {
            throw refused("partTwoMustBeHtml", fileName);
        }
        var files = new TreeMap<String, byte[]>();
        long total = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                String name = entry.getName();
                int publicDoc = name.indexOf("PublicDoc/");
                if (publicDoc >= 0) {
                    name = name.substring(publicDoc + "PublicDoc/".length());
                }
                if (name.contains("..") || name.startsWith("/") || name.contains("\\")) {
                    throw refused("partTwoName", entry.getName());
                }
                byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MOST_BYTES - total + 1));
                total += content.length;
                if (total > MOST_BYTES || files.size() >= MOST_FILES) {
                    throw refused("partTwoTooLarge", String.valueOf(MOST_BYTES));
                }
                if (name.matches("0[01]\\d{5}_.*") || files.put(name, content) != null) {
                    // the cover and Part 1 are the program's own
                    throw refused("partTwoName", entry.getName());
                }
            }
        } catch (IOException e) {
            throw refused("partTwoMustBeHtml", fileName);
        }
        if (files.keySet().stream().noneMatch(n -> !n.contains("/") && n.endsWith(".htm"))) {
            throw refused("partTwoMustBeHtml", fileName);
        }
        return files;
    }

    /** Files that a package can hold beside others: pages and images. */
    static boolean isPageOrImage(String name) {
        return name.matches("(?i).*\\.(htm|png|jpg|gif)");
    }

    private static Refused refused(String code, String... args) {
        return new Refused(List.of(Finding.field("partTwo", code, args)));
    }
}
