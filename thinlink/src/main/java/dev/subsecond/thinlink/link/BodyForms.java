package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Forms;
import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.diff.NormalForm;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.objectweb.asm.tree.MethodNode;

/** Makes the {@link Forms} of bodies that are being linked. */
final class BodyForms {

    private final Program program;
    private final Additions additions;
    private final SwitchMaps switchMaps;

    BodyForms(Program program, Additions additions, SwitchMaps switchMaps) {
        this.program = program;
        this.additions = additions;
        this.switchMaps = switchMaps;
    }

    /** The normal form of {@code body} with the lambdas in it. */
    String whole(ClassFile source, MethodNode body) {
        return NormalForm.of(source, body, switchMaps);
    }

    /** The forms of {@code body} of {@code source}, the newest version of its class. */
    Forms of(ClassFile source, MethodNode body, Function<Lambda, String> identities) {
        return Forms.of(source, body, switchMaps, identities)
                .withMeaning(
                        meaning(body, Lambda.createdBy(source, body)),
                        meaning(body, List.of()),
                        meaning(body, Lambda.withinFunction(source, body)));
    }

    private String meaning(MethodNode body, List<Lambda> lambdas) {
        List<MethodNode> bodies = new ArrayList<>(List.of(body));
        lambdas.forEach(l -> bodies.add(l.body()));
        return Meaning.unlikeImage(program, additions, bodies);
    }
}
