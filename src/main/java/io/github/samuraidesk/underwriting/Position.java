package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.form.Spelled;

/** Whether a firm leads the managers (主幹事) or is one of them. */
public enum Position implements Spelled {
    LEAD("lead"),
    CO("co");

    private final String spelled;

    Position(String spelled) {
        this.spelled = spelled;
    }

    @Override
    public String spelled() {
        return spelled;
    }
}
