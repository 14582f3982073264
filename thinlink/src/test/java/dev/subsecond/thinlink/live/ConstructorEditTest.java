package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.live.LiveProgram.Edit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constructors that come, go, and change what they hand to {@code super(..)} and {@code this(..)}. */
class ConstructorEditTest {

    private static final String MAIN = """
            package app;
            import java.util.*;
            import java.util.function.*;
            class Main {
                static class Root { final String root; Root(String root) { this.root = "<" + root + ">"; } }
                static class Item extends Root {
                    private final int size;
                    List<String> log = new ArrayList<>(List.of("init"));
                    Item(int size) { super("r" + size); this.size = size; log.add("body"); }
                    Item() { this(3); }
                    String tell() { return root + size + log; }
                }
                class Inner extends Root {
                    private int own = 1;
                    Inner(int x) { super("i" + x); own += x; }
                    String tell() { return root + own + name; }
                }
                static class Words extends ArrayList<String> {
                    private final String first;
                    Words(String first) { super(4); this.first = first; add(first); }
                    String tell() { return first + size(); }
                }
                final String name = "n";
                static final Item OLD = first();
                static Item first() { return new Item(1); }
                static final Inner IN = new Main().new Inner(1);
                static String text() { return new Item(2).tell(); }
                static String show() { return OLD.tell() + IN.tell() + text(); }
            }
            """;

    private static final String OLD = "<r1>1[init, body]<i1>2n";

    @TempDir
    Path folder;

    /** Edits to {@code after} and checks what a new object says, then edits again, undoes and redoes. */
    private void live(String after, String shown) throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, MAIN)) {
            assertThat(program.show()).isEqualTo(OLD + "<r2>2[init, body]");
            Edit edit = program.edit(after);
            assertThat(edit.notLive()).isEmpty();
            assertThat(program.show()).isEqualTo(OLD + shown);
            assertThat(program.edit(after.replace("@", "@@")).notLive())
                    .as("second edit")
                    .isEmpty();
            assertThat(program.show()).isEqualTo(OLD + shown.replace("@", "@@"));
            assertThat(program.edit(MAIN).notLive()).as("undone").isEmpty();
            assertThat(program.show()).isEqualTo(OLD + "<r2>2[init, body]");
            assertThat(program.edit(after).notLive()).as("again").isEmpty();
            assertThat(program.show()).isEqualTo(OLD + shown);
        }
    }

    private static String text(String after) {
        return after.isEmpty() ? MAIN : MAIN.replace("return new Item(2).tell();", after);
    }

    @Test
    void overloadAdded() throws IOException {
        live(
                text("return new Item(\"x@\", 5L).tell();")
                        .replace(
                                "Item() {",
                                "Item(String s, long l) { super(s); size = (int) l; log.add(s + l); } Item() {"),
                "<x@>5[init, x@5]");
    }

    @Test
    void overloadThatCallsAnotherConstructor() throws IOException {
        live(
                text("return new Item(true).tell();")
                        .replace("Item() {", "Item(boolean b) { this(b ? 7 : 8); log.add(\"@\"); } Item() {"),
                "<r7>7[init, body, @]");
    }

    @Test
    void signatureChangedWithItsCallers() throws IOException {
        live(
                text("return new Item(2, \"@\").tell();")
                        .replace("Item(int size) { super(\"r\" + size);", "Item(int size, String s) { super(s + size);")
                        .replace("this(3)", "this(3, \"d\")")
                        .replace("return new Item(1);", "return new Item(1, \"\");"),
                "<@2>2[init, body]");
    }

    @Test
    void argumentsOfSuperChangedAndEveryCreatorOfTheProgramMakesTheNewObjects() throws IOException {
        live(MAIN.replace("super(\"r\" + size)", "super(\"@\" + (size > 1 ? size * 2 : -1))"), "<@4>2[init, body]");
    }

    @Test
    void argumentsOfThisChanged() throws IOException {
        live(
                text("return \"@\" + new Item().tell();").replace("this(3)", "this(Math.max(4, 2))"),
                "@<r4>4[init, body]");
    }

    @Test
    void constructorReferenceAndLambdaUseTheNewConstructor() throws IOException {
        live(
                text("Function<String, Item> f = Item::new; Supplier<Item> g = () -> new Item(\"l\");"
                                + " return f.apply(\"@\").tell() + g.get().tell();")
                        .replace("Item() {", "private Item(String s) { super(s); size = 0; } Item() {"),
                "<@>0[init]<l>0[init]");
    }

    @Test
    void superclassGetsAConstructorThatTheSubclassCalls() throws IOException {
        live(
                MAIN.replace(
                                "Root(String root) {",
                                "Root(int a, int b) { root = \"@\" + (a + b); } Root(String root) {")
                        .replace("super(\"r\" + size)", "super(size, 10)"),
                "@122[init, body]");
    }

    @Test
    void superclassChangesWhatItHandsUpAndSubclassesFollow() throws IOException {
        live(
                MAIN.replace(
                                "static class Item extends Root {",
                                "static class Middle extends Root { Middle(String m) { super(\"@\" + m); } }\nstatic class Item extends Root {")
                        .replace("OLD.tell() +", "OLD.tell() +")
                        .replace(
                                "return new Item(2).tell();",
                                "return new Middle(\"m\").root + new Root(\"q\") { }.root;"),
                "<@m><q>");
    }

    @Test
    void constructorOfALibrarySubclassWithOtherArguments() throws IOException {
        live(
                text("Words w = new Words(\"w\"); return w.tell() + w;")
                        .replace("super(4); this.first", "super(List.of(\"@\", \"z\")); this.first"),
                "w3[@, z, w]");
    }

    @Test
    void overloadOfALibrarySubclass() throws IOException {
        live(
                text("return new Words(2).tell();")
                        .replace(
                                "Words(String first)",
                                "Words(int n) { super(n); first = \"@\"; add(first); } Words(String first)"),
                "@1");
    }

    @Test
    void innerClassThatKeepsTheObjectAroundItBeforeSuper() throws IOException {
        live(
                text("return new Main().new Inner(\"@\", 4).tell();")
                        .replace("Inner(int x)", "Inner(String s, int x) { super(s + x); own = x; } Inner(int x)"),
                "<@4>4n");
    }

    @Test
    void addedFieldAndFinalFieldInAnAddedConstructor() throws IOException {
        live(
                text("return new Item('c').tell();")
                        .replace(
                                "Item() {",
                                "final String tag;\n Item(char c) {\n super(\"\" + c);\n size = 9;\n tag = \"@\" + c;\n }\n Item() {")
                        .replace(
                                "this.size = size; log.add(\"body\");",
                                "\nthis.size = size; tag = \"\"; log.add(\"body\");\n")
                        .replace("root + size + log", "root + size + log + (tag == null ? \"\" : tag)"),
                "<c>9[init]@c");
    }

    @Test
    void constructorWithBranchesLoopsAndExceptionsBeforeSuper() throws IOException {
        live(
                text("String r; try { r = new Item(-1, 0).tell(); } catch (IllegalStateException e) { r = e.getMessage(); }"
                                + " return r + new Item(2, 1).tell();")
                        .replace(
                                "Item() {",
                                "Item(int a, int b) { super(a < 0 ? fail(\"@\") : new StringBuilder().append(a).append(b > 0 ? 'p' : 'n').toString());"
                                        + " if (b == 0) throw new RuntimeException(); int s = 0; for (int i = 0; i < a; i++) s += i; size = s; }\n"
                                        + " static String fail(String m) { throw new IllegalStateException(m); } Item() {"),
                "@<2p>1[init]");
    }

    @Test
    void newNestedClassExtendsOneWithANewConstructor() throws IOException {
        live(
                text("return new Big(5).tell() + new Item(1L) { String tell() { return \"anon\" + super.tell(); } }.tell();")
                        .replace(
                                "class Inner",
                                "static class Big extends Item { final String big; Big(int x) { super((long) x); big = \"@\"; } String tell() { return big + super.tell(); } }\n class Inner")
                        .replace("Item() {", "Item(long l) { super(\"l\" + l); size = (int) l; } Item() {"),
                "@<l5>5[init]anon<l1>1[init]");
    }

    @Test
    void newSubclassOfAClassWithAPrivateConstructor() throws IOException {
        String source = """
                package app;
                class Main {
                    static abstract class Shape {
                        private final int n;
                        private Shape(int n) { this.n = n; }
                        int area() { return n; }
                    }
                    static final class Dot extends Shape { Dot() { super(0); } }
                    static final Shape OLD = new Dot();
                    static String show() { return "" + OLD.area(); }
                }
                """;
        String after = source.replace(
                        "static final Shape OLD",
                        "static final class Square extends Shape { Square(int a) { super(a * a); } }\n static final Shape OLD")
                .replace("\"\" + OLD.area()", "\"\" + OLD.area() + new Square(3).area() + new Shape(5) { }.area()");
        LiveProgram.assertLive(folder, source, after, "0", "095");
    }

    @Test
    void recordGetsAnotherConstructor() throws IOException {
        String source = """
                package app;
                class Main {
                    record Point(int x, int y) { }
                    static final Point OLD = new Point(1, 2);
                    static String show() { return OLD + "" + new Point(3, 4); }
                }
                """;
        String after = source.replace(
                        "record Point(int x, int y) { }",
                        "record Point(int x, int y) { Point(int x) { this(x, -x); } Point(String s) { this(s.length()); } }")
                .replace("new Point(3, 4)", "new Point(3) + new Point(\"four\")");
        LiveProgram.assertLive(
                folder,
                source,
                after,
                "Point[x=1, y=2]Point[x=3, y=4]",
                "Point[x=1, y=2]Point[x=3, y=-3]Point[x=4, y=-4]");
    }

    @Test
    void theClassIsInitialisedWhenItsFirstObjectIsMadeByAnAddedConstructor() throws IOException {
        String source = """
                package app;
                class Main {
                    static String log = "";
                    static class Late { static { log += "init"; } Late() { } Late(int x) { } int n; }
                    static String show() { return log; }
                }
                """;
        String after = source.replace("Late(int x)", "Late(String s) { n = s.length(); } Late(int x)")
                .replace("return log;", "int n = new Late(\"abc\").n; return log + n;");
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            assertThat(program.show()).isEmpty();
            assertThat(program.edit(after).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("init3");
        }
    }

    @Test
    void writesBeforeTheConstructorOfALibraryAreRefusedAndTheRestGoesLive() throws IOException {
        String source = """
                package app;
                import java.util.*;
                class Main {
                    String name = "n";
                    class Row extends ArrayList<String> { Row(int n) { super(n); add(name); } }
                    static String show() { return "" + new Main().new Row(2) + text(); }
                    static String text() { return "t"; }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            Edit edit = program.edit(source.replace("super(n)", "super(n + 1)").replace("\"t\"", "\"T\""));
            assertThat(edit.verdicts())
                    .containsEntry("app.Main.Row(Main, int)", "refused SuperArguments")
                    .containsEntry("app.Main.text()", "live");
            assertThat(program.show()).isEqualTo("[n]T");
            assertThat(program.edit(source.replace("add(name)", "add(name + 1)"))
                            .notLive())
                    .as("what follows super(..)")
                    .isEmpty();
            assertThat(program.show()).isEqualTo("[n1]t");
        }
    }

    @Test
    void creatorsBesideThePatchedCodeMakeObjectsAsBefore() throws IOException {
        String source = """
                package app;
                class Main {
                    public static class Base { final String s; public Base(String s) { this.s = s; } }
                    public static class Item extends Base { public Item() { super("old"); } }
                    static String show() {
                        try {
                            return Item.class.getConstructor().newInstance().s + new Item().s;
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            assertThat(program.show()).isEqualTo("oldold");
            Edit edit = program.edit(source.replace("super(\"old\")", "super(\"new\")"));
            assertThat(edit.notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("oldnew");
            assertThat(edit.result().members())
                    .anyMatch(m -> m.member().equals("app.Main.Item()")
                            && m.notes().toString().contains("reflection"));
        }
    }

    @Test
    void rollbackAndRedo() throws IOException {
        String after = MAIN.replace("super(\"r\" + size)", "super(\"new\" + size)");
        try (LiveProgram program = LiveProgram.start(folder, MAIN)) {
            assertThat(program.show()).isEqualTo(OLD + "<r2>2[init, body]");
            LiveProgram.Place image = program.place();
            assertThat(program.edit(after).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo(OLD + "<new2>2[init, body]");
            program.back(image);
            assertThat(program.show()).isEqualTo(OLD + "<r2>2[init, body]");
            assertThat(program.edit(after.replace("\"new\"", "\"newer\"")).notLive())
                    .isEmpty();
            assertThat(program.show()).isEqualTo(OLD + "<newer2>2[init, body]");
        }
    }
}
