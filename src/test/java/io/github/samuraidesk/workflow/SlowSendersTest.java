package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.rehearsal.Cast;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who send slowly, or too much, or without having signed in: they wait, the others do not. */
class SlowSendersTest extends DeskTest {

    /** More than the server has threads. */
    private static final int SENDERS = 220;

    /** Ten seconds for a stranger's body and ten for its next byte, and room for a slow machine. */
    private static final Duration MOST_HELD = Duration.ofSeconds(120);

    private Socket sender(String path, String type, String moreHeaders) throws IOException {
        var socket = new Socket();
        // an address of their own: places are counted by address
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + moreHeaders
                                + "Content-Length: 100000\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=b0", "application/x-www-form-urlencoded"})
    void strangersWhoDripDoNotKeepOthersFromSigningIn(String type) throws Exception {
        List<Socket> senders = new ArrayList<>();
        var over = new AtomicBoolean();
        Thread drip = new Thread(() -> {
            while (!over.get()) {
                for (Socket s : List.copyOf(senders)) {
                    try {
                        s.getOutputStream().write('a');
                    } catch (IOException cutOff) {
                        // what the server is asked to do
                    }
                }
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        try {
            for (int i = 0; i < SENDERS; i++) {
                senders.add(sender("/login", type, ""));
            }
            drip.start();
            for (int i = 0; i < 5; i++) {
                var visitor = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
                assertThat(visitor.get("/").body()).as("signed in beside them").contains("lead");
            }
            long end = System.nanoTime() + MOST_HELD.toNanos();
            for (Socket s : senders) {
                s.setSoTimeout((int)
                        Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
                assertThat(isAnsweredOrClosed(s))
                        .as("a sender still held after " + MOST_HELD)
                        .isTrue();
            }
        } finally {
            over.set(true);
            for (Socket s : senders) {
                s.close();
            }
        }
    }

    private static boolean isAnsweredOrClosed(Socket socket) throws IOException {
        try {
            InputStream in = socket.getInputStream();
            in.read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Reads the status line and headers. */
    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout((int) MOST_HELD.toMillis());
        var text = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int c = in.read(); c >= 0 && text.indexOf("\r\n\r\n") < 0; c = in.read()) {
            text.append((char) c);
        }
        return text.toString();
    }

    @Test
    void filesOfStrangersAreRefusedBeforeTheirFirstByte() throws Exception {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        for (String path : List.of("/login", "/check-edinet", "/deals/" + id + "/tasks/draftPapers")) {
            try (Socket socket = sender(path, "multipart/form-data; boundary=b0", "")) {
                assertThat(answer(socket)).as(path).startsWith("HTTP/1.1 302").contains("/login?ended");
            }
        }
        try (Socket socket = sender("/api/deals/" + id + "/files?name=x", "application/octet-stream", "")) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void filesForADealAreReadFromItsMembersOnly() throws Exception {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        String basic =
                java.util.Base64.getEncoder().encodeToString(("lead:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        String header = "Authorization: Basic " + basic + "\r\n";
        try (Socket socket = sender("/api/deals/NOT-THEIRS/files?name=x", "application/octet-stream", header)) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 404");
        }
        assertThat(post(id, 20, false).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileBeyondTheLimitIsRefusedInWordsWhetherItSaysItsLengthOrNot(boolean sized) throws Exception {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        HttpResponse<String> answer = post(id, 300L << 20, sized);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("fileTooLarge").contains("60 MB");
        assertThat(post(id, 61L << 20, sized).statusCode()).isEqualTo(413);
    }

    @Test
    void jsonBeyondTheLimitOfAFormIsRefused() throws Exception {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        var visitor = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        String long6Mb = "{\"values\":{\"note\":\"" + "x".repeat(6 << 20) + "\"}}";
        Visitor.Answer answer = visitor.post("/api/deals/" + id + "/tasks/draftPapers", long6Mb);
        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
    }

    private HttpResponse<String> post(DealId id, long bytes, boolean sized) throws Exception {
        var zeros = HttpRequest.BodyPublishers.ofInputStream(() -> new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                int count = (int) Math.min(length, left);
                left -= Math.max(count, 0);
                return count <= 0 ? -1 : count;
            }
        });
        String basic =
                java.util.Base64.getEncoder().encodeToString(("lead:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:" + port + "/api/deals/" + id + "/files?name=large.bin"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/octet-stream")
                                .POST(sized ? HttpRequest.BodyPublishers.fromPublisher(zeros, bytes) : zeros)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
