package dev.subsecond.benchmarks.scale;

import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.ImageKind;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.ThinLinker;
import dev.subsecond.thinlink.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One edit of one program, made and undone in turn, and how long linking took each time. */
final class Series {

    private final int size;
    private final ImageKind kind;
    private final String edit;
    private final ThinLinker linker;
    private final Changes after;
    private final Changes before;
    private final List<Long> nanos = new ArrayList<>();
    private long first;
    private long sequence;

    Series(int size, ImageKind kind, String edit, ThinLinker linker, Changes after, Changes before) {
        this.size = size;
        this.kind = kind;
        this.edit = edit;
        this.linker = linker;
        this.after = after;
        this.before = before;
    }

    int size() {
        return size;
    }

    boolean isLike(Series other) {
        return kind == other.kind && edit.equals(other.edit);
    }

    String name() {
        return edit + " | " + kind.name().toLowerCase(Locale.ROOT);
    }

    /** What the very first edit took, when nothing is known of the program yet. */
    long first() {
        return first;
    }

    double median() {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    /** Makes the edit and undoes it, without counting. */
    void warmUp() {
        long taken = link(after);
        first = sequence == 1 ? taken : first;
        link(before);
    }

    /** Makes the edit and undoes it. */
    void measure() {
        nanos.add(link(after));
        nanos.add(link(before));
    }

    private long link(Changes changes) {
        long start = System.nanoTime();
        LinkResult result = linker.link(++sequence, changes);
        long taken = System.nanoTime() - start;
        if (result.members().isEmpty() || result.members().stream().anyMatch(m -> m.verdict() == Verdict.REFUSED)) {
            throw new IllegalStateException(name() + " of " + size + " classes: " + result.members());
        }
        if (result.patch().isPresent()) {
            linker.applied(sequence);
        }
        return taken;
    }
}
