package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.subsecond.runtime.HotFn1;
import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.nativecode.CLibrary;
import dev.subsecond.runtime.table.HotTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Point 8 of the runtime's promises: shared libraries, made by a real compiler, as patches of Java functions. */
class NativePatchTest {

    private static final String GAME = """
            package app;
            public class Game {
                static int twice(int x) { return 2 * x; }
                static int other(int x) { return x; }
            }
            """;
    private static final long TWICE = TestPatch.imageAddress("app.Game", "twice", "(I)I");

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of(GAME);
    private final Patcher patcher = new Patcher(image);

    @Test
    void aJavaFunctionRunsNativeCodeThenOtherNativeCodeThenItsOwnAgain() throws Throwable {
        HotTarget twice = stub("twice");
        HotFnPtr inImage = twice.pointer();
        assertThat(call(twice, 10)).isEqualTo(20);

        Commit first = patcher.apply(times(3).table());
        HotFnPtr three = twice.pointer();
        assertThat(call(twice, 10)).isEqualTo(30);
        assertThat(three.isManaged()).isFalse();
        assertThat(first.functions()).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo("app.Game.twice(int)");
            assertThat(change.oldPtr()).isEqualTo(inImage);
            assertThat(change.newPtr()).isEqualTo(three);
        });

        patcher.apply(times(4).table());
        assertThat(call(twice, 10)).isEqualTo(40);
        assertThat(twice.version()).isEqualTo(2);

        Commit back = patcher.apply(times(5).entry(TWICE, TWICE).table());
        assertThat(call(twice, 10)).isEqualTo(20);
        assertThat(twice.pointer()).isEqualTo(inImage);
        assertThat(twice.version()).isEqualTo(3);
        assertThat(back.functions()).hasSize(1);
        assertThat(back.classes()).containsExactly(image.type("app.Game"));
        assertThat(back.timings()).containsOnlyKeys("verify", "commit", "gate");
    }

    @Test
    void aHandleCallsNativeCodeAndEveryVersionByItsPointer() throws Throwable {
        HotFn1<Integer, Integer> twice = HotFn1.of(stub("twice"));
        HotFnPtr java = twice.ptrAddress();
        patcher.apply(times(3).table());
        HotFnPtr three = twice.ptrAddress();
        assertThat(twice.call(10)).isEqualTo(30);
        patcher.apply(times(4).table());
        HotFnPtr four = twice.ptrAddress();
        assertThat(twice.tryCall(10)).isEqualTo(40);
        assertThat(twice.tryCallWithPtr(java, 10)).isEqualTo(20);
        assertThat(twice.tryCallWithPtr(three, 10)).isEqualTo(30);
        assertThat(twice.tryCallWithPtr(four, 10)).isEqualTo(40);
        HotFn1<Integer, Integer> other = HotFn1.of(stub("other"));
        assertThatThrownBy(() -> other.tryCallWithPtr(three, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFunctionCanGoBackToCodeOfAnEarlierPatchJar() throws Throwable {
        HotTarget twice = stub("twice");
        patcher.apply(managed(1, 7));
        long seven = twice.pointer().address();
        patcher.apply(times(3).sequence(2).table());
        assertThat(call(twice, 10)).isEqualTo(30);
        patcher.apply(times(4).entry(TWICE, seven).sequence(3).table());
        assertThat(call(twice, 10)).isEqualTo(70);
        assertThat(twice.pointer().address()).isEqualTo(seven);
    }

    @Test
    void aPatchJarTakesOverFromNativeCode() throws Throwable {
        HotTarget twice = stub("twice");
        patcher.apply(times(3).table());
        patcher.apply(managed(1, 7));
        assertThat(call(twice, 10)).isEqualTo(70);
        assertThat(twice.version()).isEqualTo(2);
    }

    /** The server counts its patches itself and knows nothing of those that the program applies. */
    @Test
    void aNativePatchWithoutANumberTakesNoneFromThePatchesThatHaveOne() throws Throwable {
        HotTarget twice = stub("twice");
        patcher.apply(managed(1, 7));
        patcher.apply(times(3).table());
        patcher.apply(times(4).table());
        patcher.apply(managed(2, 8));
        assertThat(call(twice, 10)).isEqualTo(80);
    }

    @Test
    void twoTablesAreLiveAtOnce() throws Throwable {
        HotTarget twice = stub("twice");
        HotTarget other = stub("other");
        patcher.apply(times(3).table());
        CLibrary second = library("second.so", "int main(void){return 0;} int other(int x){return x + 1;}");
        patcher.apply(new NativeTable(second)
                .function("app.Game", "other", "(I)I", "other")
                .table());
        assertThat(call(twice, 10)).isEqualTo(30);
        assertThat(call(other, 10)).isEqualTo(11);
    }

    @Test
    void aStubThatIsLinkedAfterTheNativePatchRunsIt() throws Throwable {
        stub("twice");
        patcher.apply(times(3).table());
        assertThat(call(stub("twice"), 10)).isEqualTo(30);
    }

    @Test
    void aTableInTheShapeOfTheSeedIsApplied() throws Throwable {
        HotTarget twice = stub("twice");
        CLibrary patch = timesLibrary(6);
        String json = """
                {"lib": "%s", "map": {"%s": %s}, "aslr_reference": 4096, "new_base_address": %s, "ifunc_count": 0}
                """.formatted(
                        patch.file(), Long.toUnsignedString(TWICE), patch.address("times"), patch.address("main"));
        patcher.apply(JumpTable.parse(json));
        assertThat(call(twice, 10)).isEqualTo(60);
    }

    @Test
    void thePathMayHaveSpacesAndLettersOfAllKinds() throws Throwable {
        assumeThat(System.getProperty("sun.jnu.encoding"))
                .as("what file names may have")
                .isEqualTo("UTF-8");
        HotTarget twice = stub("twice");
        Path there = Files.createDirectory(folder.resolve("meine Stücke – ソース"));
        CLibrary patch = CLibrary.compile(there.resolve("größer als drei.so"), timesSource(9));
        patcher.apply(twiceBecomes(patch).table());
        assertThat(call(twice, 10)).isEqualTo(90);
    }

    @Test
    void aRelativePathIsThatOfTheWorkingFolder() throws Throwable {
        HotTarget twice = stub("twice");
        NativeTable table = times(3);
        table.lib = Path.of("").toAbsolutePath().relativize(table.lib);
        patcher.apply(table.table());
        assertThat(call(twice, 10)).isEqualTo(30);
    }

    /** The dynamic linker, and JNA, would give the library that they know by this path. */
    @Test
    void anotherLibraryUnderTheSamePathIsAnotherPatch() throws Throwable {
        HotTarget twice = stub("twice");
        CLibrary first = CLibrary.compile(folder.resolve("patch.so"), timesSource(3));
        patcher.apply(twiceBecomes(first).table());
        HotFnPtr three = twice.pointer();
        CLibrary next = CLibrary.compile(folder.resolve("next.so"), timesSource(4));
        Files.move(next.file(), first.file(), StandardCopyOption.REPLACE_EXISTING);
        patcher.apply(twiceBecomes(CLibrary.of(first.file())).table());
        assertThat(call(twice, 10)).isEqualTo(40);
        assertThat((int) twice.version(three).invokeExact(10)).isEqualTo(30);
    }

    @Test
    void theSamePatchTwiceChangesNothingTheSecondTime() throws Throwable {
        HotTarget twice = stub("twice");
        NativeTable table = times(3);
        assertThat(patcher.apply(table.table()).functions()).hasSize(1);
        assertThat(patcher.apply(table.table()).functions()).isEmpty();
        assertThat(twice.version()).isEqualTo(1);
    }

    /** If the patch's symbols were everybody's, the second patch would call the factor of the first. */
    @Test
    void aPatchCallsItsOwnFunctionsAndNotThoseOfThePatchBefore() throws Throwable {
        HotTarget twice = stub("twice");
        String source = "int main(void){return 0;} int factor(void){return %d;} int times(int x){return x * factor();}";
        patcher.apply(twiceBecomes(library("a.so", source.formatted(3), "-fno-inline"))
                .table());
        assertThat(call(twice, 10)).isEqualTo(30);
        patcher.apply(twiceBecomes(library("b.so", source.formatted(4), "-fno-inline"))
                .table());
        assertThat(call(twice, 10)).isEqualTo(40);
    }

    @Test
    void theDigestAndTheBuildAreTakenWhenTheyAreRight() throws Throwable {
        HotTarget twice = stub("twice");
        NativeTable table = times(3).sequence(1);
        table.sha256 = Optional.of(TestPatch.sha256(Files.readAllBytes(table.lib)));
        table.buildId = Optional.of(TestPatch.BUILD);
        Commit commit = patcher.apply(table.table());
        assertThat(commit.sequence()).isEqualTo(1);
        assertThat(call(twice, 10)).isEqualTo(30);
    }

    /** Nothing calls through them yet; the table knows where they are. */
    @Test
    void nativeFunctionsEnterTheTableWithTheirAddressesInThisProcess() throws Throwable {
        CLibrary base = library("libphysics.so", "int anchor_n(void){return 1;} int step(int x){return x;}");
        CLibrary patch = library(
                "patch.so",
                "int pad; int anchor_n(void){return 2;} int step(int x){return x + 1;}" + " int main(void){return 0;}");
        NativeTable table = new NativeTable(patch).image(base, "anchor_n");
        Commit commit = patcher.apply(
                table.entry(base.address("step"), patch.address("step")).table());
        long step = Subsecond.aslrReference(base.file().toString(), "step");
        SortedMap<Long, Long> live = HotTable.shared().snapshot().map();
        assertThat(live).containsKey(step);
        assertThat(live.get(step)).isPositive().isNotEqualTo(step);
        assertThat(commit.functions()).isEmpty();
        assertThat(PatchEngine.generation()).isEqualTo(commit.generation());
        patcher.rollback(commit.generation() - 1);
        assertThat(HotTable.shared().snapshot().map()).doesNotContainKey(step);
        patcher.rollback(commit.generation());
        assertThat(HotTable.shared().snapshot().map()).isEqualTo(live);
    }

    /** With a guard, as in an image that was prepared, whether or not a call has linked it before the patch. */
    @ParameterizedTest
    @CsvSource({"guarded, true", "guarded, false", "plain, true"})
    void preparedOrNotTheImagesCodeComesBackByATableAndByARollback(String name, boolean called) throws Throwable {
        GuardedGame game = new GuardedGame(folder);
        HotTarget function = game.stub(name);
        if (called) {
            assertThat((long) function.invoker().invokeExact()).isZero();
        }
        long id = GuardedGame.imagePointer(name).address();
        CLibrary patch = library("patch.so", "int main(void) { return 0; } long long seven(void) { return 7; }");
        Commit seven = game.patcher.apply(
                new NativeTable(patch).entry(id, patch.address("seven")).table());
        assertThat((long) function.invoker().invokeExact()).isEqualTo(7);
        game.patcher.apply(new NativeTable(patch).entry(id, id).table());
        assertThat((long) function.invoker().invokeExact()).isZero();
        assertThat(function.pointer()).isEqualTo(new HotFnPtr(id));
        game.patcher.rollback(seven.generation());
        assertThat((long) function.invoker().invokeExact()).isEqualTo(7);
        assertThat(function.pointer().isManaged()).isFalse();
        game.patcher.rollback(seven.generation() - 1);
        assertThat((long) function.invoker().invokeExact()).isZero();
        assertThat(function.version()).isEqualTo(4);
    }

    @Test
    void aFolderThatForbidsExecutionIsNoObstacleOnLinux() throws Throwable {
        Path noexec = Files.createDirectory(folder.resolve("noexec"));
        Mount mount = Mount.noexec(noexec);
        assumeThat(mount.failure()).as("mounting a folder noexec").isEmpty();
        try {
            HotTarget twice = stub("twice");
            patcher.apply(twiceBecomes(CLibrary.compile(noexec.resolve("patch.so"), timesSource(3)))
                    .table());
            assertThat(call(twice, 10)).isEqualTo(30);
        } finally {
            mount.close();
        }
    }

    private HotTarget stub(String name) throws IllegalAccessException {
        return image.stub("app.Game", name, "(I)I", true);
    }

    private static int call(HotTarget target, int argument) throws Throwable {
        return (int) target.invoker().invokeExact(argument);
    }

    private NativeTable times(int factor) {
        return twiceBecomes(timesLibrary(factor));
    }

    private static NativeTable twiceBecomes(CLibrary patch) {
        return new NativeTable(patch).function("app.Game", "twice", "(I)I", "times");
    }

    private CLibrary timesLibrary(int factor) {
        return library("times" + factor + ".so", timesSource(factor));
    }

    private static String timesSource(int factor) {
        return "int main(void) { return 0; } int times(int x) { return %d * x; }".formatted(factor);
    }

    private CLibrary library(String name, String source, String... options) {
        return CLibrary.compile(folder.resolve(name), source, options);
    }

    private JumpTable managed(long sequence, int factor) {
        String source = "package app; public class Game$$Hot%d { public static int twice(int x) { return %d * x; } }"
                .formatted(sequence, factor);
        Map<String, byte[]> classes = image.compileAgainst(source);
        return new TestPatch(sequence)
                .classes("app.Game", classes)
                .function("app.Game", "twice", "(I)I", true, "app.Game$$Hot" + sequence)
                .write(folder);
    }
}
