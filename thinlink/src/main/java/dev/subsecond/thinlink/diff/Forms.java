package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.function.Function;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a body is, as three texts that differ in what stands for the lambdas it creates.
 *
 * @param whole their bodies
 * @param own their identities: what frames of the body itself run
 * @param reach the bodies of those that are not hot, since the hot ones are functions of their own
 * @param meaning what the names in the body and its lambdas lead to; empty if that is what they lead to in the image. The
 *     texts {@code own} and {@code reach} have their share of it in them
 */
public record Forms(String whole, String own, String reach, String meaning) {

    /** What a method without code is. */
    public static final Forms NONE = new Forms("", "", "", "");

    /** The forms of {@code body} of {@code source}, with the meaning that it has in the image. */
    public static Forms of(
            ClassFile source, MethodNode body, SwitchMaps switchMaps, Function<Lambda, String> identities) {
        String whole = NormalForm.of(source, body, switchMaps);
        if (!Lambda.createsAny(source, body)) {
            return new Forms(whole, whole, whole, "");
        }
        String own = NormalForm.of(source, body, switchMaps, identities);
        String reach = NormalForm.of(source, body, switchMaps, l -> l.isHot() ? l.shape() : null);
        return new Forms(whole, own, reach, "");
    }

    /** The same body with another meaning. */
    public Forms withMeaning(String ofAll, String ofOwn, String ofReach) {
        return new Forms(whole, own + ofOwn, reach + ofReach, ofAll);
    }

    /** Whether no program can tell the bodies apart, lambdas included. */
    public boolean isSame(Forms other) {
        return whole.equals(other.whole) && meaning.equals(other.meaning);
    }

    /** Whether a frame of the one is as good as a frame of the other. */
    public boolean isSameContent(Forms other) {
        return isSame(other) || own.equals(other.own);
    }
}
