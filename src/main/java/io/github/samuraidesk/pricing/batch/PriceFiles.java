package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@link PriceBatch} from files into a file.
 *
 * @param bonds table of bonds
 * @param swaps table of swap quotes
 * @param government table of government par yields
 * @param result appears only when it is complete
 * @param partial whether rows are to be seen as they come, as {@link ResultFile} says
 */
public record PriceFiles(Path bonds, Optional<Path> swaps, Optional<Path> government, Path result, boolean partial) {

    /**
     * Prices the table.
     *
     * @param findings takes what is wrong, curves first, then rows in order
     * @throws UnreadableTableException when a table or its header cannot be read
     * @throws IOException when the result cannot be written, or is one of the tables
     */
    public Summary price(BusinessCalendar tokyo, Consumer<RowFinding> findings) throws IOException {
        refuseToReplace(bonds);
        if (swaps.isPresent()) {
            refuseToReplace(swaps.get());
        }
        if (government.isPresent()) {
            refuseToReplace(government.get());
        }
        Curves curves;
        try (InputStream swapBytes = open(swaps);
                InputStream governmentBytes = open(government)) {
            curves = Curves.read(tokyo, table(swaps, swapBytes), table(government, governmentBytes), findings);
        }
        try (InputStream in = open(Optional.of(bonds));
                ResultFile file = ResultFile.begin(result, partial)) {
            Summary summary = new PriceBatch(tokyo, curves).run(in, file.stream(), findings);
            file.complete();
            return summary;
        }
    }

    private void refuseToReplace(Path table) throws IOException {
        if (Files.exists(result) && Files.exists(table) && Files.isSameFile(result, table)) {
            throw new IOException(result + " is one of the tables");
        }
    }

    private static Optional<Curves.Table> table(Optional<Path> file, InputStream bytes) {
        return file.map(path -> new Curves.Table(String.valueOf(path.getFileName()), bytes));
    }

    private static InputStream open(Optional<Path> file) throws UnreadableTableException {
        if (file.isEmpty()) {
            return InputStream.nullInputStream();
        }
        try {
            return Files.newInputStream(file.get());
        } catch (IOException e) {
            throw new UnreadableTableException(file.get().toString(), e);
        }
    }
}
