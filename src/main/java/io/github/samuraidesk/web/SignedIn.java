package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who is signed in, for the head of every page. */
@ControllerAdvice
class SignedIn {

    private final FormPass passes;

    SignedIn(FormPass passes) {
        this.passes = passes;
    }

    @ModelAttribute("signedIn")
    @Nullable
    String signedIn(@Nullable Principal principal) {
        return principal == null ? null : principal.getName();
    }

    /** For the address of a form with files, whose body is read only once it is known whose it is. */
    @ModelAttribute("typedBy")
    @Nullable
    String typedBy(@Nullable Principal principal, HttpServletRequest request) {
        return principal == null ? null : passes.of(request, principal.getName());
    }

    @ModelAttribute("auditorRole")
    Role auditorRole() {
        return Role.AUDITOR;
    }
}
