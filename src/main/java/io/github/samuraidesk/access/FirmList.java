package io.github.samuraidesk.access;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The house's list of firms as it was read at one moment. */
public final class FirmList {

    private static final int MOST_NEAR = 5;

    private final List<Firm> firms;
    private final Map<String, Firm> bySpelling = new LinkedHashMap<>();

    FirmList(List<Firm> firms) {
        this.firms = List.copyOf(firms);
        for (Firm f : firms) {
            spellings(f).keySet().forEach(folded -> bySpelling.putIfAbsent(folded, f));
        }
    }

    /** Folded spellings of a firm with the text each came from. */
    static Map<String, String> spellings(Firm firm) {
        var spellings = new LinkedHashMap<String, String>();
        spellings.put(Spelling.folded(firm.name()), firm.name());
        spellings.putIfAbsent(Spelling.folded(firm.nameJa()), firm.nameJa());
        firm.aliases().forEach(a -> spellings.putIfAbsent(Spelling.folded(a), a));
        return spellings;
    }

    public List<Firm> all() {
        return firms;
    }

    public List<Firm> of(Firm.Kind kind) {
        return firms.stream().filter(f -> f.kind() == kind).toList();
    }

    /** The firm that a text names, in whatever spelling. */
    public Optional<Firm> find(String text) {
        return Optional.ofNullable(bySpelling.get(Spelling.folded(text)));
    }

    /** The name of the firm that a text names; a text of earlier programs that names none stays as it is. */
    public String canonical(String text) {
        return find(text).map(Firm::name).orElse(text.strip());
    }

    /** Whether two texts mean the same firm; texts that the list does not know are compared as people write them. */
    public boolean same(String one, String other) {
        return Spelling.folded(canonical(one)).equals(Spelling.folded(canonical(other)));
    }

    /** Names of firms that somebody who wrote this may have meant, the nearest first. */
    public List<String> near(String text) {
        String asked = Spelling.folded(text);
        return bySpelling.entrySet().stream()
                .filter(e -> !asked.isEmpty() && isNear(asked, e.getKey()))
                .sorted(Comparator.comparingInt(e -> Spelling.distance(asked, e.getKey())))
                .map(e -> e.getValue().name() + "（" + e.getValue().nameJa() + "）")
                .distinct()
                .limit(MOST_NEAR)
                .toList();
    }

    private static boolean isNear(String asked, String known) {
        int longest = Math.max(asked.length(), known.length());
        return known.contains(asked) || asked.contains(known) || Spelling.distance(asked, known) * 3 <= longest;
    }

    /** What people read for a firm in their language; what names no firm stands as it was written. */
    public String shown(String name, boolean japanese) {
        return find(name).map(f -> japanese ? f.nameJa() : f.name()).orElse(name);
    }
}
