package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.Form;
import io.github.samuraidesk.form.FormValues;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a person may do to a deal, whole: its form, who may, behind which gates, what it means, and what a
 * rehearsal would say.
 *
 * @param id id of the task in the drawing, or of the entry; released ids are never removed
 * @param rows rows of the rule pack that it does, over all tracks
 */
public record Act<I extends Record>(
        String id,
        List<String> rows,
        Set<Role> roles,
        Set<Gate> gates,
        Form<I> form,
        Deed<I> deed,
        Practice<I> practice) {

    public Act {
        rows = List.copyOf(rows);
        // the order is the one in which people read them
        roles = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(roles));
        gates = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(gates));
    }

    /** Begins the description of an act whose form is this record. */
    public static <I extends Record> Description<I> of(String id, Class<I> form) {
        return new Description<>(id, List.of(), Set.of(), Set.of(), Form.of(form), Deed.ofRecord());
    }

    public List<Field> fields() {
        return form.fields();
    }

    /** The deed for values that the form's check has passed. */
    public Answer perform(FormValues values, Standing deal, Asked by) {
        return deed.perform(form.read(values), deal, by);
    }

    /** What was said when the task was completed last, where it is a task and was completed. */
    public Optional<I> done(DealFile deal) {
        return deal.one(TaskDone.FACT.at(id)).map(t -> form.read(new FormValues(t.values(), t.tables())));
    }

    /** An act under description. */
    public record Description<I extends Record>(
            String id, List<String> rows, Set<Role> roles, Set<Gate> gates, Form<I> form, Deed<I> deed) {

        /** Rows of the rule pack. */
        public Description<I> doing(String... all) {
            return new Description<>(id, List.of(all), roles, gates, form, deed);
        }

        public Description<I> by(Role... all) {
            return new Description<>(id, rows, new LinkedHashSet<>(List.of(all)), gates, form, deed);
        }

        public Description<I> passing(Gate... all) {
            return new Description<>(id, rows, roles, new LinkedHashSet<>(List.of(all)), form, deed);
        }

        public Description<I> deed(Deed<I> meaning) {
            return new Description<>(id, rows, roles, gates, form, meaning);
        }

        public Act<I> played(Practice<I> practice) {
            return new Act<>(id, rows, roles, gates, form, deed, practice);
        }

        /** Of an entry: how often it is made and by whom is for the rehearsal's script to say. */
        public Act<I> entered() {
            return played(stage -> {
                throw new IllegalStateException(id + " is no task");
            });
        }
    }
}
