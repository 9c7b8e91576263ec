package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How ten pages look, compared with pictures that a person has looked at. {@code mvn test -Dtest=PagePicturesTest
 * -Dapprove=true} draws them anew.
 */
class PagePicturesTest extends GoldenDealTest {

    private static final int DPI = 60;

    /** Of 255: another build of the same Java may round the edge of a letter otherwise. */
    private static final int PIXEL_TOLERANCE = 48;

    private static final double MOST_DIFFERING = 0.002;

    private static final Path DIFFERENCES = Path.of("target", "page-pictures");

    @Autowired
    private Blobs blobs;

    /** @param number from 1 */
    private record ChosenPage(Golden deal, Paper paper, int number) {

        String file() {
            return deal.folder() + "-" + paper.code() + "-p" + number + ".png";
        }
    }

    private static final List<ChosenPage> PAGES = List.of(
            new ChosenPage(Golden.SVN_2024, Paper.SECURITIES_REGISTRATION, 1),
            new ChosenPage(Golden.SVN_2024, Paper.AMENDED_REGISTRATION, 3),
            new ChosenPage(Golden.SVN_2024, Paper.AMENDED_REGISTRATION, 5),
            new ChosenPage(Golden.SVN_2024, Paper.CONDITIONS_OF_BONDS, 1),
            new ChosenPage(Golden.SVN_2024, Paper.CONDITIONS_OF_BONDS_EN, 1),
            new ChosenPage(Golden.IDN_2023, Paper.PROSPECTUS, 1),
            new ChosenPage(Golden.SVN_2024, Paper.SUBSCRIPTION_SCHEDULE, 1),
            new ChosenPage(Golden.BPCE_2015_T2, Paper.TERM_SHEET_EN, 1),
            new ChosenPage(Golden.BPCE_2015_T2, Paper.JASDEC_SHEET, 1),
            new ChosenPage(Golden.SVN_2024, Paper.TIMETABLE, 1));

    @Test
    void everyApprovedPictureIsCompared() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED.resolve("pages"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            PAGES.stream().map(ChosenPage::file).toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> pageLooksAsItWasApproved() {
        return PAGES.stream().map(p -> DynamicTest.dynamicTest(p.file(), () -> compare(p)));
    }

    private void compare(ChosenPage page) throws IOException {
        BufferedImage now = picture(page);
        Path file = APPROVED.resolve("pages").resolve(page.file());
        if (APPROVE) {
            Files.createDirectories(file.getParent());
            ImageIO.write(now, "png", file.toFile());
        }
        assertThat(file)
                .as("nobody has approved this page; -Dapprove=true draws it")
                .exists();
        BufferedImage approved = ImageIO.read(file.toFile());
        assertThat(List.of(now.getWidth(), now.getHeight()))
                .as("size of the page")
                .isEqualTo(List.of(approved.getWidth(), approved.getHeight()));
        var difference = new BufferedImage(now.getWidth(), now.getHeight(), BufferedImage.TYPE_INT_RGB);
        int differing = 0;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                int was = approved.getRaster().getSample(x, y, 0);
                int is = now.getRaster().getSample(x, y, 0);
                boolean differs = Math.abs(was - is) > PIXEL_TOLERANCE;
                differing += differs ? 1 : 0;
                // gone in red, new in blue
                int faint = 255 - (255 - was) / 4;
                difference.setRGB(x, y, !differs ? faint << 16 | faint << 8 | faint : is > was ? 0xce0000 : 0x00118f);
            }
        }
        double share = (double) differing / (now.getWidth() * now.getHeight());
        if (share > MOST_DIFFERING) {
            Files.createDirectories(DIFFERENCES);
            ImageIO.write(difference, "png", DIFFERENCES.resolve(page.file()).toFile());
        }
        assertThat(share)
                .as(
                        "share of differing pixels; see %s. If the page is right, -Dapprove=true draws the approved one anew",
                        DIFFERENCES.resolve(page.file()))
                .isLessThanOrEqualTo(MOST_DIFFERING);
    }

    private BufferedImage picture(ChosenPage page) throws IOException {
        DealId id = golden(page.deal());
        byte[] pdf = blobs.find(
                        id,
                        papers.find(facts.of(id), page.paper()).orElseThrow().pdfSha256())
                .orElseThrow()
                .bytes();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page.number() - 1, DPI, ImageType.GRAY);
        }
    }
}
