package dev.subsecond.devserver;

import dev.subsecond.devserver.image.FrozenImage;
import dev.subsecond.devserver.image.PatchFolder;
import dev.subsecond.devserver.launch.Child;
import dev.subsecond.thinlink.Linker;

/**
 * A program that was started, with what belongs to this one start of it.
 *
 * @param image what it was started from
 * @param linker knows what it runs
 * @param patches where it finds its patches
 * @param child its process
 */
record RunningProgram(FrozenImage image, Linker linker, PatchFolder patches, Child child) {

    long pid() {
        return child.pid();
    }
}
