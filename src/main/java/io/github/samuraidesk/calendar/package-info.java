/** Says which days are business days in Tokyo, and refuses days it has no table for. */
package io.github.samuraidesk.calendar;
