package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
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

    /** After so many seconds a refusal that says "not now" may be tried again. */
    static final String RETRY_SECONDS = "10";

    @ExceptionHandler(Refused.class)
    Object refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        mark(response, refused.findings());
        return answer(refused.findings(), status(refused.findings()), request);
    }

    /** The pool gave no connection in time: whatever was asked, nothing was changed. */
    @ExceptionHandler({CannotCreateTransactionException.class, CannotGetJdbcConnectionException.class})
    Object noConnection(Exception e, HttpServletRequest request, HttpServletResponse response) {
        return refused(new Refused(List.of(Finding.rule(Finding.BUSY, "", "", "", "houseIsBusy"))), request, response);
    }

    /** Gives an answer the status of its findings, for pages that show them beside what was typed. */
    static void mark(HttpServletResponse response, List<Finding> findings) {
        HttpStatus status = status(findings);
        response.setStatus(status.value());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
    }

    private static HttpStatus status(List<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.rule().equals(Finding.BUSY))) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
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
