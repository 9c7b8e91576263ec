package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Prices a table of bonds of any length in constant memory. A row without fault makes one row of the result, in the order
 * of the table; a row with faults makes findings and stops no other. The result does not depend on the number of threads.
 * Tables are CSV (RFC 4180) with a header, in UTF-8 with or without a byte order mark, or in Shift_JIS; the result is
 * UTF-8.
 *
 * <p>The calling thread cuts the table into chunks and writes what comes back; a pool works on a bounded number of chunks.
 * An object may be used by many threads at once; every run has its own pool.
 */
public final class PriceBatch {

    /** Chunks that wait beside those being worked on. */
    private static final int WAITING = 2;

    private final BusinessCalendar payments;
    private final Curves curves;
    private final int threads;

    /**
     * On all processors.
     *
     * @param payments calendar that moves payment dates: Tokyo banks for yen bonds
     */
    public PriceBatch(BusinessCalendar payments, Curves curves) {
        this(payments, curves, Runtime.getRuntime().availableProcessors());
    }

    private PriceBatch(BusinessCalendar payments, Curves curves, int threads) {
        this.payments = payments;
        this.curves = curves;
        this.threads = threads;
    }

    /** The same on so many threads. */
    public PriceBatch onThreads(int number) {
        return new PriceBatch(payments, curves, number);
    }

    /**
     * Prices a table.
     *
     * @param bonds the table; read to its end, not closed
     * @param out takes header and rows as they are done; not closed
     * @param findings takes what is wrong, in the order of the table; called by this thread
     * @throws UnreadableTableException when the table or its header cannot be read; nothing was written in the latter case
     * @throws InterruptedIOException when this thread is interrupted
     * @throws IOException when {@code out} cannot be written to, or there is too little memory
     */
    public Summary run(InputStream bonds, OutputStream out, Consumer<RowFinding> findings) throws IOException {
        return new Run(out, findings).all(new LineChunks("the table of bonds", bonds));
    }

    private final class Run {
        private final OutputStream out;
        private final Consumer<RowFinding> findings;
        private final TextEncoding encoding = new TextEncoding();
        private final Deque<ChunkPricer> idle = new ArrayDeque<>();
        private final Deque<Future<ChunkPricer>> inOrder = new ArrayDeque<>();
        private boolean shiftJisSeen;
        private long linesBefore;
        private long rows;
        private long priced;

        Run(OutputStream out, Consumer<RowFinding> findings) {
            this.out = out;
            this.findings = findings;
        }

        Summary all(LineChunks chunks) throws IOException {
            byte[] first = new byte[LineChunks.CHUNK];
            int end = chunks.next(first);
            int mark = TextEncoding.byteOrderMark(first, end);
            if (mark > 0) {
                encoding.decideForUtf8();
            }
            int headerEnd = LineChunks.recordEnd(first, mark, end);
            int headerLines = LineChunks.lines(first, mark, headerEnd);
            TableHeader header = TableHeader.read(
                    "",
                    first,
                    mark,
                    LineChunks.withoutReturn(first, mark, headerEnd),
                    BondColumn.required(),
                    BondColumn.optional());
            linesBefore = headerLines;
            out.write((Arrays.stream(ResultColumn.values())
                                    .map(ResultColumn::label)
                                    .collect(Collectors.joining(","))
                            + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
            int most = threads + WAITING;
            for (int i = 0; i < most; i++) {
                idle.add(new ChunkPricer(header, payments, curves));
            }
            ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
                Thread thread = new Thread(task, "price");
                thread.setDaemon(true);
                return thread;
            });
            try {
                ChunkPricer pricer = idle.remove();
                System.arraycopy(first, 0, pricer.bytes, 0, end);
                int from = Math.min(headerEnd + 1, end);
                // the header tells the encoding too
                int linesFrom = mark;
                while (end > 0) {
                    // a line that was cut may end within a character
                    int shiftJisFrom = chunks.isCutShort() ? end : encoding.shiftJisFrom(pricer.bytes, linesFrom, end);
                    refill(pricer, from, end, shiftJisFrom);
                    inOrder.add(pool.submit(pricer));
                    while (idle.isEmpty()
                            || !inOrder.isEmpty() && inOrder.peek().isDone()) {
                        writeNext();
                    }
                    pricer = idle.remove();
                    from = 0;
                    linesFrom = 0;
                    end = chunks.next(pricer.bytes);
                }
                while (!inOrder.isEmpty()) {
                    writeNext();
                }
            } finally {
                pool.shutdownNow();
            }
            if (rows == 0) {
                findings.accept(RowFinding.refused(
                        "", 1, RowFinding.ROW, "the file holds a header and no bond; add one row a bond"));
            }
            return new Summary(rows, priced, rows - priced);
        }

        private void refill(ChunkPricer pricer, int from, int end, int shiftJisFrom) {
            boolean begins = !shiftJisSeen && shiftJisFrom < end;
            shiftJisSeen |= begins;
            pricer.refill(from, end, shiftJisFrom, begins);
        }

        private void writeNext() throws IOException {
            ChunkPricer done;
            try {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                done = inOrder.remove().get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted after " + rows + " rows");
            } catch (ExecutionException e) {
                throw new IOException("pricing broke off after line " + linesBefore, e.getCause());
            }
            done.out.writeTo(out);
            for (RowFinding finding : done.findings) {
                findings.accept(finding.movedDown(linesBefore));
            }
            linesBefore += done.lines;
            rows += done.rows;
            priced += done.priced;
            idle.add(done);
        }
    }
}
