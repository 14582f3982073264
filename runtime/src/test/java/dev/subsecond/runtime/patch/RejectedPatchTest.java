package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.PatchClass;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A patch that is refused changes nothing, says why, and the next good one works. */
class RejectedPatchTest {

    private static final String GAME = """
            package app;
            public class Game {
                static { Probe.initialised.add("Game"); }
                private int secret;
                static int twice(int x) { return 2 * x; }
            }
            """;
    private static final String PROBE = """
            package app;
            public class Probe {
                public static final java.util.List<String> initialised = new java.util.ArrayList<>();
            }
            """;
    private static final String TWICE = "public static int twice(int x) { return 3 * x; }";

    private static final byte LDC = 0x12;
    private static final byte IRETURN = (byte) 0xac;
    private static final byte ARETURN = (byte) 0xb0;

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of(GAME, PROBE);
    private final Patcher patcher = new Patcher(image);
    private HotTarget twice;
    private long generation;

    @BeforeEach
    void link() throws Exception {
        twice = image.stub("app.Game", "twice", "(I)I", true);
        generation = PatchEngine.generation();
    }

    /** After every test: the old code ran on, and a good patch with the next number goes live. */
    @AfterEach
    void nothingHasChangedAndTheNextGoodPatchWorks() throws Throwable {
        assertThat(PatchEngine.generation()).isEqualTo(generation);
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(42);
        assertThat(twice.version()).isZero();
        patcher.apply(good(100).write(folder));
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(63);
    }

    @Test
    void aClassThatFailsVerificationNamesItselfAndIsNotInitialised() {
        Map<String, byte[]> compiled = compile(
                1,
                "static { Probe.initialised.add(\"patch\"); } " + TWICE
                        + " public static int bad() { return 1234567; }");
        Map<String, byte[]> broken = new TreeMap<>();
        compiled.forEach((name, bytes) -> broken.put(name, returningAReference(bytes)));
        TestPatch patch = new TestPatch(1).classes("app.Game", broken);
        PatchException refusal = refusal(patch.function("app.Game", "twice", "(I)I", true, "app.Game$$Hot1"));
        assertThat(refusal.reason()).isEqualTo(Reason.VERIFY_FAILED);
        assertThat(refusal).hasCauseInstanceOf(VerifyError.class);
        assertThat(refusal.member()).contains("app.Game$$Hot1");
        assertThat(refusal.definedClasses()).containsExactly("app.Game$$Hot1");
        assertThat(initialised()).isEmpty();
    }

    @Test
    void loadingAGoodPatchInitialisesNothing() throws Exception {
        TestPatch patch = new TestPatch(1).classes("app.Game", compile(1, "static int n = 1; " + TWICE));
        patch.handle(HandleKind.GET_FIELD, "app.Game", "app.Game", "secret", "I");
        refusal(patch.handle(HandleKind.GET_FIELD, "app.Game", "app.Game", "missing", "I"));
        assertThat(initialised()).isEmpty();
    }

    @Test
    void aNameOfARejectedPatchCannotBeUsedAgainAndIsReported() {
        Map<String, byte[]> classes = compile(1, TWICE);
        TestPatch first = new TestPatch(1).classes("app.Game", classes);
        first.function("app.Game", "thrice", "(I)I", true, "app.Game$$Hot1");
        assertThat(refusal(first).definedClasses()).containsExactly("app.Game$$Hot1");
        PatchException refusal = refusal(new TestPatch(2).classes("app.Game", classes));
        assertThat(refusal.reason()).isEqualTo(Reason.VERIFY_FAILED);
        assertThat(refusal.member()).contains("app.Game$$Hot1");
        assertThat(refusal).hasMessageContaining("earlier patch");
        assertThat(refusal.definedClasses()).isEmpty();
    }

    @Test
    void anotherBuildIsRefusedBeforeAnythingIsDefined() {
        TestPatch patch = good(1);
        patch.buildId = "0123";
        assertRefused(patch, Reason.WRONG_BUILD);
    }

    @Test
    void aNumberIsNeverTakenTwice() {
        refusal(good(7).function("app.Game", "thrice", "(I)I", true, "app.Game$$Hot7"));
        assertThat(refusal(good(7)).reason()).isEqualTo(Reason.OUT_OF_ORDER);
        assertThat(refusal(good(6)).reason()).isEqualTo(Reason.OUT_OF_ORDER);
    }

    @Test
    void aFileThatWasChangedIsRefused() throws Exception {
        JumpTable table = good(1).write(folder);
        byte[] bytes = Files.readAllBytes(table.lib());
        bytes[bytes.length / 2] ^= 1;
        Files.write(table.lib(), bytes);
        assertThat(refusal(table).reason()).isEqualTo(Reason.INTEGRITY);
    }

    @Test
    void aMissingFileAndAFileThatIsNoPatchAreRefused() throws Exception {
        JumpTable table = good(1).write(folder);
        assertThat(refusal(table.withLib(folder.resolve("gone.jar"))).reason()).isEqualTo(Reason.LOAD_FAILED);
        Path other = Files.writeString(folder.resolve("other.jar"), "not a jar");
        assertThat(refusal(unsigned(other, table)).reason()).isEqualTo(Reason.LOAD_FAILED);
    }

    @Test
    void aClassOfAnotherLengthOrDigestIsRefused() {
        TestPatch longer = good(1);
        longer.entries.replaceAll((name, bytes) -> Arrays.copyOf(bytes, bytes.length + 1));
        assertRefused(longer, Reason.INTEGRITY);
        TestPatch other = good(2);
        other.entries.replaceAll((name, bytes) -> {
            byte[] changed = bytes.clone();
            changed[changed.length - 1] ^= 1;
            return changed;
        });
        assertRefused(other, Reason.INTEGRITY);
    }

    @Test
    void aClassTooLargeToBeReadIsRefusedByItsAnnouncementAlone() {
        TestPatch patch = good(1);
        patch.classes.add(new PatchClass("app.Huge", "app.Game", Long.MAX_VALUE, ""));
        assertRefused(patch, Reason.INTEGRITY);
    }

    @Test
    void anEntryThatIsNotAnnouncedOrMissingIsRefused() {
        TestPatch more = good(1);
        more.entries.put("../../evil.class", new byte[1]);
        assertRefused(more, Reason.INTEGRITY);
        TestPatch fewer = good(2);
        fewer.entries.clear();
        assertRefused(fewer, Reason.INTEGRITY);
    }

    @Test
    void anEntryThatComesTwiceIsRefused() throws Exception {
        TestPatch patch = good(1);
        patch.write(folder);
        List<Map.Entry<String, byte[]>> content = new ArrayList<>(patch.entries.entrySet());
        String name = content.get(0).getKey();
        byte[] jar = patch.jar(List.of(content.get(0), Map.entry(name.replace(".class", ".clas_"), new byte[1])));
        Path file = folder.resolve("twice.jar");
        String text = new String(jar, StandardCharsets.ISO_8859_1).replace(".clas_", ".class");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal(new JumpTable(file, patch.map(), 0, 0, 0)).reason()).isEqualTo(Reason.INTEGRITY);
    }

    @Test
    void aClassOutsideThePackagesOfTheProgramIsRefused() {
        long next = 1;
        for (String name : List.of("other.Evil", "java.lang.Evil", "dev.subsecond.runtime.Evil", "Evil")) {
            TestPatch patch = new TestPatch(next++);
            patch.classes("app.Game", Map.of(name, new byte[] {1}));
            assertRefused(patch, Reason.INTEGRITY);
        }
        assertRefused(
                new TestPatch(next++).classes("java.lang.String", Map.of("java.lang.Evil", new byte[1])),
                Reason.INTEGRITY);
        TestPatch foreignHost = new TestPatch(next++);
        foreignHost.classes("org.junit.jupiter.api.Test", Map.of("org.junit.jupiter.api.Evil", new byte[1]));
        assertRefused(foreignHost, Reason.UNKNOWN_FUNCTION);
    }

    @Test
    void aJumpTableThatDisagreesWithTheFileIsRefused() {
        JumpTable table = good(1).write(folder);
        JumpTable other = JumpTable.managed(
                table.lib(),
                new TreeMap<>(Map.of(1L, 2L)),
                "",
                1,
                table.sha256().get());
        assertThat(refusal(other).reason()).isEqualTo(Reason.INTEGRITY);
        JumpTable later = JumpTable.managed(
                table.lib(), table.map(), "", 2, table.sha256().get());
        assertThat(refusal(later).reason()).isEqualTo(Reason.INTEGRITY);
        JumpTable native0 = new JumpTable(table.lib(), table.map(), 0, 0, 1);
        assertThat(refusal(native0).reason()).isEqualTo(Reason.INTEGRITY);
    }

    @Test
    void aFunctionThatTheProgramDoesNotHaveIsRefused() {
        assertRefused(good(1).function("app.Game", "thrice", "(I)I", true, "app.Game$$Hot1"), Reason.UNKNOWN_FUNCTION);
        assertRefused(good(2).function("app.Gone", "twice", "(I)I", true, "app.Game$$Hot2"), Reason.UNKNOWN_FUNCTION);
        assertRefused(
                good(3).function("app.Game", "hashCode", "()I", false, "app.Game$$Hot3"), Reason.UNKNOWN_FUNCTION);
    }

    @Test
    void newCodeOfAnotherTypeIsRefused() {
        TestPatch asInstance = new TestPatch(1).classes("app.Game", compile(1, TWICE));
        asInstance.function("app.Game", "twice", "(I)I", false, "app.Game$$Hot1");
        assertRefused(asInstance, Reason.SIGNATURE_MISMATCH);
        TestPatch otherBody = new TestPatch(2).classes("app.Game", compile(2, TWICE));
        otherBody.function("app.Game", "twice", "(I)I", true, "app.Game$$Hot2");
        var f = otherBody.functions.remove(0);
        otherBody.functions.add(new FunctionPatch(
                f.id(),
                f.pointer(),
                f.content(),
                f.owner(),
                f.name(),
                f.descriptor(),
                true,
                false,
                false,
                new MethodRef("app.Game$$Hot2", "twice", "(J)I"),
                List.of()));
        assertRefused(otherBody, Reason.SIGNATURE_MISMATCH);
    }

    @Test
    void newCodeThatThePatchLacksIsRefused() {
        TestPatch patch = new TestPatch(1).classes("app.Game", compile(1, "public static void other() {}"));
        assertRefused(patch.function("app.Game", "twice", "(I)I", true, "app.Game$$Hot1"), Reason.VERIFY_FAILED);
    }

    @Test
    void aHandleThatIsNotThereOrNotAllowedIsRefused() {
        TestPatch missing = new TestPatch(1).classes("app.Game", compile(1, TWICE));
        missing.handle(HandleKind.INVOKE_STATIC, "app.Game", "app.Game", "gone", "()V");
        PatchException refusal = refusal(missing);
        assertThat(refusal.reason()).isEqualTo(Reason.VERIFY_FAILED);
        assertThat(refusal.member()).contains("app.Game.gone()V");
        TestPatch foreign = new TestPatch(2).classes("app.Game", compile(2, TWICE));
        foreign.handle(HandleKind.GET_FIELD, "app.Game", "java.lang.String", "hash", "I");
        assertRefused(foreign, Reason.ACCESS_DENIED);
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
        assertThat(refusal.getMessage()).isNotBlank();
        return refusal;
    }

    private TestPatch good(long sequence) {
        TestPatch patch = new TestPatch(sequence).classes("app.Game", compile(sequence, TWICE));
        return patch.function("app.Game", "twice", "(I)I", true, "app.Game$$Hot" + sequence);
    }

    private Map<String, byte[]> compile(long sequence, String code) {
        return image.compileAgainst("package app; public class Game$$Hot%d { %s }".formatted(sequence, code));
    }

    private static JumpTable unsigned(Path lib, JumpTable table) {
        return new JumpTable(lib, table.map(), 0, 0, 0);
    }

    @SuppressWarnings("unchecked")
    private List<String> initialised() {
        try {
            return (List<String>)
                    image.type("app.Probe").getField("initialised").get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Makes the method {@code int bad()} return a reference. */
    private static byte[] returningAReference(byte[] classFile) {
        byte[] broken = classFile.clone();
        for (int i = 0; i + 6 < broken.length; i++) {
            boolean loadsAndReturns = broken[i + 3] == 3 && broken[i + 4] == LDC && broken[i + 6] == IRETURN;
            if (loadsAndReturns && broken[i] == 0 && broken[i + 1] == 0 && broken[i + 2] == 0) {
                broken[i + 6] = ARETURN;
                return broken;
            }
        }
        throw new AssertionError("the class has no such method");
    }
}
