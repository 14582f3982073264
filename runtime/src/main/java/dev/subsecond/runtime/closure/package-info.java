/**
 * Where the code of a closure is: the method that a lambda expression or a method reference runs, and the values that it
 * captured. By that a closure object runs its newest code after a patch.
 */
@NullMarked
package dev.subsecond.runtime.closure;

import org.jspecify.annotations.NullMarked;
