package io.github.samuraidesk.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice Writer without a screen, with a profile of its own, deciding the tracked changes of documents. */
final class Writer {

    private static final Path INSTALLED = Path.of("/usr/lib/libreoffice/program/libswlo.so");
    private static final int MOST_SECONDS = 90;

    private static final String LIBRARY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
            <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
             library:readonly="false" library:passwordprotected="false">
             <library:element library:name="Changes"/>
            </library:library>
            """;

    private static final String MODULE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
            <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes"
             script:language="StarBasic">
            Function Prop(n, v)
              Dim p As New com.sun.star.beans.PropertyValue
              p.Name = n
              p.Value = v
              Prop = p
            End Function

            Sub Decide(folder, file, decision)
              doc = StarDesktop.loadComponentFromURL(folder + file, "_blank", 0, Array(Prop("Hidden", True)))
              view = doc.CurrentController.ViewCursor
              frame = doc.CurrentController.Frame
              dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
              If decision = "ACCEPT_ALL" Then
                dispatcher.executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, Array())
              ElseIf decision = "REJECT_ALL" Then
                dispatcher.executeDispatch(frame, ".uno:RejectAllTrackedChanges", "", 0, Array())
              Else
                steps = 0
                pending = doc.Redlines.createEnumeration()
                Do While pending.hasMoreElements() And steps &lt; 5000
                  change = pending.nextElement()
                  view.gotoRange(change.RedlineStart, False)
                  view.gotoRange(change.RedlineEnd, True)
                  If (change.RedlineType = "Insert") = (decision = "KEEP_EVERYTHING") Then
                    dispatcher.executeDispatch(frame, ".uno:AcceptTrackedChange", "", 0, Array())
                  Else
                    dispatcher.executeDispatch(frame, ".uno:RejectTrackedChange", "", 0, Array())
                  End If
                  steps = steps + 1
                  pending = doc.Redlines.createEnumeration()
                Loop
              End If
              doc.storeToURL(folder + file + "." + decision + ".txt", _
                Array(Prop("FilterName", "Text (encoded)"), Prop("FilterOptions", "UTF8,LF")))
              doc.close(True)
            End Sub

            Sub DecideAll(folder, decisions)
              Dim files(1000) As String
              count = 0
              file = Dir(folder + "*.docx", 0)
              Do While file &lt;&gt; ""
                files(count) = file
                count = count + 1
                file = Dir()
              Loop
              For i = 0 To count - 1
                For Each decision In Split(decisions, "+")
                  Decide(folder, files(i), decision)
                Next
              Next
            End Sub
            </script:module>
            """;

    private final Path folder;
    private final String profile;

    /** @param folder with the documents, *.docx; the profile is kept there too */
    Writer(Path folder) throws IOException, InterruptedException {
        DebianPackage.installWhereMissing(INSTALLED, "libreoffice-writer-nogui");
        this.folder = folder;
        Path home = Files.createDirectories(folder.resolve("profile"));
        this.profile = "-env:UserInstallation=" + home.toUri();
        // The first start writes the profile's own libraries; ours must come after it.
        run("--terminate_after_init");
        Path basic = home.resolve("user").resolve("basic").resolve("Standard");
        Files.writeString(basic.resolve("script.xlb"), LIBRARY);
        Files.writeString(basic.resolve("Changes.xba"), MODULE);
    }

    /** What a person does with the tracked changes of a document. */
    enum Decision {
        ACCEPT_ALL,
        REJECT_ALL,
        /** One by one: insertions accepted, deletions rejected. */
        KEEP_EVERYTHING,
        /** One by one: insertions rejected, deletions accepted. */
        KEEP_THE_UNCHANGED
    }

    /** Opens every document once for each decision and saves it as text. */
    void decide() throws IOException, InterruptedException {
        String decisions =
                String.join("+", List.of(Decision.values()).stream().map(Enum::name).toList());
        run("macro:///Standard.Changes.DecideAll(\"" + folder.toUri() + "\",\"" + decisions + "\")");
    }

    /** The paragraphs of a document after a decision. */
    List<String> paragraphs(String document, Decision decision) throws IOException {
        return Files.readString(folder.resolve(document + "." + decision + ".txt"))
                .replace("\uFEFF", "")
                .lines()
                .toList();
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("soffice", "--headless", "--norestore", profile));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("soffice.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        // A fault of the macro shows a message that nobody is there to answer.
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException("LibreOffice did not finish: " + Files.readString(log));
        }
    }
}
