package dev.subsecond.devserver.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * What matters about a class file when others were compiled against it.
 *
 * @param references binary names of all classes it names
 * @param supertypes binary names of its superclass and interfaces
 * @param shape digest of all that can change how other sources compile, except constants: changes if and only if
 *     dependents must be compiled again
 * @param constants digest of the values that the compiler inlines into other classes
 */
record ClassFacts(Set<String> references, List<String> supertypes, String shape, String constants) {

    static ClassFacts of(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        Set<String> references = new HashSet<>();
        ConstantPoolNames.collect(classFile, reader, references);
        references.removeIf(name -> name.startsWith("java."));
        AbiVisitor abi = new AbiVisitor();
        reader.accept(abi, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassFacts(Set.copyOf(references), abi.supertypes(), abi.shape(), abi.constants());
    }
}
