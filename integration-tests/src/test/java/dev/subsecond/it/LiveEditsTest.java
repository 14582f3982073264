package dev.subsecond.it;

import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of edit that goes live: made, made again, and undone, in one program that shows what it does on an object
 * from before all edits and on one from after them. Files are saved in place and by rename, in turns.
 *
 * <p>The program, {@code programs/kinds}, has a scenario a kind; it prints a line whenever one shows something new.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.subsecond.it.harness.Jdk#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the fields are set before the first test
class LiveEditsTest {

    @Parameter
    private Jdk jdk;

    private Served program;

    private final Set<String> edited = new HashSet<>();
    private int saves;

    @BeforeParameterizedClassInvocation
    void start() {
        program = Served.program("kinds", jdk).options("--jvm-arg", "-ea").start();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    /** Only a test that failed leaves something to restore. */
    @AfterEach
    void restore() {
        for (String file : edited) {
            String original = program.sources().original(file);
            if (!program.sources().read(file).equals(original)) {
                program.write(file, original, nextSave());
                program.hears("patched", "unchanged");
            }
        }
        edited.clear();
    }

    @Test
    void staticMethod() {
        edit("Bodies.java", "\"a1\"", "\"a2\"");
        shows("Bodies", "a2b1!c1!d1truee3!");
        edit("Bodies.java", "\"a2\"", "\"a\" + Math.max(3, 1)");
        shows("Bodies", "a3b1!c1!d1truee3!");
        undo("Bodies.java");
        shows("Bodies", "a1b1!c1!d1truee3!");
    }

    @Test
    void instanceMethod() {
        edit("Bodies.java", "\"b1\" + suffix", "\"b2\" + suffix + suffix");
        shows("Bodies", "a1b2!!c1!d1truee3!");
        edit("Bodies.java", "\"b2\" + suffix + suffix", "\"b3\"");
        shows("Bodies", "a1b3c1!d1truee3!");
        undo("Bodies.java");
        shows("Bodies", "a1b1!c1!d1truee3!");
    }

    private void edit(String file, String from, String to) {
        edited.add(file);
        program.edit(file, from, to, nextSave());
    }

    private void undo(String file) {
        program.undo(file, nextSave());
    }

    private void shows(String scenario, String value) {
        shows(scenario, value, value);
    }

    private void shows(String scenario, String onOldObject, String onNewObject) {
        program.shows(scenario + ": old=" + onOldObject + " new=" + onNewObject);
    }

    private Save nextSave() {
        return saves++ % 2 == 0 ? Save.IN_PLACE : Save.BY_RENAME;
    }
}
