package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.AmendmentClass;
import io.github.samuraidesk.law.Document;
import io.github.samuraidesk.law.PackImpact;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.rehearsal.Cast;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Amendments, withdrawal, short clock, overrides, rule packs and the calendar of a deal, as people meet them. */
class RegistrationTest extends DeskTest {

    @Autowired
    private Gates gates;

    @Autowired
    private RulePacks packs;

    @Autowired
    private FilingPackage packages;

    @Autowired
    private MaterialChanges changes;

    @Autowired
    private DealCalendar calendar;

    private static List<Finding> findings(ThrowingCallable call) {
        var found = new java.util.ArrayList<Finding>();
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, r -> found.addAll(r.findings()));
        return found;
    }

    private LocalDateTime now(DealId id) {
        return clock.now(id).atZone(DealClock.TOKYO).toLocalDateTime();
    }

    private String evidence(DealId id, String text) {
        return desk.upload(id, "text/plain", "e.txt", text.getBytes(StandardCharsets.UTF_8), Cast.COUNSEL.person());
    }

    /** A clean package of an amendment: the deal's own statement, its cover and first body file those of an amendment. */
    private String amendedPackage(DealId id, Route route) {
        byte[] statement = packages.of(facts.of(id), Filing.Stage.STATEMENT, route)
                .orElseThrow()
                .bytes();
        var files = new TreeMap<String, byte[]>();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(statement))) {
            for (var e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                files.put(e.getName(), in.readAllBytes());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        String cover = new String(files.get("PublicDoc/0000000_header.htm"), StandardCharsets.UTF_8);
        files.put(
                "PublicDoc/0000000_header.htm",
                cover.replaceFirst("(【提出書類】</th><td>)", "$1訂正：").getBytes(StandardCharsets.UTF_8));
        files.put(
                "PublicDoc/0001010_teisei.htm",
                ("<html lang=\"ja\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\" />"
                                + "<title>訂正</title></head><body><h2>1【訂正理由】</h2><p>練習のための訂正。</p></body></html>")
                        .getBytes(StandardCharsets.UTF_8));
        return desk.upload(id, "application/zip", "amendment.zip", CanonicalZip.of(files), Cast.COUNSEL.person());
    }

    private FormValues amendment(DealId id, AmendmentClass kind, String acceptedAt, String documentId, String sha) {
        return FormValues.of(
                "amendmentClass",
                kind.name(),
                "acceptedAt",
                acceptedAt,
                "documentId",
                documentId,
                "package",
                sha,
                "sentSha256",
                sha,
                "electronic",
                "yes",
                "reason",
                "practice",
                "evidence",
                evidence(id, documentId));
    }

    @Test
    void anAmendmentOfIssuerInformationMovesTheEffectiveness() {
        // KOR-2023: filed 16 August, so by its own clock effective on 1 September 2023 (filing + 16)
        DealId id = openAndStopBefore("KOR-2023", HumanTask.RUN_BOOK);
        String sha = amendedPackage(id, Route.SRS_FULL);
        desk.movePracticeTime(
                id,
                LocalDate.of(2023, 9, 4).atTime(15, 0).atZone(DealClock.TOKYO).toInstant(),
                Cast.LEAD.person());
        desk.record(
                id,
                Entry.FILE_AMENDMENT,
                amendment(id, AmendmentClass.ISSUER_INFORMATION, "2023-09-04T10:00", "S100AMD1", sha),
                Cast.COUNSEL.person());
        var effectiveness = gates.effectiveness(facts.of(id)).reckoned().orElseThrow();
        assertThat(effectiveness.termsUndecided()).isTrue();
        assertThat(effectiveness.date()).isEmpty();
        // about 3 days (K18, GK-med): 4 September + 3 + 1, worked by hand
        assertThat(effectiveness.counted())
                .filteredOn(c -> c.clock().equals("K18"))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.date()).isEqualTo(LocalDate.of(2023, 9, 8));
                    assertThat(c.saidBy()).isEqualTo(Cast.COUNSEL.person().value());
                });
        assertThat(findings(() -> desk.record(
                        id,
                        Entry.FILE_AMENDMENT,
                        amendment(id, AmendmentClass.ANNUAL_REPORT, "2023-09-02T10:00", "S100AMD1", sha),
                        Cast.COUNSEL.person())))
                .extracting(Finding::code)
                .contains("amendmentOfOtherRoute", "governmentClosed", "duplicate");
    }

    @Test
    void whatWasFiledOnceIsNoAmendment() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        byte[] statement = packages.of(facts.of(id), Filing.Stage.STATEMENT, Route.SRS_FULL)
                .orElseThrow()
                .bytes();
        String sha = desk.upload(id, "application/zip", "statement.zip", statement, Cast.COUNSEL.person());
        String today = now(id).toLocalDate().toString();
        assertThat(findings(() -> desk.record(
                        id,
                        Entry.FILE_AMENDMENT,
                        amendment(id, AmendmentClass.TRANCHE_DROPPED, today + "T09:30", "S100AMD9", sha),
                        Cast.COUNSEL.person())))
                .extracting(Finding::code)
                .contains("packageIsNoAmendment", "packageFiledOtherwise", "noTrancheDropped");
    }

    @Test
    void aMovedDateThatCannotBeIsSaid() {
        // filed 13 August 2024, effective on the 29th: pricing ten days earlier would be a sale before it
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        assertThat(calendar.conflicts(facts.of(id), "P", 0)).isEmpty();
        assertThat(calendar.conflicts(facts.of(id), "P", -10))
                .extracting(io.github.samuraidesk.law.Planner.Remark::code)
                .contains("saleBeforeEffective");
        assertThat(calendar.conflicts(facts.of(id), "F", 20))
                .extracting(io.github.samuraidesk.law.Planner.Remark::code)
                .contains("saleBeforeEffective");
        assertThat(calendar.conflicts(facts.of(id), "D", -20))
                .extracting(io.github.samuraidesk.law.Planner.Remark::code)
                .contains("paymentBeforePricing");
    }

    @Test
    void nonsenseOnThePlannerIsAFindingAndNoError() {
        var lead = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        for (String query : List.of(
                "payment=2027-05-10&fiscalYearEnd=99-99",
                "payment=2027-05-10&fiscalYearEnd=02-30",
                "payment=2027-05-10&fiscalYearEnd=March",
                "payment=abc",
                "payment=2200-01-01",
                "payment=2027-05-10&shelfEffective=1900-01-01")) {
            var answer = lead.get("/plan?lang=en&" + query);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.body()).as(query).contains("class=\"findings\"");
        }
        assertThat(lead.get("/routes?annualReportsYears=-5&lang=en").body()).contains("class=\"findings\"");
    }

    @Test
    void aShelfIsNeverAmendedInAmountOrPeriod() {
        DealId id = openAndStopBefore("IDN-2018", HumanTask.RUN_BOOK);
        String sha = amendedPackage(id, Route.SHELF_TAKEDOWN);
        String now = now(id).toLocalDate() + "T10:00";
        assertThat(findings(() -> desk.record(
                        id,
                        Entry.FILE_AMENDMENT,
                        amendment(id, AmendmentClass.AMOUNT_OR_PERIOD, now, "S100AMD2", sha),
                        Cast.COUNSEL.person())))
                .extracting(Finding::code, Finding::rule, Finding::source)
                .contains(org.assertj.core.groups.Tuple.tuple("shelfMayNotBeAmendedSo", "K10", "S:FIEA23-4"));
        assertThat(findings(() -> desk.record(
                        id,
                        Entry.SHORT_CLOCK,
                        FormValues.of("grantedOn", now.substring(0, 10), "evidence", evidence(id, "grant")),
                        Cast.COUNSEL.person())))
                .extracting(Finding::code)
                .contains("shortClockNotOpen");
    }

    @Test
    void anAmendmentWithAFaultyPackageIsRefusedWithRuleAndFile() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        byte[] zip = CanonicalZip.of(Map.of("PublicDoc/0101010_1bu.htm", "<html>x".getBytes(StandardCharsets.UTF_8)));
        String sha = desk.upload(id, "application/zip", "bad.zip", zip, Cast.COUNSEL.person());
        String today = now(id).toLocalDate().toString();
        List<Finding> findings = findings(() -> desk.record(
                id,
                Entry.FILE_AMENDMENT,
                amendment(id, AmendmentClass.SECURITIES, today + "T09:30", "S100AMD3", sha),
                Cast.COUNSEL.person()));
        assertThat(findings)
                .filteredOn(f -> f.code().equals("packageFault"))
                .extracting(Finding::rule)
                .contains("E022", "E009");
    }

    @Test
    void aWithdrawalIsOfTheWholeAndShutsEverything() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        String today = now(id).toLocalDate().toString();
        FormValues part = FormValues.of(
                "acceptedAt",
                today + "T09:30",
                "documentId",
                "S100WDR1",
                "wholeRegistration",
                "no",
                "reason",
                "10Y",
                "evidence",
                evidence(id, "w"));
        assertThat(findings(() -> desk.record(id, Entry.WITHDRAW_REGISTRATION, part, Cast.COUNSEL.person())))
                .extracting(Finding::code)
                .containsExactly("withdrawalIsOfTheWhole");
        desk.record(id, Entry.WITHDRAW_REGISTRATION, part.with("wholeRegistration", "yes"), Cast.COUNSEL.person());
        assertThat(gates.check(facts.of(id), Gate.G5))
                .extracting(Finding::code)
                .containsExactly("registrationWithdrawn");
        assertThat(gates.check(facts.of(id), Gate.G6)).extracting(Finding::code).contains("registrationWithdrawn");
    }

    @Test
    void progressOnEdinetGoesStepByStepWithTheApprovedBytes() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_STATEMENT);
        String sha = packages.of(facts.of(id), Filing.Stage.STATEMENT, Route.SRS_FULL)
                .orElseThrow()
                .sha256();
        String now = now(id).toString();
        FormValues uploaded =
                FormValues.of("stage", "STATEMENT", "state", "UPLOADED", "at", now.substring(0, 16), "sentSha256", sha);
        assertThat(findings(() -> desk.record(
                        id,
                        Entry.FILING_PROGRESS,
                        uploaded.with("state", "SUBMITTED").with("sentSha256", "0".repeat(64)),
                        Cast.COUNSEL.person())))
                .extracting(Finding::code)
                .contains("stateMayNotFollow", "sentBytesDiffer");
        desk.record(id, Entry.FILING_PROGRESS, uploaded, Cast.COUNSEL.person());
        desk.record(id, Entry.FILING_PROGRESS, uploaded.with("state", "PRECHECKED"), Cast.COUNSEL.person());
        String page = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD)
                .get("/deals/" + id + "/registration?lang=en")
                .body();
        assertThat(page).containsPattern("aria-current=\"step\"[^>]*>Pre-checked<");
    }

    @Test
    void twoPeopleLetOneActPassOneGateOnOneDay() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ALLOCATE);
        // take the confirmation of effectiveness away: G6 shuts
        DealId early = openAndStopBefore("SVN-2024", HumanTask.FILE_STATEMENT);
        FormValues ask = FormValues.of("gate", "G5", "act", "sounding", "reason", "practice of the override");
        assertThat(gates.check(facts.of(early), Entry.SOUNDING.gates(), "sounding"))
                .isNotEmpty();
        assertThat(findings(() -> desk.record(
                        early,
                        Entry.CONFIRM_OVERRIDE,
                        FormValues.of("gate", "G5", "act", "sounding", "remark", "x"),
                        Cast.ISSUER.person())))
                .extracting(Finding::code)
                .containsExactly("overrideNotAsked");
        desk.record(early, Entry.ASK_OVERRIDE, ask, Cast.LEAD.person());
        assertThat(findings(() -> desk.record(
                        early,
                        Entry.CONFIRM_OVERRIDE,
                        FormValues.of("gate", "G5", "act", "sounding", "remark", "x"),
                        Cast.LEAD.person())))
                .extracting(Finding::code)
                .containsExactly("overrideNeedsTwo");
        assertThat(findings(() -> desk.record(
                        early,
                        Entry.CONFIRM_OVERRIDE,
                        FormValues.of("gate", "G5", "act", "sounding", "remark", "x"),
                        Cast.ISSUER.person())))
                .extracting(Finding::code)
                .as("no counsel among the two")
                .containsExactly("overrideNeedsLegal");
        assertThat(gates.check(facts.of(early), Entry.SOUNDING.gates(), "sounding"))
                .isNotEmpty();
        desk.record(
                early,
                Entry.CONFIRM_OVERRIDE,
                FormValues.of("gate", "G5", "act", "sounding", "remark", "seen"),
                Cast.COUNSEL.person());
        assertThat(gates.check(facts.of(early), Entry.SOUNDING.gates(), "sounding"))
                .isEmpty();
        assertThat(gates.check(facts.of(early), Entry.ORDER.gates(), "order"))
                .as("another act")
                .isNotEmpty();
        String now = now(early).toString().substring(0, 16);
        desk.record(
                early,
                Entry.SOUNDING,
                FormValues.of(
                        "investor",
                        "x",
                        "investorClass",
                        "OTHER",
                        "at",
                        now,
                        "wallCrossed",
                        "yes",
                        "script",
                        "x",
                        "tranche",
                        "3Y"),
                Cast.LEAD.person());
        assertThat(desk.history(early))
                .filteredOn(e -> e.type().equals("gateOverridden"))
                .singleElement()
                .satisfies(e -> assertThat(e.body())
                        .contains(
                                "\"G5\"",
                                Cast.LEAD.person().value(),
                                Cast.COUNSEL.person().value(),
                                "practice of the override"));
        assertThat(gates.check(facts.of(early), Entry.SOUNDING.gates(), "sounding"))
                .as("a second act")
                .isNotEmpty();
        desk.movePracticeTime(
                early, now(early).plusDays(1).atZone(DealClock.TOKYO).toInstant(), Cast.LEAD.person());
        assertThat(gates.check(facts.of(early), Entry.SOUNDING.gates(), "sounding"))
                .as("the next day")
                .isNotEmpty();
        assertThat(id).isNotNull();
    }

    @Test
    void aChangeAfterFilingProposesAnAmendmentWithItsClock() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        assertThat(changes.since(facts.of(id))).isEmpty();
        desk.record(
                id,
                Entry.CHANGE_TRANCHE,
                FormValues.of("tranche", "3Y", "guidanceLowBp", "50", "guidanceHighBp", "60", "reason", "demand"),
                Cast.LEAD.person());
        assertThat(changes.since(facts.of(id))).isNotEmpty().allSatisfy(c -> {
            assertThat(c.kind()).isEqualTo(AmendmentClass.SECURITIES);
            assertThat(c.proposed()).contains(Document.AMENDED_STATEMENT);
            assertThat(c.ifFiledToday().orElseThrow().clock()).isEqualTo("K02");
            assertThat(c.basis()).isEqualTo("S:GL8-4");
        });
        assertThat(changes.since(facts.of(id)))
                .extracting(MaterialChanges.Change::field)
                .contains("tranches.3Y.guidanceLowBp");
    }

    @Test
    void aNewerPackMovesADealOnlyWhenAPersonDecides() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        RulePack of2024 = packs.inForce(LocalDate.of(2024, 8, 1));
        var files = new TreeMap<>(of2024.files());
        replace(files, "pack.csv", "2026-11,2014-01-01", "2027-04,2027-04-01");
        replace(
                files,
                "clocks.csv",
                "calendar days,\"D0 not counted, effective at start of D0+16\"",
                "calendar days,\"changed\"");
        String clocks = new String(files.get("clocks.csv"), StandardCharsets.UTF_8);
        files.put("clocks.csv", clocks.replace("K02 or else", "K02 or else").getBytes(StandardCharsets.UTF_8));
        replace(files, "timetable.csv", "SRS,S10,F,9,cd", "SRS,S10,F,12,cd");
        RulePack newer = packs.find(RulePack.read(files).sha256())
                .orElseGet(() -> packs.load(CanonicalZip.of(files), Cast.LEAD.person()));
        assertThat(packs.pinned(facts.of(id))).isEqualTo(of2024.sha256());
        assertThat(desk.impact(id, newer))
                .filteredOn(m -> m.kind() == PackImpact.Kind.DATE)
                .extracting(PackImpact.Move::field)
                .containsExactly("S10");
        String page = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD)
                .get("/rules/" + newer.sha256() + "/impact?lang=en")
                .body();
        assertThat(page).contains(id.value(), "S10");
        assertThat(gates.check(facts.of(id), Gate.G4)).extracting(Finding::code).doesNotContain("paperStale");
        desk.record(
                id,
                Entry.ADOPT_PACK,
                FormValues.of("packSha256", newer.sha256(), "adopt", "yes", "reason", "in force at pricing"),
                Cast.COUNSEL.person());
        assertThat(packs.pinned(facts.of(id))).isEqualTo(newer.sha256());
        assertThat(gates.check(facts.of(id), Gate.G4)).extracting(Finding::code).contains("paperStale");
        assertThat(findings(() -> packs.load(CanonicalZip.of(files), Cast.LEAD.person())))
                .extracting(Finding::code)
                .containsExactly("packAlreadyLoaded");
        DealId other = open("KOR-2023");
        assertThat(packs.pinned(facts.of(other))).as("a deal of 2023").isEqualTo(of2024.sha256());
    }

    private static void replace(Map<String, byte[]> files, String file, String was, String is) {
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(was);
        files.put(file, text.replace(was, is).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theCalendarFollowsADealThroughPostponementAndADroppedTranche() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        var before = calendar.entries(facts.of(id));
        assertThat(before).allMatch(e -> e.sequence() == 0 && !e.cancelled());
        desk.record(id, Entry.DROP_TRANCHE, FormValues.of("tranche", "3Y", "reason", "practice"), Cast.LEAD.person());
        assertThat(calendar.entries(facts.of(id)))
                .filteredOn(e -> e.key().startsWith("tranche/3Y/"))
                .isNotEmpty()
                .allMatch(e -> e.cancelled() && e.sequence() == 1);
        var visitor = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        String ics = visitor.get("/deals/" + id + "/timetable.ics?zone=Europe/Ljubljana&lang=en")
                .body();
        assertThat(ics)
                .contains("BEGIN:VTIMEZONE", "STATUS:CANCELLED", "UID:" + id + "/S09@samurai-desk", "METHOD:PUBLISH");
        assertThat(visitor.get("/deals/" + id + "/timetable.ics?zone=Europe/Ljubljana")
                        .body())
                .as("an unchanged deal gives equal bytes")
                .isEqualTo(ics);
        assertThat(visitor.get("/deals/" + id + "/timetable.xlsx").status()).isEqualTo(200);
        assertThat(visitor.get("/deals/" + id + "/timetable.pdf").body()).startsWith("%PDF");
        visitor.submit("/deals/" + id + "/calendar", "/deals/" + id + "/calendar/feed", Map.of(), "", "", new byte[0]);
        String page = visitor.get("/deals/" + id + "/calendar").body();
        var address =
                java.util.regex.Pattern.compile("/feeds/([0-9a-f]{48})\\.ics").matcher(page);
        assertThat(address.find()).isTrue();
        var stranger = new Visitor(port, "nobody", "");
        assertThat(stranger.read(address.group()).body()).contains("BEGIN:VCALENDAR");
        assertThat(stranger.read("/feeds/" + "0".repeat(48) + ".ics").status()).isEqualTo(404);
    }

    @Test
    void aWhatIfMovesOneDateAndShowsAllThatMoveWithIt() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        // pricing 29 August 2024 (gov.si) moved by a week: payment keeps its bank days; filing rows stay
        var shifts = calendar.whatIf(facts.of(id), "P", 7);
        assertThat(shifts)
                .extracting(DealCalendar.Shift::row)
                .contains("S11", "S13", "S16")
                .doesNotContain("S09", "S10");
        assertThat(shifts)
                .filteredOn(s -> s.row().equals("S13"))
                .singleElement()
                .satisfies(s -> assertThat(s.after()).isEqualTo(LocalDate.of(2024, 9, 5)));
        assertThat(calendar.entries(facts.of(id)))
                .filteredOn(e -> e.row().equals("S13"))
                .allMatch(e -> e.date().equals(LocalDate.of(2024, 8, 29)));
        assertThat(new Visitor(port, Cast.LEAD.person().value(), PASSWORD)
                        .get("/deals/" + id + "/calendar/what-if?move=P&days=7&lang=en")
                        .body())
                .contains("2024-09-05");
    }

    @Test
    void pagesOfTheRegistrationOpenForEveryRoleAndForNobodyElse() {
        DealId id = openAndStopBefore("IDN-2023", HumanTask.ALLOCATE);
        for (Cast who : Cast.values()) {
            var visitor = new Visitor(port, who.person().value(), PASSWORD);
            for (String path : List.of(
                    "/deals/" + id + "/registration",
                    "/deals/" + id + "/calendar",
                    "/routes?deal=" + id,
                    "/plan?payment=2027-05-10",
                    "/check-edinet",
                    "/rules")) {
                for (String language : List.of("ja", "en")) {
                    var answer = visitor.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                    assertThat(answer.status()).as(who + " " + path).isEqualTo(200);
                    assertThat(answer.body()).as(path).doesNotContain("??", ">page.", ">plan.", ">choice.");
                }
            }
        }
        var lead = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        assertThat(lead.submit("/check-edinet", "/rules", Map.of(), "pack", "p.zip", new byte[] {1})
                        .status())
                .as("only the administrator loads packs")
                .isEqualTo(403);
    }

    @Test
    void theDropPageChecksAnyPackageAndSurvivesAnyFile() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        byte[] clean = packages.of(facts.of(id), Filing.Stage.STATEMENT, Route.SRS_FULL)
                .orElseThrow()
                .bytes();
        var lead = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        assertThat(lead.submit("/check-edinet?lang=en", "/check-edinet", Map.of(), "package", "p.zip", clean)
                        .body())
                .contains("p.zip passes", Sha256.of(clean));
        byte[] cut = java.util.Arrays.copyOf(clean, clean.length / 2);
        var answer = lead.submit("/check-edinet", "/check-edinet", Map.of(), "package", "cut.zip", cut);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("cut.zip would be refused");
    }
}
