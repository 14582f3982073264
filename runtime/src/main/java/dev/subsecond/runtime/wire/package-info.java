/**
 * What travels between the dev server and the program, as records and their JSON: messages, the jump table, the manifest
 * of a patch file. Everything read here comes from outside and is checked for form and size before it becomes a value;
 * whether it also makes sense for the running program is for the reader to judge.
 */
@NullMarked
package dev.subsecond.runtime.wire;

import org.jspecify.annotations.NullMarked;
