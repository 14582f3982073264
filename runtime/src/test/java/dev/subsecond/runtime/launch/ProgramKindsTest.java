package dev.subsecond.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs of several kinds, each in a JVM of its own: in named modules, beside an old Jackson, and with class
 * initialisers that call hot functions and take locks while patches are committed. Each of them makes its patch jar and
 * applies it to itself, and prints what its hot function returns.
 */
@Timeout(120)
class ProgramKindsTest {

    /** A program that writes its patch as a dev server would; what the kinds of programs differ in is left open. */
    private static final String PROGRAM = """
            package app;
            import dev.subsecond.runtime.JumpTable;
            import dev.subsecond.runtime.Subsecond;
            import dev.subsecond.runtime.link.HotTarget;
            import dev.subsecond.runtime.link.StubLinker;
            import java.io.ByteArrayOutputStream;
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.MethodType;
            import java.nio.file.*;
            import java.security.MessageDigest;
            import java.util.*;
            import java.util.zip.*;

            public class Main {
                static final HotTarget TICK = StubLinker.link(
                        MethodHandles.lookup(), Main.class, "tick", MethodType.methodType(int.class), true);

                private static int secret = 40;
                static int tick() { return 1; }

                static int call() throws Throwable { return (int) TICK.invoker().invoke(); }

                public static void main(String[] args) throws Throwable {
                    %s
                    System.out.println(call());
                    for (int n = 1; n <= Integer.parseInt(args[1]); n++) {
                        System.out.println(Subsecond.applyPatch(patch(Path.of(args[0]), n)).functions().size());
                        System.out.println(call());
                    }
                    %s
                }

                static JumpTable patch(Path folder, long n) throws Exception {
                    byte[] code = Files.readAllBytes(folder.resolve("Main$$Hot" + n + ".class"));
                    long id = address("", "app.Main", "tick", "()I");
                    String hex = "0x" + HexFormat.of().toHexDigits(id);
                    String newHex = "0x" + HexFormat.of().toHexDigits(id + n);
                    String json = ("{'format':1,'buildId':'','sequence':" + n + ",'functions':[{'id':'" + hex
                            + "','pointer':'" + newHex + "','content':'" + newHex + "','owner':'app.Main','name':'tick',"
                            + "'descriptor':'()I','isStatic':true,'added':false,'hot':true,'body':{'owner':'app.Main$$Hot" + n
                            + "','name':'tick','descriptor':'()I'},'versions':[]}],'families':[],'classes':[{'name':"
                            + "'app.Main$$Hot" + n + "','host':'app.Main','length':" + code.length + ",'sha256':'"
                            + sha256(code) + "'}],'handles':[{'kind':'GET_STATIC','host':'app.Main','owner':'app.Main',"
                            + "'name':'secret','descriptor':'I'}],'onPatch':[]}").replace('\\'', '"');
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                        zip.putNextEntry(new ZipEntry("META-INF/subsecond/patch.json"));
                        zip.write(json.getBytes("UTF-8"));
                        zip.putNextEntry(new ZipEntry("app/Main$$Hot" + n + ".class"));
                        zip.write(code);
                    }
                    Path jar = Files.write(folder.resolve("patch-" + n + ".jar"), bytes.toByteArray());
                    return JumpTable.managed(jar, new TreeMap<>(Map.of(id, id + n)), "", n, sha256(bytes.toByteArray()));
                }

                static String sha256(byte[] bytes) throws Exception {
                    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
                }

                static long address(String... parts) throws Exception {
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(String.join("\\0", parts).getBytes("UTF-8"));
                    return java.nio.ByteBuffer.wrap(digest).getLong() | 1L << 63;
                }
            }
            """;

    /** The private static field is reached as the thin linker's call sites do it. */
    private static final String NEW_CODE = """
            package app;
            import java.lang.invoke.*;
            public class Main$$Hot%1$d {
                public static int tick() throws Throwable {
                    return %1$d + (int) dev.subsecond.runtime.link.PatchLinker.handle(MethodHandles.lookup(), "secret",
                            MethodType.methodType(int.class), %1$d, 0).dynamicInvoker().invokeExact();
                }
            }
            """;

    @TempDir
    Path folder;

    static Stream<Path> jdks() throws IOException {
        return Jdks.homes();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aProgramInNamedModulesNeedNotOpenItsPackage(Path jdk) throws Exception {
        String module = "module app.main { requires dev.subsecond.runtime; }";
        String says = "System.out.println(Main.class.getModule() + \" \" + Subsecond.class.getModule());";
        List<String> modulePath = List.of("--module-path", libraries() + File.pathSeparator + classes());
        compile(List.of("--module-path", libraries()), PROGRAM.formatted(says, ""), module);
        patches(2);
        List<String> command = new ArrayList<>(modulePath);
        command.addAll(List.of("-Dsubsecond.enabled=true", "-m", "app.main/app.Main", patchFolder(), "2"));
        assertThat(run(jdk, command))
                .containsExactly("module app.main module dev.subsecond.runtime", "1", "1", "41", "1", "42");
    }

    /** Jackson 2.9 comes first on the class path, as in a program that depends on it itself. */
    @ParameterizedTest
    @MethodSource("jdks")
    void aProgramOnJackson29KeepsItAndIsPatched(Path jdk) throws Exception {
        String old = jars(Path.of("target", "jackson-2.9").toAbsolutePath());
        String uses =
                "System.out.println(new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(List.of(1))"
                        + " + com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION);";
        compile(List.of("-cp", old + File.pathSeparator + libraries()), PROGRAM.formatted(uses, ""));
        patches(1);
        String classPath = String.join(File.pathSeparator, old, classes().toString(), libraries());
        assertThat(run(jdk, List.of("-cp", classPath, "-Dsubsecond.enabled=true", "app.Main", patchFolder(), "1")))
                .containsExactly("[1]2.9.10", "1", "1", "41");
    }

    /**
     * Threads initialise classes whose initialisers call the hot function, take a lock and wait for each other, while
     * patches are committed by a thread that holds that lock.
     */
    @ParameterizedTest
    @MethodSource("jdks")
    void classInitialisersAndCommitsDoNotWaitForEachOther(Path jdk) throws Exception {
        String threads = """
                Thread[] threads = new Thread[4];
                for (int t = 0; t < threads.length; t++) {
                    int first = t;
                    threads[t] = new Thread(() -> {
                        for (int i = first %% 2 == 0 ? 0 : 39; i >= 0 && i < 40; i += first %% 2 == 0 ? 1 : -1) {
                            try { Class.forName("app.Main$Init" + i); } catch (Exception e) { e.printStackTrace(); }
                        }
                    });
                    threads[t].start();
                }
                """.formatted();
        String join = """
                for (Thread thread : threads) { thread.join(); }
                System.out.println(Lock.count);
                """;
        StringBuilder classes = new StringBuilder("static class Lock { static int count; }\n");
        for (int i = 0; i < 40; i++) {
            classes.append("""
                    static class Init%1$d {
                        static final int VALUE;
                        static {
                            int called = 0;
                            for (int n = 0; n < 2000; n++) {
                                try { called = Inner.TICK.invoker().invoke() == null ? 0 : 1; } catch (Throwable e) { throw new AssertionError(e); }
                            }
                            synchronized (Lock.class) { Lock.count++; }
                            VALUE = called;
                        }
                        static class Inner {
                            static final HotTarget TICK = StubLinker.link(MethodHandles.lookup(), Main.class, "tick",
                                    MethodType.methodType(int.class), true);
                        }
                    }
                    """.formatted(i));
        }
        String source = PROGRAM.formatted(threads, join)
                .replace("static int tick() {", classes + "static int tick() {")
                .replace("System.out.println(Subsecond", "synchronized (Lock.class) { System.out.println(Subsecond")
                .replace(".functions().size());", ".functions().size()); }");
        compile(List.of("-cp", libraries()), source);
        patches(20);
        String classPath = classes() + File.pathSeparator + libraries();
        List<String> output =
                run(jdk, List.of("-cp", classPath, "-Dsubsecond.enabled=true", "app.Main", patchFolder(), "20"));
        assertThat(output).endsWith("60", "40").hasSize(1 + 2 * 20 + 1);
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    private String patchFolder() {
        return folder.resolve("patches/app").toString();
    }

    private void patches(int count) throws IOException {
        for (int n = 1; n <= count; n++) {
            compile(
                    folder.resolve("patches"),
                    List.of("-cp", libraries()),
                    List.of(source("Main$$Hot" + n, NEW_CODE.formatted(n))));
        }
    }

    private void compile(List<String> options, String program, String... module) throws IOException {
        List<Path> sources = new ArrayList<>(List.of(source("Main", program)));
        for (String text : module) {
            sources.add(source("module-info", text));
        }
        compile(classes(), options, sources);
    }

    private Path source(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        return Files.writeString(folder.resolve("sources").resolve(name + ".java"), text);
    }

    private static void compile(Path output, List<String> options, List<Path> sources) {
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-nowarn"));
        arguments.addAll(options);
        arguments.addAll(List.of("-d", output.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("javac").isZero();
    }

    private static List<String> run(Path jdk, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString(), "-XX:+UseSerialGC"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SUBSECOND"));
        Process process = builder.start();
        process.getOutputStream().close();
        Thread killer = new Thread(() -> {
            try {
                if (!process.waitFor(100, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                // The process has ended.
            }
        });
        killer.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int code = process.waitFor();
        killer.interrupt();
        assertThat(code).as("%s", lines).isZero();
        return lines;
    }

    /** The runtime and what it needs, and nothing else. */
    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry ->
                        entry.matches(".*[/\\\\](jackson-core|jna)-.*\\.jar|.*[/\\\\]target[/\\\\]classes[/\\\\]?"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        }
    }
}
