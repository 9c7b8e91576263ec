package io.github.samuraidesk.web;

import io.github.samuraidesk.access.Accounts;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Instant;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own password: changed when one likes, at the first sign-in, or under a one-time link. */
@Controller
class AccountPages {

    static final String PASSWORD = "/account/password";
    static final String LINK = "/account/link";

    private final Accounts accounts;
    private final People people;

    AccountPages(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    static Finding mustChange() {
        return Finding.rule(
                "ACCOUNT", "house rule: nobody knows another's password", "newPassword", "", "passwordMustChange");
    }

    /** Where a refused sign-in goes; it says no more than the person may know. */
    static String refusal(AuthenticationException e) {
        if (e instanceof SignIn.Wait wait) {
            return "/login?wait=" + wait.until().getEpochSecond();
        }
        return e instanceof DisabledException ? "/login?shut" : "/login?error";
    }

    /** @param wait seconds since 1970, as {@link #refusal} wrote them */
    static String until(String wait) {
        try {
            return DealPages.japanTime(
                    Instant.ofEpochSecond(Long.parseLong(wait)).toString());
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return "";
        }
    }

    @GetMapping(PASSWORD)
    String password(Principal principal, Model model) {
        model.addAttribute("mustChange", accounts.of(principal.getName()).mustChange());
        return "pages/password";
    }

    @PostMapping(PASSWORD)
    String change(
            @RequestParam(defaultValue = "") String currentPassword,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String passwordAgain,
            Principal principal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            accounts.change(new PersonId(principal.getName()), currentPassword, newPassword, passwordAgain);
        } catch (Refused refused) {
            Problems.mark(response, refused.findings());
            model.addAttribute("findings", refused.findings());
            return password(principal, model);
        }
        // every other session of the account has ended; this one goes on under a new id
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                SignIn.signedIn(people.find(principal.getName()).orElseThrow(), accounts.of(principal.getName())));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return "redirect:" + PASSWORD + "?changed";
    }

    @GetMapping(LINK + "/{secret}")
    String link(@PathVariable String secret, HttpServletResponse response, Model model) {
        // the address is a secret: it goes to no other site and into no cache
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("secret", secret);
        model.addAttribute("linkOf", accounts.personOfLink(secret).orElse(null));
        return "pages/password-link";
    }

    @PostMapping(LINK + "/{secret}")
    String set(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String passwordAgain,
            HttpServletResponse response,
            Model model) {
        try {
            accounts.setByLink(secret, newPassword, passwordAgain);
            return "redirect:/login?set";
        } catch (Refused refused) {
            Problems.mark(response, refused.findings());
            model.addAttribute("findings", refused.findings());
            return link(secret, response, model);
        }
    }
}
