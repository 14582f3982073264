/**
 * What a stub class will be, before any of it is written: which names its members get and how the user's types
 * read in it. Nothing here judges or prints.
 */
@NullMarked
package dev.subsecond.processor.model;

import org.jspecify.annotations.NullMarked;
