/** Tasks that are stopped and started again when a patch concerns code that they are in the middle of. */
@NullMarked
package dev.subsecond.runtime.task;

import org.jspecify.annotations.NullMarked;
