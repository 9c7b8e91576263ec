/** What people do after closing. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.lifecycle.acts;
