package io.github.samuraidesk.web;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What a person had typed when their session ended, to look at and to send again. */
@Controller
class KeptPages {

    @GetMapping("/kept")
    String show(HttpSession session, Principal principal, Model model) {
        boolean own = session.getAttribute(Kept.ATTRIBUTE) instanceof Kept kept
                && kept.by().equals(principal.getName());
        model.addAttribute("kept", own ? session.getAttribute(Kept.ATTRIBUTE) : null);
        model.addAttribute("findings", List.of());
        return "pages/kept";
    }

    @PostMapping("/kept/discard")
    String discard(HttpSession session) {
        session.removeAttribute(Kept.ATTRIBUTE);
        return "redirect:/";
    }
}
