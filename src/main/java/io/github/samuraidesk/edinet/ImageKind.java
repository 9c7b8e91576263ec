package io.github.samuraidesk.edinet;

/** What an image really is, told by its first bytes; a name can be changed without the file. */
final class ImageKind {

    private ImageKind() {}

    /** The extension EDINET expects for these bytes, or the name of a format it does not take, or {@code ?}. */
    static String of(byte[] bytes) {
        if (starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "png";
        }
        if (starts(bytes, 'G', 'I', 'F', '8')) {
            return "gif";
        }
        if (starts(bytes, 0xff, 0xd8, 0xff)) {
            return "jpg";
        }
        if (starts(bytes, 'B', 'M')) {
            return "bmp";
        }
        if (starts(bytes, 'R', 'I', 'F', 'F')) {
            return "webp";
        }
        if (starts(bytes, 'I', 'I', 42, 0) || starts(bytes, 'M', 'M', 0, 42)) {
            return "tiff";
        }
        return starts(bytes, '<') ? "svg" : "?";
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
