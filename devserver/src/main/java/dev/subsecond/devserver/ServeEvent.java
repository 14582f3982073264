package dev.subsecond.devserver;

import java.nio.file.Path;
import java.util.List;

/**
 * Something the user of a dev server should know. The records are the events of the protocol ({@code serve --json});
 * every time is in milliseconds, and {@code pid} is the operating system's number of the program concerned. Immutable.
 */
public sealed interface ServeEvent {

    /** The program was started; {@code startup} says what came before. */
    record Started(long pid, String main, String java, Startup startup) implements ServeEvent {}

    /** The program has connected to the server; {@code functions} is the number of hot functions it knows of. */
    record Connected(long pid, int functions) implements ServeEvent {}

    /** Nothing failed, but it should be known. File is empty and line 0 where it concerns no place in a source. */
    record Warning(String file, int line, String message) implements ServeEvent {}

    /** Work on changed files has begun. */
    record Change(List<Path> files) implements ServeEvent {

        /** Copies the list. */
        public Change {
            files = List.copyOf(files);
        }
    }

    /** The sources do not compile; what ran before runs still. */
    record CompileError(List<SourceDiagnostic> diagnostics) implements ServeEvent {

        /** Copies the list. */
        public CompileError {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * The program acknowledged a patch.
     *
     * @param members what became of each changed member; those that did not go live are among them
     * @param carried methods that did not change and are part of the patch; often none
     */
    record Patched(
            long pid,
            long sequence,
            long generation,
            List<Path> files,
            List<Member> members,
            List<Carried> carried,
            List<Function> functions,
            SaveTimings timings)
            implements ServeEvent {

        /** Copies the lists. */
        public Patched {
            files = List.copyOf(files);
            members = List.copyOf(members);
            carried = List.copyOf(carried);
            functions = List.copyOf(functions);
        }
    }

    /** Code of a patch ran for the first time, {@code total} after the save. */
    record Live(long pid, long sequence, String function, double total) implements ServeEvent {}

    /** Nothing of the save went live. */
    record Refused(List<Path> files, List<Member> members) implements ServeEvent {

        /** Copies the lists. */
        public Refused {
            files = List.copyOf(files);
            members = List.copyOf(members);
        }
    }

    /**
     * The save changed nothing that runs. Errors shown for earlier saves are resolved.
     *
     * @param members those that changed all the same, with notes that say who keeps the old view of them; often none
     */
    record Unchanged(List<Path> files, List<Member> members) implements ServeEvent {

        /** Copies the lists. */
        public Unchanged {
            files = List.copyOf(files);
            members = List.copyOf(members);
        }
    }

    /** The program refused a patch, or was gone before it acknowledged it; what ran before runs still. */
    record Rejected(long pid, long sequence, String reason, String message) implements ServeEvent {}

    /** The program runs an earlier generation again. */
    record RolledBack(long pid, long generation) implements ServeEvent {}

    /** A line the program wrote; {@code stream} is {@code stdout} or {@code stderr}. */
    record Output(long pid, String stream, String line) implements ServeEvent {}

    /** The program ended. The last event of a server, except when the server was closed first. */
    record Exited(long pid, int code) implements ServeEvent {}

    /** The program is about to be started anew. */
    record Restarting(String why) implements ServeEvent {}

    /**
     * One message of the compiler.
     *
     * @param file the source, or empty where it concerns none
     * @param line counted from 1, 0 if unknown
     * @param column counted from 1, 0 if unknown
     * @param message the message alone
     * @param rendered as javac prints it, with the line of the source and the caret
     */
    record SourceDiagnostic(String file, long line, long column, String message, String rendered) {}

    /**
     * What became of one changed member.
     *
     * @param name as a person writes it, {@code app.Game.tick(World)}
     * @param verdict one of {@code live}, {@code live-after-return}, {@code unreached}, {@code refused}, {@code unchanged}
     * @param token the page in {@code docs/diagnostics/}, or empty
     * @param reason why, with the way out; empty if live
     * @param cause what of it changed; empty unless live
     * @param notes parts of the world that keep the old view
     */
    record Member(String name, String verdict, String token, String reason, String cause, List<String> notes) {

        /** Copies the list. */
        public Member {
            notes = List.copyOf(notes);
        }
    }

    /** A method that comes along with a patch although it did not change, and why. */
    record Carried(String name, String cause) {}

    /** A function that a patch changed, with the pointer {@code 0x…} of its new code. */
    record Function(String name, String ptr) {}

    /** What starting cost, in milliseconds: compiling everything, preparing and writing the image of so many classes. */
    record Startup(int classes, double compile, double prepare) {}
}
