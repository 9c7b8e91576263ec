package io.github.samuraidesk.web;

import java.nio.charset.StandardCharsets;
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

    private static ResponseEntity<byte[]> answer(
            byte[] bytes, String type, ContentDisposition.Builder disposition, String name) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }
}
