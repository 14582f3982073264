package dev.subsecond.edits;

import java.util.List;

/**
 * One edit of one program, with what must become of it.
 *
 * @param row the folder of its row in the edit table
 * @param name its own folder
 * @param title what it is about, in a line
 * @param oldestJdk the first Java version that compiles it
 * @param isSample whether it is tried by way of the command line, too
 * @param reason the words of the edit table that say why it is not live; empty if it is
 * @param stages what is saved, in this order, {@code before} first
 */
public record EditCase(
        String row, String name, String title, int oldestJdk, boolean isSample, String reason, List<Stage> stages) {

    public EditCase {
        stages = List.copyOf(stages);
    }

    /** The folder of the case among all cases, {@code row/name}. */
    public String id() {
        return row + "/" + name;
    }

    /** Whether every member goes live, or has nothing to go live with, at every stage. */
    public boolean isLive() {
        return stages.stream().allMatch(s -> s.verdicts().isEmpty());
    }

    /** The stage of that name, which the case must have. */
    public Stage stage(String stageName) {
        return stages.stream()
                .filter(s -> s.name().equals(stageName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id() + " has no stage " + stageName));
    }
}
