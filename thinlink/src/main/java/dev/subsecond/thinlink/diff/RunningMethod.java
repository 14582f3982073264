package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method as the next call runs it.
 *
 * @param source the class file that the body was compiled into
 * @param node the method in {@code source}
 * @param forms what its code is
 * @param lambdas the lambdas it creates, outer before inner
 * @param meaning what its references were linked to; empty for code of the image, which the JVM resolves itself
 */
public record RunningMethod(
        ClassFile source, MethodNode node, Forms forms, List<RunningLambda> lambdas, Optional<String> meaning) {

    public RunningMethod {
        lambdas = List.copyOf(lambdas);
    }

    /** A method of {@code source} as the program was started with it. */
    public static RunningMethod ofImage(ClassFile source, MethodNode node, SwitchMaps switchMaps) {
        List<RunningLambda> lambdas = Lambda.createdBy(source, node).stream()
                .map(l -> ofImage(source, l, switchMaps))
                .toList();
        Forms forms = Forms.of(source, node, switchMaps, l -> identity(source, l));
        return new RunningMethod(source, node, forms, lambdas, Optional.empty());
    }

    private static RunningLambda ofImage(ClassFile source, Lambda l, SwitchMaps switchMaps) {
        Forms forms = Forms.of(source, l.body(), switchMaps, inner -> identity(source, inner));
        Map<Entry, Forms> entries = Map.of(Entry.of(source.name(), l.body()), forms);
        return new RunningLambda(
                source, l.body(), forms, l.placedShape(), identity(source, l), l.isHot(), entries, Optional.empty());
    }

    private static String identity(ClassFile source, Lambda l) {
        return source.name() + "." + l.body().name + l.body().desc;
    }

    /** The normal form of the method with the lambdas in it. */
    public String normalForm() {
        return forms.whole();
    }
}
