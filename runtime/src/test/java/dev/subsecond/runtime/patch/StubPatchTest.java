package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.table.HotTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stub calls, in an image without guards, before and after patches. */
class StubPatchTest {

    private static final String GAME = """
            package app;
            public class Game {
                int base = 40;
                static int twice(int x) { return 2 * x; }
                int plus(int x) { return base + x; }
            }
            """;
    private static final String HARD = "package app; public class Hard extends Game { int plus(int x) { return -x; } }";
    private static final String SOFT = "package app; public class Soft extends Game { }";

    private static final long OTHER = 77 | Long.MIN_VALUE;

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of(GAME, HARD, SOFT);
    private final Patcher patcher = new Patcher(image);

    @Test
    void aPatchedStaticMethodRunsItsNewestCode() throws Throwable {
        HotTarget twice = image.stub("app.Game", "twice", "(I)I", true);
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(42);
        apply(1, "static int twice(int x) { return 3 * x; }", "twice", true);
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(63);
        apply(2, "static int twice(int x) { return 4 * x; }", "twice", true);
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(84);
    }

    @Test
    void aPatchedInstanceMethodRunsItsNewestCodeUnlessTheReceiverOverridesIt() throws Throwable {
        HotTarget plus = image.stub("app.Game", "plus", "(I)I", false);
        apply(1, "static int plus(Game self, int x) { return self.base - x; }", "plus", false);
        assertThat((int) plus.invoker().invoke(image.create("app.Game"), 1)).isEqualTo(39);
        assertThat((int) plus.invoker().invoke(image.create("app.Soft"), 1)).isEqualTo(39);
        assertThat((int) plus.invoker().invoke(image.create("app.Hard"), 1)).isEqualTo(-1);
    }

    @Test
    void aStubThatIsLinkedAfterAPatchRunsTheNewestCode() throws Throwable {
        apply(1, "static int twice(int x) { return 3 * x; }", "twice", true);
        HotTarget twice = image.stub("app.Game", "twice", "(I)I", true);
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(63);
    }

    @Test
    void pointerAndVersionChangeWithTheCodeAndOnlyWithIt() throws Throwable {
        HotTarget twice = image.stub("app.Game", "twice", "(I)I", true);
        long inImage = TestPatch.imageAddress("app.Game", "twice", "(I)I");
        assertThat(twice.pointer()).isEqualTo(new HotFnPtr(inImage));
        assertThat(twice.version()).isZero();
        assertThat(applyAt(1, OTHER)).hasSize(1);
        assertThat(twice.pointer()).isEqualTo(new HotFnPtr(OTHER));
        assertThat(twice.version()).isEqualTo(1);
        assertThat(applyAt(2, OTHER)).isEmpty();
        assertThat(twice.version()).isEqualTo(1);
        assertThat(applyAt(3, inImage)).singleElement().satisfies(change -> {
            assertThat(change.oldPtr()).isEqualTo(new HotFnPtr(OTHER));
            assertThat(change.newPtr()).isEqualTo(new HotFnPtr(inImage));
        });
        assertThat(twice.version()).isEqualTo(2);
        assertThat(HotTable.shared().snapshot().map()).containsEntry(inImage, inImage);
    }

    @Test
    void everyVersionCanBeCalledByItsPointer() throws Throwable {
        HotTarget twice = image.stub("app.Game", "twice", "(I)I", true);
        HotFnPtr first = twice.pointer();
        apply(1, "static int twice(int x) { return 3 * x; }", "twice", true);
        HotFnPtr second = twice.pointer();
        apply(2, "static int twice(int x) { return 4 * x; }", "twice", true);
        assertThat((int) twice.version(first).invokeExact(10)).isEqualTo(20);
        assertThat((int) twice.version(second).invokeExact(10)).isEqualTo(30);
        assertThat((int) twice.version(twice.pointer()).invokeExact(10)).isEqualTo(40);
    }

    @Test
    void aVersionThatThePatchBringsCanBeCalledByItsPointer() throws Throwable {
        HotTarget twice = image.stub("app.Game", "twice", "(I)I", true);
        String code = "static int twice(int x) { return 3 * x; } public static int old(int x) { return 5 * x; }";
        TestPatch patch = patch(1, code).function("app.Game", "twice", "(I)I", true, "app.Game$$Hot1");
        patcher.apply(patch.version(OTHER, "old").write(folder));
        assertThat((int) twice.version(new HotFnPtr(OTHER)).invokeExact(10)).isEqualTo(50);
    }

    @Test
    void anUnknownPointerIsRefused() throws Throwable {
        HotTarget twice = image.stub("app.Game", "twice", "(I)I", true);
        assertThatThrownBy(() -> twice.version(new HotFnPtr(4711)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("app.Game.twice(int)");
    }

    @Test
    void twoStubsOfOneFunctionAreEqual() throws Throwable {
        HotTarget one = image.stub("app.Game", "twice", "(I)I", true);
        HotTarget two = image.stub("app.Game", "twice", "(I)I", true);
        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
        assertThat(one).isNotEqualTo(image.stub("app.Game", "plus", "(I)I", false));
        assertThat(PatchEngine.targets()).contains(one);
    }

    @Test
    void patchesCountTheGenerations() throws Throwable {
        long before = PatchEngine.generation();
        Commit commit = apply(1, "static int twice(int x) { return 3 * x; }", "twice", true);
        assertThat(commit.generation()).isEqualTo(before + 1);
        assertThat(PatchEngine.generation()).isEqualTo(before + 1);
        assertThat(commit.timings()).containsOnlyKeys("verify", "commit", "gate");
        assertThat(commit.classes()).containsExactly(image.type("app.Game"));
        assertThat(HotTable.shared().history()).hasSize((int) before + 2);
    }

    private Commit apply(long sequence, String code, String name, boolean isStatic) throws Exception {
        TestPatch patch = patch(sequence, code);
        return patcher.apply(patch.function("app.Game", name, "(I)I", isStatic, "app.Game$$Hot" + sequence)
                .write(folder));
    }

    private List<CommittedFunction> applyAt(long sequence, long pointer) throws Exception {
        TestPatch patch = patch(sequence, "static int twice(int x) { return 3 * x; }");
        patch.function("app.Game", "twice", "(I)I", true, false, "app.Game$$Hot" + sequence, pointer);
        return patcher.apply(patch.write(folder)).functions();
    }

    private TestPatch patch(long sequence, String code) {
        String source = "package app; public class Game$$Hot%d { public %s }".formatted(sequence, code);
        Map<String, byte[]> classes = image.compileAgainst(source);
        return new TestPatch(sequence).classes("app.Game", classes);
    }
}
