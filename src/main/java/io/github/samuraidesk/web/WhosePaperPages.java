package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.disclosure.UploadedPdf;
import io.github.samuraidesk.review.Verdict;
import io.github.samuraidesk.workflow.Approvals;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Says which deal, version and approvals a PDF belongs to, or that it was changed. Only the reader's own deals answer. */
@Controller
@RequestMapping("/whose-paper")
class WhosePaperPages {

    private final Blobs blobs;
    private final Facts facts;
    private final Papers papers;
    private final Reader reader;
    private final Approvals approvals;
    private final FilingPackage filingPackage;

    WhosePaperPages(
            Blobs blobs, Facts facts, Papers papers, Reader reader, Approvals approvals, FilingPackage filingPackage) {
        this.filingPackage = filingPackage;
        this.blobs = blobs;
        this.facts = facts;
        this.papers = papers;
        this.reader = reader;
        this.approvals = approvals;
    }

    /** @param version which of how many versions; @param current whether it still says what the facts say */
    public record Found(
            DealId deal,
            Paper paper,
            int version,
            int versions,
            boolean latest,
            boolean current,
            boolean filed,
            List<Verdict> verdicts) {}

    @GetMapping
    String page() {
        return "pages/whose-paper";
    }

    @PostMapping
    String look(@RequestParam("paper") MultipartFile file, Principal principal, Model model) throws IOException {
        byte[] bytes = file.getBytes();
        String sha256 = Sha256.of(bytes);
        var found = new ArrayList<Found>();
        for (DealId id : blobs.dealsWith(sha256)) {
            if (!reader.roles(id, principal).isEmpty()) {
                find(id, sha256, found);
            }
        }
        model.addAttribute("fileName", file.getOriginalFilename());
        model.addAttribute("sha256", sha256);
        model.addAttribute("found", found);
        model.addAttribute("claims", UploadedPdf.subject(bytes).orElse(""));
        return "pages/whose-paper";
    }

    private void find(DealId id, String sha256, List<Found> found) {
        DealFile deal = facts.of(id);
        for (Paper paper : Paper.values()) {
            List<Said<RenderedPaper>> versions = deal.history(RenderedPaper.FACT.at(paper.code()));
            for (int i = 0; i < versions.size(); i++) {
                RenderedPaper version = versions.get(i).value();
                if (version.pdfSha256().equals(sha256)) {
                    found.add(new Found(
                            id,
                            paper,
                            i + 1,
                            versions.size(),
                            i == versions.size() - 1,
                            i == versions.size() - 1 && papers.isCurrent(deal, version),
                            filingPackage.wasFiled(deal, version),
                            approvals.saidOf(deal, paper, sha256)));
                }
            }
        }
    }
}
