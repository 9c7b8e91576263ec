package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.edinet.CheckReport;
import io.github.samuraidesk.edinet.EdinetMessages;
import io.github.samuraidesk.edinet.PackageCheck;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A page on which any EDINET package can be dropped; nothing of it is kept. */
@Controller
@RequestMapping("/check-edinet")
class CheckPages {

    private final RulePacks packs;

    CheckPages(RulePacks packs) {
        this.packs = packs;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("rules", packs.inForce().edinet());
        model.addAttribute(
                "checkable", PackageCheck.checkable(packs.inForce().edinet()).size());
        return "pages/check-edinet";
    }

    @PostMapping
    String check(@RequestParam("package") MultipartFile file, Model model) throws IOException {
        RulePack pack = packs.inForce();
        Path kept = Files.createTempFile("package", ".zip");
        try {
            file.transferTo(kept);
            CheckReport report = new PackageCheck(pack.edinet()).check(kept);
            model.addAttribute("report", report);
            model.addAttribute("fileName", file.getOriginalFilename());
            model.addAttribute("sha256", Sha256.of(kept));
            model.addAttribute("messages", EdinetMessages.of(LocaleContextHolder.getLocale()));
        } finally {
            Files.deleteIfExists(kept);
        }
        return page(model);
    }
}
