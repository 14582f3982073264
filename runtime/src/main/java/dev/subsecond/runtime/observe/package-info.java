/**
 * Looking into a program from outside: flight recordings, management beans, the log, and the classes of patches as files.
 * What serves these is loaded when there is something to show, and a module of the JDK that is missing is done without.
 */
@NullMarked
package dev.subsecond.runtime.observe;

import org.jspecify.annotations.NullMarked;
