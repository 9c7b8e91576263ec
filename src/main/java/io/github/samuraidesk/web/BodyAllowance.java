package io.github.samuraidesk.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * What one request may send: how many bytes, for how long altogether, and whether there is a place for it among those who
 * are sending. It sits below everything that reads a body (parameters, parts, streams), so that nothing reads past it.
 * Who has not signed in gets little; signing in widens it.
 */
final class BodyAllowance implements InputBuffer, AutoCloseable {

    /** Where a request keeps its allowance. */
    static final String ATTRIBUTE = BodyAllowance.class.getName();

    /** Limits of one body. @param bytes of the body @param time from the request's first line to the body's last byte */
    record Limit(long bytes, Duration time) {}

    /** A sign-in, or a form of somebody whose session has ended. */
    static final Limit STRANGER = new Limit(1L << 20, Duration.ofSeconds(10));

    /** A form without files, or JSON. */
    static final Limit FORM = new Limit(5L << 20, Duration.ofMinutes(1));

    /** A form with files, or a file: 60 MB of it, at 1 Mbit/s or better. */
    static final Limit FILES = new Limit(70L << 20, Duration.ofMinutes(10));

    /** A browser reads the refusal only once its upload was taken: so much of a member's is read and dropped. */
    private static final long MOST_DROPPED = 1L << 30;

    /** Why a body was not read to its end. */
    enum Cut {
        TOO_LARGE,
        TOO_SLOW,
        NO_PLACE
    }

    private final InputBuffer from;
    private final long length;
    private final Places strangers;
    private final Places members;
    private final long began = System.nanoTime();

    private Limit limit = STRANGER;
    private Places places;
    private String sender;
    private boolean placed;
    private boolean dropping;
    private long read;
    private boolean ended;
    private @Nullable Cut cut;

    /** @param length of the body as the request says, or less than zero @param address of the sender */
    BodyAllowance(InputBuffer from, long length, String address, Places strangers, Places members) {
        this.from = from;
        this.length = length;
        this.strangers = strangers;
        this.members = members;
        this.places = strangers;
        this.sender = address;
    }

    /** Widens the limits for somebody who is known. */
    void open(String person, Limit wider) {
        if (!placed) {
            places = members;
            sender = person;
        }
        limit = wider;
    }

    boolean isStranger() {
        return places == strangers;
    }

    /** @throws CutOff when the request says that it is longer than what it may be */
    void mustNotSayTooMuch() throws CutOff {
        if (length > limit.bytes()) {
            throw cutOff(Cut.TOO_LARGE);
        }
    }

    @Nullable
    Cut cut() {
        return cut;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (cut != null && !dropping) {
            throw new CutOff(cut);
        }
        if (!placed && !places.take(sender)) {
            throw cutOff(Cut.NO_PLACE);
        }
        placed = true;
        inTime();
        int n = from.doRead(handler);
        if (n < 0) {
            end();
            return n;
        }
        read += n;
        inTime();
        if (read > (dropping ? MOST_DROPPED : limit.bytes())) {
            throw cutOff(Cut.TOO_LARGE);
        }
        if (length >= 0 && read >= length) {
            end();
        }
        return n;
    }

    private void inTime() throws CutOff {
        if (System.nanoTime() - began > limit.time().toNanos()) {
            throw cutOff(Cut.TOO_SLOW);
        }
    }

    private CutOff cutOff(Cut why) {
        cut = why;
        return new CutOff(why);
    }

    private void end() {
        ended = true;
        close();
    }

    /** Reads what was left and drops it. @return whether the body came to its end within its limits */
    boolean dropTheRest() {
        if (ended) {
            return true;
        }
        if (cut == Cut.TOO_SLOW || cut == Cut.NO_PLACE) {
            return false;
        }
        dropping = !isStranger();
        try {
            while (!ended) {
                doRead(new Dropped());
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int available() {
        return from.available();
    }

    /** Gives the place back. */
    @Override
    public void close() {
        if (placed) {
            placed = false;
            places.leave(sender);
        }
    }

    /** Told to whoever was reading. */
    static final class CutOff extends IOException {

        CutOff(Cut why) {
            super("the request's body was cut off: " + why);
        }
    }

    private static final class Dropped implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // nothing is kept
        }
    }
}
