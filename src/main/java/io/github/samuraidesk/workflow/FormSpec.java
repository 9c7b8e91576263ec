package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.Field;
import java.util.List;
import java.util.Set;

/** A form with the roles that may send it and the gates that it must pass. */
public interface FormSpec {

    String id();

    List<Field> fields();

    Set<Role> roles();

    Set<Gate> gates();
}
