/** The patch as bytes: class files, their check, the manifest, the jar. */
@NullMarked
package dev.subsecond.thinlink.patch;

import org.jspecify.annotations.NullMarked;
