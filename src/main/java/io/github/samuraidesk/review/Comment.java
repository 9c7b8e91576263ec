package io.github.samuraidesk.review;

/** A remark on a paper. @param place heading or figure it is about */
public record Comment(String paper, String place, String text, String author) {}
