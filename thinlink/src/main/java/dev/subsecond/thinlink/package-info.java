/**
 * The thin linker: makes changed classes fit the classes that already run, instead of building a new program.
 *
 * <p>Pure functions over class files. Nothing here watches, compiles, connects or loads a class; the dev server does,
 * through the types of this package. The way of a change is the order of the packages: {@code model} (what a class file
 * says), {@code diff} (what changed), {@code reach} (which hot functions lead to
 * it), {@code link} (bodies moved into patch classes), {@code patch} (the jar).
 */
@NullMarked
package dev.subsecond.thinlink;

import org.jspecify.annotations.NullMarked;
