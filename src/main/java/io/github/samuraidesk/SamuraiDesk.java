package io.github.samuraidesk;

import io.github.samuraidesk.cli.Cli;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the served program, or answers a shell verb such as {@code rehearse} and {@code verify}. */
@SpringBootApplication
public class SamuraiDesk {

    public static void main(String[] args) {
        // The zone of the JVM must not leak into dates: Japan time is named wherever it is meant.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (Cli.isVerb(args)) {
            System.exit(Cli.run(SamuraiDesk.class, args, System.out, System.err));
        }
        SpringApplication.run(SamuraiDesk.class, args);
    }
}
