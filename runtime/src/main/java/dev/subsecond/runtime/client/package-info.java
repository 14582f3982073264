/**
 * The program's end of the dev server's connection: says who the program is, applies what the server sends, reports what
 * became of it, and connects again where the program is to outlive its server. One thread of its own does all the work; whatever arrives, it stays alive and the program unharmed.
 */
@NullMarked
package dev.subsecond.runtime.client;

import org.jspecify.annotations.NullMarked;
