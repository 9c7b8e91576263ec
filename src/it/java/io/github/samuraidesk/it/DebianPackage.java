package io.github.samuraidesk.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Programs that tests drive from outside; a build as root on Debian fetches those that it lacks. */
final class DebianPackage {

    private static final int MOST_MINUTES = 5;

    private DebianPackage() {}

    /** @param file what the package brings */
    static void installWhereMissing(Path file, String name) throws IOException, InterruptedException {
        if (Files.exists(file)) {
            return;
        }
        boolean installed = System.getProperty("user.name").equals("root")
                && (install(name) || run("apt-get", "update") && install(name));
        if (!installed) {
            throw new IllegalStateException("this test needs " + file + ": apt-get install " + name);
        }
    }

    private static boolean install(String name) throws IOException, InterruptedException {
        return run("apt-get", "install", "-y", "--no-install-recommends", name);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
