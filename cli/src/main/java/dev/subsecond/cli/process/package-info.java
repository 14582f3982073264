/** This process and its like: starting another one of this command, and what is to be done when this one ends. */
@NullMarked
package dev.subsecond.cli.process;

import org.jspecify.annotations.NullMarked;
