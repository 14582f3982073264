package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.wire.HandleKind;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Point 9 of the runtime's promises: each reason of a refusal by its name: something real that produces it, the member concerned, and a way out in the
 * message. After each of them the program is as it was and takes the next patch.
 */
class ReasonTest {

    private static final String GAME = """
            package app;
            public class Game {
                static int twice(int x) { return 2 * x; }
                int lives() { return 3; }
            }
            """;
    private static final String SHAPE = "package app; public sealed interface Shape permits Circle {}";
    private static final String CIRCLE = "package app; public final class Circle implements Shape {}";
    private static final String OPEN_SHAPE = "package app; public interface Shape {}";
    private static final String TWICE = "public static int twice(int x) { return 3 * x; }";

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of(GAME, SHAPE, CIRCLE);
    private final Patcher patcher = new Patcher(image);
    private HotTarget twice;
    private long generation;

    @BeforeEach
    void link() throws Exception {
        twice = image.stub("app.Game", "twice", "(I)I", true);
        generation = PatchEngine.generation();
    }

    @AfterEach
    void nothingHasChangedAndTheNextPatchWorks() throws Throwable {
        assertThat(PatchEngine.generation()).isEqualTo(generation);
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(42);
        patcher.apply(good(100).write(folder));
        assertThat((int) twice.invoker().invokeExact(21)).isEqualTo(63);
    }

    @Test
    void everyReasonHasItsTest() {
        List<String> tests = Stream.of(ReasonTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .toList();
        assertThat(tests)
                .containsAll(Arrays.stream(Reason.values())
                        .map(ReasonTest::camelCase)
                        .toList());
    }

    @Test
    void loadFailed() {
        JumpTable gone = good(1).write(folder).withLib(folder.resolve("gone.jar"));
        assertRefusal(refusal(gone), Reason.LOAD_FAILED, null, "gone.jar", "Save the source again");
    }

    @Test
    void verifyFailed() {
        TestPatch patch = new TestPatch(1).classes("app.Game", compile(1, "public static void other() {}"));
        patch.function("app.Game", "twice", "(I)I", true, "app.Game$$Hot1");
        assertRefusal(
                refusal(patch.write(folder)),
                Reason.VERIFY_FAILED,
                "app.Game.twice(I)I",
                "lacks its new code",
                "restart the program");
    }

    @Test
    void wrongBuild() {
        TestPatch patch = good(1);
        patch.buildId = "other";
        assertRefusal(refusal(patch.write(folder)), Reason.WRONG_BUILD, null, "build other", "Restart the program");
    }

    @Test
    void outOfOrder() throws Exception {
        patcher.apply(new TestPatch(5).classes("app.Game", compile(5, TWICE)).write(folder));
        generation = PatchEngine.generation();
        PatchException refusal = refusal(good(5).write(folder));
        assertRefusal(refusal, Reason.OUT_OF_ORDER, null, "Patch 5", "Save the source again");
    }

    @Test
    void unknownFunction() {
        TestPatch patch = good(1).function("app.Game", "gone", "()V", true, "app.Game$$Hot1");
        assertRefusal(
                refusal(patch.write(folder)), Reason.UNKNOWN_FUNCTION, "app.Game.gone()V", "no such method", "Restart");
    }

    @Test
    void signatureMismatch() {
        TestPatch patch = new TestPatch(1).classes("app.Game", compile(1, TWICE));
        patch.function("app.Game", "twice", "(I)I", false, "app.Game$$Hot1");
        assertRefusal(
                refusal(patch.write(folder)), Reason.SIGNATURE_MISMATCH, "app.Game.twice(I)I", "Cannot patch", "Undo");
    }

    /** The JVM knows which classes a sealed one permits; a patch that adds one was compiled against another. */
    @Test
    void layoutChanged() {
        TestImage edited = TestImage.of(GAME, OPEN_SHAPE);
        Map<String, byte[]> square =
                edited.compileAgainst("package app; public final class Square implements Shape {}");
        assertRefusal(
                refusal(good(1).classes("app.Game", square).write(folder)),
                Reason.LAYOUT_CHANGED,
                "app.Square",
                "does not fit a class that is loaded",
                "restart the program");
        TestPatch otherKind = good(2).handle(HandleKind.INVOKE_VIRTUAL, "app.Game", "app.Game", "twice", "(I)I");
        assertRefusal(
                refusal(otherKind.write(folder)), Reason.LAYOUT_CHANGED, "app.Game.twice(I)I", "static", "restart");
    }

    @Test
    void accessDenied() {
        TestPatch patch = good(1).handle(HandleKind.GET_FIELD, "app.Game", "java.lang.String", "hash", "I");
        assertRefusal(
                refusal(patch.write(folder)),
                Reason.ACCESS_DENIED,
                "java.lang.String.hashI",
                "app.Game",
                "make what it uses accessible");
    }

    @Test
    void integrity() throws Exception {
        JumpTable table = good(1).write(folder);
        byte[] bytes = Files.readAllBytes(table.lib());
        bytes[bytes.length / 2] ^= 1;
        Files.write(table.lib(), bytes);
        assertRefusal(refusal(table), Reason.INTEGRITY, null, "SHA-256", "Save the source again");
    }

    @Test
    void disabled() {
        assertThat(Subsecond.isEnabled()).isFalse();
        JumpTable table = good(1).write(folder);
        PatchException refusal = catchThrowableOfType(PatchException.class, () -> Subsecond.applyPatch(table));
        assertRefusal(refusal, Reason.DISABLED, null, "off", "-Dsubsecond.enabled=true");
    }

    private static void assertRefusal(
            PatchException refusal, Reason reason, @Nullable String member, String what, String wayOut) {
        assertThat(refusal).as("the patch was not refused").isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        assertThat(refusal.member()).isEqualTo(Optional.ofNullable(member));
        assertThat(refusal).hasMessageContaining(what).hasMessageContaining(wayOut);
    }

    private static String camelCase(Reason reason) {
        String[] words = reason.name().toLowerCase(java.util.Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    private PatchException refusal(JumpTable table) {
        return catchThrowableOfType(PatchException.class, () -> patcher.apply(table));
    }

    private TestPatch good(long sequence) {
        TestPatch patch = new TestPatch(sequence).classes("app.Game", compile(sequence, TWICE));
        return patch.function("app.Game", "twice", "(I)I", true, "app.Game$$Hot" + sequence);
    }

    private Map<String, byte[]> compile(long sequence, String code) {
        return image.compileAgainst("package app; public class Game$$Hot%d { %s }".formatted(sequence, code));
    }
}
