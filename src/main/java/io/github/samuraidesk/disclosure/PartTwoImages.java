package io.github.samuraidesk.disclosure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Looks at the images of an uploaded Part 2. */
final class PartTwoImages {

    /** As much as one image may hold on EDINET (E018). */
    static final int MOST_BYTES = 300 * 1024;

    /** An image of a few bytes may unfold to gigabytes. */
    private static final long MOST_PIXELS = 25_000_000;

    private PartTwoImages() {}

    /** {@code png}, {@code jpeg} or {@code gif} by the first bytes; empty for anything else. */
    static String kind(byte[] bytes) {
        if (bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G') {
            return "png";
        }
        if (bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8 && (bytes[2] & 0xff) == 0xff) {
            return "jpeg";
        }
        return bytes.length > 4 && bytes[0] == 'G' && bytes[1] == 'I' && bytes[2] == 'F' && bytes[3] == '8'
                ? "gif"
                : "";
    }

    /** Extension of the file that EDINET takes such an image in. */
    static String extension(String kind) {
        return kind.equals("jpeg") ? "jpg" : kind;
    }

    /** Whether it can be drawn in the colours of the screen: not broken, not too many pixels, no colours of print. */
    static boolean canBeDrawn(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    return false;
                }
                return reader.read(0) != null;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // readers of the JDK throw what they like at broken images
            return false;
        }
    }
}
