/** What people do about a deal's route and its registration, one act a file. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.registration.acts;
