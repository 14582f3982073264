/** Makes a patch of changed class files and says what becomes of each changed member. Pure: it starts and stores nothing. */
module dev.subsecond.thinlink {
    requires transitive dev.subsecond.runtime;
    requires org.objectweb.asm;
    requires org.objectweb.asm.commons;
    requires org.objectweb.asm.tree;
    requires org.objectweb.asm.tree.analysis;
    requires org.objectweb.asm.util;
    requires static org.jspecify;

    exports dev.subsecond.thinlink;
    exports dev.subsecond.thinlink.prepare;
}
