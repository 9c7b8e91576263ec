package io.github.samuraidesk.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The pages of {@code docs/method}, as they stand in the repository. */
@Controller
class MethodPages {

    private static final String INDEX = "README";

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    @GetMapping("/method")
    String index(Model model) {
        return show(INDEX, model);
    }

    @GetMapping("/method/{page:[a-z-]+}")
    String page(@PathVariable String page, Model model) {
        return show(page, model);
    }

    private String show(String page, Model model) {
        var file = new ClassPathResource("method/" + page + ".md");
        if (!file.exists()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            Node document = parser.parse(file.getContentAsString(StandardCharsets.UTF_8));
            document.accept(new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                    // files link to each other, pages have no ending
                    link.setDestination(link.getDestination().replaceFirst("^([a-z-]+)\\.md$", "/method/$1"));
                    visitChildren(link);
                }
            });
            model.addAttribute("text", renderer.render(document));
            model.addAttribute("index", INDEX.equals(page));
            return "pages/method";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
