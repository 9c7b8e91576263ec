/** Deal facts become papers: data, XHTML, PDF/A, each with its SHA-256. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "act",
            "bond",
            "clause",
            "deal",
            "edinet",
            "form",
            "law",
            "market",
            "pricing",
            "registration",
            "settlement",
            "underwriting",
            "wording"
        })
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.disclosure;
