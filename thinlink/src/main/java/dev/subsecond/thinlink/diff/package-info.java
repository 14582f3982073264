/**
 * What changed: methods, fields and classes compared in a normal form in which only what the JVM can observe counts, and
 * the compiler's numbers for lambdas and anonymous classes mean nothing.
 */
@NullMarked
package dev.subsecond.thinlink.diff;

import org.jspecify.annotations.NullMarked;
