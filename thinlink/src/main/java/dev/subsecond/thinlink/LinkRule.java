package dev.subsecond.thinlink;

/**
 * What the linker does so that an edit ends live or refused and never wrong. Users have all of them; tests take one away to
 * see that the suite of edits notices.
 */
public enum LinkRule {
    /** A loaded class keeps its supertypes, its kind, its enum constants and its record components. */
    CLASS_SHAPE,
    /** Equal code is linked again where its names have come to mean other members. */
    MEANING,
    /** Code that was not saved is looked at, too, if it names a member that came or went. */
    RESTRUCTURED,
    /** Local and anonymous classes are known by what they are and where they stand, not by the compiler's number. */
    NESTED_MATCH,
    /** A class that has come to stand under a number that another had is not taken for deleted. */
    SHIFTED_NUMBERS,
    /** A new class nested in a running one is written as a local class in a nest of its own. */
    NESTS,
    /** Objects that no loaded constructor makes as the newest source says are made by a maker. */
    MAKERS,
    /** All code that makes objects of a class is looked at again if they have to be made otherwise. */
    MAKER_CALLERS,
    /** A changed constructor that assigns fields before a library's {@code super(..)} is refused. */
    WRITES_BEFORE_SUPER,
    /** The classes behind switches over enums get a name of the patch. */
    SWITCH_MAPS,
    /** Lambdas are known by what they are, so that the right live objects run the new body. */
    LAMBDA_MATCH,
    /** Live lambdas run the new body. */
    LAMBDA_REDIRECT,
    /** A changed static initialiser is not run again, and its verdict says so. */
    STATIC_INITIALISERS,
    /** A method that the image has and a patch had removed is there again. */
    PUT_BACK,
    /** A removed override makes room for the inherited method. */
    REMOVED_OVERRIDES,
    /** A method that code which stays still calls is not removed. */
    KEPT_CALLERS,
    /** Members that the compiler made have no verdict. */
    HIDDEN_MEMBERS,
    /** A method without an entry cannot get another body. */
    ENTRIES,
    /** A static field that is no longer final is another field from then on. */
    FINAL_STATICS,
    /** Fields of records are assigned by their loaded constructor only. */
    RECORD_FIELDS,
    /** A lambda does not implement a method that its loaded interface lacks. */
    FUNCTIONAL_INTERFACES,
    /** Methods of a class that became an interface, or was one, are not called by the other kind of reference. */
    KIND_OF_REFERENCE,
    /** The generated methods of a record are made with the record's own rights. */
    RECORD_METHODS,
    /** Private and foreign protected members are reached through handles. */
    HANDLES,
    /** {@code super.m()} is called through a handle, from the class whose code it is. */
    SUPER_CALLS,
    /** Method references that a patch class cannot follow go by way of a bridge. */
    BRIDGES,
    /** Added methods that can be overridden are called through their family. */
    FAMILIES,
    /** What overrides an added method belongs to its family. */
    FAMILY_MEMBERS,
    /** Callers of an inherited method find the override that a patch has added. */
    OVERRIDES,
    /** Patched code calls methods that ask for their caller in the name of its class. */
    CALLERS,
    /** A call of an added instance method on null fails before the method begins. */
    NULL_CHECKS,
    /** A moved synchronized method holds the monitor that it held. */
    MONITORS,
    /** The initialisers of added fields are taken out of the code around them. */
    INITIALISERS,
    /** Where that cannot be done the field is refused. */
    UNCLEAR_INITIALISERS,
    /** A new object runs the initialisers of added fields in order, not when they are first read. */
    CONSTRUCTION
}
