package io.github.samuraidesk.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.github.samuraidesk.audit.Verifier;
import io.github.samuraidesk.it.ServedProgram.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tour of the program in each role, in a real browser, on the sample deals. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> QUIET = List.of(
            "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-component-update", "--disable-extensions");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    private static final int WIDE = 1280;
    private static final int NARROW = 768;
    private static final int HEIGHT = 900;
    private static final String ROADSHOW = "/deals/SVN-2024/tasks/holdRoadshow";
    private static final String REGISTRATION = "/deals/SVN-2024/papers/securities-registration";

    private ServedProgram program;
    private Playwright playwright;
    private Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        DebianPackage.installWhereMissing(CHROMIUM, "chromium");
        program = new ServedProgram(folder);
        program.start();
        program.awaitSamples();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setHeadless(true)
                .setChromiumSandbox(false)
                .setArgs(QUIET));
    }

    @AfterAll
    void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (program != null) {
            program.close();
        }
    }

    @AfterEach
    void leave() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    private Page page(int width) {
        return opened(new Browser.NewContextOptions()
                .setBaseURL(program.address())
                .setLocale("ja-JP")
                .setAcceptDownloads(true)
                .setViewportSize(width, HEIGHT));
    }

    /** A page with cookies of its own: two of them are two people. */
    private Page opened(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        return context.newPage();
    }

    private Page signedIn(String person) {
        return signedIn(person, WIDE);
    }

    private Page signedIn(String person, int width) {
        Page page = page(width);
        signIn(page, person);
        return page;
    }

    private static void signIn(Page page, String person) {
        page.navigate("/login");
        page.fill("#username", person);
        page.fill("#password", ServedProgram.PASSWORD);
        page.click("main button.primary");
        // to the first page, or to the one that was asked for
        page.waitForURL(url -> !url.contains("/login"));
    }

    // Lead manager

    @Test
    void leadIsToldAllThatIsMissingAndWhatWasTypedStays() {
        Page page = signedIn("lead");
        assertThat(page.locator("a[href='" + ROADSHOW + "']")).isVisible();
        page.click("a[href='/deals/SVN-2024']");
        page.click("a[href='" + ROADSHOW + "']");
        page.selectOption("#outcome", "");
        page.fill("#reason", "");
        page.click("button[value=complete]");
        assertThat(page.locator("#outcome-faults")).isVisible();
        page.selectOption("#outcome", "HELD");
        page.click("button[value=complete]");
        assertThat(page.locator("#noReferenceToTheBond-faults")).isVisible();
        assertThat(page.locator("#evidence-faults")).isVisible();

        page.navigate(ROADSHOW);
        page.selectOption("#outcome", "");
        page.fill("#reason", "投資家説明会の記録は\n「別紙」のとおり");
        page.click("button[value=complete]");
        assertThat(page.locator("#outcome-faults")).isVisible();
        assertThat(page.locator("#reason")).hasValue("投資家説明会の記録は\n「別紙」のとおり");
    }

    @Test
    void halfFilledDraftIsStillThereAfterSigningOutAndIn() {
        Page page = signedIn("lead");
        page.navigate(ROADSHOW);
        page.fill("#reason", "途中まで");
        page.selectOption("#outcome", "HELD");
        page.click("button[value=save]");
        page.waitForURL("**/holdRoadshow?saved*");
        page.click(".who button");
        page.waitForURL("**/login?out*");
        page.navigate(ROADSHOW);
        page.waitForURL("**/login*");

        signIn(page, "lead");
        page.navigate(ROADSHOW);
        assertThat(page.locator("#reason")).hasValue("途中まで");
        assertThat(page.locator("#outcome")).hasValue("HELD");
        assertThat(page.locator("#noReferenceToTheBond")).hasValue("");
    }

    @Test
    void soundingBeforeFilingIsRefusedOnThePageOverRestAndInTheHistory() throws Exception {
        Page page = signedIn("lead");
        page.navigate("/deals/SVN-2024/entries/sounding");
        assertThat(page.locator("main form.fields button.primary")).isDisabled();
        assertThat(page.locator("#why-not")).containsText("G5");
        assertThat(page.locator("#why-not")).containsText("発行者の弁護士");

        var sounding = Map.of(
                "investor", "試験生命保険", "investorClass", "LIFE_INSURER", "at", "2024-06-06T10:00", "wallCrossed", "no",
                "script", "S1", "tranche", "3Y");
        Answer answer =
                program.post("/api/deals/SVN-2024/entries/sounding", Map.of("values", sounding), "lead");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.rules()).containsExactly("G5");
        var finding = answer.body().path("findings").get(0);
        assertThat(finding.path("source").asString()).contains("FIEA Art. 4(1)");
        assertThat(finding.path("field").asString()).isEqualTo("fileStatement");
        assertThat(finding.path("whoCanAct").asString()).isEqualTo("ISSUERS_COUNSEL");

        page.navigate("/deals/SVN-2024/history");
        assertThat(page.locator("tr.refused").first()).containsText("G5");
    }

    // Legal

    @Test
    void reviewerReadsThePaperAndRejectsItWithARemark() {
        Page page = signedIn("reviewer");
        page.click("a[href='" + REGISTRATION + "']");
        String pdf = page.locator("iframe").getAttribute("src");
        var file = page.request().get(pdf);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().get("content-type")).isEqualTo("application/pdf");
        assertThat(new String(file.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

        page.fill("#remark", "利率の欄を見直すこと");
        page.click("button.danger");
        assertThat(page.locator(".paper .chip.bad")).hasText("差戻し");
        assertThat(page.locator("main")).containsText("利率の欄を見直すこと");
    }

    @Test
    void counselIsAskedForPapersAndMayEditTheirSlots() {
        Page page = signedIn("counsel");
        page.click("a[href='/deals/PHL-2019/tasks/draftPapers']");
        assertThat(page.locator("button[value=complete]")).isEnabled();
        page.navigate(REGISTRATION);
        assertThat(page.locator("a[href*='/entries/slot']").first()).isAttached();
        // who filled them is a preparer
        assertThat(page.locator("form[action$='/entries/approve'] button.primary")).isDisabled();
    }

    /** In a deal of its own: what two people do to each other here, no other test expects. */
    @Test
    void ofTwoReviewersAtOnceNoneDecidesOnWhatTheOtherHasChanged() throws Exception {
        String deal = "/deals/HUN-2022";
        String conditions = deal + "/papers/conditions-of-bonds";
        var walk = new ScriptedWalk(program, List.of("HUN-2022"));
        walk.runUntil("HUN-2022", "reviewPapers");
        Page reviewer = signedIn("reviewer");
        Page partner = signedIn("partner");

        // what one remarks, the other reads
        partner.navigate(conditions);
        reviewer.navigate(conditions);
        reviewer.fill("#place", "8");
        reviewer.fill("#comment-text", "時効の年数を確認のこと");
        reviewer.click("form[action$='/entries/comment'] button");
        reviewer.waitForURL("**" + conditions + "?entered=comment");
        partner.reload();
        assertThat(partner.locator("main")).containsText("時効の年数を確認のこと");

        // the partner approves; the reviewer has the same version open and looks into the clauses first
        partner.click("form[action$='/entries/approve'] button.primary");
        partner.waitForURL("**" + conditions + "?entered=approve");
        assertThat(partner.locator(".says .chip.good")).hasCount(1);
        Page openPaper = reviewer.context().newPage();
        openPaper.navigate(conditions);
        Page openClauses = reviewer.context().newPage();
        openClauses.navigate(deal + "/clauses");
        partner.navigate(deal + "/clauses");

        // the reviewer asks for other words, the partner takes them over
        reviewer.navigate(deal + "/clauses");
        reviewer.click("#clause-prescription a[href*='proposeChange']");
        reviewer.fill("#textJa", "消滅時効は、元本については10年、利息については3年で完成する。");
        reviewer.fill("#textEn", "Claims are extinguished by prescription after 10 years for principal and 3 years for interest.");
        reviewer.fill("#reason", "改正後の民法");
        reviewer.click("button[value=complete]");
        reviewer.waitForURL("**" + deal + "/clauses?entered=proposeChange");
        assertThat(partner.locator(".proposal")).hasCount(0);
        partner.reload();
        assertThat(partner.locator(".proposal ins").first()).hasText("3");
        assertAccessibleAndWithinItsWidth(partner);
        partner.click(".proposal button[name=accepted][value=yes]");
        partner.waitForURL("**" + deal + "/clauses?entered=decideProposal");

        // the reviewer's page still shows the old words: no signature under them
        openClauses.locator("form[action$='/entries/signClauses']:has(input[value=REVIEWER]) button").click();
        assertThat(openClauses.locator("main")).containsText("このページの表示後に条項が変更されました");

        // drafted anew, the version that the reviewer has open is gone, and the partner is a preparer now
        Answer sentBack = program.post(
                "/api/deals/HUN-2022/tasks/reviewPapers",
                Map.of("values", Map.of("verdict", "REJECT", "findings", "時効")),
                "reviewer");
        assertThat(sentBack.status()).isEqualTo(200);
        walk.runUntil("HUN-2022", "reviewPapers");
        openPaper.click("form[action$='/entries/approve'] button.primary");
        assertThat(openPaper.locator("main")).containsText("表示した後に作り直されています");
        partner.navigate(conditions);
        assertThat(partner.locator(".says .chip.bad")).hasCount(1);
        assertThat(partner.locator("form[action$='/entries/approve'] button.primary")).isDisabled();
        reviewer.navigate(conditions + "/redline");
        assertThat(reviewer.locator(".redline ins").first()).isVisible();
        assertAccessibleAndWithinItsWidth(reviewer);
        // who proposed the words is a preparer too: a colleague approves
        reviewer.navigate(conditions);
        assertThat(reviewer.locator("form[action$='/entries/approve'] button.primary")).isDisabled();
        Page senior = signedIn("senior");
        senior.navigate(conditions);
        senior.click("form[action$='/entries/approve'] button.primary");
        senior.waitForURL("**" + conditions + "?entered=approve");
        assertThat(senior.locator(".says .chip.good")).hasCount(1);
    }

    // The others

    @Test
    void issuerSeesItsTasksAndTheBids() {
        Page page = signedIn("issuer");
        assertThat(page.locator("a[href='/deals/SVN-2024/tasks/appointAgents']")).isVisible();
        page.navigate("/deals/HUN-2022/bids");
        assertThat(page.locator("section.bids .card").first()).isVisible();
    }

    @Test
    void agentIsAskedToConfirmTheNewRecord() {
        Page page = signedIn("agent");
        page.click("a[href='/deals/KEXIM-2018/tasks/confirmNewRecord']");
        assertThat(page.locator("#fundsNotice")).isEnabled();
        assertThat(page.locator("button[value=complete]")).isEnabled();
    }

    @Test
    void managerSeesTheBookButCannotCompleteTheLeadsTask() {
        Page page = signedIn("manager");
        page.navigate("/deals/IDN-2023/book");
        assertThat(page.locator("section.book")).isVisible();
        page.navigate("/deals/IDN-2023/tasks/runBook");
        assertThat(page.locator("button[value=complete]")).isDisabled();
        assertThat(page.locator("#startedOn")).isDisabled();
        assertThat(page.locator("#why-not")).containsText("権限");
    }

    @Test
    void auditorReplaysADealAndTakesASoundEvidencePack() throws IOException {
        Page page = signedIn("auditor");
        page.click("a[href='/deals/IDN-2018/history']");
        page.locator(".diagram.drawn").first().waitFor();
        assertThat(page.locator(".diagram:not(.drawn)")).hasCount(0);
        assertThat(page.locator(".diagram.drawn .djs-element.done").first()).isAttached();
        assertThat(page.locator("main form")).hasCount(1);

        Download pack = page.waitForDownload(() -> page.click("form[action$='/evidence'] button"));
        Verifier.Result result = Verifier.verify(Files.readAllBytes(pack.path()), Optional.empty());
        assertThat(result.faults()).isEmpty();
        assertThat(result.deal()).isEqualTo("IDN-2018");
    }

    @Test
    void auditorOnlyReadsARunningDeal() throws Exception {
        Page page = signedIn("auditor");
        page.navigate("/deals/SVN-2024");
        assertThat(page.locator("main form")).hasCount(0);
        Answer moved = program.post(
                "/api/deals/SVN-2024/practice-time?to=2024-06-07T01:00:00Z", Map.of(), "auditor");
        assertThat(moved.status()).isEqualTo(403);
    }

    @Test
    void dealDoesNotExistForThoseWhoAreNotItsMembers() throws Exception {
        Page page = signedIn("admin");
        assertThat(page.locator("a[href='/deals/SVN-2024']")).hasCount(0);
        assertThat(page.navigate("/deals/SVN-2024").status()).isEqualTo(404);
        assertThat(page.navigate(REGISTRATION).status()).isEqualTo(404);
        assertThat(program.get("/api/deals/SVN-2024", "admin").status()).isEqualTo(404);
    }

    @Test
    void everyPageSpeaksJapaneseAndEnglish() {
        Page page = signedIn("lead");
        page.navigate(ROADSHOW);
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        assertThat(page.locator("button[value=complete]")).hasText("完了する");
        page.click(".langs a[lang=en]");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("button[value=complete]")).hasText(Pattern.compile("Complete"));
        page.navigate("/");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator(".tabs, nav.main").first()).not().containsText(Pattern.compile("[ぁ-んァ-ヶ一-龠]"));
    }

    @Test
    void secondClickOnCompleteIsRefusedAsStaleAndTheTaskIsRecordedOnce() throws Exception {
        String path = "/api/deals/CASA-2025";
        String task = "chooseSelection";
        String taskId = program.get(path, "issuer").body().path("tasks").valueStream()
                .filter(t -> t.path("task").asString().equals(task))
                .findFirst()
                .orElseThrow()
                .path("taskId")
                .asString();
        var values = program.get(path + "/script/" + task + "/values", "issuer").body().path("values");
        var together = new CyclicBarrier(2);
        Callable<Answer> click = () -> {
            together.await(10, TimeUnit.SECONDS);
            return program.post(path + "/tasks/" + task, Map.of("taskId", taskId, "values", values), "issuer");
        };
        ExecutorService clicks = Executors.newFixedThreadPool(2);
        try {
            var answers = clicks.invokeAll(List.of(click, click)).stream()
                    .map(BrowserIT::result)
                    .toList();
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            assertThat(answers).filteredOn(a -> a.status() == 409).first().satisfies(a -> assertThat(a.rules())
                    .contains("STALE"));
        } finally {
            clicks.shutdownNow();
        }
        assertThat(program.get(path, "issuer").body().path("completed").valueStream()
                        .filter(t -> t.path("task").asString().equals(task))
                        .map(t -> t.path("times").asInt()))
                .containsExactly(1);
    }

    private static Answer result(java.util.concurrent.Future<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    // For everybody

    @Test
    void figuresFollowTheTypingWithoutLeavingThePage() {
        Page page = signedIn("issuer");
        page.navigate("/deals/KOR-2023/tranches/10Y?lang=en");
        page.evaluate("window.samePage = true");
        page.fill("#in-value", "98.76");
        assertThat(page.locator("#sheet .hero")).containsText("98.760000");
        page.fill("#in-value", "98.76x");
        assertThat(page.locator("#sheet .findings")).containsText("Clean price");
        // what was typed is still there, and mending it brings the figures back
        assertThat(page.locator("#in-value")).hasValue("98.76x");
        page.fill("#in-value", "101.5");
        assertThat(page.locator("#sheet .hero")).containsText("101.500000");
        assertThat(page.evaluate("window.samePage")).isEqualTo(true);
        assertThat(page.locator("#sheet figure svg")).hasCount(4);
    }

    @Test
    void draggingADateShowsAllThatMovesAndChangesNothing() {
        Page page = signedIn("lead");
        page.navigate("/deals/SVN-2024/calendar?lang=en");
        page.evaluate("window.samePage = true");
        page.locator("input[name=days]")
                .evaluate("(e, v) => { e.value = v; e.dispatchEvent(new Event('input', {bubbles: true})) }", "7");
        assertThat(page.locator("#shifts")).containsText("2024-09-05");
        assertThat(page.locator("#shifts tbody tr").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("S13")))
                .containsText("2024-08-29");
        assertThat(page.evaluate("window.samePage")).isEqualTo(true);
        page.reload();
        assertThat(page.locator("#shifts tbody tr")).hasCount(0);
        assertThat(page.locator(".gantt .lane.phase").first()).isVisible();
    }

    @Test
    void anImpossiblePaymentDateNamesTheNearestThatCanBeMet() {
        Page page = signedIn("lead");
        // a Sunday
        page.navigate("/plan?payment=2027-06-06&lang=en");
        assertThat(page.locator("[role=status]")).containsText("cannot be done");
        page.locator("[role=status] a").click();
        assertThat(page.locator("[role=status]")).containsText("can be done");
    }

    @Test
    void aPackageDroppedOnTheCheckPageIsReadAndAnswered(@TempDir Path folder) throws Exception {
        Page page = signedIn("counsel");
        page.navigate("/deals/IDN-2018/registration?lang=en");
        Download download = page.waitForDownload(() ->
                page.getByText("Download the package").first().click());
        Path zip = folder.resolve("package.zip");
        download.saveAs(zip);
        page.navigate("/check-edinet");
        page.setInputFiles("input[name=package]", zip);
        page.click("main button.primary");
        assertThat(page.locator("[role=status]")).containsText("package.zip passes");
        byte[] cut = Files.readAllBytes(zip);
        Path broken = folder.resolve("broken.zip");
        Files.write(broken, java.util.Arrays.copyOf(cut, cut.length - 40));
        page.setInputFiles("input[name=package]", broken);
        page.click("main button.primary");
        assertThat(page.locator("[role=status]")).containsText("broken.zip would be refused");
    }

    @Test
    void theSamePageWorksWithoutScripts() {
        Page page = opened(new Browser.NewContextOptions()
                .setBaseURL(program.address())
                .setJavaScriptEnabled(false)
                .setViewportSize(WIDE, HEIGHT));
        signIn(page, "issuer");
        page.navigate("/deals/KOR-2023/tranches/10Y?lang=en");
        page.fill("#in-value", "98.76");
        page.click(".what-if button.primary");
        assertThat(page.locator("#sheet .hero")).containsText("98.760000");
    }

    @Test
    void thePricingSheetIsAnArchivablePdfAndTheWorkbookHasFormulas() throws Exception {
        Page page = signedIn("issuer");
        byte[] pdf = page.request().get("/deals/KOR-2023/tranches/10Y/sheet.pdf").body();
        org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
        assertThat(VeraPdfIT.failedRules(pdf, org.verapdf.pdfa.flavours.PDFAFlavour.PDFA_2_U)).isEmpty();
        byte[] xlsx = page.request().get("/deals/KOR-2023/tranches/10Y/sheet.xlsx").body();
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(xlsx))) {
            long formulas = 0;
            for (var sheet : book) {
                for (var row : sheet) {
                    for (var cell : row) {
                        formulas += cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA ? 1 : 0;
                    }
                }
            }
            assertThat(formulas).isGreaterThan(200);
        }
    }

    private static String in(String path, String language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    private static Stream<Arguments> pages() {
        return Stream.of(
                        new String[] {"", "/login"},
                        new String[] {"lead", "/"},
                        new String[] {"reviewer", "/"},
                        new String[] {"lead", "/deals/SVN-2024"},
                        new String[] {"lead", ROADSHOW},
                        new String[] {"lead", "/deals/BPCE-2015-T2/tasks/priceTranches"},
                        new String[] {"lead", "/deals/SVN-2024/entries/sounding"},
                        new String[] {"reviewer", REGISTRATION},
                        new String[] {"auditor", "/deals/IDN-2018/history"},
                        new String[] {"lead", "/deals/SVN-2024/calendar"},
                        new String[] {"issuer", "/deals/IDN-2018/prices"},
                        new String[] {"lead", "/deals/IDN-2018/book"},
                        new String[] {"issuer", "/deals/KOR-2023/prices"},
                        new String[] {"issuer", "/deals/KOR-2023/tranches/10Y"},
                        new String[] {"lead", "/deals/CASA-2025/tranches/5Y-FRN"},
                        new String[] {"lead", "/deals/SVN-2024/entries/quotes"},
                        new String[] {"lead", "/deals/KOR-2023/calendar"},
                        new String[] {"counsel", "/deals/KOR-2023/registration"},
                        new String[] {"auditor", "/deals/IDN-2018/registration"},
                        new String[] {"lead", "/routes"},
                        new String[] {"lead", "/plan?payment=2027-05-06"},
                        new String[] {"counsel", "/check-edinet"},
                        new String[] {"lead", "/rules"},
                        new String[] {"auditor", "/method/yields"},
                        new String[] {"lead", "/deals/new"})
                .flatMap(p -> Stream.of(
                        Arguments.of(p[0], in(p[1], "ja"), WIDE),
                        Arguments.of(p[0], in(p[1], "ja"), NARROW),
                        Arguments.of(p[0], in(p[1], "en"), NARROW)));
    }

    @ParameterizedTest(name = "{1} for {0} at {2} px")
    @MethodSource("pages")
    void pageIsAccessibleAndFitsItsWidth(String person, String path, int width) {
        Page page = person.isEmpty() ? page(width) : signedIn(person, width);
        page.navigate(path);
        if (path.contains("history")) {
            page.locator(".diagram.drawn").first().waitFor();
        }
        assertAccessibleAndWithinItsWidth(page);
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "reviewer, /deals/SVN-2024/clauses",
        "counsel, /clauses",
        "counsel, /clauses/purchase",
        "reviewer, /deals/SVN-2024/papers/conditions-of-bonds/figures",
        "reviewer, /deals/SVN-2024/papers/conditions-of-bonds/redline",
        "reviewer, /whose-paper"
    })
    void pageOfTheReviewIsAccessibleInEveryLanguage(String person, String path) {
        assertAccessibleInEveryLanguage(signedIn(person), path);
    }

    @Test
    void impactOfARulePackIsAccessibleInEveryLanguage() {
        Page page = signedIn("lead");
        page.navigate("/rules");
        assertAccessibleInEveryLanguage(
                page, page.locator("a[href$='/impact']").first().getAttribute("href"));
    }

    private static void assertAccessibleInEveryLanguage(Page page, String path) {
        for (String language : List.of("ja", "en", "zh-CN", "zh-TW")) {
            for (int width : new int[] {WIDE, NARROW}) {
                page.setViewportSize(width, HEIGHT);
                page.navigate(in(path, language));
                assertThat(page.locator("html")).hasAttribute("lang", language);
                assertAccessibleAndWithinItsWidth(page);
            }
        }
    }

    private static void assertAccessibleAndWithinItsWidth(Page page) {
        // The drawing library's SVG and the browser's own PDF viewer are not this program's markup.
        var violations = new AxeBuilder(page)
                .withTags(WCAG)
                .exclude(".diagram")
                .exclude("iframe")
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .flatMap(v -> v.getNodes().stream()
                                .map(n -> v.getId() + " at " + n.getTarget() + ": " + n.getHtml()))
                        .toList())
                .as("faults of %s", page.url())
                .isEmpty();
        int overflow = (int) page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("pixels to scroll sideways on %s", page.url()).isLessThanOrEqualTo(0);
    }
}
