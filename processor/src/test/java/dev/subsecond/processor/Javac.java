package dev.subsecond.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/** Compiles sources given as text with the processor, in this JVM. */
final class Javac {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:(?:public|final|abstract|sealed|non-sealed) )*(?:class|@?interface|record|enum) (\\w+)");

    private Javac() {}

    /** Compiles under every lint but the one that complains of annotations nobody claims. */
    static Compilation compile(String... sources) {
        return compile(List.of(), sources);
    }

    static Compilation compile(List<String> options, String... sources) {
        return compiler(options).compile(files(sources));
    }

    static Compiler compiler(List<String> options) {
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing"));
        all.addAll(options);
        return javac().withOptions(all).withProcessors(new HotProcessor(), new LocalMarkProcessor());
    }

    static List<JavaFileObject> files(String... sources) {
        return Arrays.stream(sources).map(Javac::file).toList();
    }

    /** A source file named after its package and the first top-level type in it. */
    static JavaFileObject file(String source) {
        Matcher packageLine = PACKAGE.matcher(source);
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("no type in " + source);
        }
        String prefix = packageLine.find() ? packageLine.group(1) + "." : "";
        return JavaFileObjects.forSourceString(prefix + type.group(1), source);
    }
}
