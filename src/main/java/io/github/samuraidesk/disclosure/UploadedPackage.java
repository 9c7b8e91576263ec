package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.edinet.EdinetFault;
import io.github.samuraidesk.edinet.PackageCheck;
import io.github.samuraidesk.edinet.Severity;
import io.github.samuraidesk.law.RulePack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks at packages that people upload. */
public final class UploadedPackage {

    private static final int MOST_FAULTS = 10;

    /** One HTML file may hold no more (E007). */
    private static final int MOST_COVER_BYTES = 2_621_440;

    private UploadedPackage() {}

    /** Errors of the upload check, the first few by name; the check page lists them all. */
    static List<Finding> errors(RulePack pack, String field, byte[] zip) {
        return new PackageCheck(pack.edinet())
                .check(zip).faults().stream()
                        .filter(f -> f.severity() == Severity.ERROR)
                        .limit(MOST_FAULTS)
                        .map(f -> fault(f, field))
                        .toList();
    }

    /** A fault of the upload check as a finding; its wording is that of the check. */
    public static Finding fault(EdinetFault fault, String field) {
        var args = new ArrayList<String>();
        args.add(fault.file() + (fault.line() > 0 ? ":" + fault.line() : ""));
        args.add(fault.code());
        args.addAll(fault.args());
        return Finding.rule(
                fault.rule(), "S:EDI-FILE", field, "ISSUERS_COUNSEL", "packageFault", args.toArray(String[]::new));
    }

    /** Whether the cover of a package has a word; false when it has no readable cover. */
    static boolean coverSays(byte[] zip, String word) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith("PublicDoc/0000000_header.htm")) {
                    return new String(in.readNBytes(MOST_COVER_BYTES), StandardCharsets.UTF_8).contains(word);
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }
}
