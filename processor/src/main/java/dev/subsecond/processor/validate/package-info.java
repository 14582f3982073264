/** What is wrong with marked methods, found rule by rule and returned as reports. Nothing here prints or generates. */
@NullMarked
package dev.subsecond.processor.validate;

import org.jspecify.annotations.NullMarked;
