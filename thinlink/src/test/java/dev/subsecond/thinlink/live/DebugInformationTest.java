package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What stack traces and debuggers have to be told of patched code: file, lines, and variables by name. */
class DebugInformationTest {

    private static final String SOURCE = """
            package app;
            class Main {
                static final Game GAME = new Game(1);
                static String show() {
                    try {
                        return GAME.play() + new Game(0).play() + "";
                    } catch (ArithmeticException e) {
                        StackTraceElement f = e.getStackTrace()[0];
                        return f.getMethodName() + " " + f.getFileName() + ":" + f.getLineNumber();
                    }
                }
            }
            class Game {
                private int rounds;
                Game(int n) { this.rounds = n; }
                int play() {
                    return rounds;
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aConstructorOfOneLineShowsIt() throws IOException {
        String after = SOURCE.replace("this.rounds = n;", "this.rounds = 1 / n;");
        LiveProgram.assertLive(folder, SOURCE, after, "1", "new Main.java:15");
    }

    @Test
    void theInitialiserOfANewFieldShowsItsLine() throws IOException {
        String after = SOURCE.replace("return rounds;", "return rounds + more;")
                .replace("int rounds;", "int rounds;\n    private int more =\n        1 / Math.abs(rounds - 1);");
        LiveProgram.assertLive(folder, SOURCE, after, "1", "more$initial Main.java:16");
    }

    @Test
    void theInitialiserOfANewStaticFieldShowsItsLine() throws IOException {
        String after = SOURCE.replace("ArithmeticException", "ExceptionInInitializerError")
                .replace("= e.getStack", "= e.getCause().getStack")
                .replace("return rounds;", "return rounds + more;")
                .replace("int rounds;", "int rounds;\n    private static int more = 1 / \"\".length();");
        LiveProgram.assertLive(folder, SOURCE, after, "1", "more$initial Main.java:15");
    }

    @Test
    void everyClassOfAPatchNamesItsSourceAndEveryBodyItsVariables() throws IOException {
        String after = SOURCE.replace("return rounds;", "int before = rounds + more + all;\n return before;")
                .replace("int rounds;", "int rounds;\n private int more = 3;\n private static int all = 4;");
        try (LiveProgram program = LiveProgram.start(folder, SOURCE)) {
            List<ClassNode> classes = classes(program.edit(after));

            assertThat(classes)
                    .extracting(c -> c.name + " " + c.sourceFile)
                    .contains(
                            "app/Game$$Hot1 Main.java",
                            "app/Game$$Fields1 Main.java",
                            "app/Game$$Static1$all Main.java")
                    .allMatch(text -> text.endsWith(" Main.java"));
            assertThat(variables(classes, "play")).containsExactly("Lapp/Game; self", "I before");
            assertThat(variables(classes, "new")).containsExactly("Lapp/Game; self", "I n");
        }
    }

    private static List<String> variables(List<ClassNode> classes, String method) {
        MethodNode found = classes.stream()
                .filter(c -> c.name.equals("app/Game$$Hot1"))
                .flatMap(c -> c.methods.stream())
                .filter(m -> m.name.equals(method))
                .findFirst()
                .orElseThrow();
        return found.localVariables.stream()
                .sorted((a, b) -> a.index - b.index)
                .map(v -> v.desc + " " + v.name)
                .toList();
    }

    private static List<ClassNode> classes(LiveProgram.Edit edit) throws IOException {
        List<ClassNode> classes = new ArrayList<>();
        byte[] jar = edit.result().patch().orElseThrow().jar();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(".class")) {
                    ClassNode node = new ClassNode();
                    new ClassReader(in.readAllBytes()).accept(node, 0);
                    classes.add(node);
                }
            }
        }
        return classes;
    }
}
