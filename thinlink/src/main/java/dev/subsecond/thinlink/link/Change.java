package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** One thing that a save changed and that may go live. */
sealed interface Change {

    /** The class concerned, as the newest sources have it. */
    ClassFile owner();

    /** The member as a person writes it. */
    String member();

    /** Whether the patch of that number has code of the class concerned in the class {@code name}. */
    default boolean isWrittenTo(String name, long sequence) {
        return name.equals(owner().name()) || name.equals(PatchBuilder.patchClassName(owner().name(), sequence));
    }

    /** A method with a new body: changed if {@code running} is there, else added or put back. */
    record Method(
            ClassFile owner, MethodNode node, @Nullable RunningMethod running) implements Change {
        @Override
        public String member() {
            return Names.readableMethod(owner.name(), node.name, node.desc);
        }
    }

    /** A method that its class no longer has, so that calls have to reach the one it overrode. */
    record RemovedOverride(ClassFile owner, RunningMethod running) implements Change {
        @Override
        public String member() {
            MethodNode node = running.node();
            return Names.readableMethod(owner.name(), node.name, node.desc);
        }
    }

    /** A method that its class no longer has and that no other code stands in for. */
    record RemovedMethod(ClassFile owner, RunningMethod running) implements Change {
        @Override
        public String member() {
            MethodNode node = running.node();
            return Names.readableMethod(owner.name(), node.name, node.desc);
        }
    }

    /** A new method without a body; subclasses have bodies for it. */
    record AbstractMethod(ClassFile owner, MethodNode node) implements Change {
        @Override
        public String member() {
            return Names.readableMethod(owner.name(), node.name, node.desc);
        }
    }

    /** A method whose native code runs again. */
    record NativeMethod(ClassFile owner, MethodNode node) implements Change {
        @Override
        public String member() {
            return Names.readableMethod(owner.name(), node.name, node.desc);
        }
    }

    /**
     * A static initialiser, which is not run again; the lambdas it has created can be.
     *
     * @param fields those whose initialiser changed in a lambda and nowhere else
     */
    record StaticInitialiser(ClassFile owner, MethodNode node, RunningMethod running, List<String> fields)
            implements Change {
        @Override
        public String member() {
            return Names.readableMethod(owner.name(), node.name, node.desc);
        }
    }

    /** A field whose modifiers changed, so that the code using it has to change. */
    record FieldModifiers(ClassFile owner, FieldNode node) implements Change {
        @Override
        public String member() {
            return Names.readableField(owner.name(), node.name);
        }
    }

    /**
     * A method of an image without guards that goes on as it is, while the hot closures it makes are led to new code.
     *
     * @param running the method as it runs
     */
    record Closures(ClassFile owner, MethodNode node, RunningMethod running) implements Change {
        @Override
        public String member() {
            return Names.readableMethod(owner.name(), node.name, node.desc);
        }
    }

    /**
     * A new field.
     *
     * @param loaded the static field, final in the JVM, that it takes over from; null if there is none
     */
    record Field(ClassFile owner, FieldNode node, @Nullable FieldNode loaded) implements Change {
        @Override
        public String member() {
            return Names.readableField(owner.name(), node.name);
        }
    }

    /** A new class. */
    record Type(ClassFile owner) implements Change {
        @Override
        public String member() {
            return Names.readableClass(owner.name());
        }
    }
}
