package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.table.FrameCode;
import dev.subsecond.runtime.table.Function;
import dev.subsecond.runtime.table.FunctionKey;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.LinkedStub;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the table says of the methods that stack frames name, and of closures. */
class FrameCodeTest {

    private static final HotTable TABLE = HotTable.shared();

    @TempDir
    Path folder;

    @Test
    void framesAreStaleOnceTheirFunctionRunsOtherContent() throws Exception {
        GuardedGame game = new GuardedGame(folder);
        long image = PatchEngine.generation();
        assertThat(inImage(game, "guarded")).isEqualTo(FrameCode.UNKNOWN);
        game.patched("guarded", 1);
        assertThat(inImage(game, "guarded")).isEqualTo(FrameCode.STALE);
        assertThat(inPatch(game, 1, "guarded")).isEqualTo(FrameCode.CURRENT);
        game.patched("guarded", 2);
        assertThat(inPatch(game, 1, "guarded")).isEqualTo(FrameCode.STALE);
        assertThat(inPatch(game, 2, "guarded")).isEqualTo(FrameCode.CURRENT);
        game.patcher.rollback(image);
        assertThat(inImage(game, "guarded")).isEqualTo(FrameCode.CURRENT);
        assertThat(inPatch(game, 2, "guarded")).isEqualTo(FrameCode.STALE);
        assertThat(inImage(game, "plain")).isEqualTo(FrameCode.UNKNOWN);
        assertThat(TABLE.frameCode(String.class, "length", "()I")).isEqualTo(FrameCode.UNKNOWN);
    }

    @Test
    void aFrameIsCurrentWhileOnlyThePointerHasChanged() throws Exception {
        GuardedGame game = new GuardedGame(folder);
        long content = GuardedGame.imagePointer("plain").address();
        game.apply(new TestPatch(1)
                .pointerOnly(GuardedGame.NAME, "plain", GuardedGame.TYPE, true, Long.MIN_VALUE + 5, content));
        assertThat(inImage(game, "plain")).isEqualTo(FrameCode.CURRENT);
    }

    @Test
    void constructorsAreNeverStale() throws Exception {
        GuardedGame game = new GuardedGame(folder);
        for (int sequence = 1; sequence <= 2; sequence++) {
            TestPatch patch = game.patch(sequence, "public static void init(Game self) { }");
            patch.function(GuardedGame.NAME, "<init>", "()V", false, GuardedGame.bodies(sequence));
            game.apply(patch);
        }
        assertThat(TABLE.frameCode(game.image.type(GuardedGame.NAME), "<init>", "()V"))
                .isEqualTo(FrameCode.CURRENT);
        assertThat(TABLE.frameCode(game.image.type(GuardedGame.bodies(1)), "init", "(Lapp/Game;)V"))
                .isEqualTo(FrameCode.CURRENT);
    }

    @Test
    void aMethodOfAPatchCanBeAFunctionItself() throws Exception {
        GuardedGame game = new GuardedGame(folder);
        String lambda = "lambda$0";
        game.apply(
                GuardedGame.changed(game.patch(1, GuardedGame.code("plain", 1), GuardedGame.code(lambda, 1)), "plain"));
        TestPatch second = game.patch(2, GuardedGame.code(lambda, 2));
        second.function(GuardedGame.bodies(1), lambda, GuardedGame.TYPE, true, GuardedGame.bodies(2));
        game.apply(second);
        assertThat(inPatch(game, 1, lambda)).isEqualTo(FrameCode.STALE);
        assertThat(inPatch(game, 2, lambda)).isEqualTo(FrameCode.CURRENT);
        assertThat(inPatch(game, 1, "plain")).isEqualTo(FrameCode.CURRENT);
    }

    @Test
    void aBodyIsRecognisedAsThatOfItsFunctionOnly() throws Exception {
        GuardedGame game = new GuardedGame(folder);
        game.patched("guarded", 1);
        game.patched("plain", 2);
        FunctionKey guarded = key(game, GuardedGame.NAME, "guarded");
        FunctionKey plain = key(game, GuardedGame.NAME, "plain");
        FunctionKey body = key(game, GuardedGame.bodies(1), "guarded");
        assertThat(TABLE.isBodyOf(body, guarded)).isTrue();
        assertThat(TABLE.isBodyOf(body, plain)).isFalse();
        assertThat(TABLE.isBodyOf(guarded, guarded)).as("a recursive call").isFalse();
        assertThat(TABLE.isBodyOf(guarded, body)).isFalse();
    }

    @Test
    void aClosureFollowsItsFunctionAndIsNoHotFunction() throws Throwable {
        GuardedGame game = new GuardedGame(folder);
        long image = PatchEngine.generation();
        Class<?> type = game.image.type(GuardedGame.NAME);
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        MethodHandle plainCall = lookup.findStatic(type, "plain", MethodType.methodType(long.class));
        FunctionKey key = key(game, GuardedGame.NAME, "plain");
        assertThat(TABLE.patched(type, "plain", GuardedGame.TYPE)).isNull();
        LinkedStub closure = TABLE.closure(lookup, key, plainCall, true);
        MethodHandle call = closure.site().dynamicInvoker();
        assertThat((long) call.invokeExact()).isZero();
        assertThat(closure.function().newestCode()).isNull();
        game.patched("plain", 1);
        assertThat((long) call.invokeExact()).isEqualTo(1);
        Function function = TABLE.patched(type, "plain", GuardedGame.TYPE);
        assertThat(function).isSameAs(closure.function());
        assertThat((long)
                        Objects.requireNonNull(closure.function().newestCode()).invokeExact())
                .isEqualTo(1);
        assertThat(closure.function().version()).isEqualTo(1);
        assertThat(TABLE.stubs()).extracting(LinkedStub::function).doesNotContain(function);
        assertThat(TABLE.closure(lookup, key, plainCall, true).site()).isSameAs(closure.site());
        game.stub("plain");
        assertThat(TABLE.stubs()).extracting(LinkedStub::function).contains(function);
        game.patcher.rollback(image);
        assertThat((long) call.invokeExact()).isZero();
    }

    private static FrameCode inImage(GuardedGame game, String method) {
        return TABLE.frameCode(game.image.type(GuardedGame.NAME), method, GuardedGame.TYPE);
    }

    private static FrameCode inPatch(GuardedGame game, int sequence, String method) {
        return TABLE.frameCode(game.image.type(GuardedGame.bodies(sequence)), method, GuardedGame.TYPE);
    }

    private static FunctionKey key(GuardedGame game, String owner, String method) {
        return new FunctionKey(game.image.type(owner), method, GuardedGame.TYPE);
    }
}
