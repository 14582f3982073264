package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Key;

/**
 * A call of a method, or a reference to it, as a class file has it.
 *
 * @param owner internal name of the class that is named
 * @param key the method
 * @param isVirtual whether the receiver's class decides
 */
record Call(String owner, Key key, boolean isVirtual) {}
