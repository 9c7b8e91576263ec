package io.github.samuraidesk.edinet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A ZIP read through its central directory. Nothing that the archive says of itself is trusted: sizes are measured
 * while reading, and reading stops at the caller's limit. {@code java.util.zip.ZipFile} hides the flags (encryption,
 * symbolic link, duplicate names) which a filing must not have, so the directory is read here.
 *
 * <p>Layout of the records: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
final class ZipDirectory implements Closeable {

    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED_FLAG = 1;
    private static final int UTF8_FLAG = 1 << 11;
    private static final int UNIX = 3;
    private static final int FILE_TYPE_MASK = 0170000;
    private static final int SYMLINK_TYPE = 0120000;

    /** A path within a package has at most 259 characters (EC0237E), so no honest record is longer than this. */
    private static final int BYTES_PER_ENTRY = 1024;

    /**
     * @param name as written in the archive
     * @param declared size after unpacking as the archive claims it
     */
    record Entry(
            String name,
            boolean encrypted,
            boolean symlink,
            int method,
            long crc,
            long packed,
            long declared,
            long offset) {

        boolean isFolder() {
            return name.endsWith("/");
        }
    }

    /**
     * What was read of an entry.
     *
     * @param whole whether the entry ended before the limit
     */
    record Content(byte[] bytes, boolean whole) {}

    /** The archive cannot be read; {@code code} is the key of the message. */
    static final class BrokenZipException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final String arg;

        BrokenZipException(String code, Object arg) {
            super(code);
            this.code = code;
            this.arg = String.valueOf(arg);
        }

        String code() {
            return code;
        }

        String arg() {
            return arg;
        }
    }

    private final FileChannel channel;
    private final long size;
    private final AtomicLong budget;
    private final List<Entry> entries;

    private ZipDirectory(FileChannel channel, long size, List<Entry> entries, long budget) {
        this.channel = channel;
        this.size = size;
        this.entries = entries;
        this.budget = new AtomicLong(budget);
    }

    /**
     * @param maxEntries more than these are refused unread
     * @param budget bytes that may be unpacked in all
     * @throws BrokenZipException when there is no readable directory
     */
    static ZipDirectory open(Path file, long maxEntries, long budget) throws IOException, BrokenZipException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            long size = channel.size();
            return new ZipDirectory(channel, size, entries(channel, size, maxEntries), budget);
        } catch (IOException | BrokenZipException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** Whether reading stopped because more was unpacked than a package may hold. */
    boolean isExhausted() {
        return budget.get() < 0;
    }

    /**
     * Reads an entry up to {@code limit} bytes.
     *
     * @throws BrokenZipException when the data is damaged, or the budget of the package is used up
     */
    Content read(Entry entry, long limit) throws IOException, BrokenZipException {
        long start = dataStart(entry);
        if (start + entry.packed() > size) {
            throw new BrokenZipException("entryDamaged", entry.name());
        }
        Content content = entry.method() == STORED ? stored(entry, start, limit) : inflated(entry, start, limit);
        if (content.whole()) {
            var crc = new CRC32();
            crc.update(content.bytes());
            if (crc.getValue() != entry.crc()) {
                throw new BrokenZipException("entryDamaged", entry.name());
            }
        }
        return content;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Content stored(Entry entry, long start, long limit) throws IOException, BrokenZipException {
        int length = (int) Math.min(entry.packed(), limit);
        spend(length, entry);
        return new Content(bytes(channel, start, length).array(), length == entry.packed());
    }

    private Content inflated(Entry entry, long start, long limit) throws IOException, BrokenZipException {
        var inflater = new Inflater(true);
        try {
            // The declared size is only a first guess of the buffer, and a lie costs no more than the limit.
            byte[] out = new byte[(int) Math.min(limit, Math.min(Math.max(entry.declared() + 1, 512), 1 << 22))];
            int length = 0;
            long position = start;
            long left = entry.packed();
            byte[] in = new byte[(int) Math.max(1, Math.min(left, 1 << 16))];
            while (length < limit) {
                if (inflater.needsInput()) {
                    if (left == 0) {
                        throw new BrokenZipException("entryDamaged", entry.name());
                    }
                    int read = channel.read(ByteBuffer.wrap(in, 0, (int) Math.min(left, in.length)), position);
                    if (read <= 0) {
                        throw new BrokenZipException("entryDamaged", entry.name());
                    }
                    position += read;
                    left -= read;
                    inflater.setInput(in, 0, read);
                }
                if (length == out.length) {
                    out = Arrays.copyOf(out, (int) Math.min(limit, Math.max(64, out.length * 2L)));
                }
                int got = inflater.inflate(out, length, out.length - length);
                length += got;
                spend(got, entry);
                if (inflater.finished()) {
                    return new Content(length == out.length ? out : Arrays.copyOf(out, length), true);
                }
                if (got == 0 && inflater.needsDictionary()) {
                    throw new BrokenZipException("entryDamaged", entry.name());
                }
            }
            return new Content(length == out.length ? out : Arrays.copyOf(out, length), false);
        } catch (DataFormatException e) {
            throw new BrokenZipException("entryDamaged", entry.name());
        } finally {
            inflater.end();
        }
    }

    private void spend(int bytes, Entry entry) throws BrokenZipException {
        if (budget.addAndGet(-bytes) < 0) {
            throw new BrokenZipException("unpackedTooLarge", entry.name());
        }
    }

    private long dataStart(Entry entry) throws IOException, BrokenZipException {
        if (entry.offset() + LOCAL_LENGTH > size) {
            throw new BrokenZipException("entryDamaged", entry.name());
        }
        ByteBuffer local = bytes(channel, entry.offset(), LOCAL_LENGTH);
        int nameLength = local.getShort(26) & 0xffff;
        long nameStart = entry.offset() + LOCAL_LENGTH;
        if (local.getInt(0) != LOCAL || nameStart + nameLength > size) {
            throw new BrokenZipException("entryDamaged", entry.name());
        }
        byte[] name = bytes(channel, nameStart, nameLength).array();
        if (!name(name, local.getShort(6) & 0xffff).equals(entry.name())) {
            // Another reader that trusts the local record would see another file than the one that was checked.
            throw new BrokenZipException("entryMismatch", entry.name());
        }
        return nameStart + nameLength + (local.getShort(28) & 0xffff);
    }

    private static List<Entry> entries(FileChannel channel, long size, long maxEntries)
            throws IOException, BrokenZipException {
        if (size < END_LENGTH) {
            throw new BrokenZipException("notZip", size);
        }
        int tailLength = (int) Math.min(size, END_LENGTH + 0xffff);
        ByteBuffer tail = bytes(channel, size - tailLength, tailLength);
        int end = tailLength - END_LENGTH;
        while (end >= 0
                && !(tail.getInt(end) == END && end + END_LENGTH + (tail.getShort(end + 20) & 0xffff) <= tailLength)) {
            end--;
        }
        if (end < 0) {
            boolean begun = bytes(channel, 0, 4).getInt(0) == LOCAL;
            throw new BrokenZipException(begun ? "truncatedZip" : "notZip", size);
        }
        int count = tail.getShort(end + 10) & 0xffff;
        long length = tail.getInt(end + 12) & 0xffffffffL;
        long offset = tail.getInt(end + 16) & 0xffffffffL;
        if (count == 0xffff
                || count > maxEntries
                || length > maxEntries * BYTES_PER_ENTRY && count > 0 && length < size) {
            throw new BrokenZipException("tooManyEntries", maxEntries);
        }
        if (offset + length > size - tailLength + end) {
            throw new BrokenZipException("truncatedZip", size);
        }
        ByteBuffer central = bytes(channel, offset, (int) length);
        var entries = new ArrayList<Entry>();
        int at = 0;
        while (at + CENTRAL_LENGTH <= length && central.getInt(at) == CENTRAL) {
            int nameLength = central.getShort(at + 28) & 0xffff;
            int next = at
                    + CENTRAL_LENGTH
                    + nameLength
                    + (central.getShort(at + 30) & 0xffff)
                    + (central.getShort(at + 32) & 0xffff);
            if (next > length) {
                throw new BrokenZipException("truncatedZip", size);
            }
            entries.add(entry(central, at, nameLength));
            if (entries.size() > maxEntries) {
                throw new BrokenZipException("tooManyEntries", maxEntries);
            }
            at = next;
        }
        if (entries.size() != count || at != length) {
            throw new BrokenZipException("truncatedZip", size);
        }
        return List.copyOf(entries);
    }

    private static Entry entry(ByteBuffer central, int at, int nameLength) throws BrokenZipException {
        int flags = central.getShort(at + 8) & 0xffff;
        byte[] bytes = new byte[nameLength];
        central.get(at + CENTRAL_LENGTH, bytes);
        String name = name(bytes, flags);
        int unixMode = central.getInt(at + 38) >>> 16;
        boolean symlink =
                (central.getShort(at + 4) & 0xffff) >>> 8 == UNIX && (unixMode & FILE_TYPE_MASK) == SYMLINK_TYPE;
        int method = central.getShort(at + 10) & 0xffff;
        long packed = central.getInt(at + 20) & 0xffffffffL;
        long declared = central.getInt(at + 24) & 0xffffffffL;
        boolean encrypted = (flags & ENCRYPTED_FLAG) != 0 || method == 99;
        if (!encrypted && method != STORED && method != DEFLATED) {
            throw new BrokenZipException("packedOtherwise", name);
        }
        return new Entry(
                name,
                encrypted,
                symlink,
                method,
                central.getInt(at + 16) & 0xffffffffL,
                packed,
                declared,
                central.getInt(at + 42) & 0xffffffffL);
    }

    /** Names without the UTF-8 flag come from Japanese Windows, unless they happen to be UTF-8 all the same. */
    private static String name(byte[] bytes, int flags) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(
                    bytes, (flags & UTF8_FLAG) != 0 ? StandardCharsets.ISO_8859_1 : Charset.forName("windows-31j"));
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("file shrank while it was read");
            }
        }
        return buffer;
    }
}
