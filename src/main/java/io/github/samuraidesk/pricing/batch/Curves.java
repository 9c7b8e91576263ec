package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.bond.GovernmentCurve;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.calendar.BusinessCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Curves by id. Immutable and safe for many threads. */
public final class Curves {

    private static final Curves NONE = new Curves(false, Map.of());
    /** So many curves keep their discount factors by day; more would cost more memory than they save time. */
    private static final int MOST_READY = 200;

    private final boolean given;
    private final Map<String, BondCurves> byId;
    /** The same under a hash of the id's bytes, so that a row asks without a string. */
    private final Slot[] slots;

    private record Slot(
            byte[] id, BondCurves curves, @Nullable Slot next) {}

    private Curves(boolean given, Map<String, BondCurves> byId) {
        this.given = given;
        this.byId = Map.copyOf(byId);
        this.slots = new Slot[Integer.highestOneBit(2 * byId.size() + 1) * 2];
        byId.forEach((name, curves) -> {
            byte[] id = name.getBytes(StandardCharsets.UTF_8);
            int slot = slot(id, 0, id.length);
            slots[slot] = new Slot(id, curves, slots[slot]);
        });
        byId.values().stream()
                .flatMap(curves -> curves.swap().stream())
                .limit(MOST_READY)
                .forEach(curve -> curve.discount().ready());
    }

    /** No curve at all: curve ids are not looked at, and the fields that need a curve stay empty. */
    public static Curves none() {
        return NONE;
    }

    /** Ready curves; a bond that names another id is refused. */
    public static Curves of(Map<String, OisCurve> swap, Map<String, GovernmentCurve> government) {
        Set<String> ids = new LinkedHashSet<>(swap.keySet());
        ids.addAll(government.keySet());
        Map<String, BondCurves> byId = new LinkedHashMap<>();
        for (String id : ids) {
            byId.put(id, new BondCurves(Optional.ofNullable(swap.get(id)), Optional.ofNullable(government.get(id))));
        }
        return new Curves(true, byId);
    }

    /**
     * A table to read.
     *
     * @param name what findings call it
     */
    public record Table(String name, InputStream bytes) {}

    /**
     * Reads curves out of tables: {@code curve_id,valuation,tenor,rate} of TONA swaps and {@code curve_id,years,rate} of
     * government par yields, rates in percent. A curve with a fault is left out, with one finding for each fault; bonds
     * that name it are priced without it. Where swaps are given, a bond must name one of theirs.
     *
     * @param findings takes what is wrong with the tables
     * @throws UnreadableTableException when a table or its header cannot be read
     */
    public static Curves read(
            BusinessCalendar tokyo, Optional<Table> swaps, Optional<Table> government, Consumer<RowFinding> findings)
            throws IOException {
        if (swaps.isEmpty() && government.isEmpty()) {
            return NONE;
        }
        Map<String, Optional<OisCurve>> swapById = new LinkedHashMap<>();
        if (swaps.isPresent()) {
            swapById.putAll(new SwapQuoteTable(swaps.get().name(), tokyo, findings)
                    .read(swaps.get().bytes()));
        }
        Map<String, Optional<GovernmentCurve>> governmentById = new LinkedHashMap<>();
        if (government.isPresent()) {
            governmentById.putAll(new GovernmentYieldTable(government.get().name(), findings)
                    .read(government.get().bytes()));
        }
        Map<String, BondCurves> byId = new HashMap<>();
        for (String id : (swaps.isPresent() ? swapById : governmentById).keySet()) {
            if (swaps.isPresent() && government.isPresent() && !governmentById.containsKey(id)) {
                findings.accept(RowFinding.note(
                        government.get().name(),
                        1,
                        QuoteTable.CURVE_ID,
                        "has no curve " + CsvLine.shown(id) + "; the fields of its bonds that need one stay empty"));
            }
            byId.put(
                    id,
                    new BondCurves(
                            swapById.getOrDefault(id, Optional.empty()),
                            governmentById.getOrDefault(id, Optional.empty())));
        }
        return new Curves(true, byId);
    }

    /** The curves under an id; nothing when there is no such id. */
    public Optional<BondCurves> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    boolean isGiven() {
        return given;
    }

    @Nullable
    BondCurves find(byte[] bytes, int from, int to, Charset charset) {
        if (charset != StandardCharsets.UTF_8 && !TextEncoding.isAscii(bytes, from, to)) {
            return byId.get(new String(bytes, from, to - from, charset));
        }
        for (Slot slot = slots[slot(bytes, from, to)]; slot != null; slot = slot.next) {
            if (Arrays.equals(slot.id, 0, slot.id.length, bytes, from, to)) {
                return slot.curves;
            }
        }
        return null;
    }

    private int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 16) & slots.length - 1;
    }
}
