package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;

/**
 * What a commit does to one call site.
 *
 * @param site the call site
 * @param during its target while the commit runs: the old code, the gate or the new code, as the phase says
 * @param after its target from then on
 */
record SiteChange(MutableCallSite site, MethodHandle during, MethodHandle after) {}
