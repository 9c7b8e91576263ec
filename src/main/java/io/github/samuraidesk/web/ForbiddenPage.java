package io.github.samuraidesk.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Answers in place of a page that is an administrator's. */
@Controller
class ForbiddenPage {

    @RequestMapping(ToSignIn.FORBIDDEN)
    void show(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        throw Problems.onlyAdministrators("people");
    }
}
