package dev.subsecond.devserver.compile;

/**
 * A class of the program.
 *
 * @param file its class file
 * @param source the source it was compiled from
 * @param facts what others may depend on
 */
record CompiledClass(ClassObject file, SourceId source, ClassFacts facts) {

    static CompiledClass of(String binaryName, byte[] bytes, SourceId source) {
        return new CompiledClass(new ClassObject(binaryName, bytes), source, ClassFacts.of(bytes));
    }

    String name() {
        return file.binaryName();
    }
}
