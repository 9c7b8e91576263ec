/** A deal walked through by scripted people: from the shell, for the sample deals, and for practice. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "act",
            "audit",
            "book",
            "clause",
            "deal",
            "disclosure",
            "form",
            "law",
            "market",
            "pricing",
            "registration",
            "underwriting",
            "wording",
            "workflow"
        })
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.rehearsal;
