/**
 * The server's end of the WebSocket: who may connect, and messages in and out. It knows one program at a time and
 * the guests that follow it, and nothing of compiling or patching.
 */
@NullMarked
package dev.subsecond.devserver.serve;

import org.jspecify.annotations.NullMarked;
