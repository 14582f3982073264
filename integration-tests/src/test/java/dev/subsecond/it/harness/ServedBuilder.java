package dev.subsecond.it.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be known before a program is served. */
public final class ServedBuilder {

    private final Path program;
    private final Jdk jdk;
    private final List<String> options = new ArrayList<>();
    private List<String> before = List.of();
    private @Nullable TestFolder folder;
    private String mainClass = "";
    private boolean json = true;
    private @Nullable Path classes;

    ServedBuilder(Path program, Jdk jdk) {
        this.program = program;
        this.jdk = jdk;
    }

    /** More options of {@code serve}. */
    public ServedBuilder options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** With text for people instead of events; each line is an event {@code text} of the log. Input is the program's. */
    public ServedBuilder forPeople() {
        json = false;
        return options("--verbose");
    }

    /** From class files that something else compiles the sources to. */
    public ServedBuilder fromClasses(Path compiled) {
        classes = compiled;
        return this;
    }

    /** Something that starts the command instead of this process. */
    public ServedBuilder startedBy(String... command) {
        before = List.of(command);
        return this;
    }

    /** Another command line than the real one, from the classes of these tests. */
    public ServedBuilder commandLine(Class<?> otherMain) {
        mainClass = otherMain.getName();
        return this;
    }

    /** In the folder of one that was killed. */
    public ServedBuilder in(TestFolder sameFolder) {
        folder = sameFolder;
        return this;
    }

    /** Starts it; returns when the program is connected. */
    public Served start() {
        TestFolder place = folder == null ? TestFolder.create() : folder;
        Sources sources = Sources.copy(program, place.root());
        List<String> arguments = new ArrayList<>(List.of("serve", "--main", "app.Main"));
        arguments.addAll(
                classes == null
                        ? List.of("--source", sources.folder().toString())
                        : List.of("--classes", classes.toString()));
        if (json) {
            arguments.add("--json");
        }
        arguments.addAll(options);
        Launch launch = new Launch(jdk, place, arguments);
        Process process = mainClass.isEmpty() ? launch.start(before, jdk.tool("java")) : launch.start(mainClass);
        Served served = new Served(process, place, sources);
        try {
            served.log().await(0, "the connection", ServedBuilder::isConnection);
            return served;
        } catch (AssertionError e) {
            Remains.of(process, served.log()).close();
            throw e;
        }
    }

    private static boolean isConnection(Event event) {
        return event.is("connected") || event.text("line").startsWith("subsecond: connected");
    }
}
