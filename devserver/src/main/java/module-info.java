/** Prepares a program, starts it, watches its sources, and sends it a patch for each save. */
@SuppressWarnings("requires-automatic") // directory-watcher has no module descriptor
module dev.subsecond.devserver {
    requires dev.subsecond.runtime;
    requires transitive dev.subsecond.thinlink;
    requires directory.watcher;
    requires java.compiler;
    requires jdk.compiler;
    requires org.java_websocket;
    requires org.objectweb.asm;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.subsecond.devserver;
}
