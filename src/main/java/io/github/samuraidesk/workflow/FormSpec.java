package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FormValues;
import java.util.List;
import java.util.Set;

/** A form with the roles that may send it and the gates that it must pass. */
public interface FormSpec {

    String id();

    List<Field> fields();

    Set<Role> roles();

    Set<Gate> gates();

    /** Gates that these answers must pass: an answer that sends the deal back passes fewer. */
    default Set<Gate> gates(FormValues answers) {
        return gates();
    }

    /** Whether some answer passes without the gates, so that the form can be sent while a gate is shut. */
    default boolean hasWayBack() {
        return false;
    }
}
