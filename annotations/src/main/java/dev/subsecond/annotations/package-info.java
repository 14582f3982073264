/**
 * The annotations a program's source needs, and nothing else: a program that carries them depends on no other code of
 * this project.
 */
@NullMarked
package dev.subsecond.annotations;

import org.jspecify.annotations.NullMarked;
