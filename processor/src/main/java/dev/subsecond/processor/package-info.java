/**
 * The entry for javac: {@code HotProcessor} and what leads one class through the pipeline. Each stage is a package of its own:
 * {@code validate} finds what is wrong with the marked methods, {@code model} names and describes the stubs, {@code write}
 * turns the description into source, {@code report} says what was found. Stages know later ones only through the model
 * and the report; the annotations and the runtime are known by name alone.
 */
@NullMarked
package dev.subsecond.processor;

import org.jspecify.annotations.NullMarked;
