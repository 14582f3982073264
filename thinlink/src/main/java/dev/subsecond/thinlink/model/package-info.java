/** What class files say: parsed classes, their kinds, and the resolution of members through a class hierarchy. */
@NullMarked
package dev.subsecond.thinlink.model;

import org.jspecify.annotations.NullMarked;
