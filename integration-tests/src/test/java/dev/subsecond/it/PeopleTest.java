package dev.subsecond.it;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code serve} without {@code --json}: lines for people, and standard input for the program. */
class PeopleTest {

    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void aLineASaveAndTheInputForTheProgram(Jdk jdk) {
        try (Served program = Served.program("echo", jdk).forPeople().start()) {
            program.command("hello");
            says(program, "you said hello");

            program.save(Save.IN_PLACE, "Main.java", "\"you said \"", "\"you say \"");
            says(program, "subsecond: live in \\d+ ms: app\\.Main\\.answer\\(String\\)");
            says(program, "  live app\\.Main\\.answer\\(String\\): its body changed");
            program.command("hello");
            says(program, "you say hello");
            says(program, "subsecond: first run of app\\.Main\\.answer\\(String\\) \\d+ ms after the save");

            program.save(Save.BY_RENAME, "Main.java", "\"you say \"", "\"you say \" + to");
            says(program, ".*Main\\.java:19: error: cannot find symbol");
            says(program, " +return \"you say \" \\+ to \\+ text;");
            says(program, " +\\^");
            says(program, "subsecond: does not compile; .*");
            program.command("still");
            says(program, "you say still");

            program.save(Save.IN_PLACE, "Main.java", "class Main", "class Main extends Thread");
            program.save(Save.IN_PLACE, "Main.java", " + to", "");
            says(program, "subsecond: not live: .*");
            says(program, "  refused app\\.Main \\[Supertypes\\]: .*");
        }
    }

    private static Event says(Served program, String line) {
        return program.log()
                .await(program.lastSave(), line, event -> event.text("line").matches(line));
    }
}
