/** Says which days are business days in Tokyo, London, New York and TARGET, and refuses days it has no table for. */
package io.github.samuraidesk.calendar;
