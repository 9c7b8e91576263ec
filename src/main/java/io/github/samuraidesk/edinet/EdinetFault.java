package io.github.samuraidesk.edinet;

import java.util.List;

/**
 * One thing that is wrong in a package.
 *
 * @param rule id of the rule, or {@link PackageCheck#ZIP} when the file cannot be read as a ZIP
 * @param file path within the ZIP, empty when the package as a whole is meant
 * @param line line of the source counted from 1, or 0 where a file has none
 * @param code key of the message without its prefix
 * @param args what the message shows, in the order of its placeholders
 */
public record EdinetFault(String rule, Severity severity, String file, int line, String code, List<String> args) {

    public EdinetFault {
        args = List.copyOf(args);
    }
}
