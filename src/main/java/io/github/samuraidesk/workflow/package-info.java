/** What happens when: the desk, its steps, human tasks, entries and gates. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "act",
            "audit",
            "bond",
            "book",
            "calendar",
            "clause",
            "deal",
            "disclosure",
            "edinet",
            "form",
            "law",
            "lifecycle",
            "market",
            "pricing",
            "registration",
            "review",
            "settlement",
            "underwriting"
        })
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.workflow;
