package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.nativecode.CLibrary;
import dev.subsecond.runtime.table.HotTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A native patch that is refused changes nothing, says why, and the next good one works. */
class RejectedNativePatchTest {

    private static final String GAME = """
            package app;
            public class Game {
                int base = 1;
                static int twice(int x) { return 2 * x; }
                int plus(int x) { return base + x; }
                static int sum(int scale, java.util.List<Integer> all) { return scale * all.size(); }
                static java.util.List<Integer> list(int size) { return null; }
                static int[] array(int size) { return new int[size]; }
            }
            """;
    private static final long TWICE = TestPatch.imageAddress("app.Game", "twice", "(I)I");
    private static final String SOURCE = "int main(void) { return 0; } int data = 7; int times(int x) { return 3 * x; }"
            + " const int table[] = {1, 2, 3};";

    private static final int CLASS = 4;
    private static final int TYPE = 16;
    private static final int MACHINE = 18;

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of(GAME);
    private final Patcher patcher = new Patcher(image);
    private HotTarget twice;
    private HotFnPtr before;
    private Map<Long, Long> map;
    private long generation;
    private CLibrary patch;

    @BeforeEach
    void link() throws Exception {
        twice = image.stub("app.Game", "twice", "(I)I", true);
        before = twice.pointer();
        map = HotTable.shared().snapshot().map();
        generation = PatchEngine.generation();
        patch = CLibrary.compile(folder.resolve("patch.so"), SOURCE);
    }

    /** After every test: the old code ran on, and a good patch goes live. */
    @AfterEach
    void nothingHasChangedAndTheNextGoodPatchWorks() throws Throwable {
        assertThat(PatchEngine.generation()).isEqualTo(generation);
        assertThat(HotTable.shared().snapshot().map()).isEqualTo(map);
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(42);
        assertThat(twice.pointer()).isEqualTo(before);
        assertThat(twice.version()).isZero();
        CLibrary good = CLibrary.compile(folder.resolve("good.so"), SOURCE);
        patcher.apply(twiceBecomes(good).sequence(100).table());
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(63);
    }

    @Test
    void aMissingFile() {
        NativeTable table = good();
        table.lib = folder.resolve("nowhere.so");
        assertRefused(table, Reason.LOAD_FAILED, "There is no patch", "nowhere.so");
    }

    @Test
    void aFolder() {
        NativeTable table = good();
        table.lib = folder;
        assertRefused(table, Reason.LOAD_FAILED, folder.toString(), "is a folder");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertRefused(withContent(new byte[0]), Reason.LOAD_FAILED, "is empty");
    }

    @Test
    void aFileThatIsNeitherJarNorLibrary() throws IOException {
        assertRefused(
                withContent("#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.UTF_8)),
                Reason.LOAD_FAILED,
                "is neither a jar nor a shared library");
    }

    /** It begins as a Mach-O file of several processors does. */
    @Test
    void aClassFile() throws IOException {
        byte[] classFile = Objects.requireNonNull(
                image.compileAgainst("package app; class A {}").get("app.A"));
        assertRefused(withContent(classFile), Reason.LOAD_FAILED, "is neither a jar nor a shared library");
    }

    /** Reading would wait for a writer. */
    @Test
    void aPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        NativeTable table = good();
        table.lib = pipe;
        assertRefused(table, Reason.LOAD_FAILED, "is no ordinary file");
    }

    /** Whoever is root may read every file but this one. */
    @Test
    void anUnreadableFile() {
        NativeTable table = good();
        table.lib = Path.of("/proc/self/mem");
        assumeThat(table.lib).isRegularFile();
        assertRefused(table, Reason.LOAD_FAILED, "/proc/self/mem cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "40, ARM (ELF machine 40)",
        "243, RISC-V (ELF machine 243)",
        "4711, an unknown machine (ELF machine 4711)"
    })
    void anotherProcessor(short machine, String name) throws IOException {
        byte[] library = changed(bytes -> bytes.putShort(MACHINE, machine));
        assertRefused(
                withContent(library), Reason.LOAD_FAILED, "is for " + name, "runs on " + System.getProperty("os.arch"));
    }

    @Test
    void aLibraryOf32Bits() throws IOException {
        byte[] library = changed(bytes -> bytes.put(CLASS, (byte) 1));
        assertRefused(withContent(library), Reason.LOAD_FAILED, "is for 32-bit");
    }

    @ParameterizedTest
    @CsvSource({"MZ......, PE", "cffaedfe, MACH_O"})
    void aLibraryOfAnotherSystem(String start, String format) throws IOException {
        byte[] magic = start.startsWith("MZ")
                ? start.getBytes(StandardCharsets.US_ASCII)
                : HexFormat.of().parseHex(start + "07000001");
        assertRefused(withContent(magic), Reason.LOAD_FAILED, "in the format " + format, "this system loads ELF");
    }

    @Test
    void anObjectFile() {
        NativeTable table = good();
        table.lib = CLibrary.object(folder.resolve("patch.o"), SOURCE);
        assertRefused(table, Reason.LOAD_FAILED, "is an object file or a program", "link it with -shared");
    }

    @Test
    void aProgramAtAFixedAddress() throws IOException {
        assertRefused(
                withContent(changed(bytes -> bytes.putShort(TYPE, (short) 2))), Reason.LOAD_FAILED, "or a program");
    }

    /** Loading one would end the JVM with a bus error. */
    @ParameterizedTest
    @ValueSource(ints = {9, 40, 64, 100, 4096, 8200, 12000})
    void aLibraryThatIsCutShort(int length) throws IOException {
        byte[] whole = Files.readAllBytes(patch.file());
        assertThat(whole.length).isGreaterThan(length);
        assertRefused(withContent(Arrays.copyOf(whole, length)), Reason.LOAD_FAILED, "cut short");
    }

    @Test
    void aLibraryThatNeedsAMissingFunction() {
        CLibrary needy =
                library("int missing_n(void); int main(void) { return 0; } int times(int x) { return missing_n(); }");
        assertRefused(twiceBecomes(needy), Reason.LOAD_FAILED, "cannot be loaded", "undefined symbol: missing_n");
    }

    @Test
    void aPatchWithoutTheAnchor() {
        NativeTable table = good();
        table.anchor = Optional.of("no_such_anchor");
        assertRefused(
                table, Reason.LOAD_FAILED, "anchor is missing", patch.file() + " exports no symbol no_such_anchor");
    }

    /** The dynamic linker would find the symbol in the library that the patch needs, and all addresses would be wrong. */
    @Test
    void anAnchorThatOnlyALibraryHasThatThePatchNeeds() {
        CLibrary base = CLibrary.compile(folder.resolve("libbase.so"), "int base_anchor(void) { return 1; }");
        CLibrary needy = CLibrary.compile(
                folder.resolve("needy.so"),
                "int base_anchor(void); int main(void) { return base_anchor(); } int times(int x) { return x; }",
                base.file().toString());
        NativeTable table = twiceBecomes(needy);
        table.anchor = Optional.of("base_anchor");
        assertRefused(table, Reason.LOAD_FAILED, needy.file() + " exports no symbol base_anchor");
    }

    @Test
    void anImageWithoutTheAnchor() {
        CLibrary base = CLibrary.compile(folder.resolve("libimage.so"), "int step(int x) { return x; }");
        NativeTable table = good();
        table.library = Optional.of(base.file().toString());
        assertRefused(table, Reason.LOAD_FAILED, "anchor is missing", "libimage.so exports no symbol main");
    }

    @Test
    void aProcessWithoutTheAnchor() {
        NativeTable table = good().entry(0x1000, patch.address("times"));
        CLibrary anchored =
                library("int own_anchor(void){return 0;} int main(void){return 0;} int times(int x){return x;}");
        table.lib = anchored.file();
        table.anchor = Optional.of("own_anchor");
        assertRefused(table, Reason.LOAD_FAILED, "this process exports no symbol own_anchor");
    }

    @Test
    void aMissingImageLibrary() {
        NativeTable table = good();
        table.library = Optional.of("no_such_physics");
        assertRefused(table, Reason.LOAD_FAILED, "The image's library no_such_physics cannot be loaded");
    }

    @Test
    void newCodeOutsideThePatch() {
        assertOutside(good().entry(TWICE, patch.address("times") + (1 << 20)));
    }

    @Test
    void newCodeThatIsDataOfThePatch() {
        assertOutside(good().entry(TWICE, patch.address("data")));
        assertOutside(good().entry(TWICE, patch.address("table")));
    }

    @Test
    void newCodeThatIsCodeOfAnotherLibrary() {
        NativeTable table = good();
        long offset = 0x7000_0000_0000L;
        assertOutside(table.entry(TWICE, offset));
    }

    @Test
    void aBaseAddressThatIsWrong() {
        NativeTable table = good();
        table.newBaseAddress += 1 << 20;
        assertOutside(table);
    }

    @Test
    void aNativeFunctionOutsideTheImage() {
        CLibrary base = CLibrary.compile(folder.resolve("libkeys.so"), "int key_anchor(void){return 1;}");
        CLibrary keyed =
                library("int key_anchor(void){return 2;} int main(void){return 0;} int step(int x){return x;}");
        NativeTable table = new NativeTable(keyed).image(base, "key_anchor");
        assertRefused(
                table.entry(base.address("key_anchor") + (1 << 20), keyed.address("step")),
                Reason.UNKNOWN_FUNCTION,
                "is not in the code of the image's library");
    }

    @Test
    void aNativeFunctionThatIsToRunManagedCode() {
        CLibrary base = CLibrary.compile(folder.resolve("libmanaged.so"), "int mix_anchor(void){return 1;}");
        CLibrary keyed = library("int mix_anchor(void){return 2;} int main(void){return 0;}");
        NativeTable table = new NativeTable(keyed).image(base, "mix_anchor");
        assertRefused(
                table.entry(base.address("mix_anchor"), TWICE), Reason.INTEGRITY, "is not in the code of the patch");
    }

    @Test
    void anIndirectFunction() {
        NativeTable table = good();
        table.ifuncCount = 1;
        assertRefused(table, Reason.INTEGRITY, "ifunc_count");
    }

    @Test
    void anotherFileThanAnnounced() {
        NativeTable table = good();
        table.sha256 = Optional.of("00".repeat(32));
        assertRefused(table, Reason.INTEGRITY, "is not the file that was announced");
    }

    @Test
    void anotherBuild() {
        NativeTable table = good();
        table.buildId = Optional.of("0123");
        assertRefused(table, Reason.WRONG_BUILD, "is for build 0123");
    }

    @Test
    void aNumberThatWasTried() {
        NativeTable bad = good().sequence(5).entry(TWICE, 1);
        assertRefused(bad, Reason.INTEGRITY, "is not in the code of the patch");
        assertRefused(good().sequence(5), Reason.OUT_OF_ORDER, "Patch 5 comes after patch 5");
        assertRefused(good().sequence(4), Reason.OUT_OF_ORDER, "Patch 4 comes after patch 5");
    }

    @Test
    void aFunctionThatTheProgramDoesNotHave() {
        long unknown = TestPatch.imageAddress("app.Game", "thrice", "(I)I");
        assertRefused(
                good().entry(unknown, patch.address("times")),
                Reason.UNKNOWN_FUNCTION,
                "No function of this program",
                new HotFnPtr(unknown).toString());
    }

    @Test
    void codeToGoBackToThatNeverWas() {
        PatchException refusal = assertRefused(
                good().entry(TWICE, TWICE + 1), Reason.UNKNOWN_FUNCTION, "app.Game.twice(int)", "to go back to");
        assertThat(refusal.member()).contains("app.Game.twice(int)");
    }

    @Test
    void aMethodWithAReceiver() throws Exception {
        image.stub("app.Game", "plus", "(I)I", false);
        PatchException refusal = assertRefused(
                good().function("app.Game", "plus", "(I)I", "times"),
                Reason.SIGNATURE_MISMATCH,
                "app.Game.plus(int)",
                "its receiver cannot be passed to C");
        assertThat(refusal.member()).contains("app.Game.plus(int)");
    }

    @Test
    void aParameterThatCCannotTake() throws Exception {
        image.stub("app.Game", "sum", "(ILjava/util/List;)I", true);
        assertRefused(
                good().function("app.Game", "sum", "(ILjava/util/List;)I", "times"),
                Reason.SIGNATURE_MISMATCH,
                "app.Game.sum(int, List)",
                "parameter 2 (java.util.List)",
                "what fits: primitives, String");
    }

    @ParameterizedTest
    @CsvSource({"list, (I)Ljava/util/List;, java.util.List", "array, (I)[I, int[]"})
    void aResultThatCCannotGive(String name, String descriptor, String type) throws Exception {
        image.stub("app.Game", name, descriptor, true);
        assertRefused(
                good().function("app.Game", name, descriptor, "times"),
                Reason.SIGNATURE_MISMATCH,
                "its result (" + type + ")",
                "what fits");
    }

    /** One bad entry keeps the good ones from going live. */
    @Test
    void aTableThatIsHalfGood() throws Exception {
        image.stub("app.Game", "plus", "(I)I", false);
        assertRefused(
                good().function("app.Game", "plus", "(I)I", "times"), Reason.SIGNATURE_MISMATCH, "app.Game.plus(int)");
    }

    private NativeTable good() {
        return twiceBecomes(patch);
    }

    private static NativeTable twiceBecomes(CLibrary library) {
        return new NativeTable(library).function("app.Game", "twice", "(I)I", "times");
    }

    private CLibrary library(String source) {
        return CLibrary.compile(folder.resolve("library.so"), source);
    }

    private NativeTable withContent(byte[] content) throws IOException {
        NativeTable table = good();
        table.lib = Files.write(folder.resolve("changed.so"), content);
        return table;
    }

    private byte[] changed(Consumer<ByteBuffer> change) throws IOException {
        byte[] library = Files.readAllBytes(patch.file());
        change.accept(ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN));
        return library;
    }

    private void assertOutside(NativeTable table) {
        PatchException refusal = assertRefused(table, Reason.INTEGRITY, "is not in the code of the patch");
        assertThat(refusal.member()).contains("app.Game.twice(int)");
    }

    private PatchException assertRefused(NativeTable table, Reason reason, String... message) {
        PatchException refusal = catchThrowableOfType(PatchException.class, () -> patcher.apply(table.table()));
        assertThat(refusal).as("the patch is refused").isNotNull();
        assertThat(refusal).hasMessageContainingAll(message);
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }
}
