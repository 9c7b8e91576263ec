package io.github.samuraidesk.edinet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an attacker or a broken disk may send in place of a package. */
class HostileZipTest {

    private final PackageCheck check = new PackageCheck(EdinetRules.builtIn());

    @Test
    void refusesWhatIsNoZip() {
        only(check.check(new byte[0]), "ZIP", "notZip");
        only(check.check("hello, this is not a package".getBytes(StandardCharsets.UTF_8)), "ZIP", "notZip");
        only(check.check(Filing.pdf(d -> {})), "ZIP", "notZip");
    }

    @Test
    void refusesATruncatedZip() {
        byte[] zip = Filing.stateRegistration().zip();
        for (int length : new int[] {40, zip.length / 2, zip.length - 10}) {
            only(check.check(Arrays.copyOf(zip, length)), "ZIP", "truncatedZip");
        }
    }

    @Test
    void neverThrowsOnDamage() {
        byte[] zip = Filing.stateRegistration().zip();
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] bad = zip.clone();
            for (int k = 0; k < 1 + i % 8; k++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            assertThat(check.check(bad).bytes()).isEqualTo(zip.length);
        }
    }

    @Test
    void namesTheDamagedEntry() {
        byte[] zip = Filing.stateRegistration().zip();
        int data = new String(zip, StandardCharsets.ISO_8859_1).indexOf("AttachDoc/opinion.pdf") + 60;
        zip[data] ^= 0x55;
        assertThat(check.check(zip).faults())
                .anyMatch(f -> f.rule().equals("ZIP") && f.file().endsWith("opinion.pdf"));
    }

    @Test
    void refusesADuplicateName() {
        byte[] zip = renamed(
                Filing.stateRegistration()
                        .put("AttachDoc/opiniom.pdf", Filing.pdf(d -> {}))
                        .zip(),
                "opiniom.pdf",
                "opinion.pdf");
        only(check.check(zip), "E005", "nameTwice");
    }

    @Test
    void refusesAnotherNameBeforeTheData() {
        byte[] zip = Filing.stateRegistration().zip();
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        zip[text.indexOf("opinion.pdf")] = 'x';
        only(check.check(zip), "ZIP", "entryMismatch");
    }

    @Test
    void refusesASymbolicLink() {
        byte[] zip = Filing.stateRegistration()
                .text("AttachDoc/link.htm", "/etc/passwd")
                .zip();
        int central = central(zip, "AttachDoc/link.htm");
        zip[central + 5] = 3;
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(central + 38, 0120777 << 16);
        only(check.check(zip), "E005", "symlink");
    }

    @Test
    void refusesAnEncryptedEntry() {
        byte[] zip = Filing.stateRegistration().zip();
        zip[central(zip, "AttachDoc/opinion.pdf") + 8] |= 1;
        only(check.check(zip), "ZIP", "encrypted");
    }

    @Test
    void refusesAHundredThousandEntries() throws IOException {
        for (int count : new int[] {6_000, 100_000}) {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                for (int i = 0; i < count; i++) {
                    zip.putNextEntry(new ZipEntry("PublicDoc/fuzoku/" + i + ".htm"));
                    zip.closeEntry();
                }
            }
            only(check.check(out.toByteArray()), "E001", "tooManyEntries");
        }
    }

    @Test
    void readsOfAGigabyteImageNoMoreThanTheLimit(@TempDir Path folder) throws IOException {
        Path zip = folder.resolve("image.zip");
        bomb(zip, 1, 1_000_000_000L, "png");
        long before = System.nanoTime();
        CheckReport report = check.check(zip);
        assertThat(report.faults()).anyMatch(f -> f.code().equals("imageTooLarge"));
        assertThat(ZipReads.largest(zip, 307_201)).isEqualTo(307_201);
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
    }

    @Test
    void stopsAtABomb(@TempDir Path folder) throws IOException {
        Path zip = folder.resolve("bomb.zip");
        bomb(zip, 40, 52_000_000L, "pdf");
        assertThat(check.check(zip).faults())
                .anyMatch(f -> f.rule().equals("E001") && f.code().equals("unpackedTooLarge"));
    }

    @Test
    void stopsAtABombThatLiesAboutItsSize(@TempDir Path folder) throws IOException {
        Path zip = folder.resolve("bomb.zip");
        bomb(zip, 40, 52_000_000L, "pdf");
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 0; i < 40; i++) {
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(central(bytes, "AttachDoc/big" + (char) ('A' + i) + ".pdf") + 24, 10);
        }
        assertThat(check.check(bytes).faults()).anyMatch(f -> f.code().equals("unpackedTooLarge"));
    }

    @Test
    void refusesAPackageAboveTheLimit(@TempDir Path folder) throws IOException {
        Path zip = folder.resolve("large.zip");
        byte[] noise = PackageCheckTest.noise(52_000_000);
        try (OutputStream out = Files.newOutputStream(zip)) {
            out.write(Filing.stateRegistration()
                    .put("AttachDoc/a.pdf", noise)
                    .put("AttachDoc/b.pdf", noise)
                    .put("AttachDoc/c.pdf", Arrays.copyOf(noise, 2_000_000))
                    .zip());
        }
        assertThat(check.check(zip).faults())
                .anyMatch(f -> f.rule().equals("E001") && f.code().equals("packageTooLarge"));
    }

    @Test
    void survivesHostileHtml() {
        for (String html : new String[] {
            "<",
            "<a",
            "<a href",
            "<a href=",
            "<a href=\"",
            "<!--",
            "<!",
            "</",
            "</p",
            "<style>",
            "<p " + "a=1 ".repeat(50_000),
            "<div>".repeat(100_000),
            "【".repeat(50_000),
            "】".repeat(50_000),
            "&#".repeat(50_000),
            "&#x110000;&#0;",
            "<a href='%00'>",
            "<p style=\"width:" + "9".repeat(100_000) + "px\">",
            "<p>第" + "1".repeat(100_000) + "【a】</p>"
        }) {
            CheckReport report = check.check(
                    Filing.stateRegistration().text(Filing.FIRST, html).zip());
            assertThat(report.hasErrors()).isTrue();
        }
    }

    private static void only(CheckReport report, String rule, String code) {
        assertThat(report.faults()).as("%s", report.faults()).hasSize(1);
        assertThat(report.faults().get(0).rule()).isEqualTo(rule);
        assertThat(report.faults().get(0).code()).isEqualTo(code);
    }

    private static int central(byte[] zip, String name) {
        return new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf(name) - 46;
    }

    private static byte[] renamed(byte[] zip, String old, String fresh) {
        return new String(zip, StandardCharsets.ISO_8859_1).replace(old, fresh).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void bomb(Path file, int entries, long size, String extension) throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("AttachDoc/big" + (char) ('A' + i) + "." + extension));
                for (long left = size; left > 0; left -= zeros.length) {
                    zip.write(zeros, 0, (int) Math.min(left, zeros.length));
                }
                zip.closeEntry();
            }
        }
    }

    /** Shows that reading an entry ends at the limit. */
    private static final class ZipReads {

        static int largest(Path zip, long limit) throws IOException {
            try (ZipDirectory directory = ZipDirectory.open(zip, 5_000, 1L << 30)) {
                return directory.read(directory.entries().get(0), limit).bytes().length;
            } catch (ZipDirectory.BrokenZipException e) {
                throw new IOException(e);
            }
        }
    }
}
