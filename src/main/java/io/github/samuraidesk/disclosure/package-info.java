/** Deal facts become papers: data, XHTML, PDF/A, each with its SHA-256. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.disclosure;
