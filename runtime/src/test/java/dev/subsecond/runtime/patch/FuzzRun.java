package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.wire.PatchManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tries mutants of a good patch on a running program, in a JVM of its own: {@code FuzzRun SEED FIRST-CASE CASES}. Each case
 * depends on the seed and its number only.
 */
final class FuzzRun {

    /** A JVM that stands still this long on one small patch stands still for ever. */
    private static final long STUCK_SECONDS = 60;

    static final int STUCK = 3;

    private static final int CASES_PER_IMAGE = 400;
    private static final int MOST_FAILURES = 5;

    private final long seed;
    private final Path folder;
    private final Path file;
    private final FuzzProgram program = new FuzzProgram(FuzzedImage.CURRENT, FuzzedImage.MUTATED);
    private final Map<String, String> asMutated;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /** The number of the case that runs, and since when; written by one thread, read by the watch. */
    private volatile long current;

    private volatile long since = System.nanoTime();

    private FuzzRun(long seed, Path folder) throws Exception {
        this.seed = seed;
        this.folder = folder;
        this.file = folder.resolve("patch.jar");
        this.asMutated = program.results(FuzzedImage.MUTATED, folder);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("subsecond-fuzz");
        FuzzRun run = new FuzzRun(Long.parseLong(arguments[0]), folder);
        run.watch(Thread.currentThread());
        int failures = run.run(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(left -> left.toFile().delete());
        }
        Files.delete(folder);
        System.out.println(run.outcomes);
        System.exit(failures == 0 ? 0 : 1);
    }

    private FuzzedImage newImage() throws Exception {
        return new FuzzedImage(program, asMutated, folder);
    }

    private int run(long first, long cases) throws Exception {
        int failures = 0;
        FuzzedImage image = newImage();
        for (long number = first; number < first + cases && failures < MOST_FAILURES; number++) {
            if ((number - first) % CASES_PER_IMAGE == CASES_PER_IMAGE - 1 || !image.isUsable()) {
                image = newImage();
            }
            current = number;
            since = System.nanoTime();
            String what = "not yet made";
            try {
                TestPatch patch = image.nextMutated();
                Mutant mutant = Mutant.of(patch, new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number), file);
                what = mutant.kind() + " " + mutant.table();
                String outcome = mutant.kind() + " " + tried(image, mutant, patch.manifest());
                outcomes.merge(outcome, 1, Integer::sum);
            } catch (Throwable e) {
                failures++;
                System.out.println("FAILED " + place(number) + ": " + e + " in " + what);
                e.printStackTrace(System.out);
                image = newImage();
            }
        }
        return failures;
    }

    /** What became of it: the name of a reason, or that it was taken. */
    private String tried(FuzzedImage image, Mutant mutant, PatchManifest good) throws Exception {
        JumpTable table;
        try {
            table = JumpTable.parse(mutant.table());
        } catch (IllegalArgumentException e) {
            return "is no table";
        }
        try {
            Commit commit = image.apply(table);
            return image.taken(table, commit, good);
        } catch (PatchException e) {
            image.refused(e, table, mutant.kind());
            return e.reason().name();
        }
    }

    private String place(long number) {
        return "case %d of seed %d (repeat with -Dsubsecond.fuzz.seed=%d -Dsubsecond.fuzz.first=%d -Dsubsecond.fuzz.cases=1)"
                .formatted(number, seed, seed, number);
    }

    private void watch(Thread worker) {
        Thread watch = new Thread(() -> {
            while (System.nanoTime() - since < STUCK_SECONDS * 1_000_000_000L) {
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    return;
                }
            }
            System.out.println("STUCK in " + place(current));
            for (StackTraceElement frame : worker.getStackTrace()) {
                System.out.println("\tat " + frame);
            }
            System.out.flush();
            Runtime.getRuntime().halt(STUCK);
        });
        watch.setDaemon(true);
        watch.start();
    }
}
