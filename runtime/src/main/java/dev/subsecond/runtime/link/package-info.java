/**
 * What generated code calls: the bootstraps of guards, of patched code and of stubs, and the base of the objects that
 * hold added fields. Public for that reason alone. Thin: each bootstrap asks the jump table for a call site.
 */
@NullMarked
package dev.subsecond.runtime.link;

import org.jspecify.annotations.NullMarked;
