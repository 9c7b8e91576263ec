package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Role;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who is signed in, for the head of every page. */
@ControllerAdvice
class SignedIn {

    @ModelAttribute("signedIn")
    @Nullable
    String signedIn(@Nullable Principal principal) {
        return principal == null ? null : principal.getName();
    }

    @ModelAttribute("auditorRole")
    Role auditorRole() {
        return Role.AUDITOR;
    }
}
