package dev.subsecond.devserver.compile;

/** The ways in which a source can depend on a class of another source. A test leaves out each and must notice it. */
enum Dependency {

    /** It uses the class: its class files name it, or an expression or an import in it is of that type. */
    USE,

    /** The latter without the former: a type that does not reach the class files. */
    EXPRESSION,

    /** It uses a subtype: what a class inherits is part of what others see of it. */
    SUPERTYPE,

    /** It uses a class that mentions this one in a signature, which decides what overload is meant and what fits. */
    SIGNATURE,

    /** It uses a sealed type that permits the class, which decides what a switch must cover and what can be cast. */
    PERMITS,

    /** The compiler copied a constant of the class into it. */
    CONSTANT,

    /** A name in it may mean another class, because one appeared or is gone. */
    NAME,

    /** It names a package that appeared or is gone. */
    PACKAGE,

    /** A name in it may mean a private member, which hides the one that is inherited. */
    HIDING,

    /** Annotation processors read the class, or one that it mentions, when they were asked about the source. */
    PROCESSOR,

    /** What does not compile with the other sources as they were may compile with them as they will be. */
    MENDING
}
