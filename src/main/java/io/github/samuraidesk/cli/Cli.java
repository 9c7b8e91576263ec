package io.github.samuraidesk.cli;

import io.github.samuraidesk.audit.Verifier;
import io.github.samuraidesk.calendar.JapanCalendars;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.edinet.CheckReport;
import io.github.samuraidesk.edinet.EdinetFault;
import io.github.samuraidesk.edinet.EdinetMessages;
import io.github.samuraidesk.edinet.EdinetRules;
import io.github.samuraidesk.edinet.PackageCheck;
import io.github.samuraidesk.pricing.batch.PriceFiles;
import io.github.samuraidesk.pricing.batch.Summary;
import io.github.samuraidesk.pricing.batch.UnreadableTableException;
import io.github.samuraidesk.rehearsal.RehearsalOutput;
import io.github.samuraidesk.rehearsal.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The shell's verbs. Exit codes: 0 done, 1 findings, 2 a bad call. Errors go to the error stream, one line each. */
public final class Cli {

    private static final Set<String> VERBS =
            Set.of("rehearse", "verify", "price", "check-edinet", "help", "--help", "-h");
    private static final String HELP = """
            samurai-desk, without a verb: serves the program on http://localhost:8080

              rehearse TERMSHEET.yaml [--assumed FILE] --out DIR
                  steps the deal through its processes with scripted people on a movable clock and writes
                  timetable, papers, checklists and evidence pack; all of it says リハーサル.
                  Assumptions default to TERMSHEET.assumed.yaml beside the term sheet.
              verify PACK.zip [--head HASH] [--paper FILE.pdf]
                  checks an evidence pack offline; with --head, against a head that was kept apart; with
                  --paper, says which version of which paper a PDF is, and who approved it.
              price BONDS.csv [--curves CURVES.csv] [--jgb JGB.csv] --out RESULT.csv [--partial]
                  prices a table of bonds, one row of the result for each row without fault, in order.
                  Bonds, columns by name in any order: case_id,curve_id,settle,issue,first_coupon,maturity,
                  coupon,freq,accrual_dc,pay_bdc,eom,mode,value,par_z_bp and, where the last period is odd,
                  last_regular_coupon and, where the terms move the maturity back to a business day,
                  redemption: coupons stay on the days of maturity, the last payment is on redemption.
                  Dates 2024-06-20, coupon and yield in percent, price per 100;
                  accrual_dc ACT365F|ICMA|30/360|30E/360, pay_bdc F|P|MF|U, mode CLEAN|DIRTY|YIELD.
                  Curves: curve_id,valuation,tenor,rate (TONA swaps); JGB: curve_id,years,rate; percent.
                  Without a curve its fields stay empty; a curve with a fault is one finding for the file.
                  A figure without a value at the price stays empty and is named; the row stands.
                  edge is 1 where a coupon brought forward is paid by settlement (ex-interest: nothing
                  accrues and the buyer gets no part of it), else 0.
                  A row with faults is named on the error stream and stops no other. RESULT.csv appears
                  when complete; with --partial the rows can be seen coming in RESULT.csv.partial, which
                  is renamed at the end and stays when the run breaks off. UTF-8, or Shift_JIS in.
              check-edinet PACKAGE.zip [--lang ja|en]
                  checks an EDINET package against every rule of the file specification that a package can
                  show. One line a finding: rule, weight, file and line, what is wrong, how to mend it, and the
                  authority's own error code where one is published. Hints (INFO) leave the exit code at 0.
              --help
                  this text

            Exit codes: 0 done, 1 findings, 2 bad call.
            """;

    private Cli() {}

    public static boolean isVerb(String[] args) {
        return args.length > 0 && (VERBS.contains(args[0]) || !args[0].startsWith("-"));
    }

    /** @param application the application that a rehearsal starts in memory */
    public static int run(Class<?> application, String[] args, PrintStream out, PrintStream err) {
        var utf8Out = new PrintStream(out, true, StandardCharsets.UTF_8);
        var utf8Err = new PrintStream(err, true, StandardCharsets.UTF_8);
        return switch (args[0]) {
            case "help", "--help", "-h" -> {
                utf8Out.print(HELP);
                yield 0;
            }
            case "verify" -> verify(List.of(args).subList(1, args.length), utf8Out, utf8Err);
            case "check-edinet" -> checkEdinet(List.of(args).subList(1, args.length), utf8Out, utf8Err);
            case "price" -> price(List.of(args).subList(1, args.length), utf8Out, utf8Err);
            case "rehearse" -> rehearse(application, List.of(args).subList(1, args.length), utf8Out, utf8Err);
            default -> badCall(utf8Err, "no verb " + args[0]);
        };
    }

    private static int badCall(PrintStream err, String what) {
        err.println("samurai-desk: " + what + "; see --help");
        return 2;
    }

    /** Takes an option and its value out of the arguments. */
    private static Optional<String> option(List<String> args, String name) {
        int at = args.indexOf(name);
        if (at < 0 || at + 1 >= args.size()) {
            return Optional.empty();
        }
        String value = args.get(at + 1);
        args.remove(at + 1);
        args.remove(at);
        return Optional.of(value);
    }

    private static int verify(List<String> given, PrintStream out, PrintStream err) {
        var args = new ArrayList<>(given);
        Optional<String> head = option(args, "--head");
        Optional<String> paper = option(args, "--paper");
        if (args.size() != 1) {
            return badCall(err, "verify takes one pack");
        }
        byte[] pack;
        try {
            pack = Files.readAllBytes(Path.of(args.get(0)));
        } catch (IOException e) {
            return badCall(err, "cannot read " + args.get(0));
        }
        Verifier.Result result = Verifier.verify(pack, head);
        if (result.rehearsal()) {
            out.println("リハーサル REHEARSAL: this pack is of a practice deal");
        }
        if (!result.isSound()) {
            result.faults().forEach(f -> err.println("samurai-desk: " + f));
            return 1;
        }
        out.println("sound: deal " + result.deal() + ", " + result.files() + " files, " + result.events() + " events");
        result.notes().forEach(n -> out.println("note: " + n));
        out.println("head: " + result.head());
        head.ifPresent(
                h -> out.println("the given head is in the chain; " + result.eventsAfterHead() + " events follow it"));
        return paper.isEmpty() ? 0 : paper(pack, paper.get(), out, err);
    }

    private static int paper(byte[] pack, String file, PrintStream out, PrintStream err) {
        byte[] pdf;
        try {
            pdf = Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            return badCall(err, "cannot read " + file);
        }
        Verifier.PaperFound found = Verifier.paper(pack, pdf);
        if (!found.isKnown()) {
            err.println("samurai-desk: " + file + " is no paper of this deal, or it was changed (SHA-256 "
                    + found.sha256() + ")");
            return 1;
        }
        out.println(file + ": " + found.paper() + ", version " + found.version() + " of " + found.versions());
        found.verdicts().forEach(v -> out.println("  " + v));
        if (found.verdicts().isEmpty()) {
            out.println("  nobody gave a verdict on this version");
        }
        return 0;
    }

    private static int checkEdinet(List<String> given, PrintStream out, PrintStream err) {
        var args = new ArrayList<>(given);
        String language =
                option(args, "--lang").orElseGet(() -> Locale.getDefault().getLanguage());
        if (args.size() != 1 || args.get(0).startsWith("--")) {
            return badCall(err, "check-edinet takes one package");
        }
        Path zip = Path.of(args.get(0));
        if (!Files.isReadable(zip) || Files.isDirectory(zip)) {
            return badCall(err, "cannot read " + zip);
        }
        EdinetRules rules = EdinetRules.builtIn();
        EdinetMessages messages = EdinetMessages.of(Locale.forLanguageTag(language));
        CheckReport report = new PackageCheck(rules).check(zip);
        for (EdinetFault fault : report.faults()) {
            String ec = fault.rule().equals(PackageCheck.ZIP)
                    ? ""
                    : rules.rule(fault.rule()).ecCode();
            err.println("samurai-desk: " + fault.rule() + (ec.isEmpty() ? "" : " " + ec) + " " + fault.severity() + " "
                    + fault.file() + (fault.line() > 0 ? ":" + fault.line() : "") + " " + messages.text(fault) + " "
                    + messages.mend(fault, rules));
        }
        out.println(zip + ": " + (report.isClean() ? "clean" : report.hasErrors() ? "would be refused" : "warnings")
                + ", " + report.files() + " files, " + report.bytes() + " bytes, "
                + report.rulesChecked().size() + " rules");
        return report.isClean() ? 0 : 1;
    }

    private static int price(List<String> given, PrintStream out, PrintStream err) {
        var args = new ArrayList<>(given);
        Optional<Path> curves = option(args, "--curves").map(Path::of);
        Optional<Path> jgb = option(args, "--jgb").map(Path::of);
        Optional<Path> result = option(args, "--out").map(Path::of);
        boolean partial = args.remove("--partial");
        if (args.size() != 1 || args.get(0).startsWith("--") || result.isEmpty()) {
            return badCall(err, "price takes one table of bonds and --out RESULT.csv");
        }
        var files = new PriceFiles(Path.of(args.get(0)), curves, jgb, result.get(), partial);
        var refusals = new AtomicLong();
        try {
            Summary summary = files.price(JapanCalendars.load().bank(), finding -> {
                refusals.addAndGet(finding.note() ? 0 : 1);
                err.println("samurai-desk: " + finding);
            });
            out.println(result.get() + ": " + summary.priced() + " of " + summary.rows() + " rows priced");
            return refusals.get() == 0 ? 0 : 1;
        } catch (UnreadableTableException e) {
            if (e.findings().isEmpty()) {
                return badCall(err, e.getMessage());
            }
            e.findings().forEach(finding -> err.println("samurai-desk: " + finding));
            return 2;
        } catch (IOException e) {
            return badCall(err, "cannot write " + result.get() + ": " + e.getMessage());
        }
    }

    private static int rehearse(Class<?> application, List<String> given, PrintStream out, PrintStream err) {
        var args = new ArrayList<>(given);
        Optional<String> outDir = option(args, "--out");
        Optional<String> assumedFile = option(args, "--assumed");
        if (args.size() != 1 || outDir.isEmpty()) {
            return badCall(err, "rehearse takes one term sheet and --out DIR");
        }
        Path termSheet = Path.of(args.get(0));
        Path assumed = assumedFile
                .map(Path::of)
                .orElseGet(() -> termSheet.resolveSibling(
                        termSheet.getFileName().toString().replaceFirst("\\.ya?ml$", ".assumed.yaml")));
        String text;
        Optional<String> assumption;
        try {
            text = Files.readString(termSheet);
            assumption = Files.exists(assumed) ? Optional.of(Files.readString(assumed)) : Optional.empty();
        } catch (IOException e) {
            return badCall(err, "cannot read " + termSheet + " as UTF-8 text");
        }
        try {
            Sample sample = Sample.of(text, assumption);
            try (var context = new SpringApplicationBuilder(application)
                    .web(WebApplicationType.NONE)
                    .profiles("rehearsal")
                    .logStartupInfo(false)
                    .run()) {
                return context.getBean(RehearsalOutput.class).write(sample, Path.of(outDir.get()), out, err);
            }
        } catch (Refused refused) {
            refused.findings().forEach(f -> err.println("samurai-desk: " + line(f)));
            return 1;
        } catch (IOException e) {
            return badCall(err, "cannot write to " + outDir.get());
        }
    }

    private static String line(Finding f) {
        return (f.field() + ": " + f.code() + " " + String.join(", ", f.args())).strip();
    }
}
