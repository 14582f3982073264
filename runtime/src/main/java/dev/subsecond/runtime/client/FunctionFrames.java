package dev.subsecond.runtime.client;

import dev.subsecond.runtime.patch.CommittedFunction;
import dev.subsecond.runtime.wire.MethodRef;
import java.util.regex.Pattern;

/**
 * Recognises the frames of one function in stack traces.
 *
 * <p>The image's code has the function's own class and name. A patch has it in a class whose name is that of the image's
 * class with {@code $$Hot} and the patch's number; the method there has the function's name, {@code new} for a
 * constructor, and perhaps a suffix. A method of the image whose guard has called a new body stays on the stack directly
 * below it, and so does a patch's wrapper that holds a monitor: such a frame only passes on.
 */
final class FunctionFrames {

    private static final String PATCH_CLASS = "$$Hot";

    private final CommittedFunction function;
    private final MethodRef body;
    private final String patchClasses;
    private final Pattern bodyName;

    /** @param body the function's newest code */
    FunctionFrames(CommittedFunction function, MethodRef body) {
        this.function = function;
        this.body = body;
        this.patchClasses = host(function.image().owner()) + PATCH_CLASS;
        this.bodyName = bodyName(function, body);
    }

    CommittedFunction function() {
        return function;
    }

    /** Whether the frame runs code that this function had before. What is called stands before what calls it. */
    boolean isOld(StackTraceElement[] stack, int index) {
        StackTraceElement frame = stack[index];
        boolean passesOn = index > 0 && isBody(stack[index - 1]);
        return !passesOn && (isOldBody(frame) || isOldImage(frame));
    }

    private boolean isOldBody(StackTraceElement frame) {
        return isBody(frame) && !frame.getClassName().equals(body.owner());
    }

    /** After an undo the image's code is the newest, also where it stands in the image. */
    private boolean isOldImage(StackTraceElement frame) {
        return frame.getClassName().equals(function.image().owner())
                && frame.getMethodName().equals(function.image().name())
                && !function.newPtr().equals(function.id())
                && !body.equals(function.image());
    }

    private boolean isBody(StackTraceElement frame) {
        return frame.getClassName().startsWith(patchClasses)
                && bodyName.matcher(frame.getMethodName()).matches();
    }

    /** The image's class; a function may itself have come with a patch, as lambdas do. */
    private static String host(String owner) {
        int patch = owner.indexOf(PATCH_CLASS);
        return patch < 0 ? owner : owner.substring(0, patch);
    }

    private static Pattern bodyName(CommittedFunction function, MethodRef body) {
        String name = function.image().name();
        String plain = name.equals("<init>") ? "new" : name;
        return Pattern.compile(
                Pattern.quote(body.name()) + "|" + Pattern.quote(plain) + "(\\$synchronized)?(\\$[0-9]+)?");
    }
}
