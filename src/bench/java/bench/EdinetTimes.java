package bench;

import io.github.samuraidesk.edinet.CheckReport;
import io.github.samuraidesk.edinet.EdinetRules;
import io.github.samuraidesk.edinet.PackageCheck;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.util.Arrays;

/** Checks a package eleven times in one process: the first, the median of the others, and the most heap in use. */
public final class EdinetTimes {

    private static final int WARM = 10;

    private static volatile long mostHeap;

    private EdinetTimes() {}

    /** @param args package, which must be clean */
    public static void main(String[] args) {
        watchHeap();
        Path zip = Path.of(args[0]);
        long begin = System.nanoTime();
        var check = new PackageCheck(EdinetRules.builtIn());
        CheckReport report = check.check(zip);
        long first = System.nanoTime() - begin;
        if (!report.isClean()) {
            report.faults().stream().limit(20).forEach(System.err::println);
            throw new IllegalStateException("the package is not clean");
        }
        long[] warm = new long[WARM];
        for (int i = 0; i < WARM; i++) {
            begin = System.nanoTime();
            check.check(zip);
            warm[i] = System.nanoTime() - begin;
        }
        Arrays.sort(warm);
        System.out.printf(
                "%.1f MB, %d files, clean by %d rules: first %.2f s, warm median %.2f s, worst %.2f s; heap peak %d MB of %d%n",
                report.bytes() / 1048576.0,
                report.files(),
                report.rulesChecked().size(),
                first / 1e9,
                (warm[WARM / 2 - 1] + warm[WARM / 2]) / 2e9,
                warm[WARM - 1] / 1e9,
                mostHeap >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Looks at the heap every few milliseconds; what is seen includes garbage that waits to be collected. */
    private static void watchHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        var watcher = new Thread(() -> {
            try {
                while (true) {
                    mostHeap = Math.max(mostHeap, memory.getHeapMemoryUsage().getUsed());
                    Thread.sleep(5);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watcher.setDaemon(true);
        watcher.start();
    }
}
