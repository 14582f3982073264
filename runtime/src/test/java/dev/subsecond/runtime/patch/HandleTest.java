package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.subsecond.runtime.link.PatchLinker;
import dev.subsecond.runtime.wire.HandleKind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of member that patched code reaches through a handle, with the rights of the class whose code it is. */
class HandleTest {

    private static final String BASE = """
            package lib;
            public class Base {
                protected String greet(String name) { return "base " + name; }
                protected static int count = 5;
            }
            """;
    private static final String GAME = """
            package app;
            public class Game extends lib.Base implements Named {
                private final int fixed = Integer.parseInt("1");
                private int open = 2;
                private static String title = "t";
                private Game() {}
                private String hidden(int... xs) { return "hidden " + xs.length; }
                private static long twice(long x) { return 2 * x; }
                @Override protected String greet(String name) { return "game " + name; }
                public String toString() { return "Game " + fixed + " " + open + " " + title; }
                static class Nested { private int inner = 9; private int get() { return inner; } }
                static Nested nested() { return new Nested(); }
            }
            """;
    private static final String NAMED =
            "package app; public interface Named { default String label() { return \"named\"; } }";
    private static final String LOUD = """
            package app;
            public class Loud {
                static { if (true) throw new IllegalStateException("initialised"); }
                static int value;
                static int f() { return 1; }
                int field;
            }
            """;

    private static final String WORDS =
            "package app; public class Words extends java.util.ArrayList<String> { { add(\"own\"); } }";

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of(BASE, GAME, NAMED, LOUD, WORDS);
    private final TestPatch patch = new TestPatch(1);

    @Test
    void aPrivateConstructorMakesAnObject() throws Throwable {
        assertThat(game()).hasToString("Game 1 2 t");
    }

    @Test
    void privateAndStaticMethodsAreCalledWithTheirExactTypes() throws Throwable {
        patch.handle(HandleKind.INVOKE_VIRTUAL, "app.Game", "app.Game", "hidden", "([I)Ljava/lang/String;");
        patch.handle(HandleKind.INVOKE_STATIC, "app.Game", "app.Game", "twice", "(J)J");
        List<MethodHandle> handles = link("(Lapp/Game;[I)Ljava/lang/String;", "(J)J");
        assertThat(handles.get(0).invoke(game(), new int[3])).isEqualTo("hidden 3");
        assertThat((long) handles.get(1).invokeExact(21L)).isEqualTo(42);
    }

    @Test
    void fieldsOfAllKindsAreReadAndWrittenFinalOnesToo() throws Throwable {
        patch.handle(HandleKind.PUT_FIELD, "app.Game", "app.Game", "fixed", "I");
        patch.handle(HandleKind.PUT_FIELD, "app.Game", "app.Game", "open", "I");
        patch.handle(HandleKind.PUT_STATIC, "app.Game", "app.Game", "title", "Ljava/lang/String;");
        patch.handle(HandleKind.GET_FIELD, "app.Game", "app.Game", "fixed", "I");
        patch.handle(HandleKind.GET_STATIC, "app.Game", "app.Game", "title", "Ljava/lang/String;");
        patch.handle(HandleKind.COMPARE_AND_SET, "app.Game", "app.Game", "open", "I");
        String put = "(Lapp/Game;I)V";
        List<MethodHandle> handles =
                link(put, put, "(Ljava/lang/String;)V", "(Lapp/Game;)I", "()Ljava/lang/String;", "(Lapp/Game;II)Z");
        Object game = game();
        handles.get(0).invoke(game, 10);
        handles.get(1).invoke(game, 20);
        handles.get(2).invoke("new");
        assertThat((int) handles.get(3).invoke(game)).isEqualTo(10);
        assertThat((String) handles.get(4).invoke()).isEqualTo("new");
        assertThat((boolean) handles.get(5).invoke(game, 19, 30)).isFalse();
        assertThat((boolean) handles.get(5).invoke(game, 20, 30)).isTrue();
        assertThat(game).hasToString("Game 10 30 new");
    }

    @Test
    void superMethodsOfClassesAndInterfacesAreCalledThemselves() throws Throwable {
        String greet = "(Ljava/lang/String;)Ljava/lang/String;";
        patch.handle(HandleKind.INVOKE_SPECIAL, "app.Game", "lib.Base", "greet", greet);
        patch.handle(HandleKind.INVOKE_SPECIAL, "app.Game", "app.Named", "label", "()Ljava/lang/String;");
        patch.handle(HandleKind.INVOKE_VIRTUAL, "app.Game", "app.Game", "greet", greet);
        patch.handle(HandleKind.INVOKE_VIRTUAL, "app.Game", "lib.Base", "greet", greet);
        patch.handle(HandleKind.INVOKE_INTERFACE, "app.Game", "app.Named", "label", "()Ljava/lang/String;");
        String typed = "(Lapp/Game;Ljava/lang/String;)Ljava/lang/String;";
        List<MethodHandle> handles =
                link(typed, "(Lapp/Game;)Ljava/lang/String;", typed, typed, "(Lapp/Named;)Ljava/lang/String;");
        assertThat(handles.get(0).invoke(game(), "x")).isEqualTo("base x");
        assertThat(handles.get(1).invoke(game())).isEqualTo("named");
        assertThat(handles.get(2).invoke(game(), "x")).isEqualTo("game x");
        assertThat(handles.get(3).invoke(game(), "x")).isEqualTo("game x");
        assertThat(handles.get(4).invoke(game())).isEqualTo("named");
    }

    @Test
    void protectedAndNestmatesMembersAreReached() throws Throwable {
        patch.handle(HandleKind.GET_STATIC, "app.Game", "lib.Base", "count", "I");
        patch.handle(HandleKind.INVOKE_VIRTUAL, "app.Game", "app.Game$Nested", "get", "()I");
        patch.handle(HandleKind.GET_FIELD, "app.Game", "app.Game$Nested", "inner", "I");
        patch.handle(HandleKind.INVOKE_STATIC, "app.Game", "app.Game", "nested", "()Lapp/Game$Nested;");
        List<MethodHandle> handles =
                link("()I", "(Lapp/Game$Nested;)I", "(Ljava/lang/Object;)I", "()Lapp/Game$Nested;");
        assertThat((int) handles.get(0).invoke()).isEqualTo(5);
        Object nested = handles.get(3).invoke();
        assertThat((int) handles.get(1).invoke(nested)).isEqualTo(9);
        assertThat((int) handles.get(2).invoke(nested)).isEqualTo(9);
    }

    @Test
    void findingHandlesInitialisesNoClass() throws Throwable {
        patch.handle(HandleKind.GET_STATIC, "app.Loud", "app.Loud", "value", "I");
        patch.handle(HandleKind.PUT_STATIC, "app.Loud", "app.Loud", "value", "I");
        patch.handle(HandleKind.INVOKE_STATIC, "app.Loud", "app.Loud", "f", "()I");
        patch.handle(HandleKind.NEW, "app.Loud", "app.Loud", "<init>", "()V");
        patch.handle(HandleKind.COMPARE_AND_SET, "app.Loud", "app.Loud", "field", "I");
        assertThat(link("()I", "(I)V", "()I", "()Lapp/Loud;", "(Lapp/Loud;II)Z"))
                .hasSize(5);
    }

    @Test
    void anObjectIsMadeOfWhichOnlyTheConstructorOfALibrarySuperclassRuns() throws Throwable {
        patch.handle(HandleKind.ALLOCATE, "app.Game", "lib.Base", "<init>", "()V");
        MethodHandle allocate = link("(Ljava/lang/Object;)Ljava/lang/Object;").get(0);
        Object made = allocate.invoke((Object) game().getClass());
        assertThat(made).hasToString("Game 0 0 t").isInstanceOf(game().getClass());
        assertThat(allocate.invoke(made)).as("one that is there already").isSameAs(made);
    }

    @Test
    void argumentsAndExceptionsOfTheLibrarysConstructorPass() throws Throwable {
        patch.handle(HandleKind.ALLOCATE, "app.Words", "java.util.ArrayList", "<init>", "(I)V");
        patch.handle(HandleKind.ALLOCATE, "app.Words", "java.util.ArrayList", "<init>", "(Ljava/util/Collection;)V");
        List<MethodHandle> allocate = link(
                "(Ljava/lang/Object;I)Ljava/lang/Object;",
                "(Ljava/lang/Object;Ljava/util/Collection;)Ljava/util/List;");
        Object words = image.create("app.Words").getClass();
        assertThat(allocate.get(1).invoke(words, List.of("a"))).isEqualTo(List.of("a"));
        assertThatThrownBy(() -> allocate.get(0).invoke(words, -1))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> allocate.get(0).invoke((Object) String.class, 1))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }

    private Object game() throws Exception {
        return image.create("app.Game");
    }

    /** Applies the patch and links its handles from a class of the patch. */
    private List<MethodHandle> link(String... types) throws Exception {
        Map<String, byte[]> classes = image.compileAgainst("package app; public class Game$$Hot1 {}");
        new Patcher(image).apply(patch.classes("app.Game", classes).write(folder));
        MethodHandles.Lookup caller =
                MethodHandles.privateLookupIn(image.type("app.Game$$Hot1"), MethodHandles.lookup());
        List<MethodHandle> handles = new ArrayList<>();
        for (String type : types) {
            MethodType exact = MethodType.fromMethodDescriptorString(type, image);
            handles.add(
                    PatchLinker.handle(caller, "h", exact, 1, handles.size()).dynamicInvoker());
        }
        return handles;
    }
}
