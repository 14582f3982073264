package dev.subsecond.devserver;

import dev.subsecond.devserver.compile.Program;
import dev.subsecond.devserver.fault.FaultRecorder;
import dev.subsecond.devserver.image.FrozenImage;
import dev.subsecond.devserver.image.LibraryClasses;
import dev.subsecond.devserver.image.PatchFolder;
import dev.subsecond.devserver.image.RunFolder;
import dev.subsecond.devserver.launch.Child;
import dev.subsecond.devserver.launch.Launch;
import dev.subsecond.devserver.launch.OutputListener;
import dev.subsecond.devserver.serve.ProgramSocket;
import dev.subsecond.devserver.serve.Token;
import dev.subsecond.thinlink.Linker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns compiled classes into a running program, as often as it is restarted. */
final class ProgramHost {

    private static final String ENABLE_PREVIEW = "--enable-preview";

    private final ServeConfig config;
    private final RunFolder folder;
    private final ProgramSocket socket;
    private final Token token;
    private final LibraryClasses libraries;
    private final EventPublisher events;
    private int starts;

    ProgramHost(
            ServeConfig config,
            RunFolder folder,
            ProgramSocket socket,
            Token token,
            LibraryClasses libraries,
            EventPublisher events) {
        this.config = config;
        this.folder = folder;
        this.socket = socket;
        this.token = token;
        this.libraries = libraries;
        this.events = events;
    }

    /**
     * Freezes the classes and starts them.
     *
     * @param compileMillis what compiling them cost, for the event
     */
    RunningProgram start(Program program, double compileMillis) throws IOException {
        long begin = System.nanoTime();
        starts++;
        FrozenImage image = FrozenImage.freeze(
                folder.directory("run-" + starts), program.classFiles(), config.watched(), program.resources());
        image.unprepared().forEach(sentence -> events.publish(new ServeEvent.Warning("", 0, sentence)));
        double prepareMillis = SaveClock.millis(System.nanoTime() - begin);
        Linker linker = new FaultRecorder(
                image.buildId(),
                image.original(),
                libraries,
                read -> config.linker().create(image.buildId(), image.original(), read));
        PatchFolder patches = new PatchFolder(folder, image);
        Child child = launch(image);
        ServeEvent.Startup startup = new ServeEvent.Startup(image.original().size(), compileMillis, prepareMillis);
        events.publish(
                new ServeEvent.Started(child.pid(), config.mainClass(), System.getProperty("java.version"), startup));
        return new RunningProgram(image, linker, patches, child);
    }

    /** A linker for a process that runs the classes of the image as they were compiled. */
    Linker unpreparedLinker(FrozenImage image) {
        return config.linker().createUnprepared(image.buildId(), image.original(), libraries);
    }

    /** A folder for the patches of another process. */
    PatchFolder patchFolder(long pid) throws IOException {
        return new PatchFolder(folder, pid);
    }

    private Child launch(FrozenImage image) throws IOException {
        Launch launch =
                new Launch(classpath(image), config.mainClass(), jvmArgs(), config.programArgs(), environment(image));
        return socket.start(image.buildId(), () -> Child.start(launch, outputListener()), Child::pid);
    }

    /** Classes that were compiled with preview features only run where they are enabled. */
    private List<String> jvmArgs() {
        List<String> arguments = new ArrayList<>(config.jvmArgs());
        if (config.javacOptions().contains(ENABLE_PREVIEW) && !arguments.contains(ENABLE_PREVIEW)) {
            arguments.add(ENABLE_PREVIEW);
        }
        return arguments;
    }

    private @Nullable OutputListener outputListener() {
        return config.output() == ProgramOutput.INHERIT
                ? null
                : (pid, stream, line) -> events.publish(new ServeEvent.Output(pid, stream, line));
    }

    /** New classes come last, so that nothing already on the class path can be hidden by a patch. */
    private List<Path> classpath(FrozenImage image) {
        List<Path> classpath = new ArrayList<>();
        classpath.add(image.classes());
        classpath.addAll(config.classpath());
        classpath.addAll(config.runtimeClasspath());
        classpath.add(image.overlay());
        return classpath;
    }

    private Map<String, String> environment(FrozenImage image) {
        return Map.of(
                "SUBSECOND_DEVSERVER", socket.uri().toString(),
                "SUBSECOND_TOKEN", token.text(),
                "SUBSECOND_BUILD_ID", image.buildId(),
                "SUBSECOND_SERVER_PID", String.valueOf(ProcessHandle.current().pid()),
                "SUBSECOND_SERVER_FOLDER", folder.root().toString());
    }
}
