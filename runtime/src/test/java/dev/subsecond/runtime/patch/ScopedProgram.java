package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.table.FunctionKey;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A program {@code app.Main} without guards, whose code runs in scopes. Its hot function {@code STEP} reports to the test.
 * In the code of patches, {@code lambda$run} stands for the name that javac gave to the body of the lambda in {@code run}.
 */
final class ScopedProgram {

    private static final String FRAME = """
            package app;
            import dev.subsecond.runtime.*;
            import dev.subsecond.runtime.link.StubLinker;
            import dev.subsecond.runtime.scope.Scopes;
            import java.lang.invoke.*;
            import java.util.function.Consumer;
            public class Main%s {
                %s
            }
            """;
    private static final String HOT = """
            public static volatile Consumer<String> probe;
                public static final HotFn1<String, Void> STEP = HotFn1.of(StubLinker.link(MethodHandles.lookup(),
                        Main.class, "step", MethodType.methodType(void.class, String.class), true));
                public static void step(String s) { probe.accept(s); }
                static void scope(HotRunnable body) { Scopes.run(body); }
                static <T> T result(HotSupplier<T> body) { return Scopes.run(body); }
            """;

    private static final String PATCH_CLASS = "app.Main$$Hot";
    private static final String THIS = "this.";
    private static final Pattern LAMBDA = Pattern.compile("(lambda\\$[^$]+)\\$.*");

    private final Path folder;
    private final TestImage image;
    private final Patcher patcher;
    private long sequence;

    /** @param code members of {@code Main} */
    ScopedProgram(Path folder, String code) {
        this.folder = folder;
        this.image = TestImage.of(FRAME.formatted("", HOT + code));
        this.patcher = new Patcher(image);
    }

    TestImage image() {
        return image;
    }

    /** Who is told of steps. */
    Steps steps() throws ReflectiveOperationException {
        Steps steps = new Steps();
        image.type("app.Main").getField("probe").set(null, steps);
        return steps;
    }

    /** Calls a static method of {@code Main} on a thread of its own. */
    CompletableFuture<@Nullable Object> start(String method, Object... arguments) {
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(call(method, arguments));
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "program-" + method);
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** Calls a static method of {@code Main}; what it throws is thrown on. */
    @Nullable
    Object call(String name, Object... arguments) throws Throwable {
        return callOf("app.Main", name, arguments);
    }

    /** The same for another class. */
    @Nullable
    Object callOf(String owner, String name, Object... arguments) throws Throwable {
        Method method = Arrays.stream(image.type(owner).getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static @Nullable Object resultOf(CompletableFuture<@Nullable Object> running)
            throws ExecutionException, InterruptedException, TimeoutException {
        return running.get(60, TimeUnit.SECONDS);
    }

    /**
     * Gives functions the code of the methods of those names.
     *
     * @param functions each written as {@code name(descriptor)}, with {@code this.} before it if it has a receiver
     */
    Commit patch(String code, String... functions) throws PatchException {
        return patchOf("app.Main", code, functions);
    }

    /** The same for functions of another class. */
    Commit patchOf(String owner, String code, String... functions) throws PatchException {
        return prepare(image.compileAgainst(source(sequence + 1, code)), owner, functions)
                .apply();
    }

    /** Gets one patch of the same function ready for each of the codes, to be applied in that order. */
    List<Prepared> prepare(List<String> codes, String function) {
        long first = sequence + 1;
        List<String> sources = new ArrayList<>();
        codes.forEach(code -> sources.add(source(first + sources.size(), code)));
        Map<String, byte[]> classes = image.compileAgainst(sources.toArray(String[]::new));
        return codes.stream()
                .map(code -> prepare(classes, "app.Main", function))
                .toList();
    }

    private Prepared prepare(Map<String, byte[]> classes, String owner, String... functions) {
        String body = PATCH_CLASS + ++sequence;
        Map<String, byte[]> own = new HashMap<>(classes);
        own.keySet().removeIf(name -> !name.equals(body) && !name.startsWith(body + "$"));
        TestPatch patch = new TestPatch(sequence).classes("app.Main", own);
        for (String function : functions) {
            boolean isStatic = !function.startsWith(THIS);
            FunctionKey key = key(isStatic ? function : function.substring(THIS.length()));
            patch.function(owner, key.name(), key.descriptor(), isStatic, body);
        }
        return () -> patcher.apply(patch.write(folder));
    }

    /** Gives a function new code with the pointer that the image's code has. */
    Commit undo(String code, String function) throws PatchException {
        Map<String, byte[]> classes = image.compileAgainst(source(sequence + 1, code));
        String body = PATCH_CLASS + ++sequence;
        FunctionKey key = key(function);
        long address = TestPatch.imageAddress("app.Main", key.name(), key.descriptor());
        TestPatch patch = new TestPatch(sequence).classes("app.Main", classes);
        patch.function("app.Main", key.name(), key.descriptor(), true, false, body, address);
        return patcher.apply(patch.write(folder));
    }

    Commit rollback(long generation) throws PatchException {
        return patcher.rollback(generation);
    }

    private FunctionKey key(String function) {
        String real = withLambdaNames(function);
        int descriptor = real.indexOf('(');
        return new FunctionKey(image.type("app.Main"), real.substring(0, descriptor), real.substring(descriptor));
    }

    private String source(long number, String code) {
        return FRAME.formatted("$$Hot" + number, withLambdaNames(code));
    }

    private String withLambdaNames(String text) {
        String result = text;
        for (Method method : image.type("app.Main").getDeclaredMethods()) {
            Matcher lambda = LAMBDA.matcher(method.getName());
            if (lambda.matches()) {
                result = result.replace(lambda.group(1) + "(", method.getName() + "(");
            }
        }
        return result;
    }

    /** A patch that is ready. */
    interface Prepared {

        Commit apply() throws PatchException;
    }
}
