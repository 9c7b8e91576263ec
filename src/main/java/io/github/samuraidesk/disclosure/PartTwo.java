package io.github.samuraidesk.disclosure;

/** 第二部 (issuer information), uploaded by the issuer's counsel as PDF. */
public record PartTwo(String sha256, String fileName, int pages) {}
