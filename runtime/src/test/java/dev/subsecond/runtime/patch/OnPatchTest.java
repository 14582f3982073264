package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.subsecond.runtime.PatchEvent;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a patch's list of {@code @OnPatch} methods becomes; that they are called after the handlers is shown by LivePatchTest. */
class OnPatchTest {

    private static final String EVENT = "(Ldev/subsecond/runtime/PatchEvent;)V";
    private static final String CACHE = """
            package app;
            import dev.subsecond.runtime.PatchEvent;
            public class Cache {
                static { Log.LINES.add("initialised"); }
                private static void refill(PatchEvent event) { Log.LINES.add("image " + event.generation()); }
                static void wrong(String event) {}
                void bound(PatchEvent event) {}
            }
            """;
    private static final String LOG = """
            package app;
            public class Log { public static final java.util.List<String> LINES = new java.util.ArrayList<>(); }
            """;

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of(CACHE, LOG);
    private final Patcher patcher = new Patcher(image);

    @Test
    void imageMethodIsCalledAndItsClassInitialisedOnlyThen() throws Throwable {
        Commit commit = patcher.apply(
                new TestPatch(1).onPatch("app.Cache", "refill", null).write(folder));
        assertThat(lines()).isEmpty();
        tell(commit);
        assertThat(lines()).containsExactly("initialised", "image 7");
        assertThat(commit.onPatch()).extracting(OnPatchCall::name).containsExactly("app.Cache.refill");
    }

    @Test
    void patchedMethodRunsItsNewestCodeAlsoWhenALaterPatchLeavesItAlone() throws Throwable {
        Commit changed = patcher.apply(patch(1, "refill", "patched")
                .function("app.Cache", "refill", EVENT, true, "app.Cache$$Hot1")
                .onPatch("app.Cache", "refill", null)
                .write(folder));
        Commit unrelated = patcher.apply(
                new TestPatch(2).onPatch("app.Cache", "refill", null).write(folder));
        tell(changed);
        tell(unrelated);
        assertThat(lines()).containsExactly("patched 7", "patched 7");
    }

    @Test
    void addedMethodIsCalledByThisPatchAndByLaterOnes() throws Throwable {
        String id = TestPatch.id("app.Cache", "migrate", EVENT);
        Commit added = patcher.apply(patch(1, "migrate", "added")
                .added("app.Cache", "migrate", EVENT, true, "app.Cache$$Hot1")
                .onPatch("app.Cache", "migrate", id)
                .write(folder));
        Commit later = patcher.apply(
                new TestPatch(2).onPatch("app.Cache", "migrate", id).write(folder));
        tell(added);
        tell(later);
        assertThat(lines()).containsExactly("added 7", "added 7");
    }

    @Test
    void theOrderIsThatOfTheList() throws Throwable {
        Commit commit = patcher.apply(patch(1, "migrate", "added")
                .added("app.Cache", "migrate", EVENT, true, "app.Cache$$Hot1")
                .onPatch("app.Cache", "migrate", TestPatch.id("app.Cache", "migrate", EVENT))
                .onPatch("app.Cache", "refill", null)
                .write(folder));
        tell(commit);
        assertThat(lines()).containsExactly("added 7", "initialised", "image 7");
    }

    @Test
    void whatIsNoSuchMethodRejectsThePatchBeforeItsCommit() {
        assertThat(rejection(1, "refilled", null)).isEqualTo(Reason.VERIFY_FAILED);
        assertThat(rejection(2, "wrong", null)).isEqualTo(Reason.VERIFY_FAILED);
        assertThat(rejection(3, "bound", null)).isIn(Reason.VERIFY_FAILED, Reason.ACCESS_DENIED);
        assertThat(rejection(4, "added", "0x00000000000000aa")).isEqualTo(Reason.UNKNOWN_FUNCTION);
    }

    private Reason rejection(long sequence, String name, @Nullable String id) {
        TestPatch patch = new TestPatch(sequence).onPatch("app.Cache", name, id);
        PatchException rejected = catchThrowableOfType(PatchException.class, () -> patcher.apply(patch.write(folder)));
        assertThat(rejected).hasMessageContaining("app.Cache." + name).hasMessageContaining("@OnPatch");
        return rejected.reason();
    }

    private TestPatch patch(long sequence, String method, String text) {
        String source = """
                package app;
                class Cache$$Hot%d {
                    static void %s(dev.subsecond.runtime.PatchEvent event) { Log.LINES.add("%s " + event.generation()); }
                }
                """.formatted(sequence, method, text);
        return new TestPatch(sequence).classes("app.Cache", image.compileAgainst(source));
    }

    private static void tell(Commit commit) throws Throwable {
        for (OnPatchCall method : commit.onPatch()) {
            method.tell(new PatchEvent(7, List.of(), Set.of(), Map.of()));
        }
    }

    private List<Object> lines() throws ReflectiveOperationException {
        return new ArrayList<>((List<?>) image.type("app.Log").getField("LINES").get(null));
    }
}
