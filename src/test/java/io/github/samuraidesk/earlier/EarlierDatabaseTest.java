package io.github.samuraidesk.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.disclosure.OlderTemplates;
import io.github.samuraidesk.disclosure.TemplateSet;
import io.github.samuraidesk.earlier.EarlierProgram.Left;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The H2 file of an earlier program is opened and nothing in it is lost. EarlierDatabaseIT drives its deals on. */
class EarlierDatabaseTest {

    private static final String TABLE = "deals.tsv";

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext context;
    private static EarlierDeals deals;

    @BeforeAll
    static void open() throws IOException {
        // the program came with another template for every paper since: that takes no approval away
        TemplateSet since = OlderTemplates.changed(
                OlderTemplates.now(), "documents/parts.html", "Samurai Desk 作成", "Samurai Desk により作成");
        context = EarlierProgram.openH2("h2/samurai-desk.mv.db", folder, since);
        deals = new EarlierDeals(context);
    }

    @AfterAll
    static void close() {
        if (context != null) {
            context.close();
        }
    }

    /** The drawing of that program: every user task, timer and asynchronous step, in each drafting process. */
    @Test
    void aDealWaitsAtEveryPlaceWhereThatProgramCouldWait() {
        var places = new TreeSet<String>();
        for (Left deal : EarlierProgram.deals(TABLE)) {
            deal.waits().forEach(w -> places.add(w.replaceFirst("=.*", "")));
        }
        var wanted = new TreeSet<>(Set.of(
                "draftPapers:STATEMENT",
                "draftPapers:FINAL_TERMS",
                "reviewPapers:STATEMENT",
                "reviewPapers:FINAL_TERMS",
                "@effectivenessDue",
                "@generatePapers",
                "@prepareMandateLetter",
                "@prepareContractPapers",
                "@prepareClosingPapers",
                "@closeDeal"));
        Arrays.stream(HumanTask.values())
                .filter(t -> t != HumanTask.DRAFT_PAPERS && t != HumanTask.REVIEW_PAPERS)
                .filter(t -> places.contains(t.id()) || KNOWN_TO_THAT_PROGRAM.contains(t.id()))
                .forEach(t -> wanted.add(t.id()));
        assertThat(places).isEqualTo(wanted);
        assertThat(KNOWN_TO_THAT_PROGRAM).isSubsetOf(places);
    }

    private static final Set<String> KNOWN_TO_THAT_PROGRAM = Set.of(
            "confirmRoute",
            "chooseSelection",
            "issueRfp",
            "openBids",
            "scoreBids",
            "awardMandate",
            "recordExistingMandate",
            "holdKickOff",
            "checkConflicts",
            "completeDueDiligence",
            "checkShelfAmendment",
            "engageRatingAgency",
            "holdRoadshow",
            "registerFiler",
            "clearPreFilingReview",
            "fileStatement",
            "confirmShelfEffective",
            "conductSounding",
            "runBook",
            "reportDemand",
            "priceTranches",
            "approvePricing",
            "signSubscription",
            "fileFinalTerms",
            "confirmEffectiveness",
            "allocate",
            "deliverProspectus",
            "appointAgents",
            "checkIssuerCode",
            "precheckForms",
            "fileConsentForms",
            "confirmParticipation",
            "registerProvisionalIssue",
            "registerIssue",
            "checkIssue",
            "reconcileCodes",
            "confirmSplit",
            "matchInstructions",
            "confirmConditions",
            "approveNewRecord",
            "requestFunds",
            "confirmNewRecord",
            "resolveFailedFunding",
            "payProceeds",
            "deliverBonds",
            "confirmClosing");

    @Test
    void everyDealStandsWhereItWasLeft() {
        deals.standWhereTheyWereLeft(TABLE);
    }

    @Test
    void everyApprovalStands() {
        deals.approvalsStand("approvals.tsv");
    }

    @Test
    void everyPriceSealHolds() {
        deals.priceSealsHold(30);
    }

    @Test
    void everyPaperIsFoundByItsHashAndEveryChainIsWhole() {
        deals.papersAndChainsAreWhole(1_000);
    }

    @Test
    void everyDraftIsReadAsItWasTyped() throws IOException {
        deals.draftsAreRead();
    }

    /** That program pinned no templates; the timetable's has changed since. */
    @Test
    void aDealIsPinnedToTodaysTemplatesWhenItNextDraftsAndItsOtherPapersStand() {
        deals.pinnedWhenItNextDrafts();
    }
}
