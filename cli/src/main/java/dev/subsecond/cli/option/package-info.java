/** What the user may ask for: the options of the commands, and the checks that need no server. */
@NullMarked
package dev.subsecond.cli.option;

import org.jspecify.annotations.NullMarked;
