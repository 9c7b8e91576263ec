package io.github.samuraidesk.deal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is kept to save reading it again, and forgotten when others were asked for more lately. */
public final class Remembered {

    private Remembered() {}

    /** A map for many threads that keeps so many entries, those that were used last. */
    public static <K, V> Map<K, V> atMost(int entries) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > entries;
            }
        });
    }
}
