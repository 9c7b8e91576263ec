package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.Blobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;

/**
 * The law and practice the program knows, read from data files with a source per row. A row without source or
 * confidence stops the start: the program refuses what nobody vouches for.
 */
@Component
public class RulePack {

    private static final List<String> FILES =
            List.of("clocks.csv", "forms.csv", "gates.csv", "jasdec-checklist.csv", "sources.csv", "timetable.csv");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String sha256;
    private final List<TimetableRow> timetable;
    private final List<JasdecRow> jasdec;
    private final List<ClockRow> clocks;
    private final List<FormRow> forms;
    private final List<GateRow> gates;
    private final Map<String, String> sources = new LinkedHashMap<>();

    public RulePack() {
        var all = new ByteArrayOutputStream();
        for (String file : FILES) {
            byte[] bytes = read(file);
            files.put(file, bytes);
            all.writeBytes(bytes);
        }
        sha256 = Blobs.sha256(all.toByteArray());
        timetable = rows("timetable.csv").stream()
                .map(r -> new TimetableRow(
                        r.get("track"),
                        r.get("step_id"),
                        r.get("anchor"),
                        Integer.parseInt(r.get("offset")),
                        r.get("unit"),
                        r.get("step_en"),
                        r.get("step_ja"),
                        r.get("responsible"),
                        r.get("gate"),
                        r.get("evidence"),
                        vouched(r, "basis")))
                .toList();
        jasdec = rows("jasdec-checklist.csv").stream()
                .map(r -> new JasdecRow(
                        r.get("id"),
                        r.get("phase"),
                        r.get("anchor"),
                        Integer.parseInt(r.get("offset_bd")),
                        r.get("task_en"),
                        r.get("task_ja"),
                        r.get("responsible"),
                        r.get("evidence"),
                        r.get("blocking").equals("yes"),
                        vouched(r, "basis")))
                .toList();
        clocks = rows("clocks.csv").stream()
                .map(r -> new ClockRow(
                        r.get("clock_id"),
                        r.get("en"),
                        r.get("ja"),
                        r.get("length"),
                        r.get("unit"),
                        vouched(r, "basis")))
                .toList();
        forms = rows("forms.csv").stream()
                .map(r -> new FormRow(
                        r.get("issuer_kind"),
                        r.get("route"),
                        r.get("document_en"),
                        r.get("document_ja"),
                        r.get("ordinance_ja"),
                        r.get("edinet_ordinance_code"),
                        r.get("form_no_ja"),
                        r.get("edinet_form_code"),
                        r.get("edinet_doc_type_code"),
                        r.get("method"),
                        r.get("edinet_disclosure")))
                .toList();
        gates = rows("gates.csv").stream()
                .map(r -> new GateRow(r.get("gate"), r.get("title_ja"), r.get("title_en"), vouched(r, "source")))
                .toList();
        rows("sources.csv").forEach(r -> sources.put(r.get("key"), r.get("reference")));
    }

    /** @param unit w weeks, cd calendar days, bd Tokyo business days, m months */
    public record TimetableRow(
            String track,
            String id,
            String anchor,
            int offset,
            String unit,
            String en,
            String ja,
            String responsible,
            String gate,
            String evidence,
            String basis) {}

    public record JasdecRow(
            String id,
            String phase,
            String anchor,
            int offsetBusinessDays,
            String en,
            String ja,
            String responsible,
            String evidence,
            boolean blocking,
            String basis) {}

    public record ClockRow(String id, String en, String ja, String length, String unit, String basis) {}

    public record FormRow(
            String issuerKind,
            String route,
            String en,
            String ja,
            String ordinanceJa,
            String ordinanceCode,
            String formNoJa,
            String formCode,
            String docTypeCode,
            String method,
            String disclosure) {}

    public record GateRow(String id, String ja, String en, String source) {}

    public String sha256() {
        return sha256;
    }

    public Map<String, byte[]> files() {
        return files;
    }

    public List<TimetableRow> timetable(String track) {
        return timetable.stream().filter(r -> r.track().equals(track)).toList();
    }

    public List<TimetableRow> timetable() {
        return timetable;
    }

    public List<JasdecRow> jasdec() {
        return jasdec;
    }

    public List<ClockRow> clocks() {
        return clocks;
    }

    public ClockRow clock(String id) {
        return clocks.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    public List<FormRow> forms() {
        return forms;
    }

    public List<GateRow> gates() {
        return gates;
    }

    public GateRow gate(String id) {
        return gates.stream().filter(g -> g.id().equals(id)).findFirst().orElseThrow();
    }

    public Map<String, String> sources() {
        return sources;
    }

    /** The key of a form is (ordinance, code): the same code means another paper under the other ordinance. */
    public FormRow form(String ordinanceCode, String formCode) {
        return forms.stream()
                .filter(f ->
                        f.ordinanceCode().equals(ordinanceCode) && f.formCode().equals(formCode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form " + ordinanceCode + "/" + formCode));
    }

    /** Whether a basis rests on unverified knowledge and must be shown as "confirm with counsel". */
    public static boolean needsCounsel(String basis) {
        return basis.contains("GK-low") || basis.contains("not verified") || basis.contains("counsel to confirm");
    }

    public Optional<JasdecRow> jasdecRow(String id) {
        return jasdec.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    private static String vouched(Map<String, String> row, String column) {
        String basis = row.get(column);
        if (basis == null || basis.isBlank()) {
            throw new IllegalStateException("rule without source: " + row);
        }
        return basis;
    }

    private List<Map<String, String>> rows(String file) {
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(files.get(file), StandardCharsets.UTF_8)))) {
            var rows = new ArrayList<Map<String, String>>();
            parser.forEach(r -> rows.add(r.toMap()));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = RulePack.class.getResourceAsStream("/rules/pack/" + file)) {
            if (in == null) {
                throw new IllegalStateException("rule pack file is missing: " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
