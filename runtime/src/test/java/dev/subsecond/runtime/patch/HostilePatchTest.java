package dev.subsecond.runtime.patch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.wire.FamilyMember;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Point 12 of the runtime's promises: patch files made to do harm: each is refused before it does any, and the next good patch works. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostilePatchTest {

    private static final String GAME = """
            package app;
            public class Game {
                private int lives = 3;
                public static int twice(int x) { return 2 * x; }
                int lives() { return lives; }
                static String unused() { return Unloaded.word(); }
            }
            """;
    private static final String UNLOADED =
            "package app; class Unloaded { static String word() { return \"the program's\"; } }";
    private static final String OTHER = "package other; public class Helper {}";
    private static final String TWICE = "public static int twice(int x) { return 3 * x; }";

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of(GAME, UNLOADED, OTHER);
    private final Patcher patcher = new Patcher(image);
    private HotTarget twice;
    private long generation;

    @BeforeEach
    void link() throws Exception {
        twice = image.stub("app.Game", "twice", "(I)I", true);
        generation = PatchEngine.generation();
    }

    @AfterEach
    void nothingHasChangedAndTheNextGoodPatchWorks() throws Throwable {
        assertThat(PatchEngine.generation()).isEqualTo(generation);
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(42);
        patcher.apply(good(100).write(folder));
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(63);
    }

    @Test
    void bytesThatNameAnotherClassThanTheirEntryAreNotDefined() throws Exception {
        byte[] forged = image.compileAgainst(
                        "package app; class Unloaded { static String word() { return \"forged\"; } }")
                .get("app.Unloaded");
        PatchException refusal = refusal(new TestPatch(1).classes("app.Game", Map.of("app.Game$$Hot1", forged)));
        assertThat(refusal.reason()).isEqualTo(Reason.INTEGRITY);
        assertThat(refusal.member()).contains("app.Game$$Hot1");
        assertThat(refusal).hasMessageContaining("app.Unloaded");
        assertThat(refusal.definedClasses()).isEmpty();
        assertTheProgramsOwnWord();
    }

    @Test
    void aClassOfTheProgramThatIsNotLoadedYetCannotBeReplaced() throws Exception {
        Map<String, byte[]> forged =
                image.compileAgainst("package app; class Unloaded { static String word() { return \"forged\"; } }");
        PatchException refusal = refusal(new TestPatch(1).classes("app.Game", forged));
        assertThat(refusal.reason()).isEqualTo(Reason.VERIFY_FAILED);
        assertThat(refusal.member()).contains("app.Unloaded");
        assertTheProgramsOwnWord();
    }

    private void assertTheProgramsOwnWord() throws Exception {
        HotTarget unused = image.stub("app.Game", "unused", "()Ljava/lang/String;", true);
        try {
            assertThat((String) unused.invoker().invokeExact()).isEqualTo("the program's");
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingIsDefinedWhenALaterClassIsRefused() {
        TestPatch patch = new TestPatch(1).classes("app.Game", compile(1, TWICE));
        patch.classes("app.Game", Map.of("app.Zoo", new byte[] {1}));
        assertThat(refusal(patch).definedClasses()).isEmpty();
    }

    @Test
    void aClassFileOfANewerJavaIsNamedAsSuch() {
        Map<String, byte[]> compiled = compile(1, TWICE);
        requireNonNull(compiled.get("app.Game$$Hot1"))[7] =
                (byte) (44 + Runtime.version().feature() + 1);
        PatchException refusal = refusal(new TestPatch(1).classes("app.Game", compiled));
        assertThat(refusal.reason()).isEqualTo(Reason.VERIFY_FAILED);
        assertThat(refusal)
                .hasMessageContaining("compiled for Java " + (Runtime.version().feature() + 1))
                .hasMessageContaining("--release " + Runtime.version().feature());
        assertThat(refusal.definedClasses()).isEmpty();
    }

    @Test
    void aHostOfAnotherPackageIsRefused() {
        PatchException refusal = refusal(new TestPatch(1).classes("other.Helper", compile(1, TWICE)));
        assertThat(refusal.reason()).isEqualTo(Reason.INTEGRITY);
        assertThat(refusal.member()).contains("app.Game$$Hot1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app/Game",
                "app.Game;",
                "[Lapp.Game;",
                "[I",
                "app.Ga\0me",
                "",
                ".",
                "app.",
                ".app",
                "app..Game",
                "../evil",
                "/tmp/evil"
            })
    void whatIsNoBinaryNameIsRefusedWhereverItStands(String name) {
        TestPatch asClass = good(1);
        asClass.classes.add(new PatchClass(name, "app.Game", 0, TestPatch.sha256(new byte[0])));
        asClass.entries.put(name.replace('.', '/') + ".class", new byte[0]);
        assertRefused(asClass, Reason.INTEGRITY);
        assertRefused(good(2).classes(name, compile(2, TWICE)), Reason.INTEGRITY);
        assertRefused(changed(good(3), f -> with(f, name, f.name(), f.descriptor(), f.isStatic())), Reason.INTEGRITY);
        assertRefused(good(4).handle(HandleKind.GET_FIELD, name, "app.Game", "lives", "I"), Reason.INTEGRITY);
        assertRefused(good(5).handle(HandleKind.GET_FIELD, "app.Game", name, "lives", "I"), Reason.INTEGRITY);
        String id = TestPatch.id("app.Game", "m", "()V");
        FamilyMember member = new FamilyMember(name, null, false);
        assertRefused(good(6).family(id, "app.Game", "m", "()V", member), Reason.INTEGRITY);
    }

    static List<String> descriptors() {
        return List.of(
                "",
                "I",
                "(",
                "()",
                "()VV",
                "(V)V",
                "(Lapp.Game;)V",
                "(L;)V",
                "(Lapp/Game)V",
                "([V)V",
                "(I)I ",
                "(" + "[".repeat(256) + "I)V",
                "(" + "[".repeat(1 << 20) + "I)V",
                "(" + "I".repeat(1 << 20) + ")V");
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void whatIsNoDescriptorIsRefused(String descriptor) {
        PatchException refusal =
                refusal(good(1).handle(HandleKind.INVOKE_STATIC, "app.Game", "app.Game", "twice", descriptor));
        assertThat(refusal.reason()).isEqualTo(Reason.INTEGRITY);
        assertThat(refusal.getMessage()).hasSizeLessThan(500);
    }

    @Test
    void aMethodOfMoreParametersThanTheJvmAllowsIsRefused() {
        String descriptor = "(" + "J".repeat(200) + ")V";
        TestPatch patch = good(1).handle(HandleKind.INVOKE_STATIC, "app.Game", "app.Game", "twice", descriptor);
        assertRefused(patch, Reason.VERIFY_FAILED);
    }

    @Test
    void whatIsNoNameOfAMemberIsRefused() {
        long next = 1;
        for (String name : List.of("", "a.b", "a;b", "a/b", "[a", "<x>", "a\0b", "<init")) {
            TestPatch patch = good(next++);
            assertRefused(
                    patch.handle(HandleKind.INVOKE_STATIC, "app.Game", "app.Game", name, "()V"), Reason.INTEGRITY);
        }
    }

    @Test
    void theInsideOfTheRuntimeAndOfTheJdkIsOutOfReach() {
        String table = "dev.subsecond.runtime.table.HotTable";
        TestPatch handle = good(1).handle(HandleKind.GET_FIELD, table, table, "buildId", "Ljava/lang/String;");
        assertRefused(handle, Reason.ACCESS_DENIED);
        TestPatch jdk = good(2).handle(HandleKind.GET_FIELD, "java.lang.String", "java.lang.String", "hash", "I");
        assertRefused(jdk, Reason.ACCESS_DENIED);
        assertRefused(good(3).added(table, "generation", "()J", true, "app.Game$$Hot3"), Reason.UNKNOWN_FUNCTION);
    }

    @Test
    void anIdStandsForNoOtherFunction() {
        TestPatch patch =
                changed(good(1), f -> with(f, f.owner(), "lives", "()I", false)); // with the id of the other function
        PatchException refusal = refusal(patch);
        assertThat(refusal.reason()).isEqualTo(Reason.INTEGRITY);
        assertThat(refusal.member()).contains("app.Game.lives()I");
        TestPatch upper = changed(
                good(2),
                f -> withId(f, f.id().toUpperCase(java.util.Locale.ROOT).replace('X', 'x')));
        assertRefused(upper, Reason.INTEGRITY);
    }

    @Test
    void aFunctionAFamilyAReceiverOrAVersionThatComesTwiceIsRefused() {
        TestPatch function = good(1);
        function.functions.add(function.functions.get(0));
        assertRefused(function, Reason.INTEGRITY);
        String id = TestPatch.id("app.Game", "m", "()V");
        assertRefused(good(2).family(id, "app.Game", "m", "()V").family(id, "app.Game", "m", "()V"), Reason.INTEGRITY);
        FamilyMember member = new FamilyMember("app.Game", null, false);
        assertRefused(good(3).family(id, "app.Game", "m", "()V", member, member), Reason.INTEGRITY);
        TestPatch version = good(4);
        version.version(TestPatch.imageAddress("app.Game", "twice", "(I)I") + 4, "twice");
        assertRefused(version, Reason.INTEGRITY);
    }

    @Test
    void newCodeAtAnAddressOfNativeCodeIsRefused() {
        TestPatch patch = new TestPatch(1).classes("app.Game", compile(1, TWICE));
        assertRefused(
                patch.function("app.Game", "twice", "(I)I", true, false, "app.Game$$Hot1", 0x1234), Reason.INTEGRITY);
    }

    @Test
    void aConstructorWithoutAReceiverIsRefused() {
        String code = "public static void init() {}";
        TestPatch patch = new TestPatch(1).classes("app.Game", compile(1, code));
        PatchException refusal = refusal(patch.function("app.Game", "<init>", "()V", true, "app.Game$$Hot1"));
        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_FUNCTION);
        assertThat(refusal.member()).contains("app.Game.<init>()V");
    }

    @Test
    void aMemberOfAFamilyThatDoesNotFitItIsRefused() {
        String id = TestPatch.id("app.Game", "m", "()I");
        String function = TestPatch.id("app.Game", "twice", "(I)I");
        TestPatch otherType = good(1).family(id, "app.Game", "m", "()I", new FamilyMember("app.Game", function, false));
        assertRefused(otherType, Reason.SIGNATURE_MISMATCH);
        FamilyMember stranger = new FamilyMember("other.Helper", null, false);
        assertRefused(good(2).family(id, "app.Game", "m", "()I", stranger), Reason.SIGNATURE_MISMATCH);
    }

    @Test
    void aListOfAMillionHandlesIsRefusedByItsLength() {
        HandleRef handle = new HandleRef(HandleKind.NEW, "a", "a", "<init>", "()V");
        TestPatch patch = good(1);
        patch.handles.addAll(Collections.nCopies(300_000, handle));
        PatchException refusal = refusal(patch);
        assertThat(refusal.reason()).isEqualTo(Reason.INTEGRITY);
        assertThat(refusal).hasMessageContaining("300000 handles");
        patch.handles.addAll(Collections.nCopies(700_000, handle));
        assertRefused(patch, Reason.INTEGRITY);
    }

    @Test
    void aBombIsNotInflated() throws Exception {
        PatchException manifest = refusal(table(zip(PatchManifest.ENTRY, 512 << 20)));
        assertThat(manifest.reason()).isEqualTo(Reason.INTEGRITY);
        TestPatch patch = good(1);
        byte[] jar = patch.jar(List.of(Map.entry("app/Game$$Hot1.class", new byte[64 << 20])));
        assertThat(jar).hasSizeLessThan(1 << 20);
        PatchException refusal =
                refusal(new JumpTable(Files.write(folder.resolve("b.jar"), jar), patch.map(), 0, 0, 0));
        assertThat(refusal.reason()).isEqualTo(Reason.INTEGRITY);
        assertThat(refusal).hasMessageContaining("app/Game$$Hot1.class");
    }

    @Test
    void aFileBeyondTheLimitIsNotRead() throws Exception {
        Path file = folder.resolve("huge.jar");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.write(new byte[] {'P', 'K', 3, 4});
            huge.setLength(8L << 30);
        }
        assertThat(refusal(new JumpTable(file, good(1).map(), 0, 0, 0)).reason())
                .isEqualTo(Reason.INTEGRITY);
    }

    @Test
    void whatIsNoFileIsNotRead() {
        for (Path lib : List.of(folder, Path.of("/dev/zero"), Path.of(""), folder.resolve("none/../x.jar"))) {
            PatchException refusal = refusal(new JumpTable(lib, good(1).map(), 0, 0, 0));
            assertThat(refusal.reason()).as(lib.toString()).isEqualTo(Reason.LOAD_FAILED);
        }
    }

    @Test
    void anEntryThatLeavesTheFolderOrDiffersByCaseIsRefused() {
        long next = 1;
        for (String entry : List.of(
                "../app/Game$$Hot%d.class",
                "/app/Game$$Hot%d.class",
                "app/game$$hot%d.class",
                "app\\Game$$Hot%d.class",
                "app/Game$$Hot%d.class/",
                "C:/app/Game$$Hot%d.class")) {
            TestPatch patch = good(next);
            byte[] bytes = patch.entries.remove("app/Game$$Hot" + next + ".class");
            patch.entries.put(entry.formatted(next), bytes);
            assertRefused(patch, Reason.INTEGRITY);
            next++;
        }
    }

    @Test
    void theManifestMustComeFirstAndUnderItsOwnName() throws Exception {
        for (String name :
                List.of("META-INF/MANIFEST.MF", "meta-inf/subsecond/patch.json", "/" + PatchManifest.ENTRY)) {
            assertThat(refusal(table(zip(name, 10))).reason()).as(name).isEqualTo(Reason.LOAD_FAILED);
        }
    }

    private void assertRefused(TestPatch patch, Reason reason) {
        assertThat(refusal(patch).reason()).isEqualTo(reason);
    }

    private PatchException refusal(TestPatch patch) {
        return refusal(patch.write(folder));
    }

    private PatchException refusal(JumpTable table) {
        PatchException refusal = catchThrowableOfType(PatchException.class, () -> patcher.apply(table));
        assertThat(refusal).as("the patch was not refused").isNotNull();
        return refusal;
    }

    private JumpTable table(byte[] jar) throws Exception {
        return new JumpTable(Files.write(folder.resolve("table.jar"), jar), good(1).map(), 0, 0, 0);
    }

    private static byte[] zip(String name, int zeros) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] piece = new byte[1 << 20];
            for (int left = zeros; left > 0; left -= piece.length) {
                zip.write(piece, 0, Math.min(left, piece.length));
            }
        }
        return bytes.toByteArray();
    }

    private TestPatch good(long sequence) {
        TestPatch patch = new TestPatch(sequence).classes("app.Game", compile(sequence, TWICE));
        return patch.function("app.Game", "twice", "(I)I", true, "app.Game$$Hot" + sequence);
    }

    private Map<String, byte[]> compile(long sequence, String code) {
        return image.compileAgainst("package app; public class Game$$Hot%d { %s }".formatted(sequence, code));
    }

    private static TestPatch changed(TestPatch patch, UnaryOperator<FunctionPatch> change) {
        patch.functions.replaceAll(change);
        return patch;
    }

    private static FunctionPatch withId(FunctionPatch f, String id) {
        return copy(f, id, f.owner(), f.name(), f.descriptor(), f.isStatic());
    }

    private static FunctionPatch with(FunctionPatch f, String owner, String name, String descriptor, boolean isStatic) {
        return copy(f, f.id(), owner, name, descriptor, isStatic);
    }

    private static FunctionPatch copy(
            FunctionPatch f, String id, String owner, String name, String descriptor, boolean isStatic) {
        MethodRef body = f.body();
        return new FunctionPatch(
                id,
                f.pointer(),
                f.content(),
                owner,
                name,
                descriptor,
                isStatic,
                f.added(),
                f.hot(),
                body,
                f.versions());
    }
}
