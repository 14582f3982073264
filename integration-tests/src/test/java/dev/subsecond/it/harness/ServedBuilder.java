package dev.subsecond.it.harness;

import java.util.ArrayList;
import java.util.List;

/** What is to be known before a program is served. */
public final class ServedBuilder {

    private final String program;
    private final Jdk jdk;
    private final List<String> options = new ArrayList<>();
    private List<String> before = List.of();
    private final TestFolder folder = TestFolder.create();
    private String mainClass = "";

    ServedBuilder(String program, Jdk jdk) {
        this.program = program;
        this.jdk = jdk;
    }

    /** More options of {@code serve}. */
    public ServedBuilder options(String... more) {
        options.addAll(List.of(more));
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

    /** Starts it; returns when the program is connected. */
    public Served start() {
        Sources sources = Sources.copy(program, folder.root());
        List<String> arguments = new ArrayList<>(List.of("serve", "--json", "--main", "app.Main", "--source"));
        arguments.add(sources.folder().toString());
        arguments.addAll(options);
        Launch launch = new Launch(jdk, folder, arguments);
        Process process = mainClass.isEmpty() ? launch.start(before, jdk.tool("java")) : launch.start(mainClass);
        Served served = new Served(process, folder, sources);
        try {
            served.log().await(0, "the connection", event -> event.is("connected"));
            return served;
        } catch (AssertionError e) {
            Remains.of(process, served.log()).close();
            throw e;
        }
    }
}
