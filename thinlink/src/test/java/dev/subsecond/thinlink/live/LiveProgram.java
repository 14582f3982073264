package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.patch.Commit;
import dev.subsecond.runtime.patch.PatchEngine;
import dev.subsecond.runtime.patch.Patcher;
import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.ImageKind;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.LinkedPatch;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.ThinLinker;
import dev.subsecond.thinlink.Verdict;
import dev.subsecond.thinlink.prepare.Preparer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A program, prepared as a rule, in a loader of its own, edited by real javac, the real linker and the real runtime. */
final class LiveProgram implements AutoCloseable {

    static final String BUILD = "test";

    /** The stub of {@code app.Main.show()}, by which an unprepared program is entered. */
    private static final String STUB = """
            package app;
            final class MainHot {
                static final dev.subsecond.runtime.HotFn0<String> SHOW = dev.subsecond.runtime.HotFn0.of(
                        dev.subsecond.runtime.link.StubLinker.link(
                                java.lang.invoke.MethodHandles.lookup(),
                                Main.class,
                                "show",
                                java.lang.invoke.MethodType.methodType(String.class),
                                true));
                static String show() { return SHOW.call(); }
            }
            """;

    private static final String HOT = "package dev.subsecond.annotations;\npublic @interface Hot {}";

    private final ImageKind kind;
    private final Path folder;
    private final URLClassLoader loader;
    private final Patcher patcher;
    private final ThinLinker linker;
    private final Map<String, String> sources = new HashMap<>();
    private Map<String, byte[]> compiled;
    private long sequence;
    private long applied;

    private LiveProgram(ImageKind kind, Path folder, String... sources) {
        this.kind = kind;
        this.folder = folder;
        if (kind == ImageKind.UNPREPARED) {
            add(HOT, STUB);
        }
        add(sources);
        compiled = SourceCompiler.compile(this.sources);
        compiled.forEach((name, bytes) -> write(folder.resolve("image"), name, started(bytes)));
        loader = new URLClassLoader(urls(folder), LiveProgram.class.getClassLoader());
        patcher = new Patcher(loader);
        linker = new ThinLinker(BUILD, compiled, kind, LiveProgram::library);
    }

    /** Compiles, prepares and loads; each source is a compilation unit of the package {@code app}. */
    static LiveProgram start(Path folder, String... sources) {
        return new LiveProgram(ImageKind.PREPARED, folder, sources);
    }

    /** The same as compiled. {@code app.Main.show()} becomes hot, and {@link #show} calls its stub. */
    static LiveProgram startUnprepared(Path folder, String... sources) {
        return new LiveProgram(ImageKind.UNPREPARED, folder, sources);
    }

    private byte[] started(byte[] classFile) {
        return kind == ImageKind.UNPREPARED
                ? classFile
                : new Preparer().prepare(classFile).bytes();
    }

    /** Edits {@code before} to {@code after} and back, and compares what {@code app.Main.show()} returns each time. */
    static void assertLive(Path folder, String before, String after, String shownBefore, String shownAfter)
            throws IOException {
        try (LiveProgram program = start(folder, before)) {
            assertThat(program.show()).isEqualTo(shownBefore);
            assertThat(program.edit(after).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo(shownAfter);
            assertThat(program.edit(before).notLive()).isEmpty();
            assertThat(program.show()).as("undone").isEqualTo(shownBefore);
        }
    }

    /** Saves {@code sources}, which replace or join the others, and applies the patch. */
    Edit edit(String... sources) {
        LinkResult result = linkOnly(sources);
        Optional<Commit> commit = result.patch().map(this::apply);
        return new Edit(result, commit);
    }

    /** Links {@code sources} and drops the patch, as the dev server does when another save comes first. */
    LinkResult linkOnly(String... sources) {
        Map<String, byte[]> before = compiled;
        add(sources);
        compiled = SourceCompiler.compile(this.sources);
        Set<String> deleted = new HashSet<>(before.keySet());
        deleted.removeAll(compiled.keySet());
        return linker.link(++sequence, new Changes(changed(before), deleted));
    }

    /** Only recompiled files are passed on, as an incremental compiler does. */
    private Map<String, byte[]> changed(Map<String, byte[]> before) {
        Map<String, byte[]> changed = new HashMap<>(compiled);
        Set<String> same = new HashSet<>();
        for (String unit : sources.keySet()) {
            boolean isSame = compiled.keySet().stream()
                    .filter(name -> name.equals(unit) || name.startsWith(unit + "$"))
                    .allMatch(name -> Arrays.equals(compiled.get(name), before.get(name)));
            if (isSame) {
                same.add(unit);
            }
        }
        changed.keySet().removeIf(name -> same.contains(name.replaceFirst("\\$.*", "")));
        return changed;
    }

    /** Where the program is now, to go {@link #back} to. */
    Place place() {
        return new Place(PatchEngine.generation(), applied);
    }

    /** Makes an earlier state current, as a dev server does. */
    void back(Place place) {
        try {
            patcher.rollback(place.generation());
            applied = place.sequence();
            linker.rolledBack(applied);
        } catch (PatchException e) {
            throw new AssertionError(e);
        }
    }

    /** A generation, and the patch of this program that it runs. */
    record Place(long generation, long sequence) {}

    /** Calls a static method without parameters. */
    Object call(String className, String method) {
        try {
            Method m = Class.forName(className, true, loader).getDeclaredMethod(method);
            m.setAccessible(true);
            return m.invoke(null);
        } catch (InvocationTargetException e) {
            throw new AssertionError(className + "." + method + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.toString(), e);
        }
    }

    /** What {@code app.Main.show()} returns. */
    String show() {
        return (String) call(kind == ImageKind.UNPREPARED ? "app.MainHot" : "app.Main", "show");
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    /** One save: the verdicts, and what the program acknowledged. */
    record Edit(LinkResult result, Optional<Commit> commit) {

        Map<String, String> verdicts() {
            Map<String, String> verdicts = new HashMap<>();
            for (MemberVerdict v : result.members()) {
                String text = v.verdict().wireName() + (v.token().isEmpty() ? "" : " " + v.token());
                if (verdicts.put(v.member(), text) != null) {
                    throw new AssertionError("two verdicts for " + v.member() + ": " + result.members());
                }
            }
            return verdicts;
        }

        List<String> notLive() {
            return result.members().stream()
                    .filter(v -> v.verdict() != Verdict.LIVE && v.verdict() != Verdict.UNCHANGED)
                    .map(v -> v.member() + " " + v.token() + ": " + v.reason())
                    .toList();
        }
    }

    private Commit apply(LinkedPatch patch) {
        patch.overlay().forEach((name, bytes) -> write(folder.resolve("overlay"), name, bytes));
        Path jar = folder.resolve("patch" + patch.sequence() + ".jar");
        try {
            Files.write(jar, patch.jar());
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(patch.jar()));
            Commit commit = patcher.apply(JumpTable.managed(jar, patch.jumpTable(), BUILD, patch.sequence(), hash));
            applied = patch.sequence();
            linker.applied(applied);
            return commit;
        } catch (PatchException e) {
            linker.rejected(patch.sequence());
            throw new AssertionError("rejected: " + e.reason() + " " + e.getMessage(), e);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void add(String... units) {
        for (String unit : units) {
            sources.put(SourceCompiler.nameOf(unit), kind == ImageKind.UNPREPARED ? withHotShow(unit) : unit);
        }
    }

    private static String withHotShow(String unit) {
        return unit.contains("@dev.subsecond.annotations.Hot static String show()")
                ? unit
                : unit.replace("static String show()", "@dev.subsecond.annotations.Hot static String show()");
    }

    private static Optional<byte[]> library(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL[] urls(Path folder) {
        try {
            Files.createDirectories(folder.resolve("overlay"));
            return new URL[] {
                folder.resolve("image").toUri().toURL(),
                folder.resolve("overlay").toUri().toURL()
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name.replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
