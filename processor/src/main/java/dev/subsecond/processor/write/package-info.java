/** Turns the description of a stub class into source, with JavaPoet, and hands it to javac. Nothing here judges. */
@NullMarked
package dev.subsecond.processor.write;

import org.jspecify.annotations.NullMarked;
