package io.github.samuraidesk.workflow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: cookies, redirects, and forms sent as their page says. */
final class Browser {

    private final String base;
    private CookieManager cookies = new CookieManager();
    private HttpClient client = client();

    Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** A page as it was answered, with its forms. */
    record Page(int status, String address, Document html, java.net.http.HttpHeaders headers) {

        /** The form that is sent to an address. */
        Element form(String action) {
            return html.select("form").stream()
                    .filter(f -> f.attr("action").replaceAll("\\?.*", "").equals(action))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("no form to " + action + " on " + address + ": " + html.text()));
        }

        String text() {
            return html.text();
        }
    }

    /** As after a restart of the server: the browser still has its cookie, the server no longer knows it. */
    void loseSession() {
        for (var cookie : new ArrayList<>(cookies.getCookieStore().getCookies())) {
            cookies.getCookieStore().remove(null, cookie);
            if (cookie.getName().equals("JSESSIONID")) {
                var unknown = new java.net.HttpCookie("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF");
                unknown.setPath("/");
                unknown.setVersion(0);
                cookies.getCookieStore().add(URI.create(base), unknown);
            }
        }
    }

    Page get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    Page signIn(String person, String password) {
        return submit(get("/login"), "/login", Map.of("username", person, "password", password));
    }

    Page submit(Page page, String action, Map<String, String> typed) {
        return submit(page, action, typed, base);
    }

    /** Sends a form with what it holds and what is typed over it. @param origin the site that the browser says it is on */
    Page submit(Page page, String action, Map<String, String> typed, String origin) {
        Element form = page.form(action);
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (Element e : form.select("input, select, textarea")) {
            String name = e.attr("name");
            if (name.isEmpty() || typed.containsKey(name) || e.attr("type").equals("file")) {
                continue;
            }
            String value = e.tagName().equals("select")
                    ? e.select("option[selected]").attr("value")
                    : e.tagName().equals("textarea") ? e.wholeText() : e.attr("value");
            fields.add(Map.entry(name, value));
        }
        fields.addAll(typed.entrySet());
        boolean multipart = form.attr("enctype").equals("multipart/form-data");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + form.attr("action")))
                .header("Origin", origin)
                .header(
                        "Content-Type",
                        multipart ? "multipart/form-data; boundary=b0" : "application/x-www-form-urlencoded");
        return send(request.POST(
                multipart
                        ? HttpRequest.BodyPublishers.ofByteArray(parts(fields))
                        : HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    private static String encoded(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(f -> URLEncoder.encode(f.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A field whose name begins with {@code file:} goes as a file of that name. */
    private static byte[] parts(List<Map.Entry<String, String>> fields) {
        var body = new ByteArrayOutputStream();
        for (var f : fields) {
            String file = f.getKey().startsWith("file:") ? "; filename=\"" + f.getValue() + "\"" : "";
            body.writeBytes(("--b0\r\nContent-Disposition: form-data; name=\"" + f.getKey() + "\"" + file + "\r\n\r\n"
                            + f.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--b0--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> r = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Page(r.statusCode(), r.uri().getPath(), Jsoup.parse(r.body()), r.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
