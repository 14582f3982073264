package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.wire.FunctionPatch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions whose own code stays while what it reaches has changed. */
class PointerOnlyTest {

    private static final HotFnPtr OTHER = new HotFnPtr(Long.MIN_VALUE + 77);
    private static final HotFnPtr ANOTHER = new HotFnPtr(Long.MIN_VALUE + 78);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"guarded", "plain"})
    void theImagesCodeRunsOnUnderTheNewPointerAndUnderTheOld(String name) throws Throwable {
        GuardedGame game = new GuardedGame(folder);
        HotTarget function = game.stub(name);
        HotFnPtr inImage = function.pointer();
        Commit commit = pointer(game, 1, name, OTHER, inImage);
        assertThat(commit.functions()).singleElement().satisfies(change -> {
            assertThat(change.oldPtr()).isEqualTo(inImage);
            assertThat(change.newPtr()).isEqualTo(OTHER);
            assertThat(change.body()).as("no new code").isNull();
        });
        assertThat(function.pointer()).isEqualTo(OTHER);
        assertThat(function.version()).isEqualTo(1);
        assertThat((long) function.invoker().invokeExact()).isZero();
        assertThat(GuardedGame.version(function, OTHER)).isZero();
        assertThat(GuardedGame.version(function, inImage)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"guarded", "plain"})
    void allPointersOfTheImagesCodeLeadToTheBodyThatAPatchCarries(String name) throws Throwable {
        GuardedGame game = new GuardedGame(folder);
        HotTarget function = game.stub(name);
        HotFnPtr inImage = function.pointer();
        pointer(game, 1, name, OTHER, inImage);
        TestPatch patch = game.patch(2, GuardedGame.code(name, 2), "public static long carried() { return -5; }");
        game.apply(GuardedGame.changed(patch, name).version(inImage.address(), "carried"));
        assertThat((long) function.invoker().invokeExact()).isEqualTo(2);
        assertThat(GuardedGame.version(function, inImage)).isEqualTo(-5);
        assertThat(GuardedGame.version(function, OTHER)).isEqualTo(-5);
    }

    @Test
    void aPatchsCodeRunsOnUnderEveryPointerItHad() throws Throwable {
        GuardedGame game = new GuardedGame(folder);
        HotTarget function = game.stub("guarded");
        long image = PatchEngine.generation();
        game.patched("guarded", 1);
        HotFnPtr first = function.pointer();
        pointer(game, 2, "guarded", OTHER, first);
        pointer(game, 3, "guarded", ANOTHER, first);
        assertThat((long) function.invoker().invokeExact()).isEqualTo(1);
        game.patched("guarded", 4);
        for (HotFnPtr pointer : List.of(first, OTHER, ANOTHER)) {
            assertThat(GuardedGame.version(function, pointer)).as("%s", pointer).isEqualTo(1);
        }
        game.patcher.rollback(image + 2);
        assertThat(function.pointer()).isEqualTo(OTHER);
        assertThat((long) function.invoker().invokeExact()).isEqualTo(1);
    }

    @Test
    void aFunctionThatThePatchAddsNeedsCode() {
        GuardedGame game = new GuardedGame(folder);
        TestPatch patch = new TestPatch(1);
        FunctionPatch f = patch.pointerOnly(
                        GuardedGame.NAME, "added", GuardedGame.TYPE, true, OTHER.address(), OTHER.address())
                .functions
                .remove(0);
        patch.functions.add(new FunctionPatch(
                f.id(),
                f.pointer(),
                f.content(),
                f.owner(),
                f.name(),
                f.descriptor(),
                true,
                true,
                true,
                null,
                List.of()));
        assertThatThrownBy(() -> game.apply(patch))
                .hasMessageContaining("app.Game.added()J")
                .isInstanceOfSatisfying(
                        PatchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOAD_FAILED));
    }

    private static Commit pointer(GuardedGame game, long sequence, String name, HotFnPtr pointer, HotFnPtr content)
            throws Exception {
        return game.apply(new TestPatch(sequence)
                .pointerOnly(GuardedGame.NAME, name, GuardedGame.TYPE, true, pointer.address(), content.address()));
    }
}
