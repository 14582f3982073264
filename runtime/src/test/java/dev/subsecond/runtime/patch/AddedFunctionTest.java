package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.link.PatchLinker;
import dev.subsecond.runtime.wire.FamilyMember;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions and virtual methods that exist in the jump table only. */
class AddedFunctionTest {

    private static final String SHAPES = """
            package app;
            public interface Shape {}
            class Circle implements Shape {}
            class Disc extends Circle {}
            interface Angular extends Shape {}
            class Square implements Angular {}
            class Blob implements Shape {}
            """;
    private static final String SIDES = "()I";
    private static final String FAMILY = TestPatch.id("app.Shape", "sides", SIDES);

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of(SHAPES);
    private final Patcher patcher = new Patcher(image);

    @Test
    void anAddedFunctionRunsItsNewestCodeWhereverItWasLinked() throws Throwable {
        Commit commit = patcher.apply(patch(1, "static int grow(int x) { return x + 1; }")
                .added("app.Shape", "grow", "(I)I", true, "app.Shape$$Hot1")
                .write(folder));
        assertThat(commit.functions()).singleElement().satisfies(f -> {
            assertThat(f.name()).isEqualTo("app.Shape.grow(int)");
            assertThat(f.oldPtr()).isEqualTo(new HotFnPtr(0));
        });
        MethodHandle grow = function(1, "grow", "(I)I");
        assertThat((int) grow.invokeExact(1)).isEqualTo(2);
        patcher.apply(patch(2, "static int grow(int x) { return x + 2; }")
                .added("app.Shape", "grow", "(I)I", true, "app.Shape$$Hot2")
                .write(folder));
        assertThat((int) grow.invokeExact(1)).isEqualTo(3);
        assertThat((int) function(2, "grow", "(I)I").invokeExact(1)).isEqualTo(3);
    }

    @Test
    void anAddedFunctionKeepsItsType() throws Exception {
        patcher.apply(patch(1, "static int grow(int x) { return x + 1; }")
                .added("app.Shape", "grow", "(I)I", true, "app.Shape$$Hot1")
                .write(folder));
        TestPatch asInstance = patch(2, "static int grow(Shape s, int x) { return x; }");
        asInstance.added("app.Shape", "grow", "(I)I", false, "app.Shape$$Hot2");
        assertThatThrownBy(() -> patcher.apply(asInstance.write(folder)))
                .isInstanceOfSatisfying(
                        PatchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SIGNATURE_MISMATCH));
    }

    @Test
    void aFunctionOfNoPatchCannotBeLinked() throws Exception {
        patcher.apply(patch(1, "static int grow(int x) { return x + 1; }").write(folder));
        assertThatThrownBy(() -> function(1, "grow", "(I)I")).isInstanceOf(LinkageError.class);
        assertThatThrownBy(() -> family(1)).isInstanceOf(LinkageError.class);
        assertThatThrownBy(() -> PatchLinker.handle(caller(1), "h", MethodType.methodType(void.class), 1, 0))
                .isInstanceOf(LinkageError.class);
    }

    @Test
    void aVirtualMethodRunsTheNearestMemberOfTheReceiversClass() throws Throwable {
        patcher.apply(shapes().write(folder));
        MethodHandle sides = family(1);
        assertThat(sidesOf(sides, "app.Circle")).isZero();
        assertThat(sidesOf(sides, "app.Disc")).isZero();
        assertThat(sidesOf(sides, "app.Square")).isEqualTo(4);
    }

    @Test
    void aReceiverWithoutMemberFailsAsAnAbstractMethodDoes() throws Throwable {
        patcher.apply(shapes().write(folder));
        MethodHandle sides = family(1);
        assertThatThrownBy(() -> sidesOf(sides, "app.Blob"))
                .isInstanceOf(AbstractMethodError.class)
                .hasMessageContaining("app.Blob")
                .hasMessageContaining("app.Shape.sides()I");
        assertThatThrownBy(() -> sides.invoke(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void membersOfALaterPatchJoinAndReplaceThoseOfTheSameReceiver() throws Throwable {
        patcher.apply(shapes().write(folder));
        MethodHandle sides = family(1);
        TestPatch later =
                patch(2, "static int sides(Disc self) { return 1; } public static int other(Blob b) { return 9; }");
        later.added("app.Disc", "sides", SIDES, false, "app.Shape$$Hot2");
        later.family(FAMILY, "app.Shape", "sides", SIDES, member("app.Disc"));
        patcher.apply(later.write(folder));
        assertThat(sidesOf(sides, "app.Disc")).isEqualTo(1);
        assertThat(sidesOf(sides, "app.Circle")).isZero();
        assertThat(sidesOf(family(2), "app.Square")).isEqualTo(4);
    }

    @Test
    void aClassThatDeclaresTheMethodIsCalledVirtually() throws Throwable {
        Map<String, byte[]> classes = image.compileAgainst(
                "package app; public class Ring extends Circle { private int n = 7; int sides() { return n; } }",
                "package app; public class OddRing extends Ring { @Override int sides() { return 8; } }");
        TestPatch patch = new TestPatch(1);
        patch.classes("app.Circle", Map.of("app.Ring", classes.get("app.Ring")));
        patch.classes("app.Circle", Map.of("app.OddRing", classes.get("app.OddRing")));
        patch.classes("app.Circle", image.compileAgainst("package app; public class Shape$$Hot1 {}"));
        patch.family(FAMILY, "app.Shape", "sides", SIDES, new FamilyMember("app.Ring", null, true));
        patcher.apply(patch.write(folder));
        assertThat(sidesOf(family(1), "app.Ring")).isEqualTo(7);
        assertThat(sidesOf(family(1), "app.OddRing")).isEqualTo(8);
    }

    /** Circles have no sides, what is angular has four. */
    private TestPatch shapes() {
        TestPatch patch = patch(
                1, "static int sides(Circle self) { return 0; } public static int sides(Angular self) { return 4; }");
        patch.added("app.Circle", "sides", SIDES, false, "app.Shape$$Hot1");
        patch.added("app.Angular", "sides", SIDES, false, "app.Shape$$Hot1");
        return patch.family(FAMILY, "app.Shape", "sides", SIDES, member("app.Circle"), member("app.Angular"));
    }

    private static FamilyMember member(String receiver) {
        return new FamilyMember(receiver, TestPatch.id(receiver, "sides", SIDES), false);
    }

    private int sidesOf(MethodHandle sides, String type) throws Throwable {
        return (int) sides.invoke(image.create(type));
    }

    private MethodHandle function(long sequence, String name, String descriptor) {
        MethodType type = MethodType.fromMethodDescriptorString(descriptor, image);
        String id = TestPatch.id("app.Shape", name, descriptor);
        return PatchLinker.function(caller(sequence), name, type, id).dynamicInvoker();
    }

    private MethodHandle family(long sequence) {
        MethodType type = MethodType.methodType(int.class, image.type("app.Shape"));
        return PatchLinker.family(caller(sequence), "sides", type, FAMILY).dynamicInvoker();
    }

    private MethodHandles.Lookup caller(long sequence) {
        try {
            return MethodHandles.privateLookupIn(image.type("app.Shape$$Hot" + sequence), MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private TestPatch patch(long sequence, String code) {
        String source = "package app; public class Shape$$Hot%d { public %s }".formatted(sequence, code);
        return new TestPatch(sequence).classes("app.Shape", image.compileAgainst(source));
    }
}
