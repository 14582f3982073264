package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Says of which members the annotations changed that reflection can see: it goes on showing those of the loaded class, so
 * that frameworks do not notice. Said once for each change, and not of annotations that are again as they were loaded.
 */
record AnnotationDiff(ClassFile loaded, ClassFile previous, ClassFile newest, List<MemberVerdict> verdicts) {

    static final String NOTE =
            "its annotations changed: reflection, and a framework that reads them, sees those of the start until a restart";

    void compare() {
        compare(Names.readableClass(newest.name()), ofClass(loaded), ofClass(previous), ofClass(newest));
        for (MethodNode m : newest.methods()) {
            compare(
                    Names.readableMethod(newest.name(), m.name, m.desc),
                    ofMethod(loaded, m),
                    ofMethod(previous, m),
                    ofMethod(newest, m));
        }
        for (FieldNode f : newest.node().fields) {
            compare(
                    Names.readableField(newest.name(), f.name),
                    ofField(loaded, f),
                    ofField(previous, f),
                    ofField(newest, f));
        }
    }

    private void compare(String member, String whenLoaded, String before, String now) {
        if (!now.equals(before) && !now.equals(whenLoaded)) {
            verdicts.add(Verdicts.unchanged(member, newest, NOTE));
        }
    }

    private static String ofClass(ClassFile file) {
        return text(file.node().visibleAnnotations);
    }

    private static String ofMethod(ClassFile file, MethodNode like) {
        return file.method(like.name, like.desc)
                .map(m -> text(m.visibleAnnotations) + ofParameters(m.visibleParameterAnnotations))
                .orElse("");
    }

    private static String ofParameters(List<AnnotationNode> @Nullable [] parameters) {
        return parameters == null
                ? ""
                : Arrays.stream(parameters).map(AnnotationDiff::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String ofField(ClassFile file, FieldNode like) {
        return file.field(like.name, like.desc)
                .map(f -> text(f.visibleAnnotations))
                .orElse("");
    }

    private static String text(@Nullable List<AnnotationNode> annotations) {
        return annotations == null
                ? ""
                : annotations.stream().map(AnnotationDiff::valueText).collect(Collectors.joining(" "));
    }

    /** A value of an annotation as ASM has it: enum constants are arrays of two texts, arrays are lists. */
    private static String valueText(@Nullable Object value) {
        if (value instanceof AnnotationNode a) {
            return a.desc + valueText(a.values);
        } else if (value instanceof List<?> list) {
            return list.stream().map(AnnotationDiff::valueText).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Object[] constant ? Arrays.toString(constant) : String.valueOf(value);
    }
}
