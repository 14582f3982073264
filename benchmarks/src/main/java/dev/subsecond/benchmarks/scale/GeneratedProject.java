package dev.subsecond.benchmarks.scale;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A program of any number of classes whose parts all look alike: packages of twenty classes with a common superclass, an
 * interface that most of them implement, lambdas, fields, and calls among themselves. Every package has a hot method, and
 * each calls one in the package before.
 */
final class GeneratedProject {

    /** The class that the edits change; in the middle of its package, so that it has callers and calls others. */
    static final String EDITED = "app.p0.C10";

    private static final int PACKAGE_SIZE = 20;

    private final Path folder;
    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, byte[]> image;

    /**
     * Generates and compiles.
     *
     * @param folder an empty folder for sources and class files
     * @param classes how many classes, roughly: a multiple of twenty
     */
    GeneratedProject(Path folder, int classes) throws IOException {
        this.folder = folder;
        for (int p = 0; p < classes / PACKAGE_SIZE; p++) {
            generate(p);
        }
        this.image = compile(sources);
    }

    /** The class files by binary name. */
    Map<String, byte[]> image() {
        return image;
    }

    /** What the compiler makes of the edited class after {@code edit}. */
    Map<String, byte[]> edited(UnaryOperator<String> edit) throws IOException {
        String before = sources.getOrDefault(EDITED, "");
        String after = edit.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("The edit changes nothing");
        }
        return compile(Map.of(EDITED, after));
    }

    private void generate(int p) {
        String name = "app.p" + p;
        sources.put(name + ".Part", "package " + name + "; public interface Part { int value(int n); }");
        sources.put(
                name + ".Base",
                "package %s; public abstract class Base implements Part { protected int base = 3; protected int scaled(int n) { return n * base; } }"
                        .formatted(name));
        for (int c = 0; c < PACKAGE_SIZE - 2; c++) {
            sources.put(name + ".C" + c, text(p, c));
        }
    }

    private static String text(int p, int c) {
        String next = "C" + (c + 1) % (PACKAGE_SIZE - 2);
        String hot = c == 0 ? "@dev.subsecond.annotations.Hot " : "";
        String other = c == 0 && p > 0 ? "new app.p%d.C0().step(n - 1)".formatted(p - 1) : "n";
        return """
                package app.p%d;

                import java.util.ArrayList;
                import java.util.List;

                public class C%d extends Base {
                    private final List<String> names = new ArrayList<>();
                    private int count = %d;

                    %spublic int step(int n) {
                        count++;
                        return n <= 0 ? leaf(n) : new %s().value(n - 1) + %s;
                    }

                    @Override
                    public int value(int n) {
                        return n <= 0 ? scaled(n) : new %s().step(n - 1) + leaf(n);
                    }

                    private int leaf(int n) {
                        return n + %d;
                    }

                    public void rename(String prefix) {
                        names.replaceAll(name -> prefix + name);
                        names.removeIf(name -> name.length() > count);
                    }

                    static String text(int n) {
                        return switch (n) {
                            case 1 -> "one";
                            case 2 -> "two";
                            default -> "many" + n;
                        };
                    }
                }
                """.formatted(p, c, c, hot, next, other, next, c);
    }

    private Map<String, byte[]> compile(Map<String, String> changed) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : changed.entrySet()) {
            Path file = folder.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        Path out = Files.createDirectories(folder.resolve("out"));
        Path fresh = Files.createTempDirectory(folder, "fresh");
        javac(
                files,
                List.of(
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + out,
                        "-d",
                        fresh.toString()));
        Map<String, byte[]> compiled = read(fresh);
        if (changed == sources) {
            javac(files, List.of("-cp", System.getProperty("java.class.path"), "-d", out.toString()));
        }
        return compiled;
    }

    private static void javac(List<Path> files, List<String> options) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> all = new ArrayList<>(List.of("--release", "17", "-proc:none", "-g"));
        all.addAll(options);
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            CompilationTask task =
                    javac.getTask(messages, manager, null, all, null, manager.getJavaFileObjectsFromPaths(files));
            if (!task.call()) {
                throw new IllegalStateException("The generated program does not compile: " + messages);
            }
        }
    }

    private static Map<String, byte[]> read(Path classes) throws IOException {
        Map<String, byte[]> read = new HashMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '.');
                read.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
            }
        }
        return read;
    }
}
