package dev.subsecond.devserver.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Sequences of edits of a small random program, made from a seed. What does not compile is mended by further edits, which
 * take the faulty lines out.
 */
final class RandomHistory {

    private static final int TYPES = 5;
    private static final int EDITS_IN_A_SEQUENCE = 2;
    private static final int MOST_MENDINGS = 6;

    /** The sources after an edit, and what a clean build makes of them. */
    record Step(Map<Path, String> texts, Compilation cleanBuild) {}

    /** Hears of each step; returns whether to go on. */
    interface Reader {

        boolean read(Step step);
    }

    private final IncrementalCompiler compiler;
    private final List<RandomType> types = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final Random random;
    private final RandomEditor editor;
    private final RandomScene scene;

    RandomHistory(long seed, IncrementalCompiler compiler) {
        this.compiler = compiler;
        this.random = new Random(seed);
        this.editor = new RandomEditor(random, types);
        this.scene = RandomScene.of(seed);
        story.add("seed " + seed);
    }

    /** Makes a program that compiles, tells of it, and then of each edit of some sequences. */
    void play(int sequences, Reader reader) {
        while (types.size() < TYPES) {
            editor.addType();
        }
        scene.begin(types);
        editor.addUser();
        mendInSilence();
        boolean goOn = reader.read(step());
        for (int sequence = 0; sequence < sequences && goOn; sequence++) {
            goOn = playOne(reader);
        }
    }

    private void mendInSilence() {
        Step step = step();
        for (int mending = 0; mending < MOST_MENDINGS && step.cleanBuild() instanceof Compilation.Bad bad; mending++) {
            mend(bad.errors());
            step = step();
        }
    }

    private boolean playOne(Reader reader) {
        story.add("--");
        boolean goOn = true;
        for (int edit = 0; edit < EDITS_IN_A_SEQUENCE && goOn; edit++) {
            for (int together = random.nextInt(4) / 2; together >= 0; together--) {
                story.add(editor.edit());
            }
            if (random.nextInt(2) == 0) {
                story.add("change of the scene " + scene);
                scene.change(types);
            }
            goOn = playUntilItCompiles(reader);
        }
        return goOn;
    }

    private boolean playUntilItCompiles(Reader reader) {
        for (int mending = 0; mending < MOST_MENDINGS; mending++) {
            Step step = step();
            if (!reader.read(step)) {
                return false;
            }
            if (!(step.cleanBuild() instanceof Compilation.Bad bad)) {
                return true;
            }
            mend(bad.errors());
        }
        return true;
    }

    private Step step() {
        Map<Path, String> texts = new HashMap<>();
        types.forEach(type -> texts.put(type.file(), type.text()));
        return new Step(texts, compiler.compile(Program.empty(), new Edit(texts, Set.of())));
    }

    private void mend(List<CompilerMessage> errors) {
        story.add("mend");
        for (RandomType type : List.copyOf(types)) {
            List<Long> lines = errors.stream()
                    .filter(error -> error.file().equals(type.file().toString()))
                    .map(CompilerMessage::line)
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .toList();
            if (!lines.isEmpty() && !type.correct()) {
                mend(type, lines);
            }
        }
    }

    /** Takes lines out, the last first; where that is impossible, the whole type. */
    private void mend(RandomType type, List<Long> lines) {
        for (long line : lines) {
            if (!type.remove(line)) {
                types.remove(type);
            }
        }
    }

    /** What was done and what came out of it, to be read by people. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder(String.join("\n", story));
        types.forEach(
                type -> all.append("\n--- ").append(type.file()).append('\n').append(type.text()));
        return all.toString();
    }
}
