package io.github.samuraidesk.registration;

import static io.github.samuraidesk.Answers.refusals;
import static io.github.samuraidesk.PricedDeal.SOMEBODY;
import static io.github.samuraidesk.PricedDeal.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Effect;
import io.github.samuraidesk.act.Files;
import io.github.samuraidesk.act.FirmNames;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.act.Ports;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.FileOf;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.law.AmendmentClass;
import io.github.samuraidesk.law.Blackout;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.registration.Filing.Stage;
import io.github.samuraidesk.registration.FilingProgress.State;
import io.github.samuraidesk.registration.acts.AddAttachment;
import io.github.samuraidesk.registration.acts.AdoptPack;
import io.github.samuraidesk.registration.acts.CheckShelfAmendment;
import io.github.samuraidesk.registration.acts.ClearPreFilingReview;
import io.github.samuraidesk.registration.acts.ConfirmEffectiveness;
import io.github.samuraidesk.registration.acts.ConfirmRoute;
import io.github.samuraidesk.registration.acts.ConfirmShelfEffective;
import io.github.samuraidesk.registration.acts.FileAmendment;
import io.github.samuraidesk.registration.acts.FileFinalTerms;
import io.github.samuraidesk.registration.acts.FileStatement;
import io.github.samuraidesk.registration.acts.RecordExistingShelf;
import io.github.samuraidesk.registration.acts.RecordFilingProgress;
import io.github.samuraidesk.registration.acts.RecordShortClock;
import io.github.samuraidesk.registration.acts.RegisterFiler;
import io.github.samuraidesk.registration.acts.SetBlackout;
import io.github.samuraidesk.registration.acts.SetFilingDay;
import io.github.samuraidesk.registration.acts.WithdrawRegistration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each act of the registration accepted once and refused once for each finding that it can return, by values alone. */
class RegistrationActsTest {

    /** A Friday; the Monday after is a holiday. */
    private static final LocalDate FILED = LocalDate.of(2024, 8, 9);

    private static final LocalDate SUNDAY = LocalDate.of(2024, 8, 11);
    private static final LocalDate PRICING = LocalDate.of(2024, 8, 29);
    private static final LocalDate PAYMENT = LocalDate.of(2024, 9, 5);
    /** 中15日 after the filing, whose own day is not counted [S:GL8-2]. */
    private static final LocalDate EFFECTIVE = LocalDate.of(2024, 8, 25);

    private static final String SENT = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);
    private static final String NOTICE = "c".repeat(64);
    private static final RulePack PACK = RulePack.builtIn();

    /** Whoever answers the ports of one test. */
    private static final class House implements Ports, Packages, Files, Offering, KnownPacks {

        Optional<ToSend> sent = Optional.of(new ToSend(SENT, Map.of("PublicDoc/0000000_header.htm", OTHER), true));
        String fileName = "amendment.zip";
        boolean readable = true;
        boolean amends = true;
        boolean range = true;
        boolean closed;
        List<Finding> errors = List.of();
        Map<String, BigDecimal> priced = Map.of();

        @Override
        public <P extends Port> P of(Class<P> port) {
            return port.cast(this);
        }

        @Override
        public Optional<ToSend> toSend(DealFile deal, Stage stage, Route route) {
            return route.isRegistered() ? sent : Optional.empty();
        }

        @Override
        public List<Finding> errors(RulePack pack, String field, byte[] zip) {
            return errors;
        }

        @Override
        public boolean isAmendment(byte[] zip) {
            return amends;
        }

        @Override
        public Optional<byte[]> withoutObjectStreams(byte[] pdf) {
            return readable ? Optional.of(new byte[] {1, 2, 3}) : Optional.empty();
        }

        @Override
        public Optional<Blobs.Blob> find(DealId deal, String sha256) {
            return Optional.of(new Blobs.Blob(sha256, "", fileName, new byte[] {1}));
        }

        @Override
        public boolean rangeShownAndDemandTaken(DealFile deal) {
            return range;
        }

        @Override
        public Optional<BigDecimal> pricedYen(DealFile deal, String tranche) {
            return Optional.ofNullable(priced.get(tranche));
        }

        @Override
        public boolean isClosed(DealFile deal) {
            return closed;
        }

        @Override
        public boolean has(String sha256) {
            return !sha256.equals(OTHER);
        }

        @Override
        public String pinned(DealFile deal) {
            return PACK.sha256();
        }
    }

    private final House house = new House();

    private Standing on(FileOf deal, LocalDate day) {
        return new Standing(
                deal.file(), PACK, day.atTime(18, 0).atZone(DealClock.TOKYO).toInstant(), FirmNames.NONE, house);
    }

    private static FileOf unsigned() {
        FileOf deal = opened("SVN-2024");
        TermSheet sheet = DealBook.termSheet(deal.file());
        return deal.said(
                        TermSheet.FACT,
                        sheet.withDates(new TermSheet.Dates(FILED, null, null, PRICING, PAYMENT)),
                        "lead")
                .said(
                        RouteConfirmed.SUGGESTED,
                        new RouteConfirmed(Route.SRS_FULL, Route.SRS_FULL, List.of(), ""),
                        "program");
    }

    private static FileOf signed(Route route) {
        return unsigned()
                .said(RouteConfirmed.SIGNED, new RouteConfirmed(route, Route.SRS_FULL, List.of(), ""), "counsel");
    }

    private static TermSheet.Shelf shelf(BigDecimal planned) {
        return new TermSheet.Shelf(
                "1-外債1",
                TermSheet.ShelfKind.PLANNED_AMOUNT,
                planned,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                2,
                FILED,
                EFFECTIVE);
    }

    private static FileOf onShelf(BigDecimal planned) {
        FileOf deal = signed(Route.SHELF_TAKEDOWN);
        return deal.said(TermSheet.FACT, DealBook.termSheet(deal.file()).withShelf(shelf(planned)), "lead");
    }

    private static FileOf onShelf() {
        return onShelf(new BigDecimal("1000000000000"));
    }

    private static Filing filing(Stage stage, LocalDate day, boolean undecided) {
        return new Filing(
                stage,
                "02",
                "030000",
                day.atTime(10, 0),
                stage == Stage.STATEMENT ? "S1000001" : "S1000002",
                stage == Stage.STATEMENT ? SENT : OTHER,
                "",
                undecided,
                Map.of());
    }

    private static FileOf filed(FileOf deal) {
        return deal.said(Filing.FACT.at(Stage.STATEMENT.name()), filing(Stage.STATEMENT, FILED, true), "counsel");
    }

    private static FileOf filedTerms(FileOf deal) {
        return deal.said(
                Filing.FACT.at(Stage.FINAL_TERMS.name()), filing(Stage.FINAL_TERMS, PRICING, false), "counsel");
    }

    private static FileOf effective(FileOf deal, Stage upTo, LocalDate on) {
        return deal.said(
                EffectivenessConfirmed.FACT.at(upTo.name()),
                new EffectivenessConfirmed(upTo, on, on, false, NOTICE),
                "counsel");
    }

    private static <I extends Record> Answer perform(Act<I> act, I said, Standing deal) {
        return act.deed().perform(said, deal, SOMEBODY);
    }

    private static Answer accepted(Answer answer) {
        assertThat(answer.refused()).isEmpty();
        return answer;
    }

    private static List<String> recorded(Answer answer) {
        return accepted(answer).facts().stream()
                .map(f -> f.kind().name() + " " + f.kind().key())
                .toList();
    }

    @Test
    void counselSignsARouteAndSaysWhetherItsShelfIsThere() {
        Standing deal = on(unsigned(), FILED);
        Answer srs = perform(ConfirmRoute.ACT, new ConfirmRoute(Route.SRS_FULL, Optional.empty(), "yes"), deal);
        assertThat(recorded(srs)).containsExactly("RouteConfirmed route");
        assertThat(srs.gateway())
                .containsEntry(GatewayFact.TRACK, "SRS")
                .containsEntry(GatewayFact.SHELF_EXISTS, false);
        var byTermSheet = new ConfirmRoute(Route.SHELF_TAKEDOWN, Optional.empty(), "yes");
        assertThat(perform(ConfirmRoute.ACT, byTermSheet, on(onShelf(), FILED)).gateway())
                .containsEntry(GatewayFact.TRACK, "SHELF")
                .containsEntry(GatewayFact.SHELF_EXISTS, true);
        assertThat(perform(ConfirmRoute.ACT, byTermSheet, on(onShelf(), FILED.minusDays(1)))
                        .gateway())
                .as("the term sheet's shelf is not filed yet")
                .containsEntry(GatewayFact.SHELF_EXISTS, false);
        var byCounsel = new ConfirmRoute(Route.SHELF_TAKEDOWN, Optional.of(ConfirmRoute.ShelfState.NEW_SHELF), "yes");
        assertThat(perform(ConfirmRoute.ACT, byCounsel, on(onShelf(), FILED)).gateway())
                .containsEntry(GatewayFact.SHELF_EXISTS, false);
    }

    @Test
    void whatNeedsNoRuleIsRecordedAsItWasSaid() {
        Standing deal = on(unsigned(), FILED);
        Answer checked = perform(
                CheckShelfAmendment.ACT,
                new CheckShelfAmendment(ShelfChecked.ReportKind.ANNUAL, Optional.of(FILED), true, NOTICE),
                deal);
        assertThat(recorded(checked)).containsExactly("ShelfChecked shelf");
        assertThat(checked.facts().get(0).fact())
                .isEqualTo(new ShelfChecked(ShelfChecked.ReportKind.ANNUAL, FILED, true));
        accepted(perform(RegisterFiler.ACT, new RegisterFiler("E12345", NOTICE), deal));
        var cleared = new ClearPreFilingReview(
                Optional.empty(), Optional.of(FILED), List.of(), Optional.empty(), Optional.of(NOTICE));
        assertThat(accepted(perform(ClearPreFilingReview.ACT, cleared, deal)).gateway())
                .containsEntry(GatewayFact.PRE_FILING_CLEARED, true);
        var back = new ClearPreFilingReview(
                Optional.of(ClearPreFilingReview.Outcome.BACK_TO_DRAFTING),
                Optional.empty(),
                List.of(),
                Optional.of("again"),
                Optional.empty());
        assertThat(accepted(perform(ClearPreFilingReview.ACT, back, deal)).gateway())
                .containsEntry(GatewayFact.PRE_FILING_CLEARED, false);
    }

    private static FileStatement statement(LocalDateTime at, String sent, String number) {
        return new FileStatement(
                Optional.empty(),
                Optional.of(at),
                Optional.of("S1000001"),
                Optional.of(sent),
                Optional.of(number).filter(n -> !n.isEmpty()),
                Optional.empty(),
                Optional.of(NOTICE));
    }

    @Test
    void theStatementIsFiledAsItWasPackaged() {
        Standing deal = on(signed(Route.SRS_FULL), FILED);
        Answer answer = perform(FileStatement.ACT, statement(FILED.atTime(10, 0), SENT, ""), deal);
        assertThat(recorded(answer)).containsExactly("Filing STATEMENT");
        var filing = (Filing) answer.facts().get(0).fact();
        assertThat(filing.termsUndecided()).isTrue();
        assertThat(filing.papers()).containsValue(OTHER);
        assertThat(answer.gateway())
                .containsEntry(GatewayFact.STATEMENT_FILED, true)
                .as("while terms are undecided nothing tells when it is effective")
                .containsEntry(GatewayFact.EFFECTIVE_FROM, "1970-01-01T00:00:00Z");

        assertThat(refusals(perform(FileStatement.ACT, statement(SUNDAY.atTime(10, 0), OTHER, ""), deal)))
                .containsExactly(
                        "sentSha256 sentBytesDiffer", "acceptedAt governmentClosed", "acceptedAt coverNamesAnotherDay");
        house.sent = Optional.empty();
        assertThat(refusals(perform(FileStatement.ACT, statement(FILED.atTime(10, 0), SENT, ""), deal)))
                .containsExactly("sentSha256 noPackage");
    }

    @Test
    void aShelfHasANumberAndItsClockRunsFromTheFilingItself() {
        Standing deal = on(onShelf(), FILED);
        LocalDateTime at = FILED.atTime(10, 0);
        Answer answer = accepted(perform(FileStatement.ACT, statement(at, SENT, "1-外債1"), deal));
        assertThat(answer.gateway().get(GatewayFact.EFFECTIVE_FROM))
                .as("the short clock, since nobody can know yet that it is not granted")
                .isEqualTo(PACK.statutoryClocks()
                        .shelfEffective(FILED, true)
                        .atStartOfDay(DealClock.TOKYO)
                        .toInstant()
                        .toString());
        assertThat(refusals(perform(FileStatement.ACT, statement(at, SENT, ""), deal)))
                .containsExactly("number required");
        assertThat(refusals(perform(FileStatement.ACT, statement(at, SENT, "1-外債1-1"), deal)))
                .containsExactly("number wrongFormat");
    }

    @Test
    void whatWasSubmittedMustComeBackBeforeItIsDraftedAnew() {
        var back = new FileStatement(
                Optional.of(FileStatement.Outcome.BACK_TO_DRAFTING),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("again"),
                Optional.empty());
        Answer answer = accepted(perform(FileStatement.ACT, back, on(progress(State.PROVISIONAL), FILED)));
        assertThat(answer.gateway()).containsExactly(Map.entry(GatewayFact.STATEMENT_FILED, false));
        assertThat(answer.effects())
                .containsExactly(new Effect.Withdrawal(FilingProgress.FACT.at("STATEMENT"), "back to drafting"));
        assertThat(refusals(perform(FileStatement.ACT, back, on(progress(State.SUBMITTED), FILED))))
                .containsExactly("outcome alreadySubmitted");
    }

    private static FileOf progress(State state) {
        return signed(Route.SRS_FULL)
                .said(
                        FilingProgress.FACT.at("STATEMENT"),
                        new FilingProgress(Stage.STATEMENT, state, FILED.atTime(9, 0), SENT, ""),
                        "counsel");
    }

    @Test
    void theFinalTermsFollowTheStatement() {
        Standing deal = on(filed(signed(Route.SRS_FULL)), PRICING);
        Answer answer = perform(
                FileFinalTerms.ACT,
                new FileFinalTerms(PRICING.atTime(15, 0), "S1000002", SENT, Optional.empty(), NOTICE),
                deal);
        assertThat(recorded(answer)).containsExactly("Filing FINAL_TERMS");
        assertThat(refusals(perform(
                        FileFinalTerms.ACT,
                        new FileFinalTerms(FILED.atTime(9, 0), "S1000002", SENT, Optional.empty(), NOTICE),
                        deal)))
                .containsExactly("acceptedAt dateBefore", "acceptedAt coverNamesAnotherDay");
    }

    /** K03: on the day itself where a range was shown and demand was taken; K02: later [S:GL8-4]. */
    @Test
    void theClockOfTheFinalTermsDependsOnTheBook() {
        FileOf deal = filedTerms(filed(signed(Route.SRS_FULL)));
        assertThat(Effectiveness.of(on(deal, PRICING)).computed(false))
                .contains(PACK.statutoryClocks().termsAmendmentEffective(PRICING, true));
        house.range = false;
        assertThat(Effectiveness.of(on(deal, PRICING)).computed(false))
                .contains(PACK.statutoryClocks().termsAmendmentEffective(PRICING, false))
                .isNotEqualTo(Optional.of(PACK.statutoryClocks().termsAmendmentEffective(PRICING, true)));
        assertThat(Effectiveness.of(on(filed(signed(Route.SRS_FULL)), PRICING)).notBefore())
                .as("its own clock runs while terms are undecided")
                .contains(EFFECTIVE);
        assertThat(Effectiveness.of(on(signed(Route.SRS_FULL), PRICING)).notBefore())
                .isEmpty();
    }

    private static RecordExistingShelf existing(LocalDate accepted, LocalDate effective, String notice) {
        return new RecordExistingShelf(
                "2-外債7",
                accepted.atTime(10, 0),
                "S1000001",
                OTHER,
                effective == null ? RecordExistingShelf.Effect.NOT_YET : RecordExistingShelf.Effect.EFFECTIVE,
                Optional.ofNullable(effective),
                Optional.ofNullable(notice));
    }

    @Test
    void theAuthoritysPapersOfAShelfWinOverTheTermSheet() {
        Standing deal = on(onShelf(), PRICING);
        Answer answer = perform(RecordExistingShelf.ACT, existing(FILED, EFFECTIVE, NOTICE), deal);
        assertThat(recorded(answer))
                .containsExactly(
                        "Filing STATEMENT", "EffectivenessConfirmed STATEMENT", "TermSheet " + TermSheet.FACT.key());
        assertThat(((TermSheet) answer.facts().get(2).fact()).shelf().number()).isEqualTo("2-外債7");
        assertThat(((EffectivenessConfirmed) answer.facts().get(1).fact()).shortClockGranted())
                .isFalse();
        assertThat(answer.gateway()).containsEntry(GatewayFact.SHELF_EFFECTIVE, true);

        LocalDate shortened = PACK.statutoryClocks().shelfEffective(FILED, true);
        Answer early = perform(RecordExistingShelf.ACT, existing(FILED, shortened, NOTICE), deal);
        assertThat(((EffectivenessConfirmed) accepted(early).facts().get(1).fact()).shortClockGranted())
                .as("an earlier notice says that the clock was shortened")
                .isTrue();
        Answer notYet = perform(RecordExistingShelf.ACT, existing(FILED, null, null), deal);
        assertThat(recorded(notYet)).containsExactly("Filing STATEMENT", "TermSheet " + TermSheet.FACT.key());
        assertThat(notYet.gateway()).containsEntry(GatewayFact.SHELF_EFFECTIVE, false);

        assertThat(refusals(perform(RecordExistingShelf.ACT, existing(SUNDAY, SUNDAY, OTHER), deal)))
                .containsExactly(
                        "acceptedAt governmentClosed",
                        "effectivenessNotice receiptIsNoNotice",
                        "effectiveOn notEffectiveBefore");
    }

    @Test
    void effectIsConfirmedByNoticeAndNotBeforeItsClock() {
        FileOf shelf = filed(onShelf())
                .said(
                        TaskDone.FACT.at("fileStatement"),
                        new TaskDone("fileStatement", Map.of("evidence", OTHER), Map.of()),
                        "counsel");
        Standing deal = on(shelf, PRICING);
        assertThat(recorded(
                        perform(ConfirmShelfEffective.ACT, new ConfirmShelfEffective(EFFECTIVE, false, NOTICE), deal)))
                .containsExactly("EffectivenessConfirmed STATEMENT");
        assertThat(refusals(perform(
                        ConfirmShelfEffective.ACT,
                        new ConfirmShelfEffective(EFFECTIVE.minusDays(1), false, OTHER),
                        deal)))
                .containsExactly("evidence receiptIsNoNotice", "effectiveOn notEffectiveBefore");

        Standing terms = on(filedTerms(filed(signed(Route.SRS_FULL))), PRICING);
        assertThat(recorded(perform(ConfirmEffectiveness.ACT, new ConfirmEffectiveness(PRICING, NOTICE), terms)))
                .containsExactly("EffectivenessConfirmed FINAL_TERMS");
        assertThat(perform(ConfirmEffectiveness.ACT, new ConfirmEffectiveness(PRICING.minusDays(1), NOTICE), terms)
                        .refused())
                .singleElement()
                .satisfies(f -> assertThat(f.rule() + " " + f.code()).isEqualTo("K01 notEffectiveBefore"));
        assertThat(refusals(perform(
                        ConfirmEffectiveness.ACT,
                        new ConfirmEffectiveness(PRICING, NOTICE),
                        on(filed(signed(Route.SRS_FULL)), PRICING))))
                .containsExactly("effectiveOn termsStillUndecided");
    }

    private static RecordFilingProgress uploaded(State state, LocalDateTime at, String sent) {
        return new RecordFilingProgress(Stage.STATEMENT, state, at, sent, Optional.empty());
    }

    @Test
    void progressGoesOneStepAtATime() {
        Standing deal = on(progress(State.UPLOADED), FILED);
        assertThat(recorded(
                        perform(RecordFilingProgress.ACT, uploaded(State.PRECHECKED, FILED.atTime(10, 0), SENT), deal)))
                .containsExactly("FilingProgress STATEMENT");
        assertThat(refusals(
                        perform(RecordFilingProgress.ACT, uploaded(State.SUBMITTED, FILED.atTime(8, 0), OTHER), deal)))
                .containsExactly("state stateMayNotFollow", "at dateBefore", "sentSha256 sentBytesDiffer");
        house.sent = Optional.empty();
        assertThat(refusals(perform(RecordFilingProgress.ACT, uploaded(State.DRAFT, FILED.atTime(19, 0), SENT), deal)))
                .containsExactly("at inTheFuture", "sentSha256 noPackage");
        assertThat(refusals(perform(
                        RecordFilingProgress.ACT,
                        uploaded(State.DRAFT, FILED.atTime(10, 0), SENT),
                        on(filed(signed(Route.SRS_FULL)), FILED))))
                .containsExactly("stage alreadyAccepted");
    }

    private static AddAttachment attachment() {
        return new AddAttachment(Stage.STATEMENT, Attachment.Kind.LEGAL_OPINION, "opinion.pdf", SENT);
    }

    @Test
    void anAttachmentIsKeptAsEdinetTakesIt() {
        Standing deal = on(signed(Route.SRS_FULL), FILED);
        house.fileName = "Opinion.PDF";
        Answer answer = perform(AddAttachment.ACT, attachment(), deal);
        assertThat(recorded(answer)).containsExactly("Attachment STATEMENT/AttachDoc/opinion.pdf");
        assertThat(answer.effects()).hasSize(2).first().isInstanceOfSatisfying(Effect.Keeping.class, kept -> {
            assertThat(kept.mediaType()).isEqualTo("application/pdf");
            assertThat(((Attachment) answer.facts().get(0).fact()).sha256()).isEqualTo(kept.sha256());
        });
        house.readable = false;
        assertThat(refusals(perform(AddAttachment.ACT, attachment(), deal))).containsExactly("document notAPdf");
        house.fileName = "opinion.htm";
        assertThat(accepted(perform(AddAttachment.ACT, attachment(), deal)).effects())
                .as("HTML is sent as it is")
                .hasSize(1);
        house.fileName = "opinion.docx";
        assertThat(refusals(perform(AddAttachment.ACT, attachment(), deal))).containsExactly("document attachmentKind");
        assertThat(refusals(perform(AddAttachment.ACT, attachment(), on(filed(signed(Route.SRS_FULL)), FILED))))
                .containsExactly("stage alreadyAccepted");
    }

    private Answer setDay(Stage stage, LocalDate day, FileOf deal) {
        return perform(SetFilingDay.ACT, new SetFilingDay(stage, day, "later"), on(deal, FILED));
    }

    @Test
    void theFilingDayIsAnOpenDayOnTheRightSideOfPricing() {
        FileOf deal = signed(Route.SRS_FULL);
        assertThat(recorded(setDay(Stage.STATEMENT, LocalDate.of(2024, 8, 13), deal)))
                .containsExactly("FilingDay STATEMENT");
        assertThat(refusals(setDay(Stage.STATEMENT, SUNDAY, deal))).containsExactly("filingDay governmentClosed");
        assertThat(refusals(setDay(Stage.STATEMENT, FILED.minusDays(1), deal))).containsExactly("filingDay dateBefore");
        assertThat(refusals(setDay(Stage.STATEMENT, PRICING.plusDays(1), deal))).containsExactly("pricing dateBefore");
        assertThat(setDay(Stage.FINAL_TERMS, PRICING.minusDays(1), deal).refused())
                .singleElement()
                .satisfies(f -> assertThat(f.args()).containsExactly("2024-08-28", "pricing", "2024-08-29"));
        assertThat(refusals(setDay(Stage.STATEMENT, PRICING, filed(deal)))).containsExactly("stage alreadyAccepted");
    }

    @Test
    void theShortClockIsOpenToStatementsThatReferToReports() {
        FileOf deal = signed(Route.SRS_REFERENCE);
        assertThat(recorded(perform(RecordShortClock.ACT, new RecordShortClock(FILED, NOTICE), on(deal, FILED))))
                .containsExactly("ShortClockGranted short");
        assertThat(refusals(perform(
                        RecordShortClock.ACT,
                        new RecordShortClock(FILED.plusDays(1), NOTICE),
                        on(signed(Route.SRS_FULL), FILED))))
                .containsExactly("grantedOn shortClockNotOpen", "grantedOn inTheFuture");
    }

    private static FileAmendment amendment(
            AmendmentClass kind, LocalDateTime at, String id, String bytes, String sent) {
        return new FileAmendment(kind, at, id, bytes, sent, true, "a report", NOTICE);
    }

    private Answer amend(AmendmentClass kind, FileOf deal) {
        return perform(
                FileAmendment.ACT,
                amendment(kind, LocalDate.of(2024, 8, 15).atTime(10, 0), "S1000009", NOTICE, NOTICE),
                on(deal, PRICING));
    }

    @Test
    void anAmendmentIsOfItsRouteAndNewInEveryWay() {
        FileOf deal = filed(signed(Route.SRS_FULL));
        assertThat(recorded(amend(AmendmentClass.ISSUER_INFORMATION, deal))).containsExactly("Amendment S1000009");
        assertThat(refusals(amend(AmendmentClass.OTHER, signed(Route.SRS_FULL))))
                .containsExactly("amendmentClass nothingToAmend");
        assertThat(refusals(amend(AmendmentClass.ANNUAL_REPORT, deal)))
                .containsExactly("amendmentClass amendmentOfOtherRoute");
        assertThat(refusals(amend(AmendmentClass.AMOUNT_OR_PERIOD, filed(onShelf()))))
                .containsExactly("amendmentClass shelfMayNotBeAmendedSo");
        assertThat(refusals(amend(AmendmentClass.PRICE_AFTER_BOOK, deal)))
                .containsExactly("amendmentClass termsAreFiledByTheirTask");
        assertThat(refusals(amend(AmendmentClass.TRANCHE_DROPPED, deal)))
                .containsExactly("amendmentClass noTrancheDropped");
        accepted(amend(
                AmendmentClass.TRANCHE_DROPPED,
                filed(signed(Route.SRS_FULL))
                        .said(TrancheDropped.FACT.at("7Y"), new TrancheDropped("7Y", ""), "lead")));
        assertThat(refusals(perform(
                        FileAmendment.ACT,
                        amendment(AmendmentClass.OTHER, FILED.minusDays(1).atTime(9, 0), "S1000001", SENT, OTHER),
                        on(deal, PRICING))))
                .containsExactly(
                        "acceptedAt dateBefore",
                        "documentId duplicate",
                        "sentSha256 sentBytesDiffer",
                        "package packageFiledOtherwise");
        assertThat(refusals(perform(
                        FileAmendment.ACT,
                        amendment(AmendmentClass.OTHER, SUNDAY.atTime(10, 0), "S1000009", NOTICE, NOTICE),
                        on(deal, FILED))))
                .containsExactly("acceptedAt inTheFuture", "acceptedAt governmentClosed");
        house.errors = List.of(Finding.rule("E001", "S:EDI-FILE", "package", "ISSUERS_COUNSEL", "packageFault"));
        house.amends = false;
        assertThat(refusals(amend(AmendmentClass.OTHER, deal)))
                .containsExactly("package packageFault", "package packageIsNoAmendment");
    }

    private static WithdrawRegistration withdrawal(LocalDate day, String id, boolean whole) {
        return new WithdrawRegistration(day.atTime(10, 0), id, whole, "no issue", NOTICE);
    }

    @Test
    void aRegistrationIsWithdrawnWholeAndBeforeItIsEffective() {
        FileOf deal = filed(signed(Route.SRS_FULL));
        assertThat(recorded(
                        perform(WithdrawRegistration.ACT, withdrawal(PRICING, "S1000009", true), on(deal, PRICING))))
                .containsExactly("RegistrationWithdrawn withdrawn");
        assertThat(refusals(perform(
                        WithdrawRegistration.ACT,
                        withdrawal(PRICING, "S1000009", true),
                        on(signed(Route.SRS_FULL), PRICING))))
                .containsExactly("documentId nothingToWithdraw");
        house.closed = true;
        assertThat(refusals(perform(
                        WithdrawRegistration.ACT,
                        withdrawal(SUNDAY, "S1000001", false),
                        on(effective(deal, Stage.FINAL_TERMS, PRICING), FILED))))
                .containsExactly(
                        "wholeRegistration withdrawalIsOfTheWhole",
                        "documentId alreadyClosed",
                        "acceptedAt inTheFuture",
                        "acceptedAt governmentClosed",
                        "documentId duplicate",
                        "documentId alreadyEffective");
    }

    @Test
    void aDealMovesToAPackThatTheHouseHas() {
        Standing deal = on(unsigned(), FILED);
        Answer answer = perform(AdoptPack.ACT, new AdoptPack(SENT, true, "new law"), deal);
        assertThat(recorded(answer)).containsExactly("PackAdopted pack");
        assertThat(refusals(perform(AdoptPack.ACT, new AdoptPack(OTHER, true, "x"), deal)))
                .containsExactly("packSha256 unknownPack");
        assertThat(refusals(perform(AdoptPack.ACT, new AdoptPack(PACK.sha256(), true, "x"), deal)))
                .containsExactly("packSha256 alreadyOnPack");
    }

    @Test
    void aBlackoutEndsNoEarlierThanItBegins() {
        Standing deal = on(unsigned(), FILED);
        Answer answer = perform(SetBlackout.ACT, new SetBlackout(FILED, PRICING, "results"), deal);
        assertThat(recorded(answer)).containsExactly("Blackout 2024-08-09/2024-08-29");
        assertThat(answer.facts().get(0).fact()).isEqualTo(new Blackout(FILED, PRICING, "results"));
        assertThat(refusals(perform(SetBlackout.ACT, new SetBlackout(PRICING, FILED, "results"), deal)))
                .containsExactly("to rangeReversed");
    }

    private List<String> says(Gate gate, FileOf deal, LocalDate day) {
        return Registration.GATES.get(gate).check(on(deal, day)).stream()
                .map(f -> f.rule() + " " + f.field() + " " + f.code())
                .toList();
    }

    private static FileOf withdrawn(FileOf deal) {
        return deal.said(
                RegistrationWithdrawn.FACT,
                new RegistrationWithdrawn("030000", PRICING.atTime(9, 0), "S1000008", "", NOTICE),
                "counsel");
    }

    @Test
    void theStatementMustBeAcceptedAndStand() {
        assertThat(says(Gate.G5, filed(signed(Route.SRS_FULL)), PRICING)).isEmpty();
        assertThat(says(Gate.G5, signed(Route.PRO_BOND), PRICING)).isEmpty();
        assertThat(says(Gate.G5, unsigned(), PRICING)).containsExactly("G5 confirmRoute routeNotConfirmed");
        assertThat(says(Gate.G5, signed(Route.SRS_FULL), PRICING))
                .containsExactly("G5 fileStatement statementNotAccepted");
        assertThat(says(Gate.G5, onShelf(), PRICING)).containsExactly("G5 fileStatement shelfNotAccepted");
        assertThat(says(Gate.G5, withdrawn(filed(signed(Route.SRS_FULL))), PRICING))
                .containsExactly("G5 withdrawRegistration registrationWithdrawn");
    }

    @Test
    void nothingIsSoldBeforeTheRegistrationIsEffective() {
        FileOf terms = filedTerms(filed(signed(Route.SRS_FULL)));
        assertThat(says(Gate.G6, terms, PRICING)).containsExactly("G6 confirmEffectiveness effectivenessNotConfirmed");
        assertThat(says(Gate.G6, effective(terms, Stage.FINAL_TERMS, PRICING), PRICING))
                .isEmpty();
        assertThat(says(Gate.G6, terms, PRICING.minusDays(1)))
                .as("before the clock and before the notice")
                .containsExactly("G6 effectiveOn notEffectiveBefore", "G6 effectiveOn notEffectiveBefore");
        assertThat(says(Gate.G6, filed(signed(Route.SRS_FULL)), PRICING))
                .containsExactly("G6 fileFinalTerms termsStillUndecided");
        assertThat(says(Gate.G6, signed(Route.SRS_FULL), PRICING))
                .containsExactly("G5 fileStatement statementNotAccepted");
    }

    private static FileOf standingShelf(BigDecimal planned) {
        return effective(filed(onShelf(planned)), Stage.STATEMENT, EFFECTIVE)
                .said(ShelfChecked.FACT, new ShelfChecked(ShelfChecked.ReportKind.NONE, null, false), "counsel");
    }

    @Test
    void aShelfAllowsTheTakedownOnceItsSupplementIsFiled() {
        FileOf shelf = standingShelf(new BigDecimal("1000000000000"));
        assertThat(says(Gate.TAKEDOWN, shelf, PRICING)).isEmpty();
        assertThat(says(Gate.G6, shelf, PRICING)).containsExactly("G6 fileFinalTerms supplementNotFiled");
        assertThat(says(Gate.G6, filedTerms(shelf), PRICING)).isEmpty();
        assertThat(says(Gate.TAKEDOWN, unsigned(), PRICING)).containsExactly("TAKEDOWN confirmRoute routeNotConfirmed");
        assertThat(says(Gate.TAKEDOWN, filed(onShelf()), PRICING))
                .containsExactly(
                        "TAKEDOWN confirmShelfEffective effectivenessNotConfirmed",
                        "TAKEDOWN checkShelfAmendment shelfNotChecked");
        assertThat(says(Gate.TAKEDOWN, withdrawn(shelf), EFFECTIVE.minusDays(1)))
                .containsExactly(
                        "TAKEDOWN withdrawRegistration registrationWithdrawn",
                        "TAKEDOWN effectiveOn notEffectiveBefore");
    }

    @Test
    void aShelfIsUsedWithinItsPeriodItsAmountAndWithoutSuspension() {
        BigDecimal planned = new BigDecimal("100000000000");
        LocalDate last = PACK.statutoryClocks().shelfLastDay(EFFECTIVE, 2);
        house.priced = Map.of("3Y", planned);
        DealBook.liveTranches(standingShelf(planned).file()).stream()
                .filter(t -> !t.id().equals("3Y"))
                .forEach(t -> house.priced = plus(house.priced, t.id()));
        assertThat(says(Gate.TAKEDOWN, standingShelf(planned), last)).isEmpty();
        assertThat(says(Gate.TAKEDOWN, standingShelf(planned), last.plusDays(1)))
                .containsExactly("TAKEDOWN shelf.periodYears shelfExpired");
        assertThat(says(Gate.TAKEDOWN, standingShelf(planned.subtract(BigDecimal.ONE)), PRICING))
                .containsExactly("TAKEDOWN shelf.plannedBillionYen shelfResidualTooSmall");
        assertThat(says(
                        Gate.TAKEDOWN,
                        standingShelf(planned)
                                .said(
                                        ShelfChecked.FACT,
                                        new ShelfChecked(ShelfChecked.ReportKind.ANNUAL, null, true),
                                        "counsel")
                                .said(
                                        Amendment.FACT.at("S1000007"),
                                        new Amendment(
                                                AmendmentClass.ANNUAL_REPORT,
                                                "",
                                                PRICING.atTime(9, 0),
                                                "S1000007",
                                                NOTICE,
                                                true,
                                                "",
                                                NOTICE),
                                        "counsel"),
                        PRICING))
                .containsExactly(
                        "TAKEDOWN amendmentFiled shelfSuspended",
                        "TAKEDOWN materialEventPending materialEvent",
                        "TAKEDOWN amendment shelfSuspendedThrough");
    }

    private static Map<String, BigDecimal> plus(Map<String, BigDecimal> amounts, String tranche) {
        var more = new java.util.HashMap<>(amounts);
        more.put(tranche, BigDecimal.ZERO);
        return more;
    }
}
