package dev.subsecond.edits.libraries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Two releases of a library, each with the program that uses it.
 *
 * @param before the sources of the older one, by path
 * @param after those of the newer one
 */
record Releases(Map<String, String> before, Map<String, String> after) {

    /** What both programs have in common. */
    private static final String CALLS = "Calls.java";

    /** Begins a line of the program that only the newer release can run. */
    private static final String ONLY_AFTER = "//after ";

    /**
     * Reads them.
     *
     * @param library its folder, with the program that uses it
     * @param jars where its source jars lie
     */
    static Releases of(Path library, Path jars) throws IOException {
        String main = Files.readString(library.resolve("Main.java"));
        String calls = Files.readString(library.resolveSibling(CALLS));
        String newer = main.replace(ONLY_AFTER, "");
        return new Releases(
                sources(main, calls, jars.resolve(library.getFileName() + "-before.jar")),
                sources(newer, calls, jars.resolve(library.getFileName() + "-after.jar")));
    }

    private static Map<String, String> sources(String main, String calls, Path jar) throws IOException {
        Map<String, String> sources = new TreeMap<>(Map.of("app/Main.java", main, "app/" + CALLS, calls));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry e = entries.nextElement();
                // A program under serve runs on the class path: what a module would be called says nothing there.
                if (e.getName().endsWith(".java") && !e.getName().endsWith("module-info.java")) {
                    sources.put(e.getName(), new String(zip.getInputStream(e).readAllBytes(), UTF_8));
                }
            }
        }
        return sources;
    }
}
