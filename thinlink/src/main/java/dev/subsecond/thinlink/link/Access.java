package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.HandleRef;

/** How code in a patch class reaches a member of the running program. */
sealed interface Access {

    /** By the instruction as compiled, with {@code owner} as the class it names. */
    record Direct(String owner) implements Access {}

    /** By a handle that the runtime finds through a private lookup. */
    record ByHandle(HandleRef handle) implements Access {}

    /** By the entry of a function that a patch added. */
    record ByFunction(String id) implements Access {}

    /** By the added method that makes an object in place of a constructor of {@code owner}. */
    record ByMaker(String owner, String descriptor, String id) implements Access {}

    /** By the receiver's class, for a method that a patch added and subclasses may have too. */
    record ByFamily(String id) implements Access {}

    /** By the accessors of the class that holds added instance fields. */
    record ByExtension(String extension) implements Access {}

    /** By the only field of the class that holds an added static field. */
    record ByHolder(String holder) implements Access {}
}
