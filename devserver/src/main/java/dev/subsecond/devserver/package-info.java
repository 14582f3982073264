/**
 * The dev server as a library: start it with a {@link ServeConfig}, listen to its {@link ServeEvent}s.
 *
 * <p>This package also holds the pipeline of one save, as package-private classes. It drives the stages, which know
 * nothing of it nor of each other: {@code compile}, {@code image}, {@code launch}, {@code watch} and {@code serve}.
 */
@NullMarked
package dev.subsecond.devserver;

import org.jspecify.annotations.NullMarked;
