package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.link.HotTarget;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose classes several loaders have: the runtime is in their parent. */
class SeveralLoadersTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    @TempDir
    Path folder;

    /** Of each test its own: a patch concerns every loader of this JVM that has its classes. */
    private final String inPackage = "app.several" + TESTS.incrementAndGet();

    private final TestImage first = TestImage.of(source("One"), source("Two"));
    private final TestImage second = TestImage.of(source("One"), source("Two"));
    private final TestImage onlyOne = TestImage.of(source("One"));
    private final Patcher patcher = Patcher.ofAll(getClass().getClassLoader());

    @Test
    void onePatchAndOneRollbackChangeAClassInEveryLoaderThatHasIt() throws Throwable {
        HotTarget inFirst = stub(first, "One");
        HotTarget inSecond = stub(second, "One");
        long image = PatchEngine.generation();
        Commit commit = patcher.apply(patch(1, "One").write(folder));
        assertThat(call(inFirst)).isEqualTo(1);
        assertThat(call(inSecond)).isEqualTo(1);
        assertThat(commit.generation()).as("one generation").isEqualTo(image + 1);
        assertThat(commit.functions()).as("named once").hasSize(1);
        assertThat(commit.classes())
                .containsExactlyInAnyOrder(first.type(inPackage + ".One"), second.type(inPackage + ".One"));
        patcher.rollback(image);
        assertThat(call(inFirst)).isZero();
        assertThat(call(inSecond)).isZero();
    }

    @Test
    void aLoaderWithoutOneOfTheClassesGetsTheOthers() throws Throwable {
        HotTarget oneOfFirst = stub(first, "One");
        HotTarget twoOfFirst = stub(first, "Two");
        HotTarget one = stub(onlyOne, "One");
        patcher.apply(patch(1, "One", "Two").write(folder));
        assertThat(call(oneOfFirst)).isEqualTo(1);
        assertThat(call(twoOfFirst)).isEqualTo(1);
        assertThat(call(one)).isEqualTo(1);
    }

    @Test
    void whatOneLoaderCannotTakeChangesNothingInAny() throws Throwable {
        HotTarget inFirst = stub(first, "One");
        HotTarget inSecond = stub(second, "One");
        new Patcher(second).apply(patch(1, "One").write(folder));
        assertThatThrownBy(() -> patcher.apply(patch(1, "One").write(folder)))
                .as("the class name is used up in one loader")
                .isInstanceOfSatisfying(PatchException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.VERIFY_FAILED);
                    assertThat(e.definedClasses()).as("defined in the other").isEmpty();
                });
        assertThat(call(inFirst)).isZero();
        assertThat(call(inSecond)).isEqualTo(1);
        patcher.apply(patch(2, "One").write(folder));
        assertThat(call(inFirst)).isEqualTo(2);
        assertThat(call(inSecond)).isEqualTo(2);
    }

    @Test
    void aLoaderThatComesAfterPatchesIsBroughtUpToDateWithTheNext() throws Throwable {
        stub(first, "One");
        patcher.apply(patch(1, "One").write(folder));
        patcher.apply(patch(2, "One", "Two").write(folder));
        HotTarget oneOfSecond = stub(second, "One");
        HotTarget twoOfSecond = stub(second, "Two");
        assertThat(call(oneOfSecond)).isZero();
        Commit commit = patcher.apply(patch(3, "Two").write(folder));
        assertThat(call(oneOfSecond)).isEqualTo(2);
        assertThat(call(twoOfSecond)).isEqualTo(3);
        assertThat(commit.sequence()).isEqualTo(3);
    }

    @Test
    void aLoaderThatCannotBeBroughtUpToDateKeepsNobodyFromBeingPatched() throws Throwable {
        HotTarget inFirst = stub(first, "One");
        JumpTable earlier = patch(1, "One").write(folder);
        patcher.apply(earlier);
        Files.delete(earlier.lib());
        HotTarget inSecond = stub(second, "One");
        patcher.apply(patch(2, "One").write(folder));
        assertThat(call(inFirst)).isEqualTo(2);
        assertThat(call(inSecond)).isZero();
    }

    @Test
    void aClassThatNoLoaderHasIsUnknown() {
        TestPatch patch = new TestPatch(1).pointerOnly(inPackage + ".None", "value", "()I", true, -5, -5);
        assertThatThrownBy(() -> patcher.apply(patch.write(folder)))
                .hasMessageContaining(inPackage + ".None")
                .isInstanceOfSatisfying(
                        PatchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_FUNCTION));
    }

    @Test
    void aLoaderThatTheProgramDropsIsCollected() throws Exception {
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
        PhantomReference<ClassLoader> dropped = patchedAndDropped(collected);
        stub(first, "Two");
        patcher.apply(patch(2, "Two").write(folder)); // a commit whose first call is awaited keeps what it changed
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (collected.remove(50) == null) {
                System.gc();
            }
        });
        assertThat(dropped.refersTo(null)).isTrue();
    }

    private PhantomReference<ClassLoader> patchedAndDropped(ReferenceQueue<ClassLoader> collected) throws Exception {
        TestImage image = TestImage.of(source("One"));
        stub(image, "One");
        patcher.apply(patch(1, "One").write(folder));
        return new PhantomReference<>(image, collected);
    }

    /** New code of the classes' {@code value}, which returns the patch's number. */
    private TestPatch patch(long sequence, String... classes) {
        TestPatch patch = new TestPatch(sequence);
        for (String name : classes) {
            String body = name + "$$Hot" + sequence;
            String code = "package %s; public class %s { public static int value() { return %d; } }";
            String owner = inPackage + "." + name;
            patch.classes(owner, first.compileAgainst(code.formatted(inPackage, body, sequence)));
            patch.function(owner, "value", "()I", true, inPackage + "." + body);
        }
        return patch;
    }

    private String source(String name) {
        return "package %s; public class %s { static int value() { return 0; } }".formatted(inPackage, name);
    }

    private HotTarget stub(TestImage image, String type) throws IllegalAccessException {
        return image.stub(inPackage + "." + type, "value", "()I", true);
    }

    private static int call(HotTarget target) throws Throwable {
        return (int) target.invoker().invokeExact();
    }
}
