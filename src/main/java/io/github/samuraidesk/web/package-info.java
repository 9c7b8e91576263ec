/** Pages, forms and REST; no rules. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "act",
            "audit",
            "bond",
            "book",
            "calendar",
            "chart",
            "clause",
            "deal",
            "disclosure",
            "edinet",
            "form",
            "law",
            "lifecycle",
            "market",
            "pricing",
            "pricing :: batch",
            "pricing :: workbook",
            "registration",
            "rehearsal",
            "review",
            "settlement",
            "underwriting",
            "workflow"
        })
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.web;
