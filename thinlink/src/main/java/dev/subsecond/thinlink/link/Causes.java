package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.NormalForm;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.MethodNode;

/** What of a member makes it a change, in words. */
final class Causes {

    /** Of a method that is carried because its entry has to ask first who is to run. */
    static final String LED = "some objects run another method where calls lead to it";

    /** Of a constructor that is carried. */
    static final String MADE_OTHERWISE = "objects whose constructor came or changed before super(..) are made with it";

    private static final String NEW = "it is new";
    private static final String LAMBDA = "a lambda in it changed";
    private static final String MODIFIERS = "its modifiers changed";

    private final Program program;
    private final SwitchMaps switchMaps;
    private final InlinedConstants constants;

    /** @param previous the saved classes as they were before the save */
    Causes(Program program, SwitchMaps switchMaps, Collection<ClassFile> previous) {
        this.program = program;
        this.switchMaps = switchMaps;
        this.constants = InlinedConstants.of(program, previous);
    }

    String of(Change change) {
        if (change instanceof Change.Method m) {
            return m.running() == null ? ofAdded(m) : ofChanged(m, m.running());
        } else if (change instanceof Change.RemovedOverride) {
            return "it is gone, and calls run the method that it overrode";
        } else if (change instanceof Change.NativeMethod) {
            return "it is native again";
        } else if (change instanceof Change.StaticInitialiser) {
            return LAMBDA;
        } else if (change instanceof Change.Closures) {
            return "a closure in it changed";
        } else if (change instanceof Change.FieldModifiers) {
            return MODIFIERS;
        } else if (change instanceof Change.Field f && f.loaded() != null) {
            return "it is no longer final, so that another field takes its place";
        }
        return NEW;
    }

    private String ofAdded(Change.Method m) {
        RunningMethod other = program.runningClass(m.owner().name()).methods().get(Key.of(m.node()));
        if (other != null) {
            return MODIFIERS;
        }
        return program.runningClass(m.owner().name()).hasLoaded(m.node()) ? "it is there again" : NEW;
    }

    private String ofChanged(Change.Method m, RunningMethod before) {
        String newest = NormalForm.of(m.owner(), m.node(), switchMaps);
        if (newest.equals(before.normalForm())) {
            return "its text is as before, but means something else: " + otherMeaning(m, before);
        } else if (withoutModifiers(newest).equals(withoutModifiers(before.normalForm()))) {
            return MODIFIERS;
        } else if (body(m.owner(), m.node()).equals(body(before.source(), before.node()))) {
            return LAMBDA;
        }
        Optional<String> constant = constants.changedIn(m, before, switchMaps);
        if (constant.isPresent()) {
            return "the constant " + constant.get() + " in it changed";
        }
        boolean isConstructor = m.node().name.equals(Names.CONSTRUCTOR);
        return isConstructor ? "its body or the initialiser of a field changed" : "its body changed";
    }

    private static String withoutModifiers(String normalForm) {
        return normalForm.substring(normalForm.indexOf('\n'));
    }

    private String body(ClassFile owner, MethodNode m) {
        return NormalForm.withoutLambdas(owner, Arrays.asList(m.instructions.toArray()), m.tryCatchBlocks, switchMaps);
    }

    /** The first reference that leads elsewhere. */
    private String otherMeaning(Change.Method m, RunningMethod before) {
        Additions additions = Additions.expected(program);
        Set<String> known = new HashSet<>(
                Meaning.running(program, new Additions(program), before).lines().toList());
        List<String> others = Meaning.newest(program, additions, m.owner(), m.node())
                .lines()
                .filter(line -> !known.contains(line))
                .toList();
        return others.isEmpty() ? "a name" : Meaning.name(others.get(0));
    }
}
