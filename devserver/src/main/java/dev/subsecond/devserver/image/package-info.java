/**
 * The frozen copy that the program runs from: its temporary folder, the prepared classes, the resources, the overlay
 * directory; and the libraries as the linker reads them.
 */
@NullMarked
package dev.subsecond.devserver.image;

import org.jspecify.annotations.NullMarked;
