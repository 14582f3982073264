package dev.subsecond.thinlink;

/**
 * Why a change cannot go live. Each constant has a stable token, which users see in brackets and which names a page in
 * {@code docs/diagnostics/}.
 */
public enum Refusal {
    SUPERTYPES("Supertypes", "the superclass or the implemented interfaces changed, which a loaded class cannot"),
    CLASS_KIND("ClassKind", "the kind of the class changed (class, interface, enum, record, abstract or final)"),
    ENUM_CONSTANTS("EnumConstants", "enum constants were added, removed or reordered, and the JVM has cached them"),
    RECORD_COMPONENTS("RecordComponents", "the components of the record changed"),
    RECORD_CONSTRUCTOR(
            "RecordConstructor", "the code assigns a field of a record, which only its loaded constructor may"),
    SUPER_ARGUMENTS(
            "SuperArguments",
            "it assigns a field before it calls the constructor of a library, and a changed constructor cannot do both in"
                    + " that order"),
    OVERRIDE_ADDED(
            "OverrideAdded",
            "the program was not prepared, so that callers of the inherited method cannot be led to the new one"),
    METHOD_KIND("MethodKind", "the JVM finds native code only for a method that was native when its class was loaded"),
    OVERRIDABILITY(
            "Overridability", "whether a method overrides this one would change, and its callers cannot be told so"),
    CALLER_SENSITIVE(
            "CallerSensitive",
            "it asks for the class of its caller's caller, between which and the new code other frames lie"),
    UNKNOWN_BOOTSTRAP(
            "UnknownBootstrap", "an invokedynamic or dynamic constant of an unknown kind is not yet supported"),
    INACCESSIBLE_TYPE("PackagePrivateType", "the code names a class that only its own package may name"),
    INITIALISER("Initialiser", "the initialiser of the new field cannot be told apart from the code around it"),
    FUNCTIONAL_INTERFACE(
            "FunctionalInterface",
            "the method of the functional interface is new to the running program; not yet supported"),
    NO_ENTRY("NoEntry", "the method could not be prepared when the program started, so nothing can redirect it"),
    NEW_PACKAGE("NewPackage", "the program was not prepared and has no class in the package of the new class"),
    SEALED("Sealed", "the program was not prepared, and its sealed type takes no further subtypes"),
    DEPENDS("Depends", "it needs a change that was refused"),
    INTERNAL("LinkerFault", "the linker's own check found a fault in what it had made");

    private static final String WAY_OUT = "; the running code stays as it is. Restart to run the new code.";

    private final String token;
    private final String reason;

    Refusal(String token, String reason) {
        this.token = token;
        this.reason = reason;
    }

    /** The stable name, also that of the page in {@code docs/diagnostics/}. */
    public String token() {
        return token;
    }

    /** The reason as a sentence with the way out; {@code detail} says what exactly, or is empty. */
    public String sentence(String detail) {
        return reason + (detail.isEmpty() ? "" : " (" + detail + ")") + WAY_OUT;
    }
}
