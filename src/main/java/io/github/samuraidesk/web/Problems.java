package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;

/** Refusals as pages or JSON, always with field, rule and who can mend them. */
@ControllerAdvice
class Problems {

    private final Wording wording;

    Problems(Wording wording) {
        this.wording = wording;
    }

    @ExceptionHandler(Refused.class)
    Object refused(Refused refused, HttpServletRequest request) {
        HttpStatus status = status(refused.findings());
        return answer(refused.findings(), status, request);
    }

    private static HttpStatus status(List<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.rule().equals("ACCESS"))) {
            return HttpStatus.FORBIDDEN;
        }
        return findings.stream().anyMatch(f -> f.rule().equals("STALE"))
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    private Object answer(List<Finding> findings, HttpStatus status, HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "findings",
                            findings.stream()
                                    .map(f -> Map.of(
                                            "code",
                                            f.code(),
                                            "rule",
                                            f.rule(),
                                            "source",
                                            f.source(),
                                            "field",
                                            f.field(),
                                            "whoCanAct",
                                            f.whoCanAct(),
                                            "message",
                                            wording.finding(f),
                                            "args",
                                            f.args()))
                                    .toList()));
        }
        var page = new ModelAndView("pages/refused", status);
        page.addObject("findings", findings);
        return page;
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request) {
        return answer(
                List.of(Finding.field("file", "fileTooLarge", "> 60 MB", "60 MB")), HttpStatus.valueOf(413), request);
    }

    @ExceptionHandler({JacksonException.class, org.springframework.http.converter.HttpMessageNotReadableException.class
    })
    Object unreadable(Exception e, HttpServletRequest request) {
        return answer(List.of(Finding.field("body", "jsonUnreadable")), HttpStatus.BAD_REQUEST, request);
    }
}
