package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.subsecond.runtime.FunctionChange;
import dev.subsecond.runtime.Generation;
import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.link.HotTarget;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Point 7 of the runtime's promises: going back to earlier generations. Each parameter is a function: one with a guard and one without. */
class RollbackTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"guarded", "plain"})
    void theImagesOwnCodeComesBackWithItsPointer(String name) throws Throwable {
        GuardedGame game = new GuardedGame(folder);
        HotTarget function = game.stub(name);
        long image = PatchEngine.generation();
        game.patched(name, 1);
        assertThat(call(function)).isEqualTo(1);
        Commit back = game.patcher.rollback(image);
        assertThat(call(function)).isZero();
        assertThat(function.pointer()).isEqualTo(GuardedGame.imagePointer(name));
        assertThat(function.version()).as("versions count up").isEqualTo(2);
        assertThat(back.generation()).isEqualTo(image + 2);
        assertThat(back.functions()).singleElement().satisfies(change -> {
            assertThat(change.newPtr()).isEqualTo(GuardedGame.imagePointer(name));
            assertThat(change.body()).as("the image's frames run the new code").isEqualTo(change.image());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"guarded", "plain"})
    void anEarlierPatchsCodeComesBackAndCanBeLeftAgain(String name) throws Throwable {
        GuardedGame game = new GuardedGame(folder);
        HotTarget function = game.stub(name);
        long image = PatchEngine.generation();
        game.patched(name, 1);
        HotFnPtr first = function.pointer();
        game.patched(name, 2);
        game.patcher.rollback(image + 1);
        assertThat(call(function)).isEqualTo(1);
        assertThat(function.pointer()).isEqualTo(first);
        game.patcher.rollback(image);
        assertThat(call(function)).isZero();
        game.patched(name, 3);
        assertThat(call(function)).as("the guard is open again").isEqualTo(3);
        game.patcher.rollback(image + 3);
        assertThat(call(function)).as("what the first rollback had made").isEqualTo(1);
        assertThat(function.version()).isEqualTo(6);
    }

    @Test
    void everyVersionStaysCallableByItsPointer() throws Throwable {
        GuardedGame game = new GuardedGame(folder);
        HotTarget function = game.stub("guarded");
        HotFnPtr inImage = function.pointer();
        long image = PatchEngine.generation();
        TestPatch patch = game.patch(1, GuardedGame.code("guarded", 1), "public static long carried() { return 0; }");
        game.apply(GuardedGame.changed(patch, "guarded").version(inImage.address(), "carried"));
        HotFnPtr first = function.pointer();
        for (long sequence = 2; sequence <= 12; sequence++) {
            game.patched("guarded", sequence);
        }
        assertThat(GuardedGame.version(function, first)).isEqualTo(1);
        assertThat(GuardedGame.version(function, inImage)).isZero();
        game.patcher.rollback(image);
        assertThat(GuardedGame.version(function, first)).isEqualTo(1);
        assertThat(GuardedGame.version(function, inImage)).isZero();
    }

    @Test
    void theTableIsThatOfTheEarlierGenerationAndSequencesGoOn() throws Exception {
        GuardedGame game = new GuardedGame(folder);
        game.stub("plain");
        JumpTable image = PatchEngine.snapshot();
        long number = PatchEngine.generation();
        game.patched("plain", 1);
        JumpTable first = PatchEngine.snapshot();
        game.patched("guarded", 2);
        game.patcher.rollback(number + 1);
        assertThat(PatchEngine.snapshot().map()).isEqualTo(first.map());
        game.patcher.rollback(number);
        assertThat(PatchEngine.snapshot().map()).isEqualTo(image.map());
        game.patcher.rollback(number + 1);
        assertThat(PatchEngine.snapshot().map()).isEqualTo(first.map());
        assertThatThrownBy(() -> game.patched("plain", 2))
                .isInstanceOfSatisfying(
                        PatchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OUT_OF_ORDER));
        game.patched("guarded", 3);
        assertThat(PatchEngine.snapshot().map()).hasSize(first.map().size() + 1);
    }

    @Test
    void theHistoryTellsPatchesFromRollbacks() throws Exception {
        GuardedGame game = new GuardedGame(folder);
        long image = PatchEngine.generation();
        Commit patched = game.patched("plain", 7);
        game.patcher.rollback(image);
        List<Generation> history = PatchEngine.history();
        Generation patch = history.get((int) image + 1);
        Generation back = history.get((int) image + 2);
        assertThat(history).hasSize((int) image + 3);
        assertThat(patch.sequence()).isEqualTo(7);
        assertThat(patch.rolledBackTo()).isEmpty();
        HotFnPtr now = patched.functions().get(0).newPtr();
        HotFnPtr before = GuardedGame.imagePointer("plain");
        assertThat(patch.functions()).containsExactly(new FunctionChange("app.Game.plain()", before, now));
        assertThat(back.functions()).containsExactly(new FunctionChange("app.Game.plain()", now, before));
        assertThat(back.sequence()).isEqualTo(history.get((int) image).sequence());
        assertThat(back.rolledBackTo()).hasValue(image);
        assertThat(back.committed()).isAfterOrEqualTo(patch.committed());
    }

    @Test
    void goingBackToWhatIsCurrentChangesNothing() throws Exception {
        GuardedGame game = new GuardedGame(folder);
        game.patched("plain", 1);
        long current = PatchEngine.generation();
        Commit commit = game.patcher.rollback(current);
        assertThat(commit.functions()).isEmpty();
        assertThat(commit.generation()).isEqualTo(current);
        assertThat(PatchEngine.history()).hasSize((int) current + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1, Long.MAX_VALUE})
    void anUnknownGenerationIsRefusedNamingThoseThereAre(long offset) throws Exception {
        GuardedGame game = new GuardedGame(folder);
        game.patched("plain", 1);
        long current = PatchEngine.generation();
        long unknown = offset == 1 ? current + 1 : offset;
        assertThatThrownBy(() -> game.patcher.rollback(unknown))
                .hasMessageContaining("0 to " + current)
                .isInstanceOfSatisfying(
                        PatchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OUT_OF_ORDER));
        assertThat(PatchEngine.generation()).isEqualTo(current);
    }

    @Test
    void aFunctionThatWasAddedSinceKeepsItsCodeAndComesBackWithTheNextPatch() throws Throwable {
        GuardedGame game = new GuardedGame(folder);
        HotTarget plain = game.stub("plain");
        long image = PatchEngine.generation();
        Commit added = game.apply(calling(game, 1));
        assertThat(added.functions()).hasSize(2);
        assertThat(call(plain)).isEqualTo(10);
        Commit back = game.patcher.rollback(image);
        assertThat(back.functions()).extracting(CommittedFunction::name).containsExactly("app.Game.plain()");
        assertThat(call(plain)).isZero();
        Commit again = game.apply(calling(game, 2));
        assertThat(again.functions()).hasSize(2);
        assertThat(again.functions().get(1).oldPtr()).as("it did not exist").isEqualTo(new HotFnPtr(0));
        assertThat(call(plain)).isEqualTo(20);
        game.patcher.rollback(image + 1);
        assertThat(call(plain)).isEqualTo(10);
    }

    /** New code of {@code plain}, which calls a function that the patch adds. */
    private static TestPatch calling(GuardedGame game, int sequence) {
        String id = TestPatch.id(GuardedGame.NAME, "ten", GuardedGame.TYPE);
        TestPatch patch =
                game.patch(sequence, "public static long ten() { return " + 10 * sequence + "; }", """
                static class Ten {
                    static final java.lang.invoke.MethodHandle CODE = dev.subsecond.runtime.link.PatchLinker.function(
                            java.lang.invoke.MethodHandles.lookup(), "ten",
                            java.lang.invoke.MethodType.methodType(long.class), "%s").dynamicInvoker();
                }
                public static long plain() throws Throwable { return (long) Ten.CODE.invokeExact(); }
                """.formatted(id));
        String bodies = GuardedGame.bodies(sequence);
        return GuardedGame.changed(patch, "plain").added(GuardedGame.NAME, "ten", GuardedGame.TYPE, true, bodies);
    }

    @Test
    void aFrameThatRunsWhileTheProgramGoesBackEndsInItsOwnCode() throws Throwable {
        GuardedGame game = new GuardedGame(folder);
        HotTarget function = game.stub("guarded");
        long image = PatchEngine.generation();
        game.patched("guarded", 1);
        game.patcher.rollback(image);
        Runnable patchAndBack = () -> {
            try {
                game.image.type(GuardedGame.NAME).getField("during").set(null, null);
                game.patched("guarded", 2);
                assertThat(call(function)).isEqualTo(2);
                game.patcher.rollback(image);
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        };
        game.image.type(GuardedGame.NAME).getField("during").set(null, patchAndBack);
        assertThat(call(function)).isZero();
        assertThat(call(function)).isZero();
    }

    private static long call(HotTarget target) throws Throwable {
        return (long) target.invoker().invokeExact();
    }
}
