package dev.subsecond.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Finds the jars that programs need on the class path this command itself was started with. */
final class Installation {
    /** One class of each jar that a served program needs: annotations, runtime, and the runtime's libraries. */
    private static final List<String> RUNTIME = List.of(
            "dev/subsecond/annotations/Hot.class",
            "dev/subsecond/runtime/Subsecond.class",
            "com/sun/jna/Native.class",
            "tools/jackson/core/JsonParser.class");

    private static final String PROCESSORS = "META-INF/services/javax.annotation.processing.Processor";
    private static final String OUR_PROCESSOR = "dev.subsecond.processor.";

    private Installation() {}

    /** What is added to a program's class path. */
    static List<Path> runtime() {
        return RUNTIME.stream().map(Installation::home).distinct().toList();
    }

    /** What its sources are processed with. Found by its service file: its classes may need a module a JRE lacks. */
    static List<Path> processor() {
        try {
            return Collections.list(loader().getResources(PROCESSORS)).stream()
                    .filter(file -> read(file).contains(OUR_PROCESSOR))
                    .map(file -> home(file, PROCESSORS))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(String resource) {
        return Stream.ofNullable(loader().getResource(resource))
                .map(url -> home(url, resource))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The installation is incomplete: " + resource + " is not on the class path. Build it again."));
    }

    /** The jar or directory in which a resource was found. */
    private static Path home(URL url, String resource) {
        String location = url.toExternalForm();
        String home = location.substring(0, location.length() - resource.length());
        if (home.startsWith("jar:")) {
            home = home.substring("jar:".length(), home.length() - "!/".length());
        }
        try {
            return Path.of(new URI(home));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Not a file: " + url, e);
        }
    }

    private static String read(URL file) {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader() {
        return Installation.class.getClassLoader();
    }
}
