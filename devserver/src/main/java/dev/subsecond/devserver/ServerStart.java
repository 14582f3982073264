package dev.subsecond.devserver;

import dev.subsecond.devserver.compile.Compilation;
import dev.subsecond.devserver.compile.Compiler;
import dev.subsecond.devserver.compile.CompilerSettings;
import dev.subsecond.devserver.compile.IncrementalCompiler;
import dev.subsecond.devserver.compile.JavacOptions;
import dev.subsecond.devserver.compile.TakenClasses;
import dev.subsecond.devserver.image.LibraryClasses;
import dev.subsecond.devserver.image.RunFolder;
import dev.subsecond.devserver.serve.ProgramSocket;
import dev.subsecond.devserver.serve.Token;
import dev.subsecond.devserver.watch.FileKind;
import dev.subsecond.devserver.watch.SourceWatcher;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Opens, in order, everything a server needs, and starts the program. What was opened is the closer's to close. */
final class ServerStart {

    private final ServeConfig config;
    private final EventPublisher events;
    private final Closer closer;

    ServerStart(ServeConfig config, EventPublisher events, Closer closer) throws ServeException {
        this.config = resolved(config);
        this.events = events;
        this.closer = closer;
    }

    /** Returns the session of a running program. */
    Session run(Session.ProgramEnd whenProgramEnds) throws ServeException {
        Compiler compiler = closer.add(compiler());
        // Watching begins before reading: whatever is saved while the program starts becomes its first patch.
        ChangeReports reports = new ChangeReports();
        watch(reports);
        Charset charset =
                config.kind() == FileKind.CLASS ? TakenClasses.BYTES : SourceCharset.of(config.javacOptions());
        long begin = System.nanoTime();
        Compilation.Good good = new FirstBuild(config, charset).run(compiler);
        double compileMillis = SaveClock.millis(System.nanoTime() - begin);
        good.warnings().forEach(warning -> events.publish(SaveReports.warning(warning)));
        Workspace workspace =
                new Workspace(compiler, config.kind(), config.watched(), charset, reports, events, good.program());
        return launch(workspace, reports, compileMillis, whenProgramEnds);
    }

    private Compiler compiler() throws ServeException {
        if (config.kind() == FileKind.CLASS) {
            return new TakenClasses(config.mainClass());
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new ServeException(
                    Problem.NO_COMPILER,
                    "The Java in " + System.getProperty("java.home")
                            + " has no compiler. Use a JDK, not a JRE: set JAVA_HOME or give --java-home.");
        }
        return new IncrementalCompiler(javac, settings());
    }

    private void watch(ChangeReports reports) throws ServeException {
        try {
            SourceWatcher watcher = closer.add(SourceWatcher.start(config.kind(), config.watched(), reports));
            watcher.ended().exceptionally(failure -> {
                events.publish(new ServeEvent.Warning(
                        "", 0, "The sources are no longer watched, restart to go on: " + failure));
                return null;
            });
        } catch (IOException e) {
            throw new ServeException(Problem.MISSING_DIRECTORY, "The sources cannot be watched: " + e, e);
        }
    }

    private CompilerSettings settings() {
        List<Path> classpath = new ArrayList<>(config.classpath());
        classpath.addAll(config.runtimeClasspath());
        return new CompilerSettings(classpath, config.processorPath(), config.javacOptions());
    }

    private Session launch(
            Workspace workspace, ChangeReports reports, double compileMillis, Session.ProgramEnd whenProgramEnds)
            throws ServeException {
        try {
            RunFolder folder = closer.add(RunFolder.create());
            LibraryClasses libraries = closer.add(new LibraryClasses(settings().classpath()));
            Token token = Token.random();
            Session session = new Session(events, whenProgramEnds);
            ProgramSocket socket = closer.add(ProgramSocket.open(token, session));
            closer.add(session);
            Verdicts verdicts = new Verdicts(config.mainClass());
            PatchSender sender = new PatchSender(socket, events, verdicts);
            ProgramHost host = new ProgramHost(config, folder, socket, token, libraries, events);
            UnpreparedPrograms unprepared = new UnpreparedPrograms(host, socket, events, verdicts);
            session.begin(workspace, host, sender, unprepared, compileMillis);
            reports.onReport(session::reported);
            return session;
        } catch (IOException e) {
            throw new ServeException(Problem.LAUNCH_FAILED, "The program cannot be started: " + e.getMessage(), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ServeException(Problem.LAUNCH_FAILED, "The program cannot be started: " + cause, cause);
        }
    }

    /** The same configuration with absolute paths, as they come back from the watcher. */
    private static ServeConfig resolved(ServeConfig config) throws ServeException {
        Optional<String> wrongOption = JavacOptions.problem(config.javacOptions());
        if (wrongOption.isPresent()) {
            throw new ServeException(Problem.COMPILE_FAILED, wrongOption.get());
        }
        String what = config.kind() == FileKind.SOURCE ? "source" : "class";
        List<Path> watched = new ArrayList<>();
        for (Path directory : config.watched()) {
            if (!Files.isDirectory(directory)) {
                String problem = Files.exists(directory) ? "is not a directory" : "does not exist";
                throw new ServeException(
                        Problem.MISSING_DIRECTORY, "The " + what + " directory " + directory + " " + problem + ".");
            }
            watched.add(real(directory));
        }
        for (Path entry : config.classpath()) {
            ClassPathEntry.check(entry);
        }
        return config.with(watched, absolute(config.classpath()), absolute(config.runtimeClasspath()));
    }

    private static Path real(Path directory) throws ServeException {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new ServeException(
                    Problem.MISSING_DIRECTORY, "The directory " + directory + " cannot be read: " + e, e);
        }
    }

    private static List<Path> absolute(List<Path> paths) {
        return paths.stream().map(Path::toAbsolutePath).toList();
    }
}
