package io.github.samuraidesk.pricing.batch;

import static io.github.samuraidesk.pricing.batch.Reference.HEADER;
import static io.github.samuraidesk.pricing.batch.Reference.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceFilesTest {

    private static final String BAD = PLAIN.replace("CLEAN", "CLAEN");

    @TempDir
    private Path folder;

    private Path bonds;
    private Path result;

    @BeforeEach
    void writeBonds() throws IOException {
        bonds = Files.writeString(folder.resolve("bonds.csv"), String.join("\n", HEADER, PLAIN, BAD, PLAIN));
        result = folder.resolve("result.csv");
    }

    private PriceFiles files(boolean partial) {
        return new PriceFiles(bonds, Optional.empty(), Optional.empty(), result, partial);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theResultAppearsOnlyWhenItIsComplete() throws IOException {
        Summary summary = files(false)
                .price(Reference.TOKYO, finding -> assertThat(result).doesNotExist());
        assertThat(summary).isEqualTo(new Summary(3, 2, 1));
        assertThat(Files.readAllLines(result)).hasSize(3);
        assertThat(names()).containsExactly("bonds.csv", "result.csv");
    }

    @Test
    void aRunThatBreaksOffLeavesNothingAndTheOldResultAsItWas() throws IOException {
        for (boolean before : new boolean[] {false, true}) {
            if (before) {
                Files.writeString(result, "old");
            }
            assertThatThrownBy(() -> files(false).price(Reference.TOKYO, finding -> {
                        throw new IllegalStateException("broke off");
                    }))
                    .hasMessage("broke off");
            assertThat(names()).isEqualTo(before ? List.of("bonds.csv", "result.csv") : List.of("bonds.csv"));
        }
        assertThat(result).hasContent("old");
    }

    @Test
    void partialRowsAreSeenUnderAnotherNameAndStayWhenTheRunBreaksOff() throws IOException {
        Path partial = folder.resolve("result.csv.partial");
        files(true).price(Reference.TOKYO, finding -> {
            assertThat(partial).isNotEmptyFile();
            assertThat(result).doesNotExist();
        });
        assertThat(names()).containsExactly("bonds.csv", "result.csv");

        Files.delete(result);
        assertThatThrownBy(() -> files(true).price(Reference.TOKYO, finding -> {
                    throw new IllegalStateException("broke off");
                }))
                .hasMessage("broke off");
        assertThat(names()).containsExactly("bonds.csv", "result.csv.partial");
    }

    @Test
    void refusesToReplaceATableOrAFolder() throws IOException {
        assertThatThrownBy(() -> new PriceFiles(bonds, Optional.empty(), Optional.empty(), bonds, false)
                        .price(Reference.TOKYO, finding -> {}))
                .hasMessageContaining("is one of the tables");
        Files.createDirectory(result);
        assertThatThrownBy(() -> files(false).price(Reference.TOKYO, finding -> {}))
                .hasMessageContaining("is not a plain file");
        assertThat(Files.readString(bonds)).startsWith("case_id");
    }

    @Test
    void saysWhichTableCannotBeRead() {
        Path missing = folder.resolve("missing.csv");
        assertThatThrownBy(() -> new PriceFiles(missing, Optional.empty(), Optional.empty(), result, false)
                        .price(Reference.TOKYO, finding -> {}))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessage("cannot read " + missing);
        assertThatThrownBy(() -> new PriceFiles(bonds, Optional.of(folder), Optional.empty(), result, false)
                        .price(Reference.TOKYO, finding -> {}))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("cannot read ");
        assertThat(result).doesNotExist();
    }
}
