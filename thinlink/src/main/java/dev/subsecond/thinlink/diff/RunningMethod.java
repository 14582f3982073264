package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method as the next call runs it.
 *
 * @param source the class file that the body was compiled into
 * @param node the method in {@code source}
 * @param normalForm its normal form
 * @param lambdas the lambdas it creates, outer before inner
 * @param meaning what its references were linked to; empty for code of the image, which the JVM resolves itself
 */
public record RunningMethod(
        ClassFile source, MethodNode node, String normalForm, List<RunningLambda> lambdas, Optional<String> meaning) {

    public RunningMethod {
        lambdas = List.copyOf(lambdas);
    }

    /** A method of {@code source} as the program was started with it. */
    public static RunningMethod ofImage(ClassFile source, MethodNode node, SwitchMaps switchMaps) {
        List<RunningLambda> lambdas = Lambda.createdBy(source, node).stream()
                .map(l -> new RunningLambda(
                        NormalForm.of(source, l.body(), switchMaps),
                        l.shape(),
                        List.of(Entry.of(source.name(), l.body())),
                        Optional.empty()))
                .toList();
        return new RunningMethod(source, node, NormalForm.of(source, node, switchMaps), lambdas, Optional.empty());
    }
}
