package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The exact bytes that counsel sends: the filed paper as PDF and XHTML, and Part 2 where the method needs it. The ZIP is
 * made from stored files with fixed times, so it has one hash, and that hash is what a filing must name.
 */
@Component
public class FilingPackage {

    private final Papers papers;
    private final Facts facts;
    private final Blobs blobs;

    FilingPackage(Papers papers, Facts facts, Blobs blobs) {
        this.papers = papers;
        this.facts = facts;
        this.blobs = blobs;
    }

    /** @param sha256 hash of the ZIP; @param files hash of each file in it */
    public record Package(String sha256, Map<String, String> files, byte[] bytes) {}

    /** Empty until every file of the package exists. */
    public Optional<Package> of(DealId id, Paper filed, boolean withPartTwo) {
        Optional<RenderedPaper> paper = papers.find(id, filed);
        Optional<PartTwo> partTwo = facts.find(id, PartTwo.class, "partTwo");
        if (paper.isEmpty() || (withPartTwo && partTwo.isEmpty())) {
            return Optional.empty();
        }
        var files = new TreeMap<String, String>();
        files.put(filed.code() + ".pdf", paper.get().pdfSha256());
        files.put(filed.code() + ".xhtml", paper.get().xhtmlSha256());
        if (withPartTwo) {
            files.put("part-two.pdf", partTwo.get().sha256());
        }
        var contents = new TreeMap<String, byte[]>();
        files.forEach((name, sha) ->
                contents.put(name, blobs.find(id, sha).orElseThrow().bytes()));
        byte[] zip = CanonicalZip.of(contents);
        return Optional.of(new Package(Blobs.sha256(zip), files, zip));
    }
}
