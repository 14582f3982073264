package dev.subsecond.runtime.wire;

import dev.subsecond.runtime.JumpTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text frame of the dev server protocol. The simple name of the record is the message's {@code type}, its
 * components are the fields. Addresses are written {@code 0x…}, timings are milliseconds.
 */
public sealed interface Message {

    /** The version of the protocol that both sides name when they meet. */
    int PROTOCOL = 1;

    /** From the program, first of all: who it is and what it runs. */
    record Hello(
            int protocol,
            String buildId,
            long pid,
            String javaVersion,
            long generation,
            boolean prepared,
            int functions,
            List<Image> images)
            implements Message {

        /** Copies the list. */
        public Hello {
            images = List.copyOf(images);
        }
    }

    /** A native library that the program has loaded and that can be patched. */
    record Image(String library, String aslrReference) {}

    /** From the server, in answer to {@link Hello}; every patch after the program's generation follows. */
    record Welcome(int protocol, String serverVersion, long generation) implements Message {}

    /** From the server: work on a save has begun. */
    record PatchStart(long sequence, List<String> files) implements Message {

        /** Copies the list. */
        public PatchStart {
            files = List.copyOf(files);
        }
    }

    /** From the server: a patch to apply. If {@code jumpTable.lib} cannot be read, its bytes follow in a binary frame. */
    record Patch(
            long sequence,
            String buildId,
            JumpTable jumpTable,
            String sha256,
            long length,
            List<Member> members,
            Map<String, Double> timings)
            implements Message {

        /** Copies the collections. */
        public Patch {
            members = List.copyOf(members);
            timings = Map.copyOf(timings);
        }
    }

    /** What became of one changed member. */
    record Member(String name, String verdict, String reason, List<String> notes) {

        /** Copies the list. */
        public Member {
            notes = List.copyOf(notes);
        }
    }

    /** From the server: a save did not become a patch. */
    record PatchFailed(long sequence, List<Diagnostic> diagnostics) implements Message {

        /** Copies the list. */
        public PatchFailed {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** One compiler message or refusal; line and column count from 1 and are 0 where unknown. */
    record Diagnostic(String file, long line, long column, String message) {}

    /**
     * From the program: the patch is live, or an earlier generation is current again.
     *
     * @param sequence the patch; after a rollback the one that had made the generation that is current again, 0 for the image
     * @param generation the state of the program from now on
     * @param rolledBackTo the generation that is current again; null after a patch
     */
    record Applied(
            long sequence,
            long generation,
            List<AppliedFunction> functions,
            Map<String, Double> timings,
            @MayBeNull @Nullable Long rolledBackTo)
            implements Message {

        /** Copies the collections. */
        public Applied {
            functions = List.copyOf(functions);
            timings = Map.copyOf(timings);
        }
    }

    /** One function that changed, and how many frames still run its earlier code. */
    record AppliedFunction(String id, String name, String oldPtr, String newPtr, int runningOldFrames) {}

    /** From the program: a patch or a rollback was refused and nothing changed; the class names listed can never be used again. */
    record Rejected(long sequence, String reason, String message, List<String> definedClasses) implements Message {

        /** The sequence of no patch: a rollback was refused. */
        public static final long ROLLBACK = 0;

        /** Copies the list. */
        public Rejected {
            definedClasses = List.copyOf(definedClasses);
        }
    }

    /** From the program, at most once a patch: code of the patch has run for the first time. */
    record FirstCall(long sequence, String function, long sinceCommitMicros) implements Message {}

    /** From either: something the other one's user should read. Level is the name of a {@link System.Logger.Level}. */
    record Log(String level, String message) implements Message {}

    /** From the server: make an earlier generation current. */
    record Rollback(long generation) implements Message {}

    /** From the server: the program is about to be started anew. */
    record Restart() implements Message {}

    /** From the server: end the program. */
    record Shutdown() implements Message {}

    /** From either side, last of all: why it closes the connection. */
    record Goodbye(String reason) implements Message {}

    /** A message of a newer peer, to be ignored. */
    record Unknown(String type) implements Message {}
}
