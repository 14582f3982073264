package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.link.HotTarget;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * For which receivers a patched stub runs the new code: for those, and only those, for which the JVM ran the old code of that
 * very method. The JVM itself is asked before the patch.
 */
class StubSelectionTest {

    private static final String OWN = "own";
    private static final String NEW = "new";
    private static final String NO_CHOICE = "no choice";

    @TempDir
    Path folder;

    @Test
    void aDefaultMethodIsNewForReceiversThatInheritIt() throws Throwable {
        assertThat(calls("app.Game", TestImage.of("""
                package app;
                public interface Game { default String name() { return "own"; } }
                class Plain implements Game {}
                class Below extends Plain {}
                class Diamond extends Plain implements Left, Right {}
                class Kept extends Unrelated implements Game {}
                class Unrelated { private String name() { return "private"; } public String name(int x) { return "overload"; } }
                interface Left extends Game {}
                interface Right extends Game {}
                """), "app.Plain", "app.Below", "app.Diamond", "app.Kept"))
                .containsExactly(
                        Map.entry("app.Plain", OWN + " then " + NEW),
                        Map.entry("app.Below", OWN + " then " + NEW),
                        Map.entry("app.Diamond", OWN + " then " + NEW),
                        Map.entry("app.Kept", OWN + " then " + NEW));
    }

    @Test
    void aDefaultMethodThatAClassOverridesStaysOverridden() throws Throwable {
        assertThat(calls("app.Game", TestImage.of("""
                package app;
                public interface Game { default String name() { return "own"; } }
                class Hard implements Game { public String name() { return "hard"; } }
                class Below extends Hard implements Game {}
                class Named { public String name() { return "named"; } }
                class Inherits extends Named implements Game {}
                abstract class Bare implements Game { public abstract String name(); }
                class Full extends Bare { public String name() { return "full"; } }
                """), "app.Hard", "app.Below", "app.Inherits", "app.Full"))
                .containsExactly(
                        Map.entry("app.Hard", "hard then hard"),
                        Map.entry("app.Below", "hard then hard"),
                        Map.entry("app.Inherits", "named then named"),
                        Map.entry("app.Full", "full then full"));
    }

    @Test
    void aDefaultMethodThatAMoreSpecificInterfaceOverridesStaysOverridden() throws Throwable {
        assertThat(calls(
                        "app.Game",
                        TestImage.of("""
                package app;
                public interface Game { default String name() { return "own"; } }
                interface Chess extends Game { default String name() { return "chess"; } }
                interface Blitz extends Chess {}
                interface Open extends Game { String name(); }
                class King implements Chess {}
                class Both implements Game, Chess {}
                class Fast implements Blitz {}
                class Mixed extends Plain implements Blitz {}
                class Plain implements Game {}
                class Said implements Open { public String name() { return "said"; } }
                """),
                        "app.King",
                        "app.Both",
                        "app.Fast",
                        "app.Mixed",
                        "app.Plain",
                        "app.Said"))
                .containsExactly(
                        Map.entry("app.King", "chess then chess"),
                        Map.entry("app.Both", "chess then chess"),
                        Map.entry("app.Fast", "chess then chess"),
                        Map.entry("app.Mixed", "chess then chess"),
                        Map.entry("app.Plain", OWN + " then " + NEW),
                        Map.entry("app.Said", "said then said"));
    }

    @Test
    void aBridgeOverridesAGenericDefaultMethod() throws Throwable {
        assertThat(calls("app.Box", "()Ljava/lang/Object;", TestImage.of("""
                package app;
                public interface Box<T> { @SuppressWarnings("unchecked") default T name() { return (T) "own"; } }
                class Text implements Box<String> { public String name() { return "text"; } }
                interface Words extends Box<String> { default String name() { return "words"; } }
                class Page implements Words {}
                class Any implements Box<Object> {}
                """), "app.Text", "app.Page", "app.Any"))
                .containsExactly(
                        Map.entry("app.Text", "text then text"),
                        Map.entry("app.Page", "words then words"),
                        Map.entry("app.Any", OWN + " then " + NEW));
    }

    @Test
    void whatTheJvmCannotChooseStaysAnErrorAndAnAbstractRivalDoesNotCount() throws Throwable {
        TestImage compiled = TestImage.of("""
                package app;
                public interface Game { default String name() { return "own"; } }
                class Torn implements Game, Rival {}
                class Half implements Game, Silent {}
                class Bare implements Undone {}
                interface Rival {}
                interface Silent {}
                interface Undone extends Game {}
                """);
        TestImage image = compiled.recompiled(
                        "package app; interface Rival { default String name() { return \"rival\"; } }")
                .recompiled("package app; interface Silent { String name(); }")
                .recompiled("package app; interface Undone extends Game { String name(); }");
        assertThat(calls("app.Game", image, "app.Torn", "app.Half", "app.Bare"))
                .containsExactly(
                        Map.entry("app.Torn", NO_CHOICE + " then " + NO_CHOICE),
                        Map.entry("app.Half", OWN + " then " + NEW),
                        Map.entry("app.Bare", NO_CHOICE + " then " + NO_CHOICE));
    }

    @Test
    void onlyThePackageOfAPackagePrivateMethodOverridesIt() throws Throwable {
        TestImage image = TestImage.of(
                "package app; public class Piece { String name() { return \"own\"; } }",
                "package app; public class Wide extends Piece { public String name() { return \"wide\"; } }",
                "package app; public class Near extends other.Far { public String name() { return \"near\"; } }",
                "package other; public class Far extends app.Piece { public String name() { return \"far\"; } }",
                "package other; public class Narrow extends app.Piece { String name() { return \"narrow\"; } }",
                "package other; public class Via extends app.Wide { public String name() { return \"via\"; } }");
        assertThat(calls("app.Piece", image, "app.Wide", "app.Near", "other.Far", "other.Narrow", "other.Via"))
                .containsExactly(
                        Map.entry("app.Wide", "wide then wide"),
                        Map.entry("app.Near", "near then near"),
                        Map.entry("other.Far", OWN + " then " + NEW),
                        Map.entry("other.Narrow", OWN + " then " + NEW),
                        Map.entry("other.Via", "via then via"));
    }

    private Map<String, String> calls(String owner, TestImage image, String... receivers) throws Throwable {
        return calls(owner, "()Ljava/lang/String;", image, receivers);
    }

    /** What a stub of {@code owner}'s method {@code name} gives for each receiver before and after a patch. */
    private Map<String, String> calls(String owner, String descriptor, TestImage image, String... receivers)
            throws Throwable {
        HotTarget stub = image.stub(owner, "name", descriptor, false);
        Map<String, String> before = new LinkedHashMap<>();
        for (String receiver : receivers) {
            before.put(receiver, call(stub, image.create(receiver)));
        }
        String body = owner + "$$Hot1";
        String result = descriptor.contains("String") ? "String" : "Object";
        TestPatch patch = new TestPatch(1)
                .classes(owner, image.compileAgainst("""
                package app; public class %s { public static %s name(%s self) { return "new"; } }
                """.formatted(body.substring(4), result, owner.substring(4))));
        new Patcher(image)
                .apply(patch.function(owner, "name", descriptor, false, body).write(folder));
        Map<String, String> calls = new LinkedHashMap<>();
        for (String receiver : receivers) {
            calls.put(receiver, before.get(receiver) + " then " + call(stub, image.create(receiver)));
        }
        return calls;
    }

    private static String call(HotTarget stub, Object receiver) throws Throwable {
        try {
            return (String) (Object) stub.invoker().invoke(receiver);
        } catch (IncompatibleClassChangeError e) {
            return NO_CHOICE; // which subclass of this error it is, JVMs decide differently
        }
    }
}
