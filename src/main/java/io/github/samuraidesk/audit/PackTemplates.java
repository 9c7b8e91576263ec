package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Holds the templates of a pack, a folder for each set that the deal was ever pinned to, to the events that pin it. */
final class PackTemplates {

    static final String FOLDER = "templates/";

    private PackTemplates() {}

    /** @param here files of the folder by their name in the pack @param faults what is found is added to it */
    static void hold(Map<String, byte[]> here, Rebuilt rebuilt, List<String> faults) {
        var named = new HashMap<String, String>();
        var pins = rebuilt.facts().stream()
                .filter(f -> f.kind().equals("TemplatesPinned"))
                .toList();
        for (Rebuilt.Fact pin : pins) {
            String set = pin.body().path("set").asString("");
            Map<String, String> files = files(pin.body().path("files"));
            if (!nameOf(files).equals(set)) {
                faults.add(FOLDER + set + ": the files that event " + pin.event() + " names are not those of the set");
            }
            files.forEach((file, sha256) -> {
                String name = FOLDER + set + "/" + file;
                if (!here.containsKey(name) && !named.containsKey(name)) {
                    faults.add(name + ": is missing; event " + pin.event() + " names it by " + sha256);
                }
                named.put(name, sha256);
            });
        }
        here.forEach((name, bytes) -> {
            String said = named.get(name);
            if (said == null) {
                faults.add(name + ": no event names it");
            } else if (!said.equals(Sha256.of(bytes))) {
                faults.add(name + ": its hash is " + Sha256.of(bytes) + ", by the events " + said);
            }
        });
    }

    /** As the program names a set: SHA-256 over a line of hash and name for each file, in the order of the names. */
    private static String nameOf(Map<String, String> files) {
        var lines = new StringBuilder();
        files.forEach(
                (name, sha256) -> lines.append(sha256).append("  ").append(name).append('\n'));
        return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> files(JsonNode files) {
        var hashes = new TreeMap<String, String>();
        files.propertyNames().forEach(name -> hashes.put(name, files.path(name).asString("")));
        return hashes;
    }
}
