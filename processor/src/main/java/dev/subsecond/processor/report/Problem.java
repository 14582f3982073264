package dev.subsecond.processor.report;

import java.util.Locale;
import javax.tools.Diagnostic;

/**
 * Every diagnostic of the processor. Tokens are stable: users search for them and suppress by them, and each has a page
 * {@code docs/diagnostics/<token>.md}. Texts say what is wrong, why, and the way out, in this order.
 */
public enum Problem {
    PRIVATE_METHOD(
            "PrivateMethod",
            "@Hot method %s is private: its stub is generated into %s, a class of its own, which could not call it."
                    + " %s, or mark a method that calls it."),
    TOO_MANY_VALUES(
            "TooManyValues",
            "@Hot method %s takes %s, and stubs and handles have room for nine."
                    + " Group some of the parameters in a record or class of your own."),
    UNSUPPORTED_PLACE("UnsupportedPlace", "@Hot on %s: %s %s. %s."),
    INACCESSIBLE_TYPE(
            "InaccessibleType",
            "@Hot method %s needs %s, which is not visible to its stub in %s, another class of the same package."
                    + " Make that type package-private or wider, or use a supertype that is visible."),
    STUB_CLASH(
            "StubClash",
            "@Hot methods %s and %s would have the same stub in %s, because an instance method's stub takes its receiver"
                    + " first. Rename one of them, or mark only one @Hot."),
    NAME_CLASH(
            "NameClash",
            "The stubs of %s are generated into class %s, but there is such a class already%s."
                    + " Rename one of the two classes."),
    NOT_NATIVE(
            "NotNative",
            "@Hot method %s has a Java body, but its annotation names native code with \"library\" or \"symbol\"."
                    + " Remove these, which only native methods have."),
    MISSING_RUNTIME(
            "MissingRuntime",
            "The stubs of %s call dev.subsecond.runtime.Subsecond, which this compilation cannot see."
                    + " Add dev.subsecond:subsecond-runtime to the class path, or to the module path of a module that requires"
                    + " it, or compile with -Asubsecond.release=true for stubs that do not need it."),
    ON_PATCH_METHOD(
            "OnPatchMethod",
            "@OnPatch method %s %s, so it could not be told of patches: the runtime calls static methods that return void"
                    + " and take one dev.subsecond.runtime.PatchEvent. %s."),
    BAD_OPTION(
            "BadOption",
            "-Asubsecond.release=%s is neither true nor false."
                    + " Use true for stubs that do not need the runtime, and leave the option out otherwise."),
    WRITE_FAILED(
            "WriteFailed",
            "The stub class %s could not be written: %s."
                    + " Check that the folder for generated sources (javac's -s, else -d) is writable and has room."),
    INTERNAL(
            "Internal",
            "Subsecond's processor failed on %s. This is a fault in Subsecond, not in your code."
                    + " Please report it with this trace; to go on meanwhile, remove @Hot from there.%n%s"),
    HANDLE_NAME(
            "HandleName",
            Diagnostic.Kind.NOTE,
            "The handle of @Hot method %s is named %s(), because the name %s() is taken in %s."
                    + " Nothing needs to be done; renaming the method changes it.");

    private final String token;
    private final Diagnostic.Kind kind;
    private final String text;

    Problem(String token, String text) {
        this(token, Diagnostic.Kind.ERROR, text);
    }

    Problem(String token, Diagnostic.Kind kind, String text) {
        this.token = token;
        this.kind = kind;
        this.text = text;
    }

    /** The stable name, without brackets; also the name of the problem's page. */
    public String token() {
        return token;
    }

    /** How javac ranks it: {@code ERROR}, or {@code NOTE} for what needs no action. */
    public Diagnostic.Kind kind() {
        return kind;
    }

    /** The sentence that the user reads, beginning with the token in brackets. */
    String message(Object... details) {
        return "[" + token + "] " + String.format(Locale.ROOT, text, details);
    }
}
