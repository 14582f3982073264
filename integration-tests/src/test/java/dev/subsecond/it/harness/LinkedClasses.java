package dev.subsecond.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.devserver.image.LibraryClasses;
import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Sha256;
import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.LinkedPatch;
import dev.subsecond.thinlink.ThinLinker;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A program's class files as javac and the processor make them, and the patches between them. */
final class LinkedClasses implements Closeable {

    private static final String CLASS = ".class";

    private final String build;
    private final Path sources;
    private final Path place;
    private final Path image;
    private final LibraryClasses libraries;
    private final ThinLinker linker;
    private Map<String, byte[]> newest;
    private long sequence;

    /** Compiles sources; what is made of them is put into {@code place}. */
    LinkedClasses(String build, Path sources, Path place) throws IOException {
        this.build = build;
        this.sources = sources;
        this.place = place;
        image = compile();
        newest = read(image);
        libraries = new LibraryClasses(RuntimeJars.all());
        linker = new ThinLinker(build, newest, libraries);
    }

    /** Where the classes lie that the program is started from. */
    Path directory() {
        return image;
    }

    /** Compiles the sources as they are now and links what changed. */
    Message.Patch link() throws IOException {
        Map<String, byte[]> before = newest;
        sequence++;
        newest = read(compile());
        Map<String, byte[]> changed = new HashMap<>(newest);
        changed.keySet().removeIf(name -> Arrays.equals(newest.get(name), before.get(name)));
        Set<String> deleted = new HashSet<>(before.keySet());
        deleted.removeAll(newest.keySet());
        LinkResult result = linker.link(sequence, new Changes(changed, deleted));
        return message(result.patch().orElseThrow(() -> new AssertionError("No patch: " + result.members())));
    }

    /** The program said what became of a patch. */
    void answered(long number, boolean isApplied) {
        if (isApplied) {
            linker.applied(number);
        } else {
            linker.rejected(number);
        }
    }

    private Message.Patch message(LinkedPatch patch) throws IOException {
        Path jar = Files.write(place.resolve("patch-" + sequence + ".jar"), patch.jar());
        String hash = Sha256.hex(patch.jar());
        JumpTable table = JumpTable.managed(jar, patch.jumpTable(), build, sequence, hash);
        return new Message.Patch(sequence, build, table, hash, patch.jar().length, List.of(), Map.of());
    }

    private Path compile() throws IOException {
        Path output = place.resolve("classes-" + sequence);
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-g", "-nowarn", "-d", output.toString()));
        arguments.addAll(List.of("-cp", RuntimeJars.classPath(), "-processorpath", RuntimeJars.processor()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).as("Exit code of javac").isZero();
        return output;
    }

    private static Map<String, byte[]> read(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(CLASS))
                    .collect(Collectors.toMap(file -> binaryName(directory.relativize(file)), LinkedClasses::bytes));
        }
    }

    private static String binaryName(Path relative) {
        String path = relative.toString().replace(File.separatorChar, '.');
        return path.substring(0, path.length() - CLASS.length());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        libraries.close();
    }
}
