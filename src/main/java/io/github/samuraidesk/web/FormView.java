package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FieldType;
import io.github.samuraidesk.form.FormValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form as a page shows it: every field with its value and the faults that belong to it.
 *
 * @param faults all of them, in the order in which they were found
 * @param targets id of the page's element for the field of a fault, by the field's path
 */
public record FormView(List<FieldView> fields, List<Finding> faults, Map<String, String> targets) {

    /** @param rows cells of a table by column, for the rows that the page shows */
    public record FieldView(Field field, String path, String value, List<Finding> faults, List<List<FieldView>> rows) {

        public boolean isFaulty() {
            return !faults.isEmpty();
        }

        public String id() {
            return idOf(path);
        }

        /** The kind of HTML control. */
        public String control() {
            return switch (field.type()) {
                case LINES -> "lines";
                case CHOICE, PICK, YES_NO -> "choice";
                case DATE -> "date";
                case DATE_TIME -> "time";
                case FILE -> "file";
                case TABLE -> "table";
                case WHOLE, DECIMAL, PERCENT, BASIS_POINTS, YEN, BILLION_YEN -> "number";
                case TEXT, SHA256 -> "text";
                case SEEN -> "hidden";
            };
        }

        /** Answers of another field that ask for this one; empty where it is always asked. */
        public List<String> askedFor() {
            return field.asked() == null
                    ? List.of()
                    : field.asked().values().stream().filter(v -> !v.isEmpty()).toList();
        }

        public List<String> options() {
            return field.type() == FieldType.YES_NO ? List.of("yes", "no") : field.choices();
        }

        /** Wording key of an option, or empty for one that is shown as it is. */
        public String optionKey(String option) {
            if (field.type() != FieldType.PICK) {
                return "choice." + option;
            }
            String label = field.labels().getOrDefault(option, "");
            return label.startsWith("#") ? label.substring(1) : "";
        }

        public String optionText(String option) {
            return field.labels().getOrDefault(option, option);
        }
    }

    private static String idOf(String path) {
        return path.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** Whether the form sends files. */
    public boolean hasFiles() {
        return fields.stream()
                .anyMatch(f -> f.field().type() == FieldType.FILE
                        || f.field().columns().stream().anyMatch(c -> c.type() == FieldType.FILE));
    }

    static FormView of(List<Field> fields, FormValues values, List<Finding> findings, int spareRows) {
        var left = new ArrayList<>(findings);
        var views = new ArrayList<FieldView>();
        for (Field f : fields) {
            if (isRuledOut(f, values, left)) {
                continue;
            }
            if (f.type() == FieldType.TABLE) {
                List<Map<String, String>> rows = values.tables().getOrDefault(f.name(), List.of());
                var rowViews = new ArrayList<List<FieldView>>();
                for (int i = 0; i < rows.size() + spareRows; i++) {
                    Map<String, String> row = i < rows.size() ? rows.get(i) : new LinkedHashMap<>();
                    var cells = new ArrayList<FieldView>();
                    for (Field column : f.columns()) {
                        String path = f.name() + "[" + i + "]." + column.name();
                        cells.add(new FieldView(
                                column, path, row.getOrDefault(column.name(), ""), take(left, path), List.of()));
                    }
                    rowViews.add(cells);
                }
                var own = take(left, f.name());
                for (int i = 0; i < rows.size(); i++) {
                    own.addAll(take(left, f.name() + "[" + i + "]"));
                }
                views.add(new FieldView(f, f.name(), "", own, rowViews));
            } else {
                views.add(new FieldView(f, f.name(), values.text(f.name()), take(left, f.name()), List.of()));
            }
        }
        return new FormView(views, List.copyOf(findings), targets(views));
    }

    private static Map<String, String> targets(List<FieldView> views) {
        var targets = new LinkedHashMap<String, String>();
        for (FieldView view : views) {
            if (view.control().equals("hidden")) {
                continue;
            }
            targets.put(view.path(), view.id());
            for (int i = 0; i < view.rows().size(); i++) {
                targets.put(view.path() + "[" + i + "]", view.id());
                view.rows().get(i).forEach(cell -> targets.put(cell.path(), cell.id()));
            }
        }
        return targets;
    }

    /** Another answer rules this field out, and nothing was typed into it: it is not shown. */
    private static boolean isRuledOut(Field f, FormValues values, List<Finding> findings) {
        return f.asked() != null
                && values.has(f.asked().field())
                && !f.isAsked(values)
                && !values.has(f.name())
                && !values.tables().containsKey(f.name())
                && findings.stream().noneMatch(x -> x.field().equals(f.name()));
    }

    private static List<Finding> take(List<Finding> from, String path) {
        var taken = new ArrayList<Finding>();
        from.removeIf(f -> f.field().equals(path) && taken.add(f));
        return taken;
    }
}
