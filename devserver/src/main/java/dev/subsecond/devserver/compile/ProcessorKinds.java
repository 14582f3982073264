package dev.subsecond.devserver.compile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;

/** What processors declare about themselves, in the form that Gradle reads: most of the widely used ones do. */
final class ProcessorKinds {

    private static final String DECLARATIONS = "META-INF/gradle/incremental.annotation.processors";
    private static final String ISOLATING = "isolating";

    /** One that knows it only when it has its options. */
    private static final String DYNAMIC = "dynamic";

    private static final String ISOLATING_OPTION = "org.gradle.annotation.processing.isolating";

    private ProcessorKinds() {}

    /** The declared kinds by class name. */
    static Map<String, String> declared(ClassLoader loader) {
        Map<String, String> kinds = new HashMap<>();
        try {
            for (URL each : java.util.Collections.list(loader.getResources(DECLARATIONS))) {
                read(each, kinds);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kinds;
    }

    private static void read(URL declarations, Map<String, String> kinds) throws IOException {
        URLConnection connection = declarations.openConnection();
        // A jar that stays open for others would be kept from being replaced.
        connection.setUseCaches(false);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                String[] parts = line.split(",", 2);
                if (parts.length == 2) {
                    kinds.put(parts[0].trim(), parts[1].trim().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    /** Whether a processor that was initialised writes each file for one source. */
    static boolean isIsolating(Processor processor, Map<String, String> kinds) {
        String kind = kinds.getOrDefault(processor.getClass().getName(), "");
        return kind.equals(ISOLATING)
                || (kind.equals(DYNAMIC) && processor.getSupportedOptions().contains(ISOLATING_OPTION));
    }
}
