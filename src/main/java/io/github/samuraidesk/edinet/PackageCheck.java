package io.github.samuraidesk.edinet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a package before it is uploaded. Bad files give faults, never exceptions; of an entry no more is read than
 * its rule allows, and each thread holds one file at a time. Rules E035 and E036 speak of what the read API says after
 * filing and cannot be checked from a package.
 *
 * <p>The package may have one root folder of any name above {@code PublicDoc} and its siblings, or none.
 */
public final class PackageCheck {

    /** Stands for a rule where the file is no readable ZIP, so that no rule can be checked. */
    public static final String ZIP = "ZIP";

    private static final String BODY_FOLDER = "PublicDoc";
    private static final Set<String> HEADED_FOLDERS = Set.of("PublicDoc", "PrivateDoc");
    private static final Set<String> IMAGES = Set.of("gif", "jpg", "png");

    /** Links, anchors and headings kept of all files, which bounds the memory; honest packages stay far below. */
    private static final int MAX_KEPT = 1_000_000;

    private final EdinetRules rules;
    private final HtmlCheck html;
    private final PdfCheck pdf;

    public PackageCheck(EdinetRules rules) {
        this.rules = rules;
        this.html = new HtmlCheck(rules);
        this.pdf = new PdfCheck(rules);
    }

    /** Ids of the rules that a package can be checked by. */
    public static Set<String> checkable(EdinetRules rules) {
        var checkable = new LinkedHashSet<String>();
        rules.all().forEach(rule -> checkable.add(rule.id()));
        checkable.removeAll(Set.of("E035", "E036"));
        return checkable;
    }

    /** @throws UncheckedIOException when no temporary file can be written */
    public CheckReport check(byte[] zip) {
        try {
            Path file = Files.createTempFile("edinet", ".zip");
            try {
                Files.write(file, zip);
                return check(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException when the file is not there or its disk fails */
    public CheckReport check(Path zip) {
        return new Run().run(zip);
    }

    /**
     * A file with its place in the package.
     *
     * @param path path within the ZIP
     * @param folder document folder such as {@code PublicDoc} or {@code XBRL/PublicDoc}
     * @param inner path within the document folder
     */
    private record Placed(ZipDirectory.Entry entry, String path, String folder, String inner) {

        boolean isSupporting() {
            return inner.indexOf('/') >= 0;
        }

        String extension() {
            int dot = inner.lastIndexOf('.');
            return dot < 0 || dot < inner.lastIndexOf('/') ? "" : inner.substring(dot + 1);
        }

        String stem() {
            String name = inner.substring(inner.lastIndexOf('/') + 1);
            int dot = name.lastIndexOf('.');
            return dot < 0 ? name : name.substring(0, dot);
        }

        boolean isXbrl() {
            return folder.startsWith("XBRL");
        }
    }

    private final class Run {

        private final FaultList faults = new FaultList(rules);
        private final Map<String, Placed> files = new TreeMap<>();
        private final Map<String, HtmlPage> pages = new ConcurrentHashMap<>();
        private final Set<String> folders = new TreeSet<>();
        private final Set<String> parents = new HashSet<>();
        private final AtomicInteger kept = new AtomicInteger();
        private String root = "";
        private int count;

        CheckReport run(Path zip) {
            try {
                long bytes = Files.size(zip);
                long max = rules.number("E001", "maxBytes");
                if (bytes > max) {
                    faults.add("E001", "", 0, "packageTooLarge", bytes, max);
                }
                long budget = max * rules.number("E001", "unpackedTimes");
                try (ZipDirectory directory = ZipDirectory.open(zip, rules.number("E001", "entries"), budget)) {
                    contents(directory, budget);
                } catch (ZipDirectory.BrokenZipException e) {
                    faults.add(e.code().equals("tooManyEntries") ? "E001" : ZIP, "", 0, e.code(), e.arg());
                }
                return new CheckReport(bytes, count, faults.sorted(), checkable(rules));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void contents(ZipDirectory directory, long budget) {
            List<ZipDirectory.Entry> entries = sound(directory.entries());
            long declared =
                    entries.stream().mapToLong(ZipDirectory.Entry::declared).sum();
            count = (int)
                    directory.entries().stream().filter(e -> !e.isFolder()).count();
            root = rootOf(entries);
            place(entries);
            layout();
            if (declared > budget) {
                faults.add("E001", "", 0, "unpackedTooLarge", budget);
            }
            readAll(directory);
            if (directory.isExhausted() && declared <= budget) {
                faults.add("E001", "", 0, "unpackedTooLarge", budget);
            }
            links();
            headings();
        }

        /** Leaves out entries no other check should touch. */
        private List<ZipDirectory.Entry> sound(List<ZipDirectory.Entry> entries) {
            var sound = new ArrayList<ZipDirectory.Entry>();
            var names = new HashSet<String>();
            for (ZipDirectory.Entry entry : entries) {
                String name = entry.name();
                if (isUnsafe(name)) {
                    faults.add("E005", name, 0, "nameUnsafe", name);
                } else if (!names.add(name)) {
                    faults.add("E005", name, 0, "nameTwice", name);
                } else if (entry.symlink()) {
                    faults.add("E005", name, 0, "symlink", name);
                } else if (entry.encrypted()) {
                    faults.add(ZIP, name, 0, "encrypted", name);
                } else {
                    sound.add(entry);
                }
            }
            return sound;
        }

        private String rootOf(List<ZipDirectory.Entry> entries) {
            List<String> known = rules.words("E002", "folders");
            var parents = new HashMap<String, Integer>();
            var tops = new HashSet<String>();
            for (ZipDirectory.Entry entry : entries) {
                String[] parts = entry.name().split("/", 3);
                tops.add(parts[0]);
                if (known.contains(parts[0]) && entry.name().indexOf('/') >= 0) {
                    return "";
                }
                if (parts.length > 1 && known.contains(parts[1])) {
                    parents.merge(parts[0], 1, Integer::sum);
                }
            }
            if (parents.isEmpty()) {
                String only = tops.size() == 1 ? tops.iterator().next() : "";
                boolean isFolder = entries.stream().anyMatch(e -> e.name().startsWith(only + "/"));
                return only.isEmpty() || !isFolder ? "" : only + "/";
            }
            return parents.entrySet().stream()
                            .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                            .orElseThrow()
                            .getKey()
                    + "/";
        }

        private void place(List<ZipDirectory.Entry> entries) {
            List<String> known = rules.words("E002", "folders");
            var unknown = new TreeSet<String>();
            for (ZipDirectory.Entry entry : entries) {
                String name = entry.name();
                if (!name.startsWith(root)) {
                    unknown.add(name.split("/", 2)[0]);
                    continue;
                }
                String path = name.substring(root.length());
                if (path.isEmpty()) {
                    continue;
                }
                String[] parts = path.split("/", 2);
                if (parts.length == 1 || !known.contains(parts[0])) {
                    unknown.add(root + parts[0]);
                    continue;
                }
                String folder = parts[0];
                String inner = parts[1];
                if (folder.equals("XBRL") && inner.indexOf('/') > 0) {
                    folder = folder + "/" + inner.substring(0, inner.indexOf('/'));
                    inner = inner.substring(inner.indexOf('/') + 1);
                }
                if (entry.isFolder()) {
                    folders.add(name);
                } else {
                    files.put(name, new Placed(entry, name, folder, inner));
                    for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
                        if (!parents.add(name.substring(0, slash))) {
                            break;
                        }
                    }
                }
            }
            unknown.forEach(name -> faults.add("E002", name, 0, "folderUnknown", name, String.join(" ", known)));
        }

        private void layout() {
            if (files.values().stream().noneMatch(f -> f.folder().equals(BODY_FOLDER) || f.isXbrl())) {
                faults.add("E002", "", 0, "noBody", BODY_FOLDER);
            }
            for (String folder : folders) {
                if (files.keySet().stream().noneMatch(path -> path.startsWith(folder))) {
                    faults.add("E003", folder, 0, "folderEmpty", folder);
                }
            }
            subFolders();
            long audits = files.values().stream()
                    .filter(f -> f.folder().equals("AuditDoc")
                            && !f.isSupporting()
                            && f.extension().equals("htm"))
                    .count();
            if (audits > rules.number("E002", "auditFiles")) {
                faults.add("E002", root + "AuditDoc", 0, "auditFiles", audits, rules.number("E002", "auditFiles"));
            }
            files.values().forEach(this::name);
            cover();
            qualified();
        }

        private void subFolders() {
            var seen = new HashSet<String>();
            var inners = new ArrayList<String[]>();
            files.values().forEach(f -> inners.add(new String[] {f.path(), f.inner()}));
            for (String folder : folders) {
                String[] parts = folder.substring(root.length()).split("/", 2);
                inners.add(new String[] {folder, parts[1]});
            }
            for (String[] pair : inners) {
                String inner = pair[1];
                String base = pair[0].substring(0, pair[0].length() - inner.length());
                int levels = 0;
                for (int slash = inner.indexOf('/'); slash >= 0; slash = inner.indexOf('/', slash + 1)) {
                    String path = base + inner.substring(0, slash);
                    levels++;
                    if (!seen.add(path)) {
                        continue;
                    }
                    String name = path.substring(path.lastIndexOf('/') + 1);
                    if (!rules.pattern("E004", "name").matcher(name).matches()) {
                        faults.add("E004", path, 0, "folderName", name);
                    }
                    if (levels == rules.number("E004", "levels") + 1) {
                        faults.add("E004", path, 0, "folderDeep", rules.number("E004", "levels"));
                    }
                }
            }
        }

        private void name(Placed file) {
            if (!file.isXbrl()
                    && !rules.pattern("E005", "name").matcher(file.stem()).matches()) {
                faults.add("E005", file.path(), 0, "fileName", file.stem());
            }
            String extension = file.extension();
            String top = file.isXbrl() ? "XBRL" : file.folder();
            boolean extra = Set.of("XBRL", "EnglishDoc").contains(top)
                    && rules.words("E006", top).contains(extension);
            if (!extra && !rules.words("E006", "all").contains(extension)) {
                faults.add(
                        "E006", file.path(), 0, "extension", extension, String.join(" ", rules.words("E006", "all")));
            }
            if (extension.equals("pdf")) {
                List<String> allowed = rules.words("E021", file.isSupporting() ? "subFolders" : "folders");
                if (!allowed.contains(file.folder())) {
                    faults.add(
                            "E021",
                            file.path(),
                            0,
                            file.isSupporting() ? "pdfInSubFolder" : "pdfFolder",
                            file.folder(),
                            String.join(" ", allowed));
                }
            }
            if (IMAGES.contains(extension)
                    && !file.isSupporting()
                    && !file.folder().equals("EnglishDoc")) {
                faults.add("E018", file.path(), 0, "imagePlace", file.folder());
            }
            if (isBody(file)
                    && !file.inner().equals(coverName())
                    && !rules.pattern("E023", "name").matcher(file.inner()).matches()) {
                faults.add("E023", file.path(), 0, "bodyName", file.inner());
            }
        }

        private void cover() {
            List<Placed> bodies = bodies(BODY_FOLDER);
            if (bodies.isEmpty()) {
                return;
            }
            String path = root + BODY_FOLDER + "/" + coverName();
            if (!files.containsKey(path)) {
                faults.add("E022", path, 0, "coverMissing", coverName());
                return;
            }
            for (Placed file : bodies) {
                if (file.path().compareTo(path) < 0) {
                    faults.add("E022", file.path(), 0, "coverNotFirst", coverName());
                }
            }
            for (Placed file : files.values()) {
                if (file.isSupporting()
                        && file.folder().equals(BODY_FOLDER)
                        && file.inner().endsWith("/" + coverName())) {
                    faults.add("E022", file.path(), 0, "coverInSubFolder", coverName());
                }
            }
        }

        /** E032 cannot tell whether the reference method is used, only whether the statement would be recognised. */
        private void qualified() {
            String name = rules.words("E032", "file").get(0);
            String stem = name.substring(0, name.lastIndexOf('.'));
            for (Placed file : files.values()) {
                if (file.stem().equalsIgnoreCase(stem)
                        && !(file.folder().equals("AttachDoc") && file.inner().equals(name))) {
                    faults.add("E032", file.path(), 0, "qualified", "AttachDoc/" + name);
                }
            }
        }

        private void readAll(ZipDirectory directory) {
            List<Placed> work = files.values().stream()
                    .sorted(Comparator.comparingLong((Placed f) -> -f.entry().packed()))
                    .toList();
            var next = new AtomicInteger();
            int threads = Math.max(1, Math.min(work.size(), Runtime.getRuntime().availableProcessors()));
            List<FaultList> found = IntStream.range(0, threads)
                    .parallel()
                    .mapToObj(thread -> {
                        var own = new FaultList(rules);
                        for (int i = next.getAndIncrement(); i < work.size(); i = next.getAndIncrement()) {
                            read(directory, work.get(i), own);
                        }
                        return own;
                    })
                    .toList();
            found.forEach(faults::addAll);
        }

        private void read(ZipDirectory directory, Placed file, FaultList own) {
            String extension = file.extension();
            boolean isHtml = extension.equals("htm");
            boolean isImage = IMAGES.contains(extension);
            if (!isHtml && !isImage && !extension.equals("pdf")) {
                return;
            }
            String rule = isHtml ? "E007" : isImage ? "E018" : "E019";
            long max = rules.number(rule, "maxBytes");
            try {
                ZipDirectory.Content content = directory.read(file.entry(), max + 1);
                byte[] bytes = content.bytes();
                boolean tooLarge = bytes.length > max;
                if (isHtml) {
                    html(file, bytes, tooLarge, own);
                } else if (tooLarge) {
                    own.add(rule, file.path(), 0, isImage ? "imageTooLarge" : "pdfTooLarge", max);
                } else if (isImage) {
                    image(file, bytes, own);
                } else {
                    pdf.check(file.path(), bytes, own);
                }
            } catch (ZipDirectory.BrokenZipException e) {
                if (!e.code().equals("unpackedTooLarge")) {
                    own.add(ZIP, file.path(), 0, e.code(), e.arg());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void html(Placed file, byte[] bytes, boolean tooLarge, FaultList own) {
            boolean inline = tooLarge && new String(bytes, 0, 8192, StandardCharsets.UTF_8).contains("xmlns:ix");
            if (tooLarge && !inline) {
                own.add("E007", file.path(), 0, "htmlTooLarge", rules.number("E007", "maxBytes"));
            }
            boolean readable = true;
            String text;
            Charset charset = rules.charset("E008", "charset");
            // A cut may fall within a character, whose rest would then look like a bad byte.
            int length = bytes.length;
            while (tooLarge && length > 0 && (bytes[length - 1] & 0x80) != 0) {
                length--;
            }
            try {
                text = charset.newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, length))
                        .toString();
            } catch (CharacterCodingException e) {
                Charset guess = guess(bytes, length);
                own.add(
                        "E008",
                        file.path(),
                        0,
                        guess == null ? "charsetBytes" : "charsetReadsAs",
                        charset.name(),
                        guess == null ? "" : guess.name());
                readable = false;
                text = new String(bytes, 0, length, guess == null ? charset : guess);
            }
            HtmlCheck.Role role = !isHeaded(file)
                    ? HtmlCheck.Role.OTHER
                    : file.inner().equals(coverName()) ? HtmlCheck.Role.COVER : HtmlCheck.Role.BODY;
            HtmlPage page = html.check(file.path(), role, text, !tooLarge, readable, own);
            boolean isTooMuch = kept.addAndGet(page.size()) > MAX_KEPT;
            pages.put(file.path(), isTooMuch ? HtmlPage.UNREAD : page);
        }

        private @Nullable Charset guess(byte[] bytes, int length) {
            for (String name : rules.words("E008", "guesses")) {
                try {
                    Charset charset = Charset.forName(name);
                    String text = charset.newDecoder()
                            .decode(ByteBuffer.wrap(bytes, 0, length))
                            .toString();
                    if (text.contains("<") && text.contains(">")) {
                        return charset;
                    }
                } catch (CharacterCodingException | IllegalArgumentException e) {
                    // Not this one.
                }
            }
            return null;
        }

        private void image(Placed file, byte[] bytes, FaultList own) {
            String real = ImageKind.of(bytes);
            if (!real.equals(file.extension())) {
                own.add("E018", file.path(), 0, "imageKind", file.extension(), real);
            }
        }

        private void links() {
            var cut = new HashSet<String>();
            pages.forEach((path, page) -> {
                if (!page.whole()) {
                    cut.add(placed(path).folder());
                }
            });
            for (Placed file : files.values()) {
                if (file.extension().equals("htm") && !pages.containsKey(file.path())) {
                    cut.add(file.folder());
                }
            }
            Map<String, Set<String>> targets = new TreeMap<>();
            var asImage = new HashSet<String>();
            var otherwise = new TreeMap<String, HtmlPage.Link>();
            var from = new HashMap<String, String>();
            new TreeMap<>(pages).forEach((path, page) -> {
                for (HtmlPage.Link link : page.links()) {
                    String target = target(placed(path), link);
                    if (target == null) {
                        continue;
                    }
                    targets.computeIfAbsent(path, p -> new TreeSet<>()).add(target);
                    if (IMAGES.contains(placed(target).extension())) {
                        if (link.tag().equals("img")) {
                            asImage.add(target);
                        } else {
                            otherwise.putIfAbsent(target, link);
                            from.putIfAbsent(target, path);
                        }
                    }
                }
            });
            otherwise.forEach((target, link) -> {
                if (!asImage.contains(target)) {
                    faults.add("E018", from.get(target), link.line(), "imageNotByImg", link.target());
                }
            });
            unreferenced(targets, cut);
        }

        private void unreferenced(Map<String, Set<String>> targets, Set<String> cut) {
            var reached = new HashSet<String>();
            var open = new ArrayList<String>();
            for (Placed file : files.values()) {
                if (!file.isSupporting() && reached.add(file.path())) {
                    open.add(file.path());
                }
            }
            while (!open.isEmpty()) {
                for (String target : targets.getOrDefault(open.remove(open.size() - 1), Set.of())) {
                    if (reached.add(target)) {
                        open.add(target);
                    }
                }
            }
            for (Placed file : files.values()) {
                boolean linked = Set.of("htm", "gif", "jpg", "png").contains(file.extension());
                if (linked
                        && !reached.contains(file.path())
                        && !file.folder().equals("EnglishDoc")
                        && !cut.contains(file.folder())
                        && !file.inner().endsWith("/" + coverName())) {
                    faults.add("E016", file.path(), 0, "unreferenced", file.inner());
                }
            }
        }

        /** Judges a link, and says which file of the package it reaches. */
        private @Nullable String target(Placed file, HtmlPage.Link link) {
            String target = link.target();
            String bad = LinkTarget.fault(target);
            if (bad != null) {
                faults.add("E013", file.path(), link.line(), bad, target);
                return null;
            }
            int hash = target.indexOf('#');
            String anchor = hash < 0 ? "" : target.substring(hash + 1);
            String relative = hash < 0 ? target : target.substring(0, hash);
            String path = file.path();
            if (!relative.isEmpty()) {
                String base = path.substring(0, path.length() - file.inner().length());
                String inner = LinkTarget.resolved(file.inner(), relative);
                if (inner == null) {
                    faults.add("E013", file.path(), link.line(), "linkOutside", target);
                    return null;
                }
                path = base + inner;
                if (inner.isEmpty() || relative.endsWith("/") || parents.contains(path)) {
                    faults.add("E013", file.path(), link.line(), "linkFolder", target);
                    return null;
                }
                Placed found = files.get(path);
                if (found == null) {
                    faults.add("E013", file.path(), link.line(), "linkMissing", target);
                    return null;
                }
                if (found.extension().equals("pdf")) {
                    faults.add("E013", file.path(), link.line(), "linkPdf", target);
                    return path;
                }
                if (!found.isSupporting()
                        && !path.equals(file.path())
                        && !file.folder().equals("EnglishDoc")) {
                    faults.add(
                            "E017",
                            file.path(),
                            link.line(),
                            file.isSupporting() ? "linkSupportingToBody" : "linkBodyToBody",
                            target);
                    return path;
                }
            }
            HtmlPage page = pages.get(path);
            if (!anchor.isEmpty() && page != null && page.whole() && !page.ids().contains(anchor)) {
                faults.add("E013", file.path(), link.line(), "linkAnchor", target);
            }
            return path;
        }

        private void headings() {
            HtmlPage cover = pages.get(root + BODY_FOLDER + "/" + coverName());
            boolean amended = amendment(cover == null ? "" : cover.document());
            for (String folder : HEADED_FOLDERS) {
                var own = new FaultList(rules);
                boolean incomplete = false;
                for (Placed file : bodies(folder)) {
                    HtmlPage page = pages.get(file.path());
                    incomplete |= page == null || !page.whole();
                }
                var order = new HeadingOrder(rules, amended || incomplete, own);
                for (Placed file : bodies(folder)) {
                    HtmlPage page = pages.get(file.path());
                    if (page == null || file.inner().equals(coverName())) {
                        continue;
                    }
                    page.headings().forEach(heading -> order.take(file.path(), heading));
                    if (amended && isReason(file)) {
                        // The reasons are numbered for themselves; the corrected parts bring their own numbers.
                        order.end();
                        order.restart();
                    }
                }
                order.end();
                faults.addAll(own);
            }
        }

        /** E031: says whether the package amends another, and judges the order of its files. */
        private boolean amendment(String document) {
            List<Placed> bodies = bodies(BODY_FOLDER).stream()
                    .filter(f -> !f.inner().equals(coverName()))
                    .toList();
            List<Placed> reasons = bodies.stream().filter(this::isReason).toList();
            String cover = root + BODY_FOLDER + "/" + coverName();
            boolean stated = rules.pattern("E031", "document").matcher(document).find();
            if (reasons.isEmpty()) {
                if (stated && !bodies.isEmpty()) {
                    faults.add("E031", cover, 0, "amendWithoutReason", document);
                }
                return stated;
            }
            if (!stated && !document.isEmpty()) {
                faults.add("E031", cover, 0, "amendCover", document);
            }
            Placed reason = reasons.get(0);
            if (!bodies.get(0).equals(reason)) {
                faults.add("E031", reason.path(), 0, "amendOrder", bodies.get(0).inner());
            }
            if (reasons.size() > 1) {
                faults.add("E031", reasons.get(1).path(), 0, "amendTwice", reason.inner());
            }
            HtmlPage page = pages.get(reason.path());
            if (page != null
                    && page.headings().stream()
                            .noneMatch(h -> rules.pattern("E031", "reason")
                                    .matcher(h.title())
                                    .find())) {
                faults.add("E031", reason.path(), 0, "amendReason");
            }
            return true;
        }

        private boolean isReason(Placed file) {
            return rules.pattern("E031", "file").matcher(file.inner()).matches();
        }

        private List<Placed> bodies(String folder) {
            return files.values().stream()
                    .filter(f -> f.folder().equals(folder) && isBody(f))
                    .toList();
        }

        private boolean isHeaded(Placed file) {
            return HEADED_FOLDERS.contains(file.folder()) && !file.isSupporting();
        }

        private boolean isBody(Placed file) {
            return isHeaded(file) && file.extension().equals("htm");
        }

        private Placed placed(String path) {
            Placed file = files.get(path);
            if (file == null) {
                throw new IllegalStateException("no file " + path);
            }
            return file;
        }

        private String coverName() {
            return rules.words("E022", "file").get(0);
        }
    }

    private static boolean isUnsafe(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.contains("//")) {
            return true;
        }
        if (name.length() > 1 && name.charAt(1) == ':') {
            return true;
        }
        for (String part : name.split("/")) {
            if (part.equals("..") || part.equals(".")) {
                return true;
            }
        }
        return name.chars().anyMatch(Character::isISOControl);
    }
}
