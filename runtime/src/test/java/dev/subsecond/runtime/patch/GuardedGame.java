package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.link.HotTarget;
import java.nio.file.Path;

/**
 * A program of one class with two functions: {@code guarded}, whose code asks a guard as in a prepared image, and {@code
 * plain}, which does not. Both return 0 until patched.
 */
final class GuardedGame {

    static final String NAME = "app.Game";
    static final String TYPE = "()J";

    private static final String SOURCE = """
            package app;
            import dev.subsecond.runtime.link.ImageLinker;
            import java.lang.invoke.*;
            public class Game {
                static final MethodHandle GUARD = ImageLinker.guard(MethodHandles.lookup(), "guard",
                        MethodType.methodType(boolean.class), "guarded", "()J", 1).dynamicInvoker();
                static class Dispatch {
                    static final MethodHandle CODE = ImageLinker.dispatch(lookup(), "dispatch",
                            MethodType.methodType(long.class), "guarded", "()J", 1).dynamicInvoker();
                }
                static MethodHandles.Lookup lookup() { return MethodHandles.lookup(); }
                public static Runnable during;
                public static long guarded() throws Throwable {
                    if ((boolean) GUARD.invokeExact()) return (long) Dispatch.CODE.invokeExact();
                    if (during != null) during.run();
                    return 0;
                }
                static long plain() { return 0; }
            }
            """;

    final TestImage image = TestImage.of(SOURCE);
    final Patcher patcher = new Patcher(image);
    private final Path folder;

    GuardedGame(Path folder) {
        this.folder = folder;
    }

    /** A patch with a class that has the given code. */
    TestPatch patch(long sequence, String... code) {
        String source = "package app; public class Game$$Hot%d { %s }".formatted(sequence, String.join(" ", code));
        return new TestPatch(sequence).classes(NAME, image.compileAgainst(source));
    }

    /** After this patch the function returns the patch's number. */
    Commit patched(String function, long sequence) throws Exception {
        return apply(changed(patch(sequence, code(function, sequence)), function));
    }

    /** Adds the new code of a function to a patch that has it. */
    static TestPatch changed(TestPatch patch, String function) {
        return patch.function(NAME, function, TYPE, true, bodies(patch.sequence));
    }

    static String code(String function, long sequence) {
        return "public static long " + function + "() { return " + sequence + "; }";
    }

    static String bodies(long sequence) {
        return "app.Game$$Hot" + sequence;
    }

    Commit apply(TestPatch patch) throws Exception {
        return patcher.apply(patch.write(folder));
    }

    HotTarget stub(String function) throws Exception {
        return image.stub(NAME, function, TYPE, true);
    }

    static HotFnPtr imagePointer(String function) {
        return new HotFnPtr(TestPatch.imageAddress(NAME, function, TYPE));
    }

    /** What the code of the pointer returns. */
    static long version(HotTarget target, HotFnPtr pointer) throws Throwable {
        return (long) target.version(pointer).invokeExact();
    }
}
