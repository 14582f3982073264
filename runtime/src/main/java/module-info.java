/**
 * Inside the user's program: hot functions, the jump table, the loading of patches, the launcher.
 *
 * <p>A program in named modules requires this one and need not open a package to it: its stubs and guards hand over the
 * right to patch. {@code dev.subsecond.runtime.link} is exported for generated code alone.
 */
// JNA has no descriptor, and the modules that packages are exported to are compiled later.
@SuppressWarnings({"requires-automatic", "module"})
module dev.subsecond.runtime {
    requires com.sun.jna;
    requires java.management;
    requires java.net.http;
    requires jdk.jfr;
    requires jdk.unsupported;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports dev.subsecond.runtime;
    exports dev.subsecond.runtime.link;
    exports dev.subsecond.runtime.wire to
            dev.subsecond.devserver,
            dev.subsecond.thinlink;
}
