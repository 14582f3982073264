package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Field;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import dev.subsecond.it.harness.Debugger;
import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The program of {@code docs/debugging.md} in the hands of a debugger that does what those of IDEs do. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.subsecond.it.harness.Jdk#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the fields are set before the first test
class DebuggingTest {

    private static final int LINE = 12;
    private static final String DOUBLED = "int twice = 2 * step; count += twice;";

    private final Page page = Page.of("docs/debugging.md");

    @Parameter
    Jdk jdk;

    @TempDir
    static Path folder;

    private Served program;
    private Debugger debugger;

    @BeforeParameterizedClassInvocation
    void start() {
        page.writeFiles(folder);
        program = Served.program(folder.resolve("src"), jdk)
                .options("--jvm-arg", Debugger.jvmArgument())
                .start();
        debugger = Debugger.attach(program);
    }

    @AfterParameterizedClassInvocation
    void stop() {
        debugger.close();
        program.close();
    }

    @AfterEach
    void backToTheOriginal() {
        debugger.clear();
        if (!program.sources().edited().isEmpty()) {
            program.undo("Counter.java", Save.IN_PLACE);
        }
    }

    @Test
    void aBreakpointSetBeforeAPatchHitsInIt() throws Exception {
        debugger.breakAt("app.Counter", LINE);
        ThreadReference thread = debugger.awaitStop("in the old code", location -> true);
        Event patch = program.edit(Save.IN_PLACE, "Counter.java", "count += step;", DOUBLED);
        debugger.resume(thread);
        StackFrame frame = debugger.awaitStop("in the patch", in(patch, "tick")).frame(0);

        assertThat(frame.location().sourcePath()).isEqualTo("app/Counter.java");
        assertThat(frame.location().lineNumber()).isEqualTo(LINE);
        assertThat(frame.thisObject()).isNull();
        assertThat(variables(frame)).containsOnlyKeys("self", "step").containsEntry("step", "3");
        assertThat(self(frame)).containsEntry("what", "\"bees\"").containsKey("count");
    }

    @Test
    void aBreakpointSetAfterAPatchHitsInItAlsoInLambdas() throws Exception {
        program.write("Counter.java", page.block("second save of Counter.java"), Save.IN_PLACE);
        Event patch = program.patched();
        debugger.breakAt("app.Counter", LINE + 2);
        StackFrame frame =
                debugger.awaitStop("in the lambda", in(patch, "lambda$tick$0")).frame(0);

        assertThat(frame.location().lineNumber()).isEqualTo(LINE + 2);
        assertThat(variables(frame)).containsOnlyKeys("self", "before");
        assertThat(self(frame)).containsEntry("what", "\"bees\"");
    }

    @Test
    void aBreakpointHitsInAConstructor() throws Exception {
        debugger.breakAt("app.Counter", 8);
        Event patch = program.edit(
                Save.IN_PLACE,
                "Counter.java",
                "this.what = what;",
                "this.what = \"many \" + what;",
                "count += step;",
                "new Counter(\"birds\");");
        StackFrame frame = debugger.awaitStop("in the patch", in(patch, "new")).frame(0);

        assertThat(variables(frame)).containsOnlyKeys("self", "what").containsEntry("what", "\"birds\"");
        assertThat(self(frame)).containsEntry("what", "null");
    }

    @Test
    void theValueOfAnAddedFieldIsFoundAtTheReceiver() throws Exception {
        debugger.breakAt("app.Counter", LINE + 1);
        ThreadReference thread = debugger.awaitStop("in the old code", location -> true);
        Event patch = program.edit(
                Save.IN_PLACE,
                "Counter.java",
                "count;\n",
                "count;\n    private int added = 7;\n",
                "count += step;",
                "added++; count += added;");
        debugger.resume(thread);
        debugger.resume(debugger.awaitStop("for the first time", in(patch, "tick")));
        StackFrame frame =
                debugger.awaitStop("for the second time", in(patch, "tick")).frame(0);

        ObjectReference self = (ObjectReference) frame.getValue(frame.visibleVariableByName("self"));
        Value added = self.getValue(self.referenceType().fieldByName("$$subsecond"));
        assertThat(fields((ObjectReference) added)).containsEntry("added", "8");
    }

    @Test
    void steppingIntoAPatchedMethodEndsInTheNewBody() {
        Event patch = program.edit(Save.IN_PLACE, "Counter.java", "count += step;", DOUBLED);
        debugger.breakAt("app.Main", 9);
        ThreadReference thread = debugger.awaitStop("before the call", location -> true);

        assertThat(name(debugger.stepInto(thread))).isEqualTo("app.Counter.tick");
        assertThat(debugger.stepInto(thread)).matches(in(patch, "tick")).matches(l -> l.lineNumber() == LINE);
    }

    /** In a method of the class that a patch has made. */
    private static Predicate<Location> in(Event patch, String method) {
        String wanted = "app.Counter$$Hot" + patch.number("sequence") + "." + method;
        return location -> name(location).equals(wanted);
    }

    private static String name(Location location) {
        return location.declaringType().name() + "." + location.method().name();
    }

    private static Map<String, String> variables(StackFrame frame) throws AbsentInformationException {
        Map<String, String> values = new TreeMap<>();
        for (LocalVariable variable : frame.visibleVariables()) {
            values.put(variable.name(), String.valueOf(frame.getValue(variable)));
        }
        return values;
    }

    private static Map<String, String> self(StackFrame frame) throws AbsentInformationException {
        LocalVariable self = frame.visibleVariableByName("self");
        assertThat(self.typeName()).isEqualTo("app.Counter");
        return fields((ObjectReference) frame.getValue(self));
    }

    private static Map<String, String> fields(ObjectReference object) {
        Map<String, String> values = new TreeMap<>();
        for (Field field : object.referenceType().allFields()) {
            values.put(field.name(), String.valueOf(object.getValue(field)));
        }
        return values;
    }
}
