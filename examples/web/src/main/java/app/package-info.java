/** Greets visitors, over HTTP. */
package app;
