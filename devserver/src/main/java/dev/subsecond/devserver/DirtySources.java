package dev.subsecond.devserver;

import dev.subsecond.devserver.compile.CompilerMessage;
import dev.subsecond.devserver.compile.Edit;
import dev.subsecond.devserver.compile.Program;
import dev.subsecond.devserver.watch.SourceSnapshot;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The sources that differ from those the program was compiled from. Belongs to the session's thread. */
final class DirtySources {

    /** An older time of saving is a file that was moved here, or a clock that was set. */
    private static final Duration CREDIBLE = Duration.ofSeconds(10);

    private final Charset charset;
    private final HalfSave halfSave;
    private final Map<Path, DirtySource> dirty = new TreeMap<>();

    /** Tells a file that an editor or a compiler has not finished writing. */
    @FunctionalInterface
    interface HalfSave {

        /** Whether this looks like one; {@code known} is whether the program was compiled with this file. */
        boolean looksLike(String text, boolean known);
    }

    DirtySources(Charset charset, HalfSave halfSave) {
        this.charset = charset;
        this.halfSave = halfSave;
    }

    boolean isEmpty() {
        return dirty.isEmpty();
    }

    /** Whether there is something to compile. */
    boolean anySettled() {
        return dirty.values().stream().anyMatch(DirtySource::settled);
    }

    List<Path> files() {
        return List.copyOf(dirty.keySet());
    }

    /**
     * Reads a file that something happened to.
     *
     * @return whether its content is news; the same content again, or that of the program, is not, unless it takes back
     *     what was dirty
     */
    boolean look(Path file, Program program) throws IOException {
        Optional<String> compiled = program.textOf(file);
        Optional<SourceSnapshot> now = SourceSnapshot.read(file, charset);
        if (now.map(SourceSnapshot::text).equals(compiled)
                && now.map(SourceSnapshot::readable).orElse(true)) {
            return dirty.remove(file) != null;
        }
        DirtySource next = now.map(snapshot -> of(snapshot, compiled.isPresent()))
                .orElseGet(() -> new DirtySource(null, true, System.nanoTime(), false));
        DirtySource known = dirty.get(file);
        if (known != null && known.sameContent(next)) {
            return false;
        }
        dirty.put(file, next);
        return true;
    }

    private DirtySource of(SourceSnapshot snapshot, boolean known) {
        boolean settled = !halfSave.looksLike(snapshot.text(), known);
        return new DirtySource(snapshot.text(), snapshot.readable(), savedNanos(snapshot.savedAt()), settled);
    }

    private static long savedNanos(Instant savedAt) {
        long now = System.nanoTime();
        Duration age = Duration.between(savedAt, Instant.now());
        boolean credible = !age.isNegative() && age.compareTo(CREDIBLE) < 0;
        return credible ? now - age.toNanos() : now;
    }

    /** Counts from now on what might have been half of a save; returns whether there was such a thing. */
    boolean settle() {
        boolean any = dirty.values().stream().anyMatch(source -> !source.settled());
        dirty.replaceAll((file, source) -> source.settle());
        return any;
    }

    /** When the newest of these saves was made: only then could all of them go live. */
    long newestSaveNanos() {
        long now = System.nanoTime();
        return now
                - dirty.values().stream()
                        .mapToLong(source -> now - source.savedNanos())
                        .min()
                        .orElse(0);
    }

    /** What is to be compiled: everything dirty that counts. */
    Edit edit() {
        Map<Path, String> texts = new HashMap<>();
        Set<Path> deleted = new HashSet<>();
        dirty.forEach((file, source) -> {
            if (!source.settled()) {
                return;
            }
            if (source.text() == null) {
                deleted.add(file);
            } else {
                texts.put(file, source.text());
            }
        });
        return new Edit(texts, deleted);
    }

    /** Why nothing can be compiled: bytes that are no text. */
    List<CompilerMessage> unreadable() {
        return dirty.entrySet().stream()
                .filter(entry -> !entry.getValue().readable())
                .map(entry -> unreadable(entry.getKey(), charset))
                .toList();
    }

    static CompilerMessage unreadable(Path file, Charset charset) {
        return CompilerMessage.failure(file.toString(), "bytes that are no character in the encoding " + charset);
    }

    /** Forgets what was compiled, unless it changed since. */
    void compiled(Edit edit) {
        dirty.entrySet().removeIf(entry -> {
            String text = entry.getValue().text();
            return text == null
                    ? edit.deleted().contains(entry.getKey())
                    : text.equals(edit.texts().get(entry.getKey()));
        });
    }
}
