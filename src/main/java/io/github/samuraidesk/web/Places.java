package io.github.samuraidesk.web;

import java.util.HashMap;
import java.util.Map;

/** So many may send at once, and so many of them from one sender: the threads of the others stay free. */
final class Places {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int total;

    Places(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** @return false at once when there is none */
    synchronized boolean take(String sender) {
        int own = taken.getOrDefault(sender, 0);
        if (total >= most || own >= mostOfOne) {
            return false;
        }
        total++;
        taken.put(sender, own + 1);
        return true;
    }

    synchronized void leave(String sender) {
        total--;
        taken.computeIfPresent(sender, (s, own) -> own == 1 ? null : own - 1);
    }
}
