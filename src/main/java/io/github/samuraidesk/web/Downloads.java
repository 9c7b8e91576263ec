package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.IncomingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Bytes handed to a browser under a name, never to be taken for another type than the one that is said. */
final class Downloads {

    private Downloads() {}

    /** A file to be saved. */
    static ResponseEntity<byte[]> attachment(byte[] bytes, String type, String name) {
        return answer(bytes, type, ContentDisposition.attachment(), name);
    }

    /** A file that the browser may show in place. */
    static ResponseEntity<byte[]> inline(byte[] bytes, String type, String name) {
        return answer(bytes, type, ContentDisposition.inline(), name);
    }

    /** A stored file of any size: it streams from disk, and what was spooled goes once it was read. */
    static ResponseEntity<Resource> stored(Blobs.Spooled stored, boolean inline) {
        IncomingFile file = stored.file();
        try {
            var once = Files.newInputStream(file.path(), StandardOpenOption.DELETE_ON_CLOSE);
            return headers(
                            stored.mediaType(),
                            inline ? ContentDisposition.inline() : ContentDisposition.attachment(),
                            stored.fileName())
                    .contentLength(file.size())
                    .body(new InputStreamResource(once));
        } catch (IOException e) {
            file.close();
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseEntity<byte[]> answer(
            byte[] bytes, String type, ContentDisposition.Builder disposition, String name) {
        return headers(type, disposition, name).body(bytes);
    }

    private static ResponseEntity.BodyBuilder headers(
            String type, ContentDisposition.Builder disposition, String name) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(type));
    }
}
