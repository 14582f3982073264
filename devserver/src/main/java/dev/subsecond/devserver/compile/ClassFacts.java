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
 * @param permits binary names of the subclasses it permits, if it is sealed
 * @param mentions binary names of the classes in the signatures that others see
 * @param head digest of what others need not use a member for to depend on: what it is, extends and permits, and the
 *     method of a functional interface
 * @param shape digest of all that can change how other sources compile, except the values of constants; the head included
 * @param constants digest of the values that the compiler inlines into other classes
 * @param annotations digest of the annotations that others see
 * @param privates names of its private members
 * @param defaults whether it is an interface with instance methods that have a body
 */
record ClassFacts(
        Set<String> references,
        List<String> supertypes,
        Set<String> permits,
        Set<String> mentions,
        String head,
        String shape,
        String constants,
        String annotations,
        Set<String> privates,
        boolean defaults) {

    /** Copies the collections. */
    ClassFacts {
        references = Set.copyOf(references);
        supertypes = List.copyOf(supertypes);
        permits = Set.copyOf(permits);
        mentions = Set.copyOf(mentions);
        privates = Set.copyOf(privates);
    }

    static ClassFacts of(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        Set<String> references = new HashSet<>();
        ConstantPoolNames.collect(classFile, reader, references);
        references.removeIf(name -> name.startsWith("java."));
        AbiVisitor abi = new AbiVisitor();
        reader.accept(abi, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return abi.facts(references);
    }
}
