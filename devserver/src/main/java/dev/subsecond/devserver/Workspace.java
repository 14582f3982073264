package dev.subsecond.devserver;

import dev.subsecond.devserver.compile.ClassFileLength;
import dev.subsecond.devserver.compile.Compilation;
import dev.subsecond.devserver.compile.Compiler;
import dev.subsecond.devserver.compile.CompilerMessage;
import dev.subsecond.devserver.compile.Edit;
import dev.subsecond.devserver.compile.Program;
import dev.subsecond.devserver.compile.TakenClasses;
import dev.subsecond.devserver.watch.FileKind;
import dev.subsecond.devserver.watch.SourceTree;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sources as they are on disk, against the program as it last compiled. Belongs to the session's thread, which alone
 * decides when to look.
 */
final class Workspace {

    /** In characters: enough to touch most of javac, not so much that a save would have to wait for it. */
    private static final int LONGEST_WARM_UP = 20_000;

    private final Compiler compiler;
    private final FileKind kind;
    private final List<Path> directories;
    private final ChangeReports reports;
    private final EventPublisher events;
    private final DirtySources dirty;
    private Program program;

    /** The sources that something happened to when it was last looked, whatever is in them. */
    private Set<Path> reported = Set.of();

    Workspace(
            Compiler compiler,
            FileKind kind,
            List<Path> directories,
            Charset charset,
            ChangeReports reports,
            EventPublisher events,
            Program program) {
        this.compiler = compiler;
        this.kind = kind;
        this.directories = directories;
        this.reports = reports;
        this.events = events;
        this.dirty = new DirtySources(charset, halfSave(kind));
        this.program = program;
    }

    private static DirtySources.HalfSave halfSave(FileKind kind) {
        return switch (kind) {
            case SOURCE -> (text, known) -> known && text.isBlank();
            case CLASS -> (text, known) -> !ClassFileLength.isWhole(text.getBytes(TakenClasses.BYTES));
        };
    }

    /** The newest sources that compiled together. */
    Program program() {
        return program;
    }

    DirtySources dirty() {
        return dirty;
    }

    /** Looks at what the watcher reported since the last time; returns whether a source has another content now. */
    boolean look() {
        boolean news = false;
        reported = candidates(reports.take());
        for (Path file : reported) {
            news |= look(file);
        }
        return news;
    }

    /** The known sources that were reported when it was last looked and written after {@code since}, also with the text they had. */
    Set<Path> savedSince(Instant since) {
        return reported.stream()
                .filter(file -> program.textOf(file).isPresent() && isSavedSince(file, since))
                .collect(Collectors.toSet());
    }

    private static boolean isSavedSince(Path file, Instant since) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(since);
        } catch (IOException e) {
            return false; // it is gone, which is a change of its own
        }
    }

    private boolean look(Path file) {
        try {
            return dirty.look(file, program);
        } catch (IOException e) {
            events.publish(new ServeEvent.Warning(file.toString(), 0, "This source cannot be read: " + e));
            return false;
        }
    }

    private Set<Path> candidates(ChangeReports.Batch batch) {
        // What is dirty may have been written on since it was read, and the report of that may be late.
        Set<Path> files = new HashSet<>(dirty.files());
        for (Path path : batch.paths()) {
            if (path.toString().endsWith(kind.suffix())) {
                files.add(path);
            } else {
                known().stream().filter(file -> file.startsWith(path)).forEach(files::add);
            }
        }
        if (batch.everything()) {
            files.addAll(known());
            files.addAll(onDisk());
        }
        return files;
    }

    private Set<Path> known() {
        Set<Path> known = new HashSet<>(program.files());
        known.addAll(dirty.files());
        return known;
    }

    private Set<Path> onDisk() {
        try {
            return SourceTree.list(kind, directories);
        } catch (IOException e) {
            events.publish(new ServeEvent.Warning("", 0, "The source directories cannot be listed: " + e));
            return Set.of();
        }
    }

    /** Compiles everything that changed and counts. What compiles becomes the program; what does not stays dirty. */
    Compilation compile() {
        List<CompilerMessage> unreadable = dirty.unreadable();
        if (!unreadable.isEmpty()) {
            return new Compilation.Bad(unreadable);
        }
        Edit edit = dirty.edit();
        Compilation result = compiler.compile(program, edit);
        if (result instanceof Compilation.Good good) {
            program = good.program();
            dirty.compiled(edit);
        }
        return result;
    }

    /** Compiles a source as it is and forgets the result: javac is several times faster when it has run before. */
    void warmUp() {
        if (kind == FileKind.CLASS) {
            return;
        }
        program.files().stream()
                .flatMap(file -> program.textOf(file).stream().map(text -> Map.entry(file, text)))
                .filter(source -> source.getValue().length() < LONGEST_WARM_UP)
                .max(Comparator.comparingInt(source -> source.getValue().length()))
                .ifPresent(source -> compiler.compile(program, new Edit(Map.ofEntries(source), Set.of())));
    }
}
