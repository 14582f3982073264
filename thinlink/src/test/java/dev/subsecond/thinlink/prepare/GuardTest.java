package dev.subsecond.thinlink.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.patch.Patcher;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prepared class under the real runtime: every kind of method is led to its new code by its guard. */
class GuardTest {

    private static final String GAME = """
            package app;
            import java.util.function.IntUnaryOperator;
            public class Game {
                public int made;
                public Game() { made = 1; }
                public Game(int made) { this.made = made; }
                public int plus(int x) { return x + 1; }
                public synchronized boolean locked() { return Thread.holdsLock(this); }
                private long wide(long a, double b, int c) { return 0; }
                public long callWide() { return wide(1L << 40, 2.5, 3); }
                public static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
                public static int spin(int n) { while (true) { if (--n < 0) return n; } }
                public static IntUnaryOperator op() { return x -> x + 1; }
                public static void nothing(StringBuilder out) {}
                public static int base(Base b) { return b.value(); }
                public interface Base { default int value() { return 1; } }
                public static class Plain implements Base {}
                public static class Own implements Base { public int value() { return 5; } }
                public enum Color { RED { int weight() { return 1; } }; abstract int weight(); }
                public record Point(int x) { public int twice() { return 2 * x; } }
            }
            """;

    @TempDir
    Path folder;

    private MapLoader loader;
    private Map<String, byte[]> original;
    private Class<?> game;

    @BeforeEach
    void load() throws Exception {
        original = Compiler.compile(folder, "Game.java", GAME);
        Map<String, byte[]> prepared = new HashMap<>();
        original.forEach((name, bytes) ->
                prepared.put(name, new Preparer().prepare(bytes).bytes()));
        loader = new MapLoader(prepared, getClass().getClassLoader());
        game = loader.loadClass("app.Game");
    }

    @Test
    void methodsOfEveryKindRunTheirNewCode() throws Exception {
        Object old = game.getConstructor(int.class).newInstance(7);
        assertThat(call("plus", old, 1)).isEqualTo(2);
        apply(
                """
                public static int plus(Game self, int x) { return self.made + x; }
                public static boolean locked(Game self) { return !Thread.holdsLock(self); }
                public static long wide(Game self, long a, double b, int c) { return a + (long) (b * c); }
                public static int fib(int n) { return n < 2 ? n : Game.fib(n - 1) + 1; }
                public static int spin(int n) { return 99; }
                public static void nothing(StringBuilder out) { out.append("new"); }
                """,
                function("plus", "(I)I", false),
                function("locked", "()Z", false),
                function("wide", "(JDI)J", false),
                function("fib", "(I)I", true),
                function("spin", "(I)I", true),
                function("nothing", "(Ljava/lang/StringBuilder;)V", true));
        assertThat(call("plus", old, 1)).as("on an old object").isEqualTo(8);
        assertThat(call("locked", old)).as("the patch takes no lock").isEqualTo(true);
        assertThat(call("callWide", old)).isEqualTo((1L << 40) + 7);
        assertThat(call("fib", null, 10)).as("each recursive call enters anew").isEqualTo(10);
        assertThat(call("spin", null, 5)).isEqualTo(99);
        StringBuilder out = new StringBuilder();
        game.getMethod("nothing", StringBuilder.class).invoke(null, out);
        assertThat(out).hasToString("new");
    }

    @Test
    void aConstructorRunsItsNewCodeForEveryCreator() throws Exception {
        assertThat(made(game.getConstructor().newInstance())).isEqualTo(1);
        apply(
                "public static void init(Game self) { self.made = 41; }"
                        + "public static void init(Game self, int made) { self.made = -made; }",
                function("<init>", "()V", false),
                function("<init>", "(I)V", false));
        assertThat(made(game.getConstructor().newInstance())).isEqualTo(41);
        assertThat(made(game.getConstructor(int.class).newInstance(3))).isEqualTo(-3);
    }

    @Test
    void anInterfacesDefaultMethodAndARecordsMethodRunTheirNewCode() throws Exception {
        apply(
                "public static int value(Game.Base self) { return 2; }"
                        + "public static int twice(Game.Point self) { return 3 * self.x(); }",
                function("app.Game$Base", "value", "()I", false),
                function("app.Game$Point", "twice", "()I", false));
        Method base = game.getMethod("base", loader.loadClass("app.Game$Base"));
        assertThat(base.invoke(null, make("app.Game$Plain"))).isEqualTo(2);
        assertThat(base.invoke(null, make("app.Game$Own")))
                .as("an override is another function")
                .isEqualTo(5);
        Class<?> point = loader.loadClass("app.Game$Point");
        Object p = point.getConstructor(int.class).newInstance(4);
        assertThat(point.getMethod("twice").invoke(p)).isEqualTo(12);
    }

    @Test
    void aMethodThatRunsForTheFirstTimeAfterThePatchRunsTheNewCode() throws Exception {
        apply("public static int spin(int n) { return 1; }", function("spin", "(I)I", true));
        assertThat(call("spin", null, 5)).isEqualTo(1);
    }

    @Test
    void aLiveLambdaRunsTheNewCodeOfItsBody() throws Exception {
        var live = (IntUnaryOperator) game.getMethod("op").invoke(null);
        assertThat(live.applyAsInt(1)).isEqualTo(2);
        apply("public static int lambda$op$0(int x) { return 10 * x; }", function("lambda$op$0", "(I)I", true));
        assertThat(live.applyAsInt(1)).isEqualTo(10);
    }

    private Object call(String name, @Nullable Object self, int x) throws Exception {
        return game.getMethod(name, int.class).invoke(self, x);
    }

    private Object call(String name, @Nullable Object self) throws Exception {
        return game.getMethod(name).invoke(self);
    }

    private int made(Object self) throws Exception {
        return (int) game.getField("made").get(self);
    }

    private Object make(String name) throws Exception {
        return loader.loadClass(name).getConstructor().newInstance();
    }

    private static FunctionPatch function(String name, String descriptor, boolean isStatic) {
        return function("app.Game", name, descriptor, isStatic);
    }

    private static FunctionPatch function(String owner, String name, String descriptor, boolean isStatic) {
        long id = Addresses.function(HotTable.shared().buildId(), owner, name, descriptor);
        String receiver = "(L" + owner.replace('.', '/') + ";" + descriptor.substring(1);
        String body = name.equals("<init>") ? "init" : name;
        MethodRef code = new MethodRef("app.Game$$Hot1", body, isStatic ? descriptor : receiver);
        return new FunctionPatch(
                Addresses.format(id),
                Addresses.format(id + 1),
                Addresses.format(id + 1),
                owner,
                name,
                descriptor,
                isStatic,
                false,
                false,
                code,
                List.of());
    }

    private void apply(String code, FunctionPatch... functions) throws Exception {
        String source = "package app; public class Game$$Hot1 { " + code + " }";
        Map<String, byte[]> compiled = new TreeMap<>(Compiler.compile(folder, "Game$$Hot1.java", source));
        compiled.keySet().removeAll(original.keySet());
        List<PatchClass> classes = new ArrayList<>();
        compiled.forEach((name, bytes) -> classes.add(new PatchClass(name, "app.Game", bytes.length, sha256(bytes))));
        PatchManifest manifest = new PatchManifest(
                1, HotTable.shared().buildId(), 1, List.of(functions), List.of(), classes, List.of(), List.of());
        SortedMap<Long, Long> map = new TreeMap<>();
        manifest.functions().forEach(f -> map.put(Addresses.parse(f.id()), Addresses.parse(f.pointer())));
        new Patcher(loader).apply(new JumpTable(write(manifest, compiled), map, 0, 0, 0));
    }

    private Path write(PatchManifest manifest, Map<String, byte[]> classes) throws IOException {
        Path jar = folder.resolve("patch.jar");
        Map<String, byte[]> entries = new LinkedHashMap<>(Map.of(PatchManifest.ENTRY, manifest.toJson()));
        classes.forEach((name, bytes) -> entries.put(name.replace('.', '/') + ".class", bytes));
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return jar;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }
}
