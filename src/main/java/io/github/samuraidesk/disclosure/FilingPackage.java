package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Remembered;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.edinet.CheckReport;
import io.github.samuraidesk.edinet.PackageCheck;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.registration.Attachment;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.Filings;
import io.github.samuraidesk.registration.Packages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The exact bytes that counsel sends: the filed paper's EDINET rendition, and Part 2 where the method needs it, in the
 * layout of an EDINET package. The ZIP is made from stored files with fixed times, so it has one hash, and that hash is
 * what a filing must name.
 */
@Component
public class FilingPackage implements Packages {

    private static final int MOST_REMEMBERED = 100;

    private final Papers papers;
    private final Blobs blobs;
    private final RulePacks packs;
    private final JsonMapper json;

    /** The same bytes under the same rules are checked once, however many pages ask. */
    private final Map<String, CheckReport> reports = Remembered.atMost(MOST_REMEMBERED);

    /** Names and hashes of a version's files, by the hashes of its EDINET rendition and of its data. */
    private final Map<String, Map<String, String>> filesOfVersions = Remembered.atMost(MOST_REMEMBERED);

    FilingPackage(Papers papers, Blobs blobs, RulePacks packs, JsonMapper json) {
        this.json = json;
        this.papers = papers;
        this.blobs = blobs;
        this.packs = packs;
    }

    /** @param sha256 hash of the ZIP; @param files hash of each file in it */
    public record Package(String sha256, Map<String, String> files, byte[] bytes) {}

    /** The paper that a stage files. */
    public static Paper filed(Filing.Stage stage, Route route) {
        return (stage == Filing.Stage.STATEMENT ? Paper.Set.STATEMENT : Paper.Set.FINAL_TERMS)
                .papers(route.isShelf())
                .get(0);
    }

    /** Empty until every file of the package exists. */
    public Optional<Package> of(DealFile deal, Filing.Stage stage, Route route) {
        if (!route.isRegistered()) {
            return Optional.empty();
        }
        boolean withPartTwo = stage == Filing.Stage.STATEMENT && route.needsPartTwo();
        Optional<RenderedPaper> paper = papers.find(deal, filed(stage, route));
        Optional<PartTwo> partTwo = deal.one(PartTwo.FACT);
        boolean rendered = paper.filter(p -> !p.edinetSha256().isEmpty()).isPresent();
        // a Part 2 without files was given to an earlier program as PDF, which no package can hold
        if (!rendered
                || (withPartTwo && partTwo.filter(p -> !p.files().isEmpty()).isEmpty())) {
            return Optional.empty();
        }
        var contents =
                new TreeMap<String, byte[]>(unzipped(deal.id(), paper.get().edinetSha256()));
        if (withPartTwo) {
            partTwoFiles(deal.id(), partTwo.get()).forEach((name, bytes) -> contents.put("PublicDoc/" + name, bytes));
        }
        deal.current(Attachment.FACT).stream()
                .filter(a -> a.stage() == stage)
                .forEach(a -> contents.put(
                        a.path(),
                        blobs.find(deal.id(), a.sha256()).orElseThrow().bytes()));
        var files = new TreeMap<String, String>();
        contents.forEach((name, bytes) -> files.put(name, Sha256.of(bytes)));
        byte[] zip = CanonicalZip.of(contents);
        return Optional.of(new Package(Sha256.of(zip), files, zip));
    }

    /**
     * Whether the authority accepted exactly this version of a paper: a package that was accepted holds every file of its
     * EDINET rendition and every file of the Part 2 that it binds, or the PDF itself. A later postponement does not undo
     * it. The same words bound with another Part 2 are another version, though their own files are equal.
     */
    public boolean wasFiled(DealFile deal, RenderedPaper paper) {
        List<Filings.Accepted> accepted = Filings.all(deal);
        if (accepted.isEmpty()) {
            return false;
        }
        // a whole Part 2 is unpacked for this: once, since what a hash names never changes
        String version = paper.edinetSha256() + paper.dataSha256();
        Map<String, String> files =
                Optional.ofNullable(filesOfVersions.get(version)).orElseGet(() -> filesOf(deal.id(), paper));
        filesOfVersions.put(version, files);
        return accepted.stream()
                .map(a -> a.filing().papers())
                .anyMatch(sent -> sent.containsValue(paper.pdfSha256())
                        || (!files.isEmpty() && sent.entrySet().containsAll(files.entrySet())));
    }

    /** Name and hash of each file by which a paper goes to the authority; empty for one that does not. */
    private Map<String, String> filesOf(DealId id, RenderedPaper paper) {
        var files = new TreeMap<String, String>();
        if (paper.edinetSha256().isEmpty()) {
            return files;
        }
        unzipped(id, paper.edinetSha256()).forEach((name, bytes) -> files.put(name, Sha256.of(bytes)));
        String partTwo = blobs.find(id, paper.dataSha256())
                .map(data -> json.readTree(data.bytes()).path("partTwo").asString(""))
                .orElse("");
        if (!partTwo.isEmpty()) {
            unzipped(id, partTwo).forEach((name, bytes) -> files.put("PublicDoc/" + name, Sha256.of(bytes)));
        }
        return files;
    }

    private Map<String, byte[]> unzipped(DealId id, String sha256) {
        return EdinetRendition.unzip(blobs.find(id, sha256).orElseThrow().bytes());
    }

    private Map<String, byte[]> partTwoFiles(DealId id, PartTwo partTwo) {
        if (!partTwo.filesSha256().isEmpty()) {
            return unzipped(id, partTwo.filesSha256());
        }
        Blobs.Blob uploaded = blobs.find(id, partTwo.sha256()).orElseThrow();
        return PartTwoFiles.read(partTwo.fileName(), uploaded.bytes());
    }

    @Override
    public Optional<ToSend> toSend(DealFile deal, Filing.Stage stage, Route route) {
        return of(deal, stage, route)
                .map(p -> new ToSend(
                        p.sha256(),
                        p.files(),
                        papers.find(deal, filed(stage, route)).orElseThrow().undecided()));
    }

    @Override
    public List<Finding> errors(RulePack pack, String field, byte[] zip) {
        return UploadedPackage.errors(pack, field, zip);
    }

    @Override
    public boolean isAmendment(byte[] zip) {
        return UploadedPackage.coverSays(zip, "訂正");
    }

    @Override
    public Optional<byte[]> withoutObjectStreams(byte[] pdf) {
        return UploadedPdf.withoutObjectStreams(pdf);
    }

    /** What the upload check says of a package, by the rules of the deal's pack. */
    public CheckReport check(DealFile deal, Package sent) {
        RulePack pack = packs.of(deal);
        return reports.computeIfAbsent(
                sent.sha256() + pack.sha256(), key -> new PackageCheck(pack.edinet()).check(sent.bytes()));
    }
}
