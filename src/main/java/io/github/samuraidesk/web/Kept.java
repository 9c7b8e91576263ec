package io.github.samuraidesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * A form that was sent and not taken, to be shown to its own person again: nothing of it was executed. Passwords and files
 * are never kept.
 *
 * @param by who typed it
 * @param path where it was sent
 * @param action name of the button that was pressed, or empty
 * @param secrets names of fields that must be typed again
 * @param files files that must be chosen again
 */
public record Kept(
        String by, String path, String action, List<Typed> typed, List<String> secrets, List<ChosenFile> files) {

    /** Where a session keeps it. */
    static final String ATTRIBUTE = Kept.class.getName();

    private static final Set<String> OWN = Set.of("_csrf", FormPass.FIELD, "action");
    /** Carried along, not shown: ids and versions that a form holds for itself. */
    private static final Set<String> UNSEEN = Set.of("taskId", "draftVersion", "back", "seenSha256");

    private static final String FILE = "file:";

    public record Typed(String name, String value, boolean shown) {}

    /** @param name of the form's control @param fileName as the browser said it */
    public record ChosenFile(String name, String fileName) {

        /** Name of the field that the file belongs to. */
        public String field() {
            return name.startsWith(FILE) ? name.substring(FILE.length()) : name;
        }
    }

    static Kept of(HttpServletRequest request, String by) {
        var typed = new ArrayList<Typed>();
        var secrets = new ArrayList<String>();
        for (Map.Entry<String, String[]> p : request.getParameterMap().entrySet()) {
            String name = p.getKey();
            if (OWN.contains(name)) {
                continue;
            }
            if (name.toLowerCase(Locale.ROOT).contains("password")) {
                secrets.add(name);
                continue;
            }
            for (String value : p.getValue()) {
                typed.add(new Typed(name, value, !value.isBlank() && !UNSEEN.contains(name)));
            }
        }
        String action = request.getParameter("action");
        return new Kept(
                by,
                RequestBodies.address(request),
                action == null ? "" : action,
                List.copyOf(typed),
                List.copyOf(secrets),
                files(request));
    }

    private static List<ChosenFile> files(HttpServletRequest request) {
        var files = new ArrayList<ChosenFile>();
        MultipartHttpServletRequest parsed = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parsed != null) {
            parsed.getFileMap().forEach((name, f) -> add(files, name, f.getOriginalFilename()));
        } else if (isMultipart(request)) {
            try {
                request.getParts().forEach(part -> add(files, part.getName(), part.getSubmittedFileName()));
            } catch (java.io.IOException | jakarta.servlet.ServletException | IllegalStateException e) {
                return List.of();
            }
        }
        return List.copyOf(files);
    }

    private static void add(List<ChosenFile> files, String name, @Nullable String fileName) {
        if (fileName != null && !fileName.isEmpty()) {
            files.add(new ChosenFile(name, fileName.replaceAll(".*[/\\\\]", "")));
        }
    }

    static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    public boolean isMultipart() {
        return !files.isEmpty();
    }

    /** Whether the form's own page can show the values without executing anything. */
    public boolean canBeShown() {
        return path.matches("/deals/[^/]+/(tasks|entries)/[^/]+") || path.equals("/deals/new");
    }
}
