package dev.subsecond.devserver.compile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class file of the program that javac reads while it compiles others against it. */
final class ClassObject extends SimpleJavaFileObject {

    private final String binaryName;
    private final byte[] bytes;

    ClassObject(String binaryName, byte[] bytes) {
        super(uri(binaryName), Kind.CLASS);
        this.binaryName = binaryName;
        this.bytes = bytes;
    }

    static URI uri(String binaryName) {
        return URI.create("memory:///" + binaryName.replace('.', '/') + ".class");
    }

    byte[] bytes() {
        return bytes;
    }

    String binaryName() {
        return binaryName;
    }

    @Override
    public InputStream openInputStream() {
        return new ByteArrayInputStream(bytes);
    }
}
