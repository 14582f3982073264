/** Notices that sources change, however an editor writes them. What changed in them is for others to find out. */
@NullMarked
package dev.subsecond.devserver.watch;

import org.jspecify.annotations.NullMarked;
