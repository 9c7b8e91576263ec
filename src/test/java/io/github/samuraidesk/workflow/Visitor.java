package io.github.samuraidesk.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person's visit by HTTP: signs in on the login page for pages, by Basic for REST. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final String person;
    private final String password;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private boolean signedIn;

    public Visitor(int port, String person, String password) {
        this.base = "http://localhost:" + port;
        this.person = person;
        this.password = password;
    }

    public record Answer(int status, String body, java.net.http.HttpHeaders headers) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> r = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(r.statusCode(), r.body(), r.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer post(String path, String body) {
        return send(rest(path)
                .header("Content-Type", path.equals("/api/deals") ? "text/plain;charset=UTF-8" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Reads over REST. */
    public Answer read(String path) {
        return send(rest(path).GET());
    }

    private HttpRequest.Builder rest(String path) {
        String basic = Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Basic " + basic);
    }

    public Answer get(String path) {
        signIn();
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** The bytes of a page's file. */
    public byte[] file(String path) {
        signIn();
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(base + path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form as a browser does, multipart, with the page's own token. */
    public Answer submit(String path, Map<String, String> values) {
        return submit(path, path, values, "", "", new byte[0]);
    }

    /** Sends a form without files as a browser does, also for somebody who is not signed in. */
    public Answer submitPlain(String path, Map<String, String> values) {
        var all = new java.util.LinkedHashMap<>(values);
        all.put(
                "_csrf",
                token(send(HttpRequest.newBuilder(URI.create(base + path)).GET())
                        .body()));
        String body = all.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As above, with one file, to an address that differs from the page's. */
    public Answer submit(
            String page, String path, Map<String, String> values, String fileField, String fileName, byte[] file) {
        signIn();
        String boundary = "----visitor";
        var body = new java.io.ByteArrayOutputStream();
        var all = new java.util.LinkedHashMap<>(values);
        all.put("_csrf", token(get(page).body()));
        all.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        if (!fileField.isEmpty()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + fileField
                            + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /**
     * Sends a file of so many zero bytes, without holding it.
     *
     * @param sized whether the request says how long it is
     */
    public Answer submitLarge(String page, String fileField, String fileName, long bytes, boolean sized) {
        signIn();
        String boundary = "----visitor";
        byte[] start = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                        + token(get(page).body()) + "\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"" + fileField + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var zeros = new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(length, left);
                left -= count;
                java.util.Arrays.fill(to, offset, offset + count, (byte) 0);
                return count;
            }
        };
        var body = HttpRequest.BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                new ByteArrayInputStream(start), new SequenceInputStream(zeros, new ByteArrayInputStream(end))));
        return send(HttpRequest.newBuilder(URI.create(base + page))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(
                        sized
                                ? HttpRequest.BodyPublishers.fromPublisher(body, start.length + bytes + end.length)
                                : body));
    }

    private void signIn() {
        if (signedIn) {
            return;
        }
        signedIn = true;
        String token = token(
                send(HttpRequest.newBuilder(URI.create(base + "/login")).GET()).body());
        send(HttpRequest.newBuilder(URI.create(base + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + person + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&_csrf="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    private static String token(String page) {
        Matcher m = TOKEN.matcher(page);
        if (!m.find()) {
            throw new IllegalStateException("no token on the page: " + page.substring(0, Math.min(400, page.length())));
        }
        return m.group(1);
    }
}
