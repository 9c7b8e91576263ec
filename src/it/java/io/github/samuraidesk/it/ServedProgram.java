package io.github.samuraidesk.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program in a process of its own, with the demo people, on a database that outlives the process. */
final class ServedProgram implements AutoCloseable {

    static final String PASSWORD = "samurai-demo";
    /** The sample deals in the order in which the program loads them. */
    static final List<String> SAMPLES = List.of(
            "SVN-2024", "KOR-2023", "IDN-2023", "BPCE-2015-T2", "KEXIM-2018", "IDN-2018", "BRK-2023A", "HUN-2022",
            "PHL-2019", "RENAULT-S19-2017", "CASA-2025", "IDN-2024");

    private static final Path JAR = Path.of("target", "samurai-desk.jar");
    private static final Duration MOST_STARTING = Duration.ofMinutes(5);
    private static final Duration MOST_LOADING = Duration.ofMinutes(20);
    private static final Duration MOST_SENDING = Duration.ofMinutes(5);
    private static final Duration MOST_ANSWERING = Duration.ofSeconds(60);
    private static final long MOMENT_MILLIS = 50;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int port;
    private final String heap;
    private final Path folder;
    private final Path log;
    private @Nullable Process process;
    private int startedAt;

    /** @param folder where the database and the log are kept */
    ServedProgram(Path folder) throws IOException {
        this(folder, "-Xmx768m");
    }

    /** @param heap the JVM's option for its largest heap */
    ServedProgram(Path folder, String heap) throws IOException {
        this.heap = heap;
        this.folder = folder;
        this.log = folder.resolve("program.log");
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    /** An answer to a REST call. */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status == 200;
        }

        List<String> rules() {
            return body.path("findings").valueStream().map(f -> f.path("rule").asString()).toList();
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    /**
     * Starts the program and waits until its sign-in page answers.
     *
     * @param arguments of the command line
     */
    void start(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A short life does not repay the optimising compiler.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", heap));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        command.add("--spring.profiles.active=demo");
        command.add("--server.port=" + port);
        command.add("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("db").toAbsolutePath()
                + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000");
        command.addAll(List.of(arguments));
        startedAt = log().length();
        Process started = new ProcessBuilder(command)
                .directory(new File("").getAbsoluteFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        until(MOST_STARTING, "the sign-in page", () -> {
            if (!started.isAlive()) {
                throw new IllegalStateException("the program ended with " + started.exitValue() + "; see " + log);
            }
            try {
                return http.send(request("/login").build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** Waits, as long as it takes, until the program that was started last has all of its sample deals ready. */
    void awaitSamples() {
        for (String sample : SAMPLES) {
            awaitSample(sample);
        }
    }

    /** @throws IllegalStateException when the sample stopped */
    void awaitSample(String sample) {
        until(MOST_LOADING, "the sample deal " + sample, () -> {
            String text = log().substring(startedAt);
            if (text.contains("Sample deal " + sample + " stopped early")) {
                throw new IllegalStateException(sample + " stopped; see " + log);
            }
            return text.contains("Sample deal " + sample + " is ready");
        });
    }

    /** Ends the program as a power failure would: SIGKILL, no shutdown hooks. */
    void kill() throws InterruptedException {
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the program outlived SIGKILL");
        }
        process = null;
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer get(String path, String person) throws IOException, InterruptedException {
        return answer(request(path).GET(), person);
    }

    Answer post(String path, Object body, String person) throws IOException, InterruptedException {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))),
                person);
    }

    /** Waits until a person can read a deal that the program is loading. */
    void awaitDeal(String deal, String person) {
        until(Duration.ofMinutes(3), "deal " + deal, () -> {
            try {
                return get("/api/deals/" + deal, person).isOk();
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** Sends so many zero bytes without holding them. @param sized whether the request says how many */
    Answer upload(String path, long bytes, boolean sized, String person) throws IOException, InterruptedException {
        byte[] chunk = new byte[1 << 16];
        var chunks = HttpRequest.BodyPublishers.ofByteArrays(
                () -> Stream.generate(() -> chunk).limit(bytes / chunk.length).iterator());
        return answer(
                request(path)
                        .timeout(MOST_SENDING)
                        .header("Content-Type", "application/octet-stream")
                        .POST(sized ? HttpRequest.BodyPublishers.fromPublisher(chunks, bytes) : chunks),
                person);
    }

    /** Stores the files that a scripted form names, in the name of the person who will send it. */
    void store(String deal, JsonNode files, String person) throws IOException, InterruptedException {
        for (JsonNode file : files) {
            Answer stored = answer(
                    request("/api/deals/" + deal + "/files?name="
                                    + URLEncoder.encode(file.path("name").asString(), StandardCharsets.UTF_8))
                            .header("Content-Type", "application/octet-stream")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    file.path("text").asString())),
                    person);
            if (!stored.isOk()) {
                throw new IllegalStateException(file.path("name").asString() + ": " + stored.body());
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(MOST_ANSWERING);
    }

    private Answer answer(HttpRequest.Builder request, String person) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = http.send(
                request.header("Authorization", "Basic " + basic).build(), HttpResponse.BodyHandlers.ofString());
        String text = response.body();
        return new Answer(response.statusCode(), json.readTree(text.isBlank() ? "{}" : text));
    }

    /** The sign-in page, which tells which samples are not ready. */
    String signInPage() throws IOException, InterruptedException {
        return http.send(request("/login?lang=en").build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Makes the evidence pack of a deal as its page does: signed in by form, with the page's token. */
    byte[] evidencePack(String deal, String person) throws IOException, InterruptedException {
        var session = new Session();
        session.signIn(person);
        String token = session.token("/deals/" + deal + "/history");
        HttpResponse<byte[]> pack = session.post("/deals/" + deal + "/evidence", Map.of("_csrf", token));
        if (pack.statusCode() != 200) {
            throw new IllegalStateException("no evidence pack of " + deal + ": HTTP " + pack.statusCode());
        }
        return pack.body();
    }

    private final class Session {

        private final HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        private void signIn(String person) throws IOException, InterruptedException {
            post("/login", Map.of("username", person, "password", PASSWORD, "_csrf", token("/login")));
        }

        private String token(String page) throws IOException, InterruptedException {
            String html = browser.send(request(page).build(), HttpResponse.BodyHandlers.ofString()).body();
            var found = TOKEN.matcher(html);
            if (!found.find()) {
                throw new IllegalStateException("no form on " + page);
            }
            return found.group(1);
        }

        private HttpResponse<byte[]> post(String path, Map<String, String> fields)
                throws IOException, InterruptedException {
            String form = fields.entrySet().stream()
                    .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return browser.send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static void until(Duration most, String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + most.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + most + " for " + what);
            }
            try {
                Thread.sleep(MOMENT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
