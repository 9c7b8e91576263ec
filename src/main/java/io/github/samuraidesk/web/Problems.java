package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.UnreadableFact;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;

/** Refusals as pages or JSON, always with field, rule and who can mend them. */
@ControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Wording wording;

    Problems(Wording wording) {
        this.wording = wording;
    }

    static final String SEGREGATION = "house rule: segregation of duties";

    /** Refuses a page or an act that is an administrator's. */
    static Refused onlyAdministrators(String field) {
        return new Refused(List.of(Finding.rule("ACCESS", SEGREGATION, field, "ADMINISTRATOR", "onlyAdministrators")));
    }

    /** What a rule means for the visit, the first that applies; any other finding is about what was sent. */
    private static final Map<String, HttpStatus> BY_RULE = new LinkedHashMap<>();

    static {
        BY_RULE.put(Finding.BUSY, HttpStatus.SERVICE_UNAVAILABLE);
        BY_RULE.put(Finding.TOO_LARGE, HttpStatus.valueOf(413));
        BY_RULE.put(Finding.TOO_SLOW, HttpStatus.REQUEST_TIMEOUT);
        BY_RULE.put(Finding.NEWER, HttpStatus.CONFLICT);
        BY_RULE.put("ACCESS", HttpStatus.FORBIDDEN);
        BY_RULE.put("STALE", HttpStatus.CONFLICT);
    }

    /** After so many seconds a refusal that says "not now" may be tried again. */
    static final String RETRY_SECONDS = "10";

    @ExceptionHandler(Refused.class)
    Object refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        mark(response, refused.findings());
        return answer(refused.findings(), status(refused.findings()), request);
    }

    /** Nothing that was sent is wrong: what the desk had stored of a deal is. */
    @ExceptionHandler(UnreadableFact.class)
    Object unreadableFact(UnreadableFact e, HttpServletRequest request, HttpServletResponse response) {
        LOG.error("unreadable fact", e);
        var finding = Finding.rule(
                "TRAIL", "", "", "AUDITOR", "factUnreadable", e.dealId().value());
        return refused(new Refused(List.of(finding)), request, response);
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
        List<String> rules = findings.stream().map(Finding::rule).toList();
        for (var known : BY_RULE.entrySet()) {
            if (rules.contains(known.getKey())) {
                return known.getValue();
            }
        }
        return HttpStatus.UNPROCESSABLE_ENTITY;
    }

    private Object answer(List<Finding> findings, HttpStatus status, HttpServletRequest request) {
        if (RequestBodies.address(request).startsWith("/api/")) {
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
        Principal person = request.getUserPrincipal();
        if (status == HttpStatus.SERVICE_UNAVAILABLE
                && person != null
                && request.getMethod().equals("POST")) {
            // nothing is wrong with what was typed: it stays on the page to be sent again
            var again = new ModelAndView("pages/kept", status);
            again.addObject("kept", Kept.of(request, person.getName()));
            again.addObject("findings", findings);
            return again;
        }
        var page = new ModelAndView("pages/refused", status);
        page.addObject("findings", findings);
        return page;
    }

    /** Something that could not be read: cut off at a limit, or broken. */
    @ExceptionHandler({JacksonException.class, HttpMessageNotReadableException.class, MultipartException.class})
    Object unreadable(Exception e, HttpServletRequest request, HttpServletResponse response) {
        var cut = e instanceof MaxUploadSizeExceededException
                ? Optional.of(BodyAllowance.Cut.TOO_LARGE)
                : RequestBodies.cut(request, e);
        return cut.isPresent()
                ? refused(RequestBodies.refusal(cut.get()), request, response)
                : answer(List.of(Finding.field("body", "jsonUnreadable")), HttpStatus.BAD_REQUEST, request);
    }

    /** A stream that was cut off while the desk was reading it. */
    @ExceptionHandler(BodyAllowance.CutOff.class)
    Object cutOff(BodyAllowance.CutOff e, HttpServletRequest request, HttpServletResponse response) {
        return unreadable(e, request, response);
    }
}
