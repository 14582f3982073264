package dev.subsecond.runtime.nativecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A shared library, compiled from C by the machine's compiler, and what it was linked at. */
public final class CLibrary {

    private final Path file;
    private final Map<String, Long> symbols;

    private CLibrary(Path file, Map<String, Long> symbols) {
        this.file = file;
        this.symbols = symbols;
    }

    /** Compiles and links, into {@code file}. */
    public static CLibrary compile(Path file, String source, String... options) {
        List<String> command =
                new ArrayList<>(List.of(compiler(), "-shared", "-fPIC", "-O1", "-x", "c", "-", "-x", "none"));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", file.toString()));
        run(source, command);
        return of(file);
    }

    /** Compiles alone: an object file is no library. */
    public static Path object(Path file, String source) {
        run(source, List.of(compiler(), "-c", "-x", "c", "-", "-o", file.toString()));
        return file;
    }

    /** A library that is there already. */
    public static CLibrary of(Path file) {
        Map<String, Long> symbols = new HashMap<>();
        run("", List.of("nm", "--defined-only", file.toString()))
                .lines()
                .map(line -> line.split(" ", 3))
                .forEach(fields -> symbols.put(fields[2], Long.parseUnsignedLong(fields[0], 16)));
        return new CLibrary(file, symbols);
    }

    public Path file() {
        return file;
    }

    /** Where the symbol is linked. */
    public long address(String symbol) {
        return Objects.requireNonNull(symbols.get(symbol), symbol);
    }

    private static String compiler() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("cc", "gcc", "clang").map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("These tests need a C compiler: no cc, gcc or clang is on the PATH"))
                .toString();
    }

    private static String run(String input, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var writer = process.outputWriter(StandardCharsets.UTF_8)) {
                writer.write(input);
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
