package dev.subsecond.devserver.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A top-level type of a {@link RandomProgram}, with a source of its own. Each part is a line, so that an error names one. */
final class RandomType {

    enum Kind {
        CLASS("class"),
        INTERFACE("interface"),
        ENUM("enum"),
        RECORD("record"),
        ANNOTATION("@interface");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    String root = "/one";
    String inPackage;
    String name;
    Kind kind;
    String fileName;

    /** What stands before the kind: {@code public}, {@code sealed}, {@code final}, {@code abstract}, {@code non-sealed}. */
    final List<String> modifiers = new ArrayList<>();

    String parameters = "";
    String superclass = "";
    final List<String> interfaces = new ArrayList<>();
    final List<String> permits = new ArrayList<>();
    final List<String> annotations = new ArrayList<>();
    final List<String> imports = new ArrayList<>();
    final List<String> members = new ArrayList<>();
    String constants = "X, Y";
    String components = "int a";

    /** A mistake at the end of the file, or nothing. */
    String mistake = "";

    RandomType(String inPackage, String name, Kind kind) {
        this.inPackage = inPackage;
        this.name = name;
        this.kind = kind;
        this.fileName = name;
    }

    Path file() {
        return Path.of(root, inPackage, fileName + ".java").toAbsolutePath();
    }

    String qualified() {
        return inPackage + "." + name;
    }

    /** Line 1 is the package, then come the imports, the annotations, the head and the members. */
    String text() {
        StringBuilder text = new StringBuilder("package " + inPackage + ";\n");
        imports.forEach(line -> text.append("import ").append(line).append(";\n"));
        annotations.forEach(line -> text.append(line).append('\n'));
        text.append(head()).append('\n');
        members.forEach(line -> text.append(line).append('\n'));
        return text.append("}").append(mistake).append('\n').toString();
    }

    private String head() {
        StringBuilder head = new StringBuilder();
        modifiers.forEach(word -> head.append(word).append(' '));
        head.append(kind.word).append(' ').append(name).append(parameters);
        if (kind == Kind.RECORD) {
            head.append('(').append(components).append(')');
        }
        if (!superclass.isEmpty()) {
            head.append(" extends ").append(superclass);
        }
        if (!interfaces.isEmpty()) {
            head.append(kind == Kind.INTERFACE ? " extends " : " implements ").append(String.join(", ", interfaces));
        }
        if (!permits.isEmpty()) {
            head.append(" permits ").append(String.join(", ", permits));
        }
        head.append(kind == Kind.ENUM ? " { " + constants + ";" : " {");
        return head.toString();
    }

    /** Takes the part out that a line of the text shows; returns whether there was one. */
    boolean remove(long line) {
        int at = (int) line - 2;
        if (at < 0) {
            return false;
        }
        for (List<String> part : List.of(imports, annotations)) {
            if (at < part.size()) {
                part.remove(at);
                return true;
            }
            at -= part.size();
        }
        if (at == 0) {
            return simplify();
        }
        if (at <= members.size()) {
            members.remove(at - 1);
            return true;
        }
        return false;
    }

    /** Takes the mistake at the end out; returns whether there was one. */
    boolean correct() {
        boolean was = !mistake.isEmpty();
        mistake = "";
        return was;
    }

    /** The head as simple as it can be. */
    private boolean simplify() {
        String before = head();
        if (!permits.isEmpty()) {
            permits.clear();
            modifiers.remove("sealed");
        } else {
            modifiers.retainAll(List.of("public"));
            parameters = "";
            superclass = "";
            interfaces.clear();
            constants = "X, Y";
            components = "int a";
        }
        return !before.equals(head());
    }
}
